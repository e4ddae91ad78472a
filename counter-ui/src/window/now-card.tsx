import { printed } from '#shared/labels.ts'
import { pauseWords } from '#shared/words/reasons.ts'
import type { Outcome } from '#shared/commands.ts'
import type { Bilingual } from '#shared/ids.ts'
import { ActionButton } from '../action-button.tsx'
import { TicketLabel } from '../ticket-label.tsx'
import { filled, words } from '../words.ts'
import { AtWindow } from './at-window.tsx'
import type { DeskActs } from './desk-acts.ts'
import type { PanelKind } from './desk-panel.tsx'
import type { DeskProps } from './desk.tsx'
import { mainActionOf, spotOf, type MainAction } from './main-action.ts'
import './now-card.css'
import { whyNoRest } from './rest.ts'
import { RestTools } from './rest-tools.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { serviceName } from './service-name.ts'
import { TicketTools } from './ticket-tools.tsx'
import { Timer } from './timer.tsx'

export type NowProps = DeskProps & {
  readonly acts: DeskActs
  readonly outcome: Outcome | null
  readonly openPanel: PanelKind | null
  readonly onPanel: (kind: PanelKind) => void
  readonly onElsewhere: () => void
}

type Face = 'elsewhere' | 'closed' | 'free' | 'nobody' | 'called' | 'serving' | 'paused'

/** „Сега“: one big state, one main action at the same spot on the same key, and what else may be done now. */
export function NowCard(props: NowProps) {
  const { view, isLive, language, session, acts } = props
  const main = mainActionOf(view, session.user)
  const face = faceOf(main, view.waiting)
  const isMine = main !== 'choose-another'

  return (
    <section className="now" data-face={face} aria-labelledby="now-title">
      <div className="now-band">
        <h2 id="now-title" className="now-title">
          {titleOf(face, props)}
        </h2>
        <BandNote {...props} face={face} />
      </div>
      <ScrollRegion className="now-body" labelledBy="now-title">
        <NowBody {...props} face={face} />
      </ScrollRegion>
      <div className="now-main">
        <ActionButton
          kind="main"
          label={mainWords[main][language]}
          shortcut="Enter"
          action={spotOf(view, session.user)}
          onAct={() => doMain(main, props)}
          onRefused={acts.setRefused}
          disabled={!isLive || (main === 'call-next' && view.waiting === 0)}
          language={language}
        />
      </div>
      <div className="now-words">
        <p className="now-refused" role="alert">
          {acts.refused?.[language]}
        </p>
        {acts.refused === null ? <p role="status">{noteOf(face, props)?.[language]}</p> : null}
      </div>
      {isMine ? <TicketTools {...props} /> : null}
      {isMine ? <RestTools {...props} /> : null}
      <p className="visually-hidden" aria-live="polite">
        {titleOf(face, props)} {view.current === null ? '' : printed(view.current.label)}
      </p>
    </section>
  )
}

const mainWords = {
  'open-window': words.openWindow,
  'call-next': words.callNext,
  'start-service': words.startService,
  'finish-and-call': words.finishAndCall,
  'resume-window': words.resumeWindow,
  'choose-another': words.chooseAnother,
} as const satisfies { readonly [M in MainAction]: unknown }

async function doMain(main: MainAction, { view, acts: { act }, outcome, onElsewhere }: NowProps) {
  const window = { window: view.window }
  switch (main) {
    case 'open-window':
    case 'call-next':
    case 'start-service':
    case 'resume-window':
      return act(main, window)
    case 'finish-and-call':
      return act('finish-service', { ...window, ...(outcome === null ? {} : { outcome }), callNext: true })
    case 'choose-another':
      onElsewhere()
      return { kind: 'done', value: undefined } as const
  }
}

function faceOf(main: MainAction, waiting: number): Face {
  switch (main) {
    case 'choose-another':
      return 'elsewhere'
    case 'open-window':
      return 'closed'
    case 'resume-window':
      return 'paused'
    case 'start-service':
      return 'called'
    case 'finish-and-call':
      return 'serving'
    case 'call-next':
      return waiting === 0 ? 'nobody' : 'free'
  }
}

function titleOf(face: Face, { view, language }: NowProps): string {
  switch (face) {
    case 'elsewhere':
      return filled(words.stateElsewhere[language], { clerk: view.clerk?.name ?? '' })
    case 'closed':
      return words.stateClosed[language]
    case 'free':
      return words.stateFree[language]
    case 'nobody':
      return words.stateNobody[language]
    case 'called':
      return words.stateCalled[language]
    case 'serving':
      return words.stateServing[language]
    case 'paused':
      return words.statePaused[language]
  }
}

/** What is good to know here, when nothing was refused. */
function noteOf(face: Face, { view, session, acts }: NowProps): Bilingual | null {
  const isFree = face === 'free' || face === 'nobody'
  if (isFree && acts.nobody !== null) return acts.nobody
  return isFree && whyNoRest(view, 'pause', session.role) === 'last-window' ? words.lastWindowText : null
}

type FaceProps = NowProps & { readonly face: Face }

function BandNote({ face, view, language }: FaceProps) {
  if (face !== 'called' || view.current?.state !== 'called' || view.current.recalls === 0) return null
  const { recalls, recallsLeft } = view.current
  return (
    <span className="now-band-note">
      {recallsLeft === 0 ? words.lastCall[language] : filled(words.callsMade[language], { n: recalls })}
    </span>
  )
}

function NowBody({ face, ...props }: FaceProps) {
  const { view, language, line } = props
  switch (face) {
    case 'called':
    case 'serving':
      return view.current === null ? null : <AtWindow {...props} current={view.current} />
    case 'free':
      return <UpNext {...props} />
    case 'nobody':
      return <p className="now-text">{words.nobodyText[language]}</p>
    case 'elsewhere':
      return <p className="now-text">{words.elsewhereText[language]}</p>
    case 'closed':
      return <Closed {...props} />
    case 'paused':
      return (
        <>
          {view.since === null ? null : (
            <Timer line={line} since={view.since} caption={words.pauseTime[language]} isLarge />
          )}
          <p className="now-text">{filled(words.pausedText[language], { reason: pauseReason(props) })}</p>
        </>
      )
  }
}

function Closed({ view, language }: NowProps) {
  const services = view.queue.filter((service) => view.services.includes(service.id))
  return (
    <>
      <p className="now-text">{words.closedText[language]}</p>
      <ul role="list" className="now-services" aria-label={words.servicesHere[language]}>
        {services.map((service) => (
          <li key={service.id}>
            <span className="services-name">
              <span className="letter">{service.letter}</span> <span>{service.name[language]}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function UpNext({ view, language }: NowProps) {
  const [first] = view.next
  if (first === undefined) return null
  return (
    <>
      <p className="now-caption">{words.upNext[language]}</p>
      <p>
        <TicketLabel label={first.label} className="now-up-next" />
      </p>
      <p className="now-service">{serviceName(view, first.service, language)}</p>
      <p className="now-why">{first.reason[language]}</p>
    </>
  )
}

function pauseReason({ view, language }: NowProps): string {
  const reason = view.pauseReason ?? ''
  return pauseWords[reason]?.[language] ?? reason
}
