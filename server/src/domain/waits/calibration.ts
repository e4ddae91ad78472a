/**
 * What was said against what happened, and what follows for the next saying. Online conformal prediction: I. Gibbs and
 * E. Candès, "Adaptive conformal inference under distribution shift", 2021; A. Angelopoulos, E. Candès and R. Tibshirani,
 * "Conformal PID control", 2023: the quantile is moved up after each miss and down, by less, after each hit, so that in
 * the long run one in ten is missed, whatever is wrong with the model.
 */

/** Two logarithms of factors: on the middle, and on the distance from the middle to the ninetieth. */
export type Calibration = { readonly middle: number; readonly upper: number; readonly seen: number }

export const UNCALIBRATED: Calibration = { middle: 0, upper: 0, seen: 0 }

export type Quantiles = { readonly p50: number; readonly p90: number }

const MIDDLE_STEP = 0.003
const UPPER_STEP = 0.05
/** How far the middle wanders by itself. */
const CHANCE = 0.05
const MOST = Math.log(3)
/** Shorter waits say nothing of the model: a window was free, or nearly. Milliseconds. */
const SHORTEST = 60_000

/** @returns the raw quantiles of the model, corrected by what was learned. Milliseconds, or whatever they are in. */
export function calibrated({ p50, p90 }: Quantiles, { middle, upper }: Calibration): Quantiles {
  const factor = Math.exp(beyondChance(middle))
  const centre = p50 * factor
  return { p50: centre, p90: Math.max(centre, centre + (p90 - p50) * factor * Math.exp(upper)) }
}

/** A correction of the middle that is no larger than chance makes it is none: else a right model would be made wrong. */
function beyondChance(middle: number): number {
  return Math.sign(middle) * Math.max(0, Math.abs(middle) - CHANCE)
}

/** @param said as it was said, calibrated. @param happened milliseconds. */
export function learned(calibration: Calibration, said: Quantiles, happened: number): Calibration {
  if (said.p90 < SHORTEST) return calibration
  const { middle, upper, seen } = calibration
  return {
    middle: clamp(middle + MIDDLE_STEP * (happened > said.p50 ? 0.5 : -0.5)),
    upper: clamp(upper + UPPER_STEP * (happened > said.p90 ? 0.9 : -0.1)),
    seen: seen + 1,
  }
}

function clamp(value: number): number {
  return Math.max(-MOST, Math.min(MOST, value))
}
