import { expect, test } from 'vitest'
import { fromIso } from '#shared/instant.ts'
import { icalendar } from './icalendar.ts'

const at = fromIso('2026-11-25T10:00:00.000Z')
const entry = {
  uid: 'ПД-0147@pernik',
  from: fromIso('2026-12-02T07:15:00.000Z'),
  to: fromIso('2026-12-02T07:30:00.000Z'),
  summary: 'ПД-0147',
  location: 'стая 204',
  isBusy: true,
}

test('A calendar is written as programs read it, every line ended by CR and LF', () => {
  expect(icalendar('Кмет', [entry], at).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Edno gishe//Reception days//BG',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Кмет',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'BEGIN:VEVENT',
    'UID:ПД-0147@pernik',
    'DTSTAMP:20261125T100000Z',
    'DTSTART:20261202T071500Z',
    'DTEND:20261202T073000Z',
    'SUMMARY:ПД-0147',
    'LOCATION:стая 204',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('What means something to the format is escaped, and long lines go on without a letter cut', () => {
  const summary = `Прием; стая 204, етаж 2\\ ${'дълго '.repeat(30)}`
  const written = icalendar('Кмет', [{ ...entry, summary }], at)

  for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(written.replaceAll('\r\n ', '')).toContain(
    String.raw`SUMMARY:Прием\; стая 204\, етаж 2\\ ${'дълго '.repeat(30)}`,
  )
})
