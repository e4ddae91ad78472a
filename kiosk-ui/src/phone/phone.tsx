import { useEffect, useLayoutEffect, useState } from 'react'
import type { Api } from '#shared/client/api.ts'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { Line, Live } from '#shared/client/live.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import { useSpoken } from '#shared/client/use-spoken.ts'
import type { Language } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import { Said } from '#shared/look/said.tsx'
import { TrainingRibbon } from '#shared/look/training-ribbon.tsx'
import type { TicketCode } from '#shared/ids.ts'
import type { TicketView } from '#shared/views.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { createBell } from './bell.ts'
import { Leave } from './leave.tsx'
import { NoticeSwitch } from './notice-switch.tsx'
import { turnOff, turnOn, type Reach } from './notices.ts'
import { TicketDetails } from './ticket-details.tsx'
import { TicketState } from './ticket-state.tsx'
import { useTurn } from './use-turn.ts'
import { words } from './words.ts'

type Props = { readonly office: string; readonly code: string; readonly line: Line; readonly api: Api }

/** One ticket on its owner's phone. It begins in the language in which the ticket was taken. */
export function Phone({ office, code, line, api }: Props) {
  const live = useLive(line, office, `ticket/${code}`)
  const foreseen = useLive(line, office, `wait/${code}`)
  const now = useOfficeTime(line, 10_000)
  const [chosen, choose] = useState<Language | null>(null)
  const view = 'view' in live ? live.view : null
  const language = useSpoken(chosen ?? view?.language ?? 'bg')
  useLayoutEffect(() => {
    document.documentElement.lang = language
    if (view !== null) document.title = pageTitle(view, language)
  }, [view, language])
  const isPainted = usePainted(view !== null)
  const [bell] = useState(createBell)
  const [reach, setReach] = useState<Reach | null>(null)
  useTurn(live.status === 'live' ? live.view : null, language, bell, reach)

  return (
    <div className="phone" data-state={live.status === 'live' ? live.view.state : live.status}>
      <header className="phone-mast">
        <TrainingRibbon training={view?.office.training ?? false} language={language} />
        <div className="phone-mast-row">
          <p>{view === null ? null : <Said words={view.office.name} language={language} />}</p>
          <LanguageSwitch language={language} onChoose={choose} />
        </div>
      </header>
      <main className="phone-main">
        <LineFace live={live} language={language} />
        {view === null ? null : (
          <>
            <h1 className="phone-number">
              <span className="phone-your">{say(words.yourNumber, language)} </span>
              <span className="label" lang="bg" data-label={view.label}>
                {printed(view.label)}
              </span>
            </h1>
            <TicketState
              view={view}
              wait={foreseen.status === 'live' && live.status === 'live' ? foreseen.view.wait : null}
              now={now}
              language={language}
            />
            {isPainted ? (
              <>
                {isUnderWay(view) ? (
                  <NoticeSwitch
                    language={language}
                    reach={reach}
                    turnOn={async () => {
                      bell.wake()
                      setReach(await turnOn({ api, office, code, language }))
                    }}
                    turnOff={async () => {
                      setReach(null)
                      await turnOff({ api, office, code })
                    }}
                  />
                ) : null}
                <TicketDetails view={view} language={language} />
                {view.state === 'waiting' && live.status === 'live' ? (
                  // The address named the code, and the server found a ticket by it.
                  <Leave
                    language={language}
                    leave={(key) => api.command(office, 'leave', { code: code as TicketCode }, key)}
                  />
                ) : null}
              </>
            ) : null}
          </>
        )}
      </main>
    </div>
  )
}

/** @returns whether what matters most is on the screen: the rest, below it, need not be waited for on a slow phone. */
function usePainted(isShown: boolean): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    if (!isShown) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setPainted(true))))
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isShown])
  return isPainted
}

/** A call may still come: there is something to wait for. */
function isUnderWay({ state }: TicketView): boolean {
  return state === 'waiting' || state === 'called' || state === 'on-hold' || state === 'no-show'
}

/** What is to be said about the line; nothing while it is up. */
function LineFace({ live, language }: { readonly live: Live<TicketView>; readonly language: Language }) {
  if (live.status === 'live') return null
  if (live.status === 'stale') {
    const time = timeOfDay(live.since, live.view.day.zone, 'en')
    return (
      <p className="line-face" role="status">
        {say(words.stale(time), language)}
      </p>
    )
  }
  const refused = live.status === 'refused'
  return (
    <section className="state" role="status">
      <h1 className="state-heading">{say(refused ? words.cannotShow : words.connecting, language)}</h1>
      <p>
        <Said words={refused ? live.rejection.message : words.connectingWhat} language={language} />
      </p>
    </section>
  )
}

function pageTitle({ state, label, window }: TicketView, language: Language): string {
  const called = state === 'called' && window !== null
  return say(called ? words.calledTitle(label, window) : words.title(label), language)
}
