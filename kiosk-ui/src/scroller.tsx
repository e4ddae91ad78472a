import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Icon } from './icon.tsx'
import './scroller.css'
import { words } from './words.ts'

type Props = { readonly label: string; readonly language: Language; readonly children: ReactNode }
/** What lies out of sight beside the page turned to. */
type Ends = { readonly above: boolean; readonly below: boolean }

/** A region for what may be longer than the screen: when it is, two big buttons turn its pages. */
export function Scroller({ label, language, children }: Props) {
  const view = useRef<HTMLDivElement>(null)
  const [isLong, setIsLong] = useState(false)
  const [ends, setEnds] = useState<Ends>({ above: false, below: false })

  // Other words, or letters that arrive late, may be as high beside the buttons, and yet have their place without them.
  useLayoutEffect(() => {
    if (view.current !== null) setIsLong(isTooLong(view.current))
  }, [children])

  useEffect(() => {
    const region = view.current
    if (region === null) return
    const turned = () => setEnds((known) => endsOf(region, known))
    const measured = () => {
      setIsLong(isTooLong(region))
      turned()
    }
    const observer = new ResizeObserver(measured)
    observer.observe(region)
    for (const child of region.children) observer.observe(child)
    region.addEventListener('scroll', turned, { passive: true })
    document.fonts.addEventListener('loadingdone', measured)
    return () => {
      observer.disconnect()
      region.removeEventListener('scroll', turned)
      document.fonts.removeEventListener('loadingdone', measured)
    }
  }, [])

  function turn(direction: 1 | -1) {
    const region = view.current
    region?.scrollBy({ top: direction * region.clientHeight * 0.8 })
  }

  return (
    <div className={isLong ? 'scroller scroller--long' : 'scroller'}>
      <div
        ref={view}
        className="scroller-view"
        role="region"
        aria-label={label}
        {...(isLong ? { tabIndex: 0 } : {})}
      >
        <div>{children}</div>
      </div>
      {isLong ? (
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

/** @returns whether it is longer than its place also without the buttons: they take room, and would else keep themselves needed. */
function isTooLong(region: HTMLElement): boolean {
  const place = region.parentElement
  const at = region.scrollTop
  place?.setAttribute('data-unturned', '')
  const isLonger = region.scrollHeight > region.clientHeight + 2
  place?.removeAttribute('data-unturned')
  if (region.scrollTop !== at) region.scrollTop = at
  return isLonger
}

function endsOf(region: HTMLElement, known: Ends): Ends {
  const above = region.scrollTop > 2
  const below = region.scrollTop + region.clientHeight < region.scrollHeight - 2
  return known.above === above && known.below === below ? known : { above, below }
}
