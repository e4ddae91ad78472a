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
/** The office's 15 seconds at the printer pass in an eighth of one; a little later whoever came may be called. */
const SPEED = 120
const RIPE_MS = 15_000 / SPEED + 10
/** Early and late are measured over as many tickets each: early is the second stretch, once the server is warm. */
const STRETCH = 1_000
const EARLY = 1
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
  const cameAt: number[] = []
  const times = { issue: [] as number[], call: [] as number[] }
  const processor: number[] = []
  let called = 0

  async function visitors() {
    while (cameAt.length < TICKETS) {
      while (cameAt.length - called >= LINE) await pause(1)
      if (cameAt.length % STRETCH === 0) processor.push(processorMicros(hall))
      const service = services[cameAt.length % services.length] ?? ''
      const priority = cameAt.length % 10 === 0
      times.issue.push(await took(() => door.say('issue-ticket', { service, priority })))
      cameAt.push(performance.now())
    }
    processor.push(processorMicros(hall))
  }

  async function clerk(person: Person, number: number) {
    const window = { window: number + 1 }
    while (called < TICKETS) {
      const index = called
      called += 1
      while ((cameAt[index] ?? Number.POSITIVE_INFINITY) > performance.now() - RIPE_MS) await pause(2)
      times.call.push(await took(() => person.say('call-next', window)))
      expectDone(await person.say('start-service', window))
      expectDone(await person.say('finish-service', window))
    }
  }

  await Promise.all([visitors(), ...staff.map(clerk)])
  door.close()
  for (const person of staff) person.close()
  const costFrom = (stretch: number): Cost => ({
    issueMs: median(times.issue.slice(stretch * STRETCH, (stretch + 1) * STRETCH)),
    callMs: median(times.call.slice(stretch * STRETCH, (stretch + 1) * STRETCH)),
    visitMicros: ((processor[stretch + 1] ?? Number.NaN) - (processor[stretch] ?? Number.NaN)) / STRETCH,
  })
  return { early: costFrom(EARLY), late: costFrom(TICKETS / STRETCH - 1) }
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
