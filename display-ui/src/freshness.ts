import type { BoardCall } from '#shared/views.ts'

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

/** @returns whether the call still leads to its window: whoever it calls is to come, or is there. */
export function leadsThere({ state }: Pick<BoardCall, 'state'>): boolean {
  return state === 'called' || state === 'serving'
}

/** @returns whether the call stands out as new. One that is over never does, however lately it was made. */
export function standsOut(call: Pick<BoardCall, 'at' | 'state'>, now: number): boolean {
  return leadsThere(call) && isFresh(call.at, now, HIGHLIGHT_MS)
}
