import type { LocalTime, OfficialId } from '#shared/ids.ts'
import { after, instant, MINUTE, type Instant } from '#shared/instant.ts'
import type { Official } from '#shared/reception.ts'
import { instantAt } from '../calendar.ts'
import type { Day } from '../day.ts'
import type { Appointment } from './book.ts'
import { dayOn, officialOf } from './calendar.ts'
import { takenOn } from './book.ts'

/** Who receives by that list today: the official, or whoever substitutes. */
export function receiverOf(day: Day, id: OfficialId): Official | null {
  const substitute = dayOn(day, id, day.date)?.substitute ?? null
  return (substitute && officialOf(day, substitute)) ?? officialOf(day, id)
}

/** @returns everyone of today's list, in slot order; also those who are done. */
export function todaysList(day: Day, official: OfficialId): readonly Appointment[] {
  return day.reception.appointments
    .filter((each) => each.official === official && each.date === day.date && isOnList(each))
    .sort((a, b) => startOf(day, a) - startOf(day, b))
}

/** @returns those of today who are still to be received, in slot order. */
export function stillToReceive(day: Day, official: OfficialId): readonly Appointment[] {
  return todaysList(day, official).filter(({ state }) => state.kind === 'booked' || state.kind === 'arrived')
}

/** @returns when the slot begins; for one on a waiting list, the date does. */
export function startOf({ settings }: Day, { date, time }: Pick<Appointment, 'date' | 'time'>): Instant {
  return instantAt(date, time ?? '00:00', settings.zone)
}

/**
 * @returns whether the slot that is theirs has begun. From that very instant on it was kept or missed, however late the
 * official runs, and „did not come“ may be recorded. A slot that is only waited for, offered or kept has not.
 */
export function slotHasBegun(day: Day, appointment: Appointment, now: Instant): boolean {
  const { kind } = appointment.state
  return (kind === 'booked' || kind === 'arrived') && now >= startOf(day, appointment)
}

/** Signed up for the day, and not gone before it. */
function isOnList({ time, state }: Appointment): boolean {
  if (time === null) return false
  switch (state.kind) {
    case 'booked':
    case 'arrived':
    case 'called':
      return true
    case 'ended':
      return state.end !== 'cancelled' && state.end !== 'declined' && state.end !== 'day-passed'
    case 'listed':
    case 'offered':
    case 'displaced':
      return false
  }
}

/**
 * Where someone without a sign-up can be received today: the last free slot of the block that is next to end, from the
 * block's beginning until those who are still to be received in it leave no time for one more.
 * @returns null: every block of today is over or full.
 */
export function walkInSlot(
  day: Day,
  official: Official,
): { readonly time: LocalTime; readonly from: Instant; readonly until: Instant } | null {
  const today = dayOn(day, official.id, day.date)
  if (today === null) return null
  const taken = takenOn(day.reception, official.id, day.date)
  const length = official.slotMinutes * MINUTE
  for (const block of today.blocks) {
    if (block.endsAt <= day.at) continue
    const isWithin = (at: Instant) => block.startsAt <= at && at < block.endsAt
    const free = today.slots.findLast(({ time, startsAt }) => isWithin(startsAt) && !taken.has(time))
    const waiting = stillToReceive(day, official.id).filter((each) => isWithin(startOf(day, each))).length
    const until = instant(block.endsAt - (waiting + 1) * length + 1) // at that instant one more still fits
    if (free !== undefined && until > block.startsAt && day.at < until)
      return {
        time: free.time,
        from: block.startsAt,
        until: instant(Math.min(until, after(free.startsAt, length))),
      }
  }
  return null
}
