import type { ReactNode } from 'react'

type Props = { readonly labelledBy: string; readonly className: string; readonly children: ReactNode }

/** A part that may scroll on its own; it takes focus, so that the arrow keys can scroll it. */
export function ScrollRegion({ labelledBy, className, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it no key could scroll it (WCAG 2.1.1)
    <div className={className} role="group" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </div>
  )
}
