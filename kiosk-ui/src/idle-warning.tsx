import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { words } from './words.ts'

type Props = { readonly secondsLeft: number | null; readonly language: Language; readonly onStay: () => void }

/** Stands over the foot for the last seconds before the screen turns to the next person: nothing else moves. */
export function IdleWarning({ secondsLeft, language, onStay }: Props) {
  return (
    <div role="status">
      {secondsLeft === null ? null : (
        <div className="idle-warning">
          <p>
            {say(words.returning, language)}{' '}
            <strong aria-hidden="true">{say(words.returningIn(secondsLeft), language)}</strong>
          </p>
          <button type="button" className="main-action" onClick={onStay}>
            {say(words.stay, language)}
          </button>
        </div>
      )}
    </div>
  )
}
