import type { AppointmentNumber, Bilingual, LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import type { Official, Slot } from '#shared/reception.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import { localDate, localTime, planOf } from '../../calendar.ts'
import { serviceOf, windowOfClerk, type Day } from '../../day.ts'
import { appointmentOf, takenOn, type Appointment } from '../../reception/book.ts'
import { anyDayOn, dayOn, freeSlots, lastDate, nearestFree, officialOf } from '../../reception/calendar.ts'
import type { ReceptionDay } from '../../reception/days.ts'
import type { Asking } from '../story.ts'

/** @returns the window where one signs up: the only one for its service; null: the office has none. */
export function signUpWindow(day: Day): number | null {
  const { service } = day.settings.receptionDays
  return service === null ? null : (serviceOf(day, service)?.onlyWindow ?? null)
}

/** Whoever keeps the book: the clerk who holds the sign-up window now, and the secretary at any time. */
export function mayKeepBook(day: Day, { role, by }: Pick<Asking, 'role' | 'by'>): boolean {
  if (role === 'secretary') return true
  if (by.kind !== 'staff' || (role !== 'clerk' && role !== 'supervisor')) return false
  const window = signUpWindow(day)
  return window !== null && windowOfClerk(day, by.id)?.number === window
}

/** @returns the refusal that names the window for sign-up, or null for whoever keeps the book. */
export function whyNotAtDesk(day: Day, asking: Asking): Refusal | null {
  return mayKeepBook(day, asking) ? null : refuse('sign-up-at-window', { window: signUpWindow(day) })
}

/** @returns whether the asker receives by that list: the official, whoever substitutes them that day, or the secretary for both. */
export function mayReceive(
  day: Day,
  official: Official,
  date: LocalDate,
  { role, by }: Pick<Asking, 'role' | 'by'>,
): boolean {
  if (role === 'secretary') return true
  if (role !== 'official' || by.kind !== 'staff') return false
  if (official.account === by.id) return true
  const substitute = anyDayOn(day, official, date)?.substitute ?? null
  return substitute !== null && officialOf(day, substitute)?.account === by.id
}

/** @returns the refusal for one who does not receive by that list, or null for whoever does. */
export function whyNotOwnList(day: Day, official: Official, date: LocalDate, asking: Asking): Refusal | null {
  return mayReceive(day, official, date, asking) ? null : refuse('not-your-list', { post: official.post })
}

export function knownOfficial(day: Day, id: OfficialId): Result<Official, Refusal> {
  const official = officialOf(day, id)
  return official ? ok(official) : refused(refuse('unknown-official', { official: id }))
}

export function knownAppointment(day: Day, number: AppointmentNumber): Result<Appointment, Refusal> {
  const appointment = appointmentOf(day.reception, number)
  return appointment ? ok(appointment) : refused(refuse('unknown-appointment', { number }))
}

/** @returns the refusal that says how the appointment stands, so that the command cannot be done. */
export function whyNotNow({ number, state }: Appointment): Refusal {
  return refuse('appointment-is', { number, state: state.kind })
}

/** The official's day, if one can still sign up for it. */
export function openDay(
  day: Day,
  official: Official,
  asked: { readonly date: LocalDate; readonly time: LocalTime | null },
  { now }: Asking,
): Result<ReceptionDay, Refusal> {
  const { date } = asked
  const { post } = official
  const nearest = () => nearestFree(day, official.id, asked, now)
  if (date > lastDate(day))
    return refused(refuse('beyond-horizon', { date, weeks: day.settings.receptionDays.horizonWeeks }))
  const of = dayOn(day, official.id, date)
  if (of === null) {
    const why = date < day.date ? null : whyNot(day, official, date)
    return refused(refuse('no-reception-that-day', { post, date, why, nearest: nearest() }))
  }
  if (now >= of.signUpUntil) {
    const { zone } = day.settings
    const until = { date: localDate(of.signUpUntil, zone), time: localTime(of.signUpUntil, zone) }
    return refused(refuse('sign-up-over', { date, until, nearest: nearest() }))
  }
  return ok(of)
}

/** By an order about the official, or by the calendar, for everyone; null: it is simply no day on which they receive. */
function whyNot(day: Day, { id }: Official, date: LocalDate): Bilingual | null {
  const order = day.reception.exceptions.findLast((each) => each.official === id && each.date === date)
  if (order) return order.reason
  const { reception, receptionWhy, working, why } = planOf(day.settings, day.exceptions, date)
  if (reception.length > 0) return null
  return receptionWhy ?? (working ? null : why)
}

/** The slot, if it can be given: its holder may have it again. Refused with the nearest that can. */
export function freeSlot(
  day: Day,
  official: Official,
  { date, time }: { readonly date: LocalDate; readonly time: LocalTime },
  asking: Asking,
  holder: AppointmentNumber | null = null,
): Result<Slot, Refusal> {
  const open = openDay(day, official, { date, time }, asking)
  if (!open.ok) return open
  const slot = { official: official.id, date, time }
  const nearest = () => nearestFree(day, official.id, { date, time }, asking.now)
  const found = open.value.slots.find((each) => each.time === time)
  if (found === undefined || found.startsAt <= asking.now)
    return refused(refuse('not-a-slot', { post: official.post, date, time, nearest: nearest() }))
  const taken = takenOn(day.reception, official.id, date)
  const has = taken.get(time)
  if (holder !== null && has === holder) return ok(slot)
  if (has !== undefined) return refused(refuse('slot-taken', { date, time, nearest: nearest() }))
  const isHereAlready = holder !== null && [...taken.values()].includes(holder)
  if (!isHereAlready && freeSlots(day, open.value).length === 0)
    return refused(refuse('day-full', { date, nearest: nearest() }))
  return ok(slot)
}
