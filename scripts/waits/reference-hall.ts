import { MINUTE } from '#shared/instant.ts'
import { exponential, lognormal, randomFrom, type Random } from '#server/domain/waits/random.ts'
import { createSimulator, type Hall, type Visitor } from '#server/domain/waits/simulator.ts'

/** A synthetic hall for comparing estimates: four services, six windows, one busy day, the same for every run and rule. */

export const SERVICES = ['A', 'B', 'C', 'D'] as const
export const TRUE_MEANS = [4, 8, 12, 2].map((minutes) => minutes * MINUTE)
export const VARIATIONS = [0.8, 1, 0.7, 1]
const SHARES = [0.35, 0.3, 0.2, 0.15]
const HOURLY = [0.8, 1.2, 1.35, 1.1, 0.7, 0.8, 1.1, 0.9]
export const SHARE_PRIORITY = 0.12
const DAY_MS = 480 * MINUTE

export const HALL: Hall = {
  windows: [
    [0, 3, 1],
    [0, 3, 2],
    [1, 3, 0],
    [1, 0, 2],
    [2, 0, 3],
    [2, 1, 0],
  ],
  lines: 4,
  rules: { priorityWeight: 3, maxOvertaken: Number.POSITIVE_INFINITY, standardMs: Number.POSITIVE_INFINITY },
}

/** What may be otherwise than foreseen. */
export type Oddity = {
  /** Arrivals a minute. */
  readonly arrivals: number
  /** Times as long, at that moment of the day. */
  readonly pace?: (at: number) => number
  /** A window that closes, once it is free, without anybody having known. */
  readonly closing?: { readonly window: number; readonly at: number }
}

export type Arrival = { readonly visitor: Visitor; readonly ms: number }

/** A service at a window that has begun. */
export type InService = { readonly visitor: Visitor; readonly startedAt: number; readonly endsAt: number }

/** The hall as it stands when somebody arrives, before they join the line. */
export type Moment = {
  readonly at: number
  readonly arrival: Visitor
  readonly isScored: boolean
  readonly waiting: readonly Visitor[]
  readonly windows: readonly (InService | 'free' | 'closed')[]
}

export type Started = {
  readonly visitor: Visitor
  readonly at: number
  readonly waited: number
  readonly ms: number
}

/**
 * Lets one day pass, its queue served to the end.
 * @param onArrival sees each arrival before they wait. @param onStart each start of a service, in order of time.
 */
export function passDay(
  seed: number,
  { arrivals, pace = () => 1, closing }: Oddity,
  onArrival: (moment: Moment) => void,
  onStart: (started: Started, window: number) => void,
  onEnd: (visitor: number, line: number, window: number, at: number) => void = () => {},
): void {
  const coming = arrivalsOf(randomFrom(seed, 1), arrivals)
  const waiting: Visitor[] = []
  const windows: (InService | 'free' | 'closed')[] = HALL.windows.map(() => 'free')
  const simulator = createSimulator(HALL)
  for (const window of HALL.windows.keys()) simulator.open(window, 0)
  let next = 0
  simulator.run(
    {
      arriving: () => coming[next++]?.visitor,
      arrived(visitor, at) {
        const isFree = HALL.windows.some(
          (lines, window) => windows[window] === 'free' && lines.includes(visitor.line),
        )
        onArrival({ at, arrival: visitor, isScored: !visitor.priority && !isFree, waiting, windows })
        waiting.push(visitor)
      },
      called(visitor, window, at) {
        const ms = (coming[visitor.id]?.ms ?? 0) * pace(at)
        waiting.splice(waiting.indexOf(visitor), 1)
        windows[window] = { visitor, startedAt: at, endsAt: at + ms }
        onStart({ visitor, at, waited: at - visitor.since, ms }, window)
        return ms
      },
      freed(window, at, isOpen) {
        const was = windows[window]
        if (was !== undefined && typeof was !== 'string') onEnd(was.visitor.id, was.visitor.line, window, at)
        windows[window] = isOpen ? 'free' : 'closed'
      },
      ...(closing === undefined ? {} : { changes: [{ ...closing, open: false }] }),
    },
    0,
  )
}

/** The day's people, drawn before anything happens, so that whatever is tried out meets the same ones. */
function arrivalsOf(random: Random, perMinute: number): readonly Arrival[] {
  const all: Arrival[] = []
  const peak = (perMinute * Math.max(...HOURLY)) / MINUTE
  let at = 0
  for (;;) {
    at += exponential(random, 1 / peak)
    if (at >= DAY_MS) return all
    const factor = HOURLY[Math.floor(at / (60 * MINUTE))] ?? 0
    if (random.next() * peak >= (perMinute * factor) / MINUTE) continue // P. Lewis and G. Shedler, thinning, 1979
    const line = pick(random.next())
    const id = all.length
    all.push({
      visitor: {
        since: at,
        order: id,
        overtaken: 0,
        readyAt: at,
        line,
        priority: random.next() < SHARE_PRIORITY,
        id,
      },
      ms: lognormal(random, TRUE_MEANS[line] ?? 0, VARIATIONS[line] ?? 1),
    })
  }
}

function pick(chance: number): number {
  let left = chance
  return Math.max(
    0,
    SHARES.findIndex((share) => (left -= share) < 0),
  )
}
