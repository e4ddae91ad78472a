import type { ReactNode } from 'react'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { QueueService, WindowView } from '#shared/views.ts'
import { useForecast, type Foreseen } from '../forecast.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { ToolButton } from '../tool-button.tsx'
import { filled, words } from '../words.ts'
import type { PanelKind } from './desk-panel.tsx'
import type { DeskActs } from './desk-acts.ts'
import type { DeskProps } from './desk.tsx'
import './queue-side.css'
import { serviceName } from './service-name.ts'
import { PriorityMark } from './ticket-marks.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { secondsUntil, waited } from './waited.ts'

type Props = DeskProps & {
  readonly acts: DeskActs
  readonly onPanel: (kind: PanelKind) => void
  /** What is more pressing than the queue. */
  readonly above: ReactNode
}

/** „След това“: whom this window would call and why, who is on hold, who was missed, and the whole queue by service. */
export function QueueSide(props: Props) {
  const { view, above } = props
  return (
    <div className={above === null ? 'side' : 'side side--above'}>
      {above}
      <NextUp {...props} />
      {view.held.length + view.missed.length > 0 ? <Aside {...props} /> : null}
      {above === null ? <Services {...props} /> : null}
    </div>
  )
}

function Services(props: Props) {
  const { language } = props
  return (
    <section className="side-card side-services" aria-labelledby="services-title">
      <h2 id="services-title" className="side-title">
        {words.byService[language]}
      </h2>
      <ByService {...props} />
    </section>
  )
}

/** @returns why nobody can be asked to this window now; null: somebody can. */
function whyNobodyNow({ view, isLive, session }: Props): Bilingual | null {
  if (!isLive) return words.afterLine
  if (view.clerk?.id !== session.user) return words.notHere
  return view.current === null && view.state === 'open' ? null : words.afterPerson
}

function NextUp(props: Props) {
  const { view, line, office, language, acts, onPanel } = props
  const now = useOfficeTime(line)
  const forecast = useForecast(line, office)
  const no = whyNobodyNow(props) ?? (view.waiting === 0 ? words.nobodyWaits : null)
  return (
    <section className="side-card side-next" aria-labelledby="next-title">
      <div className="side-head">
        <h2 id="next-title" className="side-title">
          {words.next[language]}
        </h2>
        <span className="side-count">{filled(words.waitingN[language], { n: view.waiting })}</span>
        <ToolButton
          shortcut="KeyX"
          label={words.outOfOrder[language]}
          disabled={no !== null}
          onImpossible={() => acts.sayWhyNot(words.outOfOrder, no)}
          onPress={() => onPanel('out-of-order')}
        />
      </div>
      <ScrollRegion className="side-scroll" labelledBy="next-title">
        {view.next.length === 0 ? <p className="side-empty">{words.noneNext[language]}</p> : null}
        <ol role="list" className="next-list">
          {view.next.map((ticket, index) => (
            <NextTicket
              key={ticket.id}
              ticket={ticket}
              view={view}
              now={now}
              foreseen={forecast.get(ticket.id) ?? null}
              isFirst={index === 0}
              language={language}
            />
          ))}
        </ol>
        {view.waiting > view.next.length ? (
          <p className="side-empty">
            {filled(words.andMore[language], { n: view.waiting - view.next.length })}
          </p>
        ) : null}
      </ScrollRegion>
    </section>
  )
}

type TicketProps = Pick<DeskProps, 'language'> & {
  readonly ticket: WindowView['next'][number]
  readonly view: WindowView
  readonly now: number
  readonly foreseen: Foreseen | null
  readonly isFirst: boolean
}

function NextTicket({ ticket, view, now, foreseen, isFirst, language }: TicketProps) {
  const wait = waited(ticket.issuedAt, now, view.standardMinutes)
  const soon = secondsUntil(ticket.callableFrom, now)
  return (
    <li>
      <details className="next-ticket" open={isFirst}>
        <summary>
          <span className="next-ticket-head">
            <TicketLabel label={ticket.label} className="next-label" />
            <span className="next-wait" data-over={wait.isOver}>
              {wait.isOver ? <span aria-hidden="true">▲ </span> : null}
              {filled(words.waitsN[language], { n: wait.minutes })}
              {wait.isOver ? (
                <span className="visually-hidden">
                  , {filled(words.over[language], { standard: view.standardMinutes })}
                </span>
              ) : null}
            </span>
            <span className="next-marks">
              {!wait.isOver && foreseen?.late === 'likely' ? (
                <span className="next-late">
                  <span aria-hidden="true">△ </span>
                  {filled(words.willBeOver[language], { standard: view.standardMinutes })}
                </span>
              ) : null}
              {ticket.priority ? <PriorityMark language={language} /> : null}
              {ticket.boundTo === null ? null : <span className="mark">{words.boundHere[language]}</span>}
              {ticket.language === 'bg' ? null : (
                <span className="mark">{ticket.language.toUpperCase()}</span>
              )}
              {soon > 0 ? (
                <span className="mark">{filled(words.callableIn[language], { n: soon })}</span>
              ) : null}
            </span>
            <span className="next-why-word">{words.whyNext[language]}</span>
          </span>
          <span className="next-service">{serviceName(view, ticket.service, language)}</span>
        </summary>
        <p className="next-why">{ticket.reason[language]}</p>
      </details>
    </li>
  )
}

