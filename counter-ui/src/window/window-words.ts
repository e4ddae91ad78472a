import type { Bilingual } from '#shared/ids.ts'
import type { WindowState } from '#shared/views.ts'
import { words } from '../words.ts'

/** What a window is doing, in a word. */
export const windowStateWords: { readonly [S in WindowState]: Bilingual } = {
  closed: words.shortClosed,
  open: words.shortOpen,
  paused: words.shortPaused,
  calling: words.shortCalling,
  serving: words.shortServing,
}
