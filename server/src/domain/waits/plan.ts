import { MINUTE } from '#shared/instant.ts'
import { draw, type Durations } from './durations.ts'
import { exponential, randomFrom, type Random } from './random.ts'
import { createSimulator, type Hall, type Visitor } from './simulator.ts'

/**
 * What if: a day of the hall, with other people at the windows, other hours, other rules. The same simulator, the same
 * rule of who goes first; the same visitors for every plan that is compared (common random numbers), so that what differs
 * is the plan and not the luck.
 */

export const HALF_HOUR = 30 * MINUTE

/** How many come, in each half hour after opening, for each service; and the share of them that asks for priority. */
export type Demand = {
  readonly halfHours: readonly (readonly number[])[]
  readonly priorityShare: number
}

export type Plan = {
  /** Whether the window is open in that half hour after opening; the last entry holds until the limit. */
  readonly open: readonly (readonly boolean[])[]
  /** Which services each window does, by the services' number. */
  readonly serves: readonly (readonly number[])[]
  readonly priorityWeight: number
  readonly maxOvertaken: number
  readonly standardMinutes: number
  readonly minimumDelayMs: number
  /** Until when people are served after opening; whoever waits then is unserved. */
  readonly limitMs: number
}

/** One day as it went. */
export type DayOutcome = {
  readonly waits: readonly { readonly halfHour: number; readonly service: number; readonly ms: number }[]
  readonly unserved: number
  readonly came: number
  /** Working time over open time, of all windows. */
  readonly utilisation: number
}

export type Visit = {
  readonly at: number
  readonly service: number
  readonly priority: boolean
  readonly ms: number
}

/** @returns a day's people, drawn before anything happens: the same for every plan with this seed. */
export function visitsOf(demand: Demand, occupied: readonly Durations[], seed: number): readonly Visit[] {
  const arrivals = randomFrom(seed, 1)
  const lengths = randomFrom(seed, 2)
  const visits: Visit[] = []
  demand.halfHours.forEach((counts, half) => {
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (total <= 0) return
    let at = half * HALF_HOUR
    for (;;) {
      at += exponential(arrivals, HALF_HOUR / total)
      if (at >= (half + 1) * HALF_HOUR) break
      const service = pick(counts, arrivals.next() * total)
      const priority = arrivals.next() < demand.priorityShare
      visits.push({ at, service, priority, ms: drawn(occupied, service, lengths) })
    }
  })
  return visits
}

function pick(counts: readonly number[], chance: number): number {
  let left = chance
  const found = counts.findIndex((count) => (left -= count) < 0)
  return found < 0 ? counts.length - 1 : found
}

function drawn(occupied: readonly Durations[], service: number, random: Random): number {
  const durations = occupied[service]
  return durations === undefined ? 0 : draw(durations, random)
}

/** @returns how the day goes with these people under this plan. */
export function pass(plan: Plan, services: number, visits: readonly Visit[]): DayOutcome {
  const { serves, priorityWeight, maxOvertaken, standardMinutes, minimumDelayMs, limitMs } = plan
  const hall: Hall = {
    windows: serves,
    lines: services,
    rules: { priorityWeight, maxOvertaken, standardMs: standardMinutes * MINUTE },
  }
  const simulator = createSimulator(hall)
  const calledAt = visits.map(() => Number.NaN)
  let worked = 0
  let next = 0
  const visitors = visits.map(({ at, service, priority }, id): Visitor => ({
    since: at,
    order: id,
    overtaken: 0,
    readyAt: at + minimumDelayMs,
    line: service,
    priority,
    id,
  }))
  plan.open.forEach((halves, window) => {
    if (halves[0] === true) simulator.open(window, 0)
  })
  simulator.run(
    {
      arriving: () => visitors[next++],
      called({ id }, _, at) {
        calledAt[id] = at
        const { ms = 0 } = visits[id] ?? {}
        worked += Math.min(ms, limitMs - at)
        return ms
      },
      changes: changesOf(plan),
    },
    0,
    limitMs - 1,
  )
  return {
    waits: visits.map(({ at, service }, id) => ({
      halfHour: Math.floor(at / HALF_HOUR),
      service,
      ms: (Number.isNaN(calledAt[id]) ? limitMs : (calledAt[id] ?? limitMs)) - at, // at least so long: who is left out counts
    })),
    unserved: calledAt.filter(Number.isNaN).length,
    came: visits.length,
    utilisation: worked / Math.max(1, openTime(plan)),
  }
}

