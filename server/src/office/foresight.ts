import type { ServiceId, TicketCode, TicketId } from '#shared/ids.ts'
import { instant, iso, MINUTE, SECOND, type Instant } from '#shared/instant.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import { steadyRange, type WaitRange } from '#shared/wait-range.ts'
import type { WhatIfAnswer, WhatIfBody } from '#shared/what-if.ts'
import type { ForecastView, TicketWaitView, WaitsView, WaitState } from '#shared/waits.ts'
import { nextDate } from '../domain/calendar.ts'
import { openWindowsFor, windowOf, type Day, type Ticket } from '../domain/day.ts'
import type { Asking } from '../domain/decide/story.ts'
import type { Recorded } from '../domain/events.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import type { Quantiles } from '../domain/waits/calibration.ts'
import {
  aheadOfNewcomer,
  estimation,
  quoteFrom,
  simpleEstimates,
  type Estimates,
  type Estimation,
} from '../domain/waits/estimate.ts'
import type { Model } from '../domain/waits/forward.ts'
import { createDemandBook } from '../domain/waits/demand.ts'
import { createLearner, type Moment } from '../domain/waits/learning.ts'
import { foreseenNow, toldNow, type Foreseen, type Told } from '../domain/waits/telling.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'
import type { Office } from './office.ts'
import type { Slice, Slices } from './slices.ts'
import { inSteps, whatIf } from './what-if.ts'

/**
 * Foresees an office's waits beside its work: learns from the log, lets the hall run ahead, tells. All of it between the
 * commands, in slices of a millisecond or so; nothing here is ever waited for by a command.
 */
export type Foresight = {
  /** Begins to follow the office. */
  readonly follow: (office: Office) => void
  /** What is said to whoever takes a ticket: a look-up. */
  readonly waitFor: Asking['waitFor']
  /** The number of what is told now: grows with each telling. */
  readonly version: () => number
  /** @returns the view of the name, or null when it is none of these. */
  readonly view: (name: string) => Result<WaitsView | ForecastView | TicketWaitView, Refusal> | null
  readonly onTold: (listener: () => void) => () => void
  /** What would be, with other people at the windows. */
  readonly whatIf: (body: WhatIfBody) => Promise<WhatIfAnswer>
  /** Newest figures, for who measures. */
  readonly spent: () => { readonly estimates: number; readonly milliseconds: number }
  readonly close: () => void
}

type Parts = {
  /** Whether anything is worked out at all; if not, the views say so. */
  readonly isOn: boolean
  readonly settings: OfficeSettings
  readonly log: Pick<Store['log'], 'after' | 'before'>
  readonly clock: Clock
  /** Where its work waits its turn, with that of the program's other offices. */
  readonly slices: Slices
  /** Told of what went wrong. The office works on; a simpler estimate is told. */
  readonly onFailure: (error: unknown) => void
}

/** Futures for each estimate: half as many say little less, twice as many cost twice as much. */
const RUNS = 100
/** So long is one slice of running ahead, the world's milliseconds. */
const SLICE_MS = 1
/** So much happens between two looks at the watch. */
const HAPPENINGS = 40
/** So many tickets are told their figures in one slice. */
const TOLD_AT_ONCE = 100
/** Events of the past read in one slice. */
const PAGE = 200
/** From a change to the figures that know of it: at most this and the time to work them out. The world's milliseconds. */
const REST_MS = 500
/** After its work it rests for so many times as long: a line of thousands takes no more than a tenth of the processor. */
const REST = 9
/** While nothing happens, services in progress still grow longer. */
const IDLE_MS = 15_000
/** The model is made anew so often: what was learned meanwhile is little beside what was known. */
const MODEL_MS = 10 * MINUTE
/** How far back the log is read. */
const PAST_DAYS = 45

