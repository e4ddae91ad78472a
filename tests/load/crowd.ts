import { performance } from 'node:perf_hooks'
import { percentile } from '../bench/figures.ts'
import { openLine } from '../bench/line.ts'
import { openWire, type Wire } from '../bench/wire.ts'
import type { Town } from './towns.ts'

/**
 * The staff, kiosks and boards of many towns, in a process of their own: people come as on a real day's peak, so many times
 * faster; each clerk calls, waits for the person, serves, and presses the one key.
 */

export type CrowdWanted = {
  readonly ports: readonly number[]
  readonly towns: readonly Town[]
  readonly services: readonly string[]
  readonly boards: number
  /** Tickets a minute in each town. */
  readonly perMinute: number
  /** How many have been served in each town before: how old the day is. */
  readonly served: number
  /** How many wait in each town before the measuring begins: phones have their tickets. */
  readonly waiting: number
  readonly warmUpMs: number
  readonly measureMs: number
}

export type CrowdReport = {
  readonly seconds: number
  readonly commands: number
  readonly errors: number
  readonly issue: Tail
  readonly call: Tail
  readonly callToBoard: Tail
}
export type Tail = {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly most: number
}

const WALK_MS = 4_000
const IDLE_MS = 2_000
/** Nobody is called sooner after they came (`minimumDelaySeconds` of the office). */
const MINIMUM_DELAY_MS = 16_000
const COOKIE = 'edno-gishe-session'

/** Whoever waits for a version to be on all boards of a town. */
type OnTheWay = { readonly version: number; readonly began: number; readonly missing: Set<number> }

