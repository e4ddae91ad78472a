/** Work beside the work: one slice at a time, whoever's it is. */
export type Slices = {
  /** Runs a slice when those before it have run, and everything that came meanwhile has had its turn. */
  readonly add: (slice: () => void) => void
}

/**
 * One queue for all that a program does beside answering: were each office to take its own turn, a hundred of them would
 * hold up a command a hundred times as long as one.
 */
export function createSlices(): Slices {
  const waiting: (() => void)[] = []
  let isTaken = false

  function take() {
    const slice = waiting.shift()
    isTaken = waiting.length > 0
    if (isTaken) setImmediate(take)
    slice?.()
  }

  return {
    add(slice) {
      waiting.push(slice)
      if (isTaken) return
      isTaken = true
      setImmediate(take)
    },
  }
}
