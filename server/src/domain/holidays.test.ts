import { describe, expect, test } from 'vitest'
import { LocalDate } from '#shared/ids.ts'
import { dateOfDay, dayNumber, holidaysOf, orthodoxEaster, weekdayOf } from './holidays.ts'

const DAY = 86_400_000
const YEARS = Array.from({ length: 31 }, (_, index) => 2020 + index)

// Orthodox Easter Sunday as church calendars print it.
const PRINTED =
  `2020-04-19 2021-05-02 2022-04-24 2023-04-16 2024-05-05 2025-04-20 2026-04-12 2027-05-02 2028-04-16
  2029-04-08 2030-04-28 2031-04-13 2032-05-02 2033-04-24 2034-04-09 2035-04-29 2036-04-20 2037-04-05 2038-04-25
  2039-04-17 2040-05-06 2041-04-21 2042-04-13 2043-05-03 2044-04-24 2045-04-09 2046-04-29 2047-04-21 2048-04-05
  2049-04-25 2050-04-17`.split(/\s+/)

describe('Easter', () => {
  test('falls on the printed date every year from 2020 to 2050', () => {
    expect(YEARS.map(orthodoxEaster)).toEqual(PRINTED)
  })

  test('is the Sunday after the full moon of the golden number, every year from 2020 to 2050', () => {
    expect(YEARS.map(orthodoxEaster)).toEqual(YEARS.map(easterByTheTables))
  })

  test('is a Sunday in every year of two centuries', () => {
    const weekdays = Array.from({ length: 200 }, (_, index) => weekdayOf(orthodoxEaster(1900 + index)))
    expect(new Set(weekdays)).toEqual(new Set([7]))
  })
})

describe('The holidays of a year', () => {
  test('are the fixed days and the four days of Easter, and a substitute for each fixed day on a weekend', () => {
    expect(datesOf(2026)).toEqual([
      '2026-01-01',
      '2026-03-03',
      '2026-04-10',
      '2026-04-11',
      '2026-04-12',
      '2026-04-13',
      '2026-05-01',
      '2026-05-06',
      '2026-05-24',
      '2026-05-25',
      '2026-09-06',
      '2026-09-07',
      '2026-09-22',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ])
  })

  test('say in both languages which day a substitute stands for', () => {
    expect(nameOf('2026-09-07')).toEqual({
      bg: 'Ден на Съединението (почивен ден вместо 06.09.)',
      en: 'Unification Day (day off in place of 6 September)',
    })
  })

  test('give two substitutes when two days of Christmas fall on a weekend, in the order of the days', () => {
    expect(nameOf('2027-12-27')?.en).toBe('Christmas Day (day off in place of 25 December)')
    expect(nameOf('2027-12-28')?.en).toBe('Second day of Christmas (day off in place of 26 December)')
  })

  test('compensate 1 May on Holy Saturday after Easter Monday', () => {
    expect(nameOf('2027-05-01')?.en).toBe('Holy Saturday and Labour Day')
    expect(nameOf('2027-05-03')?.en).toBe('Easter Monday')
    expect(nameOf('2027-05-04')?.en).toBe('Labour Day (day off in place of 1 May)')
    expect(nameOf('2027-05-05')).toBeUndefined()
  })

  test('compensate St George’s Day on Easter Sunday after Easter Monday', () => {
    expect(orthodoxEaster(2040)).toBe('2040-05-06')
    expect(nameOf('2040-05-08')?.en).toContain('(day off in place of 6 May)')
  })

  test('give nothing extra for 6 May on Easter Monday, and carry both names', () => {
    expect(nameOf('2024-05-06')).toEqual({
      bg: 'Великден – понеделник и Гергьовден – Ден на храбростта и Българската армия',
      en: 'Easter Monday and St George’s Day – Day of Valour and the Bulgarian Army',
    })
    expect(nameOf('2024-05-07')).toBeUndefined()
  })

  test('have no substitutes before 2017', () => {
    expect(weekdayOf(date('2016-05-01'))).toBe(7)
    expect(nameOf('2016-05-03')).toBeUndefined()
    expect(nameOf('2017-01-02')?.en).toContain('in place of 1 January')
  })

  test('leave 19 October and 1 November working days', () => {
    expect(YEARS.flatMap(datesOf).filter((each) => /-10-19$|-11-01$/.test(each))).toEqual([])
  })

  test('are one row a date, in order, and the substitutes are weekdays', () => {
    for (const year of YEARS) {
      const dates = datesOf(year)
      expect(dates).toEqual([...new Set(dates)].toSorted())
      const substitutes = holidaysOf(year).filter(({ name }) => name.en.includes('in place of'))
      expect(substitutes.every((row) => weekdayOf(row.date) <= 5)).toBe(true)
    }
  })
})

describe('Counting days', () => {
  test('names the same dates as the calendar of the machine, there and back', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' })
    for (let day = -10_000; day <= 60_000; day += 1) {
      const expected = calendar.format(day * DAY)
      if (dateOfDay(day) !== expected || dayNumber(date(expected)) !== day)
        expect(dateOfDay(day)).toBe(expected)
    }
    expect(dateOfDay(60_000)).toBe('2134-04-11')
  })

  test('knows that 25 November 2026 is a Wednesday, and 1 January 1969 was', () => {
    expect([weekdayOf(date('2026-11-25')), weekdayOf(date('1969-01-01'))]).toEqual([3, 3])
  })
})

/** The church's own way: a table of nineteen full moons in the Julian calendar, and the Sunday that follows. */
function easterByTheTables(year: number): string {
  const moons =
    '4-5 3-25 4-13 4-2 3-22 4-10 3-30 4-18 4-7 3-27 4-15 4-4 3-24 4-12 4-1 3-21 4-9 3-29 4-17'.split(' ')
  const [month = 0, day = 0] = (moons[year % 19] ?? '').split('-').map(Number)
  const julianDay =
    367 * year -
    Math.trunc((7 * (year + 5001 + Math.trunc((month - 9) / 7))) / 4) +
    Math.trunc((275 * month) / 9) +
    day +
    1_729_777
  const sunday = julianDay + 7 - ((julianDay + 1) % 7)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format((sunday - 2_440_588) * DAY)
}

function date(text: string): LocalDate {
  return LocalDate.parse(text)
}

function datesOf(year: number): string[] {
  return holidaysOf(year).map((holiday) => holiday.date)
}

function nameOf(text: string) {
  return holidaysOf(Number(text.slice(0, 4))).find((holiday) => holiday.date === text)?.name
}
