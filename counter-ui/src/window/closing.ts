import type { DayFace } from '#shared/views.ts'

/** How long before an end the quiet line comes. */
export const AHEAD_MS = 10 * 60_000

export type ClosingNotice =
  | { readonly kind: 'closes-soon'; readonly minutes: number; readonly closesAt: string }
  | { readonly kind: 'finishing'; readonly limitAt: string }
  | { readonly kind: 'limit-soon'; readonly minutes: number; readonly limitAt: string }

/** @param now the time in the office @returns what the clerk should have in mind about the end of the day; null: nothing yet. */
export function closingNotice(
  { phase, closesAt, limitAt }: Pick<DayFace, 'phase' | 'closesAt' | 'limitAt'>,
  now: number,
): ClosingNotice | null {
  if (phase === 'open' && closesAt !== null && within(closesAt, now)) {
    return { kind: 'closes-soon', minutes: minutesUntil(closesAt, now), closesAt }
  }
  if (phase !== 'finishing' || limitAt === null) return null
  if (within(limitAt, now)) return { kind: 'limit-soon', minutes: minutesUntil(limitAt, now), limitAt }
  return { kind: 'finishing', limitAt }
}

function within(at: string, now: number): boolean {
  return Date.parse(at) - now <= AHEAD_MS
}

function minutesUntil(at: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(at) - now) / 60_000))
}