function changesOf({ open }: Plan): { at: number; window: number; open: boolean }[] {
  return open
    .flatMap((halves, window) =>
      halves.flatMap((is, half) =>
        half > 0 && is !== halves[half - 1] ? [{ at: half * HALF_HOUR, window, open: is }] : [],
      ),
    )
    .sort((a, b) => a.at - b.at)
}

/** Of all windows together, until the limit; the last half hour named holds until then. */
function openTime({ open, limitMs }: Plan): number {
  return open.reduce(
    (sum, halves) =>
      sum +
      halves.reduce((own, is, half) => {
        if (!is) return own
        const end = half === halves.length - 1 ? limitMs : (half + 1) * HALF_HOUR
        return own + Math.max(0, end - half * HALF_HOUR)
      }, 0),
    0,
  )
}

/** A figure with the interval in which its true value lies in 95 of a hundred cases. */
export type Interval = { readonly mean: number; readonly low: number; readonly high: number }

export type Assessment = {
  readonly days: number
  /** By half hour of arrival, milliseconds; null where nobody came. */
  readonly median: readonly (Interval | null)[]
  readonly p90: readonly (Interval | null)[]
  readonly within: readonly (Interval | null)[]
  /** Over the whole day. */
  readonly whole: {
    readonly medianMs: Interval
    readonly p90Ms: Interval
    /** Share of all who came, the unserved too, called within the standard. */
    readonly within: Interval
    readonly unserved: Interval
    readonly utilisation: Interval
  }
}

export type Trial = {
  readonly plan: Plan
  readonly demand: Demand
  /** From call to free window, by service. */
  readonly occupied: readonly Durations[]
  /** So many days, at least thirty, so that the intervals mean something. */
  readonly days: number
  readonly seed: number
}

/** Passes the days one by one, giving way after each; the result at the end. */
export function* assess({ plan, demand, occupied, days, seed }: Trial): Generator<undefined, Assessment> {
  const outcomes: DayOutcome[] = []
  for (let day = 0; day < days; day += 1) {
    outcomes.push(pass(plan, occupied.length, visitsOf(demand, occupied, seed + day)))
    yield
  }
  return assessmentOf(outcomes, plan.standardMinutes * MINUTE, demand.halfHours.length)
}

function assessmentOf(outcomes: readonly DayOutcome[], standardMs: number, halves: number): Assessment {
  const byHalf = (figure: (waits: readonly number[]) => number) =>
    Array.from({ length: halves }, (_, half) => {
      const values = outcomes.flatMap(({ waits }) => {
        const mine = waits.flatMap(({ halfHour, ms }) => (halfHour === half ? [ms] : []))
        return mine.length === 0 ? [] : [figure(mine)]
      })
      return values.length < 2 ? null : intervalOf(values)
    })
  const whole = (figure: (waits: readonly number[]) => number) =>
    intervalOf(outcomes.map(({ waits }) => (waits.length === 0 ? 0 : figure(waits.map(({ ms }) => ms)))))
  const share = (waits: readonly number[]) =>
    waits.length === 0 ? 1 : waits.filter((ms) => ms <= standardMs).length / waits.length
  return {
    days: outcomes.length,
    median: byHalf(at(0.5)),
    p90: byHalf(at(0.9)),
    within: byHalf(share),
    whole: {
      medianMs: whole(at(0.5)),
      p90Ms: whole(at(0.9)),
      within: intervalOf(outcomes.map(({ waits }) => share(waits.map(({ ms }) => ms)))),
      unserved: intervalOf(outcomes.map(({ unserved }) => unserved)),
      utilisation: intervalOf(outcomes.map(({ utilisation }) => utilisation)),
    },
  }
}

function at(share: number): (values: readonly number[]) => number {
  return (values) => {
    const rising = values.toSorted((a, b) => a - b)
    return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? 0
  }
}

