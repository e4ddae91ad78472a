import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import {
  draw,
  drawRest,
  durationsFrom,
  either,
  meanRest,
  scaled,
  sure,
  together,
  type Durations,
} from './durations.ts'
import { exponential, lognormal, randomFrom } from './random.ts'

const BELIEVED = { meanMs: 6 * MINUTE, variation: 0.9, weight: 12 }
const MANY = 100_000

describe('How long a service lasts', () => {
  test('is what is configured while nothing has been seen', () => {
    const known = durationsFrom([], BELIEVED)
    expect(known.mean / MINUTE).toBeCloseTo(6, 5)
    expect(meanOf(known) / MINUTE).toBeCloseTo(6, 0)
  })

  test('moves from the configured mean to what is seen, the more is seen', () => {
    const means = [0, 4, 12, 120, 1_200].map(
      (count) =>
        durationsFrom(
          Array.from({ length: count }, () => ({ ms: 10 * MINUTE, weight: 1 })),
          BELIEVED,
        ).mean / MINUTE,
    )
    expect(means).toEqual(means.toSorted((a, b) => a - b))
    expect(means[2]).toBeCloseTo(8, 5) // twelve seen against a belief worth twelve
    expect(means[4]).toBeCloseTo(10, 0)
  })

  test('heeds a recent sighting more than an old one', () => {
    const known = durationsFrom(
      [
        { ms: 10 * MINUTE, weight: 10 },
        { ms: 2 * MINUTE, weight: 1 },
      ],
      { ...BELIEVED, weight: 0 },
    )
    expect(known.mean / MINUTE).toBeCloseTo(102 / 11, 5)
  })

  test('keeps mean and spread of what was seen', () => {
    const random = randomFrom(1)
    const seen = Array.from({ length: 5_000 }, () => ({ ms: lognormal(random, 8 * MINUTE, 1), weight: 1 }))
    const known = durationsFrom(seen, { ...BELIEVED, weight: 0 })
    expect(meanOf(known) / MINUTE).toBeCloseTo(8, 0)
    const spread = Math.sqrt(average(MANY, () => (draw(known, random) - 8 * MINUTE) ** 2)) / MINUTE
    expect(spread).toBeGreaterThan(7)
    expect(spread).toBeLessThan(9)
  })
})

describe('What is left of a service in progress', () => {
  const random = randomFrom(2)
  const memoryless = durationsFrom(
    Array.from({ length: 50_000 }, () => ({ ms: exponential(random, 6 * MINUTE), weight: 1 })),
    { ...BELIEVED, weight: 0 },
  )

  test.each([0, 3, 10, 20])(
    'is six minutes on average after %i, where services have no memory',
    (minutes) => {
      const rest = average(MANY, () => drawRest(memoryless, minutes * MINUTE, random))
      expect(rest / MINUTE).toBeGreaterThan(5.4)
      expect(rest / MINUTE).toBeLessThan(6.6)
      expect(meanRest(memoryless, minutes * MINUTE) / MINUTE).toBeCloseTo(6, 0)
    },
  )

  test('is never negative, and something, beyond the longest that was ever seen', () => {
    const rest = average(1_000, () => drawRest(memoryless, 500 * MINUTE, random))
    expect(rest).toBeGreaterThan(MINUTE)
    expect(drawRest(sure(6 * MINUTE), 4 * MINUTE, random)).toBe(2 * MINUTE)
    expect(drawRest(sure(6 * MINUTE), 7 * MINUTE, random)).toBeGreaterThanOrEqual(0)
  })
})

test('Lengths add up, mix and stretch', () => {
  const random = randomFrom(3)
  expect(together(sure(6 * MINUTE), sure(MINUTE), random).values[100]).toBe(7 * MINUTE)
  expect(together(sure(6 * MINUTE), sure(0), random)).toEqual(sure(6 * MINUTE))
  expect(either(sure(10), sure(2), 0.25).mean).toBe(8)
  expect(either(sure(10), sure(2), 0)).toEqual(sure(10))
  expect(scaled(sure(10), 1.5).values[0]).toBe(15)
})

function meanOf(durations: Durations): number {
  return durations.values.reduce((sum, value) => sum + value, 0) / durations.values.length
}

function average(times: number, make: () => number): number {
  let sum = 0
  for (let each = 0; each < times; each += 1) sum += make()
  return sum / times
}
