import type { FastifyInstance } from 'fastify'
import { Server, type Socket } from 'socket.io'
import type { OfficeId } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import { PROTOCOL, type ClientToServer, type ServerToClient, type Watch } from '#shared/protocol.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { rejection } from '#shared/words/rejections.ts'
import type { ViewName } from '#shared/views.ts'
import { maySee } from '../domain/rights.ts'
import type { Clock } from '../office/clock.ts'
import type { Office } from '../office/office.ts'
import type { View, Viewer } from '../office/view.ts'
import { isFromElsewhere, SESSION_COOKIE, type Identify, type Identity } from './asker.ts'
import type { Offices } from './guards.ts'
import type { Measures } from './measures.ts'

/** No events go from node to node. */
type NoEvents = Record<string, never>
type Io = Server<ClientToServer, ServerToClient, NoEvents, { identity: Identity }>
type Line = Socket<ClientToServer, ServerToClient, NoEvents, { identity: Identity }>

type Parts = {
  readonly offices: Offices
  readonly clock: Clock
  readonly identify: Identify
  readonly viewer: (office: Office) => Viewer
  readonly measures: Measures
}

const BEAT_MS = 1_000
/** After a push the server rests for this many times as long as the push took, so that pushing never fills its day. */
const REST = 2
/** Phones are told in slices, so that a command that comes meanwhile does not wait for all of them. */
const SLICE = 50
const MOST_VIEWS_PER_LINE = 40
/** Who hears the beat: every line but the phones', which watch one ticket and ask for little. */
const BEATS = 'beats'

/**
 * Views come down by socket, whole and numbered. A line that watches gets the view as it stands at once, and then each
 * newer one; what happens while a push is under way goes out together with the next.
 */
export function realtime(
  app: FastifyInstance,
  { offices, clock, identify, viewer, measures }: Parts,
): { readonly close: () => Promise<void> } {
  const io: Io = new Server(app.server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 4_096,
    pingInterval: 20_000,
    pingTimeout: 10_000,
    perMessageDeflate: false,
    allowRequest: (request, answer) => answer(null, !isFromElsewhere(request.headers)),
  })
  const watched = new Map<OfficeId, Map<string, number>>([...offices.keys()].map((id) => [id, new Map()]))

  io.use((socket, next) => {
    const token: unknown = socket.handshake.auth['token']
    const cookies = app.parseCookie(socket.handshake.headers.cookie ?? '')
    socket.data.identity = identify({
      bearer: typeof token === 'string' ? token : null,
      cookie: cookies[SESSION_COOKIE] ?? null,
    })
    next()
  })
  io.on('connection', (socket) => {
    const mine = new Map<string, Watch>()
    socket.emit('beat', beat())
    socket.on('watch', (watch: unknown, answer: unknown) => {
      const reply =
        typeof answer === 'function'
          ? (refusal: Refusal | null) => void answer(refusal && rejection(refusal))
          : () => {}
      if (!isWatch(watch) || mine.size >= MOST_VIEWS_PER_LINE)
        return reply(refuse('malformed', { field: 'view', problem: 'not a view' }))
      const refusal = begin(socket, watch, mine)
      return reply(refusal)
    })
    socket.on('unwatch', (watch: unknown) => {
      if (isWatch(watch)) end(watch, mine)
      if (isWatch(watch)) void socket.leave(roomOf(watch))
    })
    socket.on('disconnect', () => {
      for (const watch of mine.values()) end(watch, mine)
    })
  })

  function begin(socket: Line, watch: Watch, mine: Map<string, Watch>): Refusal | null {
    const office = offices.get(watch.office)
    const counts = watched.get(watch.office)
    if (!office || !counts) return refuse('unknown-office', { office: watch.office })
    const { identity } = socket.data
    if (!maySee(identity.asker, watch.view))
      return identity.kind === 'nobody' ? refuse('not-signed-in', {}) : refuse('not-allowed', {})
    const shown = viewer(office)(watch.view)
    if (!shown.ok) return shown.refusal
    const room = roomOf(watch)
    if (!mine.has(room)) {
      mine.set(room, watch)
      counts.set(watch.view, (counts.get(watch.view) ?? 0) + 1)
    }
    void socket.join(room)
    if (!watch.view.startsWith('ticket/')) void socket.join(BEATS)
    socket.emit('view', pushed(office, watch.view, office.day().version, shown.value))
    return null
  }

  function end(watch: Watch, mine: Map<string, Watch>) {
    if (!mine.delete(roomOf(watch))) return
    const counts = watched.get(watch.office)
    const left = (counts?.get(watch.view) ?? 1) - 1
    if (left > 0) counts?.set(watch.view, left)
    else counts?.delete(watch.view)
  }

  const publishers = [...offices.values()].map((office) =>
    publisher(io, office, watched.get(office.id) ?? new Map(), viewer),
  )
  const heart = setInterval(() => {
    io.to(BEATS).volatile.emit('beat', beat())
    measures.socketsAre(io.engine.clientsCount)
  }, BEAT_MS)
  heart.unref()

  function beat() {
    return { now: iso(clock.now()), speed: clock.speed, protocol: PROTOCOL }
  }

  return {
    async close() {
      clearInterval(heart)
      for (const stop of publishers) stop()
      io.disconnectSockets(true)
      io.engine.close()
    },
  }
}

