import { describe, expect, test } from 'vitest'
import { rangeWords, steadyRange, waitRange, waitTold } from './wait-range.ts'

const MINUTE = 60_000

describe('A wait is told', () => {
  test.each([
    [0, 0, 'до 5 мин.'],
    [1, 5, 'до 5 мин.'],
    [5, 5.1, '5–10 мин.'],
    [9, 19, '10–20 мин.'],
    [59, 61, '60–70 мин.'],
    [119, 121, '120–150 мин.'],
    [20, 10, 'до 20 мин.'],
    [-3, 4, 'до 5 мин.'],
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

  describe('with the limit of the day in sight', () => {
    const now = Date.parse('2026-11-25T14:59:59.000Z')
    const limit = { at: Date.parse('2026-11-25T17:00:00.000Z'), clock: '19:00' }
    const told = (from: number, to: number, until: typeof limit | null = limit) => {
      const { figure, warning } = waitTold({ from, to }, now, until)
      return [figure?.bg.replaceAll('\u00a0', ' ') ?? null, warning?.bg.replaceAll('\u00a0', ' ') ?? null]
    }
    const mayNot = 'Възможно е редът Ви да не дойде до 19:00 ч., когато обслужването спира.'

    test('as ever when it ends before it, or where there is none', () => {
      expect(told(60, 90)).toEqual(['60–90 мин.', null])
      expect(told(570, 630, null)).toEqual(['570–630 мин.', null])
    })

    test('without the end that cannot come true', () => {
      expect(told(100, 150)).toEqual(['100 мин. или повече', mayNot])
    })

    test('in no figure at all when it lies beyond', () => {
      expect(told(570, 630)).toEqual([null, mayNot])
    })
  })
})
