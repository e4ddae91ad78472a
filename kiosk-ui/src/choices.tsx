import type { CSSProperties, ReactNode } from 'react'
import './choices.css'

type Props = { readonly kind: 'groups' | 'services'; readonly count: number; readonly children: ReactNode }

/** A list of big buttons that shares out the screen; a short list does not blow its buttons up to fill it. */
export function Choices({ kind, count, children }: Props) {
  const rows = { '--count': count } as CSSProperties // the type knows no custom properties
  return (
    <ul role="list" className={`choices choices--${kind}`} style={rows}>
      {children}
    </ul>
  )
}
