import type { FastifyInstance } from 'fastify'
import { Server, type Socket } from 'socket.io'
import { Presence, type Orders } from '#shared/boards.ts'
import type { OfficeId } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import { PROTOCOL, type ClientToServer, type ServerToClient, type Watch } from '#shared/protocol.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { rejection } from '#shared/words/rejections.ts'
import type { ViewName, Views } from '#shared/views.ts'
import { maySee } from '../domain/rights.ts'
import type { Clock } from '../office/clock.ts'
import type { Office } from '../office/office.ts'
import { isReceptionView } from '../office/reception-view.ts'
import type { View, Viewer } from '../office/view.ts'
import { addressOf, isFromElsewhere, isStranger, secretsOf, type Identify, type Identity } from './asker.ts'
import type { Aside } from './aside.ts'
import type { Walls } from './boards.ts'
import type { Store } from '../store/store.ts'
import type { Offices } from './guards.ts'
import { MESSAGE_BYTES, type Limits } from './limits.ts'
import { createLineCount } from './line-count.ts'
import { blockOf } from './log-in-throttle.ts'
import type { Measures } from './measures.ts'
import { waitLines } from './wait-lines.ts'
import type { Foresights } from './waits.ts'

/** No events go from node to node. */
type NoEvents = Record<string, never>
/** Who is on a line, and the secrets by which that can be looked up again. */
type LineData = {
  identity: Identity
  secrets: Parameters<Identify>[0]
  /** Which of the turns is its own. */
  turn: number
}
type Io = Server<ClientToServer, ServerToClient, NoEvents, LineData>
type Line = Socket<ClientToServer, ServerToClient, NoEvents, LineData>

type Parts = {
  readonly offices: Offices
  readonly foresights: Foresights
  readonly clock: Clock
  readonly identify: Identify
  readonly viewer: (office: Office) => Viewer
  /** Views that are no function of the day. */
  readonly aside: Aside
  readonly walls: Walls
  readonly measures: Measures
  readonly limits: Limits
  readonly isBehindProxy: boolean
  /** The line to the database. */
  readonly line: Store['line']
}

const BEAT_MS = 1_000
/** After a push the server rests for this many times as long as the push took, so that pushing never fills its day. */
const REST = 2
/** Phones are told in slices of so long, so that a command that comes meanwhile does not wait for all of them. */
const SLICE_MS = 2
/** Phones are told anew at most so often: a second is soon enough in a pocket. */
const PHONES_REST_MS = 200
/** What is no function of the day is told at most so often. */
const ASIDE_REST_MS = 20
/** Over so long a line's messages are counted. */
const MESSAGES_MS = 10_000
/** Every screen hears a beat each second, a phone every five; in turns, since to tell thousands at once holds up a command. */
const SCREENS_TURNS = 10
const PHONES_TURNS = 5 * SCREENS_TURNS
const screensOf = (turn: number) => `beats of screens ${turn % SCREENS_TURNS}`
const phonesOf = (turn: number) => `beats of phones ${turn % PHONES_TURNS}`

/**
 * Views come down by socket, whole and numbered. A line that watches gets the view as it stands at once, and then each
 * newer one; what happens while a push is under way goes out together with the next.
 */
