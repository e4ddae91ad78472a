import fc from '../../../../tests/support/random.ts'
import { describe, expect, test } from 'vitest'
import type { CalendarException } from '#shared/commands.ts'
import { LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import type { Official, ReceptionChange, ReceptionException } from '#shared/reception.ts'
import { smallOffice } from '../../../../tests/support/small-office.ts'
import { datesBetween, planOf, type ExceptionRow } from '../calendar.ts'
import { receptionDays, receptionDayOn, type ReceptionRules } from './days.ts'

const date = (text: string) => LocalDate.parse(text)
const time = (text: string) => LocalTime.parse(text)
const id = (text: string) => OfficialId.parse(text)
const reason = { bg: 'по заповед', en: 'by order' }

function official(change: Partial<Official> = {}): Official {
  return {
    id: id('mayor'),
    post: { bg: 'Кмет', en: 'Mayor' },
    name: null,
    portfolio: { bg: 'всичко', en: 'everything' },
    room: '204',
    slotMinutes: 15,
    places: null,
    parts: ['morning', 'afternoon'],
    weeks: 'each',
    cutOff: { workingDaysBefore: 1, at: time('17:00') },
    from: null,
    to: null,
    account: null,
    ...change,
  }
}

function order(on: string, change: ReceptionChange, whose = 'mayor'): ReceptionException {
  return { id: on, official: id(whose), date: date(on), change, order: '№ 1', reason }
}

function ofAll(from: string, change: CalendarException, to: string | null = from): ExceptionRow {
  return { id: from, from: date(from), to: to === null ? null : date(to), change, order: '№ 1', reason }
}

function rules(
  officials: readonly Official[],
  orders: readonly ReceptionException[] = [],
  exceptions: readonly ExceptionRow[] = [],
): ReceptionRules {
  return { rules: smallOffice, officials, orders, exceptions }
}

function days(by: ReceptionRules, from: string, to: string) {
  return receptionDays(by, date(from), date(to)).get(by.officials[0]?.id ?? id('mayor')) ?? []
}

const dates = (by: ReceptionRules, from: string, to: string) => days(by, from, to).map((day) => day.date)
const on = (by: ReceptionRules, text: string) => receptionDayOn(by, by.officials[0] ?? official(), date(text))

describe('A reception day', () => {
  test('has 14 slots in the morning and 12 in the afternoon, a quarter of an hour each', () => {
    const slots = on(rules([official()]), '2026-12-02')?.slots.map((slot) => slot.time) ?? []
    expect(slots).toHaveLength(26)
    expect([slots[0], slots[13], slots[14], slots[25]]).toEqual(['08:30', '11:45', '14:00', '16:45'])
    expect(iso(on(rules([official()]), '2026-12-02')?.slots[0]?.startsAt ?? (0 as never))).toBe(
      '2026-12-02T06:30:00.000Z',
    )
  })

  test('of one who receives in the afternoon alone has those; a slot that does not fit whole is none', () => {
    const half = on(rules([official({ parts: ['afternoon'], slotMinutes: 50 })]), '2026-12-02')
    expect(half?.slots.map((slot) => slot.time)).toEqual(['14:00', '14:50', '15:40'])
    expect(on(rules([official({ places: 5 })]), '2026-12-02')?.places).toBe(5)
    expect(on(rules([official({ places: 99 })]), '2026-12-02')?.places).toBe(26)
  })

  test('can be signed up for until the working day before at 17:00, over holidays and weekends', () => {
    const until = (text: string, change: Partial<Official> = {}) =>
      iso(on(rules([official(change)]), text)?.signUpUntil ?? (0 as never))
    expect(until('2026-12-02')).toBe('2026-12-01T15:00:00.000Z')
    // 5 May 2027: Easter and Labour Day lie before it, until Friday the 30th of April.
    expect(until('2027-05-05')).toBe('2027-04-29T14:00:00.000Z')
    const early = { cutOff: { workingDaysBefore: 3, at: time('12:00') } }
    expect(until('2026-12-02', early)).toBe('2026-11-27T10:00:00.000Z')
    expect(until('2026-12-02', { cutOff: { workingDaysBefore: 0, at: time('08:00') } })).toBe(
      '2026-12-02T06:00:00.000Z',
    )
  })

  test('is each Wednesday, or the first and the third, from a date on and until one', () => {
    expect(dates(rules([official({ weeks: [1, 3] })]), '2026-12-01', '2027-01-31')).toEqual([
      '2026-12-02',
      '2026-12-16',
      '2027-01-06',
      '2027-01-20',
    ])
    const term = official({ from: date('2026-12-09'), to: date('2026-12-16') })
    expect(dates(rules([term]), '2026-12-01', '2026-12-31')).toEqual(['2026-12-09', '2026-12-16'])
  })
})

test.each([
  ['2026', ['2026-05-06']],
  ['2027', ['2027-03-03', '2027-09-22']],
])('In %s there is a reception each Wednesday but on the holidays', (year, holidays) => {
  const held = new Set(dates(rules([official()]), `${year}-01-01`, `${year}-12-31`))
  const wednesdays = datesBetween(date(`${year}-01-01`), date(`${year}-12-31`)).filter(
    (each) => new Date(`${each}T12:00:00Z`).getUTCDay() === 3,
  )
  expect(wednesdays.filter((each) => !held.has(each))).toEqual(holidays)
  expect(held.size).toBe(wednesdays.length - holidays.length)
})

describe('An order', () => {
  test('takes a day away, with the reason; the others stay', () => {
    const by = rules([official()], [order('2026-12-09', { kind: 'none' })])
    expect(dates(by, '2026-12-01', '2026-12-16')).toEqual(['2026-12-02', '2026-12-16'])
  })

  test('moves a day to another date, with its slots; what comes to a day off comes nowhere', () => {
    const by = rules([official()], [order('2026-12-09', { kind: 'moved', to: date('2026-12-10') })])
    expect(dates(by, '2026-12-08', '2026-12-16')).toEqual(['2026-12-10', '2026-12-16'])
    expect(on(by, '2026-12-10')).toMatchObject({ why: reason, places: 26 })
    const off = rules([official()], [order('2026-12-09', { kind: 'moved', to: date('2026-12-12') })])
    expect(dates(off, '2026-12-08', '2026-12-15')).toEqual([])
  })

  test('that moves one day onto another makes no slot twice', () => {
    const by = rules([official()], [order('2026-12-09', { kind: 'moved', to: date('2026-12-16') })])
    expect(on(by, '2026-12-16')?.slots).toHaveLength(26)
  })

  test('that moves a day that the official does not have moves nothing', () => {
    const by = rules(
      [official({ weeks: [1] })],
      [order('2026-12-09', { kind: 'moved', to: date('2026-12-10') })],
    )
    expect(dates(by, '2026-12-08', '2026-12-31')).toEqual([])
  })

  test('gives other hours, within those of the centre; blocks that overlap are one', () => {
    const blocks = [
      { from: time('09:00'), to: time('10:00') },
      { from: time('09:45'), to: time('10:15') },
      { from: time('16:30'), to: time('18:00') },
    ]
    const by = rules([official()], [order('2026-12-09', { kind: 'hours', blocks })])
    expect(on(by, '2026-12-09')?.slots.map((slot) => slot.time)).toEqual([
      '09:00',
      '09:15',
      '09:30',
      '09:45',
      '10:00',
      '16:30',
      '16:45',
    ])
  })

  test('lets another receive instead: the slots stay', () => {
    const by = rules([official()], [order('2026-12-09', { kind: 'substitute', official: id('deputy') })])
    expect(on(by, '2026-12-09')).toMatchObject({ substitute: 'deputy', places: 26, why: reason })
  })

  test('of the calendar holds for all: a day moved counts as the one it was', () => {
    const first = official({ weeks: [1] })
    const by = rules([first], [], [ofAll('2026-12-02', { kind: 'reception-moved', to: date('2026-12-10') })])
    expect(dates(by, '2026-12-01', '2026-12-31')).toEqual(['2026-12-10'])
    expect(on(by, '2026-12-10')?.why?.bg).toContain('02.12.2026')
    const closed = rules([official()], [], [ofAll('2026-12-09', { kind: 'closed' })])
    expect(dates(closed, '2026-12-08', '2026-12-16')).toEqual(['2026-12-16'])
    const short = rules(
      [official()],
      [],
      [ofAll('2026-12-09', { kind: 'hours', opens: time('07:00'), closes: time('10:00') })],
    )
    expect(on(short, '2026-12-09')?.slots.at(-1)?.time).toBe('09:45')
  })
})

describe('Whatever the orders say', () => {
  const somewhen = fc
    .integer({ min: 0, max: 120 })
    .map((days_) => datesBetween(date('2027-02-01'), date('2027-06-30'))[days_] ?? date('2027-02-01'))
  const clock = fc
    .integer({ min: 6 * 4, max: 20 * 4 })
    .map((quarters) =>
      time(
        `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`,
      ),
    )
  const block = fc
    .tuple(clock, clock)
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from, to }))
  const change: fc.Arbitrary<ReceptionChange> = fc.oneof(
    fc.constant({ kind: 'none' as const }),
    somewhen.map((to) => ({ kind: 'moved' as const, to })),
    fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => ({ kind: 'hours' as const, blocks })),
    fc.constant({ kind: 'substitute' as const, official: id('deputy') }),
  )
  const calendarChange: fc.Arbitrary<CalendarException> = fc.oneof(
    fc.constant({ kind: 'closed' as const }),
    fc.constant({ kind: 'working-day' as const }),
    fc.constant({ kind: 'no-reception' as const }),
    somewhen.map((to) => ({ kind: 'reception-moved' as const, to })),
    block.map(({ from, to }) => ({ kind: 'hours' as const, opens: from, closes: to })),
  )
  const someone = fc.record({
    slotMinutes: fc.integer({ min: 5, max: 120 }),
    places: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    parts: fc.constantFrom<Official['parts']>(['morning'], ['afternoon'], ['morning', 'afternoon']),
    weeks: fc.constantFrom<Official['weeks']>('each', [1, 3], [5], [2, 4]),
    cutOff: fc.record({ workingDaysBefore: fc.integer({ min: 0, max: 10 }), at: clock }),
    from: fc.option(somewhen, { nil: null }),
    to: fc.option(somewhen, { nil: null }),
  })

  test('no slot lies outside the blocks, none on a day off or outside the hours, none twice', () => {
    fc.assert(
      fc.property(
        someone,
        fc.array(fc.tuple(somewhen, change), { maxLength: 12 }),
        fc.array(fc.tuple(somewhen, fc.integer({ min: 0, max: 9 }), calendarChange), { maxLength: 8 }),
        (who, orders, exceptions) => {
          const whose = official(who)
          const by = rules(
            [whose],
            orders.map(([when, what]) => order(when, what)),
            exceptions.map(([from, length, what]) =>
              ofAll(from, what, datesBetween(from, date('2027-12-31'))[length] ?? null),
            ),
          )
          const found = days(by, '2027-02-01', '2027-06-30')
          expect(found.map((day) => day.date)).toEqual([...new Set(found.map((day) => day.date))].sort())
          for (const day of found) {
            const plan = planOf(by.rules, by.exceptions, day.date)
            expect(plan.working).toBe(true)
            expect(whose.from === null || day.date >= whose.from).toBe(true)
            expect(whose.to === null || day.date <= whose.to).toBe(true)
            expect(day.slots.length).toBeGreaterThan(0)
            expect(day.places).toBeLessThanOrEqual(day.slots.length)
            const length = whose.slotMinutes * 60_000
            day.slots.forEach((slot, index) => {
              const ends = slot.startsAt + length
              expect(day.blocks.some((each) => each.startsAt <= slot.startsAt && ends <= each.endsAt)).toBe(
                true,
              )
              expect(slot.startsAt >= (plan.opensAt ?? Infinity) && ends <= (plan.closesAt ?? 0)).toBe(true)
              const next = day.slots[index + 1]
              if (next !== undefined) expect(ends).toBeLessThanOrEqual(next.startsAt)
            })
            // One day alone is the same as that day among the others.
            expect(receptionDayOn(by, whose, day.date)).toEqual(day)
          }
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})
