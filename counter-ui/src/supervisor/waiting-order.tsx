import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { SupervisorView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { Shape } from './shape.tsx'
import type { Forecast, Foreseen } from '../forecast.ts'
import { minutesUntil, waitOf } from './wait.ts'
import { WaitMark } from './wait-mark.tsx'
import { expectedInWords, words } from './words.ts'

const FIRST = 12

type Props = {
  readonly view: SupervisorView
  readonly forecast: Forecast
  readonly now: number
  readonly language: Language
}

/** All who wait, in the order in which they would be called. */
export function WaitingOrder({ view, forecast, now, language }: Props) {
  const [all, showAll] = useState(false)
  const names = new Map(view.services.map((service) => [service.id, service.name]))
  const shown = all ? view.order : view.order.slice(0, FIRST)
  return (
    <section aria-labelledby="order-heading" className="order">
      <div className="sheet-heading">
        <h2 id="order-heading">{say(words.order, language)}</h2>
        <p className="sheet-quiet">{view.order.length}</p>
      </div>
      {view.order.length === 0 ? <p className="sheet-quiet">{say(words.orderEmpty, language)}</p> : null}
      <ol role="list">
        {shown.map((ticket, index) => {
          const wait = waitOf(ticket.issuedAt, now, view.standardMinutes)
          return (
            <li key={ticket.id} className="order-row">
              <span className="order-place">{index + 1}</span>
              <TicketLabel label={ticket.label} />
              <WaitMark wait={wait} language={language} />
              <span className="order-service">
                {say(names.get(ticket.service) ?? words.service, language)}
              </span>
              <span className="order-marks">
                <ForeseenMark
                  foreseen={forecast.get(ticket.id)}
                  isPast={wait.against === 'past'}
                  now={now}
                  language={language}
                />
                {ticket.priority ? (
                  <span className="order-mark">
                    <Shape name="priority" />
                    {say(words.priority, language)}
                  </span>
                ) : null}
                {ticket.boundTo === null ? null : (
                  <span className="order-mark">
                    {say(words.boundTo, language)} {ticket.boundTo}
                  </span>
                )}
                {ticket.overtaken === 0 ? null : (
                  <span className="order-mark">
                    {say(words.overtaken, language)}: {ticket.overtaken}
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      {view.order.length <= FIRST ? null : (
        <button type="button" className="sheet-link" onClick={() => showAll(!all)} aria-expanded={all}>
          {all ? say(words.showFewer, language) : `${say(words.showAll, language)} (${view.order.length})`}
        </button>
      )}
    </section>
  )
}

type MarkProps = {
  readonly foreseen: Foreseen | undefined
  /** The standard is passed already: nothing is left to foresee about it. */
  readonly isPast: boolean
  readonly now: number
  readonly language: Language
}

/** In how long it will be called, and whether that will be later than the standard. */
function ForeseenMark({ foreseen, isPast, now, language }: MarkProps) {
  if (foreseen?.fromAt == null || foreseen.toAt === null) return null
  const [from, to] = [minutesUntil(foreseen.fromAt, now), minutesUntil(foreseen.toAt, now)]
  return (
    <>
      <span className="order-mark order-foreseen">{say(expectedInWords(from, to), language)}</span>
      {!isPast && foreseen.late === 'likely' ? (
        <span className="order-mark order-late">
          <Shape name="soon" />
          {say(words.foreseenLate, language)}
        </span>
      ) : null}
    </>
  )
}
