import { expect, test } from 'vitest'
import { tokenIn } from './device-token.ts'

test('a kiosk takes its token from the address that the administrator opened', () => {
  expect(tokenIn('#token=demo-kiosk')).toBe('demo-kiosk')
  expect(tokenIn('#token=%20demo-kiosk%20')).toBe('demo-kiosk')
})

test('an address without a token gives none', () => {
  expect(tokenIn('')).toBeNull()
  expect(tokenIn('#something-else')).toBeNull()
})

test('an empty token is told from none: it makes the device forget its own', () => {
  expect(tokenIn('#token=')).toBe('')
})