/** Pushes an office's views after each change, the hall first; changes that come during a push go out together. */
function publisher(
  io: Io,
  office: Office,
  watched: ReadonlyMap<string, number>,
  viewer: (office: Office) => Viewer,
): () => void {
  const told = new Map<string, string>() // what each phone was told last
  let isScheduled = false
  let restUntil = 0

  function schedule() {
    if (isScheduled) return
    isScheduled = true
    const rest = restUntil - performance.now()
    // Answers to the commands of this commit are written first: setImmediate lets them go.
    if (rest <= 1) setImmediate(publish)
    else setTimeout(publish, rest)
  }

  function publish() {
    isScheduled = false
    const began = performance.now()
    const { version } = office.day()
    const view = viewer(office)
    const phones: string[] = []
    for (const name of [...watched.keys()].sort(hallFirst)) {
      if (name.startsWith('ticket/')) phones.push(name)
      else tell(name, version, view)
    }
    restUntil = performance.now() + REST * (performance.now() - began)
    if (phones.length > 0) tellPhones(phones, version, view)
    else told.clear()
  }

  function tell(name: string, version: number, view: Viewer) {
    const shown = view(name)
    if (shown.ok)
      io.to(roomOf({ office: office.id, view: name })).emit(
        'view',
        pushed(office, name, version, shown.value),
      )
  }

  function tellPhones(names: readonly string[], version: number, view: Viewer) {
    const [slice, rest] = [names.slice(0, SLICE), names.slice(SLICE)]
    for (const name of slice) {
      const shown = view(name)
      if (!shown.ok) continue
      const face = JSON.stringify({ ...shown.value, at: null })
      if (told.get(name) === face) continue // nothing new for this phone
      told.set(name, face)
      io.to(roomOf({ office: office.id, view: name })).emit(
        'view',
        pushed(office, name, version, shown.value),
      )
    }
    if (rest.length === 0) return
    // A newer version will tell them all anyway.
    setImmediate(() => (office.day().version === version ? tellPhones(rest, version, view) : schedule()))
  }

  return office.onChange(schedule)
}

function hallFirst(a: string, b: string): number {
  return Number(b === 'hall') - Number(a === 'hall')
}

function pushed(office: Office, name: string, version: number, view: View) {
  return { office: office.id, name: name as ViewName, version, view } // the viewer knew the name
}

function roomOf({ office, view }: Watch): string {
  return `${office}/${view}`
}

function isWatch(value: unknown): value is Watch {
  if (typeof value !== 'object' || value === null || !('office' in value) || !('view' in value)) return false
  return typeof value.office === 'string' && typeof value.view === 'string' && value.view.length <= 60
}
