import { useEffect, useRef, useState, type ReactNode } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Icon } from './icon.tsx'
import './scroller.css'
import { words } from './words.ts'

type Props = { readonly label: string; readonly language: Language; readonly children: ReactNode }
type Ends = { readonly above: boolean; readonly below: boolean }

/** A region for what may be longer than the screen: when it is, two big buttons turn its pages. */
export function Scroller({ label, language, children }: Props) {
  const view = useRef<HTMLDivElement>(null)
  const [ends, setEnds] = useState<Ends>({ above: false, below: false })
  const overflows = ends.above || ends.below

  useEffect(() => {
    const region = view.current
    if (region === null) return
    function measure(of: HTMLDivElement) {
      const above = of.scrollTop > 2
      const below = of.scrollTop + of.clientHeight < of.scrollHeight - 2
      setEnds((known) => (known.above === above && known.below === below ? known : { above, below }))
    }
    const measured = () => measure(region)
    const observer = new ResizeObserver(measured)
    observer.observe(region)
    for (const child of region.children) observer.observe(child)
    region.addEventListener('scroll', measured, { passive: true })
    return () => {
      observer.disconnect()
      region.removeEventListener('scroll', measured)
    }
  }, [])

  function turn(direction: 1 | -1) {
    const region = view.current
    region?.scrollBy({ top: direction * region.clientHeight * 0.8 })
  }

  return (
    <div className={overflows ? 'scroller scroller--long' : 'scroller'}>
      <div
        ref={view}
        className="scroller-view"
        role="region"
        aria-label={label}
        {...(overflows ? { tabIndex: 0 } : {})}
      >
        <div>{children}</div>
      </div>
      {overflows ? (
        <div className="scroller-turns">
          <button type="button" className="choice" disabled={!ends.above} onClick={() => turn(-1)}>
            <Icon name="up" />
            <span>{say(words.earlier, language)}</span>
          </button>
          <button type="button" className="choice" disabled={!ends.below} onClick={() => turn(1)}>
            <Icon name="down" />
            <span>{say(words.later, language)}</span>
          </button>
        </div>
      ) : null}
    </div>
  )
}
