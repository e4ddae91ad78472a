import { IANAZone } from 'luxon'
import type { CalendarException } from '#shared/commands.ts'
import type { Bilingual, LocalDate, LocalTime } from '#shared/ids.ts'
import { HOUR, instant, MINUTE, SECOND } from '#shared/instant.ts'
import type { Instant } from '#shared/instant.ts'
import { dateOfDay, dayAndMonth, dayNumber, holidaysOf, weekdayOf } from './holidays.ts'
import type { OfficeSettings } from './settings.ts'

/**
 * When the office works (rules.md, 2): working days, exceptions by order, hours, reception days, and the one place where
 * an office's dates and times become instants. The boundaries are half-open: at `opensAt` it is open, at `closesAt` not.
 */

/** A change of the calendar by order. Rows are kept in the order in which they were added. */
export type ExceptionRow = {
  readonly id: string
  readonly from: LocalDate
  /** Inclusive; null: until revoked. */
  readonly to: LocalDate | null
  readonly change: CalendarException
  readonly order: string
  readonly reason: Bilingual
}

export type CalendarRules = Pick<OfficeSettings, 'zone' | 'hours' | 'reception' | 'decreedDaysOff'>

export type ReceptionBlock = {
  readonly from: LocalTime
  readonly to: LocalTime
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export type DayPlan = {
  readonly date: LocalDate
  readonly working: boolean
  /** Why it is no ordinary working day; null on one. */
  readonly why: Bilingual | null
  /** `limit` reads 00:00 where the limit is cut off at midnight. */
  readonly hours: { readonly opens: LocalTime; readonly closes: LocalTime; readonly limit: LocalTime } | null
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
  /** Whoever is inside at closing is served until then at most. */
  readonly limitAt: Instant | null
  /** The local midnight that ends the date. */
  readonly endsAt: Instant
  readonly reception: readonly ReceptionBlock[]
  /** Why a reception day is not held, or why it is held on this date. */
  readonly receptionWhy: Bilingual | null
}

/** @param exceptions in the order in which they were added: of two that contradict each other the later one holds. */
export function planOf(rules: CalendarRules, exceptions: readonly ExceptionRow[], date: LocalDate): DayPlan {
  const { hours, why } = workOf(rules, exceptions, date)
  const { held, why: receptionOrder } = receptionOf(rules, exceptions, date, exceptions.length)
  const reception = held && hours !== null ? blocksWithin(rules, date, hours, rules.reception.blocks) : []
  const endsAt = instantAt(nextDate(date), '00:00', rules.zone)
  const common = {
    date,
    why,
    endsAt,
    reception,
    receptionWhy: held && reception.length === 0 ? why : receptionOrder,
  }
  if (hours === null) {
    return { ...common, working: false, hours: null, opensAt: null, closesAt: null, limitAt: null }
  }
  const closesAt = instantAt(date, hours.closes, rules.zone)
  const limitAt = instant(Math.min(closesAt + rules.hours.limitMinutes * MINUTE, endsAt))
  return {
    ...common,
    working: true,
    hours: { ...hours, limit: localTime(limitAt, rules.zone) },
    opensAt: instantAt(date, hours.opens, rules.zone),
    closesAt,
    limitAt,
  }
}

/** @returns the first working day strictly after the date; null when there is none within 400 days. */
export function nextOpening(
  rules: CalendarRules,
  exceptions: readonly ExceptionRow[],
  after: LocalDate,
): { readonly date: LocalDate; readonly opensAt: Instant } | null {
  for (let days = 1; days <= LOOK_AHEAD; days += 1) {
    const date = nextDate(after, days)
    const { hours } = workOf(rules, exceptions, date)
    if (hours !== null) return { date, opensAt: instantAt(date, hours.opens, rules.zone) }
  }
  return null
}

export function isWorkingDay(
  rules: CalendarRules,
  exceptions: readonly ExceptionRow[],
  date: LocalDate,
): boolean {
  return workOf(rules, exceptions, date).hours !== null
}

/** @returns the dates whose receptions fall on this one by the calendar: itself, or those that were moved here. */
export function receptionOrigins(
  rules: CalendarRules,
  exceptions: readonly ExceptionRow[],
  date: LocalDate,
): readonly LocalDate[] {
  return receptionOf(rules, exceptions, date, exceptions.length).origins
}

/** @returns the usual reception blocks as they would lie on a working day; none on a day off. */
export function usualReception(
  rules: CalendarRules,
  exceptions: readonly ExceptionRow[],
  date: LocalDate,
): readonly ReceptionBlock[] {
  return receptionWithin(rules, exceptions, date, rules.reception.blocks)
}

/** @returns these blocks as far as they lie within the hours of the date; none on a day off. */
export function receptionWithin(
  rules: CalendarRules,
  exceptions: readonly ExceptionRow[],
  date: LocalDate,
  blocks: readonly { readonly from: LocalTime; readonly to: LocalTime }[],
): readonly ReceptionBlock[] {
  const { hours } = workOf(rules, exceptions, date)
  return hours === null ? [] : blocksWithin(rules, date, hours, blocks)
}

/** @returns the date that the instant falls on in the zone. */
export function localDate(at: Instant, zone: string): LocalDate {
  return dateOfDay(Math.floor((at + offsetAt(zone, at)) / DAY))
}

/** @returns the time of day in the zone, seconds dropped. */
export function localTime(at: Instant, zone: string): LocalTime {
  const wall = at + offsetAt(zone, at)
  const minutes = Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as LocalTime // the brand's own form
}

/**
 * A time that the clocks skip is as long after midnight as it would have been without the change; of a time that they
 * show twice the first is meant.
 * @param time `HH:MM` or `HH:MM:SS` @throws RangeError when it is neither, or the zone is unknown.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Instant {
  const day = dayNumber(date)
  const wall = day * DAY + sinceMidnight(time)
  // A local date lies between the UTC midnights one day before it and two days after, whatever the zone.
  const [before, after] = [midnightOffset(zone, day - 1), midnightOffset(zone, day + 2)]
  if (before === after && before === midnightOffset(zone, day) && before === midnightOffset(zone, day + 1)) {
    return instant(wall - before)
  }
  const fitting = [before, after].filter((offset) => zoneOffset(zone, wall - offset) === offset)
  return instant(wall - (fitting.length === 0 ? before : Math.max(...fitting)))
}

export function nextDate(date: LocalDate, days = 1): LocalDate {
  return dateOfDay(dayNumber(date) + days)
}

/** @returns the dates from the first to the last, both included, and never more than the first 800. */
export function datesBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const first = dayNumber(from)
  const count = Math.min(dayNumber(to) - first + 1, 800)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => dateOfDay(first + index))
}

