import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import { unreachable } from '#shared/result.ts'
import type { Asking } from './journey.ts'
import { words } from './words.ts'

type Props = {
  readonly asking: Asking
  readonly canTake: boolean
  readonly language: Language
  readonly onTake: () => void
}

/** „Изтеглете билет“ and its other faces: on its way, unanswered, refused in words. */
export function TakeTicket({ asking, canTake, language, onTake }: Props) {
  const trouble = troubleWith(asking, canTake)
  const sent = asking.step === 'sent'
  return (
    <>
      <div role="alert" className="steps-trouble">
        {trouble === null ? null : (
          <p className="trouble">
            <Said words={trouble} language={language} />
          </p>
        )}
      </div>
      <button
        type="button"
        className="main-action"
        disabled={sent || (asking.step === 'unanswered' && !canTake)}
        aria-busy={sent}
        onClick={onTake}
      >
        {say(action(asking), language)}
      </button>
    </>
  )
}

function action(asking: Asking): Bilingual {
  switch (asking.step) {
    case 'not-yet':
      return words.takeTicket
    case 'sent':
      return words.takingTicket
    case 'unanswered':
    case 'refused':
    case 'none-left':
      return words.tryAgain
    default:
      return unreachable(asking)
  }
}

function troubleWith(asking: Asking, canTake: boolean): Bilingual | null {
  if (asking.step === 'refused') return asking.rejection.message
  if (asking.step === 'none-left') return words.noneLeft
  if (asking.step !== 'unanswered') return null
  if (!canTake) return words.unansweredLineDown
  return asking.rejection?.message ?? words.unanswered
}
