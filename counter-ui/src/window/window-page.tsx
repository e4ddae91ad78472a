import { useEffect, useState } from 'react'
import type { PageProps } from '../page-props.ts'
import { filled, words } from '../words.ts'
import { DayOffPage } from './day-off-face.tsx'
import { dayOffOf } from './day-off.ts'
import { Desk } from './desk.tsx'
import type { OwnWindow } from './own-window.ts'
import { WindowChoiceList } from './window-choice-list.tsx'

type Props = PageProps & {
  readonly work: OwnWindow
  /** The line was refused: perhaps the session is over. */
  readonly onSessionDoubt: () => Promise<void>
}

/** The clerk's day: the window that is open in their name, else the one this machine stands at, else the choice, on a day with work. */
export function WindowPage({ work, onSessionDoubt, ...page }: Props) {
  const { language, office } = page
  const [chosen, choose] = useState(() => rememberedWindow(office))

  const isRefused = work.status === 'refused'
  useEffect(() => {
    if (isRefused) void onSessionDoubt()
  }, [isRefused, onSessionDoubt])

  // Whoever closes it, the window that was open in one's own name stays on the screen, and says so.
  const own = work.status === 'known' ? work.own : null
  if (own !== null && own !== chosen) choose(own)

  function stayAt(window: number | null) {
    rememberWindow(office, window)
    choose(window)
  }

  if (work.status === 'connecting') {
    return (
      <main id="content" className="alone" aria-busy="true">
        <p className="alone-words" role="status">
          {words.connecting[language]}
        </p>
      </main>
    )
  }
  if (work.status === 'refused') {
    return (
      <main id="content" className="alone">
        <p className="alone-words" role="alert">
          {work.rejection.message[language]}
        </p>
        <button type="button" className="plain-button" onClick={() => page.line.reconnect()}>
          {words.tryAgain[language]}
        </button>
      </main>
    )
  }

  const off = dayOffOf(work.face.day)
  const window = own ?? work.windows.find((each) => each.window === chosen)?.window ?? null
  return (
    <>
      <title>
        {window === null
          ? (off?.title ?? words.chooseTitle)[language]
          : filled(words.windowN[language], { n: window })}
      </title>
      {window !== null ? (
        <Desk key={window} {...page} window={window} onElsewhere={() => stayAt(null)} />
      ) : off !== null ? (
        <DayOffPage off={off} language={language} />
      ) : (
        <WindowChoiceList windows={work.windows} language={language} onChoose={stayAt} />
      )}
    </>
  )
}

const KEY = 'edno-gishe.window'

/** A clerk's machine stands at one window: tomorrow morning it begins there. */
function rememberedWindow(office: string): number | null {
  const kept = Number(localStorage.getItem(`${KEY}.${office}`))
  return Number.isInteger(kept) && kept > 0 ? kept : null
}

function rememberWindow(office: string, window: number | null) {
  if (window === null) return localStorage.removeItem(`${KEY}.${office}`)
  localStorage.setItem(`${KEY}.${office}`, String(window))
}
