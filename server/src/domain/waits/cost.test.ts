import { expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import { readOffices } from '#server/config.ts'
import { callNext, day, given, issue, opened, serving, type Step } from '../../../../tests/support/story.ts'
import { UNCALIBRATED } from './calibration.ts'
import { estimation } from './estimate.ts'
import { createLearner } from './learning.ts'

const office = readOffices('server/config')[0]
if (office === undefined) throw new Error('no office')

test('all tickets of a hall with two hundred waiting cost at most 25 ms of one core', () => {
  const { services, windows } = office
  const people: readonly Step[] = Array.from({ length: 208 }, (_, index) => ({
    ...issue(services[(index * 7) % services.length]?.id ?? '', { priority: index % 8 === 0 }),
    afterMs: 9_000,
  }))
  const story = given(
    day('10:00', { office }),
    ...windows.map(({ window }) => opened(window)),
    ...people,
  ).when(...windows.flatMap(({ window }) => [callNext(window), ...serving(window).slice(1)]))
  expect(story.day.waiting.ordinary.length + story.day.waiting.priority.length).toBe(200)
  const model = {
    ...createLearner().model(office, {
      date: story.day.date,
      sinceOpening: 90 * MINUTE,
      opening: 510 * MINUTE,
    }),
    priorityRate: () => services.map(() => 0.1 / services.length / MINUTE),
  }
  let best = Number.POSITIVE_INFINITY
  for (let each = 0; each < 12; each += 1) {
    const before = process.cpuUsage()
    expect(
      estimation(story.day, story.now, { model, calibrationOf: () => UNCALIBRATED }, 100).goOn(100),
    ).not.toBeNull()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1_000)
  }
  expect(best).toBeLessThan(25)
})
