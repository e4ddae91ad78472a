import { useState } from 'react'
import { newKey, type Api, type Reply } from '#shared/client/api.ts'
import { longDate, say } from '#shared/client/format.ts'
import type { AppointmentCode, Bilingual, Language, LocalDate, LocalTime } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { AppointmentView } from '#shared/views.ts'
import { slotText } from './slot-text.ts'
import { words } from './words.ts'

type Props = {
  readonly api: Api
  readonly office: string
  readonly code: AppointmentCode
  readonly view: AppointmentView
  readonly language: Language
}

type Chosen = { readonly date: LocalDate; readonly time: LocalTime }
type Step =
  | { readonly kind: 'offered' }
  | { readonly kind: 'moving'; readonly chosen: Chosen | null }
  | { readonly kind: 'cancelling' }

/** Another time, or none: what the citizen may do alone, with the code. */
export function AppointmentActs({ api, office, code, view, language }: Props) {
  const [step, go] = useState<Step>({ kind: 'offered' })
  const [isSent, send] = useState(false)
  const [trouble, tell] = useState<Bilingual | null>(null)
  const [key, renew] = useState(newKey)
  const own = { number: view.number, code }

  function open(next: Step) {
    tell(null)
    renew(newKey())
    go(next)
  }

  async function act(ask: () => Promise<Reply<unknown>>) {
    send(true)
    const reply = await ask()
    send(false)
    if (reply.kind === 'done') return open({ kind: 'offered' })
    if (reply.kind === 'unreachable') return tell(words.unanswered)
    renew(newKey())
    tell(reply.rejection.message)
    const { slot } = reply.rejection
    if (slot !== undefined && step.kind === 'moving') go({ kind: 'moving', chosen: slot })
  }

  const alert = (
    <div role="alert">
      {trouble === null ? null : (
        <p className="trouble">
          <Said words={trouble} language={language} />
        </p>
      )}
    </div>
  )

  switch (step.kind) {
    case 'offered':
      return (
        <div className="appointment-acts">
          <button
            type="button"
            className="phone-button"
            onClick={() => open({ kind: 'moving', chosen: null })}
          >
            {say(words.move, language)}
          </button>
          <button type="button" className="phone-button" onClick={() => open({ kind: 'cancelling' })}>
            {say(words.cancel, language)}
          </button>
        </div>
      )
    case 'moving': {
      const { chosen } = step
      return (
        <section className="leave-confirm appointment-move" aria-labelledby="move-title">
          <h2 id="move-title" className="state-heading" tabIndex={-1} ref={focus}>
            {say(words.moveTitle, language)}
          </h2>
          {view.free.length === 0 ? <p>{say(words.moveNone, language)}</p> : null}
          {view.free.map(({ date, times }) => (
            <fieldset key={date} className="move-day">
              <legend>{longDate(date, language)}</legend>
              <div className="move-times">
                {times.map((time) => (
                  <label key={time} className="move-time">
                    <input
                      type="radio"
                      name="slot"
                      checked={chosen?.date === date && chosen.time === time}
                      disabled={isSent}
                      onChange={() => {
                        tell(null)
                        renew(newKey())
                        go({ kind: 'moving', chosen: { date, time } })
                      }}
                    />
                    <span>{time}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          {alert}
          {chosen === null ? null : (
            <button
              type="button"
              className="phone-button phone-button--main"
              disabled={isSent}
              aria-busy={isSent}
              onClick={() =>
                void act(() =>
                  api.command(
                    office,
                    'move-own-appointment',
                    { ...own, date: chosen.date, time: chosen.time },
                    key,
                  ),
                )
              }
            >
              {say(isSent ? words.sending : words.moveTo(slotText(chosen, language)), language)}
            </button>
          )}
          <button
            type="button"
            className="phone-button"
            disabled={isSent}
            onClick={() => open({ kind: 'offered' })}
          >
            {say(words.keep, language)}
          </button>
        </section>
      )
    }
    case 'cancelling':
      return (
        <section className="leave leave-confirm" aria-labelledby="cancel-title">
          <h2 id="cancel-title" className="state-heading" tabIndex={-1} ref={focus}>
            {say(words.cancelSure, language)}
          </h2>
          <p>{say(words.cancelMeans, language)}</p>
          {alert}
          <button
            type="button"
            className="phone-button phone-button--grave"
            disabled={isSent}
            aria-busy={isSent}
            onClick={() => void act(() => api.command(office, 'cancel-own-appointment', own, key))}
          >
            {say(isSent ? words.sending : words.cancelYes, language)}
          </button>
          <button
            type="button"
            className="phone-button"
            disabled={isSent}
            onClick={() => open({ kind: 'offered' })}
          >
            {say(words.keep, language)}
          </button>
        </section>
      )
  }
}

/** The button that was pressed is gone: what it opened takes the focus in its place. */
function focus(element: HTMLElement | null) {
  element?.focus()
}