function Aside(props: Props) {
  const { view, isLive, session, line, language, acts, onPanel } = props
  const now = useOfficeTime(line, 10_000)
  const isMine = view.clerk?.id === session.user
  const no = whyNobodyNow(props)
  const ago = (at: string) => waited(at, now, Infinity).minutes
  return (
    <div className="side-aside">
      {view.held.length === 0 ? null : (
        <section className="side-card" aria-labelledby="held-title">
          <h2 id="held-title" className="side-title">
            {words.held[language]}
          </h2>
          <ul role="list" className="side-tickets">
            {view.held.map((ticket) => (
              <li key={ticket.id}>
                <TicketLabel label={ticket.label} />{' '}
                {filled(words.heldFor[language], { n: ago(ticket.heldAt) })}
              </li>
            ))}
          </ul>
          <ToolButton
            shortcut="KeyU"
            label={words.resumeHeld[language]}
            disabled={no !== null}
            onImpossible={() => acts.sayWhyNot(words.resumeHeld, no)}
            onPress={() => onPanel('resume-held')}
          />
        </section>
      )}
      {view.missed.length === 0 ? null : (
        <section className="side-card" aria-labelledby="missed-title">
          <h2 id="missed-title" className="side-title">
            {words.missed[language]}
          </h2>
          <ul role="list" className="side-tickets">
            {view.missed.map((ticket) => (
              <li key={ticket.id}>
                <TicketLabel label={ticket.label} />{' '}
                {filled(words.missedAt[language], { w: ticket.window, n: ago(ticket.missedAt) })}
              </li>
            ))}
          </ul>
          <ToolButton
            shortcut="KeyB"
            label={words.takeBack[language]}
            disabled={!isLive || !isMine}
            onImpossible={() => acts.sayWhyNot(words.takeBack, isLive ? words.notHere : words.afterLine)}
            onPress={() => onPanel('take-back')}
          />
        </section>
      )}
    </div>
  )
}

function ByService({ view, line, language }: DeskProps) {
  const now = useOfficeTime(line, 10_000)
  const busy = view.queue
    .filter((service) => service.waiting > 0)
    .toSorted((a, b) => Date.parse(a.longestSince ?? '') - Date.parse(b.longestSince ?? ''))
  const empty = view.queue.length - busy.length
  return (
    <ScrollRegion className="side-scroll" labelledBy="services-title">
      {busy.length === 0 ? <p className="side-empty">{words.nobodyInHall[language]}</p> : null}
      {busy.length === 0 ? null : (
        <table className="services">
          <thead>
            <tr>
              <th scope="col">{words.service[language]}</th>
              <th scope="col">{words.openAt[language]}</th>
              <th scope="col" className="services-figure">
                {words.waiting[language]}
              </th>
              <th scope="col" className="services-figure">
                {words.longest[language]}
              </th>
            </tr>
          </thead>
          <tbody>
            {busy.map((service) => (
              <ServiceRow key={service.id} service={service} view={view} now={now} language={language} />
            ))}
          </tbody>
        </table>
      )}
      {empty > 0 && busy.length > 0 ? (
        <p className="side-empty">{filled(words.othersEmpty[language], { n: empty })}</p>
      ) : null}
    </ScrollRegion>
  )
}

type RowProps = Pick<DeskProps, 'language' | 'view'> & {
  readonly service: QueueService
  readonly now: number
}

function ServiceRow({ service, view, now, language }: RowProps) {
  const wait = service.longestSince === null ? null : waited(service.longestSince, now, view.standardMinutes)
  const isHere = view.services.includes(service.id)
  return (
    <tr data-here={isHere}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the name is in it, one level deeper than the rule looks */}
      <th scope="row">
        <span className="services-name">
          <span className="letter">{service.letter}</span>
          <span>
            {service.name[language]}
            {isHere ? <span className="services-here">{words.here[language]}</span> : null}
          </span>
        </span>
      </th>
      <td>
        {service.openWindows.length === 0 ? words.nobodyServes[language] : service.openWindows.join(', ')}
      </td>
      <td className="services-figure">{service.waiting}</td>
      <td className="services-figure" data-over={wait?.isOver}>
        {wait?.isOver ? <span aria-hidden="true">▲ </span> : null}
        {wait === null ? '' : filled(words.minutesShort[language], { n: wait.minutes })}
        {wait?.isOver ? (
          <span className="visually-hidden">
            {' '}
            {filled(words.over[language], { standard: view.standardMinutes })}
          </span>
        ) : null}
      </td>
    </tr>
  )
}
