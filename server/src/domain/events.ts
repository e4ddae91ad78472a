import type { Outcome } from '#shared/commands.ts'
import type { Language, LocalDate, ServiceId, StaffId, TicketCode, TicketId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { PrinterId } from '#shared/printing.ts'
import type { CallReason } from '#shared/reasons.ts'
import type { DayPlan, ExceptionRow } from './calendar.ts'
import type { Notice, Opening } from './day.ts'
import type { CarriedBook, ReceptionEvent } from './reception/events.ts'
import type { OfficeSettings } from './settings.ts'

/** Who did it: a member of staff, a device of the hall, a citizen with a ticket's code, or the clock. */
export type Actor =
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'device'; readonly id: string }
  | { readonly kind: 'citizen' }
  | { readonly kind: 'clock' }

/** How long until the call, as it was told with the ticket: in half of the cases no longer, in nine of ten. */
export type Quoted = {
  readonly p50Ms: number
  readonly p90Ms: number
  readonly basis: 'futures' | 'shared-work'
}

/** An event with its place in the office's log. */
export type Recorded = {
  readonly version: number
  readonly at: Instant
  readonly by: Actor
  readonly event: DayEvent
}

/** Numbers of one letter, the first and the last among them. */
export type NumberRange = { readonly letter: string; readonly from: number; readonly to: number }

/** What a ticket event is about; the label stands beside the id so that the log reads by itself. */
type About = { readonly ticket: TicketId; readonly label: string }
type At = About & { readonly window: number }

/** Everything that can happen to an office. Events hold decisions, not inputs, and no personal data. */
export type DayEvent =
  // The day. `due` is when it should have happened; a server that was off records it late, and says so.
  | {
      readonly type: 'day-opened'
      readonly date: LocalDate
      readonly settings: OfficeSettings
      readonly exceptions: readonly ExceptionRow[]
      readonly plan: DayPlan
      readonly next: Opening | null
      /** What the supervisor has put on the boards and is not over; left out: nothing. */
      readonly notices?: readonly Notice[]
      /** Left out: there is no reception book yet. */
      readonly reception?: CarriedBook
    }
  | {
      readonly type: 'settings-changed'
      readonly settings: OfficeSettings
      readonly plan: DayPlan
      readonly next: Opening | null
    }
  | { readonly type: 'hall-opened'; readonly due: Instant }
  | { readonly type: 'hall-finishing'; readonly due: Instant }
  | { readonly type: 'hall-closed'; readonly due: Instant; readonly why: 'limit' | 'everyone-served' }
  | { readonly type: 'order-changed' }
  | { readonly type: 'exception-added'; readonly exception: ExceptionRow }
  | { readonly type: 'exception-removed'; readonly id: string; readonly order: string }
  | { readonly type: 'plan-changed'; readonly plan: DayPlan; readonly next: Opening | null }

  // Windows
  | { readonly type: 'window-opened'; readonly window: number; readonly clerk: StaffId }
  | {
      readonly type: 'window-handed-over'
      readonly window: number
      readonly clerk: StaffId
      readonly from: StaffId
    }
  | { readonly type: 'window-paused'; readonly window: number; readonly reason: string }
  | { readonly type: 'window-resumed'; readonly window: number }
  | { readonly type: 'window-closed'; readonly window: number }
  | { readonly type: 'services-assigned'; readonly window: number; readonly services: readonly ServiceId[] }

  // Tickets
  | (About & {
      readonly type: 'ticket-issued'
      readonly code: TicketCode
      readonly letter: string
      readonly number: number
      readonly service: ServiceId
      readonly priority: boolean
      readonly language: Language
      readonly presentAtClosing: boolean
      /** What was said of the wait at issue; absent in logs from before anything was said. */
      readonly quoted?: Quoted | null
      /** Where its paper comes out; left out: it is on screens only. */
      readonly printer?: PrinterId
      /** Given while the server was away, or off a roll of paper, and entered now: when it was given. Left out: now. */
      readonly handedIn?: { readonly issuedAt: Instant; readonly from: 'kiosk' | 'roll' }
    })
  | (At & {
      readonly type: 'ticket-called'
      readonly service: ServiceId
      readonly clerk: StaffId
      readonly reason: CallReason
    })
  | (At & { readonly type: 'ticket-recalled'; readonly times: number; readonly last: boolean })
  | (At & { readonly type: 'service-started' })
  | (At & {
      readonly type: 'service-finished'
      readonly service: ServiceId
      readonly outcome: Outcome
      readonly end: 'visit' | 'comes-back'
      /** The service for which the person goes back to the window that sent them. */
      readonly returnsFor: ServiceId | null
      /** The window that alone may call them back; null: any for that service. Left out in older logs: the one that sent them, unless closed. */
      readonly returnsTo?: number | null
    })
  /** `outcome`: of the service that was done until now; of a transfer, left out: nothing was said, or none had begun. */
  | (At & { readonly type: 'service-added'; readonly service: ServiceId; readonly outcome: Outcome })
  | (At & { readonly type: 'ticket-held' })
  | (At & { readonly type: 'held-resumed' })
  | (At & { readonly type: 'held-released' })
  | (At & {
      readonly type: 'ticket-transferred'
      readonly service: ServiceId
      readonly toWindow: number | null
      readonly comeBack: boolean
      /** Sent to the very window to which they were to come back: that promise is kept. Left out in older logs, where it stands. */
      readonly isReturn?: boolean
      readonly outcome?: Outcome
    })
  | (At & { readonly type: 'no-show-marked' })
  | (About & { readonly type: 'ticket-taken-back'; readonly since: Instant })
  | (About & {
      readonly type: 'ticket-left'
      /** The label that its holder was given instead, when the answer with this one never came. */
      readonly instead?: string
    })
  | (About & {
      readonly type: 'ticket-unserved'
      readonly reason: 'closing-limit' | 'day-ended'
      readonly apology: 'lost-time'
      readonly waitedMs: number
    })
  | (At & {
      readonly type: 'undone'
      readonly service: ServiceId
      readonly what: 'finish' | 'no-show'
      readonly calledBack: TicketId | null
    })

  // When the server was away
  /** A kiosk may give these by itself; nobody else ever will. `found`: it had given them already, and no log knew of it. */
  | { readonly type: 'numbers-held'; readonly blocks: readonly NumberRange[]; readonly found: boolean }
  | ({ readonly type: 'roll-declared' } & NumberRange)
  /** Given on a day that is over by now: closed as unserved, with an apology. */
  | (About & {
      readonly type: 'late-ticket-recorded'
      readonly date: LocalDate
      readonly code: TicketCode
      readonly letter: string
      readonly number: number
      readonly service: ServiceId
      readonly priority: boolean
      readonly language: Language
      readonly issuedAt: Instant
      readonly apology: 'lost-time'
    })
  /** Served while the window was cut off, noted by the clerk and handed in now. Of a day that is over `service` is not known. */
  | (At & {
      readonly type: 'served-on-paper'
      readonly date: LocalDate
      readonly service: ServiceId | null
      readonly startedAt: Instant
      readonly finishedAt: Instant
      readonly outcome: Outcome
    })

  // The hall
  | { readonly type: 'assistance-asked' }
  | { readonly type: 'assistance-answered' }
  | { readonly type: 'notice-posted'; readonly notice: Notice }
  | { readonly type: 'notice-withdrawn'; readonly id: string }

  // Reception days
  | ReceptionEvent

export type EventType = DayEvent['type']
export type EventOf<T extends EventType> = Extract<DayEvent, { type: T }>