export async function run(
  { ports, towns, services, boards, perMinute, served, waiting, warmUpMs, measureMs }: CrowdWanted,
  onWaiting: (codes: readonly (readonly [office: string, code: string])[]) => Promise<unknown>,
): Promise<CrowdReport> {
  const portOf = (index: number) => ports[index % ports.length] ?? 0
  const issues: number[] = []
  const calls: number[] = []
  const toBoards: number[] = []
  let commands = 0
  let errors = 0
  let isMeasuring = false
  let isOver = false
  let codes: (readonly [string, string])[] = []
  const halls: Awaited<ReturnType<typeof openTown>>[] = []
  // A morning's worth of screens is not switched on in one second.
  for (const [index, town] of towns.entries()) halls.push(await openTown(town, index))

  /** A town's kiosk, boards and clerks, each on the node that came next. */
  async function openTown(town: Town, index: number) {
    const heard = Array.from({ length: boards }, () => 0)
    let awaited: OnTheWay[] = []
    await Promise.all(
      heard.map((_, board) =>
        openLine({
          port: portOf(index + board),
          office: town.office,
          views: ['hall'],
          onView(version) {
            heard[board] = Math.max(heard[board] ?? 0, version)
            const now = performance.now()
            for (const each of awaited) {
              if (version < each.version || !each.missing.delete(board) || each.missing.size > 0) continue
              if (isMeasuring) toBoards.push(now - each.began)
            }
            awaited = awaited.filter(({ missing }) => missing.size > 0)
          },
        }),
      ),
    )
    const kiosk = person(portOf(index), `authorization: Bearer ${town.kiosk}\r\n`)
    const clerks = await Promise.all(
      town.clerks.map(async (secret, number) => {
        const port = portOf(index + number)
        const cookie = `${COOKIE}=${secret}`
        await openLine({ port, office: town.office, views: [`window/${number + 1}`], cookie, onView() {} })
        return person(port, `cookie: ${cookie}\r\n`)
      }),
    )
    return {
      town,
      kiosk,
      clerks,
      seenOnBoards(version: number, began: number) {
        const missing = new Set(heard.flatMap((has, board) => (has >= version ? [] : [board])))
        if (missing.size > 0) awaited.push({ version, began, missing })
        else if (isMeasuring) toBoards.push(performance.now() - began)
      },
    }
  }
  type Hall = (typeof halls)[number]

  let keys = 0
  async function say(who: Person, { town }: Hall, command: string, body: object) {
    keys += 1
    const began = performance.now()
    const key = `idempotency-key: ${Date.now().toString(16)}-${process.pid}-${keys}\r\n`
    const wire = await who()
    const reply = await wire.post(`/api/offices/${town.office}/commands/${command}`, body, key)
    if (isMeasuring) commands += 1
    if (reply.status !== 200 && reply.status !== 409 && isMeasuring) errors += 1
    return { began, took: performance.now() - began, reply }
  }

  async function arrive(hall: Hall): Promise<void> {
    const service = services[Math.floor(Math.random() * services.length)]
    const { took, reply } = await say(hall.kiosk, hall, 'issue-ticket', {
      service,
      priority: Math.random() < 0.1,
    })
    if (isMeasuring) issues.push(took)
    if (reply.status === 200 && codes.length < waiting * towns.length)
      codes.push([hall.town.office, codeIn(reply.body)])
  }

  async function visitors(hall: Hall) {
    while (!isOver) {
      await pause((-Math.log(1 - Math.random()) * 60_000) / perMinute)
      if (!isOver) await arrive(hall)
    }
  }

  async function clerk(hall: Hall, wire: Person, window: number) {
    await pause(Math.random() * serviceMs())
    let isHere = false
    while (!isOver) {
      if (!isHere) isHere = await call(hall, wire, 'call-next', { window })
      if (!isHere) {
        await pause(IDLE_MS)
        continue
      }
      await pause(WALK_MS)
      await say(wire, hall, 'start-service', { window })
      await pause(serviceMs())
      if (!isOver) isHere = await call(hall, wire, 'finish-service', { window, callNext: true })
    }
  }

  /** @returns whether somebody was called. */
  async function call(hall: Hall, wire: Person, command: string, body: object): Promise<boolean> {
    const { began, took, reply } = await say(wire, hall, command, body)
    if (reply.status !== 200 || reply.body.includes('"ticket":null')) return false
    if (isMeasuring) calls.push(took)
    hall.seenOnBoards(versionIn(reply.body), began)
    return true
  }

  /** What lies behind a town in which so many have been served today, as fast as it goes. */
  async function grownOld(hall: Hall) {
    for (let each = 0; each < served; each += 1) await arrive(hall)
    await pause(MINIMUM_DELAY_MS)
    await Promise.all(
      hall.clerks.map(async (wire, index) => {
        const window = index + 1
        while (await call(hall, wire, 'call-next', { window })) {
          await say(wire, hall, 'start-service', { window })
          await say(wire, hall, 'finish-service', { window })
        }
      }),
    )
  }

  /** The windows of a town keep pace with those who come. */
  function serviceMs(): number {
    const perPerson = (halls[0]?.clerks.length ?? 1) * (60_000 / perMinute)
    return Math.max(500, -Math.log(1 - Math.random()) * (perPerson - WALK_MS))
  }

  for (const hall of halls)
    await Promise.all(hall.clerks.map((wire, index) => say(wire, hall, 'open-window', { window: index + 1 })))
  if (served > 0) await Promise.all(halls.map(grownOld))
  codes = []
  for (let each = 0; each < waiting; each += 1) await Promise.all(halls.map(arrive))
  await onWaiting(codes)
  const days = halls.flatMap((hall) => [
    visitors(hall),
    ...hall.clerks.map((wire, index) => clerk(hall, wire, index + 1)),
  ])
  await pause(warmUpMs)
  isMeasuring = true
  const began = performance.now()
  await pause(measureMs)
  isMeasuring = false
  isOver = true
  const seconds = (performance.now() - began) / 1_000
  for (const day of days) day.catch(() => {}) // the last answers of a day that is over
  return { seconds, commands, errors, issue: tail(issues), call: tail(calls), callToBoard: tail(toBoards) }
}

/** Someone with a connection, and with another when the server has let the first one go. */
type Person = () => Promise<Wire>

function person(port: number, headers: string): Person {
  let wire: Wire | null = null
  return async () => {
    if (wire === null || wire.isClosed()) wire = await openWire(port, headers)
    return wire
  }
}

function tail(values: readonly number[]): Tail {
  return {
    count: values.length,
    p50: percentile(values, 50),
    p99: percentile(values, 99),
    most: values.reduce((most, each) => Math.max(most, each), 0),
  }
}

function codeIn(body: string): string {
  return /"code":"([^"]+)"/.exec(body)?.[1] ?? ''
}

function versionIn(body: string): number {
  return Number(/"version":(\d+)/.exec(body)?.[1] ?? 0)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

if (import.meta.main) {
  let opened = () => {}
  process.on('message', (message: CrowdWanted | 'phones are there') => {
    if (message === 'phones are there') return opened()
    void run(message, (codes) => {
      process.send?.({ codes })
      return new Promise<void>((resolve) => {
        opened = resolve
      })
    }).then(
      (report) => process.send?.({ report }),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
    return undefined
  })
  process.on('disconnect', () => process.exit(0))
}
