/** What is made of many measurements: always a median, and the tail beside it. */

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** @param percent 0–100 @returns the value that so many percent do not exceed; NaN when there is none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const index = Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)
  return sorted[index] ?? Number.NaN
}

export function perSecond(count: number, milliseconds: number): number {
  return (count * 1000) / milliseconds
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

/** @returns how long the work took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Lets so many workers share out the numbers below `count`, each one at a time. */
export async function shared(
  workers: number,
  count: number,
  work: (index: number, worker: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const worker = async (_: unknown, number: number) => {
    while (next < count) {
      const index = next
      next += 1
      await work(index, number)
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
}
