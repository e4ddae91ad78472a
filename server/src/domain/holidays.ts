import type { Bilingual, LocalDate } from '#shared/ids.ts'

/** The official holidays of Bulgaria: Labour Code, art. 154. */

export type Holiday = { readonly date: LocalDate; readonly name: Bilingual }

/**
 * One row a date, in order of date: the fixed days, the four days of Easter, and the substitute days. A date with two
 * holidays carries both names.
 * @param year Gregorian, 1900–2099 for right Easter dates.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = years.get(year)
  if (known) return known
  const worked = workOut(year)
  years.set(year, worked)
  return worked
}

/**
 * Orthodox Easter Sunday in the Gregorian calendar.
 *
 * The Julian computus in Jean Meeus's form (Astronomical Algorithms, ch. 8: a mod 4, b mod 7, c mod 19) gives the date
 * in the Julian calendar; the calendars lie 13 days apart from March 1900 to February 2100.
 */
export function orthodoxEaster(year: number): LocalDate {
  const moon = (19 * (year % 19) + 15) % 30
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const count = moon + weekday + 114
  const julian = dayNumber(isoDate(year, Math.floor(count / 31), (count % 31) + 1))
  const century = Math.floor(year / 100)
  return dateOfDay(julian + century - Math.floor(century / 4) - 2)
}

/** @returns days since 1970-01-01, which is day 0. */
export function dayNumber(date: LocalDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  // Years that begin in March put the leap day last, so that the months before it have the same lengths every year.
  const march = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return (
    march * 365 +
    Math.floor(march / 4) -
    Math.floor(march / 100) +
    Math.floor(march / 400) +
    dayOfYear -
    719_468
  )
}

/** @param number days since 1970-01-01. */
export function dateOfDay(number: number): LocalDate {
  const days = number + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const sinceMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * sinceMarch + 2) / 5) + 1
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** @returns the ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** @returns the date in English without its year: “6 September”. */
export function dayAndMonth(date: LocalDate): string {
  const [, month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

const years = new Map<number, readonly Holiday[]>()

const FIXED: readonly { readonly month: number; readonly day: number; readonly name: Bilingual }[] = [
  { month: 1, day: 1, name: { bg: 'Нова година', en: 'New Year’s Day' } },
  {
    month: 3,
    day: 3,
    name: {
      bg: 'Ден на Освобождението на България – национален празник',
      en: 'Liberation Day – the national day',
    },
  },
  {
    month: 5,
    day: 1,
    name: { bg: 'Ден на труда и на международната работническа солидарност', en: 'Labour Day' },
  },
  {
    month: 5,
    day: 6,
    name: {
      bg: 'Гергьовден – Ден на храбростта и Българската армия',
      en: 'St George’s Day – Day of Valour and the Bulgarian Army',
    },
  },
  {
    month: 5,
    day: 24,
    name: {
      bg: 'Ден на светите братя Кирил и Методий, на българската азбука, просвета и култура и на славянската книжовност',
      en: 'Day of Saints Cyril and Methodius, of the Bulgarian alphabet, education and culture and of Slavonic letters',
    },
  },
  { month: 9, day: 6, name: { bg: 'Ден на Съединението', en: 'Unification Day' } },
  { month: 9, day: 22, name: { bg: 'Ден на Независимостта на България', en: 'Independence Day' } },
  { month: 12, day: 24, name: { bg: 'Бъдни вечер', en: 'Christmas Eve' } },
  { month: 12, day: 25, name: { bg: 'Рождество Христово', en: 'Christmas Day' } },
  { month: 12, day: 26, name: { bg: 'Рождество Христово – втори ден', en: 'Second day of Christmas' } },
]

const EASTER: readonly { readonly offset: number; readonly name: Bilingual }[] = [
  { offset: -2, name: { bg: 'Велики петък', en: 'Good Friday' } },
  { offset: -1, name: { bg: 'Велика събота', en: 'Holy Saturday' } },
  { offset: 0, name: { bg: 'Великден', en: 'Easter Sunday' } },
  { offset: 1, name: { bg: 'Великден – понеделник', en: 'Easter Monday' } },
]

/** Fixed days on a weekend are compensated from this year on (art. 154, para. 2). */
const SUBSTITUTES_SINCE = 2017

function workOut(year: number): readonly Holiday[] {
  const fixed = FIXED.map(({ month, day, name }) => ({ date: isoDate(year, month, day), name }))
  const sunday = dayNumber(orthodoxEaster(year))
  const easter = EASTER.map(({ offset, name }) => ({ date: dateOfDay(sunday + offset), name }))

  const off = new Map<LocalDate, Bilingual>()
  for (const { date, name } of [...easter, ...fixed]) {
    const first = off.get(date)
    off.set(date, first ? { bg: `${first.bg} и ${name.bg}`, en: `${first.en} and ${name.en}` } : name)
  }
  // Only after all days proper are known: a substitute must not land on one of them.
  for (const { date, name } of year < SUBSTITUTES_SINCE ? [] : fixed) {
    if (weekdayOf(date) < 6) continue
    let day = dayNumber(date) + 1
    while (weekdayOf(dateOfDay(day)) > 5 || off.has(dateOfDay(day))) day += 1
    off.set(dateOfDay(day), substitute(date, name))
  }
  return [...off].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

function substitute(date: LocalDate, name: Bilingual): Bilingual {
  const [, month = '', day = ''] = date.split('-')
  return {
    bg: `${name.bg} (почивен ден вместо ${day}.${month}.)`,
    en: `${name.en} (day off in place of ${dayAndMonth(date)})`,
  }
}

function isoDate(year: number, month: number, day: number): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return text as LocalDate // built from numbers that name a date
}
