import { closeSync, fdatasync, openSync } from 'node:fs'

/** Lets what was written to a file survive a power cut. */
export type Syncing = {
  /** Resolves once all that has been written until now is on the disk. @throws (rejects) when the disk refuses; then always. */
  readonly synced: () => Promise<void>
  readonly close: () => void
}

type Sync = (file: number, done: (error: Error | null) => void) => void

/**
 * Syncs a file beside the work of the process: the next batch is decided while the disk still takes the one before. One sync
 * runs at a time; those who come meanwhile share the one after it, because only a sync that began after a write covers it.
 * @param path a file that exists, and that nobody replaces while this is open.
 * @param sync what brings a file to the disk.
 */
export function openSyncing(path: string, sync: Sync = fdatasync): Syncing {
  const file = openSync(path, 'r+')
  let isRunning = false
  let isClosed = false
  let next: PromiseWithResolvers<void> | null = null
  let failure: Error | null = null

  function run(): void {
    const { promise: _, resolve, reject } = next ?? Promise.withResolvers<void>()
    next = null
    isRunning = true
    sync(file, (error) => {
      isRunning = false
      if (isClosed) closeSync(file)
      // Of what a disk refused once nobody knows what it kept: no later sync makes up for it.
      failure ??= error
      if (failure) reject(failure)
      else resolve()
      if (next !== null && !isClosed) run()
    })
  }

  return {
    synced() {
      if (failure) return Promise.reject(failure)
      next ??= Promise.withResolvers<void>()
      const { promise } = next
      if (!isRunning) run()
      return promise
    },
    close() {
      if (isClosed) return
      isClosed = true
      if (!isRunning) closeSync(file)
    },
  }
}
