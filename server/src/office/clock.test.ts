import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { after, HOUR, instant, MINUTE, SECOND } from '#shared/instant.ts'
import { handClock, systemClock, trainingClock } from './clock.ts'

const START = instant(Date.UTC(2026, 10, 25, 8, 15))

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => void vi.useRealTimers())

test('a training clock runs as fast as it was told, from where it was told', () => {
  const clock = trainingClock(START, 60)
  vi.advanceTimersByTime(2_500)

  expect(clock.now()).toBe(after(START, 150 * SECOND))
})

test('a training clock is not moved by setting the machine’s time', () => {
  const clock = trainingClock(START, 1)
  vi.setSystemTime(after(START, 5 * HOUR))

  expect(clock.now()).toBe(START)
})

test('the real clock is the machine’s', () => {
  const clock = systemClock()
  vi.setSystemTime(after(START, MINUTE))

  expect([clock.now(), clock.speed]).toEqual([after(START, MINUTE), 1])
})

test('when the machine’s clock is set back, the real clock goes on at half its speed until both agree', () => {
  const clock = systemClock()
  clock.now()
  vi.setSystemTime(after(START, -HOUR))
  expect(clock.now()).toBe(START)
  vi.advanceTimersByTime(30 * SECOND)
  expect(clock.now()).toBe(after(START, 15 * SECOND))
  vi.advanceTimersByTime(2 * HOUR)
  expect(clock.now()).toBe(Date.now())
})

test('the real clock begins where the log ends, where that is ahead of the machine’s', () => {
  const clock = systemClock(after(START, MINUTE))
  vi.advanceTimersByTime(30 * SECOND)
  expect(clock.now()).toBe(after(START, MINUTE + 15 * SECOND))
})

test.each([
  ['the real clock', systemClock(), 1],
  ['a clock ten times as fast', trainingClock(START, 10), 10],
])('%s rings once, at its instant or right after', (_what, _early, speed) => {
  const clock = speed === 1 ? systemClock() : trainingClock(START, speed)
  const rung: number[] = []
  clock.at(after(START, 10 * MINUTE), () => rung.push(clock.now()))
  vi.advanceTimersByTime((10 * MINUTE) / speed - 100)
  expect(rung).toEqual([])
  vi.advanceTimersByTime(200)
  vi.advanceTimersByTime(10 * MINUTE)

  expect(rung).toHaveLength(1)
  expect(rung[0]).toBeGreaterThanOrEqual(after(START, 10 * MINUTE))
})

test('an alarm further away than a timer can look rings in its time', () => {
  const clock = systemClock()
  let rung = 0
  clock.at(after(START, 40 * 24 * HOUR), () => void (rung += 1))
  vi.advanceTimersByTime(40 * 24 * HOUR - MINUTE)
  expect(rung).toBe(0)
  vi.advanceTimersByTime(2 * MINUTE)

  expect(rung).toBe(1)
})

test('a machine whose time was set forward rings within half a minute', () => {
  const clock = systemClock()
  let rung = 0
  clock.at(after(START, 2 * HOUR), () => void (rung += 1))
  vi.setSystemTime(after(START, 3 * HOUR))
  vi.advanceTimersByTime(30_000)

  expect(rung).toBe(1)
})

test('an alarm that was cancelled does not ring', () => {
  for (const clock of [systemClock(), trainingClock(START), handClock(START)]) {
    let rung = 0
    const cancel = clock.at(after(START, SECOND), () => void (rung += 1))
    cancel()
    vi.advanceTimersByTime(MINUTE)
    if ('moveTo' in clock) (clock as ReturnType<typeof handClock>).moveTo(after(START, MINUTE)) // it has just been looked at
    expect(rung).toBe(0)
  }
})

test('a clock moved by hand rings what it passes, in order, each at its own time', () => {
  const clock = handClock(START)
  const rung: string[] = []
  clock.at(after(START, 2 * MINUTE), () => rung.push(`second at ${clock.now() - START}`))
  clock.at(after(START, MINUTE), () => {
    rung.push(`first at ${clock.now() - START}`)
    clock.at(after(START, MINUTE + SECOND), () => rung.push(`set by the first at ${clock.now() - START}`))
  })
  clock.moveTo(after(START, HOUR))

  expect(rung).toEqual(['first at 60000', 'set by the first at 61000', 'second at 120000'])
  expect(clock.now()).toBe(after(START, HOUR))
})
