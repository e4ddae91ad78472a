import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { say } from '#shared/client/format.ts'
import { KeyCap } from '../key-cap.tsx'
import type { Language } from '../language.ts'
import { ArrivalsPart } from './arrivals-part.tsx'
import { CallSheet } from './call-sheet.tsx'
import type { DeskPart } from './desk-part.ts'
import { FindPart } from './find-part.tsx'
import './reception.css'
import { RoutePart } from './route-part.tsx'
import { SignUpForm } from './sign-up-form.tsx'
import { words } from './words.ts'

type PartName = 'new' | 'find' | 'calls' | 'arrivals' | 'route'

type Props = DeskPart & {
  readonly reads: Language
  /** A sign-up is in the citizen's hands. */
  readonly onDone: () => void
}

/** Everything that is done at the sign-up desk; the parts on function keys, which work while one types. */
export function DeskParts({ onDone, reads, ...part }: Props) {
  const { view, language } = part
  const [current, show] = useState<PartName>('new')
  // A part begins afresh each time it is called for.
  const [turn, turnTo] = useState(0)

  function open(name: PartName) {
    show(name)
    turnTo(turn + 1)
  }

  function onKey(event: KeyboardEvent) {
    const name = PARTS.find(({ key }) => key === event.code)?.name
    if (name === undefined || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    open(name)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of its parts, wherever the focus is in it
    <div className="desk-parts" onKeyDown={onKey}>
      <nav className="desk-part-names" aria-label={say(words.deskParts, language)}>
        {PARTS.map(({ name, key, label }) => (
          <button
            key={name}
            type="button"
            className="desk-part-name"
            aria-current={name === current ? 'true' : undefined}
            aria-keyshortcuts={key}
            data-shortcut={key}
            onClick={() => open(name)}
          >
            <KeyCap code={key} />
            {say(label, language)}
            {name === 'calls' && view.callSheet.length > 0 ? (
              <span className="section-mark">{view.callSheet.length}</span>
            ) : null}
          </button>
        ))}
      </nav>
      <div className="desk-part" key={`${current} ${turn}`}>
        {bodyOf(current)}
      </div>
    </div>
  )

  function bodyOf(name: PartName): ReactNode {
    switch (name) {
      case 'new':
        return (
          <SignUpForm
            {...part}
            reads={reads}
            onDone={() => {
              turnTo(turn + 1)
              onDone()
            }}
          />
        )
      case 'find':
        return <FindPart {...part} />
      case 'calls':
        return <CallSheet {...part} />
      case 'arrivals':
        return <ArrivalsPart {...part} />
      case 'route':
        return <RoutePart {...part} />
    }
  }
}

const PARTS = [
  { name: 'new', key: 'F2', label: words.newSignUp },
  { name: 'find', key: 'F4', label: words.find },
  { name: 'calls', key: 'F7', label: words.calls },
  { name: 'arrivals', key: 'F8', label: words.arrivals },
  { name: 'route', key: 'F9', label: words.route },
] as const
