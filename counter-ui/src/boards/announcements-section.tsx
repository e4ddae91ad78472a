import { useState } from 'react'
import type { Announcement } from '#shared/boards.ts'
import { say } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { PageProps } from '../page-props.ts'
import { dateIn } from '#shared/client/instants.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { Field } from '../supervisor/field.tsx'
import '../supervisor/sheet.css'
import { useFetched } from '../supervisor/use-fetched.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { labelMatches } from '../typed.ts'
import { tellingWords, words } from './words.ts'

type Props = Pick<PageProps, 'api' | 'line' | 'office' | 'zone' | 'language'>

/** More lines than these are found by their number. */
const MOST_SHOWN = 200

/** What the boards showed and said on a day: the proof that a person was called aloud. */
export function AnnouncementsSection({ api, line, office, zone, language }: Props) {
  const today = dateIn(zone, useOfficeTime(line, 60_000))
  const [asked, ask] = useState<string | null>(null)
  const [typed, type] = useState('')
  const day = asked ?? today
  const path = `/api/offices/${office}/announcements?day=${day}`
  const [fetched, again] = useFetched<{ readonly announcements: readonly Announcement[] }>(api, path)
  const all = fetched.face === 'ready' ? fetched.value.announcements : []
  const matching = all
    .filter(({ label }) => typed.trim() === '' || labelMatches(typed, label))
    .toReversed()
    .slice(0, MOST_SHOWN)
  return (
    <section className="log" aria-labelledby="announcements-heading">
      <div className="sheet-heading">
        <h2 id="announcements-heading">{say(words.announcements, language)}</h2>
        <p className="sheet-quiet">{say(words.announcementsAbout, language)}</p>
      </div>
      <div className="log-tools">
        <Field label={say(words.day, language)}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={day}
              max={today}
              onChange={(event) => ask(event.target.value || null)}
            />
          )}
        </Field>
        <Field label={say(words.filter, language)}>
          {(ids) => (
            <input {...ids} type="search" value={typed} onChange={(event) => type(event.target.value)} />
          )}
        </Field>
        <button type="button" className="sheet-button" onClick={() => void again()}>
          {say(words.refresh, language)}
        </button>
      </div>
      {fetched.face !== 'ready' ? (
        <FetchedFace fetched={fetched} onAgain={again} language={language} />
      ) : matching.length === 0 ? (
        <p className="sheet-empty">{say(words.announcementsNone, language)}</p>
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{say(words.time, language)}</th>
              <th scope="col">{say(words.number, language)}</th>
              <th scope="col">{say(words.result, language)}</th>
              <th scope="col">{say(words.board, language)}</th>
              <th scope="col">{say(words.record, language)}</th>
            </tr>
          </thead>
          <tbody>
            {matching.map((each) => (
              <tr key={each.number}>
                <td className="sheet-nowrap">
                  {secondsOf(each.at, zone)}
                  {each.endedAt === null ? null : `–${secondsOf(each.endedAt, zone)}`}
                </td>
                <td>
                  <TicketLabel label={each.label} />
                </td>
                <td>
                  {say(tellingWords[each.telling], language)}
                  {each.languages.length === 0 ? null : (
                    <span className="sheet-second">
                      {each.languages.join(', ')} · {each.volume} %
                    </span>
                  )}
                </td>
                <td>{each.board}</td>
                <td className="sheet-quiet">
                  {each.number} · <code>{each.hash.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** @returns “13:05:09”, the office's time: whoever proves a call needs its seconds. */
function secondsOf(at: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: zone }).format(new Date(at))
}
