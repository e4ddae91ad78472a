import { expect, test } from 'vitest'
import { called, QUARTER_PAST_TEN } from './fixtures.ts'
import { isQuiet } from './pictures.ts'

const quietSince = (seconds: number, state: 'called' | 'serving' | 'done') =>
  isQuiet([called(1, 'Г 014', 3, seconds, { state })], QUARTER_PAST_TEN)

test('a picture stands only while nobody is on the way to a window, and the last call is a while ago', () => {
  expect(isQuiet([], QUARTER_PAST_TEN)).toBe(true)
  expect(quietSince(600, 'called')).toBe(false)
  expect(quietSince(29, 'serving')).toBe(false)
  expect(quietSince(30, 'serving')).toBe(true)
  expect(quietSince(3_600, 'done')).toBe(true)
})
