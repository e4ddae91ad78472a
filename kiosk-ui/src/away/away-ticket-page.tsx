import { clockFace, say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { KioskService } from '#shared/views.ts'
import { dateWords } from '#shared/words/dates.ts'
import { Icon } from '../icon.tsx'
import { Screen } from '../screen.tsx'
import '../paper-state.css'
import { TicketHeading } from '../ticket-heading.tsx'
import { TicketNext } from '../ticket-next.tsx'
import { words } from '../words.ts'
import { awayWords } from './words.ts'
import type { AwayTicket } from './away-ticket.ts'

type Props = {
  readonly ticket: AwayTicket
  readonly service: KioskService
  readonly priority: boolean
  readonly zone: string
  readonly date: string
  /** Whether this machine's own printer has it. */
  readonly isPrinted: boolean
  readonly language: Language
  readonly onDone: () => void
}

/** A ticket that was given without the server: the number, and what can be promised of it. */
export function AwayTicketPage({
  ticket,
  service,
  priority,
  zone,
  date,
  isPrinted,
  language,
  onDone,
}: Props) {
  const time = clockFace(ticket.issuedAt, zone)
  return (
    <Screen
      kind="ticket"
      heading={<TicketHeading label={ticket.label} language={language} />}
      head={
        <div className="stub">
          <p className="stub-service">
            <Said words={service.name} language={language} />
            <span className="stub-priority">{say(awayWords.issuedWithoutLine, language)}</span>
            {priority ? <span className="stub-priority">{say(words.withPriority, language)}</span> : null}
          </p>
          <p>{say(words.issuedOn(dateWords(date), time), language)}</p>
          <p className="ahead">{say(awayWords.placeKept(time), language)}</p>
          <p className="small-print">
            {say(awayWords.notHowMany, language)} {say(words.todayOnly, language)}.{' '}
            {say(words.noPersonalData, language)}.
          </p>
        </div>
      }
    >
      <TicketNext
        keep={<KeepNumber isPrinted={isPrinted} language={language} />}
        call={awayWords.watchBoardOrStaff}
        service={service}
        language={language}
        onDone={onDone}
      />
    </Screen>
  )
}

function KeepNumber({ isPrinted, language }: Pick<Props, 'isPrinted' | 'language'>) {
  return (
    <section className="keep" data-paper={isPrinted ? 'printed' : 'none'} role="status">
      <Icon name={isPrinted ? 'check' : 'camera'} />
      <p>
        <strong>{say(isPrinted ? words.paperPrinted : words.keepNumber, language)}</strong>{' '}
        {say(isPrinted ? words.paperPhoto : awayWords.noPaperWithoutLine, language)}
      </p>
    </section>
  )
}
