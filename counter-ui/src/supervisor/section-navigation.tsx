import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { KeyCap, useKey } from '../key-cap.tsx'
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
            <SectionLink {...entry} code={`Digit${index + 1}`} isCurrent={entry.id === current} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SectionLink({
  id,
  name,
  mark,
  code,
  isCurrent,
}: Entry<string> & { readonly code: string; readonly isCurrent: boolean }) {
  return (
    <a href={`#${id}`} aria-current={isCurrent ? 'true' : undefined} {...useKey(code)}>
      <KeyCap code={code} />
      {name}
      {mark ? <span className="section-mark">{mark}</span> : null}
    </a>
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
