import fc from '../../../tests/support/random.ts'
import { describe, expect, test } from 'vitest'
import { LocalDate, LocalTime } from '#shared/ids.ts'
import { fromIso, HOUR, instant, iso } from '#shared/instant.ts'
import type { Instant } from '#shared/instant.ts'
import pernik from '../../config/pernik.json' with { type: 'json' }
import { datesBetween, instantAt, localDate, localTime, nextDate, nextOpening, planOf } from './calendar.ts'
import type { CalendarRules, ExceptionRow } from './calendar.ts'
import { weekdayOf } from './holidays.ts'
import nonWorkingDays from './non-working-days.fixture.json' with { type: 'json' }
import { OfficeSettings } from './settings.ts'

const office: CalendarRules = OfficeSettings.parse(pernik)
const USUAL = { opens: '08:30', closes: '17:00', limit: '19:00' }
const WEDNESDAY_BLOCKS = ['08:30–12:00', '14:00–17:00']

describe('Working days', () => {
  // The fixture: non-working weekdays in Bulgaria, 2024–2027, as the Labour Code and the Council of Ministers have them.
  test.each(Object.entries(nonWorkingDays.weekdaysOff))('of %s are those of the state', (year, off) => {
    const dates = datesBetween(date(`${year}-01-01`), date(`${year}-12-31`))
    const weekdaysOff = dates.filter((each) => weekdayOf(each) <= 5 && !planOf(office, [], each).working)
    expect(weekdaysOff).toEqual(off)
    expect(dates.filter((each) => weekdayOf(each) > 5 && planOf(office, [], each).working)).toEqual([])
  })

  test('have the charter’s hours, and need no explanation', () => {
    const { reception: _, ...plan } = planOf(office, [], date('2026-11-25'))
    expect(plan).toEqual({
      date: '2026-11-25',
      working: true,
      why: null,
      hours: USUAL,
      opensAt: at('2026-11-25T06:30:00Z'),
      closesAt: at('2026-11-25T15:00:00Z'),
      limitAt: at('2026-11-25T17:00:00Z'),
      endsAt: at('2026-11-25T22:00:00Z'),
      receptionWhy: null,
    })
  })

  test('include 19 October, the day of Pernik, and 1 November when they fall on weekdays', () => {
    expect(planOf(office, [], date('2026-10-19')).working).toBe(true)
    expect(planOf(office, [], date('2027-11-01')).working).toBe(true)
  })

  test('are not Saturdays and Sundays, and the reason is their name', () => {
    expect(planOf(office, [], date('2026-11-28'))).toMatchObject({
      working: false,
      why: { bg: 'събота', en: 'Saturday' },
      hours: null,
      opensAt: null,
      closesAt: null,
      limitAt: null,
      endsAt: at('2026-11-28T22:00:00Z'),
      reception: [],
    })
    expect(planOf(office, [], date('2026-11-29')).why).toEqual({ bg: 'неделя', en: 'Sunday' })
  })

  test('are not holidays, and the reason is the holiday, on a weekend too', () => {
    expect(planOf(office, [], date('2026-03-03')).why?.en).toBe('Liberation Day – the national day')
    expect(planOf(office, [], date('2026-09-06')).why?.en).toBe('Unification Day')
  })

  test('are not days decreed off by the Council of Ministers, and the reason is the decision’s', () => {
    const { working, why } = planOf(office, [], date('2026-01-02'))
    expect([working, why?.bg]).toEqual([
      false,
      'почивен ден с решение на Министерския съвет – въвеждане на еврото',
    ])
  })
})