const DAY = 86_400_000
const LOOK_AHEAD = 400

type Hours = { readonly opens: LocalTime; readonly closes: LocalTime }
/** Hours null: no working day. */
type Work = { readonly hours: Hours | null; readonly why: Bilingual | null }

function workOf(rules: CalendarRules, exceptions: readonly ExceptionRow[], date: LocalDate): Work {
  const usual: Hours = { opens: rules.hours.opens, closes: rules.hours.closes }
  const dayOff = dayOffBy(rules, date)
  let work: Work = { hours: dayOff === null ? usual : null, why: dayOff }
  for (const row of exceptions) {
    if (!covers(row, date)) continue
    const { change, reason } = row
    if (change.kind === 'closed') work = { hours: null, why: reason }
    if (change.kind === 'working-day') work = { hours: usual, why: reason }
    // Changed hours make no working day of a day off: a heat-wave order doesn't mean the Saturdays in it.
    if (change.kind === 'hours' && work.hours !== null) {
      work = { hours: { opens: change.opens, closes: change.closes }, why: reason }
    }
  }
  return work
}

function dayOffBy(rules: CalendarRules, date: LocalDate): Bilingual | null {
  const decreed = rules.decreedDaysOff.find((day) => day.date === date)
  if (decreed) return decreed.reason
  const holiday = holidaysOf(Number(date.slice(0, 4))).find((day) => day.date === date)
  if (holiday) return holiday.name
  return WEEKEND.get(weekdayOf(date)) ?? null
}

const WEEKEND: ReadonlyMap<number, Bilingual> = new Map([
  [6, { bg: 'събота', en: 'Saturday' }],
  [7, { bg: 'неделя', en: 'Sunday' }],
])

/** Due: the weekday's reception, or one moved here, falls on the date. Held: and no order takes it away. */
type Reception = {
  readonly due: boolean
  readonly held: boolean
  readonly why: Bilingual | null
  /** The dates whose receptions these are: the date itself, or those moved here. */
  readonly origins: readonly LocalDate[]
}

/**
 * The date's reception by the first `count` orders, be the date a working day or not: the reception of a holiday
 * Wednesday can be moved too. What was moved here, a later order can move on, or back.
 */
