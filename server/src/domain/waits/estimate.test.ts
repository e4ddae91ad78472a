import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import { birth, signUp, smallOffice, tax } from '../../../../tests/support/small-office.ts'
import { apart, day, given, issue, issued, opened, serving } from '../../../../tests/support/story.ts'
import { UNCALIBRATED } from './calibration.ts'
import { sure } from './durations.ts'
import { estimation, quoteFrom, simpleEstimates } from './estimate.ts'
import type { Model } from './forward.ts'

const six = smallOffice.services.map(() => sure(6 * MINUTE))
const model: Model = {
  service: six,
  occupied: six,
  walk: sure(0),
  noShow: sure(MINUTE),
  noShowShare: 0,
  pause: sure(10 * MINUTE),
  priorityRate: () => [],
}
const known = { model, calibrationOf: () => UNCALIBRATED }

const story = given(day('10:00'), opened(5), ...apart(1, issued('М'), issued('М'), issued('М')))
  .at('10:01')
  .when(...serving(5))

describe('What can be said of the whole hall', () => {
  test('is worked out in slices, and is there with the last of them', () => {
    const work = estimation(story.day, story.now, known, 10)
    expect(work.goOn(20)).toBeNull()
    expect(work.goOn(Infinity)?.services.get(tax)?.ordinary).toEqual({ p50: 18 * MINUTE, p90: 18 * MINUTE })
  })

  test('is nothing where no window is open', () => {
    const estimates = estimation(story.day, story.now, known, 1).goOn(Infinity)
    expect(estimates?.services.get(signUp)).toMatchObject({
      ordinary: null,
      priority: null,
      beforeLimit: null,
    })
    expect(simpleEstimates(story.day, story.now, model).services.get(signUp)?.ordinary).toBeNull()
  })

  test('is corrected by what was learned of the service', () => {
    const doubled = { middle: Math.log(2) + 0.05, upper: 0, seen: 100 }
    const work = estimation(story.day, story.now, { model, calibrationOf: () => doubled }, 1)
    expect(work.goOn(Infinity)?.services.get(tax)?.ordinary?.p50).toBeCloseTo(36 * MINUTE, 3)
  })

  test('is, where the futures cannot be had, the work ahead over the windows that share it', () => {
    const simple = simpleEstimates(story.day, story.now, model)
    expect(simple.basis).toBe('shared-work')
    expect(simple.services.get(tax)?.ordinary?.p50).toBe(18 * MINUTE)
    expect(simple.tickets.get(story.day.waiting.ordinary[1]?.id as never)?.p50).toBe(12 * MINUTE) // the second of the line
  })

  test('counts for the next ticket those who came since, and only those who stand before it', () => {
    const estimates = estimation(story.day, story.now, known, 1).goOn(Infinity)
    if (estimates === null) throw new Error('not done')
    const later = story.when(issue('М'), issue('М'), issue('Я')).day
    expect(quoteFrom(estimates, story.day, tax, false)).toMatchObject({
      p50Ms: 18 * MINUTE,
      basis: 'futures',
    })
    expect(quoteFrom(estimates, later, tax, false)).toMatchObject({ p50Ms: 30 * MINUTE })
    expect(quoteFrom(estimates, later, birth, false)).toBeNull() // no window
  })
})
