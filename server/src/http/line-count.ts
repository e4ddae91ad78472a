import type { Limits } from './limits.ts'

/** Counts the lines of strangers: in all, and behind each address. */
export function createLineCount({
  lines,
  linesOfAnAddress,
}: Pick<Limits, 'lines' | 'linesOfAnAddress'>): LineCount {
  const counts = new Map<string, number>()
  let all = 0

  return {
    admit(address) {
      const count = counts.get(address) ?? 0
      if (all >= lines || count >= linesOfAnAddress) return false
      all += 1
      counts.set(address, count + 1)
      return true
    },
    gone(address) {
      all -= 1
      const left = (counts.get(address) ?? 1) - 1
      if (left > 0) counts.set(address, left)
      else counts.delete(address)
    },
  }
}

export type LineCount = {
  /** @returns whether there is room for one more; then it is counted until it is gone. */
  readonly admit: (address: string) => boolean
  readonly gone: (address: string) => void
}
