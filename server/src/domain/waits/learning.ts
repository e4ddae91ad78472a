import type { LocalDate, ServiceId, TicketId } from '#shared/ids.ts'
import { MINUTE, SECOND, type Instant } from '#shared/instant.ts'
import { dayNumber } from '../holidays.ts'
import type { Recorded } from '../events.ts'
import type { OfficeSettings } from '../settings.ts'
import { learned, UNCALIBRATED, type Calibration } from './calibration.ts'
import { durationsFrom, either, together, type Durations, type Seen } from './durations.ts'
import type { Model } from './forward.ts'
import { randomFrom } from './random.ts'

/**
 * What the office's own log teaches of how long things last, who does not come, and when those with priority do.
 * Fed with the events of past days and then of today, in order; asked for a model whenever the hall is to run ahead.
 */
export type Learner = {
  readonly learn: (recorded: Recorded) => void
  /** What has been learned, for a hall that is to run ahead from this moment. */
  readonly model: (settings: OfficeSettings, now: Moment) => Model
  /** The same step by step, each of a millisecond or so: the past of an office is long. */
  readonly modelling: (settings: OfficeSettings, now: Moment) => Generator<undefined, Model>
  readonly calibrationOf: (service: ServiceId) => Calibration
  /** How many services of this kind have been seen from start to end. */
  readonly seenOf: (service: ServiceId) => number
}

/** An instant of a service day: how far from opening, and how long the office takes people in. */
export type Moment = {
  readonly date: LocalDate
  readonly sinceOpening: number
  readonly opening: number
}

/** One length of something, on a certain day. */
export type Sample = { readonly ms: number; readonly day: number }

/** What a sighting counts is halved in so many days. */
const HALF_LIFE_DAYS = 28
const FORGOTTEN_DAYS = 120
/** Of more sightings of one kind every second, third … is taken: so many say what there is to say. */
const ENOUGH = 2_000
/** Nothing at a window lasts longer: the end was forgotten. */
const LONGEST = 3 * 60 * MINUTE
const HALF_HOUR = 30 * MINUTE
/** For how many sightings the configured mean stands. */
const BELIEF = 12
const SERVICE_VARIATION = 0.9
const WALK = { meanMs: 20 * SECOND, variation: 0.6, weight: BELIEF }
const NO_SHOW = { meanMs: 90 * SECOND, variation: 0.5, weight: BELIEF }
const TURNAROUND = { meanMs: 4 * SECOND, variation: 1, weight: BELIEF }
const PAUSE = { meanMs: 15 * MINUTE, variation: 0.6, weight: BELIEF }

/** @returns the lengths with what each counts on that day; of very many evenly chosen ones, each for those beside it. */
export function weighed(samples: readonly Sample[], day: number): readonly Seen[] {
  const step = Math.ceil(samples.length / ENOUGH)
  const seen: Seen[] = []
  for (let index = samples.length - 1; index >= 0; index -= step) {
    const sample = samples[index]
    if (sample !== undefined)
      seen.push({ ms: sample.ms, weight: weightOf(day - sample.day) * Math.min(step, index + 1) })
  }
  return seen
}

type At = {
  readonly ticket: TicketId
  readonly service: ServiceId
  readonly calledAt: Instant
  /** Moved on by the time on hold; null: not come yet. */
  readonly startedAt: Instant | null
}

type Here = {
  at: At | null
  readonly held: Map<TicketId, { readonly at: At; readonly servedMs: number }>
  /** What an undo takes back: who was here, and the sighting that was drawn from it. */
  last: { readonly at: At; readonly forget: () => void } | null
  freeSince: Instant | null
  pausedSince: Instant | null
}

type Waiting = {
  readonly service: ServiceId
  readonly issuedAt: Instant
  said: { readonly p50: number; readonly p90: number } | null
}