export function createForesight({ isOn, settings, log, clock, slices, onFailure }: Parts): Foresight {
  const learner = createLearner()
  const book = createDemandBook()
  const listeners = new Set<() => void>()
  let office: Office | null = null
  let learnedTo: number | null = null
  let hasCaughtUp = false
  let model: ModelMade | null = null
  let newest: Estimates | null = null
  let isClosed = false
  let isWorking = false
  let timer: NodeJS.Timeout | null = null
  let dueAt = Number.POSITIVE_INFINITY
  let finishedAt = Number.NEGATIVE_INFINITY
  let lastTook = 0
  let spentBefore = 0
  let numbered = 0
  let unsubscribe = () => {}
  const spent = { estimates: 0, milliseconds: 0 }
  // What was told last: it stands until something has clearly changed.
  const told = new Map<TicketId, Told>()
  const foreseen = new Map<TicketId, Foreseen>() // the same for staff, who are told what is expected and not what was said
  const ranges = new Map<string, WaitRange>()
  let waits: WaitsView | null = null
  let forecast: ForecastView | null = null

  function follow(followed: Office) {
    office = followed
    if (!isOn) return
    unsubscribe = followed.onChange(() => planNext(0))
    planNext(0)
  }

  /** Sees to it that figures are worked out no later than so long from now, and never twice within the rest. */
  function planNext(inMs: number) {
    if (isClosed) return
    const at = Math.max(performance.now() + inMs, finishedAt + Math.max(REST_MS, REST * lastTook))
    if (dueAt <= at) return
    dueAt = at
    if (isWorking) return // the end of the work looks what is due
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(begin, Math.max(0, at - performance.now()))
    timer.unref()
  }

  function begin() {
    timer = null
    spentBefore = spent.milliseconds
    dueAt = Number.POSITIVE_INFINITY
    isWorking = true
    void learnOn()
      .then(() => slices.add(timed(foresee)))
      .then(rest, failed)
  }

  /** A slice of this office's work, its time noted; there is none any more when the office is closed. */
  function timed(work: Slice): Slice {
    return () => {
      if (isClosed) return null
      const began = performance.now()
      const next = work()
      spent.milliseconds += performance.now() - began
      return next && timed(next)
    }
  }

  function failed(error: unknown) {
    if (isClosed) return
    onFailure(error)
    tellSimply()
    rest()
  }

  function rest() {
    const wasChanged = Number.isFinite(dueAt)
    isWorking = false
    finishedAt = performance.now()
    lastTook = spent.milliseconds - spentBefore
    dueAt = Number.POSITIVE_INFINITY
    planNext(wasChanged ? 0 : IDLE_MS)
  }

  /** Reads what has happened since, a page at a time, giving way to other work after each. */
  async function learnOn(): Promise<void> {
    if (office === null) return
    learnedTo ??= await log.before(settings.id, nextDate(office.day().date, -PAST_DAYS))
    for (;;) {
      const page = await log.after(settings.id, learnedTo, PAGE)
      await slices.add(timed(() => learn(page)))
      if (page.length < PAGE || isClosed) break
      if (!hasCaughtUp && newest === null) tellSimply() // the past is long; meanwhile something is said
    }
    hasCaughtUp = true
  }

  function learn(page: readonly Recorded[]): null {
    for (const recorded of page) {
      learner.learn(recorded)
      book.learn(recorded)
      learnedTo = recorded.version
    }
    return null
  }

  function foresee(): Slice | null {
    if (office === null) return null
    const day = office.day()
    const now = officeNow(day)
    const known = modelAtHand(day, now)
    if (known === null) {
      const steps = learner.modelling(day.settings, momentOf(day, now))
      return () => modelOn({ at: now, date: day.date, settings: day.settings }, steps)
    }
    const work = estimation(day, now, { model: known, calibrationOf: learner.calibrationOf }, RUNS)
    return () => runOn(day, work)
  }

  /** Makes the model anew step by step; then the day as it stands is foreseen with it. */
  function modelOn(of: Omit<ModelMade, 'of'>, steps: ReturnType<typeof learner.modelling>): Slice {
    const step = steps.next()
    if (step.done !== true) return () => modelOn(of, steps)
    model = { ...of, of: step.value }
    return foresee
  }

  function runOn(day: Day, work: Estimation): Slice | null {
    const ends = performance.now() + SLICE_MS
    let estimates = work.goOn(HAPPENINGS)
    while (estimates === null && performance.now() < ends) estimates = work.goOn(HAPPENINGS)
    if (estimates === null) return () => runOn(day, work)
    spent.estimates += 1
    const telling = tell(day, estimates)
    return () => tellOn(telling)
  }

  function tellOn(telling: ReturnType<typeof tell>): Slice | null {
    return telling.next().done === true ? null : () => tellOn(telling)
  }

  /** The model at hand, or one made at once. */
  function modelFor(day: Day, now: Instant): Model {
    const known = modelAtHand(day, now)
    if (known !== null) return known
    const of = learner.model(day.settings, momentOf(day, now))
    model = { at: now, date: day.date, settings: day.settings, of }
    return of
  }

  /** @returns the model, if it is still fresh. */
  function modelAtHand(day: Day, now: Instant): Model | null {
    const isFresh =
      model !== null &&
      model.date === day.date &&
      model.settings === day.settings &&
      now - model.at < MODEL_MS
    return isFresh && model !== null ? model.of : null
  }

  function officeNow(day: Day): Instant {
    return instant(Math.max(clock.now(), day.at))
  }

  /** The simpler estimate: the past is still being read, or the futures failed. */
  function tellSimply() {
    if (office === null) return
    try {
      const day = office.day()
      const now = officeNow(day)
      for (const _ of tell(day, simpleEstimates(day, now, modelFor(day, now)))); // in one go
      model = null
    } catch (error) {
      onFailure(error)
    }
  }

  /** Makes the figures known, in steps: what a long line is told takes as long as working it out. */
  function* tell(day: Day, estimates: Estimates): Generator<undefined, void> {
    const nextWaits = waitsOf(day, estimates)
    yield
    const { forecast: nextForecast, isToldAnew } = yield* forecastOf(day, estimates)
    yield
    newest = estimates
    const isSame = sameWaits(waits, nextWaits) && sameForecast(forecast, nextForecast) && !isToldAnew
    waits = nextWaits
    forecast = nextForecast
    if (isSame) return
    numbered += 1
    for (const listener of listeners) listener()
  }

  function waitsOf(day: Day, { at, services, basis }: Estimates): WaitsView {
    const told = day.settings.services.map(({ id }) => {
      const known = services.get(id)
      const isOpen = openWindowsFor(day, id).length > 0
      const state = (kind: string, quantiles: Quantiles | null | undefined): WaitState => {
        const key = `${id}/${kind}`
        if (!isOpen || !quantiles) {
          ranges.delete(key)
          return { state: 'no-window' }
        }
        const range = steadyRange(ranges.get(key) ?? null, quantiles.p50, quantiles.p90)
        ranges.set(key, range)
        return { state: 'estimated', ...range, basis }
      }
      return {
        service: id,
        ahead: aheadOfNewcomer(day, id),
        ordinary: state('ordinary', known?.ordinary),
        priority: state('priority', known?.priority),
        beforeLimit: known?.beforeLimit == null || !isOpen ? null : Math.round(known.beforeLimit * 20) / 20,
      }
    })
    return { at: iso(at), services: told, letters: lettersOf(day, told) }
  }

  /** @returns what staff see, and whether any phone is told another figure. */
  function* forecastOf(
    day: Day,
    { at, tickets }: Estimates,
  ): Generator<undefined, { readonly forecast: ForecastView; readonly isToldAnew: boolean }> {
    const waiting = [...day.waiting.ordinary, ...day.waiting.priority]
    const live = new Set(waiting.map(({ id }) => id))
    for (const id of told.keys()) if (!live.has(id)) forget(id)
    let isToldAnew = false
    const standard = day.settings.dispatch.standardMinutes * MINUTE
    const shown: ForecastView['tickets'][number][] = []
    for (const ticket of waiting) {
      if (shown.length % TOLD_AT_ONCE === TOLD_AT_ONCE - 1) yield
      shown.push(forecastFor(ticket))
    }
    return { forecast: { at: iso(at), tickets: shown }, isToldAnew }

    function forget(id: TicketId) {
      told.delete(id)
      foreseen.delete(id)
    }

    function forecastFor(ticket: Ticket): ForecastView['tickets'][number] {
      const { id, issuedAt } = ticket
      const quantiles = tickets.get(id)
      if (!quantiles) {
        forget(id)
        return { id, fromAt: null, toAt: null, late: at - issuedAt > standard ? 'likely' : 'no' }
      }
      const estimated = { fromAt: at + quantiles.p50, toAt: at + quantiles.p90 }
      const before = told.get(id) ?? null
      const now = toldNow(before, printedOf(ticket), estimated)
      told.set(id, now)
      isToldAnew ||= now !== before
      const expected = foreseenNow(foreseen.get(id) ?? null, estimated, issuedAt + standard)
      foreseen.set(id, expected)
      return {
        id,
        fromAt: iso(instant(Math.round(expected.fromAt))),
        toAt: iso(instant(Math.round(expected.toAt))),
        late: expected.late,
      }
    }
  }

  function waitOf(code: TicketCode): Result<TicketWaitView, Refusal> {
    const day = office?.day()
    const at = iso(newest?.at ?? instant(0))
    if (day === undefined) return refused(refuse('unknown-code', {}))
    const ticket = ticketsByCode(day).get(code)
    if (ticket === undefined) return ok({ at, wait: { state: 'not-waiting' } })
    const isOpen =
      ticket.boundTo === null
        ? openWindowsFor(day, ticket.service).length > 0
        : windowOf(day, ticket.boundTo)?.status.kind === 'open'
    if (!isOpen) return ok({ at, wait: { state: 'no-window' } })
    const now = told.get(ticket.id) ?? printedOf(ticket)
    if (now === null) return ok({ at, wait: { state: isOn ? 'not-yet' : 'not-told' } })
    return ok({
      at,
      wait: {
        state: 'estimated',
        fromAt: iso(instant(Math.round(now.fromAt))),
        toAt: iso(instant(Math.round(now.toAt))),
      },
    })
  }

  function view(name: string): ReturnType<Foresight['view']> {
    if (name === 'waits') return ok(waits ?? notYet())
    if (name === 'forecast') return ok(forecast ?? { at: iso(clock.now()), tickets: [] })
    if (name.startsWith('wait/')) return waitOf(name.slice('wait/'.length) as TicketCode) // looked up, whatever it is
    return null
  }

  function notYet(): WaitsView {
    const state = { state: isOn ? 'not-yet' : 'not-told' } as const
    return {
      at: iso(clock.now()),
      letters: [],
      services: settings.services.map(({ id }) => ({
        service: id,
        ahead: 0,
        ordinary: state,
        priority: state,
        beforeLimit: null,
      })),
    }
  }

  return {
    follow,
    waitFor(day: Day, service: ServiceId, priority: boolean) {
      if (newest === null || openWindowsFor(day, service).length === 0) return null
      // Figures from before the day, or from long ago, are none.
      if (day.at - newest.at > 2 * MINUTE * clock.speed + 30 * SECOND) return null
      return quoteFrom(newest, day, service, priority)
    },
    version: () => numbered,
    view,
    onTold(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async whatIf(body) {
      const day = office?.day()
      if (day === undefined) throw new Error('nothing is followed yet')
      const known = { settings: day.settings, book, model: modelFor(day, officeNow(day)), today: day.date }
      return inSteps(whatIf(known, body))
    },
    spent: () => ({ ...spent }),
    close() {
      isClosed = true
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    },
  }
}

/** A model, and of what it was made. */
type ModelMade = {
  readonly at: Instant
  readonly date: string
  readonly settings: OfficeSettings
  readonly of: Model
}

function momentOf({ date, plan: { opensAt, closesAt } }: Day, now: Instant): Moment {
  return {
    date,
    sinceOpening: opensAt === null ? 0 : Math.max(0, now - opensAt),
    opening: opensAt === null || closesAt === null ? 0 : closesAt - opensAt,
  }
}

function lettersOf({ settings }: Day, services: WaitsView['services']): WaitsView['letters'] {
  return settings.groups.map(({ id, letter }) => {
    const members = settings.services.flatMap((service, index) =>
      service.group === id ? (services[index]?.ordinary ?? []) : [],
    )
    const known = members.filter((wait) => wait.state === 'estimated')
    const [first] = known
    if (first === undefined) return { letter, wait: members[0] ?? { state: 'not-yet' } }
    const from = Math.min(...known.map((wait) => wait.from))
    const to = Math.max(...known.map((wait) => wait.to))
    return { letter, wait: { ...first, from, to } }
  })
}

const byCode = new WeakMap<Day, ReadonlyMap<TicketCode, Ticket>>()

/** Who waits, by code: worked out once for all phones. */
function ticketsByCode(day: Day): ReadonlyMap<TicketCode, Ticket> {
  const known =
    byCode.get(day) ??
    new Map([...day.waiting.ordinary, ...day.waiting.priority].map((each) => [each.code, each]))
  byCode.set(day, known)
  return known
}

/** What was said at issue, as instants; rounded up as it was printed. */
function printedOf({ quoted, issuedAt }: Ticket): Told | null {
  if (quoted === null) return null
  const { from, to } = steadyRange(null, quoted.p50Ms, quoted.p90Ms)
  return { fromAt: issuedAt + from * MINUTE, toAt: issuedAt + to * MINUTE }
}

/** When it was worked out is no news. */
function sameWaits(a: WaitsView | null, b: WaitsView): boolean {
  return a !== null && JSON.stringify({ ...a, at: null }) === JSON.stringify({ ...b, at: null })
}

function sameForecast(a: ForecastView | null, b: ForecastView): boolean {
  return (
    a !== null &&
    a.tickets.length === b.tickets.length &&
    b.tickets.every((each, index) => {
      const before = a.tickets[index]
      return (
        before?.id === each.id &&
        before.fromAt === each.fromAt &&
        before.toAt === each.toAt &&
        before.late === each.late
      )
    })
  )
}
