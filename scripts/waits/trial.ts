import type { LocalDate, OfficeId, ServiceId, StaffId, TicketCode, TicketId } from '#shared/ids.ts'
import { instant, MINUTE, type Instant } from '#shared/instant.ts'
import { instantAt, nextDate, planOf } from '#server/domain/calendar.ts'
import type { DayEvent, Quoted } from '#server/domain/events.ts'
import { OfficeSettings } from '#server/domain/settings.ts'
import { calibrated } from '#server/domain/waits/calibration.ts'
import { scaled } from '#server/domain/waits/durations.ts'
import { foretell, quantile, type Model, type Scene } from '#server/domain/waits/forward.ts'
import { createLearner, type Learner } from '#server/domain/waits/learning.ts'
import { SIMPLE, type History } from './estimators.ts'
import {
  HALL,
  passDay,
  SERVICES,
  TRUE_MEANS,
  type Moment,
  type Oddity,
  type Started,
} from './reference-hall.ts'

/** A trial of the estimate in the reference hall: days to learn from, then days on which each saying is kept and scored. */
export type Trial = {
  readonly name: string
  readonly days: number
  readonly runs: number
  readonly seed: number
  readonly hall: Oddity
  /** By how much the means the office has configured are off; the learning starts from them. */
  readonly configured?: number
  /** Earlier days to learn from; 20 unless said. */
  readonly earlier?: number
  /** By how much all learned lengths are off, for good: only the calibration can heal that. */
  readonly spoiled?: number
}

export type Score = {
  readonly estimator: string
  /** Minutes. */
  readonly error: number
  readonly bias: number
  /** Share of tickets told more than five minutes too little. */
  readonly understated: number
  /** Share called within the ninetieth, over all and by service; null for rules that say no ninetieth. */
  readonly covered: number | null
  readonly coveredBy: readonly number[]
}

export type Outcome = {
  readonly tickets: number
  readonly meanWait: number
  readonly scores: readonly Score[]
}

const FIRST_DAY = '2026-02-02' as LocalDate // a Monday
const SHORTEST_LOOK = 30 * MINUTE

export function attempt(trial: Trial): Outcome {
  const { days, runs, seed, hall, configured = 1, earlier = 20, spoiled = 1 } = trial
  const settings = referenceOffice(configured)
  const learner = createLearner()
  const ours = tally()
  const plain = SIMPLE.map(tally)
  let waits = 0
  for (let day = 0; day < earlier + days; day += 1) {
    const isScoredDay = day >= earlier
    const log = logOf(settings, learner, nextDate(FIRST_DAY, day))
    const history: Started[][] = SERVICES.map(() => [])
    const said = new Map<number, { readonly quoted: Quoted; readonly simple: readonly number[] }>()
    let model: Model | null = null
    let modelAt = Number.NEGATIVE_INFINITY
    passDay(
      seed + day,
      hall,
      (moment) => {
        if (model === null || moment.at - modelAt >= SHORTEST_LOOK) {
          model = spoil(
            learner.model(settings, { date: log.date, sinceOpening: moment.at, opening: 480 * MINUTE }),
            spoiled,
          )
          modelAt = moment.at
        }
        const quoted = say(moment, model, learner, runs, seed + day)
        log.issued(moment, quoted)
        if (isScoredDay && moment.isScored && quoted !== null) {
          const simple = SIMPLE.map((each) => each.estimate(moment, history as History, TRUE_MEANS))
          said.set(moment.arrival.id, { quoted, simple })
        }
      },
      (started, window) => {
        log.started(started, window)
        if (!started.visitor.priority) history[started.visitor.line]?.push(started)
        const told = said.get(started.visitor.id)
        if (told === undefined) return
        waits += started.waited
        ours.add(started, told.quoted.p50Ms, told.quoted.p90Ms)
        told.simple.forEach((estimate, index) => plain[index]?.add(started, estimate, null))
      },
      log.ended,
    )
  }
  const scores = [
    ours.score('ours, learned'),
    ...SIMPLE.map(({ name }, index) => (plain[index] ?? tally()).score(name)),
  ]
  return { tickets: ours.count(), meanWait: waits / ours.count() / MINUTE, scores }
}

function say(moment: Moment, model: Model, learner: Learner, runs: number, seed: number): Quoted | null {
  const { arrival } = moment
  const foretelling = foretell(sceneAt(moment), model, { runs, seed: seed * 1_000 + arrival.id })
  foretelling.goOn(Infinity)
  const { ordinary, priority } = foretelling.futures().newcomers
  const calls = (arrival.priority ? priority : ordinary)[arrival.line]
  const raw = calls && { p50: quantile(calls, 0.5), p90: quantile(calls, 0.9) }
  if (raw === undefined || raw.p50 === null || raw.p90 === null) return null
  const told = calibrated({ p50: raw.p50, p90: raw.p90 }, learner.calibrationOf(serviceId(arrival.line)))
  return { p50Ms: told.p50, p90Ms: told.p90, basis: 'futures' }
}

function spoil(model: Model, factor: number): Model {
  if (factor === 1) return model
  const all = (each: Model['service']) => each.map((durations) => scaled(durations, factor))
  return { ...model, service: all(model.service), occupied: all(model.occupied) }
}

