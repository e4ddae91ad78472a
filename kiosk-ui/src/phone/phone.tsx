import { useEffect, useState } from 'react'
import type { Api } from '#shared/client/api.ts'
import { say } from '#shared/client/format.ts'
import type { Line } from '#shared/client/live.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import { printed } from '#shared/labels.ts'
import type { Language, TicketCode } from '#shared/ids.ts'
import type { TicketView } from '#shared/views.ts'
import { createBell } from './bell.ts'
import { Leave } from './leave.tsx'
import { NoticeSwitch } from './notice-switch.tsx'
import { turnOff, turnOn, type Reach } from './notices.ts'
import { PhoneFrame, usePhoneLanguage } from './phone-frame.tsx'
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
  const view = 'view' in live ? live.view : null
  const [language, choose] = usePhoneLanguage(view, pageTitle)
  const isPainted = usePainted(view !== null)
  const [bell] = useState(createBell)
  const [reach, setReach] = useState<Reach | null>(null)
  useTurn(live.status === 'live' ? live.view : null, language, bell, reach)

  return (
    <PhoneFrame live={live} words={words} language={language} onLanguage={choose}>
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
    </PhoneFrame>
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

function pageTitle({ state, label, window }: TicketView, language: Language): string {
  const called = state === 'called' && window !== null
  return say(called ? words.calledTitle(label, window) : words.title(label), language)
}
