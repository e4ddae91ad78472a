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
import type { AppointmentEnd, ReceptionException } from '#shared/reception.ts'

/**
 * The reception book: the part of an office's state that outlives the day. It holds who-has-which-slot by numbers and times,
 * and nothing of who the people are. `day-opened` carries over what is still live (`carry.ts`).
 */
export type ReceptionBook = {
  /** The last number given. */
  readonly number: number
  readonly exceptions: readonly ReceptionException[]
  /** In order of number. */
  readonly appointments: readonly Appointment[]
  /** Minutes behind today, by official; on time where none are said. */
  readonly late: Readonly<Record<string, number>>
  /** Calls to officials' doors today, newest first: one an appointment, at most `DOOR_CALLS`. */
  readonly calls: readonly DoorCall[]
  /** When the first of the slots kept for the waiting list is no longer kept. */
  readonly nextLapse: Instant | null
}

export type Appointment = {
  readonly number: AppointmentNumber
  readonly code: AppointmentCode
  readonly official: OfficialId
  /** Of the slot; of one who waits: the day that is waited for. */
  readonly date: LocalDate
  /** Null: on the waiting list, never yet with a slot of the day. */
  readonly time: LocalTime | null
  readonly language: Language
  readonly walkIn: boolean
  readonly state: AppointmentPlace
}

/** Where an appointment stands. A slot that is `kept` is nobody else's meanwhile. */
export type AppointmentPlace =
  | { readonly kind: 'listed'; readonly passed: readonly LocalTime[] }
  | {
      readonly kind: 'offered'
      readonly time: LocalTime
      readonly until: Instant
      readonly contact: Contact
      /** Slots of the day that were offered before, and not taken. */
      readonly passed: readonly LocalTime[]
    }
  | { readonly kind: 'booked' }
  | {
      readonly kind: 'displaced'
      readonly reason: Bilingual | null
      readonly kept: { readonly date: LocalDate; readonly time: LocalTime } | null
      readonly contact: Contact
    }
  | { readonly kind: 'arrived'; readonly at: Instant }
  | {
      readonly kind: 'called'
      readonly arrivedAt: Instant | null
      readonly at: Instant
      readonly times: number
    }
  | Ended

export type Ended = {
  readonly kind: 'ended'
  readonly end: AppointmentEnd
  readonly at: Instant
  readonly arrivedAt: Instant | null
  readonly calledAt: Instant | null
  /** By when an answer is owed, and when it was given. */
  readonly due: LocalDate | null
  readonly unit: UnitId | null
  readonly answeredAt: Instant | null
}

/** What came of telephoning so far. */
export type Contact = { readonly tries: number; readonly reachedAt: Instant | null }

export type DoorCall = {
  /** Version of the event that announced it. */
  readonly id: number
  readonly number: AppointmentNumber
  /** Whose list it is, and who receives: another where one substitutes. */
  readonly official: OfficialId
  readonly receivedBy: OfficialId
  readonly time: LocalTime
  readonly room: string
  readonly at: Instant
  readonly times: number
  readonly state: 'called' | 'done'
}

export const DOOR_CALLS = 12
export const NO_CONTACT: Contact = { tries: 0, reachedAt: null }
export const EMPTY_BOOK: ReceptionBook = {
  number: 0,
  exceptions: [],
  appointments: [],
  late: {},
  calls: [],
  nextLapse: null,
}

export function appointmentOf(book: ReceptionBook, number: AppointmentNumber): Appointment | null {
  return book.appointments.find((each) => each.number === number) ?? null
}

/** The slots of one official's day that are someone's, or kept for someone, and whose. */
export type Taken = ReadonlyMap<LocalTime, AppointmentNumber>

/** @returns the taken slots of that day. Worked out once for each state of the book. */
export function takenOn(book: ReceptionBook, official: OfficialId, date: LocalDate): Taken {
  return indexOf(book.appointments).get(official)?.get(date) ?? NOTHING
}

/** @returns the slot that the appointment holds, or that is kept for it; null: none. */
export function slotOf({
  date,
  time,
  state,
}: Appointment): { readonly date: LocalDate; readonly time: LocalTime } | null {
  switch (state.kind) {
    case 'listed':
    case 'ended':
      return null
    case 'offered':
      return { date, time: state.time }
    case 'displaced':
      return state.kept
    case 'booked':
    case 'arrived':
    case 'called':
      return time === null ? null : { date, time }
  }
}

type Index = ReadonlyMap<OfficialId, ReadonlyMap<LocalDate, Taken>>

const NOTHING: Taken = new Map()
const indexes = new WeakMap<readonly Appointment[], Index>()

function indexOf(appointments: readonly Appointment[]): Index {
  const known = indexes.get(appointments)
  if (known) return known
  const index = new Map<OfficialId, Map<LocalDate, Map<LocalTime, AppointmentNumber>>>()
  for (const each of appointments) {
    const slot = slotOf(each)
    if (slot === null) continue
    const days = index.get(each.official) ?? new Map<LocalDate, Map<LocalTime, AppointmentNumber>>()
    const day = days.get(slot.date) ?? new Map<LocalTime, AppointmentNumber>()
    index.set(each.official, days.set(slot.date, day.set(slot.time, each.number)))
  }
  indexes.set(appointments, index)
  return index
}
