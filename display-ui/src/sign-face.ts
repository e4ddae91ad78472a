import type { HallView } from '#shared/views.ts'
import { HIGHLIGHT_MS, isFresh } from './freshness.ts'

/** What the sign above a window shows: one thing at a time. */
export type SignFace =
  | { readonly kind: 'stale'; readonly label: string | null }
  /** `call` tells one call from the next, so that each pulses once. */
  | {
      readonly kind: 'calling'
      readonly label: string
      readonly call: number
      readonly isFresh: boolean
      readonly isLast: boolean
    }
  | { readonly kind: 'serving'; readonly label: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'closed' }

/** @param now the office's time, milliseconds since the epoch */
export function signFace(
  calls: HallView['calls'],
  { window, state, label }: HallView['windows'][number],
  isStale: boolean,
  now: number,
): SignFace {
  if (isStale) return { kind: 'stale', label }
  switch (state) {
    case 'closed':
    case 'paused':
    case 'open':
      return { kind: state }
    case 'serving':
      return label === null ? { kind: 'open' } : { kind: 'serving', label }
    case 'calling': {
      if (label === null) return { kind: 'open' }
      const call = calls.find((each) => each.label === label && each.window === window)
      return {
        kind: 'calling',
        label,
        call: call?.id ?? 0,
        isFresh: call !== undefined && isFresh(call.at, now, HIGHLIGHT_MS),
        isLast: call?.last ?? false,
      }
    }
  }
}
