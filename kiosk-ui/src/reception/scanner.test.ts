import { expect, test } from 'vitest'
import { characterOf, scannedCode } from './scanner.ts'

test('a scanner is understood whatever the layout of the kiosk: by its keys', () => {
  const keys: readonly (readonly [string, boolean])[] = [
    ['KeyR', true],
    ['KeyL', true],
    ['Digit0', false],
    ['KeyB', false],
    ['Minus', true],
    ['Minus', false],
    ['Digit3', true],
    ['Slash', false],
  ]
  expect(keys.map(([code, shift]) => characterOf(code, shift)).join('')).toBe('RL0b_-#/')
  expect(characterOf('ShiftLeft', true)).toBe('')
})

test('a slip’s address gives its code; a ticket’s gives none', () => {
  expect(scannedCode('http://hall:8080/t#pernik/appointment/RL0bW2WKz1FY_2AS')).toBe('RL0bW2WKz1FY_2AS')
  expect(scannedCode('http://hall:8080/t/pernik/RL0bW2WKz1FY_2AS')).toBeNull()
  expect(scannedCode('0147')).toBeNull()
})
