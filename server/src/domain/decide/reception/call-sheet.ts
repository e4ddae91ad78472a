import type { CommandOf } from '#shared/commands.ts'
import { refuse } from '#shared/rejections.ts'
import { ok, refused } from '#shared/result.ts'
import type { DayEvent } from '../../events.ts'
import type { Day } from '../../day.ts'
import type { Appointment } from '../../reception/book.ts'
import { begin, happens, type Asking, type Decided } from '../story.ts'
import { knownAppointment, whyNotAtDesk, whyNotNow } from './guards.ts'

/** What came of a telephone call about a slot that is kept: nobody answered, was reached, or does not want it. */
export function recordContact(day: Day, command: CommandOf<'record-contact'>, asking: Asking): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const known = knownAppointment(day, command.number)
  if (!known.ok) return known
  const isOnSheet = known.value.state.kind === 'offered' || known.value.state.kind === 'displaced'
  if (!isOnSheet) return refused(whyNotNow(known.value))
  const { number, result } = command
  const event =
    result === 'declined' ? declined(known.value) : ({ type: 'contact-recorded', number, result } as const)
  return ok({ ...happens(begin(day), event, asking), answer: {} })
}

/** A freed slot that is not wanted goes to the next, and they stay on the list; a new one for a postponed day ends it. */
function declined({ number, date, state }: Appointment): DayEvent {
  return state.kind === 'offered'
    ? { type: 'offer-ended', number, date, time: state.time, why: 'declined' }
    : { type: 'appointment-cancelled', number, end: 'declined' }
}

/** The slot that is kept for them becomes theirs. */
export function acceptSlot(day: Day, { number }: CommandOf<'accept-slot'>, asking: Asking): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const known = knownAppointment(day, number)
  if (!known.ok) return known
  const { date, state } = known.value
  if (state.kind !== 'offered' && state.kind !== 'displaced') return refused(whyNotNow(known.value))
  const kept = state.kind === 'offered' ? { date, time: state.time } : state.kept
  if (kept === null || kept.date < day.date) return refused(refuse('no-slot-kept', { number }))
  const story = happens(begin(day), { type: 'slot-accepted', number, ...kept }, asking)
  return ok({ ...story, answer: {} })
}
