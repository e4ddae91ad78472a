import { Fragment } from 'react'
import { say } from '#shared/client/format.ts'
import type { CalendarDay } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { addDays, dayAndMonth, weekday, weekdayName } from './dates.ts'
import { touches, type ExceptionDraft } from './exception-draft.ts'
import { FetchedFace } from './fetched-face.tsx'
import type { Supervised } from './supervised.ts'
import { useFetched } from './use-fetched.ts'
import { words } from './words.ts'

const DAYS = 21

/** Three weeks as they stand; the days that the form would change are marked before it is sent. */
export function CalendarPreview({
  view,
  api,
  office,
  language,
  draft,
}: Supervised & { readonly draft: ExceptionDraft }) {
  const today = view.day.date
  const path = `/api/offices/${office}/days?from=${today}&to=${addDays(today, DAYS - 1)}`
  const [fetched, again] = useFetched<{ readonly days: readonly CalendarDay[] }>(
    api,
    path,
    view.exceptions.map((exception) => exception.id).join(),
  )
  return (
    <section aria-labelledby="preview-heading">
      <div className="sheet-heading">
        <h2 id="preview-heading">{say(words.preview, language)}</h2>
      </div>
      {fetched.face === 'ready' ? (
        <ol role="list" className="preview">
          {fetched.value.days.map((day, index) => (
            <Day
              key={day.date}
              day={day}
              isFirst={index === 0}
              isMarked={touches(draft, day.date)}
              language={language}
            />
          ))}
        </ol>
      ) : (
        <FetchedFace fetched={fetched} onAgain={again} language={language} />
      )}
    </section>
  )
}

function Day({
  day,
  isFirst,
  isMarked,
  language,
}: {
  readonly day: CalendarDay
  readonly isFirst: boolean
  readonly isMarked: boolean
  readonly language: Language
}) {
  return (
    <li
      className="preview-day"
      data-working={day.working}
      data-marked={isMarked}
      style={isFirst ? { gridColumnStart: weekday(day.date) } : undefined}
    >
      <p className="preview-date">
        <span>{weekdayName(day.date, language, 'short')}</span> <b>{dayAndMonth(day.date, language)}</b>
        {isFirst ? <em>{say(words.todayMark, language)}</em> : null}
      </p>
      <p className="preview-hours">
        {day.working && day.hours !== null
          ? `${day.hours.opens}–${day.hours.closes}`
          : say(words.off, language)}
      </p>
      {day.why === null ? null : <p className="preview-why">{say(day.why, language)}</p>}
      {day.reception.length === 0 ? null : (
        <p className="preview-reception">
          <b>{say(words.reception, language)}</b>{' '}
          {day.reception.map((block) => (
            <Fragment key={block.from}>
              <span className="sheet-nowrap">
                {block.from}–{block.to}
              </span>{' '}
            </Fragment>
          ))}
        </p>
      )}
      {day.receptionWhy === null ? null : <p className="preview-why">{say(day.receptionWhy, language)}</p>}
      {isMarked ? <p className="preview-marked">{say(words.previewMarked, language)}</p> : null}
    </li>
  )
}
