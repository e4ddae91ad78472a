import type { ReactNode } from 'react'
import { clockFace, timeOfDay } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import { filled, words } from '../words.ts'
import type { DeskProps } from './desk.tsx'
import { waited } from './waited.ts'
import { windowStateWords } from './window-words.ts'

/** Which window this is, how long its queue is, what time it is in the office; or that nothing of this is sure. */
export function DeskBar({
  view,
  isLive,
  staleSince,
  line,
  zone,
  language,
  children,
}: DeskProps & { readonly children?: ReactNode }) {
  const now = useOfficeTime(line)
  const oldest = view.next.map((ticket) => ticket.issuedAt).sort()[0]
  const longest = oldest === undefined ? null : waited(oldest, now, view.standardMinutes)
  return (
    <div className="desk-bar" data-live={isLive}>
      <h1>
        {filled(words.windowN[language], { n: view.window })}
        {view.name === null ? null : <span className="desk-own-name"> · {view.name[language]}</span>}
      </h1>
      {isLive ? (
        <>
          <span className="desk-state">{windowStateWords[view.state][language]}</span>
          {children}
          <span className="desk-figures">
            {filled(words.waitingN[language], { n: view.waiting })}
            {longest === null ? null : (
              <span data-over={longest.isOver}>
                {' · '}
                {longest.isOver ? '▲ ' : ''}
                {filled(words.longestN[language], { n: longest.minutes })}
              </span>
            )}
          </span>
        </>
      ) : null}
      <p className="desk-line-down" role="alert">
        {isLive
          ? null
          : filled(words.lineDown[language], { at: timeOfDay(staleSince ?? view.at, zone, language) })}
      </p>
      <time className="desk-clock">{clockFace(now, zone)}</time>
    </div>
  )
}
