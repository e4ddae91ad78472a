import { Agent, request as open } from 'node:http'
import { setImmediate as breath } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Role } from '#shared/accounts.ts'
import { PAUSE_REASONS } from '#shared/commands.ts'
import type { StaffId } from '#shared/ids.ts'
import { after, instant, MINUTE } from '#shared/instant.ts'
import { drawSecret, hashOfSecret } from '#server/office/codes.ts'
import { startHall, type Hall, type HallOptions } from '../harness/hall.ts'
import { registrationsOf, type Registration } from '../harness/registrations.ts'
import { hasty } from '../harness/settings.ts'
import fc from '../support/random.ts'
import { messagesLike, requestsTo, type Request } from './requests.ts'

/** A whole hall under attack, from inside its own network and by everyone who has a role in it. */
export type Attack = {
  readonly routes: readonly Registration[]
  /** Sends so many requests, eight at a time. @throws with the first that is answered as none may be. */
  readonly requests: (count: number) => Promise<Tally>
  /** Sends so many messages up lines, and some that are none. @throws when the hall does not answer afterwards. */
  readonly messages: (count: number) => Promise<void>
  /** @throws when the hall is not whole: its log, or what it answers. */
  readonly isWhole: () => Promise<void>
  readonly close: () => Promise<void>
}
export type Tally = {
  readonly statuses: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly slowest: string
}

const AT_ONCE = 8
const HANG_MS = 15_000
/** So many requests with the same sessions; and then an hour of the hall's day goes on by as much. */
const BATCH = 400
const BATCH_MS = 4 * MINUTE

const PEOPLE: readonly (readonly [user: string, role: Role])[] = [
  ['clerk1', 'clerk'],
  ['clerk3', 'clerk'],
  ['clerk7', 'clerk'],
  ['supervisor', 'supervisor'],
  ['secretary', 'secretary'],
  ['deputy', 'official'],
  ['admin', 'admin'],
  ['auditor', 'auditor'],
]