describe('The clock change', () => {
  test('in March leaves the office’s hours alone, and the Sunday has 23 hours', () => {
    expect(lengthOf('2026-03-29')).toBe(23 * HOUR)
    expect(hoursOf('2026-03-27')).toEqual(['2026-03-27T06:30:00.000Z', '2026-03-27T15:00:00.000Z'])
    expect(hoursOf('2026-03-30')).toEqual(['2026-03-30T05:30:00.000Z', '2026-03-30T14:00:00.000Z'])
    expect(iso(instantAt(date('2026-03-29'), '08:30', 'Europe/Sofia'))).toBe('2026-03-29T05:30:00.000Z')
    expect(iso(instantAt(date('2026-03-29'), '17:00', 'Europe/Sofia'))).toBe('2026-03-29T14:00:00.000Z')
  })

  test('in October leaves the office’s hours alone, and the Sunday has 25 hours', () => {
    expect(lengthOf('2026-10-25')).toBe(25 * HOUR)
    expect(hoursOf('2026-10-23')).toEqual(['2026-10-23T05:30:00.000Z', '2026-10-23T14:00:00.000Z'])
    expect(hoursOf('2026-10-26')).toEqual(['2026-10-26T06:30:00.000Z', '2026-10-26T15:00:00.000Z'])
    expect(iso(instantAt(date('2026-10-25'), '08:30', 'Europe/Sofia'))).toBe('2026-10-25T06:30:00.000Z')
    expect(iso(instantAt(date('2026-10-25'), '17:00', 'Europe/Sofia'))).toBe('2026-10-25T15:00:00.000Z')
  })

  test('skips 03:30 in March: it is read as the hour after', () => {
    const skipped = instantAt(date('2026-03-29'), '03:30', 'Europe/Sofia')
    expect([iso(skipped), localTime(skipped, 'Europe/Sofia')]).toEqual(['2026-03-29T01:30:00.000Z', '04:30'])
  })

  test('shows 03:30 twice in October: the first is meant', () => {
    expect(iso(instantAt(date('2026-10-25'), '03:30', 'Europe/Sofia'))).toBe('2026-10-25T00:30:00.000Z')
  })

  test('on a working Sunday moves neither opening nor closing', () => {
    const sunday = row('2026-10-25', { kind: 'working-day' })
    const { opensAt, closesAt, hours } = planOf(office, [sunday], date('2026-10-25'))
    expect([opensAt, closesAt, hours]).toEqual([
      at('2026-10-25T06:30:00Z'),
      at('2026-10-25T15:00:00Z'),
      USUAL,
    ])
  })
})

describe('Dates and times of the office', () => {
  const zones = [
    'Europe/Sofia',
    'UTC',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Pacific/Kiritimati',
    'Africa/Casablanca',
  ]
  const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => nextDate(date('1996-01-01'), days))
  const times = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) =>
      LocalTime.parse(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
    )

  test('become instants and come back the same, in every zone, save the hour that the clocks skip', () => {
    fc.assert(
      fc.property(dates, times, fc.constantFrom(...zones), (day, time, zone) => {
        const moment = instantAt(day, time, zone)
        expect([localDate(moment, zone), localTime(moment, zone)]).toEqual(onTheWall(moment, zone))
        expect(localDate(moment, zone)).toBe(day)
        if (localTime(moment, zone) !== time) expect(isSkipped(day, time, zone)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('change at midnight and not a millisecond before, in every zone', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...zones), (day, zone) => {
        const midnight = instantAt(day, '00:00', zone)
        expect(localDate(midnight, zone)).toBe(day)
        expect(localDate(instant(midnight - 1), zone)).toBe(nextDate(day, -1))
      }),
      { numRuns: 2_000 },
    )
  })

  test('have seconds where they are given', () => {
    expect(iso(instantAt(date('2026-11-25'), '16:59:30', 'Europe/Sofia'))).toBe('2026-11-25T14:59:30.000Z')
  })

  test('are refused when they name no time or no zone', () => {
    expect(() => instantAt(date('2026-11-25'), '24:00', 'Europe/Sofia')).toThrow('not a time of day: 24:00')
    expect(() => instantAt(date('2026-11-25'), '8:30', 'Europe/Sofia')).toThrow(RangeError)
    expect(() => instantAt(date('2026-11-25'), '08:30', 'Europe/Pernik')).toThrow(
      'unknown time zone: Europe/Pernik',
    )
  })

  test('run from the first to the last, both included, and at most 800', () => {
    expect(datesBetween(date('2028-02-28'), date('2028-03-01'))).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ])
    expect(datesBetween(date('2026-03-05'), date('2026-03-01'))).toEqual([])
    expect(datesBetween(date('2026-01-01'), date('2036-01-01'))).toHaveLength(800)
  })
})

