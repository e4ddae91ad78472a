import type { ReactNode } from 'react'
import { KeyCap, useKey } from './key-cap.tsx'

type Props = {
  readonly label: ReactNode
  readonly shortcut?: string | undefined
  readonly hint?: ReactNode
  readonly disabled?: boolean
  /** What to say when it is pressed while disabled. */
  readonly onImpossible?: (() => void) | undefined
  readonly isOpen?: boolean
  readonly onPress: () => void
}

/** A button that only opens something here on the screen; it looks like the buttons that act. */
export function ToolButton({
  label,
  shortcut,
  hint,
  disabled = false,
  onImpossible,
  isOpen = false,
  onPress,
}: Props) {
  const key = useKey(shortcut)
  return (
    <span className="action action-plain">
      <button
        type="button"
        className="action-button"
        {...key}
        aria-disabled={disabled}
        aria-expanded={isOpen}
        onClick={() => (disabled ? onImpossible?.() : onPress())}
      >
        {shortcut === undefined ? null : <KeyCap code={shortcut} />}
        <span className="action-words">
          <span className="action-label">{label}</span>
          {hint === undefined || hint === null ? null : <span className="action-hint">{hint}</span>}
        </span>
      </button>
    </span>
  )
}
