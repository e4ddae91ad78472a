import type { HallView } from '#shared/views.ts'
import { HIGHLIGHT_MS, isFresh } from '../freshness.ts'

type Call = HallView['reception']['calls'][number]

/** As many stand side by side on the board; who is called meanwhile comes first. */
export const MOST_SHOWN = 3

/**
 * @param calls newest first @param now the office's time, milliseconds since the epoch
 * @returns whom the board calls to an official's door: whoever is called and has not yet been received, and for a moment
 * whoever has just gone in.
 */
export function calledToDoors(calls: readonly Call[], now: number): readonly Call[] {
  return calls
    .filter((call) => call.state === 'called' || isFresh(call.at, now, HIGHLIGHT_MS))
    .slice(0, MOST_SHOWN)
}
