import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import { Field } from '../supervisor/field.tsx'
import { words } from './words.ts'

type Props = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onWrite: (value: string) => void
  readonly language: Language
}

/** A password given to someone else: it can be looked at before it is told. */
export function PasswordField({ label, hint, value, onWrite, language }: Props) {
  const [isShown, show] = useState(false)
  return (
    <div>
      <Field label={label} hint={hint}>
        {(ids) => (
          <input
            {...ids}
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            maxLength={200}
            value={value}
            onChange={(event) => onWrite(event.target.value)}
          />
        )}
      </Field>
      <label className="tick">
        <input type="checkbox" checked={isShown} onChange={() => show(!isShown)} />
        {say(words.showPassword, language)}
      </label>
    </div>
  )
}
