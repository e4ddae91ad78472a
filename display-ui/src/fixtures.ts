import type { Iso } from '#shared/instant.ts'
import type { BoardCall } from '#shared/views.ts'

/** 10:15 on the training Wednesday, milliseconds since the epoch. */
export const QUARTER_PAST_TEN = Date.parse('2026-11-25T08:15:00.000Z')

/** @returns a call made so many seconds before 10:15. */
export function called(
  id: number,
  label: string,
  window: number,
  secondsAgo = 0,
  more: Partial<BoardCall> = {},
): BoardCall {
  const at = new Date(QUARTER_PAST_TEN - secondsAgo * 1_000).toISOString() as Iso // the definition of the brand
  return {
    id,
    label,
    language: 'bg',
    window,
    zones: [],
    at,
    times: 1,
    last: false,
    state: 'called',
    ...more,
  }
}
