import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import { birth, smallOffice, tax } from '../../../../tests/support/small-office.ts'
import {
  callNext,
  day,
  finish,
  given,
  handIn,
  hold,
  holdNumbers,
  issue,
  issued,
  missedAt,
  notePaper,
  opened,
  resumeHeld,
  serving,
  undo,
  type Story,
} from '../../../../tests/support/story.ts'
import { createLearner, weighed } from './learning.ts'
import { UNCALIBRATED } from './calibration.ts'

const now = (story: Story) => ({ date: story.day.date, sinceOpening: 4 * 60 * MINUTE, opening: 510 * MINUTE })

function taught(...stories: readonly Story[]) {
  const learner = createLearner()
  for (const { recorded } of stories) for (const each of recorded) learner.learn(each)
  return learner
}

/** Somebody is served at window 3 for so many minutes, from five past ten. */
function servedFor(minutes: number, date = '2026-11-25') {
  const end = `10:${String(5 + minutes).padStart(2, '0')}`
  return given(day('10:00', { date }), opened(3), issued('Г'))
    .at('10:05')
    .when(...serving(3))
    .at(end)
    .when(finish(3))
}

const meanOf = (story: Story, learner = taught(story)) =>
  (learner.model(smallOffice, now(story)).service[smallOffice.services.findIndex(({ id }) => id === birth)]
    ?.mean ?? 0) / MINUTE

describe('How long a service lasts is learned from the log', () => {
  test('from start to end, each sighting beside a belief worth twelve', () => {
    expect(meanOf(given(day('10:00')))).toBeCloseTo(6, 5)
    expect(meanOf(servedFor(19))).toBeCloseTo((12 * 6 + 19) / 13, 5)
  })

  test('of recent weeks more than of old ones', () => {
    const [old, recent] = [servedFor(30, '2026-09-01'), servedFor(2, '2026-11-24')]
    expect(meanOf(recent, taught(old, recent))).toBeLessThan((12 * 6 + 30 + 2) / 14)
  })

  test('without the time on hold', () => {
    const story = given(day('10:00'), opened(3), issued('Г'))
      .at('10:05')
      .when(...serving(3))
      .at('10:09')
      .when(hold(3))
      .at('10:40')
      .when(resumeHeld(3, 'Г 001'))
      .at('10:44')
      .when(finish(3))
    expect(meanOf(story)).toBeCloseTo((12 * 6 + 8) / 13, 5)
  })

  test('and not from a finish that was taken back', () => {
    const story = servedFor(1).when(undo(3))
    expect(taught(story).seenOf(birth)).toBe(0)
    expect(taught(story.at('10:16').when(finish(3))).seenOf(birth)).toBe(1)
  })
})

describe('From the log as well', () => {
  test('how many do not come', () => {
    const story = given(day('10:00'), opened(3), issued('Г'))
      .at('10:05')
      .when(...missedAt(3))
    expect(taught(story).model(smallOffice, now(story)).noShowShare).toBeCloseTo(1 / 13, 5)
  })

  test('when people with priority come, by half hour and service', () => {
    const story = given(
      day('10:00'),
      issued('М', { priority: true }),
      issued('М', { priority: true }),
      issued('М'),
    )
    const { priorityRate } = taught(story).model(smallOffice, {
      date: story.day.date,
      sinceOpening: 0,
      opening: 510 * MINUTE,
    })
    const later = taught(story).model(smallOffice, now(story)).priorityRate
    const taxIndex = smallOffice.services.findIndex(({ id }) => id === tax)
    expect(priorityRate(90 * MINUTE)[taxIndex] ?? 0).toBe(0) // today is not known yet at opening
    expect(later(-150 * MINUTE)[taxIndex]).toBeGreaterThan(later(0)[taxIndex] ?? 0)
    expect(later(600 * MINUTE)).toEqual([]) // after closing nobody comes
  })

  test('how what was said was kept, by service', () => {
    const learner = createLearner()
    const story = given(day('10:00'), opened(3), issue('Г')).at('10:40').when(callNext(3))
    for (const recorded of story.recorded) {
      const { event } = recorded
      const said = { p50Ms: 5 * MINUTE, p90Ms: 10 * MINUTE, basis: 'futures' } as const
      learner.learn(
        event.type === 'ticket-issued' ? { ...recorded, event: { ...event, quoted: said } } : recorded,
      )
    }
    expect(learner.calibrationOf(birth).upper).toBeGreaterThan(0)
    expect(learner.calibrationOf(tax)).toBe(UNCALIBRATED)
  })
})

test('Who came while the server was away came when they came, and nobody waits on who was served on paper', () => {
  const story = given(day('10:00'), holdNumbers('Г'), opened(3))
    .at('12:00')
    .when(handIn('Г 801', { at: '10:05', priority: true }), notePaper(3, 'Г 801', ['10:10', '10:20']))
  const rates = (each: Story) => {
    const { priorityRate } = taught(each).model(smallOffice, now(each))
    return [-145, -15].map((minutes) => priorityRate(minutes * MINUTE)) // five past ten, and noon
  }
  const inTime = given(day('10:00'), opened(3))
    .at('10:05')
    .when(issue('Г', { priority: true }))
  expect(rates(story)).toEqual(rates(inTime))
})

describe('However long the past of an office is', () => {
  test('of thousands of services an even choice is weighed, and counts as much as all of them', () => {
    const minutes = Array.from({ length: 4_500 }, (_, index) => ({ ms: (index % 7) * MINUTE, day: 0 }))
    const seen = weighed(minutes, 0)
    const total = seen.reduce((sum, { weight }) => sum + weight, 0)
    const mean = seen.reduce((sum, { ms, weight }) => sum + ms * weight, 0) / total
    expect(seen.length).toBe(1_500)
    expect(total).toBe(4_500)
    expect(mean / MINUTE).toBeCloseTo(3, 1)
  })

  test('the model is made service by service, so that a command need not wait for the whole of it', () => {
    const steps = [...taught(servedFor(19)).modelling(smallOffice, now(servedFor(19)))]
    expect(steps.length).toBeGreaterThan(smallOffice.services.length)
  })
})
