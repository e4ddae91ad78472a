import type { ReactNode } from 'react'
import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { DayFace, KioskService } from '#shared/views.ts'
import { BackButton } from './back-button.tsx'
import { DocumentList } from './document-list.tsx'
import { ExampleMark } from './example-mark.tsx'
import { FeeGrounds, FeeTable } from './fee-table.tsx'
import { isFixed, type Asking } from './journey.ts'
import { Letter } from './letter.tsx'
import { PriorityChoice } from './priority-choice.tsx'
import { Screen } from './screen.tsx'
import { Scroller } from './scroller.tsx'
import { ServiceFacts } from './service-facts.tsx'
import './service-page.css'
import { TakeTicket } from './take-ticket.tsx'
import { tellsAhead, WaitChance, WaitFace, type ServiceWait } from './wait-face.tsx'
import { words } from './words.ts'

type Props = {
  readonly service: KioskService
  readonly group: Bilingual | null
  readonly priority: boolean
  readonly asking: Asking
  readonly day: DayFace
  /** The office's time, milliseconds since the epoch. */
  readonly now: number
  /** What is foreseen for whoever takes a ticket now; null: nothing is known. */
  readonly wait: ServiceWait | null
  readonly isLive: boolean
  /** Whether a ticket can be had at all: with a line, or by a number in store. */
  readonly canTake: boolean
  readonly example: boolean
  readonly language: Language
  /** What is to be known of this service alone. */
  readonly about: ReactNode
  readonly onPriority: (priority: boolean) => void
  readonly onTake: () => void
  readonly onBack: () => void
}

/** One service: what to bring, what it costs, how long it takes; and the ticket for it. */
export function ServicePage(props: Props) {
  const {
    service,
    group,
    priority,
    asking,
    day,
    now,
    wait: foreseen,
    isLive,
    canTake,
    example,
    language,
    about,
    onPriority,
    onTake,
    onBack,
  } = props
  const wait = service.openWindows.length === 0 ? null : foreseen
  const expected = { wait, priority, day, now, language }
  return (
    <Screen
      kind="service"
      heading={
        <span className="lettered">
          <Letter letter={service.letter} />
          <span>
            {group === null || group.bg === service.name.bg ? null : (
              <span className="over-heading">
                <Said words={group} language={language} />
                <span className="visually-hidden">: </span>
              </span>
            )}
            <Said words={service.name} language={language} />
          </span>
        </span>
      }
      head={
        <>
          <WaitFace stands="under-heading" {...expected} />
          <Scroller label={say(words.details, language)} language={language}>
            <div className="sheet">
              <section className="sheet-fees">
                <h2>
                  {say(words.feesAndTerms, language)} <ExampleMark example={example} language={language} />
                </h2>
                <FeeTable fees={service.fees} language={language} />
              </section>
              <section className="sheet-documents">
                <h2>{say(words.documents, language)}</h2>
                {service.documents.length === 0 ? <p>{say(words.noDocuments, language)}</p> : null}
                <DocumentList documents={service.documents} language={language} />
              </section>
              <div className="sheet-turn">
                <ServiceFacts
                  service={service}
                  isLive={isLive}
                  countsWaiting={!tellsAhead(expected)}
                  language={language}
                />
                <WaitChance {...expected} />
                {about}
              </div>
              <div className="sheet-grounds">
                <FeeGrounds fees={service.fees} language={language} />
                {service.registerNumber === null ? null : (
                  <p>{say(words.registerNumber(service.registerNumber), language)}</p>
                )}
              </div>
            </div>
          </Scroller>
        </>
      }
    >
      <Scroller label={say(words.priorityQuestion, language)} language={language}>
        <div className="choice-of-order">
          <WaitFace stands="beside-choice" {...expected} />
          {asking.step === 'unanswered' ? null : (
            <PriorityChoice
              priority={priority}
              fixed={asking.step === 'sent'}
              language={language}
              onChoose={onPriority}
            />
          )}
        </div>
      </Scroller>
      <div className="steps">
        <BackButton language={language} disabled={isFixed(asking)} onBack={onBack} />
        <TakeTicket asking={asking} canTake={canTake} language={language} onTake={onTake} />
      </div>
    </Screen>
  )
}
