import { expect, test } from 'vitest'
import type { StaffFace } from '#shared/accounts.ts'
import { staffChangeOf } from './staff-change.ts'

// Plain strings stand for the branded user name and instant.
const maria = {
  user: 'maria',
  name: 'М. Иванова',
  role: 'clerk',
  active: true,
  createdAt: '2026-01-05T08:00:00.000Z',
} as unknown as StaffFace
const asIs = { name: maria.name, role: maria.role, password: '' }

test('an account left as it was is not sent', () => {
  expect(staffChangeOf(maria, asIs)).toBeNull()
})

test('only what differs is sent', () => {
  expect(staffChangeOf(maria, { ...asIs, role: 'supervisor', password: 'десет знака!' })).toEqual({
    role: 'supervisor',
    password: 'десет знака!',
  })
})

test('a short password or no name at all waits', () => {
  expect(staffChangeOf(maria, { ...asIs, password: 'къса' })).toBeNull()
  expect(staffChangeOf(maria, { ...asIs, name: '  ' })).toBeNull()
})