describe('An office in another zone', () => {
  test('opens by its own clock in Kathmandu, 5 h 45 min ahead', () => {
    const plan = planOf({ ...office, zone: 'Asia/Kathmandu' }, [], date('2026-11-25'))
    expect([plan.opensAt, plan.limitAt, plan.endsAt]).toEqual([
      at('2026-11-25T02:45:00Z'),
      at('2026-11-25T13:15:00Z'),
      at('2026-11-25T18:15:00Z'),
    ])
  })

  test('changes its clocks on its own Sunday in New York', () => {
    const newYork = { ...office, zone: 'America/New_York' }
    expect(planOf(newYork, [], date('2026-03-06')).opensAt).toBe(at('2026-03-06T13:30:00Z'))
    expect(planOf(newYork, [], date('2026-03-09')).opensAt).toBe(at('2026-03-09T12:30:00Z'))
    expect(planOf(newYork, [], date('2026-03-09')).endsAt).toBe(at('2026-03-10T04:00:00Z'))
  })
})

describe('Exceptions by order', () => {
  const heat = row(
    '2026-07-20',
    { kind: 'hours', opens: time('07:00'), closes: time('14:00') },
    { to: null, why: 'жега' },
  )

  test('close a working day, and the citizen reads the reason', () => {
    const closed = row('2026-11-25', { kind: 'closed' }, { why: 'дезинфекция' })
    expect(planOf(office, [closed], date('2026-11-25'))).toMatchObject({
      working: false,
      why: { bg: 'дезинфекция' },
      hours: null,
      reception: [],
      receptionWhy: { bg: 'дезинфекция' },
    })
  })

  test('make a Saturday a working day with the usual hours', () => {
    const saturday = row('2026-11-28', { kind: 'working-day' }, { why: 'работна събота' })
    expect(planOf(office, [saturday], date('2026-11-28'))).toMatchObject({
      working: true,
      why: { bg: 'работна събота' },
      hours: USUAL,
      opensAt: at('2026-11-28T06:30:00Z'),
      reception: [],
      receptionWhy: null,
    })
  })

  test('change the hours until revoked, with the limit two hours after the new closing', () => {
    for (const day of ['2026-07-20', '2026-07-24', '2027-02-01']) {
      expect(planOf(office, [heat], date(day))).toMatchObject({
        working: true,
        why: { bg: 'жега' },
        hours: { opens: '07:00', closes: '14:00', limit: '16:00' },
      })
    }
    expect(planOf(office, [heat], date('2026-07-20')).limitAt).toBe(at('2026-07-20T13:00:00Z'))
    expect(planOf(office, [heat], date('2026-07-17'))).toMatchObject({ why: null, hours: USUAL })
  })

  test('with changed hours make no working day of a Saturday or a holiday', () => {
    expect(planOf(office, [heat], date('2026-07-25'))).toMatchObject({
      working: false,
      why: { en: 'Saturday' },
    })
    expect(planOf(office, [heat], date('2026-09-22'))).toMatchObject({
      working: false,
      why: { en: 'Independence Day' },
    })
  })

  test('hold from the first to the last date of their range, both included', () => {
    const week = row('2026-08-10', { kind: 'closed' }, { to: '2026-08-14' })
    const working = ['2026-08-07', '2026-08-10', '2026-08-14', '2026-08-17'].map(
      (day) => planOf(office, [week], date(day)).working,
    )
    expect(working).toEqual([true, false, false, true])
  })

  test('that contradict each other: the one added last holds', () => {
    const day = '2026-11-25'
    const [closed, open] = [row(day, { kind: 'closed' }), row(day, { kind: 'working-day' })]
    expect(planOf(office, [closed, open], date(day)).working).toBe(true)
    expect(planOf(office, [open, closed], date(day)).working).toBe(false)
    const later = row(day, { kind: 'hours', opens: time('09:00'), closes: time('16:00') })
    const earlier = row(day, { kind: 'hours', opens: time('07:00'), closes: time('13:00') })
    expect(planOf(office, [earlier, later], date(day)).hours?.opens).toBe('09:00')
    expect(planOf(office, [later, earlier], date(day)).hours?.opens).toBe('07:00')
  })

  test('that change the hours leave a closed day closed, and an ordered working Saturday working', () => {
    const closed = row('2026-07-22', { kind: 'closed' }, { why: 'авария' })
    expect(planOf(office, [closed, heat], date('2026-07-22'))).toMatchObject({
      working: false,
      why: { bg: 'авария' },
    })
    expect(planOf(office, [heat, closed], date('2026-07-22')).working).toBe(false)
    const saturday = row('2026-07-25', { kind: 'working-day' })
    expect(planOf(office, [saturday, heat], date('2026-07-25')).hours?.closes).toBe('14:00')
    expect(planOf(office, [heat, saturday], date('2026-07-25')).hours?.closes).toBe('17:00')
  })

  test('about the reception leave the hours alone, and the other way round', () => {
    const none = row('2026-11-25', { kind: 'no-reception' })
    expect(planOf(office, [none], date('2026-11-25'))).toMatchObject({
      working: true,
      why: null,
      hours: USUAL,
    })
    const short = row('2026-11-25', { kind: 'hours', opens: time('08:30'), closes: time('17:00') })
    expect(planOf(office, [none, short], date('2026-11-25')).reception).toEqual([])
  })

  test('cut the limit off at midnight', () => {
    const late = row('2026-11-25', { kind: 'hours', opens: time('12:00'), closes: time('23:00') })
    const plan = planOf(office, [late], date('2026-11-25'))
    expect([plan.hours?.limit, plan.limitAt]).toEqual(['00:00', plan.endsAt])
  })
})

