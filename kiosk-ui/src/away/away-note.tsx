import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/languages.ts'
import './away-note.css'
import { words } from '../words.ts'

type Props = {
  readonly isAway: boolean
  /** Whether tickets are given by the numbers in store. */
  readonly gives: boolean
  /** Labels that the office would not have. */
  readonly refused: readonly string[]
  readonly language: Language
}

/** Above everything: that tickets are given without a line, and what staff must look at. */
export function AwayNote({ isAway, gives, refused, language }: Props) {
  return (
    <div className="away-notes" role="status">
      {isAway ? (
        <p className="away-note">
          <strong>{say(words.lineDown, language)}.</strong>{' '}
          {gives ? say(words.givenWithoutLine, language) : null}
        </p>
      ) : null}
      {refused.length === 0 ? null : (
        <p className="away-note">{say(words.refusedNumbers(refused.join(', ')), language)}</p>
      )}
    </div>
  )
}
