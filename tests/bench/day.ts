import { readFileSync } from 'node:fs'
import { median, pause } from './figures.ts'
import { clerks, expectDone, kiosk, startHall, temporaryFolder, type Hall, type Person } from './hall.ts'
import type { Reply } from './wire.ts'

/** A whole day: five thousand people come, and as many as come are served; what it costs early and late, and after it. */
export type DayFigures = {
  readonly tickets: number
  readonly seconds: number
  /** Medians of answers, in milliseconds, and the server's own time for one visit, in microseconds: early, and late. */
  readonly early: Cost
  readonly late: Cost
  readonly residentMb: number
  readonly peakMb: number
  /** From the process's start to its first answer, with that day in the database, in milliseconds. */
  readonly startMs: number
  readonly emptyStartMs: number
}
export type Cost = { readonly issueMs: number; readonly callMs: number; readonly visitMicros: number }

const TICKETS = 5_000
const LINE = 100
/** The office's 15 seconds at the printer pass in an eighth of one. */
const SPEED = 120
/** Early and late are measured over as many tickets, early once the server has warmed up. */
const STRETCH = 1_000
const EARLY_FROM = 1_000
const STARTS = 5

export async function measureDay(office: {
  readonly folder: string
  readonly services: readonly string[]
}): Promise<DayFigures> {
  const folder = temporaryFolder('day')
  const hall = await startHall({ folder, offices: office.folder, at: '2026-11-25T08:30', speed: SPEED })
  const began = performance.now()
  const { early, late } = await wholeDay(hall, office.services)
  const seconds = (performance.now() - began) / 1_000
  const [residentMb, peakMb] = [memoryMb(hall, 'VmRSS'), memoryMb(hall, 'VmHWM')]
  await hall.stop()

  const starts: number[] = []
  const emptyStarts: number[] = []
  for (let index = 0; index < STARTS; index += 1) {
    starts.push(await startOnce(folder, office.folder, 'demo'))
    emptyStarts.push(await startOnce(temporaryFolder('empty'), office.folder, 'main'))
  }
  return {
    tickets: TICKETS,
    seconds,
    early,
    late,
    residentMb,
    peakMb,
    startMs: median(starts),
    emptyStartMs: median(emptyStarts),
  }
}

async function startOnce(folder: string, offices: string, entry: 'demo' | 'main'): Promise<number> {
  const hall = await startHall({ folder, offices, entry })
  await hall.stop()
  return hall.startedMs
}

/** Keeps the line at one length: whoever is called is followed by someone new. */
async function wholeDay(
  hall: Hall,
  services: readonly string[],
): Promise<{ readonly early: Cost; readonly late: Cost }> {
  const door = await kiosk(hall)
  const staff = await clerks(hall)
  let issued = 0
  let called = 0
  const times = { issue: [] as number[], call: [] as number[] }
  const cpu = new Map<number, number>()

  async function comeIn() {
    if (issued % STRETCH === 0) cpu.set(issued, processorMicros(hall))
    const service = services[issued % services.length] ?? ''
    issued += 1
    times.issue.push(await took(() => door.say('issue-ticket', { service, priority: issued % 10 === 0 })))
  }

  async function visitors() {
    while (issued < TICKETS) {
      if (issued - called < LINE) await comeIn()
      else await pause(1)
    }
    cpu.set(TICKETS, processorMicros(hall))
  }

  async function clerk(person: Person, number: number) {
    const window = { window: number + 1 }
    while (called < TICKETS) {
      const began = performance.now()
      const { status, body } = await person.say('call-next', window)
      if (status !== 200) {
        if (!/"(too-soon|nobody-waiting)"/.test(body)) throw new Error(body)
        await pause(4)
        continue
      }
      times.call.push(performance.now() - began)
      called += 1
      expectDone(await person.say('start-service', window))
      expectDone(await person.say('finish-service', window))
    }
  }

  await Promise.all([visitors(), ...staff.map(clerk)])
  door.close()
  for (const person of staff) person.close()
  const costFrom = (from: number): Cost => ({
    issueMs: median(times.issue.slice(from, from + STRETCH)),
    callMs: median(times.call.slice(from, from + STRETCH)),
    visitMicros: ((cpu.get(from + STRETCH) ?? Number.NaN) - (cpu.get(from) ?? Number.NaN)) / STRETCH,
  })
  return { early: costFrom(EARLY_FROM), late: costFrom(TICKETS - STRETCH) }
}

async function took(ask: () => Promise<Reply>): Promise<number> {
  const began = performance.now()
  expectDone(await ask())
  return performance.now() - began
}

/** @returns how long the server's main thread has had a processor, in microseconds. */
function processorMicros({ pid }: Hall): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000
}

export function memoryMb({ pid }: Hall, field: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) / 1_024
}
