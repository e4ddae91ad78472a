import { clockFace } from '#shared/client/format.ts'
import type { Line } from '#shared/client/live.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { DoorView, KioskView } from '#shared/views.ts'
import { Both } from '../both.tsx'
import { customProperties } from '../custom-properties.ts'
import { Connecting, Message, Refused } from '../message.tsx'
import { useClockIsSet, type OfficeClock } from '../office-clock.ts'
import '../sign.css'
import { Swell } from '../swell.tsx'
import { Training } from '../training.tsx'
import { useViewport } from '../viewport.ts'
import { doorFace, type DoorFace } from './door-face.ts'
import './door.css'
import { begins, comeTo, late, receivedBy, unknownDoor, words } from './words.ts'

type Props = {
  readonly line: Line
  readonly clock: OfficeClock
  readonly office: string
  /** The official or the room, as the address names it. */
  readonly asked: string
}

/** The sign by an official's door: who receives, who is called, who is next. */
export function Door({ line, clock, office, asked }: Props) {
  const live = useLive(line, office, 'kiosk')
  const isSet = useClockIsSet(clock)
  if (live.status === 'refused') return <Refused rejection={live.rejection} />
  if (live.status === 'connecting' || !isSet) return <Connecting />
  const officials = live.view.reception?.officials ?? []
  const official = officials.find(({ id, room }) => id === asked || room === asked)
  if (official === undefined) return <UnknownDoor view={live.view} asked={asked} />
  return <OneDoor line={line} office={office} official={official.id} />
}

type OneProps = { readonly line: Line; readonly office: string; readonly official: string }

function OneDoor({ line, office, official }: OneProps) {
  const live = useLive(line, office, `door/${official}`)
  const now = useOfficeTime(line)
  if (live.status === 'refused') return <Refused rejection={live.rejection} />
  if (live.status === 'connecting') return <Connecting />
  return <Shown view={live.view} isStale={live.status === 'stale'} now={now} />
}

type ShownProps = { readonly view: DoorView; readonly isStale: boolean; readonly now: number }

/** As many as are read at a glance from where one sits. */
const MOST_NEXT = 4

function Shown({ view, isStale, now }: ShownProps) {
  const { width, height } = useViewport()
  const face = doorFace(view, now)
  const { official } = view
  const next = view.next.filter(({ number }) => number !== view.called?.number).slice(0, MOST_NEXT)
  const isFresh = !isStale && face.kind === 'calling' && face.isFresh
  return (
    <div
      className={`sign ${height > width ? 'sign-upright' : ''}`}
      style={customProperties({
        '--ribbon': view.office.training ? Math.max(20, Math.min(width, height) * 0.045) : 0,
      })}
    >
      <title>{`${words.room.bg} ${view.room} · ${official.post.bg}`}</title>
      <Training training={view.office.training} />
      <main
        className={`sign-main door ${isStale ? 'sign-stale' : `door-${face.kind}`} ${isFresh ? 'sign-fresh' : ''}`}
      >
        <div className="sign-place door-place">
          <h1 className="door-heading">
            <Both words={words.room} className="both-stacked door-word" />
            <span className="door-room">{view.room}</span>
          </h1>
          <p className="door-post">
            <Both words={official.post} className="both-stacked" />
          </p>
          {official.name === null ? null : (
            <p className="door-name">
              <Both words={official.name} className="both-stacked" />
            </p>
          )}
          {view.substitute === null ? null : (
            <p className="door-name">
              <Both words={receivedBy(view.substitute.post)} className="both-stacked" />
            </p>
          )}
          <p className="door-clock">{clockFace(now, view.day.zone)}</p>
        </div>
        <div
          className="sign-state door-state"
          aria-live="polite"
          aria-atomic="true"
          key={face.kind === 'calling' ? `${face.call.id} ${face.call.times}` : face.kind}
        >
          {isFresh && <Swell />}
          {isStale ? (
            <>
              <p className="sign-says">
                <Both words={words.down} className="both-stacked" />
              </p>
              <p className="sign-more">
                <Both words={words.downHelp} className="both-stacked" />
              </p>
            </>
          ) : (
            <State face={face} view={view} next={next} />
          )}
        </div>
      </main>
    </div>
  )
}

type StateProps = { readonly face: DoorFace; readonly view: DoorView; readonly next: DoorView['next'] }

function State({ face, view, next }: StateProps) {
  const isOpen = face.kind === 'calling' || face.kind === 'waiting'
  return (
    <>
      {face.kind === 'calling' ? (
        <>
          <p className="door-number" aria-hidden="true">
            {face.call.number} <span className="door-time">{face.call.time}</span>
          </p>
          <p className="sign-says" aria-hidden="true">
            <Both
              words={face.call.times > 1 ? words.calledAgain : words.pleaseCome}
              className="both-stacked"
            />
          </p>
          <p className="visually-hidden">
            <Both words={comeTo(face.call)} />
          </p>
        </>
      ) : (
        <p className="sign-says door-says">
          <Both words={saying(face, next)} className="both-stacked" />
        </p>
      )}
      {face.kind === 'no-reception' && view.why !== null ? (
        <p className="sign-more">
          <Both words={view.why} className="both-stacked" />
        </p>
      ) : null}
      {view.late > 0 && face.kind !== 'over' && face.kind !== 'no-reception' ? (
        <p className="door-late">
          <Both words={late(view.late)} className="both-stacked" />
        </p>
      ) : null}
      {next.length === 0 || face.kind === 'over' || face.kind === 'no-reception' ? null : (
        <section className="door-next" aria-label={words.next.bg}>
          <h2 className="door-next-heading">
            <Both words={words.next} />
          </h2>
          <ol>
            {next.map(({ number, time, expectedAt, hasArrived }) => (
              <li key={number} className={hasArrived ? 'door-here' : ''}>
                <span className="door-next-number">{number}</span>
                <span>{time}</span>
                <span className="door-next-more">
                  {view.late > 0 && isOpen ? `→ ${clockFace(expectedAt, view.day.zone)}` : ''}
                  {hasArrived ? <Both words={words.hasCome} /> : null}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function saying(face: Exclude<DoorFace, { kind: 'calling' }>, next: DoorView['next']): Bilingual {
  switch (face.kind) {
    case 'waiting':
      return next.length === 0 ? words.allReceived : words.watch
    case 'before':
      return begins(face.from)
    case 'between':
      return begins(face.from)
    case 'over':
      return words.over
    case 'no-reception':
      return words.noReception
  }
}

function UnknownDoor({ view, asked }: { readonly view: KioskView; readonly asked: string }) {
  const officials = view.reception?.officials ?? []
  return (
    <main className="whole">
      <title>Приемен ден</title>
      <h1 className="visually-hidden">{words.reception.bg}</h1>
      <Message title={unknownDoor(asked)} lines={[officials.length === 0 ? words.noDays : words.doors]}>
        <ul className="known-windows">
          {officials.map(({ id, post, room }) => (
            <li key={id}>
              <a href={`/display/door/${id}${location.search}`}>
                {post.bg} · {words.room.bg} {room}
              </a>
            </li>
          ))}
        </ul>
      </Message>
    </main>
  )
}
