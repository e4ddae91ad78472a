import { expect, test } from 'vitest'
import { ticketAddress } from '../phone/address.ts'
import { appointmentAddress } from './address.ts'

test('a slip’s address names the office and the code, and is no ticket’s', () => {
  const hash = '#pernik/appointment/RL0bW2WKz1FY_2AS'
  expect(appointmentAddress(hash)).toEqual({ office: 'pernik', code: 'RL0bW2WKz1FY_2AS' })
  expect(ticketAddress({ pathname: '/t', hash: hash })).toBeNull()
})

test('a ticket’s address, or half a code, is no slip’s', () => {
  expect(appointmentAddress('#pernik/RL0bW2WKz1FY_2AS')).toBeNull()
  expect(appointmentAddress('#pernik/appointment/RL0bW2')).toBeNull()
})
