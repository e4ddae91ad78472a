import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { words } from './words.ts'

/** Fees and terms of the seeded office are made up: nobody may take them for the municipality's. */
export function ExampleMark({
  example,
  language,
}: {
  readonly example: boolean
  readonly language: Language
}) {
  if (!example) return null
  return <span className="example-mark">{say(words.example, language)}</span>
}
