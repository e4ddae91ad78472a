import type {
  AppointmentNumber,
  LocalDate,
  LocalTime,
  OfficeId,
  OfficialId,
  UnitId,
  AppointmentCode,
} from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { AppointmentEnd, AppointmentState, Look, ReceptionMonth } from '#shared/reception.ts'
import type { PersonRecord } from '../domain/reception/person.ts'
import type { Question } from '../domain/reception/question.ts'

/** Who looks at personal data, when, and why: there is no reading without it. */
export type Looking = {
  readonly at: Instant
  /** The account; `citizen`. */
  readonly by: string
  readonly as: Look['as']
  readonly why: Look['why']
}

export type LookRow = Looking & { readonly number: AppointmentNumber }

/** An appointment as its row remembers it, with the subject of its question. */
export type EarlierRow = {
  readonly number: AppointmentNumber
  readonly official: OfficialId
  readonly date: LocalDate
  readonly time: LocalTime | null
  readonly state: AppointmentState
  readonly end: AppointmentEnd | null
  readonly unit: UnitId | null
  readonly due: LocalDate | null
  readonly answeredAt: Instant | null
  readonly subject: string
  readonly subjectKey: string
  readonly fileKey: string | null
}

/**
 * Where personal data of reception days lie, and the rows that figures are counted from. People are written down by
 * `log.append`, in the same transaction as the events that speak of them; erased by it too.
 */
export type ReceptionStore = {
  /** @returns the people with these numbers who are still there, each recorded as looked at before it is returned. */
  readonly read: (
    office: OfficeId,
    numbers: readonly AppointmentNumber[],
    looking: Looking,
  ) => Promise<readonly PersonRecord[]>
  /** @returns appointments of people with that telephone or that name, newest first, each recorded as looked at. */
  readonly earlier: (
    office: OfficeId,
    who: { readonly telephone: string | null; readonly nameKey: string | null },
    looking: Looking,
    most: number,
  ) => Promise<readonly EarlierRow[]>
  readonly looks: (office: OfficeId, number: AppointmentNumber) => Promise<readonly LookRow[]>
  readonly hasPerson: (office: OfficeId, number: AppointmentNumber) => Promise<boolean>
  /** @returns the latest appointment at which that question of that person was answered. */
  readonly answered: (
    office: OfficeId,
    question: Question,
  ) => Promise<{ readonly number: AppointmentNumber; readonly date: LocalDate } | null>
  readonly find: (
    office: OfficeId,
    number: AppointmentNumber,
  ) => Promise<{
    readonly code: AppointmentCode
    readonly date: LocalDate
    readonly official: OfficialId
  } | null>
  /** @returns the numbers of one official's day, also of a past one. */
  readonly numbersOf: (
    office: OfficeId,
    official: OfficialId,
    date: LocalDate,
  ) => Promise<readonly AppointmentNumber[]>
  /** @returns twelve months of a year, by the date of the reception day. @param today by it an answer owed is overdue. */
  readonly figures: (office: OfficeId, year: number, today: LocalDate) => Promise<readonly ReceptionMonth[]>
  readonly feeds: {
    /** Gives out a new address; the one before is worth nothing from now on. */
    readonly give: (office: OfficeId, official: OfficialId, secretHash: string, at: Instant) => Promise<void>
    readonly revoke: (office: OfficeId, official: OfficialId) => Promise<void>
    readonly since: (office: OfficeId, official: OfficialId) => Promise<Instant | null>
    readonly bySecret: (
      secretHash: string,
    ) => Promise<{ readonly office: OfficeId; readonly official: OfficialId } | null>
  }
}
