import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import { Shape } from './shape.tsx'
import type { Wait } from './wait.ts'
import { words } from './words.ts'

type Props = { readonly wait: Wait; readonly language: Language }

/** How long, and how that stands against the standard: a word and a shape, not the colour alone. */
export function WaitMark({ wait, language }: Props) {
  return (
    <span className="wait">
      <WaitMinutes wait={wait} language={language} />
      <WaitWords wait={wait} language={language} />
    </span>
  )
}

export function WaitMinutes({ wait, language }: Props) {
  return (
    <span className="wait-minutes" data-against={wait.against}>
      {wait.minutes} {say(words.min, language)}
    </span>
  )
}

export function WaitWords({ wait, language }: Props) {
  if (wait.against === 'within') return null
  return (
    <span className="wait-words" data-against={wait.against}>
      <Shape name={wait.against} />
      {say(words[wait.against], language)}
    </span>
  )
}
