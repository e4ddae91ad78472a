import type { Language } from '../language.ts'
import { words } from '../words.ts'
import type { DayOff } from './day-off.ts'
import './now-card.css'

type Props = { readonly off: DayOff; readonly language: Language }

/** What stands in the place of the windows to choose from: none is worked at now. */
export function DayOffPage({ off, language }: Props) {
  return (
    <main id="content" className="choice">
      <h1>{off.title[language]}</h1>
      <div className="choice-off">
        <DayOffFace off={off} language={language} />
      </div>
    </main>
  )
}

/** No work today, or no more: when there is again. */
export function DayOffFace({ off, language }: Props) {
  return (
    <>
      {off.next === null ? null : (
        <>
          <p className="now-caption">{words.nextWorkingDay[language]}</p>
          <p className="now-next-day">{off.next.date[language]}</p>
          <p className="now-service">{off.next.from[language]}</p>
        </>
      )}
      <p className="now-text now-off-text">{off.text[language]}</p>
    </>
  )
}
