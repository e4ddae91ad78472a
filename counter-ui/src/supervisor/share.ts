/** Below so many answers a percentage says more than it knows (rules.md, 7). */
const ENOUGH = 10

/** @returns whole per cent, rounded down so that it never flatters; null when there are too few to say. */
export function percentOf(part: number, whole: number): number | null {
  return whole < ENOUGH ? null : Math.floor((part / whole) * 100)
}
