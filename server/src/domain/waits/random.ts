/** Chance from a seed: the same seed, the same futures. */
export type Random = {
  /** @returns a number from 0 up to, never, 1. */
  readonly next: () => number
  /** @returns 32 bits, as a signed whole number. */
  readonly bits: () => number
}

/** Chris Doty-Humphrey's small fast counter generator (sfc32, PractRand), from one or two whole numbers. */
export function randomFrom(seed: number, stream = 0): Random {
  let a = seed | 0
  let b = stream | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  function bits(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum
  }
  for (let round = 0; round < 15; round += 1) bits() // a seed of few bits spreads over all
  return { bits, next: () => (bits() >>> 0) / 4_294_967_296 }
}

/** @returns a draw from the exponential distribution with this mean. */
export function exponential(random: Random, mean: number): number {
  return -Math.log(1 - random.next()) * mean
}

/** @returns a draw from the standard normal distribution: G. Box and M. Muller, 1958. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

/** @returns a draw from the lognormal distribution with this mean and coefficient of variation. */
export function lognormal(random: Random, mean: number, variation: number): number {
  const variance = Math.log(1 + variation * variation)
  return mean * Math.exp(Math.sqrt(variance) * normal(random) - variance / 2)
}
