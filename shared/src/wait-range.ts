import type { Bilingual } from './ids.ts'
import { everyLanguage } from './words/further.ts'

/**
 * How a wait is told: a rounded range, rounded up. The wait is no longer than the first in half of the cases, and no
 * longer than the second in nine of ten.
 */
export type WaitRange = {
  /** Minutes. */
  readonly from: number
  readonly to: number
}

/** Up to an hour in steps of five minutes, then of ten, beyond two hours of thirty. */
export function roundedUp(minutes: number): number {
  const step = minutes <= 60 ? 5 : minutes <= 120 ? 10 : 30
  return Math.max(5, Math.ceil(minutes / step - 1e-9) * step)
}

/** @param p50Ms milliseconds, as `p90Ms`; what is past counts as now. */
export function waitRange(p50Ms: number, p90Ms: number): WaitRange {
  const from = roundedUp(Math.max(0, p50Ms) / 60_000)
  return { from, to: Math.max(from, roundedUp(Math.max(0, p90Ms) / 60_000)) }
}

const MINUTE = 60_000

/** By how many minutes a wait must leave a step before another is told. */
const STEADY = 1

/** @returns the range to tell now: the one told before, unless the wait has clearly left it. Nothing flickers. */
export function steadyRange(told: WaitRange | null, p50Ms: number, p90Ms: number): WaitRange {
  if (told === null) return waitRange(p50Ms, p90Ms)
  const from = steady(told.from, p50Ms / 60_000)
  return { from, to: Math.max(from, steady(told.to, p90Ms / 60_000)) }
}

function steady(told: number, minutes: number): number {
  const exact = roundedUp(Math.max(0, minutes))
  if (exact > told) return minutes > told + STEADY ? exact : told
  if (exact < told) return roundedUp(Math.max(0, minutes + STEADY)) < told ? exact : told
  return told
}

/** How a wait stands to the limit of the day, after which nobody is called. */
export type Turn = 'before-limit' | 'perhaps-before-limit' | 'hardly-before-limit'

/**
 * @param now from when the wait counts, as `limitAt` milliseconds since the epoch; `limitAt` null: the day has no limit.
 * @returns `perhaps` when only the longer end of the range lies past the limit, `hardly` when both do.
 */
export function turnWithin({ from, to }: WaitRange, now: number, limitAt: number | null): Turn {
  if (limitAt === null) return 'before-limit'
  const left = (limitAt - now) / MINUTE
  if (to <= left) return 'before-limit'
  return from < left ? 'perhaps-before-limit' : 'hardly-before-limit'
}

/**
 * What is said of a wait that may reach past the limit of the day: never a number that cannot come true.
 * @returns the figure, null where none would be true; and, when the turn may not come, the sentence that says so.
 */
export function waitTold(
  range: WaitRange,
  now: number,
  limit: { readonly at: number; readonly clock: string } | null,
): { readonly figure: Bilingual | null; readonly warning: Bilingual | null } {
  const turn = turnWithin(range, now, limit?.at ?? null)
  if (limit === null || turn === 'before-limit') return { figure: rangeWords(range), warning: null }
  return {
    figure: turn === 'perhaps-before-limit' ? words.orMore(range.from) : null,
    warning: words.mayNotCome(limit.clock),
  }
}

/** „10–20 мин.“, or, where both ends are one, „до 5 мин.“. */
export function rangeWords({ from, to }: WaitRange): Bilingual {
  return from === to ? words.upTo(to) : words.between(from, to)
}

const words = everyLanguage(
  {
    upTo: (to: number): Bilingual => ({ bg: `до ${to}\u00a0мин.`, en: `up to ${to}\u00a0min` }),
    between: (from: number, to: number): Bilingual => ({
      bg: `${from}–${to}\u00a0мин.`,
      en: `${from}–${to}\u00a0min`,
    }),
    orMore: (from: number): Bilingual => ({
      bg: `${from}\u00a0мин. или повече`,
      en: `${from}\u00a0min or more`,
    }),
    mayNotCome: (limit: string): Bilingual => ({
      bg: `Възможно е редът Ви да не дойде до ${limit}\u00a0ч., когато обслужването спира.`,
      en: `Your turn may not come before ${limit}, when service ends.`,
    }),
  },
  (all) => all.range,
)
