import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import { TextField, type FieldTrouble } from './person-fields.tsx'
import { words } from './words.ts'

type Props = {
  readonly value: string
  readonly trouble: FieldTrouble | null
  readonly language: Language
  readonly onWrite: (value: string) => void
}

/** The question has been answered before: it is pointed to the answer, or there is a reason to hear it once more. */
export function DespiteField({ value, trouble, language, onWrite }: Props) {
  return (
    <div className="despite">
      <p className="despite-why">{say(words.pointToAnswer, language)}</p>
      <TextField
        name="despite"
        label={words.despite}
        hint={words.despiteHint}
        value={value}
        longest={200}
        trouble={trouble?.field === 'despite' ? trouble.why : null}
        language={language}
        onWrite={onWrite}
      />
    </div>
  )
}

/** @returns the reason as a command carries it: left out where none was written. */
export function despiteOf(value: string): { readonly despite?: string } {
  const despite = value.trim()
  return despite === '' ? {} : { despite }
}
