import { parseAppointmentNumber } from '#shared/appointment-numbers.ts'
import type { CommandOf } from '#shared/commands.ts'
import type { AppointmentNumber } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import type { Arrived, Official, ReceptionOutcome } from '#shared/reception.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import type { Day } from '../../day.ts'
import { appointmentOf, type Appointment } from '../../reception/book.ts'
import { dayOn, expectedAt, officialOf } from '../../reception/calendar.ts'
import { receiverOf, startOf, stillToReceive, walkInSlot } from '../../reception/today.ts'
import { begin, happens, type Asking, type Decided } from '../story.ts'
import { knownAppointment, knownOfficial, whyNotAtDesk, whyNotNow, whyNotOwnList } from './guards.ts'
import { answeredBefore, made, newPerson } from './sign-up.ts'

/** The citizen has come: reported at the kiosk, or to the desk. Reporting twice is reporting once. */
export function reportArrival(day: Day, command: CommandOf<'report-arrival'>, asking: Asking): Decided {
  const away = asking.by.kind === 'device' ? null : whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const named = namedAppointment(day, command)
  if (!named.ok) return named
  const appointment = named.value
  const { number, date, time, state } = appointment
  if (state.kind === 'arrived' || state.kind === 'called')
    return ok({ ...begin(day), answer: { appointment: arrivalOf(day, appointment) } })
  if (state.kind !== 'booked' || time === null) return refused(whyNotNow(appointment))
  if (date !== day.date) return refused(refuse('arrives-another-day', { number, date, time }))
  const story = happens(begin(day), { type: 'arrival-reported', number }, asking)
  return ok({ ...story, answer: { appointment: arrivalOf(story.day, appointment) } })
}

function namedAppointment(
  day: Day,
  { number, code }: CommandOf<'report-arrival'>,
): Result<Appointment, Refusal> {
  if (code !== undefined) {
    const found = day.reception.appointments.find((each) => each.code === code)
    return found ? ok(found) : refused(refuse('wrong-appointment-code', {}))
  }
  if (number === undefined)
    return refused(
      refuse('malformed', {
        field: 'number',
        problem: { bg: 'липсва, а липсва и „code“', en: 'is missing, and so is “code”' },
      }),
    )
  const parsed = parseAppointmentNumber(number)
  if (parsed === null) return refused(refuse('unknown-appointment', { number }))
  return knownAppointment(day, parsed)
}

function arrivalOf(day: Day, appointment: Appointment): Arrived {
  const { number, official: id, date, time } = appointment
  const receiver = receiverOf(day, id)
  const startsAt = startOf(day, appointment)
  return {
    number,
    official: id,
    post: receiver?.post ?? { bg: id, en: id },
    room: receiver?.room ?? '',
    date,
    time,
    expectedAt: iso(expectedAt(day, id, startsAt)),
    ahead: stillToReceive(day, id).filter((each) => startOf(day, each) < startsAt).length,
  }
}

/** To the door: the first by slot who has come, or the one named; of the one who is called: once more. */
export function callAppointment(day: Day, command: CommandOf<'call-appointment'>, asking: Asking): Decided {
  const official = knownOfficial(day, command.official)
  if (!official.ok) return official
  const notOwn = whyNotOwnList(day, official.value, day.date, asking)
  if (notOwn) return refused(notOwn)
  const whom = toCall(day, official.value, command.number)
  if (!whom.ok) return whom
  const { number, time, state } = whom.value
  const receiver = receiverOf(day, official.value.id) ?? official.value
  if (time === null) return refused(whyNotNow(whom.value))
  const call = {
    number,
    official: official.value.id,
    time,
    room: receiver.room,
    times: state.kind === 'called' ? state.times + 1 : 1,
  }
  const story = happens(begin(day), { type: 'appointment-called', ...call, receivedBy: receiver.id }, asking)
  return ok({ ...story, answer: { call: { ...call, post: receiver.post, at: iso(asking.now) } } })
}

function toCall(
  day: Day,
  official: Official,
  number: AppointmentNumber | undefined,
): Result<Appointment, Refusal> {
  if (number === undefined) {
    const next = stillToReceive(day, official.id).find(({ state }) => state.kind === 'arrived')
    return next ? ok(next) : refused(refuse('nobody-to-call', { post: official.post }))
  }
  const known = knownAppointment(day, number)
  if (!known.ok) return known
  const { official: whose, date, time, state } = known.value
  if (whose !== official.id) return refused(refuse('not-your-list', { post: official.post }))
  if (date !== day.date) return refused(refuse('arrives-another-day', { number, date, time }))
  const mayBe = state.kind === 'booked' || state.kind === 'arrived' || state.kind === 'called'
  return mayBe ? known : refused(whyNotNow(known.value))
}

