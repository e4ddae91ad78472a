/** The screen warns for so long before it turns to the next person: time for one simple act (WCAG 2.2.1). */
export const WARNING_MS = 20_000
/** For so long nobody is disturbed. With the warning that is half a minute: the next person in line waits no longer. */
export const QUIET_MS = 10_000
/** The same for somebody who has asked for larger text, contrast, reach or speech: two minutes with the warning. */
export const PATIENT_QUIET_MS = 100_000
/** Who stays once is asked again after twice the time, and so on up to here. */
export const MOST_QUIET_MS = 300_000

/**
 * @param untouchedMs how long nobody has touched the screen. @param quietMs how long it leaves this person alone.
 * @returns the whole seconds left once the warning shows, 0 when the time is over, null before the warning.
 */
export function secondsLeft(untouchedMs: number, quietMs: number): number | null {
  const left = quietMs + WARNING_MS - untouchedMs
  if (left > WARNING_MS) return null
  return Math.max(0, Math.ceil(left / 1_000))
}

/** @param extensions how often this person has stayed. @returns how long they are left alone from here on. */
export function quietMs(isPatient: boolean, extensions: number): number {
  return Math.min(MOST_QUIET_MS, (isPatient ? PATIENT_QUIET_MS : QUIET_MS) * 2 ** extensions)
}

/**
 * Whether anybody is still there. A tap is several signs of life at once, and they come before the screen has turned:
 * whoever stays when they are asked has stayed once, and is asked again only after twice the time.
 */
export type Watch = {
  /** Somebody has begun. @param at milliseconds, as everywhere here; of any clock that only goes on. */
  readonly begin: (at: number) => void
  readonly touch: (at: number) => void
  /** @returns as `secondsLeft`. */
  readonly look: (at: number, isPatient: boolean) => number | null
}

export function createWatch(): Watch {
  let touchedAt = 0
  let extensions = 0
  let isAsked = false
  return {
    begin(at) {
      touchedAt = at
      extensions = 0
      isAsked = false
    },
    touch(at) {
      touchedAt = at
      if (isAsked) extensions += 1
      isAsked = false
    },
    look(at, isPatient) {
      const left = secondsLeft(at - touchedAt, quietMs(isPatient, extensions))
      isAsked = left !== null && left > 0
      return left
    },
  }
}
