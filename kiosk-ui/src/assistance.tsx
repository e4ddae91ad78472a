import { useState } from 'react'
import type { DoneAnswer } from '#shared/answers.ts'
import type { Reply } from '#shared/client/api.ts'
import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import { words } from './words.ts'

export type AssistanceOffer = {
  readonly asked: boolean
  readonly ask: () => Promise<Reply<DoneAnswer>>
  readonly onRevoked: () => void
}

type Face =
  | { readonly kind: 'idle' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly why: Bilingual }

/** „Съдействие“: calls a member of staff to the kiosk. */
export function Assistance({
  asked,
  ask,
  onRevoked,
  language,
}: AssistanceOffer & { readonly language: Language }) {
  const [face, setFace] = useState<Face>({ kind: 'idle' })

  async function press(): Promise<void> {
    setFace({ kind: 'pending' })
    const reply = await ask()
    if (reply.kind === 'done') return setFace({ kind: 'idle' })
    if (reply.kind === 'unreachable') return setFace({ kind: 'failed', why: words.assistanceUnanswered })
    if (reply.status === 401) return onRevoked()
    setFace({ kind: 'failed', why: reply.rejection.message })
  }

  return (
    <div className="assistance" role="status">
      {asked ? (
        <p className="assistance-coming">{say(words.assistanceComing, language)}</p>
      ) : (
        <button
          type="button"
          className="choice"
          disabled={face.kind === 'pending'}
          aria-busy={face.kind === 'pending'}
          onClick={() => void press()}
        >
          <span>
            {say(words.assistance, language)}
            {face.kind === 'failed' ? (
              <small className="assistance-failed">
                <Said words={face.why} language={language} />
              </small>
            ) : null}
          </span>
        </button>
      )}
    </div>
  )
}