export function createLearner(): Learner {
  const services = new Map<ServiceId, Sample[]>()
  const walks: Sample[] = []
  const noShows: Sample[] = []
  const turnarounds: Sample[] = []
  const pauses: Sample[] = []
  const arrivals = new Map<number, Map<string, number>>() // by day: `half hour/service` of those with priority
  const calibrations = new Map<ServiceId, Calibration>()
  const windows = new Map<number, Here>()
  const waiting = new Map<TicketId, Waiting>()
  let day = 0
  let opensAt: Instant | null = null

  function learn({ event, at, by }: Recorded) {
    switch (event.type) {
      case 'day-opened':
        day = dayNumber(event.date)
        opensAt = event.plan.opensAt
        windows.clear()
        waiting.clear()
        if (event.plan.working) arrivals.set(day, new Map())
        forget()
        return
      case 'plan-changed':
      case 'settings-changed':
        opensAt = event.plan.opensAt
        if (event.plan.working && !arrivals.has(day)) arrivals.set(day, new Map())
        return
      case 'ticket-issued': {
        const { quoted } = event
        const issuedAt = event.handedIn?.issuedAt ?? at
        waiting.set(event.ticket, {
          service: event.service,
          issuedAt,
          said: quoted ? { p50: quoted.p50Ms, p90: quoted.p90Ms } : null,
        })
        if (event.priority && opensAt !== null) {
          const key = `${Math.floor((issuedAt - opensAt) / HALF_HOUR)}/${event.service}`
          const today = arrivals.get(day)
          today?.set(key, (today.get(key) ?? 0) + 1)
        }
        return
      }
      case 'ticket-called': {
        const here = at_(event.window)
        const known = waiting.get(event.ticket)
        if (known) {
          if (here.freeSince !== null && known.issuedAt + 20 * SECOND < here.freeSince)
            saw(turnarounds, at - here.freeSince)
          if (event.reason.kind !== 'out-of-order') happened(known, at - known.issuedAt)
          known.said = null
        }
        here.at = { ticket: event.ticket, service: event.service, calledAt: at, startedAt: null }
        here.freeSince = null
        here.last = null
        return
      }
      case 'service-started': {
        const here = at_(event.window)
        if (here.at?.ticket !== event.ticket) return
        saw(walks, at - here.at.calledAt)
        here.at = { ...here.at, startedAt: at }
        return
      }
      case 'service-finished':
      case 'ticket-transferred': {
        const here = at_(event.window)
        const was = here.at
        if (was === null) return
        here.at = null
        here.freeSince = at
        const forget = by.kind === 'clock' ? () => {} : served(was, at)
        here.last = event.type === 'service-finished' ? { at: was, forget } : null
        return
      }
      case 'service-added': {
        const here = at_(event.window)
        if (here.at === null) return
        served(here.at, at)
        here.at = { ...here.at, service: event.service, startedAt: at }
        return
      }
      case 'ticket-held': {
        const here = at_(event.window)
        if (here.at === null) return
        const servedMs = here.at.startedAt === null ? 0 : at - here.at.startedAt
        here.held.set(event.ticket, { at: here.at, servedMs })
        here.at = null
        here.freeSince = at
        return
      }
      case 'held-resumed': {
        const here = at_(event.window)
        const held = here.held.get(event.ticket)
        if (held === undefined) return
        here.held.delete(event.ticket)
        here.at = { ...held.at, startedAt: (at - held.servedMs) as Instant } // an instant less a length of time
        here.freeSince = null
        return
      }
      case 'held-released':
        at_(event.window).held.delete(event.ticket)
        return
      case 'no-show-marked': {
        const here = at_(event.window)
        const was = here.at
        if (was === null) return
        const forget = saw(noShows, at - was.calledAt)
        here.last = { at: was, forget }
        here.at = null
        here.freeSince = at
        return
      }
      case 'undone': {
        const here = at_(event.window)
        if (here.last === null) return
        here.last.forget()
        here.at = here.last.at
        here.last = null
        here.freeSince = null
        return
      }
      case 'served-on-paper': {
        waiting.delete(event.ticket)
        const here = at_(event.window)
        here.held.delete(event.ticket)
        if (here.at?.ticket !== event.ticket) return
        here.at = null
        here.freeSince = null
        return
      }
      case 'ticket-left':
      case 'ticket-unserved': {
        const known = waiting.get(event.ticket)
        waiting.delete(event.ticket)
        // How long it would have been nobody knows; longer than said is certain once it has passed.
        if (known?.said && at - known.issuedAt > known.said.p90) happened(known, at - known.issuedAt)
        return
      }
      case 'window-paused':
        at_(event.window).pausedSince = at
        at_(event.window).freeSince = null
        return
      case 'window-resumed': {
        const here = at_(event.window)
        if (here.pausedSince !== null) saw(pauses, at - here.pausedSince)
        here.pausedSince = null
        return
      }
      case 'window-opened':
      case 'window-closed': {
        const here = at_(event.window)
        here.pausedSince = null
        here.freeSince = null
        return
      }
      default: // nothing else says how long anything takes
    }
  }

  function at_(window: number): Here {
    let here = windows.get(window)
    if (here === undefined) {
      here = { at: null, held: new Map(), last: null, freeSince: null, pausedSince: null }
      windows.set(window, here)
    }
    return here
  }

  function served({ service, startedAt }: At, at: Instant): () => void {
    if (startedAt === null) return () => {}
    let mine = services.get(service)
    if (mine === undefined) services.set(service, (mine = []))
    return saw(mine, at - startedAt)
  }

  /** @returns what takes the sighting back. */
  function saw(samples: Sample[], ms: number): () => void {
    if (ms < 0 || ms > LONGEST) return () => {}
    const sample = { ms, day }
    samples.push(sample)
    return () => {
      const index = samples.lastIndexOf(sample)
      if (index >= 0) samples.splice(index, 1)
    }
  }

  function happened({ service, said }: Waiting, waited: number) {
    if (said === null) return
    calibrations.set(service, learned(calibrations.get(service) ?? UNCALIBRATED, said, waited))
  }

  /** Once a day: what is too old to count. */
  function forget() {
    for (const samples of [...services.values(), walks, noShows, turnarounds, pauses]) {
      const kept = samples.findIndex((sample) => day - sample.day <= FORGOTTEN_DAYS)
      if (kept !== 0) samples.splice(0, kept < 0 ? samples.length : kept)
    }
    for (const each of arrivals.keys()) if (day - each > FORGOTTEN_DAYS) arrivals.delete(each)
  }

  function model(settings: OfficeSettings, now: Moment): Model {
    const steps = modelling(settings, now)
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
  }

  function* modelling(settings: OfficeSettings, now: Moment): Generator<undefined, Model> {
    const today = dayNumber(now.date)
    const random = randomFrom(today)
    const walk = durationsFrom(weighed(walks, today), WALK)
    yield
    const turnaround = durationsFrom(weighed(turnarounds, today), TURNAROUND)
    yield
    const noShow = durationsFrom(weighed(noShows, today), NO_SHOW)
    const come = sumOfWeights(walks, today)
    const missed = sumOfWeights(noShows, today)
    const noShowShare = missed / (come + missed + BELIEF)
    const away = together(noShow, turnaround, random)
    const service: Durations[] = []
    const occupied: Durations[] = []
    for (const { id, meanMinutes } of settings.services) {
      yield
      const lasts = durationsFrom(weighed(services.get(id) ?? [], today), {
        meanMs: meanMinutes * MINUTE,
        variation: SERVICE_VARIATION,
        weight: BELIEF,
      })
      service.push(lasts)
      occupied.push(either(together(together(lasts, walk, random), turnaround, random), away, noShowShare))
    }
    yield
    return {
      service,
      occupied,
      walk,
      noShow,
      noShowShare,
      pause: durationsFrom(weighed(pauses, today), PAUSE),
      priorityRate: priorityRate(settings, now, today),
    }
  }

  /** By half hour and service, each half hour smoothed towards the day's average. */
  function priorityRate(settings: OfficeSettings, now: Moment, today: number): Model['priorityRate'] {
    const many = settings.services.length
    const halves = Math.ceil(now.opening / HALF_HOUR)
    const counts = Array.from({ length: halves }, () => Array.from({ length: many }, () => 0))
    const days = Array.from({ length: halves }, () => 0)
    const numbers = new Map(settings.services.map(({ id }, index) => [id as string, index]))
    for (const [each, of] of arrivals) {
      const weight = weightOf(today - each)
      const until = each === today ? now.sinceOpening : Number.POSITIVE_INFINITY
      for (let half = 0; half < halves; half += 1)
        if ((half + 1) * HALF_HOUR <= until) days[half] = (days[half] ?? 0) + weight
      for (const [key, count] of of) {
        const [half = '', service = ''] = key.split('/')
        const row = counts[Number(half)]
        const index = numbers.get(service)
        if (row === undefined || index === undefined || (Number(half) + 1) * HALF_HOUR > until) continue
        row[index] = (row[index] ?? 0) + weight * count
      }
    }
    const seen = days.reduce((sum, each) => sum + each, 0)
    const usual = Array.from({ length: many }, (_, index) =>
      seen === 0 ? 0 : counts.reduce((sum, row) => sum + (row[index] ?? 0), 0) / seen,
    )
    const rates = counts.map((row, half) =>
      row.map((count, index) => (count + 2 * (usual[index] ?? 0)) / ((days[half] ?? 0) + 2) / HALF_HOUR),
    )
    return (after) => rates[Math.floor((now.sinceOpening + after) / HALF_HOUR)] ?? []
  }

  return {
    learn,
    model,
    modelling,
    calibrationOf: (service) => calibrations.get(service) ?? UNCALIBRATED,
    seenOf: (service) => services.get(service)?.length ?? 0,
  }
}

function weightOf(age: number): number {
  return 0.5 ** (Math.max(0, age) / HALF_LIFE_DAYS)
}

function sumOfWeights(samples: readonly Sample[], today: number): number {
  let [sum, of, weight] = [0, Number.NaN, 0]
  for (const { day } of samples) {
    if (day !== of) [of, weight] = [day, weightOf(today - day)] // those of one day lie together
    sum += weight
  }
  return sum
}
