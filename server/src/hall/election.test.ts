import { expect, test } from 'vitest'
import { LEASE_MS, nextHolder, type Candidate } from './election.ts'

const board = (page: string, more: Partial<Candidate> = {}): Candidate => ({
  page,
  isRegistered: true,
  canSound: true,
  since: 0,
  heardAt: 10_000,
  ...more,
})
const asks = (page: string, isSaying = false) => ({ page, isSaying })

test('the board that came first speaks, and keeps the voice while it is heard of', () => {
  const boards = [board('later', { since: 5 }), board('first', { since: 1 })]
  expect(nextHolder(boards, null, asks('later'), 10_000)).toBe('first')
  expect(nextHolder(boards, 'later', asks('first'), 10_000)).toBe('later')
})

test('a board that is not heard of loses the voice when its lease is over, to the instant', () => {
  const boards = [board('silent', { heardAt: 10_000 - LEASE_MS + 1 }), board('other', { since: 5 })]
  expect(nextHolder(boards, 'silent', asks('other'), 10_000)).toBe('silent')
  expect(nextHolder(boards, 'silent', asks('other'), 10_001)).toBe('other')
})

test('a deaf board gives the voice to one that can be heard: after it has heard of it, and has said its call', () => {
  const boards = [board('deaf', { canSound: false }), board('well', { since: 5 })]
  expect(nextHolder(boards, 'deaf', asks('well'), 10_000)).toBe('deaf')
  expect(nextHolder(boards, 'deaf', asks('deaf', true), 10_000)).toBe('deaf')
  expect(nextHolder(boards, 'deaf', asks('deaf'), 10_000)).toBe('well')
})

test('a page that anyone opened speaks only where no registered board is on the line', () => {
  const stranger = board('phone', { isRegistered: false })
  expect(nextHolder([stranger], null, asks('phone'), 10_000)).toBe('phone')
  expect(
    nextHolder([stranger, board('own', { canSound: false, since: 9 })], null, asks('phone'), 10_000),
  ).toBe('own')
})

test('without a board nobody speaks', () => {
  expect(nextHolder([], 'gone', asks('gone'), 10_000)).toBeNull()
})
