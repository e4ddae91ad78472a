import type { ReactNode } from 'react'
import type { WindowState } from '#shared/views.ts'

/** Shapes that say beside the colour, and to whoever sees none, what a word says too. */
export type ShapeName = WindowState | 'past' | 'soon' | 'priority' | 'no-window' | 'done' | 'broken'

export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg className={`shape shape-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {drawing[name]}
    </svg>
  )
}

const drawing: { readonly [S in ShapeName]: ReactNode } = {
  closed: <rect x="3" y="3" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="2" />,
  open: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  paused: <path d="M4 3h3v10H4zM9 3h3v10H9z" fill="currentColor" />,
  calling: <path d="M3 2l10 6-10 6z" fill="currentColor" />,
  serving: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  past: <path d="M8 1l7.5 14H.5z" fill="currentColor" />,
  soon: <path d="M8 1.5L14.5 8 8 14.5 1.5 8z" fill="none" stroke="currentColor" strokeWidth="2" />,
  priority: <path d="M8 2l6 6h-4v6H6V8H2z" fill="currentColor" />,
  'no-window': <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="3" fill="none" />,
  done: <path d="M2 8.5l4 4 8-9" stroke="currentColor" strokeWidth="2.5" fill="none" />,
  broken: (
    <path d="M2 3l4 4M10 9l4 4M13 3l-3 3M6 10l-3 3" stroke="currentColor" strokeWidth="2.5" fill="none" />
  ),
}
