import { lognormal, randomFrom, type Random } from './random.ts'

/**
 * How long something lasts, as it has been seen to: a distribution kept as equally likely values in rising order.
 * Drawing is a look-up, so that thousands of futures cost little.
 */
export type Durations = {
  /** Milliseconds, rising; each stands for an equal share. */
  readonly values: Float64Array
  readonly mean: number
  /** Beyond the longest that was seen: by how much, on average, those past the ninety-fifth of a hundred exceed it. */
  readonly excess: number
}

/** One length that was seen, and how much it counts. */
export type Seen = { readonly ms: number; readonly weight: number }

/** A power of two: a draw is a mask. */
const SHARES = 512

/**
 * @param seen in any order; those with more weight count more.
 * @param believed the mean to go by while little has been seen, and for how many sightings that belief stands.
 */
export function durationsFrom(
  seen: readonly Seen[],
  believed: { readonly meanMs: number; readonly variation: number; readonly weight: number },
): Durations {
  const prior = lognormalShares(believed.meanMs, believed.variation)
  const points = seen.filter(({ weight }) => weight > 0)
  for (const ms of prior) points.push({ ms, weight: believed.weight / prior.length })
  points.sort((a, b) => a.ms - b.ms)
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return sure(believed.meanMs)
  const values = new Float64Array(SHARES)
  let index = 0
  let passed = points[0]?.weight ?? 0
  for (let share = 0; share < SHARES; share += 1) {
    const target = ((share + 0.5) / SHARES) * total
    while (passed < target && index < points.length - 1) {
      index += 1
      passed += points[index]?.weight ?? 0
    }
    values[share] = points[index]?.ms ?? 0
  }
  const mean = points.reduce((sum, { ms, weight }) => sum + ms * weight, 0) / total
  return withMean(values, mean)
}

/** @returns what always lasts the same. */
export function sure(ms: number): Durations {
  return { values: new Float64Array(SHARES).fill(ms), mean: ms, excess: 0 }
}

/** @returns one of them, by chance. */
export function draw({ values }: Durations, random: Random): number {
  return values[random.bits() & (SHARES - 1)] ?? 0
}

/** @returns how much longer it lasts, by chance, having lasted so long. */
export function drawRest({ values, excess }: Durations, elapsed: number, random: Random): number {
  const first = countUpTo(values, elapsed)
  const left = SHARES - first
  if (left < 8) return elapsed >= (values[SHARES - 1] ?? 0) || left === 0 ? tail(excess, random) : among(left)
  return among(left)

  function among(many: number): number {
    return Math.max(0, (values[first + Math.floor(random.next() * many)] ?? elapsed) - elapsed)
  }
}

/** @returns how much longer it lasts on average, having lasted so long. */
export function meanRest({ values, excess }: Durations, elapsed: number): number {
  const first = countUpTo(values, elapsed)
  if (first >= SHARES) return excess
  let sum = 0
  for (let index = first; index < SHARES; index += 1) sum += (values[index] ?? 0) - elapsed
  return sum / (SHARES - first)
}

/** @returns the same, each so many times as long. */
export function scaled({ values, mean, excess }: Durations, factor: number): Durations {
  return { values: values.map((value) => value * factor), mean: mean * factor, excess: excess * factor }
}

/** Both, one after the other, as independent: a table of sums, made once. */
export function together(a: Durations, b: Durations, random: Random): Durations {
  if (b.mean === 0) return a
  const values = a.values.map((value) => value + draw(b, random)).sort()
  return withMean(values, a.mean + b.mean)
}

/** Most often the one, in a share of cases the other. */
export function either(usual: Durations, seldom: Durations, share: number): Durations {
  if (share <= 0) return usual
  const many = Math.round(Math.min(1, share) * SHARES)
  if (many === 0) return usual
  const spread = (from: Durations, count: number, index: number) =>
    from.values[Math.floor(((index + 0.5) / count) * SHARES)] ?? 0
  const values = Float64Array.from({ length: SHARES }, (_, index) =>
    index < many ? spread(seldom, many, index) : spread(usual, SHARES - many, index - many),
  ).sort()
  return withMean(values, values.reduce((sum, value) => sum + value, 0) / SHARES)
}

function withMean(values: Float64Array, mean: number): Durations {
  const from = Math.floor(SHARES * 0.95)
  const threshold = values[from] ?? 0
  let sum = 0
  for (let index = from; index < SHARES; index += 1) sum += (values[index] ?? 0) - threshold
  return { values, mean, excess: Math.max(sum / (SHARES - from), 0.2 * mean) }
}

function tail(excess: number, random: Random): number {
  return -Math.log(1 - random.next()) * excess
}

/** How many last no longer: a binary search. */
function countUpTo(values: Float64Array, elapsed: number): number {
  let [low, high] = [0, SHARES]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= elapsed) low = middle + 1
    else high = middle
  }
  return low
}

const lognormals = new Map<number, Float64Array>()

/** Equally likely values of a lognormal distribution with exactly this mean; the shape of each variation is drawn once. */
function lognormalShares(mean: number, variation: number): Float64Array {
  let shape = lognormals.get(variation)
  if (shape === undefined) {
    const random = randomFrom(1959, Math.round(variation * 1000))
    const many = Float64Array.from({ length: 64 * 100 }, () => lognormal(random, 1, variation)).sort()
    const middles = Float64Array.from({ length: 64 }, (_, share) =>
      many.subarray(share * 100, (share + 1) * 100).reduce((sum, value) => sum + value / 100, 0),
    )
    const sum = middles.reduce((total, value) => total + value / 64, 0)
    shape = middles.map((value) => value / sum)
    lognormals.set(variation, shape)
  }
  return shape.map((value) => value * mean)
}
