import { MINUTE } from '#shared/instant.ts'
import type { ServiceId, TicketId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { Recorded } from '#server/domain/events.ts'
import { openWindowsFor, type Day } from '#server/domain/day.ts'
import { evolve } from '#server/domain/evolve.ts'
import { calibrated, learned, UNCALIBRATED, type Calibration } from '#server/domain/waits/calibration.ts'
import { foretell, quantile, type Model } from '#server/domain/waits/forward.ts'
import { createLearner, type Learner } from '#server/domain/waits/learning.ts'
import { sceneOf } from '#server/domain/waits/scene.ts'
import { sharedWork } from '#server/domain/waits/shared-work.ts'
import { readOnlyLog } from '#server/store/log-reader.ts'
import type { Outcome, Score } from './trial.ts'

/** Every day of a hall's log once more, each ticket estimated from what was known when it was taken. */

type Said = {
  readonly service: ServiceId
  readonly issuedAt: Instant
  readonly estimates: readonly number[]
  readonly p90: number
}

const OURS = 'ours, learned'
const NAMES = [
  OURS,
  'position × mean ÷ windows',
  'mean of the last 10',
  'LES, last to enter service',
  'HOL, head of line',
  'shared-work QL',
]
const LOOK = 10 * MINUTE

/** @returns for each office how the estimates would have done; null when there is no hall in the folder. */
export async function replayed(
  folder: string,
  runs: number,
): Promise<readonly { readonly office: string; readonly outcome: Outcome }[] | null> {
  const log = readOnlyLog(folder)
  if (log === null) return null
  try {
    const outcomes = []
    for (const office of await log.offices())
      outcomes.push({ office, outcome: await replay(log.events(office), runs) })
    return outcomes
  } finally {
    await log.close()
  }
}

async function replay(events: AsyncIterable<Recorded>, runs: number): Promise<Outcome> {
  const learner = createLearner()
  const calibrations = new Map<ServiceId, Calibration>()
  const said = new Map<TicketId, Said>()
  const waits = new Map<ServiceId, number[]>()
  const sums = NAMES.map(() => ({ absolute: 0, signed: 0, under: 0 }))
  const covered = new Map<ServiceId, { yes: number; all: number }>()
  let count = 0
  let total = 0
  let day: Day | null = null
  let model: { readonly at: Instant; readonly of: Model } | null = null
  for await (const recorded of events) {
    const { event, at } = recorded
    if (event.type === 'day-opened') {
      said.clear()
      waits.clear()
      model = null
    }
    if (day !== null && event.type === 'ticket-issued' && openWindowsFor(day, event.service).length > 0) {
      if (model === null || at - model.at > LOOK) model = { at, of: modelAt(learner, day, at) }
      const estimates = estimate(day, at, event, model.of, calibrations, waits, runs)
      if (estimates !== null) said.set(event.ticket, { service: event.service, issuedAt: at, ...estimates })
    }
    if (event.type === 'ticket-called') {
      const told = said.get(event.ticket)
      said.delete(event.ticket)
      if (told !== undefined && event.reason.kind !== 'out-of-order') {
        const waited = at - told.issuedAt
        const p50 = told.estimates[0] ?? 0
        calibrations.set(
          told.service,
          learned(calibrations.get(told.service) ?? UNCALIBRATED, { p50, p90: told.p90 }, waited),
        )
        waits.set(told.service, [...(waits.get(told.service) ?? []), waited])
        if (told.p90 >= MINUTE) {
          count += 1
          total += waited
          told.estimates.forEach((each, index) => {
            const sum = sums[index]
            if (sum === undefined) return
            sum.absolute += Math.abs(each - waited)
            sum.signed += each - waited
            if (waited - each > 5 * MINUTE) sum.under += 1
          })
          const cover = covered.get(told.service) ?? { yes: 0, all: 0 }
          covered.set(told.service, { yes: cover.yes + (waited <= told.p90 ? 1 : 0), all: cover.all + 1 })
        }
      }
    }
    day = evolve(day, recorded)
    learner.learn(recorded)
  }
  const all = [...covered.values()]
  const scores = NAMES.map((estimator, index): Score => {
    const { absolute, signed, under } = sums[index] ?? { absolute: 0, signed: 0, under: 0 }
    return {
      estimator,
      error: absolute / count / MINUTE,
      bias: signed / count / MINUTE,
      understated: under / count,
      covered: estimator === OURS ? all.reduce((sum, { yes }) => sum + yes, 0) / count : null,
      coveredBy: estimator === OURS ? all.map(({ yes, all: of }) => yes / of) : [],
    }
  })
  return { tickets: count, meanWait: total / count / MINUTE, scores }
}

function modelAt(learner: Learner, { settings, plan, date }: Day, at: Instant): Model {
  const opensAt = plan.opensAt ?? at
  return learner.model(settings, {
    date,
    sinceOpening: at - opensAt,
    opening: (plan.closesAt ?? at) - opensAt,
  })
}

function estimate(
  day: Day,
  at: Instant,
  { service, priority }: { readonly service: ServiceId; readonly priority: boolean },
  model: Model,
  calibrations: ReadonlyMap<ServiceId, Calibration>,
  waits: ReadonlyMap<ServiceId, readonly number[]>,
  runs: number,
): { readonly estimates: readonly number[]; readonly p90: number } | null {
  const { scene, services } = sceneOf(day, at)
  const index = services.indexOf(service)
  const foretelling = foretell(scene, model, { runs, seed: day.version })
  foretelling.goOn(Infinity)
  const { ordinary, priority: preferred } = foretelling.futures().newcomers
  const calls = (priority ? preferred : ordinary)[index]
  const [p50, p90] = calls === undefined ? [null, null] : [quantile(calls, 0.5), quantile(calls, 0.9)]
  if (p50 === null || p90 === null) return null
  const told = calibrated({ p50, p90 }, calibrations.get(service) ?? UNCALIBRATED)
  const ahead = day.waiting.ordinary.filter((ticket) => ticket.service === service)
  const mean = model.service[index]?.mean ?? 0
  const last = waits.get(service) ?? []
  const head = ahead[0]
  return {
    p90: told.p90,
    estimates: [
      told.p50,
      ((ahead.length + 1) * mean) / openWindowsFor(day, service).length,
      last.length === 0
        ? 0
        : last.slice(-10).reduce((sum, each) => sum + each, 0) / Math.min(10, last.length),
      last.at(-1) ?? 0,
      head === undefined ? (last.at(-1) ?? 0) : at - head.issuedAt,
      sharedWork(scene, model, index)?.p50 ?? 0,
    ],
  }
}