/** @param hallOptions where the hall under attack lies, e.g. `{ database: 'postgres://…' }`; else in a file of its own. */
export async function startAttack(hallOptions: Pick<HallOptions, 'database'> = {}): Promise<Attack> {
  let started: Hall | null = null
  const routes = await registrationsOf(
    async () => void (started = await startHall({ trustProxy: true, offices: [hasty()], ...hallOptions })),
  )
  const hall = started as Hall | null // set before the registrations were told
  if (hall === null) throw new Error('the hall did not start')
  const known = knownOf(hall)
  const seeded = await hall.store.staff.all()
  const passwords = new Map(seeded.map(({ user, passwordHash }) => [user, { passwordHash }]))
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let secrets: readonly Readonly<Record<string, string>>[] = []
  let refreshed = 0

  /** Everyone has a good session or token again, and the password of the beginning, whatever they and the administrator under attack have done. */
  async function refresh() {
    const { store, clock } = hallUnder()
    const now = instant(Date.now())
    for (const { user } of await store.staff.all()) await store.sessions.endAllOf(user)
    refreshed += 1
    const token = drawSecret()
    await store.devices.add({
      id: `attack-${refreshed}`,
      office: hasty().id,
      kind: 'kiosk',
      name: 'Киоск',
      tokenHash: hashOfSecret(token),
      createdAt: now,
      revokedAt: null,
    })
    const sessions: { readonly cookie: string }[] = []
    for (const [user, role] of PEOPLE) {
      const secret = drawSecret()
      const id = user as StaffId // as it is seeded
      await store.staff.change(id, { active: true, role, ...passwords.get(id) })
      const until = after(now, 60 * MINUTE)
      await store.sessions.add({
        tokenHash: hashOfSecret(secret),
        user: id,
        createdAt: now,
        expiresAt: until,
        idleAt: until,
      })
      sessions.push({ cookie: `edno-gishe-session=${secret}` })
    }
    secrets = [{}, { authorization: `Bearer ${token}` }, { authorization: 'Bearer unknown' }, ...sessions]
    clock.moveTo(after(clock.now(), BATCH_MS))
  }

  function hallUnder(): Hall {
    if (hall === null) throw new Error('the hall did not start')
    return hall
  }

  async function send(request: Request) {
    const own = secrets[request.who % secrets.length] ?? {}
    const began = performance.now()
    const answer = await exchange(agent, hallUnder().base, request, own)
    learn(known, answer.text)
    const fault = faultOf(request, answer)
    if (fault !== null)
      throw new Error(
        `${fault}: ${request.method} ${request.path.slice(0, 300)} as ${JSON.stringify(own)} ${JSON.stringify(request.headers).slice(0, 300)} ${request.body?.slice(0, 500)}\n→ ${answer.status} ${answer.text.slice(0, 500)}`,
      )
    return { status: answer.status, tookMs: performance.now() - began, route: request.route }
  }

  return {
    routes,
    async requests(count) {
      const statuses: Record<string, number> = {}
      let slowest = { tookMs: 0, route: '' }
      let sent = 0
      const run = await fc.check(
        fc.asyncProperty(
          fc.array(requestsTo(routes, known), { minLength: AT_ONCE, maxLength: AT_ONCE }),
          async (requests) => {
            if (sent % BATCH === 0) await refresh()
            sent += requests.length
            for (const told of await Promise.all(requests.map(send))) {
              statuses[told.status] = (statuses[told.status] ?? 0) + 1
              if (told.tookMs > slowest.tookMs) slowest = told
            }
            if (sent % 10_000 === 0) console.log(`${sent} requests`)
          },
        ),
        { numRuns: Math.ceil(count / AT_ONCE), endOnFailure: true },
      )
      // fast-check's own report would show all eight requests, whole.
      if (run.failed) throw new Error(`SEED=${run.seed}, after ${sent}: ${String(run.errorInstance)}`)
      return { statuses, slowestMs: Math.round(slowest.tookMs), slowest: slowest.route }
    },
    async messages(count) {
      await refresh()
      await messagesUp(hallUnder(), count, known)
    },
    async isWhole() {
      await hallUnder().settled()
      const verdict = await hallUnder().store.log.verify(hasty().id, null)
      if (!verdict.ok) throw new Error(`the log is broken at ${verdict.brokenAt}`)
      await hallUnder().nobody.view('hall')
    },
    async close() {
      agent.destroy()
      await hallUnder().close()
    },
  }
}

type Answer = { readonly status: number; readonly text: string }

