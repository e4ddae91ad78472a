import { expect, test } from 'vitest'
import type { WindowView } from '#shared/views.ts'
import { signsUpAt, type SignUpPlace } from './sign-up-tool.tsx'

// Brands of plain strings: the server checks them, these tests only carry them.
const place = { service: 'reception-day-sign-up', window: 7 } as SignUpPlace
const seven = { window: 7, clerk: { id: 'clerk7' }, state: 'open', current: null } as WindowView
const serving = (service: string) =>
  ({ ...seven, state: 'serving', current: { state: 'serving', service } }) as WindowView

test('the desk opens by itself with the service of signing up, and with no other', () => {
  expect(signsUpAt(place, serving('reception-day-sign-up'), 'clerk7')).toBe('for-this-ticket')
  expect(signsUpAt(place, serving('information'), 'clerk7')).toBe('yes')
  expect(signsUpAt(place, seven, 'clerk7')).toBe('yes')
})

test('nobody signs up at another window, at a closed one, at a colleague’s, or where there are no reception days', () => {
  expect(signsUpAt(place, { ...seven, window: 3 }, 'clerk7')).toBe('no')
  expect(signsUpAt(place, { ...seven, state: 'closed' }, 'clerk7')).toBe('no')
  expect(signsUpAt(place, seven, 'clerk3')).toBe('no')
  expect(signsUpAt(null, seven, 'clerk7')).toBe('no')
})
