import type { LocalDate, OfficeId } from '#shared/ids.ts'
import type { Recorded } from '../domain/events.ts'

/** What an event changes in the rows that reports and phones read. The log is the truth; these can be made anew from it. */
export type RowChange =
  | {
      readonly table: 'tickets'
      readonly insert: {
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
    }
  | {
      readonly table: 'tickets'
      readonly id: string
      readonly state: TicketRowState
      readonly set: TicketRowSet
    }
  | {
      readonly table: 'calls'
      readonly insert: {
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
    }
  | { readonly table: 'calls'; readonly ticket: string; readonly startedAt: number }
  | { readonly table: 'calls'; readonly ticket: string; readonly endedAt: number; readonly end: string }
  | { readonly table: 'calls'; readonly ticket: string; readonly reopen: true }

export type TicketRowState =
  'waiting' | 'called' | 'serving' | 'on-hold' | 'finished' | 'no-show' | 'left' | 'unserved'
export type TicketRowSet = {
  readonly service?: string
  readonly firstCalledAt?: number
  readonly startedAt?: number
  readonly endedAt?: number | null
  readonly outcome?: string | null
  readonly apology?: string
}

/** @returns the row changes of one event, in order. */
export function rowChanges(
  office: OfficeId,
  day: LocalDate,
  { event, at, version }: Recorded,
): readonly RowChange[] {
  switch (event.type) {
    case 'ticket-issued': {
      const { ticket, label, code, letter, number, service, priority, language, presentAtClosing } = event
      return [
        {
          table: 'tickets',
          insert: {
            office,
            id: ticket,
            day,
            letter,
            number,
            label,
            code,
            service,
            priority,
            language,
            presentAtClosing,
            issuedAt: at,
          },
        },
      ]
    }
    case 'ticket-called': {
      const { ticket, service, window, clerk, reason } = event
      return [
        { table: 'tickets', id: ticket, state: 'called', set: { firstCalledAt: at } },
        {
          table: 'calls',
          insert: {
            office,
            version,
            day,
            ticket,
            service,
            window,
            clerk,
            reason: JSON.stringify(reason),
            calledAt: at,
          },
        },
      ]
    }
    case 'service-started':
      return [
        { table: 'tickets', id: event.ticket, state: 'serving', set: { startedAt: at } },
        { table: 'calls', ticket: event.ticket, startedAt: at },
      ]
    case 'held-resumed':
      return [
        { table: 'tickets', id: event.ticket, state: 'serving', set: {} },
        { table: 'calls', ticket: event.ticket, reopen: true },
      ]
    case 'service-finished':
      return [
        event.end === 'visit'
          ? {
              table: 'tickets',
              id: event.ticket,
              state: 'finished',
              set: { service: event.service, endedAt: at, outcome: event.outcome },
            }
          : {
              table: 'tickets',
              id: event.ticket,
              state: 'waiting',
              set: { service: event.returnsFor ?? event.service },
            },
        { table: 'calls', ticket: event.ticket, endedAt: at, end: event.outcome },
      ]
    case 'service-added':
      return [{ table: 'tickets', id: event.ticket, state: 'serving', set: { service: event.service } }]
    case 'ticket-held':
      return [
        { table: 'tickets', id: event.ticket, state: 'on-hold', set: {} },
        { table: 'calls', ticket: event.ticket, endedAt: at, end: 'held' },
      ]
    case 'held-released':
      return [{ table: 'tickets', id: event.ticket, state: 'waiting', set: {} }]
    case 'ticket-transferred':
      return [
        { table: 'tickets', id: event.ticket, state: 'waiting', set: { service: event.service } },
        { table: 'calls', ticket: event.ticket, endedAt: at, end: 'transferred' },
      ]
    case 'no-show-marked':
      return [
        { table: 'tickets', id: event.ticket, state: 'no-show', set: { endedAt: at } },
        { table: 'calls', ticket: event.ticket, endedAt: at, end: 'no-show' },
      ]
    case 'ticket-taken-back':
      return [{ table: 'tickets', id: event.ticket, state: 'waiting', set: { endedAt: null } }]
    case 'ticket-left':
      return [{ table: 'tickets', id: event.ticket, state: 'left', set: { endedAt: at } }]
    case 'ticket-unserved':
      return [
        {
          table: 'tickets',
          id: event.ticket,
          state: 'unserved',
          set: { endedAt: at, apology: event.apology },
        },
      ]
    case 'undone':
      return [
        {
          table: 'tickets',
          id: event.ticket,
          state: event.what === 'finish' ? 'serving' : 'called',
          set: { endedAt: null, outcome: null },
        },
        { table: 'calls', ticket: event.ticket, reopen: true },
        ...(event.calledBack === null
          ? []
          : ([
              { table: 'tickets', id: event.calledBack, state: 'waiting', set: {} },
              { table: 'calls', ticket: event.calledBack, endedAt: at, end: 'withdrawn' },
            ] as const)),
      ]
    default:
      return []
  }
}
