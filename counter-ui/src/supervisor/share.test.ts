import { expect, test } from 'vitest'
import { percentOf } from './share.ts'

test('with fewer than ten calls no percentage is shown', () => {
  expect(percentOf(9, 9)).toBeNull()
  expect(percentOf(0, 0)).toBeNull()
})

test('one late call in two hundred is not rounded away', () => {
  expect(percentOf(199, 200)).toBe(99)
  expect(percentOf(10, 10)).toBe(100)
})
