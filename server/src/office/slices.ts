/** A slice of work. @returns what comes after it; null: the work is done. */
export type Slice = () => Slice | null

/** Work beside the work: one slice at a time, whoever's it is. */
export type Slices = {
  /** Does the work, slice by slice, when what was asked for before is done. @throws (rejects) what a slice throws: it was the last. */
  readonly add: (work: Slice) => Promise<void>
}

/** After a slice the queue rests for so many times as long: all that is done beside takes a quarter of the processor at most. */
const REST = 3
/** A shorter rest than this is saved up: no timer is as fine. */
const SHORTEST_REST_MS = 1

/**
 * One queue for all that a program does beside answering: were each office to take its own turn, a hundred of them would
 * hold up a command a hundred times as long as one. What is begun is finished first: so half the offices need not wait for
 * the other half.
 */
export function createSlices(): Slices {
  const waiting: { slice: Slice; readonly ended: PromiseWithResolvers<void> }[] = []
  let isTaken = false
  let owedMs = 0

  function take() {
    const [first] = waiting
    if (first === undefined) {
      isTaken = false
      return
    }
    const began = performance.now()
    try {
      const next = first.slice()
      if (next) first.slice = next
      else end(first.ended.resolve)
    } catch (error) {
      end(() => first.ended.reject(error))
    }
    owedMs += REST * (performance.now() - began)
    takeNext()
  }

  function end(settle: () => void) {
    waiting.shift()
    settle()
  }

  function takeNext() {
    if (owedMs < SHORTEST_REST_MS) return void setImmediate(take)
    setTimeout(take, owedMs).unref()
    owedMs = 0
  }

  return {
    add(work) {
      const ended = Promise.withResolvers<void>()
      waiting.push({ slice: work, ended })
      if (!isTaken) setImmediate(take)
      isTaken = true
      return ended.promise
    },
  }
}
