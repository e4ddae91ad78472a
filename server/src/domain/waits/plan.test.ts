import { describe, expect, test } from 'vitest'
import { LocalDate } from '#shared/ids.ts'
import { MINUTE } from '#shared/instant.ts'
import { birth, smallOffice } from '../../../../tests/support/small-office.ts'
import { day, given, issued, times, type Story } from '../../../../tests/support/story.ts'
import { createDemandBook, isTaxPeak } from './demand.ts'
import { sure } from './durations.ts'
import { assess, fewestWindows, HALF_HOUR, pass, visitsOf, type Plan, type Trial } from './plan.ts'

const HALVES = 4
const plan: Plan = {
  open: [1, 2, 3].map(() => Array.from({ length: HALVES }, () => true)),
  serves: [[0], [0], [0]],
  priorityWeight: 3,
  maxOvertaken: 5,
  standardMinutes: 20,
  minimumDelayMs: 0,
  limitMs: HALVES * HALF_HOUR + 60 * MINUTE,
}
const demand = { halfHours: Array.from({ length: HALVES }, () => [10]), priorityShare: 0.1 }
const trial: Trial = { plan, demand, occupied: [sure(6 * MINUTE)], days: 30, seed: 1 }

function done<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
const result = (over: Partial<Plan>) => done(assess({ ...trial, plan: { ...plan, ...over } }))
const closedFrom = (half: number) =>
  plan.open.map((halves, window) => halves.map((_, each) => window > 0 || each < half))

describe('A day that is tried out', () => {
  test('has the same people whatever the plan', () => {
    expect(visitsOf(demand, trial.occupied, 7)).toEqual(visitsOf(demand, trial.occupied, 7))
    const visits = visitsOf(demand, trial.occupied, 7)
    expect(pass(plan, 1, visits).came).toBe(pass({ ...plan, open: closedFrom(2) }, 1, visits).came)
  })

  test('has longer waits with fewer windows, from when they close', () => {
    const all = result({})
    const fewer = result({ open: closedFrom(2) })
    expect(fewer.whole.medianMs.mean).toBeGreaterThan(all.whole.medianMs.mean)
    expect(fewer.within[3]?.mean).toBeLessThan(all.within[3]?.mean ?? 0)
    expect(fewer.whole.utilisation.mean).toBeGreaterThan(all.whole.utilisation.mean)
  })

  test('counts whom the limit leaves unserved, and that they waited', () => {
    const [only] = [plan.open.map((halves, window) => halves.map(() => window === 0))]
    const one = result({ open: only })
    expect(one.whole.unserved.mean).toBeGreaterThan(5)
    expect(one.whole.within.mean).toBeLessThan(0.5)
    const visits = visitsOf(demand, trial.occupied, 1)
    expect(pass({ ...plan, open: only }, 1, visits).waits).toHaveLength(visits.length)
  })

  test('tells each figure with its interval', () => {
    const { medianMs, within } = result({}).whole
    for (const { low, mean, high } of [medianMs, within]) {
      expect(low).toBeLessThanOrEqual(mean)
      expect(high).toBeGreaterThanOrEqual(mean)
    }
  })

  test('a window that opens at ten calls nobody before', () => {
    const late = plan.open.map((halves, window) => halves.map((_, half) => window === 0 && half >= 2))
    const { waits } = pass({ ...plan, open: late }, 1, [{ at: 0, service: 0, priority: false, ms: MINUTE }])
    expect(waits).toEqual([{ halfHour: 0, service: 0, ms: 2 * HALF_HOUR }])
  })
})

describe('The fewest windows for 95 % within the standard', () => {
  test('are fewer than all where all are more than enough, and keep the target', () => {
    const day: Trial = {
      ...trial,
      plan: { ...plan, limitMs: 8 * HALF_HOUR + 60 * MINUTE },
      demand: { ...demand, halfHours: [10, 10, 10, 10, 2, 2, 2, 2].map((count) => [count]) },
    }
    const sought = done(fewestWindows(day, 0.95))
    if (sought === null) throw new Error('out of reach')
    const open = (half: number) => sought.open.filter((halves) => halves[half]).length
    expect(open(5)).toBeLessThan(open(1))
    expect(open(5)).toBeGreaterThanOrEqual(1) // a service is never left without a window
    expect(done(assess({ ...day, plan: sought })).whole.within.mean).toBeGreaterThanOrEqual(0.95)
  })

  test('are not to be had where even all do not keep it', () => {
    expect(
      done(fewestWindows({ ...trial, demand: { ...demand, halfHours: [[60], [60], [60], [60]] } }, 0.95)),
    ).toBeNull()
  })
})

describe('Who will come', () => {
  const wednesday = given(
    day('10:00'),
    ...times(6, issued('Г')),
    ...times(2, issued('М', { priority: true })),
  )

  test('is, for a day of the log, who came', () => {
    const book = bookOf(wednesday)
    const { halfHours, priorityShare } = book.ofDay(smallOffice, LocalDate.parse('2026-11-25')) ?? {
      halfHours: [],
    }
    expect(halfHours[3]?.[smallOffice.services.findIndex(({ id }) => id === birth)]).toBe(6) // from ten
    expect(priorityShare).toBe(0.25)
    expect(book.ofDay(smallOffice, LocalDate.parse('2026-11-26'))).toBeNull()
  })

  test('is foreseen from the same weekdays more than from others', () => {
    const quiet = given(day('10:00', { date: '2026-11-24' }), issued('М'))
    const book = bookOf(quiet, wednesday)
    const at = (date: string) =>
      book.forecast(smallOffice, LocalDate.parse(date)).demand.halfHours[3]?.[
        smallOffice.services.findIndex(({ id }) => id === birth)
      ] ?? 0
    expect(at('2026-12-02')).toBeGreaterThan(at('2026-12-01'))
    expect(book.forecast(smallOffice, LocalDate.parse('2026-12-02')).restsOn).toEqual({
      days: 2,
      sameWeekday: 1,
    })
  })

  test('is more in the days before a tax term', () => {
    expect(
      ['2026-03-20', '2026-06-30', '2026-10-15'].map((date) => isTaxPeak(LocalDate.parse(date))),
    ).toEqual([true, true, true])
    expect(
      ['2026-03-14', '2026-07-01', '2026-11-25'].map((date) => isTaxPeak(LocalDate.parse(date))),
    ).toEqual([false, false, false])
    const book = bookOf(wednesday)
    const sum = (date: string) =>
      book
        .forecast(smallOffice, LocalDate.parse(date))
        .demand.halfHours.flat()
        .reduce((total, each) => total + each, 0)
    expect(sum('2027-03-17') / sum('2027-04-07')).toBeCloseTo(1.4, 5)
  })

  test('is an example while the log knows nothing', () => {
    expect(bookOf().forecast(smallOffice, LocalDate.parse('2026-12-02')).restsOn.days).toBe(0)
  })
})

function bookOf(...stories: readonly Story[]) {
  const book = createDemandBook()
  for (const { recorded } of stories) for (const each of recorded) book.learn(each)
  return book
}