export function sceneAt({ at, waiting, windows }: Moment): Scene {
  return {
    hall: HALL,
    services: SERVICES.length,
    minimumDelay: 0,
    windows: windows.map((window) =>
      typeof window === 'string'
        ? { state: window }
        : { state: 'serving', service: window.visitor.line, elapsed: at - window.startedAt },
    ),
    waiting: waiting.map(({ since, order, overtaken, line, priority }) => ({
      since: since - at,
      issuedAt: since - at,
      order,
      overtaken,
      line,
      service: line,
      priority,
    })),
  }
}

function tally() {
  let count = 0
  let absolute = 0
  let signed = 0
  let understated = 0
  const covered = SERVICES.map(() => ({ yes: 0, all: 0 }))
  return {
    count: () => count,
    add({ visitor, waited }: Started, estimate: number, p90: number | null) {
      count += 1
      absolute += Math.abs(estimate - waited)
      signed += estimate - waited
      if (waited - estimate > 5 * MINUTE) understated += 1
      const mine = covered[visitor.line]
      if (p90 === null || mine === undefined) return
      mine.all += 1
      if (waited <= p90) mine.yes += 1
    },
    score(estimator: string): Score {
      const all = covered.reduce((sum, each) => sum + each.all, 0)
      const yes = covered.reduce((sum, each) => sum + each.yes, 0)
      return {
        estimator,
        error: absolute / count / MINUTE,
        bias: signed / count / MINUTE,
        understated: understated / count,
        covered: all === 0 ? null : yes / all,
        coveredBy: all === 0 ? [] : covered.map((each) => each.yes / each.all),
      }
    },
  }
}

/** The day's events as an office would have logged them: the learner knows nothing else. */
function logOf(settings: OfficeSettings, learner: Learner, date: LocalDate) {
  const plan = planOf(
    settings,
    [{ id: 'x', from: date, to: date, change: { kind: 'working-day' }, order: '', reason: NAMED }],
    date,
  )
  const opensAt = instantAt(date, '08:30', settings.zone)
  let version = 0
  function happens(at: Instant, event: DayEvent) {
    version += 1
    learner.learn({ version, at, by: { kind: 'clock' }, event })
  }
  happens(opensAt, { type: 'day-opened', date, settings, exceptions: [], plan, next: null })
  const about = (id: number) => ({ ticket: `${date}/${id}` as TicketId, label: `${id}` }) // a ticket of the trial
  const at = (milliseconds: number) => instant(opensAt + Math.round(milliseconds))
  const byClerk = { kind: 'staff', id: 'clerk' as StaffId } as const // a clerk of the trial
  return {
    date,
    issued({ at: when, arrival }: Moment, quoted: Quoted | null) {
      happens(at(when), {
        type: 'ticket-issued',
        ...about(arrival.id),
        code: '' as TicketCode, // nobody looks it up
        letter: 'А',
        number: arrival.id,
        service: serviceId(arrival.line),
        priority: arrival.priority,
        language: 'bg',
        presentAtClosing: false,
        quoted,
      })
    },
    started({ visitor, at: when, waited }: Started, window: number) {
      const who = { ...about(visitor.id), window }
      happens(at(when), {
        type: 'ticket-called',
        ...who,
        service: serviceId(visitor.line),
        clerk: byClerk.id,
        reason: { kind: 'longest-wait', waitedMs: waited, among: 1 },
      })
      happens(at(when), { type: 'service-started', ...who })
    },
    ended(id: number, line: number, window: number, when: number) {
      version += 1
      const event = {
        type: 'service-finished',
        ...about(id),
        window,
        service: serviceId(line),
        outcome: 'served',
        end: 'visit',
        returnsFor: null,
      } as const
      learner.learn({ version, at: at(when), by: byClerk, event })
    },
  }
}

const NAMED = { bg: 'образцова зала', en: 'reference hall' }

function serviceId(line: number): ServiceId {
  return `service-${(SERVICES[line] ?? '').toLowerCase()}` as ServiceId // as the reference office has them
}

/** @param factor by how much its configured means are off. */
function referenceOffice(factor: number): OfficeSettings {
  const letters = ['Г', 'М', 'У', 'Д'] as const
  return OfficeSettings.parse({
    id: 'reference' as OfficeId,
    name: NAMED,
    municipality: NAMED,
    contact: { phone: '0', email: 'hall@example.bg', web: 'example.bg' },
    zone: 'Europe/Sofia',
    example: true,
    hours: { opens: '08:30', closes: '16:30', limitMinutes: 120 },
    reception: { weekday: 3, blocks: [] },
    decreedDaysOff: [],
    dispatch: { standardMinutes: 20, priorityWeight: 3, maxOvertaken: 5, minimumDelaySeconds: 0 },
    recalls: { limit: 3, beforeNoShow: 1 },
    takeBackBehind: 3,
    undoSeconds: 30,
    groups: SERVICES.map((name, line) => ({ id: name, letter: letters[line], name: { bg: name, en: name } })),
    services: SERVICES.map((name, line) => ({
      id: serviceId(line),
      group: name,
      name: { bg: name, en: name },
      documents: [],
      fees: [],
      registerNumber: null,
      meanMinutes: ((TRUE_MEANS[line] ?? 0) / MINUTE) * factor,
      onlyWindow: null,
    })),
    windows: HALL.windows.map((lines, window) => ({
      window: window + 1,
      name: null,
      direction: null,
      services: lines.map(serviceId),
    })),
  })
}
