import type { LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import { after, MINUTE, type Instant } from '#shared/instant.ts'
import type { Official, Slot } from '#shared/reception.ts'
import { nextDate } from '../calendar.ts'
import type { Day } from '../day.ts'
import { takenOn } from './book.ts'
import {
  receptionDayOn,
  receptionDays,
  type ReceptionDay,
  type ReceptionRules,
  type ReceptionSlot,
} from './days.ts'

/** The reception days that one can sign up for, as they follow from today's settings and orders, and what of them is free. */

type Known = {
  readonly settings: Day['settings']
  readonly orders: Day['reception']['exceptions']
  readonly date: LocalDate
  readonly days: ReadonlyMap<OfficialId, readonly ReceptionDay[]>
}
const known = new WeakMap<Day['exceptions'], Known>()

/** @returns the days of the official from today to the horizon, in order. Worked out anew only after an order. */
export function daysOf(day: Day, official: OfficialId): readonly ReceptionDay[] {
  return allDays(day).get(official) ?? []
}

/** @returns the official's day on that date, from today to the horizon; null: no reception. */
export function dayOn(day: Day, official: OfficialId, date: LocalDate): ReceptionDay | null {
  return daysOf(day, official).find((each) => each.date === date) ?? null
}

/** @returns the official's day on any date at all, without regard to the horizon. */
export function anyDayOn(day: Day, official: Official, date: LocalDate): ReceptionDay | null {
  return receptionDayOn(rulesOf(day), official, date)
}

export function officialOf(day: Day, id: OfficialId): Official | null {
  return day.settings.receptionDays.officials.find((each) => each.id === id) ?? null
}

export function lastDate({ date, settings }: Day): LocalDate {
  return nextDate(date, settings.receptionDays.horizonWeeks * 7)
}

/** @returns how many people can still be given a slot of the day. */
export function placesLeft(day: Day, of: ReceptionDay): number {
  const taken = takenOn(day.reception, of.official, of.date).size
  return Math.max(0, Math.min(of.places - taken, freeSlots(day, of).length))
}

/** @returns the slots that nobody has and that are kept for nobody, in order; none when the places are gone. */
export function freeSlots(day: Day, of: ReceptionDay): readonly ReceptionSlot[] {
  const taken = takenOn(day.reception, of.official, of.date)
  return taken.size >= of.places ? [] : of.slots.filter((slot) => !taken.has(slot.time))
}

/** @returns the slots that can be given now: free, before the cut-off, and still to come. */
export function openSlots(day: Day, of: ReceptionDay, now: Instant): readonly ReceptionSlot[] {
  return now >= of.signUpUntil ? [] : freeSlots(day, of).filter((slot) => slot.startsAt > now)
}

/**
 * @returns the free slot nearest to the one asked for: on that day the one closest in time, else the first of the next day
 * that has one; null where the horizon has none.
 */
export function nearestFree(
  day: Day,
  official: OfficialId,
  asked: { readonly date: LocalDate; readonly time: LocalTime | null },
  now: Instant,
): Slot | null {
  const days = daysOf(day, official)
  const ahead = [
    ...days.filter((each) => each.date >= asked.date),
    ...days.filter((each) => each.date < asked.date),
  ]
  for (const each of ahead) {
    const open = openSlots(day, each, now)
    const [first] = open
    if (first === undefined) continue
    const { time } =
      asked.date === each.date && asked.time !== null ? closest(open, asked.time, first) : first
    return { official, date: each.date, time }
  }
  return null
}

function closest(open: readonly ReceptionSlot[], time: LocalTime, first: ReceptionSlot): ReceptionSlot {
  const away = (slot: ReceptionSlot) => Math.abs(minutes(slot.time) - minutes(time))
  return open.reduce((best, slot) => (away(slot) < away(best) ? slot : best), first)
}

function minutes(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** @returns when someone with that slot can expect to be received, by what the official runs late today. */
export function expectedAt(day: Day, official: OfficialId, startsAt: Instant): Instant {
  return after(startsAt, (day.reception.late[official] ?? 0) * MINUTE)
}

function allDays(day: Day): Known['days'] {
  const { settings, exceptions, date } = day
  const { exceptions: orders } = day.reception
  const last = known.get(exceptions)
  if (last && last.settings === settings && last.orders === orders && last.date === date) return last.days
  const days = receptionDays(rulesOf(day), date, lastDate(day))
  known.set(exceptions, { settings, orders, date, days })
  return days
}

function rulesOf({ settings, exceptions, reception }: Day): ReceptionRules {
  return {
    rules: settings,
    officials: settings.receptionDays.officials,
    exceptions,
    orders: reception.exceptions,
  }
}
