import type { LocalDate, OfficeId } from '#shared/ids.ts'
import type { EventOf, Recorded } from '../domain/events.ts'
import { receptionRows, type ReceptionRowChange } from './reception-projection.ts'

/** What an event changes in the rows that reports and phones read. The log is the truth; these can be made anew from it. */
export type RowChange =
  | { readonly kind: 'ticket-issued'; readonly row: TicketRow }
  /** Of a day that is over, unserved: where the row is there already, it stays as it is. */
  | { readonly kind: 'late-ticket'; readonly row: LateTicketRow }
  | { readonly kind: 'print-queued'; readonly row: QueuedPrint }
  | ({ readonly kind: 'ticket-is'; readonly id: string; readonly state: TicketState } & TicketFacts)
  | { readonly kind: 'call-made'; readonly row: CallRow }
  | { readonly kind: 'call-started'; readonly ticket: string; readonly startedAt: number }
  | { readonly kind: 'call-ended'; readonly ticket: string; readonly endedAt: number; readonly end: string }
  | { readonly kind: 'call-reopened'; readonly ticket: string }
  /** As if not made: neither the call nor, if it was the first, the first call of the ticket counts. */
  | { readonly kind: 'call-withdrawn'; readonly ticket: string; readonly endedAt: number }
  | ReceptionRowChange

export type TicketState =
  | 'waiting'
  | 'called'
  | 'serving'
  | 'on-hold'
  | 'finished'
  | 'no-show'
  | 'left'
  | 'unserved'

/** What is left out stays as it is; only the end of a visit goes when the ticket lives again. */
export type TicketFacts = {
  readonly service?: string
  readonly firstCalledAt?: number
  readonly startedAt?: number
  readonly endedAt?: number
  readonly outcome?: string
  readonly apology?: string
}

export type TicketRow = {
  readonly office: string
  readonly id: string
  readonly day: string
  readonly letter: string
  readonly number: number
  readonly label: string
  readonly code: string
  readonly service: string
  readonly priority: boolean
  readonly language: string
  readonly presentAtClosing: boolean
  readonly issuedAt: number
}

export type LateTicketRow = TicketRow & { readonly endedAt: number; readonly apology: string }

/** The paper of a ticket: written down with the ticket, so that neither is there without the other. */
export type QueuedPrint = {
  readonly office: string
  readonly id: string
  readonly day: string
  readonly ticket: string
  readonly label: string
  readonly printer: string
  readonly askedBy: string
  readonly queuedAt: number
}

export type CallRow = {
  readonly office: string
  readonly version: number
  readonly day: string
  readonly ticket: string
  readonly service: string
  readonly window: number
  readonly clerk: string
  readonly reason: string
  readonly calledAt: number
}

