import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Slot } from '#shared/reception.ts'
import type { CallSheetEntry } from '#shared/reception.ts'
import { ActionButton } from '../action-button.tsx'
import type { DeskPart } from './desk-part.ts'
import { SlotChoice } from './slot-choice.tsx'
import { nothingChosen, proposed, slotWords, type SlotDraft } from './slots.ts'
import { words } from './words.ts'

type Props = DeskPart & {
  readonly number: CallSheetEntry['number']
  readonly official: Slot['official']
  readonly onMoved: () => void
  readonly onBack: () => void
}

/** Another slot for an appointment: the number and the code stay. */
export function MoveForm({ view, isLive, act, line, language, number, official, onMoved, onBack }: Props) {
  const now = useOfficeTime(line, 5_000)
  const [draft, choose] = useState<SlotDraft>({ ...nothingChosen, official })
  const [nearest, offer] = useState<Slot | null>(null)
  const [why, tell] = useState<Bilingual | null>(null)
  const choice = proposed(draft, view.officials, now)
  const slot =
    choice.official === null || choice.day === null || choice.time === null
      ? null
      : { official: choice.official.id, date: choice.day.date, time: choice.time }

  async function move(to: Slot | null) {
    if (to === null) return { kind: 'done', value: undefined } as const
    const reply = await act('move-appointment', { number, ...to })
    if (reply.kind === 'done') onMoved()
    offer(reply.kind === 'refused' ? (reply.rejection.slot ?? null) : null)
    return reply
  }

  return (
    <div className="move">
      <SlotChoice
        officials={view.officials}
        choice={choice}
        onChoose={(next) => {
          offer(null)
          tell(null)
          choose(next)
        }}
        onNext={() => document.querySelector<HTMLElement>('.move-acts .action-main .action-button')?.focus()}
        now={now}
        language={language}
        isFirst
      />
      <div className="sign-up-trouble" role="alert">
        {why === null ? null : <p>{say(why, language)}</p>}
        {choice.isGone ? <p>{say(words.slotGone, language)}</p> : null}
      </div>
      <div className="move-acts">
        {nearest === null ? null : (
          <ActionButton
            label={say(words.moveTo(slotWords(nearest, language)), language)}
            onAct={() => move(nearest)}
            onRefused={tell}
            disabled={!isLive}
            language={language}
          />
        )}
        <ActionButton
          kind="main"
          label={
            slot === null ? say(words.move, language) : say(words.moveTo(slotWords(slot, language)), language)
          }
          onAct={() => move(slot)}
          onRefused={tell}
          disabled={!isLive || slot === null}
          language={language}
        />
        <button type="button" className="plain-button" onClick={onBack}>
          {say(words.back, language)}
        </button>
      </div>
    </div>
  )
}
