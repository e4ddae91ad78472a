import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { Reply } from '#shared/client/api.ts'
import { useAction } from '../action.ts'
import { KeyCap } from '../key-cap.tsx'
import { CloseButton } from '../close-button.tsx'
import type { Language } from '../language.ts'
import { Panel } from '../panel.tsx'
import { pressedCode, useLetterKeys } from '../shortcuts.ts'
import { found, labelMatches } from '../typed.ts'
import { words } from '../words.ts'
import './pick.css'

export type Choice = {
  readonly id: string
  readonly name: ReactNode
  readonly hint?: ReactNode
  /** What it may be found by: names in both languages; for tickets the label. */
  readonly texts: readonly string[]
}

type Props = {
  readonly title: ReactNode
  readonly choices: readonly Choice[]
  /** What is typed: nothing (digits choose), words (digits choose too), or a ticket's label (digits belong to it). */
  readonly by: 'digit' | 'words' | 'label'
  readonly language: Language
  /** @returns what the office answers; null when there is another step in the same place. */
  readonly onPick: (choice: Choice) => Promise<Reply<unknown> | null>
  /** What to offer for a typed text that is not in the list. */
  readonly onTyped?: ((typed: string) => Choice | null) | undefined
  readonly onClose: () => void
  /** What is said or asked before the list. */
  readonly children?: ReactNode
  /** What is offered after the list. */
  readonly below?: ReactNode
}

/** A list in the place of the queue, for fingers that stay on the keyboard: type, arrows, digits, Enter, Esc. */
export function Pick({ title, choices, by, language, onPick, onTyped, onClose, children, below }: Props) {
  const id = useId()
  const [areLettersOn] = useLetterKeys()
  const hasDigits = areLettersOn && by !== 'label'
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const picked = useRef<Choice | null>(null)

  const listed = matching(by, typed, choices)
  const extra = listed.length === 0 ? (onTyped?.(typed) ?? null) : null
  const shown = extra === null ? listed : [extra]
  const active = shown[Math.min(at, shown.length - 1)]

  const { state, run } = useAction(async () => {
    const reply = picked.current === null ? null : await onPick(picked.current)
    if (reply?.kind === 'done') onClose()
    return reply ?? { kind: 'done', value: undefined }
  })

  useEffect(focus, [])

  function focus() {
    const place = field.current ?? list.current
    place?.focus()
  }

  function pick(choice: Choice | undefined) {
    if (choice === undefined) return
    picked.current = choice
    void run()
  }

  function move(to: number) {
    const next = Math.max(0, Math.min(shown.length - 1, to))
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }

  /** Whichever key is not for the control that has the focus is for the list, and what is typed beside the field for the field. */
  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return
    const code = pressedCode(event.code)
    if (event.target !== field.current && keepsKey(event.target, code)) return
    const digit = /^Digit([1-9])$/.exec(code)?.[1]
    if (digit !== undefined && hasDigits)
      return consume(event, () => (event.repeat ? undefined : pick(shown[Number(digit) - 1])))
    switch (code) {
      case 'ArrowDown':
        return consume(event, () => move(at + 1))
      case 'ArrowUp':
        return consume(event, () => move(at - 1))
      case 'Enter':
        return consume(event, () => (event.repeat ? undefined : pick(active)))
    }
    if (event.key.length === 1) focus()
  }

  function consume(event: KeyboardEvent, act: () => void) {
    event.preventDefault()
    focus()
    act()
  }

  const optionId = (choice: Choice | undefined) => (choice === undefined ? undefined : `${id}-${choice.id}`)
  return (
    <Panel className="pick" aria-labelledby={`${id}-title`} onKey={onKey}>
      <div className="pick-head">
        <h2 id={`${id}-title`} className="side-title">
          {title}
        </h2>
        <CloseButton label={words.closePanel[language]} onClose={onClose} />
      </div>
      {by === 'digit' ? null : (
        <input
          ref={field}
          className="pick-field"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={optionId(active)}
          aria-label={(by === 'label' ? words.labelPlaceholder : words.filterPlaceholder)[language]}
          placeholder={(by === 'label' ? words.labelPlaceholder : words.filterPlaceholder)[language]}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
        />
      )}
      {children}
      <p className="pick-words" role="alert">
        {state.face === 'refused' ? state.why[language] : null}
      </p>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-labelledby={`${id}-title`}
        tabIndex={by === 'digit' ? 0 : -1}
        aria-activedescendant={by === 'digit' ? optionId(active) : undefined}
        aria-busy={state.face === 'pending'}
        className="pick-list"
      >
        {shown.map((choice, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- focus and keys stay with the field or the list (aria-activedescendant)
          <div
            key={choice.id}
            id={optionId(choice)}
            role="option"
            aria-selected={choice === active}
            className="pick-row"
            onClick={() => pick(choice)}
          >
            {index < 9 && hasDigits ? <KeyCap code={`Digit${index + 1}`} /> : null}
            <span className="pick-name">{choice.name}</span>
            {choice.hint === undefined ? null : <span className="pick-hint">{choice.hint}</span>}
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p className="side-empty">{words.nothingFound[language]}</p> : null}
      {below}
      <p className="pick-keys" aria-hidden="true">
        {words.panelKeys[language]}
        {hasDigits ? ` · ${words.panelDigits[language]}` : null}
      </p>
    </Panel>
  )
}

function matching(by: Props['by'], typed: string, choices: readonly Choice[]): readonly Choice[] {
  switch (by) {
    case 'digit':
      return choices
    case 'words':
      return found(typed, choices, (choice) => choice.texts)
    case 'label':
      return choices.filter((choice) => choice.texts.some((label) => labelMatches(typed, label)))
  }
}

/** @returns whether the control that has the focus does something of its own with a key. */
function keepsKey(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input:not([type="checkbox"]), textarea, select') !== null) return true
  return (code === 'Enter' || code === 'Space') && target.closest(controls[code]) !== null
}

const controls = { Enter: 'button, a, summary', Space: 'button, summary, input' } as const
