import type { Orders, Presence } from '#shared/boards.ts'

/** How often a board says how it is, milliseconds. */
export const TELL_MS = 500
/**
 * A board that has had no answer for so long has fallen silent by itself. Shorter than the office's lease
 * (`LEASE_MS` of the election), so that nobody else has begun by then. Milliseconds.
 */
export const PATIENCE_MS = 2_000

export type Lease = ReturnType<typeof createLease>

/**
 * Whether this board speaks for its hall. It says how it is, and believes each answer for as long as it was sent a
 * little while ago: counted from the question, not from the answer.
 * @param now milliseconds of a clock that only goes forward
 * @param ask sends what the board says of itself; the answer may come late, or never
 */
export function createLease({
  now,
  ask,
  presence,
}: {
  readonly now: () => number
  readonly ask: (presence: Presence, answer: (orders: Orders | null) => void) => void
  readonly presence: () => Presence
}) {
  let last: { readonly orders: Orders; readonly askedAt: number } | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  return {
    /** To be called every `TELL_MS`. */
    beat(): void {
      const askedAt = now()
      ask(presence(), (orders) => {
        if (last !== null && askedAt < last.askedAt) return
        last = orders === null ? null : { orders, askedAt }
        tell()
      })
      tell()
    },
    /** Whether a call may begin. */
    mayBegin: (): boolean =>
      last !== null && last.orders.speaks && last.orders.volume > 0 && now() - last.askedAt < PATIENCE_MS,
    /**
     * @param since when it began
     * @returns whether a call that has begun may go on: the line is up, and nobody was given the voice before it began.
     */
    mayGoOn: (since: number): boolean =>
      last !== null && now() - last.askedAt < PATIENCE_MS && (last.orders.speaks || since < last.askedAt),
    orders: (): Orders | null => last?.orders ?? null,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
