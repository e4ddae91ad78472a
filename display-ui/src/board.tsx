import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Line } from '#shared/client/live.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import type { HallView } from '#shared/views.ts'
import type { WaitsView } from '#shared/waits.ts'
import './board.css'
import { Both } from './both.tsx'
import type { HallVoice } from './voice/hall-voice.ts'
import { customProperties } from './custom-properties.ts'
import { alsoSaying, daySays, lineDown, nobodyCalled, saysAtLength } from './day-words.ts'
import { Foot } from './foot.tsx'
import { standsOut } from './freshness.ts'
import { LastCalls } from './last-calls.tsx'
import { layout, readSizing } from './layout.ts'
import { LeadCall, NoCalls } from './lead-call.tsx'
import { Connecting, FarMessage, Message, Refused } from './message.tsx'
import { messageMetres } from './message-reach.ts'
import { useClockIsSet, type OfficeClock } from './office-clock.ts'
import { shown, type Stage } from './stage.ts'
import { calledToDoors } from './reception/called.ts'
import { DoorsBand } from './reception/doors-band.tsx'
import { Training } from './training.tsx'
import { Picture } from './picture.tsx'
import { isQuiet, type PictureShow } from './pictures.ts'
import { useViewport } from './viewport.ts'
import { AtWork, atWork, WindowsPanel } from './windows-panel.tsx'
import { words } from './words.ts'
import { inZone } from './zone.ts'

type Props = {
  readonly line: Line
  readonly clock: OfficeClock
  readonly office: string
  /** Of the address: a part of the hall; null: all of it. */
  readonly zone: string | null
  readonly stage: Stage
  readonly voice: HallVoice
  readonly show: PictureShow
}

/** The hall board: who is called, and where to. */
export function Board({ line, clock, office, zone, stage, voice, show }: Props) {
  const live = useLive(line, office, 'hall')
  const waits = useLive(line, office, 'waits')
  const isSet = useClockIsSet(clock)
  const now = useOfficeTime(line)

  if (live.status === 'refused') return <Refused rejection={live.rejection} />
  if (live.status === 'connecting' || !isSet) return <Connecting />
  return (
    <Hall
      view={inZone(live.view, zone)}
      zone={live.view.zones.find(({ id }) => id === zone) ?? null}
      letters={waits.status === 'live' ? waits.view.letters : []}
      isStale={live.status === 'stale'}
      now={now}
      stage={stage}
      voice={voice}
      show={show}
    />
  )
}

type HallProps = {
  readonly view: HallView
  readonly zone: HallView['zones'][number] | null
  /** What is foreseen for whoever takes a ticket now. */
  readonly letters: WaitsView['letters']
  readonly isStale: boolean
  readonly now: number
  readonly stage: Stage
  readonly voice: HallVoice
  readonly show: PictureShow
}

