import { beforeEach, expect, test } from 'vitest'
import { after, instant, MINUTE } from '#shared/instant.ts'
import { handClock } from '../office/clock.ts'
import {
  blockOf,
  createLogInThrottle,
  FAMILIAR_MS,
  MOST_AT_ONE_ADDRESS,
  MOST_OF_AN_ACCOUNT,
  MOST_OF_AN_ADDRESS,
  WINDOW_MS,
  type LogInThrottle,
} from './log-in-throttle.ts'

const HALL = '192.168.1.20'
const ELSEWHERE = '203.0.113.9'

let clock: ReturnType<typeof handClock>
let throttle: LogInThrottle
beforeEach(() => {
  clock = handClock(instant(0))
  throttle = createLogInThrottle(clock)
})

const isAdmitted = (address: string, account: string) =>
  throttle.attempt(address, account).kind === 'admitted'

/** Wrong passwords, each of another address where none is given. */
function flood(times: number, { address, account = 'clerk1' }: { address?: string; account?: string }) {
  for (let time = 0; time < times; time += 1)
    throttle.attempt(address ?? `198.51.${time >> 8}.${time & 255}`, account)
}

test('who errs ten times with one account is stopped, and is told for how long', () => {
  flood(MOST_AT_ONE_ADDRESS, { address: ELSEWHERE })
  expect(throttle.attempt(ELSEWHERE, 'clerk1')).toEqual({ kind: 'refused', seconds: WINDOW_MS / 1_000 })

  clock.moveTo(instant(WINDOW_MS - 1))
  expect(throttle.attempt(ELSEWHERE, 'clerk1')).toEqual({ kind: 'refused', seconds: 1 })
  clock.moveTo(instant(WINDOW_MS))
  expect(isAdmitted(ELSEWHERE, 'clerk1')).toBe(true)
})

test('nine slips are no crime: the right password clears them', () => {
  flood(MOST_AT_ONE_ADDRESS - 1, { address: HALL })
  const attempt = throttle.attempt(HALL, 'clerk1')
  if (attempt.kind === 'admitted') attempt.wasRight()
  flood(MOST_AT_ONE_ADDRESS - 1, { address: HALL })

  expect(isAdmitted(HALL, 'clerk1')).toBe(true)
})

test('a flood on one account from one place elsewhere does not keep its clerk from the window', () => {
  flood(10_000, { address: ELSEWHERE })

  expect(isAdmitted(HALL, 'clerk1')).toBe(true)
})

test('nor does one from everywhere, if anybody known has asked from the hall in these two weeks', () => {
  throttle.recognise(HALL)
  clock.moveTo(instant(FAMILIAR_MS - 1))
  flood(1_000, {})

  expect(isAdmitted(HALL, 'clerk1')).toBe(true)
  clock.moveTo(instant(FAMILIAR_MS))
  expect(isAdmitted(HALL, 'clerk1')).toBe(false)
})

test('who guesses one account from everywhere gets fifty tries, not more', () => {
  const admitted = Array.from({ length: 200 }, (_, index) => isAdmitted(`198.51.100.${index}`, 'clerk1'))

  expect(admitted.filter(Boolean)).toHaveLength(MOST_OF_AN_ACCOUNT)
  expect(isAdmitted(ELSEWHERE, 'clerk2')).toBe(true)
})

test('who tries every account from one strange address gets thirty tries', () => {
  const admitted = Array.from({ length: 200 }, (_, index) => isAdmitted(ELSEWHERE, `clerk${index}`))

  expect(admitted.filter(Boolean)).toHaveLength(MOST_OF_AN_ADDRESS)
})

test('who guesses behind the hall’s own address does not lock out the hall', () => {
  throttle.recognise(HALL)
  for (let account = 0; account < 100; account += 1) flood(50, { address: HALL, account: `guess${account}` })
  flood(50, { address: HALL, account: 'clerk1' })

  expect(isAdmitted(HALL, 'clerk2')).toBe(true)
  expect(isAdmitted(HALL, 'clerk1')).toBe(false)
})

test('tries that are spread out are not added up', () => {
  for (let minute = 0; minute < 120; minute += 2) {
    clock.moveTo(after(instant(0), minute * MINUTE))
    expect(isAdmitted(ELSEWHERE, 'clerk1')).toBe(true)
  }
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7', '192.0.2.7'],
  ['nonsense', 'nonsense'],
])('of %s one sender holds %s', (address, block) => {
  expect(blockOf(address)).toBe(block)
})
