import type { LocalDate } from '#shared/ids.ts'
import { unreachable } from '#shared/result.ts'
import type { Recorded } from '../domain/events.ts'
import type { ReceptionEvent } from '../domain/reception/events.ts'

/** What an event of the reception book changes in the rows that figures and look-ups read. */
export type ReceptionRowChange =
  | {
      readonly kind: 'appointment-made'
      readonly number: string
      readonly code: string
      readonly official: string
      readonly date: string
      readonly time: string | null
      readonly state: AppointmentRowState
      readonly walkIn: boolean
      readonly madeAt: number
    }
  | ({
      readonly kind: 'appointment-is'
      readonly number: string
      readonly state: AppointmentRowState
    } & AppointmentFacts)
  | { readonly kind: 'person-gone'; readonly number: string }
  | { readonly kind: 'persons-expired'; readonly through: string }
  | {
      readonly kind: 'question-routed'
      readonly version: number
      readonly date: string
      readonly unit: string
      readonly official: string | null
    }
  | { readonly kind: 'reception-held'; readonly date: string; readonly official: string }

export type AppointmentRowState =
  | 'listed'
  | 'offered'
  | 'booked'
  | 'displaced'
  | 'arrived'
  | 'called'
  | 'ended'

/** What is left out stays as it is. */
export type AppointmentFacts = {
  readonly slot?: { readonly official?: string; readonly date: string; readonly time: string | null }
  readonly isMove?: boolean
  readonly arrivedAt?: number
  readonly calledAt?: number
  readonly ended?: {
    readonly end: string
    readonly at: number
    readonly unit: string | null
    readonly due: string | null
  }
  readonly answered?: { readonly at: number; readonly inTime: boolean }
}

/** @returns the row changes of one event of the reception book, in order. @param day the service day on which it happened. */
export function receptionRows(
  day: LocalDate,
  { event, at, version }: Pick<Recorded, 'at' | 'version'> & { readonly event: ReceptionEvent },
): readonly ReceptionRowChange[] {
  switch (event.type) {
    case 'appointment-made': {
      const { number, code, official, date, time, walkIn } = event
      const state = walkIn ? 'arrived' : time === null ? 'listed' : 'booked'
      const made = {
        kind: 'appointment-made',
        number,
        code,
        official,
        date,
        time,
        state,
        walkIn,
        madeAt: at,
      } as const
      return walkIn ? [made, is(number, state, { arrivedAt: at })] : [made]
    }
    case 'appointment-moved':
      return [is(event.number, 'booked', { slot: event.to, isMove: event.from !== null })]
    case 'appointment-cancelled':
      return [ended(event.number, event.end, at)]
    case 'slot-offered':
      return [is(event.number, 'offered', { slot: { date: event.date, time: event.time } })]
    case 'offer-ended':
      return [is(event.number, 'listed', { slot: { date: event.date, time: null } })]
    case 'slot-accepted':
      return [is(event.number, 'booked', { slot: { date: event.date, time: event.time } })]
    case 'appointment-displaced':
      return [is(event.number, 'displaced', { slot: { date: event.date, time: event.time } })]
    case 'appointment-restored':
      return [is(event.number, event.time === null ? 'listed' : 'booked')]
    case 'arrival-reported':
      return [is(event.number, 'arrived', { arrivedAt: at })]
    case 'appointment-called':
      return [is(event.number, 'called', { calledAt: at })]
    case 'outcome-recorded': {
      const { number, outcome } = event
      const unit = 'unit' in outcome ? outcome.unit : null
      const due = 'due' in outcome ? outcome.due : null
      return [is(number, 'ended', { ended: { end: outcome.kind, at, unit, due } })]
    }
    case 'answer-given':
      return [is(event.number, 'ended', { answered: { at, inTime: event.inTime } })]
    case 'person-erased':
      return [{ kind: 'person-gone', number: event.number }]
    case 'question-routed':
      return [{ kind: 'question-routed', version, date: day, unit: event.unit, official: event.official }]
    case 'reception-day-ended':
      return [
        ...event.held.map((official): ReceptionRowChange => ({
          kind: 'reception-held',
          date: day,
          official,
        })),
        ...event.passed.map((number) => ended(number, 'day-passed', at)),
      ]
    case 'person-corrected':
    case 'contact-recorded':
    case 'lateness-set':
    case 'reception-exception-added':
    case 'reception-exception-removed':
      return []
    default:
      return unreachable(event)
  }
}

function is(number: string, state: AppointmentRowState, facts: AppointmentFacts = {}): ReceptionRowChange {
  return { kind: 'appointment-is', number, state, ...facts }
}

function ended(number: string, end: string, at: number): ReceptionRowChange {
  return is(number, 'ended', { ended: { end, at, unit: null, due: null } })
}
