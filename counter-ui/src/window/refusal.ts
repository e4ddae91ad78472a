import type { Bilingual } from '#shared/ids.ts'
import type { WindowView } from '#shared/views.ts'

type Seen = Pick<
  WindowView,
  'state' | 'clerk' | 'current' | 'next' | 'waiting' | 'held' | 'missed' | 'mayRest' | 'isAwaited' | 'undo'
> & { readonly day: Pick<WindowView['day'], 'phase'> }

/** Why something was not done, for as long as that is so. */
export type Refusal = {
  readonly why: Bilingual
  /** What could be done at the window when it was said (`standingOf`). */
  readonly standing: string
  /** Whoever may be called only in a while: then the refusal is over by itself. */
  readonly soon: Soon | null
  /** Whether there was a line, for what is over when that changes; null: for what is not. */
  readonly isLive: boolean | null
}

export type Soon = { readonly label: string; readonly at: string }

/** @returns what can be done at a window now: another one ends what was refused before. */
export function standingOf(view: Seen): string {
  const { day, state, clerk, current, next, waiting, held, missed, mayRest, isAwaited, undo } = view
  const atWindow =
    current?.state === 'called' ? [current.id, current.recallsLeft, current.mayBeNoShow] : [current?.id]
  return JSON.stringify([
    day.phase,
    state,
    clerk?.id,
    current?.state,
    atWindow,
    next[0]?.id,
    waiting === 0,
    held.map(({ id }) => id),
    missed.map(({ id }) => id),
    mayRest,
    isAwaited,
    undo?.until,
  ])
}

/** @returns the first who may be called of those who have only just come; null: somebody may be called at once. */
export function soonestOf({ next }: Pick<Seen, 'next'>, now: number): Soon | null {
  const [first, ...others] = next
  if (first === undefined) return null
  const soonest = others.reduce(
    (best, each) => (Date.parse(each.callableFrom) < Date.parse(best.callableFrom) ? each : best),
    first,
  )
  return Date.parse(soonest.callableFrom) > now ? { label: soonest.label, at: soonest.callableFrom } : null
}

type Now = { readonly standing: string; readonly isLive: boolean; readonly at: number }

/** @returns whether what was refused is still so. */
export function stillStands({ standing, soon, isLive }: Refusal, now: Now): boolean {
  const isOfThisLine = isLive === null || isLive === now.isLive
  return standing === now.standing && isOfThisLine && (soon === null || Date.parse(soon.at) > now.at)
}
