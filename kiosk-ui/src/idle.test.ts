import { expect, test } from 'vitest'
import { createWatch, PATIENT_QUIET_MS, QUIET_MS, quietMs, secondsLeft } from './idle.ts'

test('the screen warns twenty seconds before it turns to the next person', () => {
  expect(secondsLeft(0, QUIET_MS)).toBeNull()
  expect(secondsLeft(9_999, QUIET_MS)).toBeNull()
  expect(secondsLeft(10_000, QUIET_MS)).toBe(20)
  expect(secondsLeft(10_001, QUIET_MS)).toBe(20)
  expect(secondsLeft(11_000, QUIET_MS)).toBe(19)
  expect(secondsLeft(29_999, QUIET_MS)).toBe(1)
})

test('after half a minute without a touch the screen is free', () => {
  expect(secondsLeft(30_000, QUIET_MS)).toBe(0)
  expect(secondsLeft(3_600_000, QUIET_MS)).toBe(0)
})

test('whoever needs time has two minutes', () => {
  expect(secondsLeft(99_999, PATIENT_QUIET_MS)).toBeNull()
  expect(secondsLeft(100_000, PATIENT_QUIET_MS)).toBe(20)
  expect(secondsLeft(120_000, PATIENT_QUIET_MS)).toBe(0)
})

test('whoever stays is asked again after twice the time, at most after five minutes, as often as they like', () => {
  expect([0, 1, 2, 3].map((times) => quietMs(false, times))).toEqual([10_000, 20_000, 40_000, 80_000])
  expect([0, 1, 2, 3].map((times) => quietMs(true, times))).toEqual([100_000, 200_000, 300_000, 300_000])
  expect(quietMs(false, 1_000)).toBe(300_000)
})

test('one tap on „Stay“ is several signs of life, and counts once', () => {
  const watch = createWatch()
  watch.begin(1_000)
  expect(watch.look(16_000, false)).toBe(15)
  for (const sign of [0, 80, 81, 82]) watch.touch(16_000 + sign)
  expect(watch.look(36_081, false)).toBeNull()
  expect(watch.look(36_082, false)).toBe(20)
})

test('a touch before anybody is asked gives the same time again, and the next person begins anew', () => {
  const watch = createWatch()
  watch.begin(0)
  watch.touch(9_000)
  expect(watch.look(19_000, false)).toBe(20)
  watch.touch(20_000)
  watch.begin(60_000)
  expect(watch.look(70_000, false)).toBe(20)
  expect(watch.look(90_000, false)).toBe(0)
})
