/** Work that costs the processor much waits its turn, each asker's apart, so that one who asks without end delays only themselves. */
export type Turns = {
  /** @returns what the work comes to; null: too many of this asker's wait already, and it was not begun. */
  readonly take: <T>(asker: string, work: () => Promise<T>) => Promise<T | null>
}

export function createTurns({
  atOnce,
  waiting: mostWaiting,
}: {
  readonly atOnce: number
  readonly waiting: number
}): Turns {
  const askers = new Map<string, { running: number; readonly waiting: (() => void)[] }>()

  return {
    async take(asker, work) {
      const line = askers.get(asker) ?? { running: 0, waiting: [] }
      askers.set(asker, line)
      if (line.running >= atOnce) {
        if (line.waiting.length >= mostWaiting) return null
        await new Promise<void>((resolve) => line.waiting.push(resolve)) // whoever goes hands on their place
      } else {
        line.running += 1
      }
      try {
        return await work()
      } finally {
        const next = line.waiting.shift()
        if (next) next()
        else line.running -= 1
        if (line.running === 0) askers.delete(asker)
      }
    },
  }
}