export function realtime(
  app: FastifyInstance,
  {
    offices,
    foresights,
    clock,
    identify,
    viewer,
    aside,
    walls,
    measures,
    limits,
    isBehindProxy,
    line,
  }: Parts,
): { readonly close: () => Promise<void> } {
  const io: Io = new Server(app.server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MESSAGE_BYTES,
    connectTimeout: limits.greetingMs,
    pingInterval: 20_000,
    pingTimeout: 10_000,
    perMessageDeflate: false,
    // Who can't see what others do shows nothing: a screen goes to another program, or says that the line is down.
    allowRequest: (request, answer) => answer(null, line.isUp() && !isFromElsewhere(request.headers)),
  })
  const watched = new Map<OfficeId, Map<string, number>>([...offices.keys()].map((id) => [id, new Map()]))

  const lineCount = createLineCount(limits)
  const greeted = new WeakSet<object>()
  io.use(async (socket, next) => {
    const isWelcome = await greet(socket).catch((error: unknown) => {
      app.log.warn({ err: error }, 'who is on a line could not be looked up')
      return false
    })
    if (isWelcome) next()
    else socket.conn.close() // a screen comes again
  })

  async function greet({ conn, data, handshake, request }: Line): Promise<boolean> {
    // A line is counted once, so it greets once: a screen that comes back comes on a new one.
    if (greeted.has(conn)) return false
    greeted.add(conn)
    const { headers, auth } = handshake
    const token: unknown = auth['token']
    const carried = secretsOf({ headers, cookies: app.parseCookie(headers.cookie ?? '') })
    data.secrets = typeof token === 'string' ? { ...carried, bearer: token } : carried
    data.identity = await identify(data.secrets)
    // Staff and kiosks always get their line. Strangers share what there is; who is one too many may come again.
    if (data.identity.kind !== 'nobody') return true
    const address = blockOf(addressOf(request, isBehindProxy))
    // Who hung up meanwhile will not hang up again, and would be counted for ever.
    if (conn.readyState !== 'open' || !lineCount.admit(address)) return false
    conn.once('close', () => lineCount.gone(address))
    return true
  }

  const inTurns = Array.from({ length: SCREENS_TURNS }, () => new Set<Line>())
  let turns = 0
  io.on('connection', (socket) => {
    turns = (turns + 1) % PHONES_TURNS
    socket.data.turn = turns
    const alike = inTurns[turns % SCREENS_TURNS]
    alike?.add(socket)
    const mine = new Map<string, Watch>()
    let beginning = 0
    let messages = 0
    let countedSince = performance.now()
    socket.use((_message, next) => {
      if (performance.now() - countedSince > MESSAGES_MS) {
        messages = 0
        countedSince = performance.now()
      }
      messages += 1
      if (messages > limits.messagesOfALine) return socket.disconnect(true)
      return next()
    })
    socket.emit('beat', beat())
    socket.on('watch', (watch: unknown, answer: unknown) => {
      const reply =
        typeof answer === 'function'
          ? (refusal: Refusal | null) => void answer(refusal && rejection(refusal))
          : () => {}
      if (!isWatch(watch) || mine.size + beginning >= limits.viewsOfALine)
        return reply(
          refuse('malformed', { field: 'view', problem: { bg: 'не е изглед', en: 'is not a view' } }),
        )
      beginning += 1
      return void begin(socket, watch, mine)
        .then(reply, (error: unknown) => {
          app.log.error({ err: error }, 'a view could not be shown')
          reply(refuse('not-ready', {}))
        })
        .finally(() => {
          beginning -= 1
        })
    })
    socket.on('unwatch', (watch: unknown) => {
      if (isWatch(watch)) end(watch, mine)
      if (isWatch(watch)) void socket.leave(roomOf(watch))
    })
    socket.on('board', (said: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return
      // Without an answer a board falls silent by itself.
      void ordersFor(socket, said).then(
        (orders) => void answer(orders),
        () => null,
      )
    })
    socket.on('disconnect', () => {
      alike?.delete(socket)
      for (const { boards } of walls.values()) boards.hangUp(socket)
      for (const watch of mine.values()) end(watch, mine)
    })
  })

  /** A board says how it is. A stranger, and a device of another office, speak for nobody. */
  async function ordersFor(socket: Line, said: unknown): Promise<Orders | null> {
    const presence = Presence.safeParse(said)
    const wall = walls.get(officeIn(said))
    const { identity } = socket.data
    if (!presence.success || wall === undefined || isStranger(identity)) return null
    if (identity.kind === 'device' && identity.office !== officeIn(said)) return null
    const device = identity.kind === 'device' && identity.asker.kind === 'board' ? identity.actor : null
    return wall.boards.present(socket, device !== null && 'id' in device ? device.id : null, presence.data)
  }

  async function begin(socket: Line, watch: Watch, mine: Map<string, Watch>): Promise<Refusal | null> {
    const office = offices.get(watch.office)
    const counts = watched.get(watch.office)
    if (!office || !counts) return refuse('unknown-office', { office: watch.office })
    const { identity } = socket.data
    if (isStranger(identity)) return refuse('not-signed-in', {})
    if (identity.kind === 'device' && identity.office !== watch.office) return refuse('not-allowed', {})
    if (!maySee(identity.asker, watch.view))
      return identity.kind === 'nobody' ? refuse('not-signed-in', {}) : refuse('not-allowed', {})
    const foresight = foresights.get(watch.office)
    const foreseen = foresight?.view(watch.view) ?? null
    if (foreseen?.ok === false) return foreseen.refusal
    const besides =
      foresight && foreseen
        ? { version: foresight.version(), view: foreseen.value }
        : await aside.show(office.id, watch.view)
    const { version } = office.day()
    const shown = besides ? null : await viewer(office).whole(watch.view)
    if (shown?.ok === false) return shown.refusal
    if (!socket.connected) return null
    const room = roomOf(watch)
    if (!mine.has(room)) {
      mine.set(room, watch)
      const count = counts.get(watch.view) ?? 0
      counts.set(watch.view, count + 1)
      if (count === 0 && shown) publishers.get(office.id)?.began(watch.view, shown.value)
    }
    void socket.join(room)
    const { turn } = socket.data
    void socket.join(/^(ticket|wait)\//.test(watch.view) ? phonesOf(turn) : screensOf(turn))
    if (besides) socket.emit('view', pushed(office, watch.view, besides.version, besides.view))
    if (shown) socket.emit('view', pushed(office, watch.view, version, shown.value))
    return null
  }

  function end(watch: Watch, mine: Map<string, Watch>) {
    if (!mine.delete(roomOf(watch))) return
    const counts = watched.get(watch.office)
    const left = (counts?.get(watch.view) ?? 1) - 1
    if (left > 0) {
      counts?.set(watch.view, left)
      return
    }
    counts?.delete(watch.view)
    publishers.get(watch.office)?.ended(watch.view)
  }

  /** Who signed out, was dismissed or revoked hears no more: the line is cut, and may come back with what it still has. */
  async function recognise(socket: Line) {
    const { identity, secrets } = socket.data
    if (identity.kind === 'nobody') return
    if (JSON.stringify(await identify(secrets)) !== JSON.stringify(identity)) socket.disconnect(true)
  }

  const publishers = new Map(
    [...offices.values()].map((office) => [
      office.id,
      publisher(io, office, watched.get(office.id) ?? new Map(), viewer, aside),
    ]),
  )
  const stopWaitLines = [...foresights].map(([id, foresight]) =>
    waitLines(
      foresight,
      watched.get(id) ?? new Map(),
      (name, version, view) =>
        io
          .to(roomOf({ office: id, view: name }))
          .emit('view', { office: id, name: name as ViewName, version, view }), // the foresight knew the name
    ),
  )
  const stopLooking = line.onChange((isUp) => {
    if (!isUp) io.disconnectSockets(true)
  })
  let beats = 0
  const heart = setInterval(() => {
    if (!line.isUp()) return io.disconnectSockets(true)
    for (const socket of inTurns[beats % SCREENS_TURNS] ?? []) void recognise(socket).catch(() => null) // its next turn looks again
    io.to(screensOf(beats)).volatile.emit('beat', beat())
    io.to(phonesOf(beats)).volatile.emit('beat', beat())
    beats += 1
    measures.socketsAre(io.engine.clientsCount)
  }, BEAT_MS / SCREENS_TURNS)
  heart.unref()

  function beat() {
    return { now: iso(clock.now()), speed: clock.speed, protocol: PROTOCOL }
  }

  return {
    async close() {
      clearInterval(heart)
      stopLooking()
      for (const each of publishers.values()) each.stop()
      for (const stop of stopWaitLines) stop()
      io.engine.close()
    },
  }
}

