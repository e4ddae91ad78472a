import type {
  AppointmentCode,
  AppointmentNumber,
  Bilingual,
  Language,
  LocalDate,
  LocalTime,
  OfficialId,
  UnitId,
} from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { ReceptionException, ReceptionOutcome, Slot } from '#shared/reception.ts'
import type { Appointment } from './book.ts'

/** What of the reception book a day takes over from the one before. */
export type CarriedBook = {
  readonly number: number
  readonly exceptions: readonly ReceptionException[]
  readonly appointments: readonly Appointment[]
  /** Whoever came, or would have come, on this date or before: their personal data are erased with this. */
  readonly erasedThrough: LocalDate
}

type Of = { readonly number: AppointmentNumber }
type When = { readonly date: LocalDate; readonly time: LocalTime }

/** What can happen to the reception book. Numbers and times; who the people are stands in tables of their own. */
export type ReceptionEvent =
  | (Of & {
      readonly type: 'appointment-made'
      readonly code: AppointmentCode
      readonly official: OfficialId
      readonly date: LocalDate
      /** Null: on the waiting list of that day. */
      readonly time: LocalTime | null
      readonly language: Language
      readonly walkIn: boolean
    })
  | (Of & { readonly type: 'person-corrected' })
  | (Of & { readonly type: 'person-erased' })
  | (Of & { readonly type: 'appointment-moved'; readonly from: Slot | null; readonly to: Slot })
  | (Of & { readonly type: 'appointment-cancelled'; readonly end: 'cancelled' | 'declined' })
  | (Of & { readonly type: 'slot-offered'; readonly until: Instant } & When)
  /** The freed slot goes to the next: nobody was reached in time, or they do not want it. They stay on the list. */
  | (Of & { readonly type: 'offer-ended'; readonly why: 'lapsed' | 'declined' | 'slot-gone' } & When)
  | (Of & { readonly type: 'slot-accepted' } & When)
  | (Of & { readonly type: 'contact-recorded'; readonly result: 'no-answer' | 'reached' })
  /** The slot is no more, by order; `kept` is the new one that is kept for them. */
  | (Of & {
      readonly type: 'appointment-displaced'
      readonly date: LocalDate
      /** Null: they were waiting for a slot of that day. */
      readonly time: LocalTime | null
      readonly reason: Bilingual | null
      readonly kept: When | null
    })
  | (Of & { readonly type: 'appointment-restored'; readonly time: LocalTime | null })
  | { readonly type: 'question-routed'; readonly unit: UnitId; readonly official: OfficialId | null }
  | (Of & { readonly type: 'arrival-reported' })
  | (Of & {
      readonly type: 'appointment-called'
      readonly official: OfficialId
      readonly receivedBy: OfficialId
      readonly time: LocalTime
      readonly room: string
      readonly times: number
    })
  | { readonly type: 'lateness-set'; readonly official: OfficialId; readonly minutes: number }
  | (Of & { readonly type: 'outcome-recorded'; readonly outcome: ReceptionOutcome })
  | (Of & { readonly type: 'answer-given'; readonly inTime: boolean })
  | { readonly type: 'reception-exception-added'; readonly exception: ReceptionException }
  | { readonly type: 'reception-exception-removed'; readonly id: string; readonly order: string }
  /** The day ended: who received on it, and who waited for a slot of it in vain. */
  | {
      readonly type: 'reception-day-ended'
      readonly held: readonly OfficialId[]
      readonly passed: readonly AppointmentNumber[]
    }

export type ReceptionEventType = ReceptionEvent['type']
export type ReceptionEventOf<T extends ReceptionEventType> = Extract<ReceptionEvent, { type: T }>
