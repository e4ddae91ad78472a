import { expect, test } from 'vitest'
import { ticketAddress } from './address.ts'

test('the address on the ticket names the office and the code', () => {
  expect(ticketAddress('#pernik/aB3_-xyzAB3_-xyz')).toEqual({ office: 'pernik', code: 'aB3_-xyzAB3_-xyz' })
})

test('an address that was cut short names no ticket', () => {
  expect(ticketAddress('')).toBeNull()
  expect(ticketAddress('#pernik')).toBeNull()
  expect(ticketAddress('#pernik/aB3')).toBeNull()
  expect(ticketAddress('#pernik/aB3_-xyzAB3_-xyz/more')).toBeNull()
})