type Publisher = {
  /** The first line watches the view, and was given it as it stands. */
  readonly began: (name: string, view: View) => void
  /** Nobody watches it any more. */
  readonly ended: (name: string) => void
  readonly stop: () => void
}

/** Pushes an office's views after each change, the hall first; changes that come during a push go out together. */
function publisher(
  io: Io,
  office: Office,
  watched: ReadonlyMap<string, number>,
  viewer: (office: Office) => Viewer,
  aside: Aside,
): Publisher {
  const told = new Map<string, Face>() // what each phone was told last
  const toldLists = new Map<string, View>()
  let isScheduled = false
  let restUntil = 0
  let areTelling = false
  let phonesRestUntil = 0
  let phonesTimer: NodeJS.Timeout | null = null

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
    const { atHand } = viewer(office)
    for (const name of [...watched.keys()].sort(hallFirst)) {
      if (isPhone(name) || aside.owns(name)) continue
      const shown = atHand(name)
      if (!shown?.ok || isSame(name, shown.value)) continue
      io.to(roomOf({ office: office.id, view: name })).emit(
        'view',
        pushed(office, name, version, shown.value),
      )
    }
    restUntil = performance.now() + REST * (performance.now() - began)
    schedulePhones()
  }

  /** Lists of reception days are long and seldom change: the very same one is not told twice. */
  function isSame(name: string, view: View): boolean {
    if (!isReceptionView(name)) return false
    if (toldLists.get(name) === view) return true
    toldLists.set(name, view)
    return false
  }

  function schedulePhones() {
    if (areTelling || phonesTimer !== null) return
    const rest = Math.max(0, phonesRestUntil - performance.now())
    phonesTimer = setTimeout(() => {
      phonesTimer = null
      const phones = [...watched.keys()].filter(isPhone)
      if (phones.length > 0) tellPhones(phones, office.day().version)
    }, rest)
  }

  /** A round through all phones, slice by slice, each with the newest view; what changed meanwhile makes another round. */
  function tellPhones(names: readonly string[], since: number) {
    areTelling = true
    const { version } = office.day()
    const { atHand, whole } = viewer(office)
    const ends = performance.now() + SLICE_MS
    let next = 0
    while (next < names.length && performance.now() < ends) {
      const name = names[next] ?? ''
      next += 1
      const shown = atHand(name)
      if (shown?.ok) tellPhone(name, version, shown.value)
      // A visit that is just over is read first, and told when it comes: the phone goes by the version.
      if (shown === null)
        void whole(name).then(
          (past) => past.ok && watched.has(name) && tellPhone(name, version, past.value),
          () => null, // told with the next change
        )
    }
    if (next < names.length) {
      const rest = names.slice(next)
      setImmediate(() => tellPhones(rest, since))
      return
    }
    areTelling = false
    phonesRestUntil = performance.now() + PHONES_REST_MS
    if (office.day().version !== since) schedulePhones()
  }

  /** Nothing is told twice: what is new for the phone, or not at all. */
  function tellPhone(name: string, version: number, view: View) {
    const face = faceOf(view)
    const known = told.get(name)
    if (known?.own === face.own && known.shared === face.shared) return
    told.set(name, face)
    io.to(roomOf({ office: office.id, view: name })).emit('view', pushed(office, name, version, view))
  }

  async function publishAside() {
    isAsideScheduled = false
    for (const name of watched.keys()) {
      if (!aside.owns(name)) continue
      const shown = await aside.show(office.id, name)
      if (shown === null) continue
      io.to(roomOf({ office: office.id, view: name })).emit(
        'view',
        pushed(office, name, shown.version, shown.view),
      )
    }
  }

  const unsubscribe = office.onChange(schedule)
  let isAsideScheduled = false
  const unsubscribeAside = aside.onChange(office.id, () => {
    if (isAsideScheduled) return
    isAsideScheduled = true
    setTimeout(() => void publishAside().catch(() => null), ASIDE_REST_MS) // the next change tells it
  })
  return {
    began(name, view) {
      if (isPhone(name)) told.set(name, faceOf(view))
      if (isReceptionView(name)) toldLists.set(name, view)
    },
    ended(name) {
      told.delete(name)
      toldLists.delete(name)
    },
    stop() {
      unsubscribe()
      unsubscribeAside()
      if (phonesTimer !== null) clearTimeout(phonesTimer)
    },
  }
}

