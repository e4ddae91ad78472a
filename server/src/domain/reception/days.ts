import type { Bilingual, LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import { after, MINUTE, type Instant } from '#shared/instant.ts'
import type { Official, ReceptionException } from '#shared/reception.ts'
import {
  datesBetween,
  instantAt,
  isWorkingDay,
  nextDate,
  planOf,
  receptionOrigins,
  receptionWithin,
  usualReception,
  type CalendarRules,
  type ExceptionRow,
  type ReceptionBlock,
} from '../calendar.ts'
import { weekdayOf } from '../holidays.ts'

/** One day on which an official receives, with its slots. Who has which stands in the book. */
export type ReceptionDay = {
  readonly official: OfficialId
  readonly date: LocalDate
  readonly blocks: readonly ReceptionBlock[]
  readonly slots: readonly ReceptionSlot[]
  /** How many people at most. */
  readonly places: number
  /** The cut-off: from then on nobody is signed up for that day. */
  readonly signUpUntil: Instant
  /** Who receives instead. */
  readonly substitute: OfficialId | null
  /** Why the day is another than usual. */
  readonly why: Bilingual | null
}

export type ReceptionSlot = { readonly time: LocalTime; readonly startsAt: Instant }

/** What the days of all officials follow from. */
export type ReceptionRules = {
  readonly rules: CalendarRules
  readonly officials: readonly Official[]
  /** Of the calendar, for everyone; and of single officials. Each in the order in which they were added. */
  readonly exceptions: readonly ExceptionRow[]
  readonly orders: readonly ReceptionException[]
}

/**
 * The reception days of every official, from one date to another, both included: a function of settings, orders and
 * calendar. No slot lies outside the blocks, none on a day off, none twice, whatever the orders say.
 * @returns by official, in order of date.
 */
export function receptionDays(
  by: ReceptionRules,
  from: LocalDate,
  to: LocalDate,
): ReadonlyMap<OfficialId, readonly ReceptionDay[]> {
  const dates = candidateDates(by, from, to)
  const common: Common = { days: new Map(), cutOffs: new Map() }
  return new Map(
    by.officials.map((official) => [
      official.id,
      dates.flatMap((date) => {
        const day = dayOf(by, common, official, date)
        return day === null ? [] : [day]
      }),
    ]),
  )
}

/** @returns the one official's day on that date; null: no reception. */
export function receptionDayOn(by: ReceptionRules, official: Official, date: LocalDate): ReceptionDay | null {
  return dayOf(by, { days: new Map(), cutOffs: new Map() }, official, date)
}

/** What the calendar says of a date, the same for everyone. */
type CommonDay = {
  readonly blocks: readonly ReceptionBlock[]
  readonly why: Bilingual | null
  /** Which of the month's reception days it is; of one moved here, which those were. */
  readonly ordinals: readonly number[]
}

/** What is worked out once for all officials. */
type Common = {
  readonly days: Map<LocalDate, CommonDay>
  readonly cutOffs: Map<string, Instant>
}

/** Only these can have a reception: the weekday of receptions, and where something was moved to. */
function candidateDates({ rules, exceptions, orders }: ReceptionRules, from: LocalDate, to: LocalDate) {
  const moved = [
    ...exceptions.flatMap(({ change }) => (change.kind === 'reception-moved' ? [change.to] : [])),
    ...orders.flatMap(({ change }) => (change.kind === 'moved' ? [change.to] : [])),
  ].filter((date) => from <= date && date <= to)
  const usual = datesBetween(from, to).filter((date) => weekdayOf(date) === rules.reception.weekday)
  return [...new Set([...usual, ...moved])].sort()
}

function dayOf(by: ReceptionRules, common: Common, official: Official, date: LocalDate): ReceptionDay | null {
  if ((official.from !== null && date < official.from) || (official.to !== null && date > official.to))
    return null
  const { held, blocks, why, substitute } = ordered(by, common, official, date, by.orders.length)
  if (!held) return null
  const slots = blocks.flatMap((block) => slotsIn(block, official.slotMinutes))
  if (slots.length === 0) return null
  return {
    official: official.id,
    date,
    blocks,
    slots,
    places: Math.min(official.places ?? slots.length, slots.length),
    signUpUntil: cutOff(by, common, official, date),
    substitute,
    why,
  }
}

type Ordered = {
  readonly held: boolean
  readonly blocks: readonly ReceptionBlock[]
  readonly why: Bilingual | null
  readonly substitute: OfficialId | null
}

/** The official's day by the first `count` of the orders about single officials: the later one holds. */
function ordered(
  by: ReceptionRules,
  common: Common,
  official: Official,
  date: LocalDate,
  count: number,
): Ordered {
  const usual = commonDay(by, common, date)
  const isTheirs =
    official.weeks === 'each' || usual.ordinals.some((ordinal) => official.weeks.includes(ordinal as never)) // a list of numbers, of which it may be one
  const blocks = usual.blocks.filter((block) => official.parts.includes(partOf(block)))
  let state: Ordered = { held: isTheirs && blocks.length > 0, blocks, why: usual.why, substitute: null }
  for (const [index, { official: whose, date: on, change, reason }] of by.orders.slice(0, count).entries()) {
    if (whose !== official.id) continue
    if (change.kind === 'moved' && change.to === date && on !== date) {
      const origin = ordered(by, common, official, on, index)
      if (origin.held) state = received(by, official, date, state, reason)
      continue
    }
    if (on !== date || !state.held) continue
    switch (change.kind) {
      case 'none':
      case 'moved':
        state = { ...state, held: change.kind === 'moved' && change.to === date, why: reason }
        break
      case 'hours':
        state = {
          ...state,
          blocks: apart(receptionWithin(by.rules, by.exceptions, date, change.blocks)),
          why: reason,
        }
        break
      case 'substitute':
        state = { ...state, substitute: change.official, why: reason }
        break
    }
  }
  return state
}

/** A day of another date comes here: beside what there is already, and within the hours of this date. */
function received(
  { rules, exceptions }: ReceptionRules,
  official: Official,
  date: LocalDate,
  state: Ordered,
  why: Bilingual,
): Ordered {
  const here = usualReception(rules, exceptions, date).filter((block) =>
    official.parts.includes(partOf(block)),
  )
  const blocks = apart(state.held ? [...state.blocks, ...here] : here)
  return { held: blocks.length > 0, blocks, why, substitute: state.held ? state.substitute : null }
}

function commonDay({ rules, exceptions }: ReceptionRules, { days }: Common, date: LocalDate): CommonDay {
  const found = days.get(date)
  if (found) return found
  const plan = planOf(rules, exceptions, date)
  const day = {
    blocks: plan.reception,
    why: plan.receptionWhy,
    ordinals:
      plan.reception.length === 0 ? [] : receptionOrigins(rules, exceptions, date).map(ordinalInMonth),
  }
  days.set(date, day)
  return day
}

/** The 1st to the 7th of a month hold the first of each weekday. */
function ordinalInMonth(date: LocalDate): number {
  return Math.ceil(Number(date.slice(8, 10)) / 7)
}

function partOf({ from }: ReceptionBlock): 'morning' | 'afternoon' {
  return from < NOON ? 'morning' : 'afternoon'
}

const NOON = '13:00'

/** @returns the blocks in order, those that touch or overlap made one: so that no slot is there twice. */
function apart(blocks: readonly ReceptionBlock[]): readonly ReceptionBlock[] {
  const merged: ReceptionBlock[] = []
  for (const block of [...blocks].sort((a, b) => a.startsAt - b.startsAt)) {
    const last = merged.at(-1)
    if (last === undefined || block.startsAt > last.endsAt) merged.push(block)
    else if (block.endsAt > last.endsAt)
      merged[merged.length - 1] = { ...last, to: block.to, endsAt: block.endsAt }
  }
  return merged
}

function slotsIn({ from, startsAt, endsAt }: ReceptionBlock, minutes: number): ReceptionSlot[] {
  const count = Math.max(0, Math.floor((endsAt - startsAt) / (minutes * MINUTE)))
  const first = Number(from.slice(0, 2)) * 60 + Number(from.slice(3, 5))
  return Array.from({ length: count }, (_, index) => ({
    time: timeOf(first + index * minutes),
    startsAt: after(startsAt, index * minutes * MINUTE),
  }))
}

/** @param minutes since midnight: no block goes over a change of the clocks, which are changed at night. */
function timeOf(minutes: number): LocalTime {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as LocalTime // the brand's own form
}

/** So many working days before, at that time; a day that is far from any working day closes at its own beginning. */
function cutOff(
  by: ReceptionRules,
  { cutOffs }: Common,
  { cutOff: { workingDaysBefore, at } }: Official,
  date: LocalDate,
): Instant {
  const key = `${date} ${workingDaysBefore} ${at}`
  const known = cutOffs.get(key)
  if (known !== undefined) return known
  const day = workingDayBefore(by, date, workingDaysBefore)
  const until = instantAt(day ?? date, day === null ? '00:00' : at, by.rules.zone)
  cutOffs.set(key, until)
  return until
}

function workingDayBefore({ rules, exceptions }: ReceptionRules, date: LocalDate, count: number) {
  let left = count
  for (let back = 0; back <= FAR; back += 1) {
    const day = nextDate(date, -back)
    if (back > 0 && !isWorkingDay(rules, exceptions, day)) continue
    if (left === 0) return day
    left -= 1
  }
  return null
}

const FAR = 60
