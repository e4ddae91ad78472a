import type { KeyboardEvent } from 'react'
import { useId } from 'react'
import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Language } from '../language.ts'
import { LONGEST, OPTIONAL, PERSON_FIELDS, type PersonDraft, type PersonField } from './person-draft.ts'
import { fieldWords, words } from './words.ts'

export type FieldTrouble = { readonly field: PersonField | 'despite'; readonly why: Bilingual }

type Props = {
  readonly draft: PersonDraft
  readonly onWrite: (draft: PersonDraft) => void
  readonly trouble: FieldTrouble | null
  readonly language: Language
  /** A field has been left: time to look whether the person was here before. */
  readonly onLeft?: (field: PersonField) => void
}

/** Who signs up, and with what: the fields in the order in which one asks. */
export function PersonFields({ draft, onWrite, trouble, language, onLeft }: Props) {
  return (
    <>
      {PERSON_FIELDS.map((field) => (
        <TextField
          key={field}
          name={field}
          label={fieldWords[field]}
          isOptional={OPTIONAL.has(field)}
          value={draft[field]}
          longest={LONGEST[field]}
          trouble={trouble?.field === field ? trouble.why : null}
          language={language}
          onWrite={(value) => onWrite({ ...draft, [field]: value })}
          onLeft={() => onLeft?.(field)}
        />
      ))}
    </>
  )
}

type FieldProps = {
  readonly name: string
  readonly label: Bilingual
  readonly isOptional?: boolean
  readonly hint?: Bilingual
  readonly value: string
  readonly longest: number
  readonly trouble: Bilingual | null
  readonly language: Language
  readonly onWrite: (value: string) => void
  readonly onLeft?: () => void
}

/** A field with the words of a refusal in its own place beneath it. */
export function TextField(props: FieldProps) {
  const { name, label, isOptional = false, hint, value, longest, trouble, language, onWrite, onLeft } = props
  const id = useId()
  const shared = {
    id,
    name,
    value,
    maxLength: longest,
    autoComplete: 'off',
    'aria-required': !isOptional,
    'aria-invalid': trouble !== null,
    'aria-describedby': `${id}-about`,
    onBlur: onLeft,
  }
  const about = trouble ?? hint ?? null
  return (
    <div className="person-field" data-field={name}>
      <label htmlFor={id}>
        {say(label, language)}
        {isOptional ? <span className="option-quiet"> · {say(words.optional, language)}</span> : null}
      </label>
      {name === 'description' ? (
        <textarea {...shared} rows={2} onChange={(event) => onWrite(event.target.value)} />
      ) : (
        <input
          {...shared}
          type={name === 'telephone' ? 'tel' : 'text'}
          spellCheck={name === 'subject'}
          onChange={(event) => onWrite(event.target.value)}
        />
      )}
      <p
        id={`${id}-about`}
        className={trouble === null ? 'field-hint' : 'field-trouble'}
        role={trouble === null ? undefined : 'alert'}
      >
        {about === null ? null : say(about, language)}
      </p>
    </div>
  )
}

/**
 * Enter goes on to the next field, Ctrl+Enter sends: for a form that is filled in hundreds of times.
 * Shift+Enter begins a new line in the description.
 */
export function onFormKey(event: KeyboardEvent<HTMLElement>, send: () => void) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    if (!event.repeat) send()
    return
  }
  const field = event.target
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (event.shiftKey || !isField || field.type === 'checkbox') return
  event.preventDefault()
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea, button.action-button'),
  ]
  stops[stops.indexOf(field) + 1]?.focus()
}
