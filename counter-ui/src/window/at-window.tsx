import { useOfficeTime } from '#shared/client/use-live.ts'
import type { CurrentTicket } from '#shared/views.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { filled, words } from '../words.ts'
import type { DeskProps } from './desk.tsx'
import { languageName } from './language-name.ts'
import { serviceName } from './service-name.ts'
import { PriorityMark, WaitMark } from './ticket-marks.tsx'
import { Timer } from './timer.tsx'
import { waited } from './waited.ts'

/** The person at the window: number, service, times, and what the clerk should know. */
export function AtWindow({ current, ...desk }: DeskProps & { readonly current: CurrentTicket }) {
  const { view, isLive, line, language } = desk
  // The waiting was over with the call.
  const wait = waited(current.issuedAt, Date.parse(current.calledAt), view.standardMinutes)
  return (
    <div className="at-window">
      <div className="at-window-top">
        <p>
          <TicketLabel label={current.label} className="at-window-label" />
        </p>
        {current.state === 'called' ? (
          <Timer
            line={line}
            since={current.calledAt}
            caption={isLive ? words.sinceCall[language] : words.notConfirmed[language]}
          />
        ) : (
          <ServiceTimer {...desk} startedAt={current.startedAt} />
        )}
      </div>
      <p className="now-service">{serviceName(view, current.service, language)}</p>
      <p className="now-marks">
        <WaitMark wait={wait} standardMinutes={view.standardMinutes} language={language} />
        {current.priority ? <PriorityMark language={language} /> : null}
        {current.language === 'bg' ? null : (
          <span className="mark">
            {current.language.toUpperCase()} ·{' '}
            {filled(words.speaks[language], { language: languageName(current.language, language) })}
          </span>
        )}
        {current.comeBackTo === null ? null : (
          <span className="mark">
            <span aria-hidden="true">↩ </span>
            {filled(words.comesBackTo[language], { n: current.comeBackTo })}
          </span>
        )}
        {current.presentAtClosing ? <span className="mark">{words.presentAtClosing[language]}</span> : null}
      </p>
      <StepBefore {...desk} steps={current.steps} />
      <p className="now-why">
        <span className="now-why-word">{words.whyCalled[language]}: </span>
        {current.reason[language]}
      </p>
    </div>
  )
}

/** Which step of the visit this is, and what was done before it. */
function StepBefore({ view, language, steps }: DeskProps & Pick<CurrentTicket, 'steps'>) {
  const before = steps.at(-2)
  if (before === undefined) return null
  return (
    <p className="now-steps">
      <span className="now-why-word">{filled(words.stepAfter[language], { n: steps.length })}: </span>
      {serviceName(view, before, language)}
    </p>
  )
}

function ServiceTimer({
  view,
  isLive,
  line,
  language,
  startedAt,
}: DeskProps & { readonly startedAt: string }) {
  const now = useOfficeTime(line)
  const usual = view.serviceMinutes
  const isOver = usual !== null && now - Date.parse(startedAt) > usual * 60_000
  const caption = filled((isOver ? words.overUsual : words.usual)[language], { n: usual ?? 0 })
  return (
    <Timer
      line={line}
      since={startedAt}
      caption={
        !isLive ? words.notConfirmed[language] : usual === null ? words.serviceTime[language] : caption
      }
      usualMinutes={usual}
    />
  )
}
