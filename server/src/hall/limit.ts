/** A limit is so many beats: one that comes late, because this program stood still meanwhile, counts as one. */
const BEATS = 20

export type Limit = { readonly isOver: () => boolean; readonly letGo: () => void }

/**
 * How long something outside this program may take. Time in which the program itself stood still is not the other's silence: what
 * was said meanwhile lies unread, and is heard before the next beat.
 * @param withinMs from now on
 * @param over called once, when the time is over
 */
export function limit(withinMs: number, over: () => void = () => {}): Limit {
  let left = BEATS
  const beating = setInterval(() => {
    left -= 1
    if (left > 0) return
    clearInterval(beating)
    over()
  }, withinMs / BEATS)
  return { isOver: () => left <= 0, letGo: () => clearInterval(beating) }
}
