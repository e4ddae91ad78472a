import type { Instant } from '#shared/instant.ts'

/** One entry of a calendar. */
export type CalendarEntry = {
  /** The same for the same thing at every reading: so a calendar moves what was moved. */
  readonly uid: string
  readonly from: Instant
  readonly to: Instant
  readonly summary: string
  readonly location: string
  /** Whether the time is taken by it. */
  readonly isBusy: boolean
}

/**
 * A calendar as programs read it: iCalendar (RFC 5545). Times are in UTC, so that no zone need be described.
 * @param at the instant at which it is true.
 */
export function icalendar(name: string, entries: readonly CalendarEntry[], at: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Edno gishe//Reception days//BG',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    ...entries.flatMap((entry) => event(entry, at)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function event({ uid, from, to, summary, location, isBusy }: CalendarEntry, at: Instant): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${text(summary)}`,
    `LOCATION:${text(location)}`,
    `TRANSP:${isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

/** @returns e.g. `20261202T064500Z`. */
function stamp(at: Instant): string {
  return new Date(at)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replaceAll(/[-:]/g, '')
}

/** Text as RFC 5545, 3.3.11, wants it written. */
function text(plain: string): string {
  return plain.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

/** No line is longer than 75 octets (RFC 5545, 3.1): a longer one goes on in the next, after a space; no letter is cut. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    const limit = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + letter) > limit) {
      parts.push(part)
      part = letter
    } else part += letter
  }
  return [...parts, part].join('\r\n ')
}