describe('Reception days', () => {
  test('are every working Wednesday, half past eight to noon and two to five', () => {
    const plan = planOf(office, [], date('2026-11-25'))
    expect(plan.reception).toEqual([
      {
        from: '08:30',
        to: '12:00',
        startsAt: at('2026-11-25T06:30:00Z'),
        endsAt: at('2026-11-25T10:00:00Z'),
      },
      {
        from: '14:00',
        to: '17:00',
        startsAt: at('2026-11-25T12:00:00Z'),
        endsAt: at('2026-11-25T15:00:00Z'),
      },
    ])
    expect(plan.receptionWhy).toBeNull()
    expect(planOf(office, [], date('2026-11-24'))).toMatchObject({ reception: [], receptionWhy: null })
  })

  test.each([
    ['2026-05-06', 'St George’s Day – Day of Valour and the Bulgarian Army'],
    ['2027-03-03', 'Liberation Day – the national day'],
    ['2027-09-22', 'Independence Day'],
  ])('are not held on %s, a holiday Wednesday', (day, holiday) => {
    expect(planOf(office, [], date(day))).toMatchObject({ reception: [], receptionWhy: { en: holiday } })
  })

  test('keep within the changed hours of the day, and drop what lies outside', () => {
    const heat = row('2026-07-22', { kind: 'hours', opens: time('09:00'), closes: time('14:00') })
    expect(receptionOn('2026-07-22', [heat])).toEqual({ blocks: ['09:00–12:00'], why: null })
    const noon = row(
      '2026-07-22',
      { kind: 'hours', opens: time('12:00'), closes: time('14:00') },
      { why: 'ремонт' },
    )
    expect(receptionOn('2026-07-22', [noon])).toEqual({ blocks: [], why: 'ремонт' })
  })

  test('can be cancelled by order, with the reason', () => {
    const none = row('2026-11-25', { kind: 'no-reception' }, { why: 'сесия на общинския съвет' })
    expect(receptionOn('2026-11-25', [none])).toEqual({ blocks: [], why: 'сесия на общинския съвет' })
    expect(receptionOn('2026-11-26', [{ ...none, to: null }])).toEqual({ blocks: [], why: null })
  })

  test('can be moved by order, and each date says so', () => {
    const moved = row('2026-11-25', { kind: 'reception-moved', to: date('2026-11-27') }, { why: 'сесия' })
    expect(planOf(office, [moved], date('2026-11-25'))).toMatchObject({
      reception: [],
      receptionWhy: {
        bg: 'Приемният ден се премества на 27.11.2026 г. – сесия',
        en: 'The reception day is moved to 27 November 2026 – сесия',
      },
    })
    expect(planOf(office, [moved], date('2026-11-27')).receptionWhy).toEqual({
      bg: 'Приемен ден вместо 25.11.2026 г. – сесия',
      en: 'Reception day in place of 25 November 2026 – сесия',
    })
    expect(receptionOn('2026-11-27', [moved]).blocks).toEqual(WEDNESDAY_BLOCKS)
    expect(receptionOn('2026-11-26', [moved])).toEqual({ blocks: [], why: null })
  })

  test('can be moved from a holiday Wednesday', () => {
    const moved = row('2026-05-06', { kind: 'reception-moved', to: date('2026-05-07') })
    expect(receptionOn('2026-05-07', [moved]).blocks).toEqual(WEDNESDAY_BLOCKS)
    expect(receptionOn('2026-05-06', [moved]).why).toContain('се премества на 07.05.2026 г.')
  })

  test('moved away are held on the new date though the old one is closed by a later order', () => {
    const moved = row('2026-11-25', { kind: 'reception-moved', to: date('2026-11-27') })
    const closed = row('2026-11-25', { kind: 'closed' })
    expect(receptionOn('2026-11-27', [moved, closed]).blocks).toEqual(WEDNESDAY_BLOCKS)
  })

  test('moved to a day that does not work are not held, and the day’s own reason is given', () => {
    const moved = row('2026-11-25', { kind: 'reception-moved', to: date('2026-11-28') })
    expect(receptionOn('2026-11-28', [moved])).toEqual({ blocks: [], why: 'събота' })
    const working = row('2026-11-28', { kind: 'working-day' })
    expect(receptionOn('2026-11-28', [moved, working]).blocks).toEqual(WEDNESDAY_BLOCKS)
  })

  test('moved to the next Wednesday are held there once', () => {
    const moved = row('2026-11-25', { kind: 'reception-moved', to: date('2026-12-02') })
    expect(receptionOn('2026-12-02', [moved]).blocks).toEqual(WEDNESDAY_BLOCKS)
  })

  test('are not moved from a day that has none', () => {
    const tuesday = row('2026-11-24', { kind: 'reception-moved', to: date('2026-11-26') })
    expect(receptionOn('2026-11-24', [tuesday])).toEqual({ blocks: [], why: null })
    expect(receptionOn('2026-11-26', [tuesday])).toEqual({ blocks: [], why: null })
  })

  test('follow the order added last: moved elsewhere, moved on, moved back, cancelled after all', () => {
    const friday = row('2026-11-25', { kind: 'reception-moved', to: date('2026-11-27') })
    const thursday = row('2026-11-25', { kind: 'reception-moved', to: date('2026-11-26') })
    expect(heldOn([friday, thursday])).toEqual(['2026-11-26'])
    const onwards = row('2026-11-27', { kind: 'reception-moved', to: date('2026-11-30') })
    expect(heldOn([friday, onwards])).toEqual(['2026-11-30'])
    const back = row('2026-11-27', { kind: 'reception-moved', to: date('2026-11-25') })
    expect(heldOn([friday, back])).toEqual(['2026-11-25'])
    const cancelled = row('2026-11-25', { kind: 'no-reception' })
    expect(heldOn([friday, cancelled])).toEqual([])
    expect(heldOn([cancelled, friday])).toEqual(['2026-11-27'])
    expect(receptionOn('2026-11-25', [cancelled, friday]).why).toContain('се премества на 27.11.2026 г.')
    const notThere = row('2026-11-27', { kind: 'no-reception' })
    expect(heldOn([friday, notThere])).toEqual([])
  })

  test('are not promised by an office that keeps none', () => {
    const without = { ...office, reception: { weekday: 3, blocks: [] } }
    expect(planOf(without, [], date('2026-05-06'))).toMatchObject({ reception: [], receptionWhy: null })
  })

  function heldOn(exceptions: readonly ExceptionRow[]): readonly LocalDate[] {
    const week = datesBetween(date('2026-11-24'), date('2026-12-01'))
    return week.filter((day) => planOf(office, exceptions, day).reception.length > 0)
  }
})