function exchange(
  agent: Agent,
  base: string,
  { method, path, headers, body }: Request,
  own: Readonly<Record<string, string>>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = open(`${base}/`, { agent, method, path, headers: { ...own, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
    sent.setTimeout(HANG_MS, () => sent.destroy(new Error(`no answer in ${HANG_MS} ms: ${method} ${path}`)))
    sent.on('error', (error) => {
      // A body beyond the limit is refused before it is read: the server may hang up while it is still coming.
      if ((body?.length ?? 0) > 60_000) resolve({ status: 413, text: '' })
      else reject(error)
    })
    sent.end(body ?? undefined)
  })
}

const TRACE =
  /node_modules|\bat .{1,80}\.[jt]s:\d+|SQLITE|better-sqlite|drizzle|Failed query|SQLSTATE|\/server\/src\/|\bError: /

/** @returns what is wrong with an answer, whatever the request was. */
export function faultOf({ path }: Pick<Request, 'path'>, { status, text }: Answer): string | null {
  if (status >= 500) return 'an error of the server’s own'
  const isDocument = /^\/(api\/(docs|openapi)|metrics)/.test(path)
  if (!isDocument && TRACE.test(text)) return 'a trace'
  if (status < 400 || text === '' || !path.startsWith('/api/') || isDocument) return null
  return /^\{"code":"[a-z-]+","message":\{"bg":"[^"]/.test(text) ? null : 'a refusal without words'
}

/** What can be named in the hall. Lists grow with what the hall's answers name. */
function knownOf(hall: Hall): Record<string, unknown[]> {
  const { services, receptionDays } = hasty()
  const windows = [1, 2, 3, 4, 5, 6, 7, 8]
  const officials = receptionDays.officials.map(({ id }) => id)
  const dates = ['2026-11-25', '2026-11-26', '2026-12-02', '2026-12-09', '2026-12-16']
  return {
    office: ['pernik'],
    service: services.map(({ id }) => id),
    services: services.map(({ id }) => id),
    window: windows,
    toWindow: windows,
    clerk: PEOPLE.map(([user]) => user),
    user: PEOPLE.map(([user]) => user),
    password: ['demo', 'a long password'],
    official: officials,
    unit: receptionDays.units.map(({ id }) => id),
    label: ['И 001', 'Г 001', 'П 001', 'г1'],
    code: ['AAAAAAAAAAAAAAAA'],
    number: ['ПД-0001', '1', '3', '7'],
    id: ['kiosk-1', 'none'],
    ticket: ['2026-11-25/И-001'],
    reason: PAUSE_REASONS.map((reason) => reason),
    date: dates,
    day: dates,
    from: dates,
    to: dates,
    due: dates,
    year: ['2026', '2027'],
    time: ['09:00', '09:15', '09:30', '14:00', '10:45'],
    telephone: ['0888 12 34 56', '+359 76 684 283'],
    file: ['AAAAAAAAAAAAAAAA.ics'],
    view: [
      'hall',
      'kiosk',
      'queue',
      'window/1',
      'supervisor',
      'paper',
      'printing',
      'waits',
      'forecast',
      'reception/desk',
      'reception/secretary',
      'door/mayor',
      `reception/official/${officials[0]}`,
      `ticket/${hall.base}`,
      'window/',
      '/',
      'wait/AAAAAAAAAAAAAAAA',
      'appointment/AAAAAAAAAAAAAAAA',
    ],
  }
}

const NAMED = {
  code: /"code":"([0-9A-Za-z_-]{16})"/,
  label: /"label":"([^"]{2,12})"/,
  number: /"number":"(ПД-\d+)"/,
  id: /"id":"([0-9a-f-]{8,40}|kiosk-\d+)"/,
}

function learn(known: Record<string, unknown[]>, text: string) {
  if (text.length > 2_000) return
  for (const [field, pattern] of Object.entries(NAMED)) {
    const named = pattern.exec(text)?.[1]
    if (named !== undefined && !known[field]?.includes(named)) known[field]?.push(named)
    if ((known[field]?.length ?? 0) > 60) known[field]?.splice(1, 20)
  }
}

const MESSAGES_OF_A_LINE = 50

async function messagesUp(hall: Hall, count: number, known: Record<string, unknown[]>) {
  const people = [hall.nobody, hall.kiosk, hall.device('unknown'), await hall.as('auditor')]
  const messages = fc.sample(messagesLike(known), count)
  for (let begin = 0; begin < count; begin += MESSAGES_OF_A_LINE) {
    const line = hall.line(people[(begin / MESSAGES_OF_A_LINE) % people.length])
    for (const [event, ...values] of messages.slice(begin, begin + MESSAGES_OF_A_LINE)) {
      const name = event as 'unwatch' // as a stranger would: any name
      if (!RESERVED.has(event)) line.emit(name, ...(values as unknown as [never]))
    }
    line.emit('unwatch', ...([] as unknown as [never]))
    await rawFrames(hall, fc.sample(fc.string({ maxLength: 200 }), 5))
    const board = await hall.watch('hall')
    await board.until(() => true)
    if (board.refusal !== null) throw new Error('the hall is not shown any more')
    board.close()
    line.disconnect()
    await breath()
  }
}

/** Names that the client library keeps for itself: they never leave it. */
const RESERVED = new Set(['disconnecting', ''])

/** Frames that are no message of the protocol. */
function rawFrames(hall: Hall, frames: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${hall.base.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    socket.on('error', () => {})
    socket.once('close', () => resolve())
    socket.once('open', () => {
      for (const frame of ['40', ...frames, '42["watch"', '451-["watch",{"_placeholder":true,"num":0}]'])
        socket.send(frame)
      socket.send(Buffer.from([0, 1, 2, 255]))
      socket.close()
    })
  })
}
