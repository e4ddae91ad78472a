import { expect, test } from 'vitest'
import { millimetre } from './panel.ts'

test('a Full HD panel of 21.5 inches has four pixels to the millimetre, however it hangs', () => {
  expect(millimetre(21.5, { width: 1920, height: 1080 })).toBeCloseTo(4.03, 2)
  expect(millimetre(21.5, { width: 1080, height: 1920 })).toBeCloseTo(4.03, 2)
})

test('the same picture on a smaller panel has more of them', () => {
  expect(millimetre(15.6, { width: 1920, height: 1080 })).toBeCloseTo(5.56, 2)
})

test('of a panel that nobody has measured nothing is known', () => {
  expect(millimetre(0, { width: 1920, height: 1080 })).toBe(0)
  expect(millimetre(Number.NaN, { width: 1920, height: 1080 })).toBe(0)
})
