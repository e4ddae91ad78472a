import { useEffect, useRef, type ReactNode } from 'react'

type Props = {
  readonly kind: string
  readonly heading: ReactNode
  readonly head?: ReactNode
  readonly children?: ReactNode
}

/**
 * One face between mast and foot: what is to be read (`head`), and what is to be touched (`children`), which reach
 * mode brings into the lower half. A new face takes the focus to its heading, so that a screen reader begins there.
 */
export function Screen({ kind, heading, head, children }: Props) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  return (
    <main className={`screen screen--${kind}`}>
      <div className="screen-head">
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        {head}
      </div>
      {children === undefined ? null : <div className="screen-deck">{children}</div>}
    </main>
  )
}