/**
 * How late the official runs today, told on the day and by whoever receives by that list or the secretary (rules.md, 6).
 * Expected times move with it; the slots do not, nor what depends on them.
 */
export function setLateness(day: Day, command: CommandOf<'set-lateness'>, asking: Asking): Decided {
  const official = knownOfficial(day, command.official)
  if (!official.ok) return official
  const notOwn = whyNotOwnList(day, official.value, day.date, asking)
  if (notOwn) return refused(notOwn)
  if (dayOn(day, command.official, day.date) === null)
    return refused(refuse('does-not-receive-today', { post: official.value.post }))
  if ((day.reception.late[command.official] ?? 0) === command.minutes)
    return ok({ ...begin(day), answer: {} })
  const { official: id, minutes } = command
  const story = happens(begin(day), { type: 'lateness-set', official: id, minutes }, asking)
  return ok({ ...story, answer: {} })
}

/** What the reception came to; recorded once more, it is corrected. Also later, for a day that is past. */
export function recordOutcome(day: Day, command: CommandOf<'record-outcome'>, asking: Asking): Decided {
  const known = knownAppointment(day, command.number)
  if (!known.ok) return known
  const appointment = known.value
  const official = officialOf(day, appointment.official)
  if (official === null) return refused(refuse('unknown-official', { official: appointment.official }))
  const notOwn = whyNotOwnList(day, official, appointment.date, asking)
  if (notOwn) return refused(notOwn)
  const refusal = whyNotYet(day, appointment, command.outcome, asking)
  if (refusal) return refused(refusal)
  const { number, outcome } = command
  const story = happens(begin(day), { type: 'outcome-recorded', number, outcome }, asking)
  return ok({ ...story, answer: {} })
}

function whyNotYet(
  day: Day,
  appointment: Appointment,
  outcome: ReceptionOutcome,
  { now }: Asking,
): Refusal | null {
  const { number, date, time } = appointment
  if (!isOfTheDay(appointment) || time === null) return whyNotNow(appointment)
  if (date > day.date) return refuse('arrives-another-day', { number, date, time })
  if (outcome.kind === 'did-not-come' && now < startOf(day, appointment))
    return refuse('outcome-before-the-time', { number, time })
  if ('due' in outcome && outcome.due < day.date) return refuse('due-in-the-past', { today: day.date })
  if ('unit' in outcome && !day.settings.receptionDays.units.some(({ id }) => id === outcome.unit))
    return refuse('unknown-unit', { unit: outcome.unit })
  return null
}

function isOfTheDay({ state }: Appointment): boolean {
  switch (state.kind) {
    case 'booked':
    case 'arrived':
    case 'called':
      return true
    case 'ended':
      return state.answeredAt === null && !BEFORE_THE_DAY.has(state.end)
    case 'listed':
    case 'offered':
    case 'displaced':
      return false
  }
}

const BEFORE_THE_DAY: ReadonlySet<string> = new Set(['cancelled', 'declined', 'day-passed'])

/** The answer that was owed has been given: it leaves the secretary's list. */
export function markAnswered(day: Day, { number }: CommandOf<'mark-answered'>, asking: Asking): Decided {
  const appointment = appointmentOf(day.reception, number)
  const isOwed =
    appointment?.state.kind === 'ended' &&
    appointment.state.due !== null &&
    appointment.state.answeredAt === null
  if (!isOwed || appointment.state.kind !== 'ended' || appointment.state.due === null)
    return refused(refuse('no-answer-owed', { number }))
  const inTime = day.date <= appointment.state.due
  const story = happens(begin(day), { type: 'answer-given', number, inTime }, asking)
  return ok({ ...story, answer: {} })
}

/**
 * Somebody without a sign-up, at the end of a block where time remains after all who are signed up. A question that was
 * answered before is pointed to its answer at the door as at the desk (rules.md, 6).
 */
export function takeWalkIn(day: Day, command: CommandOf<'take-walk-in'>, asking: Asking): Decided {
  const official = knownOfficial(day, command.official)
  if (!official.ok) return official
  const notOwn = whyNotOwnList(day, official.value, day.date, asking)
  if (notOwn) return refused(notOwn)
  if (dayOn(day, command.official, day.date) === null)
    return refused(refuse('does-not-receive-today', { post: official.value.post }))
  const person = newPerson(day, command)
  if (!person.ok) return person
  const slot = walkInSlot(day, official.value)
  if (slot === null || asking.now < slot.from || asking.now >= slot.until)
    return refused(refuse('no-time-left', { post: official.value.post }))
  const answered = answeredBefore(person.value, asking)
  if (answered) return refused(answered)
  const { time } = slot
  return made(
    day,
    official.value,
    person.value,
    { date: day.date, time, walkIn: true, language: command.language },
    asking,
  )
}
