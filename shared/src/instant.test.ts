import { expect, test } from 'vitest'
import { after, fromIso, HOUR, instant, iso, MINUTE, SECOND } from './instant.ts'

test('An instant is written in UTC with milliseconds, and read back', () => {
  const noon = fromIso('2026-11-25T12:00:00.500+02:00')
  expect(iso(noon)).toBe('2026-11-25T10:00:00.500Z')
  expect(fromIso(iso(noon))).toBe(noon)
})

test('Text that names no instant is refused', () => {
  expect(() => fromIso('yesterday')).toThrow(RangeError)
})

test('Later and earlier are counted in milliseconds', () => {
  expect(after(instant(HOUR), MINUTE)).toBe(61 * MINUTE)
  expect(after(instant(HOUR), -30 * SECOND)).toBe(HOUR - 30_000)
})