/** Student's t for 95 %, two-sided, at 29 degrees of freedom and more. */
const T = 2.045

export function intervalOf(values: readonly number[]): Interval {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, values.length - 1)
  const half = T * Math.sqrt(variance / values.length)
  return { mean, low: mean - half, high: mean + half }
}

/**
 * How many windows, and when, for so large a share within the standard: beginning with everyone at their window, one
 * window after the other is closed in one half hour after the other, where that keeps the promise and leaves no service
 * without a window. Each step is a whole set of days.
 * @returns the plan; null when even all windows do not keep the promise.
 */
export function* fewestWindows(trial: Trial, target: number): Generator<undefined, Plan | null> {
  const { demand, occupied, days, seed } = trial
  const halves = demand.halfHours.length
  let plan: Plan = {
    ...trial.plan,
    open: trial.plan.serves.map((lines) => Array.from({ length: halves }, () => lines.length > 0)),
  }
  const visits = Array.from({ length: days }, (_, day) => visitsOf(demand, occupied, seed + day))
  if (!(yield* keeps(plan, target, visits, occupied.length))) return null
  // First in blocks of two hours, so that a plan can be lived by; then half an hour more beside what is closed already.
  for (const from of quietestFirst(demand)) {
    for (const window of byUsefulness(plan)) {
      const fewer = closedIn(plan, window, from, Math.min(halves, from + BLOCK))
      if (fewer !== null && (yield* keeps(fewer, target, visits, occupied.length))) plan = fewer
    }
  }
  for (const window of byUsefulness(plan)) {
    for (let half = 0; half < halves; half += 1) {
      const own = plan.open[window] ?? []
      const isBeside = own[half - 1] === false || own[half + 1] === false || half === 0 || half === halves - 1
      const fewer = isBeside ? closedIn(plan, window, half, half + 1) : null
      if (fewer !== null && (yield* keeps(fewer, target, visits, occupied.length))) plan = fewer
    }
  }
  return plan
}

/** Where each block begins, those in which fewest people come first. */
function quietestFirst({ halfHours }: Demand): readonly number[] {
  const people = (from: number) =>
    halfHours
      .slice(from, from + BLOCK)
      .reduce((sum, counts) => sum + counts.reduce((own, each) => own + each, 0), 0)
  return Array.from({ length: Math.ceil(halfHours.length / BLOCK) }, (_, block) => block * BLOCK).sort(
    (a, b) => people(a) - people(b),
  )
}

/** Half hours that are closed together at first. */
const BLOCK = 4

/** Windows that do least of what only they do come first: they are missed least. */
function byUsefulness({ serves }: Plan): readonly number[] {
  const windows = [...serves.keys()]
  const shared = (window: number) =>
    Math.min(...(serves[window] ?? []).map((line) => serves.filter((lines) => lines.includes(line)).length))
  return windows.sort((a, b) => shared(b) - shared(a))
}

/** @returns the plan without that window in those half hours; null when it was not open, or a service would have none. */
function closedIn(plan: Plan, window: number, from: number, to: number): Plan | null {
  const isIn = (half: number) => half >= from && half < to
  if (!(plan.open[window] ?? []).some((is, half) => is && isIn(half))) return null
  const open = plan.open.map((halves, each) =>
    each === window ? halves.map((is, half) => is && !isIn(half)) : halves,
  )
  for (let half = from; half < to; half += 1) {
    const isLeft = (line: number) =>
      plan.serves.some((lines, each) => open[each]?.[half] === true && lines.includes(line))
    if (!(plan.serves[window] ?? []).every(isLeft)) return null
  }
  return { ...plan, open }
}

function* keeps(
  plan: Plan,
  target: number,
  days: readonly (readonly Visit[])[],
  services: number,
): Generator<undefined, boolean> {
  const mayMiss = (1 - target) * days.reduce((sum, visits) => sum + visits.length, 0)
  let missed = 0
  for (const visits of days) {
    for (const { ms } of pass(plan, services, visits).waits)
      if (ms > plan.standardMinutes * MINUTE) missed += 1
    if (missed > mayMiss) return false
    yield
  }
  return true
}
