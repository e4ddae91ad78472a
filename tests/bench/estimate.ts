import { MINUTE } from '#shared/instant.ts'
import { readOffices } from '#server/config.ts'
import { UNCALIBRATED } from '#server/domain/waits/calibration.ts'
import { estimation } from '#server/domain/waits/estimate.ts'
import { createLearner } from '#server/domain/waits/learning.ts'
import { callNext, day, given, issue, opened, serving, type Step } from '../support/story.ts'
import { median } from './figures.ts'

const WAITING = 200
const FUTURES = 100
const TIMES = 12

/** @returns what it costs to foresee the wait of every ticket in the seeded hall with 200 waiting, milliseconds of one core. */
export function estimateCostMs(): number {
  const [office] = readOffices('server/config')
  if (office === undefined) throw new Error('no office')
  const { services, windows } = office
  const people: readonly Step[] = Array.from({ length: WAITING + windows.length }, (_, index) => ({
    ...issue(services[(index * 7) % services.length]?.id ?? '', { priority: index % 8 === 0 }),
    afterMs: 9_000,
  }))
  const story = given(
    day('10:00', { office }),
    ...windows.map(({ window }) => opened(window)),
    ...people,
  ).when(...windows.flatMap(({ window }) => [callNext(window), ...serving(window).slice(1)]))
  const model = {
    ...createLearner().model(office, {
      date: story.day.date,
      sinceOpening: 90 * MINUTE,
      opening: 510 * MINUTE,
    }),
    priorityRate: () => services.map(() => 0.1 / services.length / MINUTE),
  }
  const costs = Array.from({ length: TIMES }, () => {
    const before = process.cpuUsage()
    estimation(story.day, story.now, { model, calibrationOf: () => UNCALIBRATED }, FUTURES).goOn(Infinity)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return median(costs)
}
