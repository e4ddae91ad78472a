import type { AppointmentCode, AppointmentNumber, LocalDate, TicketCode, TicketId } from '#shared/ids.ts'
import type { Question } from './question.ts'

/** What is known beyond the day and the book: handed to the rules, which look nothing up themselves. */
export type Records = {
  /** The latest appointment at which the same person's same question was answered; null: there is none, or it is erased. */
  readonly answered: (
    question: Question,
  ) => { readonly number: AppointmentNumber; readonly date: LocalDate } | null
  /** The code of any appointment of the office, also of a past one whose personal data are still kept; null: unknown. */
  readonly codeOf: (number: AppointmentNumber) => AppointmentCode | null
  /** Whether the person's data are still there. */
  readonly hasPerson: (number: AppointmentNumber) => boolean
  /** How the visit of a day past ended: `over` when its holder was served or had left; null: no such ticket is known. */
  readonly pastVisit: (ticket: TicketId) => 'over' | 'unserved' | null
  /** How the visit of that day's ticket with the code ended; null: it has not, or no such ticket is known. */
  readonly endOf: (
    day: LocalDate,
    code: TicketCode,
  ) => { readonly label: string; readonly end: VisitEnd } | null
}

/** `missed`: called, and nobody came until the hall closed. */
export type VisitEnd = 'served' | 'missed' | 'unserved' | 'left'

/** An office that remembers nobody. */
export const NO_RECORDS: Records = {
  answered: () => null,
  codeOf: () => null,
  hasPerson: () => false,
  pastVisit: () => null,
  endOf: () => null,
}
