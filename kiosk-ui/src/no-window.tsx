import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { words } from './words.ts'

type Props = {
  /** What that means for whoever reads it. */
  readonly meaning: Bilingual
  readonly language: Language
}

/** Nobody serves it now: said in red, and what comes of it. */
export function NoWindow({ meaning, language }: Props) {
  return (
    <p className="nobody">
      <strong>{say(words.noWindow, language)}.</strong> {say(meaning, language)}
    </p>
  )
}
