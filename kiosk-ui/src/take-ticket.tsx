import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import { unreachable } from '#shared/result.ts'
import type { Asking } from './journey.ts'
import { words } from './words.ts'

type Props = {
  readonly asking: Asking
  readonly isLive: boolean
  readonly language: Language
  readonly onTake: () => void
}

/** „Изтеглете билет“ and its other faces: on its way, unanswered, refused in words. */
export function TakeTicket({ asking, isLive, language, onTake }: Props) {
  const trouble = troubleWith(asking, isLive)
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
        disabled={sent || (asking.step === 'unanswered' && !isLive)}
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

function troubleWith(asking: Asking, isLive: boolean): Bilingual | null {
  if (asking.step === 'refused') return asking.rejection.message
  if (asking.step === 'none-left') return words.noneLeft
  if (asking.step !== 'unanswered') return null
  if (!isLive) return words.unansweredLineDown
  return asking.rejection?.message ?? words.unanswered
}
