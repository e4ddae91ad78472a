import type { AppointmentNumber } from '#shared/ids.ts'
import { instant, type Instant } from '#shared/instant.ts'
import { unreachable } from '#shared/result.ts'
import {
  appointmentOf,
  DOOR_CALLS,
  EMPTY_BOOK,
  NO_CONTACT,
  type Appointment,
  type AppointmentPlace,
  type Contact,
  type DoorCall,
  type Ended,
  type ReceptionBook,
} from './book.ts'
import type { CarriedBook, ReceptionEvent, ReceptionEventOf } from './events.ts'
import { countOf } from '#shared/appointment-numbers.ts'

/** The book as a day begins: what was carried over, nobody late, nothing called. */
export function openedBook(carried: CarriedBook | undefined): ReceptionBook {
  if (carried === undefined) return EMPTY_BOOK
  const { number, exceptions, appointments } = carried
  return withLapse({ ...EMPTY_BOOK, number, exceptions, appointments })
}

/**
 * Moves the book by one event. Pure.
 * @param recorded the version and the instant of the event.
 * @throws Error when the event contradicts the book: the log is broken, or `decide` is.
 */
export function evolveBook(
  book: ReceptionBook,
  event: ReceptionEvent,
  { at, version }: { readonly at: Instant; readonly version: number },
): ReceptionBook {
  switch (event.type) {
    case 'appointment-made':
      return made(book, event, at)
    case 'person-corrected':
    case 'person-erased':
    case 'question-routed':
      return book
    case 'appointment-moved':
      return withLapse(
        changed(book, event.number, (each) => ({
          ...each,
          official: event.to.official,
          date: event.to.date,
          time: event.to.time,
          state: { kind: 'booked' },
        })),
      )
    case 'appointment-cancelled':
      return withLapse(ended(book, event.number, at, { end: event.end }))
    case 'slot-offered':
      return withLapse(
        placed(book, event.number, ({ state }) => ({
          kind: 'offered',
          time: event.time,
          until: event.until,
          contact: NO_CONTACT,
          passed: state.kind === 'listed' ? state.passed : [],
        })),
      )
    case 'offer-ended':
      return withLapse(
        placed(book, event.number, ({ state }) => ({
          kind: 'listed',
          passed: state.kind === 'offered' ? [...state.passed, event.time] : [],
        })),
      )
    case 'slot-accepted':
      return withLapse(
        changed(book, event.number, (each) => ({
          ...each,
          date: event.date,
          time: event.time,
          state: { kind: 'booked' },
        })),
      )
    case 'contact-recorded':
      return placed(book, event.number, ({ state }) =>
        state.kind === 'offered' || state.kind === 'displaced'
          ? { ...state, contact: contacted(state.contact, event.result, at) }
          : state,
      )
    case 'appointment-displaced':
      return withLapse(
        placed(book, event.number, ({ state }) => ({
          kind: 'displaced',
          reason: event.reason,
          kept: event.kept,
          contact: state.kind === 'displaced' ? state.contact : NO_CONTACT,
        })),
      )
    case 'appointment-restored':
      return placed(book, event.number, () =>
        event.time === null ? { kind: 'listed', passed: [] } : { kind: 'booked' },
      )
    case 'arrival-reported':
      return placed(book, event.number, () => ({ kind: 'arrived', at }))
    case 'appointment-called':
      return called(book, event, { at, version })
    case 'lateness-set':
      return { ...book, late: { ...book.late, [event.official]: event.minutes } }
    case 'outcome-recorded':
      return outcomeRecorded(book, event, at)
    case 'answer-given':
      return placed(book, event.number, ({ state }) =>
        state.kind === 'ended' ? { ...state, answeredAt: at } : state,
      )
    case 'reception-exception-added':
      return { ...book, exceptions: [...book.exceptions, event.exception] }
    case 'reception-exception-removed':
      return { ...book, exceptions: book.exceptions.filter((each) => each.id !== event.id) }
    case 'reception-day-ended':
      return withLapse(
        event.passed.reduce((state, number) => ended(state, number, at, { end: 'day-passed' }), book),
      )
    default:
      return unreachable(event)
  }
}

