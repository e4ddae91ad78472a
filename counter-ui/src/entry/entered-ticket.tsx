import { say, timeOfDay } from '#shared/client/format.ts'
import type { QueueService } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { TicketLabel } from '../ticket-label.tsx'
import './entered-ticket.css'
import type { Entered } from './use-entry.ts'
import { words } from './words.ts'

type Props = {
  /** Null: nobody has been entered yet. */
  readonly ticket: Entered | null
  readonly services: readonly QueueService[]
  readonly zone: string
  readonly language: Language
}

/** The number, large, to be told to the person. */
export function EnteredTicket({ ticket, services, zone, language }: Props) {
  const service = services.find(({ id }) => id === ticket?.service)
  return (
    <section className="entered" role="status" aria-label={say(words.tellNumber, language)}>
      {ticket === null ? (
        <p className="entered-quiet">{say(words.willAppear, language)}</p>
      ) : (
        <>
          <p>{say(words.tellNumber, language)}</p>
          <p>
            <TicketLabel label={ticket.label} className="entered-label" />
          </p>
          {service === undefined ? null : <p>{say(service.name, language)}</p>}
          <p className="entered-quiet">
            {say(words.ahead, language)}: {ticket.ahead} · {say(words.issuedAt, language)}{' '}
            {timeOfDay(ticket.issuedAt, zone, language)}
          </p>
        </>
      )}
    </section>
  )
}
