import type { HallView } from '#shared/views.ts'
import './arrow.css'

type Direction = NonNullable<HallView['windows'][number]['direction']>

/** Points to where the window lies, seen from the board. The words for it stand nearby. */
export function Arrow({ direction }: { readonly direction: Direction }) {
  return (
    <svg className={`arrow arrow-${direction}`} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <path d="M8 50 H86 M52 14 L88 50 L52 86" />
    </svg>
  )
}
