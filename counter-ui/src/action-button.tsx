import { useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import type { Reply } from '#shared/client/api.ts'
import type { Bilingual } from '#shared/ids.ts'
import { refusalOf, useAction } from './action.ts'
import './action-button.css'
import { KeyCap, useKey } from './key-cap.tsx'
import type { Language } from './language.ts'

/** A key pressed for the action that stood here before must not hit the one that has just taken its place. */
export const SETTLE_MS = 300

type Props = {
  readonly label: ReactNode
  /** The physical key that presses it (`event.code`), e.g. `Enter`, `KeyR`: shown on the button. */
  readonly shortcut?: string | undefined
  readonly onAct: () => Promise<Reply<unknown>>
  readonly kind?: 'main' | 'plain' | 'alarm' | undefined
  readonly disabled?: boolean | undefined
  /** What to say when it is pressed while disabled. */
  readonly onImpossible?: (() => void) | undefined
  readonly language: Language
  /** A second, quieter line: what is due first, how many are left. */
  readonly hint?: ReactNode
  /** Which action stands here, where one place holds several in turn: a new one settles before it can be pressed. */
  readonly action?: string | undefined
  /** Where to put the words of a refusal, if not beside the button. Null takes them away. */
  readonly onRefused?: ((why: Bilingual | null) => void) | undefined
}

/** A button that owns one action and its three faces: idle, pending, refused in words beside it. */
export function ActionButton({
  label,
  shortcut,
  onAct,
  kind = 'plain',
  disabled = false,
  onImpossible,
  language,
  hint,
  action,
  onRefused,
}: Props) {
  const key = useKey(shortcut)
  const appearedAt = useRef(0)
  useLayoutEffect(() => {
    if (action !== undefined) appearedAt.current = performance.now()
  }, [action])

  const { state, run } = useAction(async () => {
    onRefused?.(null)
    const reply = await onAct()
    if (onRefused) onRefused(refusalOf(reply))
    return reply
  })
  const pending = state.face === 'pending'
  const idle = !pending && !disabled

  function press(event: MouseEvent<HTMLButtonElement>) {
    const isSecondOfDouble = event.detail > 1
    const isUnsettled = action !== undefined && performance.now() - appearedAt.current < SETTLE_MS
    if (pending || isSecondOfDouble || isUnsettled) return
    if (disabled) onImpossible?.()
    else void run()
  }

  return (
    <span className={`action action-${kind}`}>
      <button
        type="button"
        className="action-button"
        {...key}
        aria-disabled={!idle}
        aria-busy={pending}
        onClick={press}
      >
        {shortcut === undefined ? null : <KeyCap code={shortcut} />}
        <span className="action-words">
          <span className="action-label">{label}</span>
          {hint === undefined || hint === null ? null : <span className="action-hint">{hint}</span>}
        </span>
      </button>
      {onRefused === undefined ? (
        <span className="action-refused" role="status">
          {state.face === 'refused' ? state.why[language] : null}
        </span>
      ) : null}
    </span>
  )
}
