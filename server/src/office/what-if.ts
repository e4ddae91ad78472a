import type { LocalDate, LocalTime } from '#shared/ids.ts'
import { instant, MINUTE, SECOND } from '#shared/instant.ts'
import type { WhatIfAnswer, WhatIfBody } from '#shared/what-if.ts'
import { instantAt, localTime } from '../domain/calendar.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import type { DemandBook } from '../domain/waits/demand.ts'
import type { Model } from '../domain/waits/forward.ts'
import { assess, fewestWindows, HALF_HOUR, type Demand, type Plan, type Trial } from '../domain/waits/plan.ts'

/** How large a share within the standard a plan for staff should keep. */
export const TARGET = 0.95
const DAYS = 30
/** The same days for every plan. */
const SEED = 2_026

type Known = {
  readonly settings: OfficeSettings
  readonly book: Pick<DemandBook, 'ofDay' | 'forecast'>
  readonly model: Model
  readonly today: LocalDate
}

/** Answers what would be. A generator: whoever runs it gives way to other work between the steps. */
export function* whatIf(
  { settings, book, model, today }: Known,
  body: WhatIfBody,
): Generator<undefined, WhatIfAnswer> {
  const past = body.date <= today ? book.ofDay(settings, body.date) : null
  const forecast = book.forecast(settings, body.date)
  const demand = withHours(past ?? forecast.demand, settings, body.closes)
  const halves = demand.halfHours.length
  const plain = usualPlan(settings, halves)
  const wished = planOf(plain, settings, body)
  const trial = (plan: Plan): Trial => ({ plan, demand, occupied: model.occupied, days: DAYS, seed: SEED })
  const usual = yield* assess(trial(plain))
  const plan = yield* assess(trial(wished))
  const sought = body.seek === true ? yield* fewestWindows(trial(wished), TARGET) : null
  const assessment = sought === null ? null : yield* assess(trial(sought))
  return {
    date: body.date,
    source: past !== null ? 'log' : forecast.restsOn.days > 0 ? 'forecast' : 'example',
    restsOn: forecast.restsOn,
    isPeak: forecast.isPeak,
    halves: halfHoursOf(settings, body.date, halves),
    people: settings.services.map(({ id }, index) => ({
      service: id,
      counts: demand.halfHours.map((counts) => Math.round((counts[index] ?? 0) * 10) / 10),
    })),
    usual,
    plan,
    sought:
      sought === null || assessment === null
        ? null
        : {
            target: TARGET,
            windows: settings.windows.map(({ window }, index) => ({
              window,
              open: sought.open[index] ?? [],
            })),
            assessment,
          },
    isTargetInReach: body.seek === true ? sought !== null : null,
  }
}

/** Runs it to its end, a step at a time, after whatever else has come meanwhile. */
export async function inSteps<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + 4
    let step = steps.next()
    while (step.done !== true && performance.now() < until) step = steps.next()
    if (step.done === true) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Every window open from opening to the limit, the rules as they are. */
export function usualPlan(settings: OfficeSettings, halves: number): Plan {
  const numbers = new Map(settings.services.map(({ id }, index) => [id, index]))
  const { dispatch, hours } = settings
  return {
    open: settings.windows.map(() => Array.from({ length: halves }, () => true)),
    serves: settings.windows.map(({ services }) => services.flatMap((id) => numbers.get(id) ?? [])),
    priorityWeight: dispatch.priorityWeight,
    maxOvertaken: dispatch.maxOvertaken,
    standardMinutes: dispatch.standardMinutes,
    minimumDelayMs: dispatch.minimumDelaySeconds * SECOND,
    limitMs: halves * HALF_HOUR + hours.limitMinutes * MINUTE,
  }
}

function planOf(plain: Plan, settings: OfficeSettings, body: WhatIfBody): Plan {
  const numbers = new Map(settings.services.map(({ id }, index) => [id, index]))
  const asked = new Map(body.windows?.map((each) => [each.window, each]))
  return {
    ...plain,
    priorityWeight: body.priorityWeight ?? plain.priorityWeight,
    standardMinutes: body.standardMinutes ?? plain.standardMinutes,
    open: plain.open.map((halves, index) => {
      const own = asked.get(settings.windows[index]?.window ?? 0)
      if (own === undefined) return body.windows === undefined ? halves : halves.map(() => false)
      return halves.map((_, half) => own.open[half] ?? own.open.at(-1) ?? false)
    }),
    serves: plain.serves.map((lines, index) => {
      const own = asked.get(settings.windows[index]?.window ?? 0)?.services
      return own === undefined ? lines : own.flatMap((id) => numbers.get(id) ?? [])
    }),
  }
}

/** Hours that end earlier let fewer half hours of people in; later ones bring as many as the last half hour did. */
function withHours(demand: Demand, { hours }: OfficeSettings, closes: LocalTime | undefined): Demand {
  if (closes === undefined) return demand
  const halves = Math.max(1, Math.ceil((minutesOf(closes) - minutesOf(hours.opens)) / 30))
  const last = demand.halfHours.at(-1) ?? []
  return { ...demand, halfHours: Array.from({ length: halves }, (_, half) => demand.halfHours[half] ?? last) }
}

function halfHoursOf(settings: OfficeSettings, date: LocalDate, halves: number): readonly LocalTime[] {
  const opens = instantAt(date, settings.hours.opens, settings.zone)
  return Array.from({ length: halves }, (_, half) =>
    localTime(instant(opens + half * HALF_HOUR), settings.zone),
  )
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
