import { useEffect } from 'react'
import { timeOfDay } from '#shared/client/format.ts'
import { printed } from '#shared/labels.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import { pauseWords } from '#shared/words/reasons.ts'
import type { Outcome } from '#shared/commands.ts'
import type { Bilingual } from '#shared/ids.ts'
import { ActionButton } from '../action-button.tsx'
import { TicketLabel } from '../ticket-label.tsx'
import { filled, words } from '../words.ts'
import { AtWindow } from './at-window.tsx'
import { DayOffFace } from './day-off-face.tsx'
import { dayOffOf } from './day-off.ts'
import type { DeskActs, Told } from './desk-acts.ts'
import type { PanelKind } from './desk-panel.tsx'
import type { DeskProps } from './desk.tsx'
import { mainActionOf, spotOf, type MainAction } from './main-action.ts'
import './now-card.css'
import { said } from './outcomes.ts'
import { standingOf, stillStands } from './refusal.ts'
import { whyNoRest } from './rest.ts'
import { RestTools } from './rest-tools.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { serviceName } from './service-name.ts'
import { TicketTools } from './ticket-tools.tsx'
import { Timer } from './timer.tsx'
import { secondsUntil } from './waited.ts'

export type NowProps = DeskProps & {
  readonly acts: DeskActs
  readonly outcome: Outcome | null
  readonly openPanel: PanelKind | null
  readonly onPanel: (kind: PanelKind) => void
  readonly onElsewhere: () => void
}

type Face = 'elsewhere' | 'day-off' | 'closed' | 'free' | 'nobody' | 'called' | 'serving' | 'paused'

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
        {main === 'nothing' ? null : (
          <ActionButton
            kind="main"
            label={mainWords[main][language]}
            shortcut="Enter"
            action={spotOf(view, session.user)}
            onAct={() => doMain(main, props)}
            onRefused={acts.setRefused}
            disabled={!isLive || (main === 'call-next' && view.waiting === 0)}
            onImpossible={() => acts.sayWhyNot(mainWords[main], isLive ? words.nobodyWaits : words.afterLine)}
            language={language}
          />
        )}
      </div>
      <NowWords {...props} face={face} />
      {isMine ? <TicketTools {...props} /> : <div className="now-tools" />}
      {isMine ? <RestTools {...props} /> : <div className="now-rest" />}
      <p className="visually-hidden" aria-live="polite">
        {titleOf(face, props)} {view.current === null ? '' : printed(view.current.label)}{' '}
        {closedForClerk(props)}
      </p>
    </section>
  )
}

/** Below the main action: why something was not done, or what is good to know here. */
function NowWords({ face, ...props }: FaceProps) {
  const { view, isLive, line, language, acts } = props
  const now = useOfficeTime(line)
  const isOver =
    acts.told !== null && !stillStands(acts.told, { standing: standingOf(view), isLive, at: now })
  const { dismiss } = acts
  useEffect(() => {
    if (isOver) dismiss()
  })
  const told = isOver ? null : acts.told
  return (
    <div className="now-words">
      <p className="now-refused" role="alert">
        {told?.kind === 'refused' ? <ToldWords told={told} now={now} language={language} /> : null}
      </p>
      <p role="status" data-told={told?.kind === 'note'}>
        {told === null ? noteOf(face, props)?.[language] : null}
        {told?.kind === 'note' ? <ToldWords told={told} now={now} language={language} /> : null}
      </p>
    </div>
  )
}

type ToldProps = Pick<NowProps, 'language'> & { readonly told: Told; readonly now: number }

/** Whom a call comes too soon for: the eye sees the seconds run, the ear hears them once. */
function ToldWords({ told: { why, soon }, now, language }: ToldProps) {
  if (soon === null) return why[language]
  const left = { label: printed(soon.label), n: secondsUntil(soon.at, now) }
  return (
    <>
      <span className="visually-hidden">{why[language]}</span>
      <span aria-hidden="true">{filled(words.tooSoon[language], left)}</span>
    </>
  )
}

const mainWords = {
  'open-window': words.openWindow,
  'call-next': words.callNext,
  'start-service': words.startService,
  'finish-and-call': words.finishAndCall,
  finish: words.finish,
  'close-window': words.close,
  'resume-window': words.resumeWindow,
  'choose-another': words.chooseAnother,
} as const satisfies { readonly [M in Exclude<MainAction, 'nothing'>]: unknown }

async function doMain(
  main: Exclude<MainAction, 'nothing'>,
  { view, acts: { act }, outcome, onElsewhere }: NowProps,
) {
  const window = { window: view.window }
  switch (main) {
    case 'open-window':
    case 'call-next':
    case 'start-service':
    case 'resume-window':
    case 'close-window':
      return act(main, window)
    case 'finish-and-call':
    case 'finish':
      return act('finish-service', {
        ...window,
        ...said(outcome),
        ...(main === 'finish' ? {} : { callNext: true }),
      })
    case 'choose-another':
      onElsewhere()
      return { kind: 'done', value: undefined } as const
  }
}

function faceOf(main: MainAction, waiting: number): Face {
  switch (main) {
    case 'choose-another':
      return 'elsewhere'
    case 'nothing':
    case 'close-window':
      return 'day-off'
    case 'open-window':
      return 'closed'
    case 'resume-window':
      return 'paused'
    case 'start-service':
      return 'called'
    case 'finish-and-call':
    case 'finish':
      return 'serving'
    case 'call-next':
      return waiting === 0 ? 'nobody' : 'free'
  }
}

function titleOf(face: Face, { view, language }: NowProps): string {
  switch (face) {
    case 'elsewhere':
      return filled(words.stateElsewhere[language], { clerk: view.clerk?.name ?? '' })
    case 'day-off':
      return dayOffOf(view.day)?.title[language] ?? words.stateClosed[language]
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
function noteOf(face: Face, { view, session }: NowProps): Bilingual | null {
  const isFree = face === 'free' || face === 'nobody'
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
    case 'day-off': {
      const off = dayOffOf(view.day)
      return off && <DayOffFace off={off} language={language} />
    }
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

/** Who closed the window, when it was not its clerk; null: nobody else did. */
function closedForClerk({ view, zone, language }: NowProps): string | null {
  if (view.closedBySupervisor === null) return null
  return filled(words.closedBySupervisor[language], {
    at: timeOfDay(view.closedBySupervisor, zone, language),
  })
}

function Closed(props: NowProps) {
  const { view, language } = props
  const closedFor = closedForClerk(props)
  const services = view.queue.filter((service) => view.services.includes(service.id))
  return (
    <>
      {closedFor === null ? null : <p className="now-closed-for">{closedFor}</p>}
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
