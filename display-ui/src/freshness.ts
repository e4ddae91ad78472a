/** How long a call stands out on the board, by the office's clock, milliseconds. */
export const HIGHLIGHT_MS = 20_000

/**
 * @param at instant of the call @param now the office's time, milliseconds since the epoch
 * @returns whether it happened within `ms`. A call from the future is as far off as one from the past:
 * the clock has been set, and nothing is known of it.
 */
export function isFresh(at: string, now: number, ms: number): boolean {
  return Math.abs(now - Date.parse(at)) <= ms
}
