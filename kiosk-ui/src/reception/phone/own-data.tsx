import { useState } from 'react'
import { newKey, type Api } from '#shared/client/api.ts'
import { say } from '#shared/client/format.ts'
import type { AppointmentCode, AppointmentNumber, Bilingual, Language } from '#shared/ids.ts'
import { languageFacts } from '#shared/languages.ts'
import { Said } from '#shared/look/said.tsx'
import type { OwnDataAnswer } from '#shared/reception.ts'
import { dateWords } from '#shared/words/dates.ts'
import type { z } from 'zod'
import { lookWords, words } from './words.ts'

type Props = {
  readonly api: Api
  readonly office: string
  readonly code: AppointmentCode
  readonly number: AppointmentNumber
  readonly zone: string
  readonly isLive: boolean
  readonly language: Language
}

type Data = z.infer<typeof OwnDataAnswer>
type Step = 'closed' | 'shown' | 'sure' | 'erased'

/** What is kept of the person, shown to that person; who has seen it; and its end, on request. */
export function OwnData({ api, office, code, number, zone, isLive, language }: Props) {
  const [step, go] = useState<Step>('closed')
  const [data, keep] = useState<Data | null>(null)
  const [trouble, tell] = useState<Bilingual | null>(null)
  const [isSent, send] = useState(false)
  const [key, renew] = useState(newKey)

  async function show() {
    tell(null)
    send(true)
    const reply = await api.request<Data>({
      method: 'POST',
      path: `/api/offices/${office}/reception/own-data`,
      body: { number, code },
    })
    send(false)
    if (reply.kind === 'unreachable') return tell(words.unanswered)
    if (reply.kind === 'refused') return tell(reply.rejection.message)
    keep(reply.value)
    go('shown')
  }

  async function erase() {
    tell(null)
    send(true)
    const reply = await api.command(office, 'erase-own-data', { number, code }, key)
    send(false)
    if (reply.kind === 'unreachable') return tell(words.unanswered)
    renew(newKey())
    if (reply.kind === 'refused') return tell(reply.rejection.message)
    keep(null)
    go('erased')
  }

  return (
    <section className="own-data" aria-labelledby="own-data-title">
      <h2 id="own-data-title">{say(words.data, language)}</h2>
      <div role="status">{step === 'erased' ? <p>{say(words.dataNone, language)}</p> : null}</div>
      <div role="alert">
        {trouble === null ? null : (
          <p className="trouble">
            <Said words={trouble} language={language} />
          </p>
        )}
      </div>
      {step === 'closed' ? (
        <>
          <p className="state-quiet">{say(words.dataText, language)}</p>
          <button
            type="button"
            className="phone-button"
            disabled={!isLive || isSent}
            onClick={() => void show()}
          >
            {say(isSent ? words.sending : words.dataShow, language)}
          </button>
        </>
      ) : null}
      {data === null ? null : <Kept data={data} zone={zone} language={language} />}
      {step === 'shown' ? (
        <button type="button" className="phone-button" disabled={!isLive} onClick={() => go('sure')}>
          {say(words.erase, language)}
        </button>
      ) : null}
      {step === 'sure' ? (
        <div className="leave-confirm">
          <h3 className="state-heading" tabIndex={-1} ref={focus}>
            {say(words.eraseSure, language)}
          </h3>
          <p>{say(words.eraseMeans, language)}</p>
          <button
            type="button"
            className="phone-button phone-button--grave"
            disabled={!isLive || isSent}
            aria-busy={isSent}
            onClick={() => void erase()}
          >
            {say(isSent ? words.sending : words.eraseYes, language)}
          </button>
          <button type="button" className="phone-button" disabled={isSent} onClick={() => go('shown')}>
            {say(words.eraseNo, language)}
          </button>
        </div>
      ) : null}
    </section>
  )
}

type KeptProps = { readonly data: Data; readonly zone: string; readonly language: Language }

function Kept({ data, zone, language }: KeptProps) {
  const { person, looks, eraseOn } = data
  const facts: readonly (readonly [Bilingual, string | null])[] = [
    [words.name, `${person.givenName} ${person.familyName}`],
    [words.telephone, person.telephone],
    [words.subject, person.subject],
    [words.description, person.description],
    [words.fileNumber, person.fileNumber],
    [words.organisation, person.organisation],
  ]
  return (
    <div className="details">
      <dl>
        {facts.map(([label, text]) =>
          text === null ? null : (
            <div key={label.bg}>
              <dt>{say(label, language)}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      <p>{say(words.dataUntil(dateWords(eraseOn)), language)}</p>
      {looks.length === 0 ? null : (
        <>
          <h3>{say(words.looks, language)}</h3>
          <ul className="looks">
            {looks.map(({ at, by }) => (
              <li key={`${at} ${by}`}>
                {new Intl.DateTimeFormat(languageFacts[language].locale, {
                  dateStyle: 'short',
                  timeStyle: 'short',
                  timeZone: zone,
                }).format(new Date(at))}
                {' · '}
                {say(lookWords[by], language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** The button that was pressed is gone: the question takes the focus in its place. */
function focus(element: HTMLElement | null) {
  element?.focus()
}
