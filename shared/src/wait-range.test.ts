import { describe, expect, test } from 'vitest'
import { rangeWords, steadyRange, waitRange } from './wait-range.ts'

const MINUTE = 60_000

describe('A wait is told', () => {
  test.each([
    [0, 0, 'до 5 мин'],
    [1, 5, 'до 5 мин'],
    [5, 5.1, '5–10 мин'],
    [9, 19, '10–20 мин'],
    [59, 61, '60–70 мин'],
    [119, 121, '120–150 мин'],
    [20, 10, 'до 20 мин'],
    [-3, 4, 'до 5 мин'],
  ])('of %f to %f minutes as %s: rounded up', (p50, p90, words) => {
    expect(rangeWords(waitRange(p50 * MINUTE, p90 * MINUTE)).bg.replaceAll('\u00a0', ' ')).toBe(words)
  })

  test('without flicker: a minute over the edge changes nothing, more does', () => {
    const told = waitRange(9 * MINUTE, 19 * MINUTE)
    expect(steadyRange(told, 10.9 * MINUTE, 20.9 * MINUTE)).toEqual(told)
    expect(steadyRange(told, 11.1 * MINUTE, 21.1 * MINUTE)).toEqual({ from: 15, to: 25 })
    expect(steadyRange(told, 4.1 * MINUTE, 14.1 * MINUTE)).toEqual(told)
    expect(steadyRange(told, 3.9 * MINUTE, 13.9 * MINUTE)).toEqual({ from: 5, to: 15 })
    expect(steadyRange(null, 3.9 * MINUTE, 13.9 * MINUTE)).toEqual({ from: 5, to: 15 })
  })
})
