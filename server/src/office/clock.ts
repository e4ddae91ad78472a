import { instant, type Instant } from '#shared/instant.ts'

/** Where time comes from. Nothing else in the server looks at the machine's clock for the office's time. */
export type Clock = {
  readonly now: () => Instant
  /** How many seconds of the office pass in one of the world. */
  readonly speed: number
  /** Rings once at the instant, or soon after. @returns what cancels it. */
  readonly at: (instant: Instant, ring: () => void) => () => void
}

/** Timers can't look further ahead; and a look at least this often notices a system clock that was set. */
const LONGEST_SLEEP_MS = 30_000

/** A clock that is ahead of the machine's goes at this part of its speed, until the machine's has caught up. */
const WAITING_SPEED = 1 / 2

/**
 * The real clock: the machine's, as long as that goes forward. When it is set back this one goes on, half as fast, until both
 * agree again: in a hall whose time stood still nobody could be called who has just come.
 * @param begin the last instant that has been written down; null: none has.
 */
export function systemClock(begin: Instant | null = null): Clock {
  let last = { shown: begin ?? 0, at: performance.now() }
  return clockOver(() => {
    const at = performance.now()
    last = { shown: Math.max(Date.now(), last.shown + (at - last.at) * WAITING_SPEED), at }
    return last.shown
  }, 1)
}

/**
 * A training clock: starts at the instant given and runs `speed` times as fast as the world.
 * It goes by the machine's monotonic clock, so that setting the system's time does not move it.
 */
export function trainingClock(start: Instant, speed = 1): Clock {
  const begun = performance.now()
  return clockOver(() => start + (performance.now() - begun) * speed, speed)
}

function clockOver(milliseconds: () => number, speed: number): Clock {
  const now = () => instant(Math.floor(milliseconds()))
  return {
    now,
    speed,
    at(due, ring) {
      let timer: NodeJS.Timeout
      const sleep = () => {
        const left = (due - milliseconds()) / speed
        if (left <= 0) return ring()
        timer = setTimeout(sleep, Math.min(Math.ceil(left), LONGEST_SLEEP_MS))
        timer.unref()
      }
      timer = setTimeout(sleep, 0)
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}

/** A clock that stands still until it is moved: for tests, which move it. */
export function handClock(start: Instant): Clock & { readonly moveTo: (to: Instant) => void } {
  let time = start
  const alarms = new Set<{ due: Instant; ring: () => void }>()
  return {
    now: () => time,
    speed: 1,
    at(due, ring) {
      const alarm = { due, ring }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    moveTo(to) {
      for (;;) {
        const [next] = [...alarms].filter((alarm) => alarm.due <= to).sort((a, b) => a.due - b.due)
        if (next === undefined) break
        alarms.delete(next)
        time = instant(Math.max(time, next.due))
        next.ring()
      }
      time = to
    },
  }
}
