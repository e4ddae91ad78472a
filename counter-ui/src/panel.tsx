import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react'
import { giveKeysTo, InPanel } from './shortcuts.ts'

type Props = ComponentPropsWithoutRef<'section'> & {
  readonly children: ReactNode
  /** For keys beyond those its buttons show, wherever the focus is; a key that is used is prevented. */
  readonly onKey?: (event: KeyboardEvent) => void
}

/** What opens on the page and has the keys to itself. When it is closed, the focus is where it was before. */
export function Panel({ onKey, children, ...section }: Props) {
  const id = useId()
  const place = useRef<HTMLElement>(null)
  const hear = useEffectEvent((event: KeyboardEvent) => onKey?.(event))

  useLayoutEffect(() => {
    const element = place.current
    return element === null ? undefined : giveKeysTo({ id, element, onKey: (event) => hear(event) })
  }, [id])
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
    }
  }, [])

  return (
    <InPanel value={id}>
      <section {...section} ref={place} data-panel="">
        {children}
      </section>
    </InPanel>
  )
}
