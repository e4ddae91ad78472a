import { expect, test } from 'vitest'
import { ticketAddress } from './address.ts'

const ticket = { office: 'pernik', code: 'aB3_-xyzAB3_-xyz' }

test('the address on the ticket names the office and the code', () => {
  expect(ticketAddress({ pathname: '/t/pernik/aB3_-xyzAB3_-xyz', hash: '' })).toEqual(ticket)
  expect(ticketAddress({ pathname: '/t', hash: '#pernik/aB3_-xyzAB3_-xyz' })).toEqual(ticket)
})

test.each(['', '#pernik', '#pernik/aB3', '#pernik/aB3_-xyzAB3_-xyz/more'])(
  'an address that was cut short names no ticket: %s',
  (hash) => {
    expect(ticketAddress({ pathname: '/t', hash })).toBeNull()
    expect(ticketAddress({ pathname: `/t/${hash.slice(1)}`, hash: '' })).toBeNull()
  },
)
