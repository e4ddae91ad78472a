import { describe, expect, test } from 'vitest'
import { LocalDate } from '#shared/ids.ts'
import { iso, instant } from '#shared/instant.ts'
import { endedAt } from './ended-at.ts'

const zone = 'Europe/Sofia'
const note = {
  date: LocalDate.parse('2026-11-25'),
  startedAt: iso(instant(Date.parse('2026-11-25T16:50:00+02:00'))),
}
const end = (at: string) => endedAt(note, Date.parse(at), zone)

describe('A visit noted on paper', () => {
  test('ends when the clerk says so, until the office’s midnight', () => {
    expect(end('2026-11-25T17:05:00+02:00')).toBe('2026-11-25T15:05:00.000Z')
    expect(end('2026-11-25T23:59:59+02:00')).toBe('2026-11-25T21:59:59.000Z')
  })

  test('that was left open overnight ends on its own day: the office takes no other', () => {
    expect(end('2026-11-26T00:00:00+02:00')).toBe(note.startedAt)
    expect(end('2026-11-26T08:40:00+02:00')).toBe(note.startedAt)
  })
})