function isPhone(name: string): boolean {
  return name.startsWith('ticket/') || name.startsWith('appointment/')
}

/** What a phone shows: the instant of the last event is not part of it, and what all views of a day share is written once. */
function faceOf(view: View): Face {
  const { at: _, office, day, ...own } = view
  const shared = sharedFaces.get(day) ?? JSON.stringify([office, day])
  sharedFaces.set(day, shared)
  return { own: JSON.stringify(own), shared }
}
type Face = { readonly own: string; readonly shared: string }
const sharedFaces = new WeakMap<View['day'], string>()

function hallFirst(a: string, b: string): number {
  return Number(b === 'hall') - Number(a === 'hall')
}

function pushed(office: Office, name: string, version: number, view: Views[ViewName]) {
  return { office: office.id, name: name as ViewName, version, view } // the viewer knew the name
}

function roomOf({ office, view }: Watch): string {
  return `${office}/${view}`
}

function isWatch(value: unknown): value is Watch {
  if (typeof value !== 'object' || value === null || !('office' in value) || !('view' in value)) return false
  return typeof value.office === 'string' && typeof value.view === 'string' && value.view.length <= 60
}

function officeIn(said: unknown): OfficeId {
  const named = typeof said === 'object' && said !== null && 'office' in said ? said.office : null
  return String(named) as OfficeId // looked up, whatever it is
}