function made(book: ReceptionBook, event: ReceptionEventOf<'appointment-made'>, at: Instant): ReceptionBook {
  const { number, code, official, date, time, language, walkIn } = event
  const state: AppointmentPlace = walkIn
    ? { kind: 'arrived', at }
    : time === null
      ? { kind: 'listed', passed: [] }
      : { kind: 'booked' }
  return {
    ...book,
    number: countOf(number),
    appointments: [...book.appointments, { number, code, official, date, time, language, walkIn, state }],
  }
}

function called(
  book: ReceptionBook,
  event: ReceptionEventOf<'appointment-called'>,
  { at, version }: { readonly at: Instant; readonly version: number },
): ReceptionBook {
  const { number, official, receivedBy, time, room, times } = event
  const call: DoorCall = { id: version, number, official, receivedBy, time, room, at, times, state: 'called' }
  const next = placed(book, number, ({ state }) => ({
    kind: 'called',
    arrivedAt: state.kind === 'arrived' ? state.at : state.kind === 'called' ? state.arrivedAt : null,
    at,
    times,
  }))
  return {
    ...next,
    calls: [call, ...book.calls.filter((each) => each.number !== number)].slice(0, DOOR_CALLS),
  }
}

function outcomeRecorded(
  book: ReceptionBook,
  { number, outcome }: ReceptionEventOf<'outcome-recorded'>,
  at: Instant,
): ReceptionBook {
  const facts = {
    end: outcome.kind,
    due: 'due' in outcome ? outcome.due : null,
    unit: 'unit' in outcome ? outcome.unit : null,
  }
  const next = withLapse(ended(book, number, at, facts))
  return {
    ...next,
    calls: next.calls.map((each) => (each.number === number ? { ...each, state: 'done' } : each)),
  }
}

function ended(
  book: ReceptionBook,
  number: AppointmentNumber,
  at: Instant,
  facts: Pick<Ended, 'end'> & Partial<Pick<Ended, 'due' | 'unit'>>,
): ReceptionBook {
  return placed(book, number, ({ state }) => ({
    kind: 'ended',
    at,
    arrivedAt: arrivedAt(state),
    calledAt: state.kind === 'called' ? state.at : state.kind === 'ended' ? state.calledAt : null,
    due: null,
    unit: null,
    answeredAt: null,
    ...facts,
  }))
}

function arrivedAt(state: AppointmentPlace): Instant | null {
  switch (state.kind) {
    case 'arrived':
      return state.at
    case 'called':
    case 'ended':
      return state.arrivedAt
    case 'listed':
    case 'offered':
    case 'booked':
    case 'displaced':
      return null
  }
}

function contacted(contact: Contact, result: 'no-answer' | 'reached', at: Instant): Contact {
  return result === 'reached' ? { ...contact, reachedAt: at } : { ...contact, tries: contact.tries + 1 }
}

function placed(
  book: ReceptionBook,
  number: AppointmentNumber,
  place: (appointment: Appointment) => AppointmentPlace,
): ReceptionBook {
  return changed(book, number, (each) => ({ ...each, state: place(each) }))
}

function changed(
  book: ReceptionBook,
  number: AppointmentNumber,
  change: (appointment: Appointment) => Appointment,
): ReceptionBook {
  if (appointmentOf(book, number) === null) throw new Error(`${number} is not in the book`)
  return {
    ...book,
    appointments: book.appointments.map((each) => (each.number === number ? change(each) : each)),
  }
}

function withLapse(book: ReceptionBook): ReceptionBook {
  let first: number | null = null
  for (const { state } of book.appointments) {
    if (state.kind === 'offered' && (first === null || state.until < first)) first = state.until
  }
  return { ...book, nextLapse: first === null ? null : instant(first) }
}
