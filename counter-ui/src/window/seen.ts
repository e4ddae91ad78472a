import type { LiveSource } from '#shared/client/live.ts'

const PATIENCE_MS = 1_500

/**
 * Waits until a screen shows a command's effect, so that a button is free again only when its new face is there.
 * @param version the office's, as the command's answer named it.
 */
export function seen(source: LiveSource<unknown>, version: number): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(done, PATIENCE_MS) // the line may have gone down in between
    const stop = source.subscribe(look)
    look()

    function look() {
      const live = source.get()
      if ('version' in live && live.version >= version) done()
    }
    function done() {
      clearTimeout(patience)
      stop()
      resolve()
    }
  })
}