describe('The next opening', () => {
  test('after a Friday is Monday, and never the day itself', () => {
    expect(nextOpening(office, [], date('2026-11-27'))).toEqual({
      date: '2026-11-30',
      opensAt: at('2026-11-30T06:30:00Z'),
    })
    expect(nextOpening(office, [], date('2026-11-24'))?.date).toBe('2026-11-25')
  })

  test('after Christmas Eve 2027 is the 29th, past the substitutes', () => {
    expect(nextOpening(office, [], date('2027-12-23'))?.date).toBe('2027-12-29')
  })

  test('follows the orders: a working Saturday, changed hours, a closed Monday', () => {
    const saturday = row('2026-11-28', { kind: 'working-day' })
    const late = row('2026-11-28', { kind: 'hours', opens: time('10:00'), closes: time('13:00') })
    expect(nextOpening(office, [saturday, late], date('2026-11-27'))).toEqual({
      date: '2026-11-28',
      opensAt: at('2026-11-28T08:00:00Z'),
    })
    const monday = row('2026-11-30', { kind: 'closed' })
    expect(nextOpening(office, [monday], date('2026-11-27'))?.date).toBe('2026-12-01')
  })

  test('is not named when the office is closed until revoked', () => {
    const closed = row('2026-11-25', { kind: 'closed' }, { to: null })
    expect(nextOpening(office, [closed], date('2026-11-25'))).toBeNull()
  })

  test('is looked for 400 days ahead', () => {
    const until = (to: LocalDate) => [row('2026-11-25', { kind: 'closed' }, { to })]
    const today = date('2026-11-25')
    expect(nextOpening(office, until(nextDate(today, 399)), today)?.date).toBe(nextDate(today, 400))
    expect(nextOpening(office, until(nextDate(today, 400)), today)).toBeNull()
  })
})

