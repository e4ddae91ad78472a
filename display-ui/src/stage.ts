import type { BoardCall } from '#shared/views.ts'

/** The call in the lead: what it was when it came, and since when it stands there (ms of the screen's own clock). */
export type Lead = {
  readonly id: number
  readonly label: string
  readonly window: number
  readonly since: number
}

/** Nobody finds their number in less: a call keeps the lead at least so long, milliseconds. */
export const HOLD_MS = 1_500

/** With more than so many waiting for the lead, the newest takes it at once; the others stand below, lit. */
export const MOST_QUEUED = 5

/**
 * Which call leads now. Calls take the lead one after another, oldest first, each for a moment of its own.
 * @param calls newest first @param now milliseconds of a clock that only goes forward
 * @returns the lead, and in how many milliseconds to ask again (null: when the calls change).
 */
export function nextLead(
  lead: Lead | null,
  calls: readonly BoardCall[],
  now: number,
): { readonly lead: Lead | null; readonly again: number | null } {
  const newest = calls[0]
  if (newest === undefined) return { lead: null, again: null }
  if (lead === null) return { lead: took(newest, now), again: null }

  const queued = calls.filter((call) => call.id > lead.id).toSorted((a, b) => a.id - b.id)
  const isGone = shown(lead, calls) === null
  const [oldest] = queued
  if (oldest === undefined) return { lead: isGone ? took(newest, now) : lead, again: null }

  const left = lead.since + HOLD_MS - now
  if (left > 0 && !isGone) return { lead, again: left }
  const next = queued.length > MOST_QUEUED ? newest : oldest
  return { lead: took(next, now), again: next === newest ? null : HOLD_MS }
}

/** @returns the leading call as the hall knows it now; a recall renames it, an undo may take it away (null). */
export function shown(lead: Lead, calls: readonly BoardCall[]): BoardCall | null {
  return (
    calls.find((call) => call.id === lead.id) ??
    calls.find((call) => call.label === lead.label && call.window === lead.window) ??
    null
  )
}

function took({ id, label, window }: BoardCall, now: number): Lead {
  return { id, label, window, since: now }
}

export type Stage = ReturnType<typeof createStage>

/**
 * Keeps the lead while the calls come and the moments pass.
 * @param now milliseconds of a clock that only goes forward
 * @param later runs something once after so many milliseconds, and returns how to cancel it
 */
export function createStage({
  now,
  later,
}: {
  readonly now: () => number
  readonly later: (run: () => void, ms: number) => () => void
}) {
  let calls: readonly BoardCall[] = []
  let lead: Lead | null = null
  let cancel = () => {}
  const listeners = new Set<() => void>()

  function decide() {
    cancel()
    cancel = () => {}
    const next = nextLead(lead, calls, now())
    if (next.again !== null) cancel = later(decide, next.again)
    if (next.lead === lead) return
    lead = next.lead
    for (const listener of listeners) listener()
  }

  return {
    show(newest: readonly BoardCall[]): void {
      calls = newest
      decide()
    },
    get: (): Lead | null => lead,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
