import { clockFace, limitOf, say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { DayFace, KioskService } from '#shared/views.ts'
import { dateWords } from '#shared/words/dates.ts'
import { waitTold } from '#shared/wait-range.ts'
import type { IssuedTicket } from './journey.ts'
import type { Paper } from './paper.ts'
import { NoWindow } from './no-window.tsx'
import { PaperState } from './paper-state.tsx'
import { QrCodeLater } from './qr-code-later.tsx'
import { Screen } from './screen.tsx'
import { TicketHeading } from './ticket-heading.tsx'
import { TicketNext } from './ticket-next.tsx'
import { words } from './words.ts'

type Props = {
  readonly ticket: IssuedTicket
  readonly service: KioskService
  readonly priority: boolean
  /** Whether nobody serves it at the moment, as far as the line tells. */
  readonly hasNoWindow: boolean
  readonly day: DayFace
  /** Where a phone follows this ticket. */
  readonly address: string
  /** How its paper fares. */
  readonly paper: Paper
  readonly language: Language
  readonly onDone: () => void
}

/** The ticket: the number as big as it can be, and what happens next. */
export function TicketPage(props: Props) {
  const { ticket, service, priority, hasNoWindow, day, address, paper, language, onDone } = props
  const told = ticket.wait && waitTold(ticket.wait, Date.parse(ticket.issuedAt), limitOf(day))
  return (
    <Screen
      kind="ticket"
      heading={<TicketHeading label={ticket.label} language={language} />}
      head={
        <>
          <div className="stub">
            <p className="stub-service">
              <Said words={service.name} language={language} />
              {priority ? <span className="stub-priority">{say(words.withPriority, language)}</span> : null}
            </p>
            <p>{say(words.issuedOn(dateWords(day.date), clockFace(ticket.issuedAt, day.zone)), language)}</p>
            <p className="ahead">
              {say(words.aheadLabel, language)}: <strong>{ticket.ahead}</strong>
            </p>
            {told === null || told.figure === null ? null : (
              <p className="ahead">
                {say(words.waitLabel, language)}: <strong>{say(told.figure, language)}</strong>
              </p>
            )}
            {told === null || told.warning === null ? null : <p>{say(told.warning, language)}</p>}
            <p className="small-print">
              {say(words.todayOnly, language)}. {say(words.noPersonalData, language)}.
            </p>
          </div>
          <figure className="follow">
            <QrCodeLater text={address} label={say(words.qrMeans, language)} />
            <figcaption>{say(words.followOnPhone, language)}</figcaption>
          </figure>
        </>
      }
    >
      <TicketNext
        keep={
          <>
            <PaperState paper={paper} language={language} />
            {hasNoWindow ? <NoWindow meaning={words.calledOnceOpen} language={language} /> : null}
          </>
        }
        call={words.watchBoard}
        service={service}
        language={language}
        onDone={onDone}
      />
    </Screen>
  )
}
