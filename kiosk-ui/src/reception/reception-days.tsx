import { longDate, say } from '#shared/client/format.ts'
import type { Line } from '#shared/client/live.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { KioskReception } from '#shared/reception.ts'
import type { z } from 'zod'
import './reception.css'
import { words } from './words.ts'

type Reception = z.infer<typeof KioskReception>
type Props = { readonly reception: Reception; readonly line: Line; readonly language: Language }

/** The next reception days: who receives, and how many places are left. */
export function ReceptionDays({ reception, line, language }: Props) {
  const now = useOfficeTime(line, 10_000)
  const { officials, notices, window } = reception
  return (
    <section className="reception">
      <h2>{say(words.whoReceives, language)}</h2>
      {window === null ? null : <p>{say(words.atWindow(window), language)}</p>}
      {notices.length === 0 ? null : (
        <ul role="list" className="reception-notices">
          {notices.map((notice) => (
            <li key={`${notice.official} ${notice.date} ${notice.change}`} className="notice">
              <Said
                words={officials.find(({ id }) => id === notice.official)?.post ?? words.everyone}
                language={language}
              />{' '}
              · {say(noticeWords(notice, language), language)} (
              <Said words={notice.reason} language={language} />)
            </li>
          ))}
        </ul>
      )}
      {officials.map((official) => (
        <div key={official.id} className="reception-official">
          <h3>
            <Said words={official.post} language={language} />
            {official.name === null ? null : (
              <span className="reception-name">
                {' '}
                <Said words={official.name} language={language} />
              </span>
            )}
          </h3>
          <p className="reception-quiet">
            <Said words={official.portfolio} language={language} /> ·{' '}
            {say(words.room(official.room), language)}
          </p>
          {official.days.length === 0 ? <p>{say(words.noDays, language)}</p> : null}
          <ul role="list" className="reception-list">
            {official.days.map((day) => (
              <li key={day.date}>
                <span className="reception-date">{longDate(day.date, language)}</span>
                <span className="reception-left">{say(placeWords(day, now), language)}</span>
                {day.why === null ? null : (
                  <span className="reception-quiet">
                    <Said words={day.why} language={language} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function placeWords(
  { left, signUpUntil }: Reception['officials'][number]['days'][number],
  now: number,
): Bilingual {
  if (Date.parse(signUpUntil) <= now) return words.over
  return left === 0 ? words.full : words.places(left)
}

function noticeWords({ date, change, to }: Reception['notices'][number], language: Language): Bilingual {
  const day = longDate(date, language)
  switch (change) {
    case 'none':
      return words.noneOn(day)
    case 'moved':
      return to === null ? words.noneOn(day) : words.movedTo(day, longDate(to, language))
    case 'hours':
    case 'substitute':
      return words.otherwise(day)
  }
}
