import type { CommandOf } from '#shared/commands.ts'
import type { AppointmentCode, AppointmentNumber, LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import type { Day } from '../../day.ts'
import { appointmentOf, slotOf, type Appointment } from '../../reception/book.ts'
import { slotHasBegun } from '../../reception/today.ts'
import { begin, happens, type Asking, type Decided } from '../story.ts'
import { freeSlot, knownAppointment, knownOfficial, whyNotAtDesk, whyNotNow } from './guards.ts'

/** Another slot, also with another official, for one who is signed up, waits for a slot, or lost theirs by order. */
export function moveAppointment(day: Day, command: CommandOf<'move-appointment'>, asking: Asking): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const known = knownAppointment(day, command.number)
  return known.ok ? moved(day, known.value, command, asking) : known
}

/** The citizen moves the own appointment, with the same official, as long as its time lies ahead. */
export function moveOwnAppointment(
  day: Day,
  command: CommandOf<'move-own-appointment'>,
  asking: Asking,
): Decided {
  const own = ownToCome(day, command, asking)
  if (!own.ok) return own
  return moved(day, own.value, { ...command, official: own.value.official }, asking)
}

/**
 * The desk takes somebody out of the book, off the waiting list too, as long as they were neither called nor recorded as
 * done; the freed slot is offered to whoever waits for that day (rules.md, 6).
 */
export function cancelAppointment(
  day: Day,
  command: CommandOf<'cancel-appointment'>,
  asking: Asking,
): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const known = knownAppointment(day, command.number)
  return known.ok ? cancelled(day, known.value, asking) : known
}

/** The citizen gives the slot back, as long as its time lies ahead: once it has begun, it was kept or missed. */
export function cancelOwnAppointment(
  day: Day,
  command: CommandOf<'cancel-own-appointment'>,
  asking: Asking,
): Decided {
  const own = ownToCome(day, command, asking)
  return own.ok ? cancelled(day, own.value, asking) : own
}

/**
 * Erases who the person is, at once and for good. An appointment to come is cancelled: nobody could be told of it. One whose
 * time has begun stands as it is, for its outcome to be recorded: the person goes, the number stays.
 */
export function eraseOwnData(
  day: Day,
  { number, code }: CommandOf<'erase-own-data'>,
  asking: Asking,
): Decided {
  if (asking.records.codeOf(number) !== code) return refused(refuse('wrong-appointment-code', {}))
  if (!asking.records.hasPerson(number)) return refused(refuse('person-erased', { number }))
  const appointment = appointmentOf(day.reception, number)
  const mayCancel =
    appointment !== null && isToCome(appointment) && !slotHasBegun(day, appointment, asking.now)
  const before = mayCancel
    ? happens(begin(day), { type: 'appointment-cancelled', number, end: 'cancelled' }, asking)
    : begin(day)
  const story = happens(before, { type: 'person-erased', number }, asking)
  return ok({ ...story, answer: {} })
}

function ownToCome(
  day: Day,
  { number, code }: { readonly number: AppointmentNumber; readonly code: AppointmentCode },
  { now }: Asking,
): Result<Appointment, Refusal> {
  const appointment = appointmentOf(day.reception, number)
  // Whether there is such a number is not said either: the refusal is the same.
  if (appointment === null || appointment.code !== code) return refused(refuse('wrong-appointment-code', {}))
  const { date, time } = appointment
  if (slotHasBegun(day, appointment, now)) return refused(refuse('slot-has-begun', { number, date, time }))
  return ok(appointment)
}

type To = { readonly official: OfficialId; readonly date: LocalDate; readonly time: LocalTime }

function moved(day: Day, appointment: Appointment, { official, date, time }: To, asking: Asking): Decided {
  if (!isToCome(appointment)) return refused(whyNotNow(appointment))
  const known = knownOfficial(day, official)
  if (!known.ok) return known
  const to = freeSlot(day, known.value, { date, time }, asking, appointment.number)
  if (!to.ok) return to
  const { number } = appointment
  const held = slotOf(appointment)
  const from = held && { official: appointment.official, ...held }
  const isThere =
    appointment.state.kind === 'booked' &&
    from?.official === official &&
    from.date === date &&
    from.time === time
  if (isThere) return ok({ ...begin(day), answer: {} })
  const story = happens(begin(day), { type: 'appointment-moved', number, from, to: to.value }, asking)
  return ok({ ...story, answer: {} })
}

function cancelled(day: Day, appointment: Appointment, asking: Asking): Decided {
  if (!isToCome(appointment)) return refused(whyNotNow(appointment))
  const { number } = appointment
  const story = happens(begin(day), { type: 'appointment-cancelled', number, end: 'cancelled' }, asking)
  return ok({ ...story, answer: {} })
}

/** Before the door: nothing of the day itself has happened to it. */
function isToCome({ state }: Appointment): boolean {
  switch (state.kind) {
    case 'listed':
    case 'offered':
    case 'booked':
    case 'displaced':
    case 'arrived':
      return true
    case 'called':
    case 'ended':
      return false
  }
}
