import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import type { KioskService } from '#shared/views.ts'
import { NoWindow } from './no-window.tsx'
import { words } from './words.ts'

type Props = {
  readonly service: KioskService
  /** False: who waits and which window is open nobody knows now. */
  readonly isLive: boolean
  /** Whether how many wait for it is said here, and not who is ahead at its windows. */
  readonly countsWaiting: boolean
  readonly language: Language
}

export function ServiceFacts({ service, isLive, countsWaiting, language }: Props) {
  const { waiting, openWindows, onlyWindow } = service
  const nobody = isLive && openWindows.length === 0
  const isOpen = isLive && !nobody
  const counts = isLive && countsWaiting
  return (
    <>
      {counts || isOpen || onlyWindow !== null ? (
        <dl className="facts">
          {counts ? (
            <div>
              <dt>{say(words.waitingLabel, language)}</dt>
              <dd className="fact-figure">{waiting}</dd>
            </div>
          ) : null}
          {isOpen ? (
            <div>
              <dt>{say(words.openWindowsLabel, language)}</dt>
              <dd className="fact-figure">
                {say(words.windowNumbers(openWindows.join(',\u00a0')), language)}
              </dd>
            </div>
          ) : null}
          {onlyWindow === null ? null : (
            <div>
              <dt>{say(words.whereLabel, language)}</dt>
              <dd>{say(words.onlyWindow(onlyWindow), language)}</dd>
            </div>
          )}
        </dl>
      ) : null}
      {nobody ? <NoWindow meaning={words.noWindowNote} language={language} /> : null}
    </>
  )
}
