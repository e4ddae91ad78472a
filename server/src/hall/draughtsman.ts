import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Bitmap } from './bitmap.ts'
import type { Document } from './document.ts'

export type ToDraw = { readonly id: number; readonly document: Document; readonly width: number }
export type Drawn =
  | { readonly id: number; readonly bitmap: Bitmap; readonly problem: null }
  | { readonly id: number; readonly bitmap: null; readonly problem: string }

/** Draws paper on a thread of its own, so that no command of the office ever waits for a typeface. */
export type Draughtsman = {
  /** @param width of the paper, dots. @throws when the document cannot be drawn. */
  readonly draw: (document: Document, width: number) => Promise<Bitmap>
  readonly close: () => Promise<void>
}

type Waiting = { readonly resolve: (bitmap: Bitmap) => void; readonly reject: (error: Error) => void }

/** A picture takes some twenty milliseconds; a thread that is silent for so long is of no use any more. */
const PATIENCE_MS = 10_000
const MOST_MEGABYTES = 128

/** The thread begins with the first drawing, and begins anew after it has failed. */
export function hireDraughtsman(): Draughtsman {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let last = 0

  function begin(): Worker {
    // As source or as bundle: the thread's file lies beside this one.
    const here = fileURLToPath(import.meta.url)
    const begun = new Worker(join(import.meta.dirname, `drawing-thread${extname(here)}`), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 4 },
    })
    begun.unref()
    begun.on('message', (drawn: Drawn) => {
      const asker = waiting.get(drawn.id)
      waiting.delete(drawn.id)
      if (drawn.bitmap === null) asker?.reject(new Error(drawn.problem))
      else asker?.resolve(drawn.bitmap)
    })
    begun.on('error', (error) => end(begun, error instanceof Error ? error : new Error(String(error))))
    begun.on('exit', () => end(begun, new Error('the drawing thread ended')))
    return begun
  }

  function end(ended: Worker, error: Error) {
    if (thread !== ended) return
    thread = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    void ended.terminate()
  }

  return {
    draw(document, width) {
      thread ??= begin()
      const asked = thread
      const id = (last += 1)
      return new Promise<Bitmap>((resolve, reject) => {
        const timer = setTimeout(
          () => end(asked, new Error('the drawing thread does not answer')),
          PATIENCE_MS,
        )
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer)
            settle(value)
          }
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
        asked.postMessage({ id, document, width } satisfies ToDraw)
      })
    },
    async close() {
      const ended = thread
      if (ended === null) return
      end(ended, new Error('closed'))
      await ended.terminate()
    },
  }
}