function Hall({ view, zone, letters, isStale, now, stage, voice, show }: HallProps) {
  const lead = useSyncExternalStore(stage.subscribe, stage.get)
  const { width, height } = useViewport()
  const sizing = useMemo(() => readSizing(location.search), [])

  const { calls, windows, office } = view
  const picture = useSyncExternalStore(show.subscribe, show.get)
  const hasPicture = picture !== null && !isStale && isQuiet([...calls, ...view.reception.calls], now)
  const leading = isStale || hasPicture ? null : ((lead && shown(lead, calls)) ?? calls[0] ?? null)
  const toDoors = isStale ? [] : calledToDoors(view.reception.calls, now)
  const below = calls.filter((call) => call !== leading)
  const lit = (call: (typeof calls)[number]) => !isStale && standsOut(call, now)
  const room = layout({
    ...sizing,
    width,
    height,
    training: office.training,
    labelDigits: calls.some((call) => /\d{4}/.test(call.label)) ? 4 : 3,
    windowDigits: windows.some((each) => each.window > 9) ? 2 : 1,
    arrows: windows.some((each) => each.direction !== null),
    windows: windows.length,
    doors: toDoors.length > 0,
    long: saysAtLength(view.day),
    atLeast: below.filter(lit).length,
  })
  const place = room.message
  const nobody = nobodyCalled(view.day)
  // Far off, words that nothing stands beside have all of the board.
  const isEmpty = place !== null && room.panel === null && !isStale && !hasPicture && leading === null
  const says = daySays(view) ?? (isEmpty ? nobody : null)
  const band = room.lead.height - 16 * room.unit
  const messages = useMemo(
    () => messageMetres({ ...sizing, width, height, training: office.training }),
    [sizing, width, height, office.training],
  )
  const listed = below.slice(0, room.list.rows * room.list.columns)
  // Told after the frame is drawn: what is reported as shown has stood on the screen.
  useEffect(() => {
    if (isStale) return
    const toWindows = says === null ? [...(leading === null ? [] : [leading]), ...listed] : []
    voice.shows([...toWindows, ...toDoors.map(({ id, number }) => ({ id, label: number }))])
  })

  return (
    <div
      className={`board ${room.isUpright ? 'board-upright' : ''} ${room.reading === null ? '' : 'board-far'} ${room.panel === null ? 'board-bare' : ''} ${isStale ? 'board-stale' : ''}`}
      style={customProperties({
        '--u': room.unit,
        '--ribbon': room.ribbon,
        '--lead-height': room.lead.height,
        '--lead-font': room.lead.font,
        '--list-width': room.list.width,
        '--list-font': room.list.font,
        '--list-rows': String(room.list.rows),
        '--list-columns': String(room.list.columns),
        '--caption': room.caption?.height ?? 0,
        '--caption-font': room.caption?.font ?? 0,
        '--panel-columns': String(room.panel?.columns ?? 0),
        '--panel-rows': String(room.panel?.rows ?? 0),
        '--place-font': room.panel?.font ?? 0,
        '--foot': room.foot.height,
        '--foot-font': room.foot.font,
        '--doors': room.doors,
      })}
    >
      <title>{`${words.board.bg} · ${office.name.bg}`}</title>
      <Training training={office.training} />
      <main className={says === null ? 'board-main' : 'board-main board-day'}>
        <h1 className="visually-hidden">
          {words.board.bg} · {office.name.bg}
        </h1>
        {isStale && (
          <div className="line-down" role="alert">
            {place === null ? (
              <>
                <Both words={words.lineDown} className="both-stacked line-down-title" />
                <Both words={words.lineDownHelp} className="both-stacked line-down-help" />
              </>
            ) : (
              <FarMessage says={lineDown} place={{ ...place, height: band }} now={now} />
            )}
          </div>
        )}
        {says === null ? (
          <>
            {!isStale && (
              <section
                className="board-lead"
                aria-label={words.calledNow.bg}
                aria-live="polite"
                aria-atomic="true"
              >
                {hasPicture ? (
                  <Picture show={show} voice={voice} />
                ) : leading === null ? (
                  place === null ? (
                    <NoCalls says={nobody} />
                  ) : (
                    <FarMessage says={nobody} place={{ ...place, height: band }} now={now} />
                  )
                ) : (
                  <LeadCall
                    key={leading.id}
                    call={leading}
                    window={windows.find((each) => each.window === leading.window) ?? null}
                    isFresh={lit(leading)}
                    isStacked={room.lead.isStacked}
                    caption={room.caption}
                    hasWhere={sizing.distance === undefined}
                  />
                )}
              </section>
            )}
            <LastCalls
              calls={listed}
              windows={windows}
              isLit={lit}
              hasArrows={room.list.hasArrows}
              hasWords={room.list.hasWords}
              isMany={room.list.columns > 1}
              isQuietDay={calls.length === 0}
              isFar={place !== null}
              hasHeading={room.panel !== null}
            />
            {room.panel === null ? null : (
              <WindowsPanel
                name={zone?.name ?? words.windows}
                windows={windows}
                waiting={view.waiting}
                most={room.panel.rows * room.panel.columns}
              />
            )}
          </>
        ) : (
          <section className="board-says">
            {place === null ? (
              <Message title={says.title} lines={says.lines}>
                {!isStale && <AtWork windows={windows} />}
              </Message>
            ) : (
              <FarMessage
                says={isStale ? says : alsoSaying(says, atWork(windows))}
                place={isStale ? { ...place, height: place.height - room.lead.height } : place}
                now={now}
              />
            )}
          </section>
        )}
      </main>
      {toDoors.length === 0 ? null : <DoorsBand calls={toDoors} late={view.reception.late} now={now} />}
      <Foot
        view={view}
        letters={isStale ? [] : letters}
        now={now}
        reading={room.reading}
        asked={sizing.distance}
        messages={messages}
        slot={{
          width:
            width - (96 + 40) * room.unit - (room.isUpright ? 0 : room.foot.font * 3.2 + 340 * room.unit),
          height: room.foot.height * (room.isUpright ? 0.55 : 0.94),
          font: room.foot.font,
          line: 1.12,
        }}
        voice={voice}
      />
    </div>
  )
}
