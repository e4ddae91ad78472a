import { useEffect } from 'react'
import type { Api } from '#shared/client/api.ts'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { Line } from '#shared/client/live.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import type { AppointmentCode, Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { AppointmentView } from '#shared/views.ts'
import { dateWords } from '#shared/words/dates.ts'
import { PhoneFrame, usePhoneLanguage } from '../../phone/phone-frame.tsx'
import { AppointmentActs } from './appointment-acts.tsx'
import './appointment-phone.css'
import { OwnData } from './own-data.tsx'
import { slotText } from './slot-text.ts'
import { endWords, words } from './words.ts'

type Props = { readonly office: string; readonly code: string; readonly line: Line; readonly api: Api }

/** One appointment on its owner's phone: where it stands, and what may be done with it. */
export function AppointmentPhone({ office, code, line, api }: Props) {
  const live = useLive(line, office, `appointment/${code}`)
  const view = 'view' in live ? live.view : null
  const now = useOfficeTime(line, 1_000)
  const until = view?.mayMoveUntil ?? null
  const hasBegun = until !== null && Date.parse(until) <= now
  const [language, choose] = usePhoneLanguage(view, pageTitle)
  useVibration(live.status === 'live' && live.view.state === 'called')

  return (
    <PhoneFrame live={live} words={words} language={language} onLanguage={choose}>
      {view === null ? null : (
        <>
          <h1 className="phone-number appointment-number">
            <span className="phone-your">{say(words.yourNumber, language)} </span>
            <span className="label" lang="bg">
              {view.number}
            </span>
          </h1>
          <section className="state" aria-live="polite" aria-atomic="true">
            <State view={view} language={language} />
            {hasBegun ? <p>{say(words.hasBegun, language)}</p> : null}
          </section>
          <Facts view={view} language={language} />
          {view.mayMove && !hasBegun && live.status === 'live' ? (
            <AppointmentActs
              api={api}
              office={office}
              code={code as AppointmentCode} // the address named it, and the server found an appointment by it
              view={view}
              language={language}
            />
          ) : null}
          <OwnData
            api={api}
            office={office}
            code={code as AppointmentCode} // as above
            number={view.number}
            zone={view.day.zone}
            isLive={live.status === 'live'}
            language={language}
          />
        </>
      )}
    </PhoneFrame>
  )
}

type FaceProps = { readonly view: AppointmentView; readonly language: Language }

function State({ view, language }: FaceProps) {
  const { state, room, ahead, day } = view
  const isToday = view.date === day.date
  switch (state) {
    case 'listed':
      return (
        <>
          <h2 className="state-heading">{say(words.listed, language)}</h2>
          <p>{say(words.listedWhat, language)}</p>
          {ahead === null ? null : <Ahead label={words.placeLabel} count={ahead + 1} language={language} />}
        </>
      )
    case 'offered':
      return (
        <div className="almost">
          <h2 className="state-heading">{say(words.offered, language)}</h2>
          {view.kept === null || view.keptUntil === null ? null : (
            <p>
              {say(
                words.offeredWhat(
                  slotText(view.kept, language),
                  timeOfDay(view.keptUntil, day.zone, language),
                ),
                language,
              )}
            </p>
          )}
        </div>
      )
    case 'displaced':
      return (
        <div className="almost">
          <h2 className="state-heading">{say(words.displaced, language)}</h2>
          <p>{say(words.displacedWas(slotText(view, language)), language)}</p>
          <p>
            {say(
              view.kept === null ? words.displacedNone : words.displacedKept(slotText(view.kept, language)),
              language,
            )}
          </p>
        </div>
      )
    case 'booked':
      return (
        <>
          <h2 className="state-heading">{say(words.booked, language)}</h2>
          <Late view={view} language={language} />
          {isToday ? <p>{say(words.bookedToday, language)}</p> : null}
          {ahead === null ? null : <Ahead label={words.aheadLabel} count={ahead} language={language} />}
        </>
      )
    case 'arrived':
      return (
        <>
          <h2 className="state-heading">{say(words.arrived, language)}</h2>
          <Late view={view} language={language} />
          {ahead === null ? null : <Ahead label={words.aheadLabel} count={ahead} language={language} />}
          {view.expectedAt === null ? null : (
            <p>{say(words.arrivedWhat(timeOfDay(view.expectedAt, day.zone, language)), language)}</p>
          )}
        </>
      )
    case 'called':
      return (
        <div className="called">
          <h2 className="state-heading">{say(words.comeNow, language)}</h2>
          <p className="come">
            {say(words.come, language)}{' '}
            <strong className="come-window">{say(words.room(room), language)}</strong>
          </p>
        </div>
      )
    case 'ended':
      return (
        <>
          <h2 className="state-heading">
            {say(view.end === null ? words.booked : endWords[view.end], language)}
          </h2>
          {view.unit === null ? null : (
            <p>
              {say(words.passedTo, language)}: <Said words={view.unit} language={language} />.
            </p>
          )}
          {view.due === null ? null : <p>{say(words.dueBy(dateWords(view.due)), language)}</p>}
        </>
      )
  }
}

/** Said only when it is so: the expected time is another than the slot. */
function Late({ view, language }: FaceProps) {
  const { expectedAt, startsAt, day } = view
  if (expectedAt === null || expectedAt === startsAt) return null
  return (
    <div className="almost">
      <p>
        <strong>{say(words.late(timeOfDay(expectedAt, day.zone, language)), language)}</strong>
      </p>
      <p>{say(words.sorry, language)}</p>
    </div>
  )
}

function Ahead({
  label,
  count,
  language,
}: {
  readonly label: Bilingual
  readonly count: number
  readonly language: Language
}) {
  return (
    <p className="phone-ahead">
      <span>{say(label, language)}: </span>
      <strong>{count}</strong>
    </p>
  )
}

function Facts({ view, language }: FaceProps) {
  const { official, room } = view
  return (
    <div className="details">
      <dl>
        <dt>{say(words.when, language)}</dt>
        <dd>{slotText(view, language)}</dd>
        <dt>{say(words.who, language)}</dt>
        <dd>
          <Said words={official.post} language={language} />
          {official.name === null ? null : (
            <>
              , <Said words={official.name} language={language} />
            </>
          )}
        </dd>
        <dt>{say(words.where, language)}</dt>
        <dd>{say(words.room(room), language)}</dd>
      </dl>
    </div>
  )
}

function pageTitle({ state, number, room }: AppointmentView, language: Language): string {
  return say(state === 'called' ? words.calledTitle(number, room) : words.title(number), language)
}

/** Shakes the phone when the call comes, where it can be shaken and was touched before. */
function useVibration(isCalled: boolean) {
  useEffect(() => {
    if (!isCalled || !('vibrate' in navigator) || !navigator.userActivation.hasBeenActive) return
    navigator.vibrate([400, 200, 400, 200, 800])
  }, [isCalled])
}
