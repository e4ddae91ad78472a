import type { LocalDate } from '#shared/ids.ts'
import { nextDate } from '../calendar.ts'
import type { Day } from '../day.ts'
import type { Appointment } from './book.ts'
import { dayOn } from './calendar.ts'
import type { CarriedBook, ReceptionEvent } from './events.ts'

/**
 * What the next day takes over: appointments to come, those of past days without an outcome, answers still owed, and orders
 * that still mean something. So that a start reads one day, however long the book has been kept.
 * @returns undefined where there is nothing, and never was.
 */
export function carriedBook({ reception, settings }: Day, date: LocalDate): CarriedBook | undefined {
  const { number, exceptions, appointments } = reception
  const erasedThrough = nextDate(date, -settings.receptionDays.keepDays)
  const carried = {
    number,
    exceptions: exceptions.filter((each) => lastMeant(each) >= date),
    appointments: appointments.filter((each) => isLive(each, erasedThrough)),
    erasedThrough,
  }
  return number === 0 && carried.exceptions.length === 0 ? undefined : carried
}

function lastMeant({ date, change }: CarriedBook['exceptions'][number]): LocalDate {
  return change.kind === 'moved' && change.to > date ? change.to : date
}

/** @param erasedThrough of that day and those before nobody knows any more who the people were. */
function isLive({ date, state }: Appointment, erasedThrough: LocalDate): boolean {
  if (state.kind === 'ended') return state.due !== null && state.answeredAt === null
  return date > erasedThrough
}

/** @returns what the end of the day means for the book: who received on it, and who waited for a slot of it in vain. */
export function bookEnded(day: Day): readonly ReceptionEvent[] {
  const held = day.settings.receptionDays.officials
    .filter(({ id }) => dayOn(day, id, day.date) !== null)
    .map(({ id }) => id)
  const passed = day.reception.appointments
    .filter(({ date, state }) => date <= day.date && (state.kind === 'listed' || state.kind === 'offered'))
    .map(({ number }) => number)
  return held.length === 0 && passed.length === 0 ? [] : [{ type: 'reception-day-ended', held, passed }]
}
