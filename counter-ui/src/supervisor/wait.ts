/** A wait held against the standard. `soon`: it passes within the next five minutes. */
export type Wait = { readonly minutes: number; readonly against: 'within' | 'soon' | 'past' }

const SOON_MS = 5 * 60_000

/** @param since when the ticket was issued @param now the office's time @returns whole minutes, and how they stand. */
export function waitOf(since: string, now: number, standardMinutes: number): Wait {
  const waitedMs = Math.max(0, now - Date.parse(since))
  const leftMs = standardMinutes * 60_000 - waitedMs
  const minutes = Math.floor(waitedMs / 60_000)
  if (leftMs < 0) return { minutes, against: 'past' }
  return { minutes, against: leftMs <= SOON_MS ? 'soon' : 'within' }
}

/** @returns in how many minutes, to the minute: rounded further it would contradict the mark beside it. At least one. */
export function minutesUntil(at: string, now: number): number {
  return Math.max(1, Math.ceil((Date.parse(at) - now) / 60_000))
}