/** @returns the row changes of one event, in order. */
export function rowChanges(
  office: OfficeId,
  day: LocalDate,
  { event, at, by, version }: Recorded,
): readonly RowChange[] {
  switch (event.type) {
    case 'ticket-issued': {
      const { type: _, ticket: id, printer, quoted: __, handedIn, ...facts } = event
      const row = { office, id, day, ...facts, issuedAt: handedIn?.issuedAt ?? at }
      if (printer === undefined) return [{ kind: 'ticket-issued', row }]
      const askedBy = 'id' in by ? by.id : by.kind
      const queued = { office, id, day, ticket: id, label: event.label, printer, askedBy, queuedAt: at }
      return [
        { kind: 'ticket-issued', row },
        { kind: 'print-queued', row: queued },
      ]
    }
    case 'ticket-called': {
      const { ticket, service, window, clerk } = event
      const reason = JSON.stringify(event.reason)
      return [
        is(ticket, 'called', { firstCalledAt: at }),
        {
          kind: 'call-made',
          row: { office, version, day, ticket, service, window, clerk, reason, calledAt: at },
        },
      ]
    }
    case 'service-started':
      return [
        is(event.ticket, 'serving', { startedAt: at }),
        { kind: 'call-started', ticket: event.ticket, startedAt: at },
      ]
    case 'held-resumed':
      return [
        is(event.ticket, 'serving', { startedAt: at }),
        { kind: 'call-reopened', ticket: event.ticket },
        { kind: 'call-started', ticket: event.ticket, startedAt: at },
      ]
    case 'service-finished':
      return [finished(event, at), ended(event.ticket, at, event.outcome)]
    case 'service-added':
      return [is(event.ticket, 'serving', { service: event.service })]
    case 'ticket-held':
      return [is(event.ticket, 'on-hold'), ended(event.ticket, at, 'held')]
    case 'held-released':
      return [is(event.ticket, 'waiting')]
    case 'ticket-transferred':
      return [is(event.ticket, 'waiting', { service: event.service }), ended(event.ticket, at, 'transferred')]
    case 'no-show-marked':
      return [is(event.ticket, 'no-show', { endedAt: at }), ended(event.ticket, at, 'no-show')]
    case 'ticket-taken-back':
      return [is(event.ticket, 'waiting')]
    case 'ticket-left':
      return [is(event.ticket, 'left', { endedAt: at })]
    case 'late-ticket-recorded': {
      const { type: _, ticket: id, date, ...facts } = event
      return [
        {
          kind: 'late-ticket',
          row: { office, id, day: date, ...facts, presentAtClosing: false, endedAt: at },
        },
      ]
    }
    case 'served-on-paper': {
      const { ticket, service, startedAt, finishedAt, outcome } = event
      const facts = { firstCalledAt: startedAt, startedAt, endedAt: finishedAt, outcome }
      return [
        is(ticket, 'finished', service === null ? facts : { service, ...facts }),
        ended(ticket, finishedAt, outcome),
      ]
    }
    case 'ticket-unserved':
      return [
        is(event.ticket, 'unserved', { endedAt: at, apology: event.apology }),
        ended(event.ticket, at, 'unserved'),
      ]
    case 'undone':
      return [
        is(event.ticket, event.what === 'finish' ? 'serving' : 'called', { service: event.service }),
        { kind: 'call-reopened', ticket: event.ticket },
        ...withdrawn(event, at),
      ]
    case 'day-opened': {
      const { reception } = event
      return reception ? [{ kind: 'persons-expired', through: reception.erasedThrough }] : []
    }
    case 'settings-changed':
    case 'hall-opened':
    case 'hall-finishing':
    case 'hall-closed':
    case 'order-changed':
    case 'exception-added':
    case 'exception-removed':
    case 'plan-changed':
    case 'window-opened':
    case 'window-handed-over':
    case 'window-paused':
    case 'window-resumed':
    case 'window-closed':
    case 'services-assigned':
    case 'numbers-held':
    case 'roll-declared':
    case 'ticket-recalled':
    case 'assistance-asked':
    case 'assistance-answered':
    case 'notice-posted':
    case 'notice-withdrawn':
      return []
    default:
      return receptionRows(day, { event, at, version })
  }
}

function finished(event: EventOf<'service-finished'>, at: number): RowChange {
  if (event.end === 'comes-back')
    return is(event.ticket, 'waiting', { service: event.returnsFor ?? event.service })
  return is(event.ticket, 'finished', { service: event.service, endedAt: at, outcome: event.outcome })
}

function withdrawn({ calledBack }: EventOf<'undone'>, at: number): readonly RowChange[] {
  if (calledBack === null) return []
  return [is(calledBack, 'waiting'), { kind: 'call-withdrawn', ticket: calledBack, endedAt: at }]
}

function is(id: string, state: TicketState, facts: TicketFacts = {}): RowChange {
  return { kind: 'ticket-is', id, state, ...facts }
}

function ended(ticket: string, endedAt: number, end: string): RowChange {
  return { kind: 'call-ended', ticket, endedAt, end }
}
