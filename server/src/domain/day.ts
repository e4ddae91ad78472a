import type { OutOfOrderReason } from '#shared/commands.ts'
import type {
  Bilingual,
  Language,
  OfficeId,
  ServiceId,
  StaffId,
  TicketCode,
  TicketId,
  LocalDate,
} from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { CallReason } from '#shared/reasons.ts'
import type { CallState, Phase } from '#shared/views.ts'
import type { DayPlan, ExceptionRow } from './calendar.ts'
import type { Block } from './blocks.ts'
import type { Quoted } from './events.ts'
import type { ReceptionBook } from './reception/book.ts'
import type { OfficeSettings, Service, WindowSettings } from './settings.ts'
import type { Lane, Waiting } from './waiting.ts'

/**
 * An office on one service day: the unit of truth. Where a ticket lies says what state it is in,
 * so that a ticket at two windows, or two at one, cannot even be written down.
 */
export type Day = {
  readonly office: OfficeId
  /** Number of the last event of the office, across all its days. */
  readonly version: number
  /** Instant of the last event. */
  readonly at: Instant
  readonly date: LocalDate
  readonly settings: OfficeSettings
  readonly exceptions: readonly ExceptionRow[]
  readonly plan: DayPlan
  readonly next: Opening | null
  readonly phase: Phase
  readonly waiting: Waiting
  readonly windows: readonly Window[]
  readonly missed: readonly Missed[]
  /** The last number of the ordinary series, by letter. */
  readonly numbers: Readonly<Record<string, number>>
  /** Numbers that are given away from the server. */
  readonly blocks: readonly Block[]
  /** Whom the limit closed as unserved: a window that was cut off may yet tell that it served them. */
  readonly unserved: readonly Ticket[]
  /** What the board tells, newest first: at most `BOARD_CALLS`. */
  readonly calls: readonly Call[]
  /** What the supervisor has put on the boards: outlives the day, until its time is over. */
  readonly notices: readonly Notice[]
  readonly outOfOrder: readonly OutOfOrderCall[]
  readonly assistanceAskedAt: Instant | null
  readonly counts: Counts
  /** Who is signed up for reception days: outlives the day, and holds no personal data. */
  readonly reception: ReceptionBook
}

/** A few words of the supervisor on the boards: at `from` they stand there, at `until` not. */
export type Notice = {
  readonly id: string
  readonly text: Bilingual
  readonly from: Instant
  readonly until: Instant
}

export type Opening = { readonly date: LocalDate; readonly opensAt: Instant }

export type Ticket = {
  readonly id: TicketId
  readonly label: string
  readonly code: TicketCode
  /** Which ticket of the day it is, whatever its letter: decides ties. */
  readonly order: number
  readonly issuedAt: Instant
  /** Seniority: the issue, until someone who missed their turn is taken back behind others. */
  readonly since: Instant
  /** The service it waits for, or gets now. */
  readonly service: ServiceId
  /** Services of this visit so far, in order; the last one is `service`. */
  readonly steps: readonly ServiceId[]
  readonly priority: boolean
  /** Where it waits: with priority, until a turn was missed; from then on like everyone. */
  readonly lane: Lane
  readonly language: Language
  readonly presentAtClosing: boolean
  /** How many with priority went ahead. */
  readonly overtaken: number
  /** Only this window may call it. */
  readonly boundTo: number | null
  readonly sentFrom: number | null
  /** Where it was promised a return, the last promise first: after this step it goes back there, to this service. */
  readonly comeBackTo: readonly { readonly window: number; readonly service: ServiceId }[]
  readonly firstCalledAt: Instant | null
  /** What was said of its wait at issue. */
  readonly quoted: Quoted | null
}

export type Called = {
  readonly state: 'called'
  readonly ticket: Ticket
  readonly calledAt: Instant
  readonly recalls: number
  readonly reason: CallReason
  /** Whether the ticket was never called before: withdrawn, it never was. */
  readonly isFirst: boolean
  /** Whom this call passed over: if it is withdrawn, it never did. */
  readonly overtook: readonly TicketId[]
}
export type Serving = {
  readonly state: 'serving'
  readonly ticket: Ticket
  readonly calledAt: Instant
  /** Moved on by the time spent on hold, so that now − startedAt is the time of service. */
  readonly startedAt: Instant
  readonly reason: CallReason
}
export type Held = {
  readonly ticket: Ticket
  readonly calledAt: Instant
  readonly heldAt: Instant
  readonly servedMs: number
  readonly reason: CallReason
}
export type Missed = { readonly ticket: Ticket; readonly window: number; readonly missedAt: Instant }