function date(text: string): LocalDate {
  return LocalDate.parse(text)
}

function time(text: string): LocalTime {
  return LocalTime.parse(text)
}

function at(text: string): Instant {
  return fromIso(text)
}

function row(
  from: string,
  change: ExceptionRow['change'],
  { to = from, why = 'заповед' }: { to?: string | null; why?: string } = {},
): ExceptionRow {
  return {
    id: `${from}-${change.kind}`,
    from: date(from),
    to: to === null ? null : date(to),
    change,
    order: '№ 1/2026',
    reason: { bg: why, en: why },
  }
}

function receptionOn(day: string, exceptions: readonly ExceptionRow[]) {
  const plan = planOf(office, exceptions, date(day))
  return { blocks: plan.reception.map(({ from, to }) => `${from}–${to}`), why: plan.receptionWhy?.bg ?? null }
}

function lengthOf(day: string): number {
  return planOf(office, [], date(day)).endsAt - planOf(office, [], nextDate(date(day), -1)).endsAt
}

function hoursOf(day: string): (string | null)[] {
  const { opensAt, closesAt } = planOf(office, [], date(day))
  return [opensAt, closesAt].map((moment) => moment && iso(moment))
}

/** Date and time as a clock on the wall there shows them, by the machine's own tables. */
function onTheWall(moment: Instant, zone: string): readonly string[] {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
    .format(moment)
    .split(' ')
}

/** Whether no minute of the date shows the time. */
function isSkipped(day: LocalDate, text: LocalTime, zone: string): boolean {
  const [first, last] = [instantAt(day, '00:00', zone), instantAt(nextDate(day), '00:00', zone)]
  for (let moment: number = first; moment < last; moment += 60_000) {
    if (onTheWall(instant(moment), zone)[1] === text) return false
  }
  return true
}
