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
    })
  | (At & { readonly type: 'service-added'; readonly service: ServiceId; readonly outcome: Outcome })
  | (At & { readonly type: 'ticket-held' })
  | (At & { readonly type: 'held-resumed' })
  | (At & { readonly type: 'held-released' })
  | (At & {
      readonly type: 'ticket-transferred'
      readonly service: ServiceId
      readonly toWindow: number | null
      readonly comeBack: boolean
    })
  | (At & { readonly type: 'no-show-marked' })
  | (About & { readonly type: 'ticket-taken-back'; readonly since: Instant })
  | (About & { readonly type: 'ticket-left' })
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

  // The hall
  | { readonly type: 'assistance-asked' }
  | { readonly type: 'assistance-answered' }
  | { readonly type: 'notice-posted'; readonly notice: Notice }
  | { readonly type: 'notice-withdrawn'; readonly id: string }

  // Reception days
  | ReceptionEvent

export type EventType = DayEvent['type']
export type EventOf<T extends EventType> = Extract<DayEvent, { type: T }>
