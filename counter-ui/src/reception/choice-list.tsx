import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { pressedCode } from '../shortcuts.ts'

export type Option = {
  readonly id: string
  readonly content: ReactNode
  /** Can be read, not chosen. */
  readonly isOff?: boolean
}

type Props = {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  /** Enter: the next thing to fill in. */
  readonly onNext: () => void
  /** How many stand in a row: ← → move by one, ↑ ↓ by a row. */
  readonly columns?: number
  readonly className?: string
  /** Where the focus comes from elsewhere on the desk. */
  readonly place?: (element: HTMLDivElement | null) => void
}

/** One of several, all in sight; one stop for Tab, arrows inside, and what the arrows reach is chosen. */
export function ChoiceList({
  label,
  options,
  chosen,
  onChoose,
  onNext,
  columns = 1,
  className = '',
  place,
}: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const open = options.filter(({ isOff }) => isOff !== true)
  const at = open.findIndex((option) => option.id === chosen)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function move(by: number) {
    const next = open[Math.max(0, Math.min(open.length - 1, at + by))]
    if (next !== undefined) onChoose(next.id)
  }

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const step = STEPS[pressedCode(event.code)]
    if (step !== undefined) {
      event.preventDefault()
      return move(step.isRow ? step.by * columns : step.by)
    }
    if (pressedCode(event.code) !== 'Enter' || event.repeat) return
    event.preventDefault()
    onNext()
  }

  return (
    <div
      ref={(element) => {
        list.current = element
        place?.(element)
      }}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={at === -1 ? undefined : `${id}-${chosen}`}
      className={`choice-list-box ${className}`}
      onKeyDown={onKey}
    >
      {options.map((option) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- focus and keys stay with the list (aria-activedescendant)
        <div
          key={option.id}
          id={`${id}-${option.id}`}
          role="option"
          aria-selected={option.id === chosen}
          aria-disabled={option.isOff === true}
          className="choice-option"
          onClick={() => {
            if (option.isOff !== true) onChoose(option.id)
          }}
        >
          {option.content}
        </div>
      ))}
    </div>
  )
}

const STEPS: Readonly<Record<string, { readonly by: number; readonly isRow: boolean }>> = {
  ArrowDown: { by: 1, isRow: true },
  ArrowUp: { by: -1, isRow: true },
  ArrowRight: { by: 1, isRow: false },
  ArrowLeft: { by: -1, isRow: false },
  Home: { by: -Infinity, isRow: false },
  End: { by: Infinity, isRow: false },
}