export type Status =
  /** `bySupervisorAt`: when a supervisor closed it for its clerk; null: the clerk did, or the day. */
  | { readonly kind: 'closed'; readonly bySupervisorAt: Instant | null }
  | { readonly kind: 'open'; readonly clerk: StaffId; readonly since: Instant }
  | { readonly kind: 'paused'; readonly clerk: StaffId; readonly since: Instant; readonly reason: string }

export type Window = {
  readonly number: number
  readonly name: WindowSettings['name']
  readonly direction: WindowSettings['direction']
  readonly services: ReadonlySet<ServiceId>
  readonly status: Status
  readonly current: Called | Serving | null
  readonly held: readonly Held[]
  /** The last finish or no-show, as it was before: what an undo brings back, also to a clerk who closed and opens again. */
  readonly last: Undoable | null
  readonly served: number
}

export type Undoable =
  | {
      readonly what: 'finish'
      readonly end: 'visit' | 'comes-back'
      readonly before: Serving
      readonly by: StaffId
      readonly at: Instant
    }
  | { readonly what: 'no-show'; readonly before: Called; readonly by: StaffId; readonly at: Instant }

export type Call = {
  /** Version of the event that announced it. */
  readonly id: number
  readonly ticket: TicketId
  readonly label: string
  readonly service: ServiceId
  /** The ticket's: the call is said in it too. */
  readonly language: Language
  readonly window: number
  readonly at: Instant
  readonly times: number
  readonly last: boolean
  readonly state: CallState
}

export type OutOfOrderCall = {
  readonly label: string
  readonly window: number
  readonly clerk: StaffId
  readonly at: Instant
  readonly because: OutOfOrderReason
  readonly ahead: number
}

export type Counts = {
  readonly issued: number
  readonly finished: number
  readonly noShow: number
  readonly left: number
  readonly unserved: number
  readonly apologies: number
  /** First calls, and those that came within the standard. */
  readonly called: number
  readonly calledWithinStandard: number
  /** Left, or were left unserved, before any window had called them. */
  readonly neverCalled: number
}

export const BOARD_CALLS = 24

export function windowOf(day: Day, number: number): Window | null {
  return day.windows.find((window) => window.number === number) ?? null
}

export function serviceOf(day: Day, id: ServiceId): Service | null {
  return day.settings.services.find((service) => service.id === id) ?? null
}

/** @returns the window that the clerk holds, open or paused. */
export function windowOfClerk(day: Day, clerk: StaffId): Window | null {
  return day.windows.find((window) => clerkOf(window) === clerk) ?? null
}

export function clerkOf(window: Window): StaffId | null {
  return window.status.kind === 'closed' ? null : window.status.clerk
}

/** @returns all who wait, in order of issue within each lane. */
export function allWaiting(day: Day): readonly Ticket[] {
  return [...day.waiting.ordinary, ...day.waiting.priority]
}

export function wasCalled(ticket: Ticket): boolean {
  return ticket.firstCalledAt !== null
}

export function waitingCount(day: Day): number {
  return day.waiting.ordinary.length + day.waiting.priority.length
}

/** @returns windows that are open for the service now; a pause does not count. */
export function openWindowsFor(day: Day, service: ServiceId): readonly Window[] {
  return day.windows.filter((window) => window.status.kind === 'open' && window.services.has(service))
}

/** Where a live ticket lies, by its label or its code. Null: not given today, or done. */
export type Place =
  | { readonly kind: 'waiting'; readonly ticket: Ticket }
  | { readonly kind: 'current'; readonly ticket: Ticket; readonly window: Window }
  | { readonly kind: 'held'; readonly ticket: Ticket; readonly window: Window }
  | { readonly kind: 'missed'; readonly ticket: Ticket; readonly window: number }

export function findTicket(day: Day, is: (ticket: Ticket) => boolean): Place | null {
  const waiting = day.waiting.ordinary.find(is) ?? day.waiting.priority.find(is)
  if (waiting) return { kind: 'waiting', ticket: waiting }
  for (const window of day.windows) {
    if (window.current && is(window.current.ticket))
      return { kind: 'current', ticket: window.current.ticket, window }
    const held = window.held.find((each) => is(each.ticket))
    if (held) return { kind: 'held', ticket: held.ticket, window }
  }
  const missed = day.missed.find((each) => is(each.ticket))
  return missed ? { kind: 'missed', ticket: missed.ticket, window: missed.window } : null
}

/** @returns the window as the day's settings describe it, closed. */
export function closedWindow(settings: WindowSettings): Window {
  return {
    number: settings.window,
    name: settings.name,
    direction: settings.direction,
    services: new Set(settings.services),
    status: { kind: 'closed', bySupervisorAt: null },
    current: null,
    held: [],
    last: null,
    served: 0,
  }
}
