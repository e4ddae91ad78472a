import { expect, test } from 'vitest'
import { secondsLeft } from './idle.ts'

test('a person who reads the screen is left alone for twenty seconds', () => {
  expect(secondsLeft(0)).toBeNull()
  expect(secondsLeft(19_999)).toBeNull()
})

test('the screen warns ten seconds before it turns to the next person', () => {
  expect(secondsLeft(20_000)).toBe(10)
  expect(secondsLeft(20_001)).toBe(10)
  expect(secondsLeft(21_000)).toBe(9)
  expect(secondsLeft(29_999)).toBe(1)
})

test('after half a minute without a touch the screen is free', () => {
  expect(secondsLeft(30_000)).toBe(0)
  expect(secondsLeft(3_600_000)).toBe(0)
})
