import { pause, percentile } from './figures.ts'
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
import { openLine } from './line.ts'
import type { Latency } from './latency.ts'

/** What foreseeing the waits costs those who work meanwhile: how long commands take with it, and without. */
export type Foreseen = {
  readonly told: Latency
  readonly notTold: Latency
  /** From a change of the line to the figures that know of it. */
  readonly refreshedMs: number
}

const WAITING = 200
/** No more than wait at the start: who comes meanwhile may not be called yet. */
const ROUNDS = 180
const CHANGES = 11
const MINIMUM_DELAY_MS = 15_000

type Busy = {
  readonly hall: Hall
  readonly door: Person
  readonly staff: readonly Person[]
  readonly each: number[]
}

/** Two halls side by side with 200 waiting and ten windows, one that foresees and one that does not, asked in turn. */
export async function measureForeseen(office: {
  readonly folder: string
  readonly services: readonly string[]
}): Promise<Foreseen> {
  const [told, notTold] = [await busyHall(office, 'told'), await busyHall(office, 'not-told')]
  await pause(MINIMUM_DELAY_MS)
  for (const { staff } of [told, notTold]) {
    for (let clerk = 0; clerk < WINDOWS; clerk += 1) expectDone(await said(staff, clerk, 'call-next'))
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const service = office.services[round % office.services.length] ?? ''
    const halls = round % 2 === 0 ? [told, notTold] : [notTold, told]
    for (const { door, staff, each } of halls) {
      const clerk = round % WINDOWS
      await pause(2 + Math.random() * 10)
      each.push(await lasting(() => door.say('issue-ticket', { service })))
      each.push(await lasting(() => said(staff, clerk, 'start-service')))
      each.push(await lasting(() => said(staff, clerk, 'finish-service', { callNext: true })))
    }
  }
  const refreshedMs = await refreshed(told, office.services[0] ?? '')
  for (const { hall, door, staff } of [told, notTold]) {
    for (const each of [door, ...staff]) each.close()
    await hall.stop()
  }
  return { told: latencyOf(told), notTold: latencyOf(notTold), refreshedMs }
}

async function busyHall(
  { folder, services }: { readonly folder: string; readonly services: readonly string[] },
  waits: 'told' | 'not-told',
): Promise<Busy> {
  const hall = await startHall({ folder: temporaryFolder(`waits-${waits}`), offices: folder, waits })
  const door = await kiosk(hall)
  for (let index = 0; index < WAITING; index += 1)
    expectDone(await door.say('issue-ticket', { service: services[index % services.length] ?? '' }))
  return { hall, door, staff: await clerks(hall), each: [] }
}

/** Someone takes a ticket, and the kiosk's figures count one more: the longest of some such changes. */
async function refreshed({ hall, door }: Busy, service: string): Promise<number> {
  let heard = () => {}
  const line = await openLine({ port: hall.port, office: OFFICE, views: ['waits'], onView: () => heard() })
  const each: number[] = []
  for (let change = 0; change < CHANGES; change += 1) {
    await pause(2_000) // the figures of the change before are told
    const began = performance.now()
    const told = new Promise<void>((resolve) => {
      heard = resolve
    })
    expectDone(await door.say('issue-ticket', { service }))
    await told
    each.push(performance.now() - began)
  }
  line.close()
  return Math.max(...each)
}

function said(staff: readonly Person[], clerk: number, command: string, more: object = {}) {
  const person = staff[clerk]
  if (person === undefined) throw new Error(`no clerk at window ${clerk + 1}`)
  return person.say(command, { window: clerk + 1, ...more })
}

async function lasting(work: () => ReturnType<Person['say']>): Promise<number> {
  const began = performance.now()
  expectDone(await work())
  return performance.now() - began
}

function latencyOf({ each }: Busy): Latency {
  return { p50: percentile(each, 50), p99: percentile(each, 99) }
}
