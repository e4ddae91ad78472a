import type { DayEvent, Recorded } from '#server/domain/events.ts'
import type { Entry } from '#server/store/store.ts'
import type { LocalDate, OfficeId, ServiceId, TicketCode, TicketId } from '#shared/ids.ts'
import { instant } from '#shared/instant.ts'

/** Entries for a log: tickets of one letter, each under its version, with or without a command's key. */

export const pernik = 'pernik' as OfficeId // the form is OfficeId's
export const today = '2026-11-25' as LocalDate // the form is LocalDate's

export function issued(number: number, code = `code-of-${String(number).padStart(8, '0')}`): DayEvent {
  const label = `Г ${String(number).padStart(3, '0')}`
  return {
    type: 'ticket-issued',
    ticket: `${today}/Г-${number}` as TicketId, // the form is TicketId's
    label,
    code: code as TicketCode, // the form is TicketCode's
    letter: 'Г',
    number,
    service: 'heirs-certificate' as ServiceId, // the form is ServiceId's
    priority: false,
    language: 'bg',
    presentAtClosing: false,
  }
}

export const recorded = (version: number, event: DayEvent): Recorded => ({
  version,
  at: instant(1_000 * version),
  by: { kind: 'device', id: 'kiosk-1' },
  event,
})

export const entry = (version: number, event: DayEvent, key: string | null = null, day = today): Entry => ({
  day,
  events: [recorded(version, event)],
  command:
    key === null
      ? null
      : {
          key,
          fingerprint: `asked ${key}`,
          version,
          answer: `{"n":${version}}`,
          at: instant(1_000 * version),
        },
})
