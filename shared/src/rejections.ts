import { z } from 'zod'
import { Bilingual, LocalDate, LocalTime, OfficialId } from './ids.ts'
import type { AppointmentState, Slot } from './reception.ts'

/** A refusal that says it all by its code. */
type Nothing = Readonly<Record<string, never>>

/** What each refusal is about: the facts that its sentence names (`words/rejections.ts`). */
export type RejectionAbout = ReceptionRejectionAbout & {
  // The day
  'closed-day': { why: Bilingual; next: string | null }
  'before-opening': { opens: string }
  'no-more-tickets': { limit: string }
  'present-at-closing-only': { closes: string }
  'not-closing-yet': { closes: string }
  'hall-closed': { next: string | null }
  'only-finish-here': { label: string; state: 'called' | 'serving'; limit: string }

  // Names of things
  'unknown-office': { office: string }
  'unknown-service': { service: string }
  'unknown-window': { window: number }
  /** `date`: of a day that is over; left out: of today. */
  'unknown-ticket': { label: string; date?: string }
  'ticket-ended': { label: string }
  'unknown-code': Nothing
  'unknown-clerk': { clerk: string }
  'unknown-view': { view: string }

  // Windows and their clerks
  'window-taken': { window: number; clerk: string }
  'clerk-has-window': { window: number; clerk: string }
  'window-not-open': { window: number }
  'window-paused': { window: number }
  'window-not-paused': { window: number }
  'not-your-window': { window: number }
  'window-busy': { window: number; label: string }
  'window-has-held': { window: number; label: string }
  'last-window-for-service': { window: number; service: Bilingual; waiting: number }
  'sent-here-and-waiting': { window: number; label: string; waiting: number }
  'service-bound': { service: Bilingual; window: number }

  // Calling and serving
  'nobody-waiting': { window: number }
  'too-soon': { label: string; seconds: number }
  'nobody-at-window': { window: number }
  'already-serving': { label: string }
  'not-serving': { label: string }
  'recall-limit': { label: string; limit: number }
  'recall-first': { label: string; recalls: number }
  'ticket-not-waiting': { label: string; window: number }
  'ticket-missed': { label: string }
  'ticket-bound': { label: string; window: number }
  'window-does-not-serve': { window: number; service: Bilingual }
  'ticket-not-held': { label: string; window: number }
  'ticket-not-missed': { label: string }
  'transfer-nowhere': { window: number }
  'target-window-closed': { window: number }
  /** `others`: those that are open for the service now, without the one that sends. */
  'target-window-paused': { window: number; service: Bilingual; others: readonly number[] }
  'nothing-to-undo': { window: number }
  'undo-too-late': { seconds: number }
  'undo-overtaken': { label: string }
  'cannot-leave-now': { label: string; stands: 'called' | 'missed' | 'served' | 'unserved' }

  // When the server was away
  'unknown-letter': { letter: string }
  'number-taken': { label: string }
  'number-handed-in': { label: string }
  'of-a-day-to-come': { date: string }
  'roll-ends-before-it-begins': Nothing
  'roll-too-long': { most: number }
  'not-on-roll': { label: string }
  'handed-out-when': { opens: string; now: string }
  'served-when': { now: string }
  'served-on-another-day': { date: string }
  'unreadable-label': { label: string }
  'at-another-window': { label: string; window: number }

  // The calendar
  'exception-in-the-past': { today: string }
  'exception-ends-before-it-begins': Nothing
  'hours-end-before-they-begin': Nothing
  'day-already-begun': { today: string }
  'unknown-exception': { id: string }
  'one-reception-is-moved': Nothing
  'reception-moved-to-day-off': { date: string; why: Bilingual }

  // The boards
  'notice-ends-before-it-begins': Nothing
  'notice-is-over': Nothing
  'too-many-notices': { most: number }
  'unknown-notice': Nothing

  // Paper
  'no-printer': Nothing
  'unknown-printer': { printer: string }
  'nothing-to-print': Nothing
  'no-voice': Nothing

  // Phones
  'no-notices': Nothing

  // The request itself
  /** `problem`: the sentence that begins with the field goes on so. */
  malformed: { field: string; problem: Bilingual }
  'not-signed-in': Nothing
  'wrong-credentials': Nothing
  'wrong-password': Nothing
  'same-password': Nothing
  'not-allowed': Nothing
  'key-reused': Nothing
  'too-many-requests': { seconds: number }
  'not-found': Nothing
  'invitation-spent': Nothing
  'name-taken': { name: string }
  'last-administrator': Nothing
  'internal-error': Nothing
  'not-ready': Nothing
}

/** Of reception days. `nearest`: the free slot to offer instead; on the wire it is `slot`. */
export type ReceptionRejectionAbout = {
  'unknown-official': { official: string }
  'unknown-unit': { unit: string }
  'unknown-appointment': { number: string }
  'wrong-appointment-code': Nothing
  'sign-up-at-window': { window: number | null }
  'not-your-list': { post: Bilingual }
  'no-reception-that-day': { post: Bilingual; date: string; why: Bilingual | null; nearest: Slot | null }
  'not-a-slot': { post: Bilingual; date: string; time: string; nearest: Slot | null }
  'slot-taken': { date: string; time: string; nearest: Slot | null }
  'day-full': { date: string; nearest: Slot | null }
  'day-not-full': { date: string; nearest: Slot }
  'sign-up-over': { date: string; until: { date: string; time: string }; nearest: Slot | null }
  'beyond-horizon': { date: string; weeks: number }
  'holds-personal-number': { field: string }
  'not-a-telephone': { field: string }
  'already-answered': { number: string; date: string }
  'appointment-is': { number: string; state: AppointmentState }
  'slot-has-begun': { number: string; date: string; time: string | null }
  'arrives-another-day': { number: string; date: string; time: string | null }
  'nobody-to-call': { post: Bilingual }
  'does-not-receive-today': { post: Bilingual }
  'no-time-left': { post: Bilingual }
  'outcome-before-the-time': { number: string; time: string }
  'due-in-the-past': { today: string }
  'no-answer-owed': { number: string }
  'no-slot-kept': { number: string }
  'person-erased': { number: string }
  'substitute-is-the-same': { post: Bilingual }
}

export type RejectionCode = keyof RejectionAbout

/** A refusal by the rules: a code, and what it is about. Plain data; its words stand in `words/rejections.ts`. */
export type Refusal = {
  [C in RejectionCode]: { readonly code: C; readonly about: RejectionAbout[C] }
}[RejectionCode]

/** A refusal on the wire: the code, the sentence in both languages, and the field where it is about one. */
export const Rejection = z.object({
  code: z.string(),
  message: Bilingual,
  field: z.string().optional(),
  slot: z
    .object({ official: OfficialId, date: LocalDate, time: LocalTime })
    .optional()
    .describe('The nearest free reception slot, where the one asked for cannot be given.'),
})
export type Rejection = {
  readonly code: RejectionCode
  readonly message: Bilingual
  readonly field?: string | undefined
  readonly slot?: Slot | undefined
}

/** @returns the refusal as plain data. */
export function refuse<C extends RejectionCode>(
  code: C,
  about: RejectionAbout[C],
): { readonly code: C; readonly about: RejectionAbout[C] } {
  return { code, about }
}
