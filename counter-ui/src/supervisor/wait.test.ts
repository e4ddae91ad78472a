import { expect, test } from 'vitest'
import { minutesUntil, waitOf } from './wait.ts'

const issued = '2026-11-25T08:00:00.000Z'
const minutesLater = (minutes: number) => Date.parse(issued) + minutes * 60_000

test('a wait is told in whole minutes', () => {
  expect(waitOf(issued, minutesLater(12.9), 20)).toEqual({ minutes: 12, against: 'within' })
})

test('five minutes before the standard the supervisor is warned', () => {
  expect(waitOf(issued, minutesLater(14.99), 20).against).toBe('within')
  expect(waitOf(issued, minutesLater(15), 20).against).toBe('soon')
})

test('twenty minutes are still inside the standard, a moment more is not', () => {
  expect(waitOf(issued, minutesLater(20), 20).against).toBe('soon')
  expect(waitOf(issued, minutesLater(20) + 1, 20).against).toBe('past')
})

test('a ticket issued after the screen looked at the clock has waited nothing', () => {
  expect(waitOf(issued, minutesLater(-1), 20)).toEqual({ minutes: 0, against: 'within' })
})

test('what is expected is told to the minute, rounded up: with the wait so far it never adds up to less than the mark says', () => {
  const now = minutesLater(8)
  const at = (minutes: number) => new Date(minutesLater(minutes)).toISOString()
  expect([at(20), at(20.1), at(8), at(5)].map((each) => minutesUntil(each, now))).toEqual([12, 13, 1, 1])
})