function receptionOf(
  rules: CalendarRules,
  exceptions: readonly ExceptionRow[],
  date: LocalDate,
  count: number,
): Reception {
  const due = rules.reception.blocks.length > 0 && weekdayOf(date) === rules.reception.weekday
  let reception: Reception = { due, held: due, why: null, origins: due ? [date] : [] }
  for (const [index, row] of exceptions.slice(0, count).entries()) {
    const { change, reason } = row
    if (change.kind === 'reception-moved' && change.to === date) {
      const origin = originOf(rules, exceptions, index, row)
      if (origin !== null) {
        const { origins } = receptionOf(rules, exceptions, origin, index)
        const kept = reception.held ? reception.origins : []
        reception = { due: true, held: true, why: movedHere(origin, reason), origins: [...kept, ...origins] }
      }
      continue
    }
    if (!reception.due || !covers(row, date)) continue
    if (change.kind === 'no-reception') reception = { ...reception, due: true, held: false, why: reason }
    if (change.kind === 'reception-moved')
      reception = { ...reception, due: true, held: false, why: movedAway(change.to, reason) }
  }
  return reception
}

/** @returns the first date whose reception the order moves: one is due there, and no later order is about it. */
function originOf(
  rules: CalendarRules,
  exceptions: readonly ExceptionRow[],
  index: number,
  { from, to }: ExceptionRow,
): LocalDate | null {
  const later = exceptions.slice(index + 1).filter(({ change }) => isAboutReception(change))
  const last = to ?? nextDate(from, LOOK_AHEAD)
  return (
    datesBetween(from, last).find(
      (date) => !later.some((row) => covers(row, date)) && receptionOf(rules, exceptions, date, index).due,
    ) ?? null
  )
}

function isAboutReception({ kind }: CalendarException): boolean {
  return kind === 'no-reception' || kind === 'reception-moved'
}

function movedHere(origin: LocalDate, reason: Bilingual): Bilingual {
  return {
    bg: `Приемен ден вместо ${inWords(origin).bg} – ${reason.bg}`,
    en: `Reception day in place of ${inWords(origin).en} – ${reason.en}`,
  }
}

function movedAway(target: LocalDate, reason: Bilingual): Bilingual {
  return {
    bg: `Приемният ден се премества на ${inWords(target).bg} – ${reason.bg}`,
    en: `The reception day is moved to ${inWords(target).en} – ${reason.en}`,
  }
}

function inWords(date: LocalDate): Bilingual {
  const [year = '', month = '', day = ''] = date.split('-')
  return {
    bg: `${day}.${month}.${year} г.`,
    en: `${dayAndMonth(date)} ${year}`,
  }
}

function blocksWithin(
  rules: CalendarRules,
  date: LocalDate,
  { opens, closes }: Hours,
  blocks: readonly { readonly from: LocalTime; readonly to: LocalTime }[],
): readonly ReceptionBlock[] {
  return blocks
    .map((block) => ({
      from: block.from < opens ? opens : block.from,
      to: block.to > closes ? closes : block.to,
    }))
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({
      from,
      to,
      startsAt: instantAt(date, from, rules.zone),
      endsAt: instantAt(date, to, rules.zone),
    }))
}

function covers({ from, to }: ExceptionRow, date: LocalDate): boolean {
  return from <= date && (to === null || date <= to)
}

function sinceMidnight(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time)
  if (match === null) throw new RangeError(`not a time of day: ${time}`)
  const [, hours, minutes, seconds = '0'] = match
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND
}

function offsetAt(zone: string, at: number): number {
  const day = Math.floor(at / DAY)
  const offset = midnightOffset(zone, day)
  return offset === midnightOffset(zone, day + 1) ? offset : zoneOffset(zone, at)
}

/** @returns the zone's offset in ms at the UTC midnight that begins the day: the zone's table is slow, so kept. */
function midnightOffset(zone: string, day: number): number {
  const known = midnightOffsets.get(zone)?.get(day)
  if (known !== undefined) return known
  const offset = zoneOffset(zone, day * DAY)
  const days = midnightOffsets.get(zone) ?? new Map<number, number>()
  if (days.size >= DAYS_KEPT) days.clear()
  midnightOffsets.set(zone, days.set(day, offset))
  return offset
}

const midnightOffsets = new Map<string, Map<number, number>>()
const DAYS_KEPT = 20_000

function zoneOffset(zone: string, at: number): number {
  const offset = IANAZone.create(zone).offset(at) * MINUTE
  if (Number.isNaN(offset)) throw new RangeError(`unknown time zone: ${zone}`)
  return offset
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** @returns whether the name is a time zone of the IANA database. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}
