import { openPhones } from './children.ts'
import { pause, perSecond, shared, timed } from './figures.ts'
import {
  clerks,
  expectDone,
  kiosk,
  OFFICE,
  startHall,
  temporaryFolder,
  WINDOWS,
  type Hall,
  type Person,
} from './hall.ts'
import { latencyOf, openBoards, phoneLatencyOf, pushes, type Latency } from './latency.ts'
import { openLine } from './line.ts'
import { PHONES } from './limits.ts'
import type { Reply } from './wire.ts'

/** The rush: everything that comes at once, on a fresh hall. */
export type Rush = {
  readonly issueOne: number
  readonly issueEight: number
  /** `call-next` alone, ten at once. */
  readonly calls: number
  /** Whole visits: the start, and the finish that calls the next. */
  readonly visits: number
  readonly few: Latency
  readonly house: Latency
  readonly many: Latency
  readonly manyLast: Latency
}

const WARM_UP = 500
const ONE = 1_000
const EIGHT = 3_000
const VISITS = 1_500
const CALLS = 1_500
const ROUNDS = 150
const MINIMUM_DELAY_MS = 15_000
const SHARE_PRIORITY = 0.1

type Issued = { readonly services: readonly string[]; readonly codes: string[] }

/** @param meanwhile fills the time in which nobody may be called yet. */
export async function measureRush(
  office: { readonly folder: string; readonly services: readonly string[] },
  meanwhile: () => Promise<unknown>,
): Promise<Rush> {
  const hall = await startHall({ folder: temporaryFolder('rush'), offices: office.folder })
  const issued: Issued = { services: office.services, codes: [] }
  await issue(hall, 8, WARM_UP, issued)
  const issueOne = await issue(hall, 1, ONE, issued)
  const issueEight = await issue(hall, 8, EIGHT, issued)
  const waited = await timed(meanwhile)
  await pause(Math.max(0, MINIMUM_DELAY_MS - waited))

  const staff = await clerks(hall)
  await inParallel(staff, 'call-next')
  const visits = await visitsPerSecond(staff)
  const calls = await callsPerSecond(staff)
  const few = latencyOf(await callsSeen(hall, staff, 10))
  const house = await wholeHouse(hall, staff)
  const { many, manyLast } = await thousandPhones(hall, staff, issued.codes)
  for (const each of staff) each.close()
  await hall.stop()
  return { issueOne, issueEight, calls, visits, few, house, many, manyLast }
}

async function issue(
  hall: Hall,
  kiosks: number,
  count: number,
  { services, codes }: Issued,
): Promise<number> {
  const people = await Promise.all(Array.from({ length: kiosks }, () => kiosk(hall)))
  const took = await timed(() =>
    shared(kiosks, count, async (index, each) => {
      const service = services[index % services.length] ?? ''
      const reply = await people[each]?.say('issue-ticket', {
        service,
        priority: index % 10 < SHARE_PRIORITY * 10,
      })
      codes.push(/"code":"([^"]+)"/.exec(reply?.body ?? '')?.[1] ?? '')
      if (reply?.status !== 200) throw new Error(reply?.body)
    }),
  )
  for (const person of people) person.close()
  return perSecond(count, took)
}

async function visitsPerSecond(staff: readonly Person[]): Promise<number> {
  const took = await timed(() =>
    shared(WINDOWS, VISITS, async (_, clerk) => {
      expectDone(await sayAt(staff, clerk, 'start-service'))
      expectDone(await sayAt(staff, clerk, 'finish-service', { callNext: true }))
    }),
  )
  await inParallel(staff, 'start-service')
  await inParallel(staff, 'finish-service')
  return perSecond(VISITS, took)
}

async function callsPerSecond(staff: readonly Person[]): Promise<number> {
  let took = 0
  for (let round = 0; round < CALLS / WINDOWS; round += 1) {
    took += await timed(() => inParallel(staff, 'call-next'))
    await inParallel(staff, 'start-service')
    await inParallel(staff, 'finish-service')
  }
  await inParallel(staff, 'call-next')
  return perSecond(CALLS, took)
}

async function inParallel(staff: readonly Person[], command: string): Promise<void> {
  await Promise.all(staff.map(async (_, clerk) => expectDone(await sayAt(staff, clerk, command))))
}

function sayAt(staff: readonly Person[], clerk: number, command: string, more: object = {}): Promise<Reply> {
  const person = staff[clerk]
  if (person === undefined) throw new Error(`no clerk at window ${clerk + 1}`)
  return person.say(command, { window: clerk + 1, ...more })
}

/** From the call's request until the last of five boards has the view: one call at a time, each clerk in turn. */
async function callsSeen(hall: Hall, staff: readonly Person[], restMs: number) {
  const { boards, close } = await openBoards(5, hall.port, OFFICE)
  const seen = await pushes({
    count: ROUNDS,
    boards,
    restMs,
    between: async (index) => expectDone(await sayAt(staff, index % WINDOWS, 'start-service')),
    async act(index) {
      const { body } = expectDone(await sayAt(staff, index % WINDOWS, 'finish-service', { callNext: true }))
      return (JSON.parse(body) as { version: number }).version // the API's answer
    },
  })
  close()
  return seen
}

/** The same with every screen of the house on the line: each clerk's, the kiosk's. */
async function wholeHouse(hall: Hall, staff: readonly Person[]): Promise<Latency> {
  const screens = staff.map((clerk, index) => ({ cookie: clerk.cookie, views: [`window/${index + 1}`] }))
  const lines = await Promise.all(
    [...screens, { cookie: undefined, views: ['kiosk'] }].map(({ cookie, views }) =>
      openLine({ port: hall.port, office: OFFICE, cookie, views, onView: () => {} }),
    ),
  )
  const latency = latencyOf(await callsSeen(hall, staff, 20))
  for (const line of lines) line.close()
  return latency
}

async function thousandPhones(hall: Hall, staff: readonly Person[], codes: readonly string[]) {
  const phones = await openPhones({
    kind: 'tickets',
    port: hall.port,
    office: OFFICE,
    codes: codes.slice(-PHONES),
  })
  const seen = await callsSeen(hall, staff, 50)
  const manyLast = phoneLatencyOf(seen, await phones.report())
  await phones.close()
  return { many: latencyOf(seen), manyLast }
}
