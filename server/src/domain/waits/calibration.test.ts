import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import { calibrated, learned, UNCALIBRATED } from './calibration.ts'
import { exponential, randomFrom } from './random.ts'

const said = { p50: 10 * MINUTE, p90: 20 * MINUTE }

describe('What was said against what happened', () => {
  test('says what the model says until something is learned', () => {
    expect(calibrated(said, UNCALIBRATED)).toEqual(said)
  })

  test('after a miss the next is told longer; after a hit shorter, by less', () => {
    const missed = calibrated(said, learned(UNCALIBRATED, said, 30 * MINUTE))
    const hit = calibrated(said, learned(UNCALIBRATED, said, 5 * MINUTE))
    expect(missed.p90 - said.p90).toBeGreaterThan(said.p90 - hit.p90)
    expect(said.p90 - hit.p90).toBeGreaterThan(0)
    expect([missed.p50, hit.p50]).toEqual([said.p50, said.p50]) // once is chance
  })

  test('a wait of seconds says nothing of the model', () => {
    expect(learned(UNCALIBRATED, { p50: 0, p90: 15_000 }, 40_000)).toBe(UNCALIBRATED)
  })

  test('the ninetieth is never told under the middle', () => {
    const odd = calibrated(said, { middle: 0, upper: Math.log(1e-9), seen: 9 })
    expect(odd.p90).toBeGreaterThanOrEqual(odd.p50)
  })

  test.each([0.5, 0.85, 1, 1.15, 2])(
    'a model that is off by a factor of %f comes to keep nine words of ten',
    (factor) => {
      const random = randomFrom(11, Math.round(factor * 100))
      let calibration = UNCALIBRATED
      let kept = 0
      let under = 0
      const [warmUp, scored] = [1_500, 3_000]
      for (let each = 0; each < warmUp + scored; each += 1) {
        const mean = (5 + 20 * random.next()) * MINUTE
        const waited = exponential(random, mean)
        const word = calibrated(
          { p50: Math.LN2 * mean * factor, p90: Math.LN10 * mean * factor },
          calibration,
        )
        if (each >= warmUp && waited <= word.p90) kept += 1
        if (each >= warmUp && waited <= word.p50) under += 1
        calibration = learned(calibration, word, waited)
      }
      expect(kept / scored).toBeCloseTo(0.9, 1.5)
      expect(under / scored).toBeCloseTo(0.5, 1)
    },
  )
})
