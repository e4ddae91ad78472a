import { PROTOCOL, type Beat, type Pushed, type Watch } from '../protocol.ts'
import type { Iso } from '../instant.ts'
import type { Rejection } from '../rejections.ts'
import type { Orders, Presence } from '../boards.ts'
import type { ViewName, Views } from '../views.ts'

/** What a screen knows: nothing yet, the truth, or what was true when the line went down. */
export type Live<V> =
  | { readonly status: 'connecting' }
  | { readonly status: 'live'; readonly version: number; readonly view: V }
  | {
      readonly status: 'stale'
      readonly version: number
      readonly view: V /** The office's time when the line went down, milliseconds since the epoch. */
      readonly since: number
    }
  | { readonly status: 'refused'; readonly rejection: Rejection }

export type LiveSource<V> = {
  readonly get: () => Live<V>
  readonly subscribe: (listener: () => void) => () => void
}

/** A screen without a word from the server for this long says that its line is down (a pulled cable closes nothing). */
const SILENCE_MS = 2_300
/** A phone that watches nothing but a ticket or an appointment hears the beat less often, to spare its battery and the server. */
const PHONE_SILENCE_MS = 12_000

/** What a line needs of the socket under it: one that comes back by itself. */
export type Wire = {
  readonly connected: boolean
  on(event: 'connect', listener: () => void): unknown
  on(event: 'disconnect', listener: (reason: string) => void): unknown
  on(event: 'beat', listener: (beat: Beat) => void): unknown
  on(event: 'view', listener: (pushed: Pushed) => void): unknown
  emit(event: 'watch', watch: Watch, answer: (refusal: Rejection | null) => void): unknown
  emit(
    event: 'board',
    presence: Presence & Pick<Watch, 'office'>,
    answer: (orders: Orders | null) => void,
  ): unknown
  connect(): Wire
  disconnect(): Wire
}

/**
 * One line to the server for a whole app: watches views, keeps the newest of each, tells the truth about the line.
 * Views come whole and numbered: an older one is dropped, the first after a reconnect is taken whatever its number.
 */
export function lineOver(socket: Wire) {
  const watched = new Map<string, Watched>()
  const clockListeners = new Set<() => void>()
  let lastHeard = performance.now()
  const officeNow = () => clock.officeMs + (performance.now() - clock.at) * clock.speed
  let clock = { officeMs: Date.now(), at: performance.now(), speed: 1 }

  socket.on('connect', () => {
    lastHeard = performance.now()
    for (const each of watched.values()) each.begin()
  })
  socket.on('disconnect', (reason) => {
    for (const each of watched.values()) each.lost()
    // A server that stops in good order hangs up; the client library takes that for a goodbye.
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('beat', (beat) => {
    lastHeard = performance.now()
    clock = { officeMs: Date.parse(beat.now), at: performance.now(), speed: beat.speed }
    for (const listener of clockListeners) listener()
    if (beat.protocol !== PROTOCOL) reloadOnce(beat.protocol)
  })
  socket.on('view', (pushed) => {
    lastHeard = performance.now()
    watched.get(`${pushed.office}/${pushed.name}`)?.take(pushed.version, pushed.view)
  })
  setInterval(() => {
    const isPhone = [...watched.keys()].every((key) => /\/(ticket|wait|appointment)\//.test(key))
    const patience = isPhone ? PHONE_SILENCE_MS : SILENCE_MS
    if (performance.now() - lastHeard < patience) return
    if (socket.connected) socket.disconnect().connect() // half-open: nothing heard, nothing closed
    else for (const each of watched.values()) each.lost() // known beforehand, and no line has come since
  }, 100)

  function watchedAs(office: string, name: string): Watched {
    const key = `${office}/${name}`
    const known = watched.get(key) ?? watchOne(socket, office, name, officeNow)
    if (!watched.has(key)) {
      watched.set(key, known)
      if (socket.connected) known.begin()
    }
    return known
  }

  return {
    /** Begins to watch a view; every caller of the same name shares one. */
    watch<N extends ViewName>(office: string, name: N): LiveSource<Views[N]> {
      return watchedAs(office, name) as unknown as LiveSource<Views[N]> // the key names the view's type
    },
    /**
     * Shows what was asked for before there was a line, until the line brings the view itself; a line that does not come
     * in time makes it old.
     * @param at the office's time of the answer.
     * @param speed how fast that time runs, in a training hall.
     */
    foretell<N extends ViewName>(office: string, name: N, view: Views[N], at: Iso, speed = 1): void {
      if (socket.connected) return
      clock = { officeMs: Date.parse(at), at: performance.now(), speed }
      watchedAs(office, name).foretell(view)
    },
    /** @returns the time in the office now, milliseconds since the epoch: the server's clock, not this machine's. */
    now: officeNow,
    /** @returns how fast the office's clock runs: 1, but in a training hall. */
    speed: () => clock.speed,
    onBeat(listener: () => void): () => void {
      clockListeners.add(listener)
      return () => clockListeners.delete(listener)
    },
    /**
     * Says how a board is, while the line is up; what cannot be said at once is not said later.
     * @param answer called with what the office says; null: it knows no such board
     */
    tellBoard(office: string, presence: Presence, answer: (orders: Orders | null) => void): void {
      // OfficeId is a brand over the same string; the server checks it.
      if (socket.connected) socket.emit('board', { office: office as never, ...presence }, answer)
    },
    /** Signs on again, e.g. after a log-in: the next handshake carries the new session. */
    reconnect(): void {
      socket.disconnect().connect()
    },
  }
}
export type Line = ReturnType<typeof lineOver>

type Watched = LiveSource<unknown> & {
  begin: () => void
  lost: () => void
  take: (version: number, view: unknown) => void
  foretell: (view: unknown) => void
}

function watchOne(socket: Wire, office: string, name: string, now: () => number): Watched {
  let state: Live<unknown> = { status: 'connecting' }
  let fresh = true // the first view after a (re)connect is taken whatever its number
  const listeners = new Set<() => void>()
  function become(next: Live<unknown>) {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin() {
      fresh = true
      // OfficeId is a brand over the same string; the server checks it.
      socket.emit('watch', { office: office as never, view: name }, (rejection) => {
        if (rejection !== null) become({ status: 'refused', rejection })
      })
    },
    lost() {
      if (state.status === 'live') become({ ...state, status: 'stale', since: now() })
    },
    take(version, view) {
      if (!fresh && 'version' in state && version <= state.version) return
      fresh = false
      become({ status: 'live', version, view })
    },
    foretell(view) {
      if (state.status === 'connecting') become({ status: 'live', version: 0, view })
    },
  }
}

function reloadOnce(protocol: number) {
  const key = 'reloaded-for-protocol'
  if (sessionStorage.getItem(key) === String(protocol)) return
  sessionStorage.setItem(key, String(protocol))
  location.reload()
}
