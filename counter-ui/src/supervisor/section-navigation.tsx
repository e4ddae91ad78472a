import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { KeyCap } from '../key-cap.tsx'
import './section-navigation.css'

type Entry<S extends string> = { readonly id: S; readonly name: string; readonly mark?: ReactNode }

/**
 * The sections of one page, by the part of the address after „#“: no reload, and Back leads back.
 * A „#“ that names none of them (the skip link's) leaves the section as it is.
 * @returns the section asked for, or the first.
 */
export function useSection<S extends string>(ids: readonly [S, ...S[]]): S {
  const named = () => ids.find((id) => id === location.hash.slice(1))
  const [current, show] = useState(() => named() ?? ids[0])
  const follow = useEffectEvent(() => show(named() ?? current))
  useEffect(() => {
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return current
}

export function SectionNavigation<S extends string>({
  name,
  entries,
  current,
}: {
  readonly name: string
  readonly entries: readonly Entry<S>[]
  readonly current: S
}) {
  return (
    <nav className="section-navigation" aria-label={name}>
      <ul role="list">
        {entries.map((entry, index) => (
          <li key={entry.id}>
            <a
              href={`#${entry.id}`}
              aria-current={entry.id === current ? 'true' : undefined}
              data-shortcut={`Digit${index + 1}`}
              aria-keyshortcuts={String(index + 1)}
            >
              <KeyCap code={`Digit${index + 1}`} />
              {entry.name}
              {entry.mark ? <span className="section-mark">{entry.mark}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A section stays mounted while another is shown, so that a half-filled form is not lost. */
export function Section({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  return (
    <div className="section" hidden={!shown}>
      {children}
    </div>
  )
}
