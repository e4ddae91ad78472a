import { useState } from 'react'
import type { DoneAnswer } from '#shared/answers.ts'
import { newKey, type Reply } from '#shared/client/api.ts'
import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import { words } from './words.ts'

type Props = { readonly language: Language; readonly leave: (key: string) => Promise<Reply<DoneAnswer>> }

type Step =
  | { readonly kind: 'offered' }
  | { readonly kind: 'asked'; readonly key: string; readonly trouble: Bilingual | null }
  | { readonly kind: 'sent'; readonly key: string }

/** Giving the ticket back: asked once more, because it cannot be undone. */
export function Leave({ language, leave }: Props) {
  const [step, setStep] = useState<Step>({ kind: 'offered' })

  if (step.kind === 'offered') {
    return (
      <button
        type="button"
        className="phone-button leave"
        onClick={() => setStep({ kind: 'asked', key: newKey(), trouble: null })}
      >
        {say(words.leave, language)}
      </button>
    )
  }
  const { key } = step
  const sent = step.kind === 'sent'

  async function confirm(): Promise<void> {
    setStep({ kind: 'sent', key })
    const reply = await leave(key)
    // The screen turns when the view comes; until then the button stays as it is.
    if (reply.kind === 'done') return
    if (reply.kind === 'unreachable') return setStep({ kind: 'asked', key, trouble: words.leaveUnanswered })
    setStep({ kind: 'asked', key: newKey(), trouble: reply.rejection.message })
  }

  return (
    <section className="leave leave-confirm" aria-labelledby="leave-sure">
      <h2 id="leave-sure" className="state-heading" tabIndex={-1} ref={focus}>
        {say(words.leaveSure, language)}
      </h2>
      <p>{say(words.leaveMeans, language)}</p>
      <div role="alert">
        {step.kind === 'asked' && step.trouble !== null ? (
          <p className="trouble">
            <Said words={step.trouble} language={language} />
          </p>
        ) : null}
      </div>
      <button
        type="button"
        className="phone-button phone-button--grave"
        disabled={sent}
        aria-busy={sent}
        onClick={() => void confirm()}
      >
        {say(sent ? words.leaving : words.leaveYes, language)}
      </button>
      <button
        type="button"
        className="phone-button"
        disabled={sent}
        onClick={() => setStep({ kind: 'offered' })}
      >
        {say(words.leaveNo, language)}
      </button>
    </section>
  )
}

/** The button that was pressed is gone: the question takes the focus in its place. */
function focus(element: HTMLElement | null) {
  element?.focus()
}
