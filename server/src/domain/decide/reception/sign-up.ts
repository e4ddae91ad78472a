import { appointmentNumber } from '#shared/appointment-numbers.ts'
import type { CommandOf } from '#shared/commands.ts'
import type { AppointmentCode, Language, LocalDate, LocalTime } from '#shared/ids.ts'
import type { NewPerson, Official, SignedUp } from '#shared/reception.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import type { Day } from '../../day.ts'
import { officialOf, openSlots } from '../../reception/calendar.ts'
import { personOf, type PersonRecord } from '../../reception/person.ts'
import { begin, happens, type Asking, type Decided } from '../story.ts'
import { freeSlot, knownAppointment, knownOfficial, openDay, whyNotAtDesk } from './guards.ts'

/** A citizen gets a slot of an official's day, a number and a code (rules.md, 6). */
export function signUp(day: Day, command: CommandOf<'sign-up'>, asking: Asking): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const official = knownOfficial(day, command.official)
  if (!official.ok) return official
  const person = newPerson(day, command)
  if (!person.ok) return person
  const slot = freeSlot(day, official.value, command, asking)
  if (!slot.ok) return slot
  const answered = answeredBefore(person.value, asking)
  if (answered) return refused(answered)
  return made(
    day,
    official.value,
    person.value,
    { ...slot.value, walkIn: false, language: command.language },
    asking,
  )
}

/** The day is full: a slot that becomes free is offered to those who wait for it, in the order in which they came. */
export function joinWaitingList(day: Day, command: CommandOf<'join-waiting-list'>, asking: Asking): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const official = knownOfficial(day, command.official)
  if (!official.ok) return official
  const person = newPerson(day, command)
  if (!person.ok) return person
  const { date } = command
  const open = openDay(day, official.value, { date, time: null }, asking)
  if (!open.ok) return open
  const [free] = openSlots(day, open.value, asking.now)
  if (free) {
    const nearest = { official: official.value.id, date, time: free.time }
    return refused(refuse('day-not-full', { date, nearest }))
  }
  const answered = answeredBefore(person.value, asking)
  if (answered) return refused(answered)
  return made(
    day,
    official.value,
    person.value,
    { date, time: null, walkIn: false, language: command.language },
    asking,
  )
}

/** @returns the decision by which someone is in the book. @param person who they are, under the number that comes next. */
export function made(
  day: Day,
  official: Official,
  person: PersonRecord,
  slot: {
    readonly date: LocalDate
    readonly time: LocalTime | null
    readonly walkIn: boolean
    readonly language: Language | undefined
  },
  asking: Asking,
): Decided {
  const { number } = person
  const { date, time, walkIn, language = 'bg' } = slot
  const code = asking.draw() as string as AppointmentCode // codes of tickets and of appointments have one form
  const story = happens(
    begin(day),
    { type: 'appointment-made', number, code, official: official.id, date, time, language, walkIn },
    asking,
  )
  const answer: SignedUp = {
    number,
    code,
    official: official.id,
    post: official.post,
    room: official.room,
    date,
    time,
  }
  return ok({
    ...story,
    answer: { appointment: answer },
    persons: [{ kind: 'recorded', person }],
  })
}

export function newPerson(
  day: Day,
  { person, despite }: { readonly person: NewPerson; readonly despite?: string | undefined },
): Result<PersonRecord, Refusal> {
  return personOf(appointmentNumber(day.reception.number + 1), person, despite ?? null)
}

/** The same person with the same question, once answered, is shown the answer; being received for it all the same needs a reason (rules.md, 6). */
export function answeredBefore(person: PersonRecord, { records }: Asking): Refusal | null {
  if (person.despite !== null) return null
  const before = records.answered(person)
  return before === null ? null : refuse('already-answered', before)
}

/**
 * The desk writes anew who the person is, by the rules of the sign-up: a telephone, and no ЕГН (rules.md, 6). The log says
 * that it was corrected, not what. Nobody who was erased is written down again.
 */
export function correctPerson(day: Day, command: CommandOf<'correct-person'>, asking: Asking): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  const known = knownAppointment(day, command.number)
  if (!known.ok) return known
  const { number } = command
  if (!asking.records.hasPerson(number)) return refused(refuse('person-erased', { number }))
  const corrected = personOf(number, command.person, null)
  if (!corrected.ok) return corrected
  const { despite: _, ...person } = corrected.value
  const story = happens(begin(day), { type: 'person-corrected', number }, asking)
  return ok({ ...story, answer: {}, persons: [{ kind: 'corrected', person }] })
}

/** The question is for another unit: the person goes there, and it is counted. */
export function routeQuestion(
  day: Day,
  { unit, official }: CommandOf<'route-question'>,
  asking: Asking,
): Decided {
  const away = whyNotAtDesk(day, asking)
  if (away) return refused(away)
  if (!day.settings.receptionDays.units.some((each) => each.id === unit))
    return refused(refuse('unknown-unit', { unit }))
  if (official !== undefined && officialOf(day, official) === null)
    return refused(refuse('unknown-official', { official }))
  const story = happens(begin(day), { type: 'question-routed', unit, official: official ?? null }, asking)
  return ok({ ...story, answer: {} })
}
