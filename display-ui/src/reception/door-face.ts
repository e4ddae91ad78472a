import type { DoorView } from '#shared/views.ts'
import { HIGHLIGHT_MS, isFresh } from '../freshness.ts'

/** What the sign by an official's door shows: one thing at a time. */
export type DoorFace =
  | { readonly kind: 'calling'; readonly call: NonNullable<DoorView['called']>; readonly isFresh: boolean }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'before'; readonly from: string }
  | { readonly kind: 'between'; readonly from: string }
  | { readonly kind: 'over' }
  | { readonly kind: 'no-reception' }

/** @param now the office's time, milliseconds since the epoch */
export function doorFace(
  { receivesToday, blocks, called, next }: Pick<DoorView, 'receivesToday' | 'blocks' | 'called' | 'next'>,
  now: number,
): DoorFace {
  if (called !== null) {
    return { kind: 'calling', call: called, isFresh: isFresh(called.at, now, HIGHLIGHT_MS) }
  }
  if (!receivesToday) return { kind: 'no-reception' }
  const begun = blocks.filter(({ startsAt }) => Date.parse(startsAt) <= now)
  const coming = blocks.find(({ startsAt }) => Date.parse(startsAt) > now)
  const isWithin = begun.some(({ endsAt }) => now < Date.parse(endsAt))
  // Whoever has come and still waits is received, though the block has ended.
  if (isWithin || (coming === undefined && next.some(({ hasArrived }) => hasArrived)))
    return { kind: 'waiting' }
  if (coming === undefined) return { kind: 'over' }
  return begun.length === 0 ? { kind: 'before', from: coming.from } : { kind: 'between', from: coming.from }
}
