/** How long a screen waits for a touch before it turns to the next person. */
export const IDLE_MS = 30_000
/** How long before that it says so. */
export const WARNING_MS = 10_000

/**
 * @param untouchedMs how long nobody has touched the screen.
 * @returns the whole seconds left once the warning shows, 0 when the time is over, null before the warning.
 */
export function secondsLeft(untouchedMs: number): number | null {
  const left = IDLE_MS - untouchedMs
  if (left > WARNING_MS) return null
  return Math.max(0, Math.ceil(left / 1_000))
}
