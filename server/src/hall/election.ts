/**
 * Which board speaks in a hall: one, for as long as it is heard of. A board speaks on a lease that it renews twice a
 * second; who is not heard of for `LEASE_MS` has lost it, and has fallen silent by itself before. So a pulled cable
 * never makes two voices, and another board goes on within five seconds.
 */
export type Candidate = {
  readonly page: string
  /** Whether it has a device's token. A page that anyone opens speaks only where no registered board is on the line. */
  readonly isRegistered: boolean
  readonly canSound: boolean
  /** Milliseconds of a clock that only goes forward. */
  readonly since: number
  readonly heardAt: number
}

/** Longer than a board believes in its own lease (`PATIENCE_MS` of the board), by all that a word can be late. Milliseconds. */
export const LEASE_MS = 3_000

/**
 * Who holds the hall's voice after a board has spoken up. One that another is to replace hears of it first, and finishes
 * what it is saying: until then the voice stays with it.
 * @param holder the page that has it; null: nobody
 * @param asks the board that has just been heard of
 */
export function nextHolder(
  candidates: readonly Candidate[],
  holder: string | null,
  asks: { readonly page: string; readonly isSaying: boolean },
  now: number,
): string | null {
  const live = candidates.filter((each) => isLive(each, now))
  const [best] = live.toSorted((a, b) => compare(rank(a, holder), rank(b, holder)))
  if (best === undefined) return null
  if (best.page === holder || !live.some(({ page }) => page === holder)) return best.page
  return asks.page === holder && !asks.isSaying ? best.page : holder
}

export function isLive({ heardAt }: Pick<Candidate, 'heardAt'>, now: number): boolean {
  return now - heardAt < LEASE_MS
}

/** Registered first, then those that can be heard, then the one that has it already, then the one that came first. */
function rank({ isRegistered, canSound, page, since }: Candidate, holder: string | null): readonly number[] {
  return [isRegistered ? 0 : 1, canSound ? 0 : 1, page === holder ? 0 : 1, since]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((value, index) => value !== b[index])
  return differs === -1 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}
