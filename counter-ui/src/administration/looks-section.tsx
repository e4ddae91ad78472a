import { useState } from 'react'
import { parseAppointmentNumber } from '#shared/appointment-numbers.ts'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { AppointmentNumber } from '#shared/ids.ts'
import type { Look } from '#shared/reception.ts'
import type { PageProps } from '../page-props.ts'
import { dateIn } from '#shared/client/instants.ts'
import { shortDate } from '../supervisor/dates.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { Field } from '../supervisor/field.tsx'
import '../supervisor/sheet.css'
import { useFetched } from '../supervisor/use-fetched.ts'
import './administration.css'
import { lookerWords, lookReasonWords, words } from './words.ts'

type Props = Pick<PageProps, 'api' | 'office' | 'zone' | 'language'>

/** What was asked for last; the same number asked for again is read again. */
type Asked = { readonly number: AppointmentNumber | null; readonly turn: number }

/** Who has seen the personal data of an appointment, when and why; never the data themselves. */
export function LooksSection(props: Props) {
  const { language } = props
  const [typed, type] = useState('')
  const [asked, ask] = useState<Asked | null>(null)
  const isUnclear = asked !== null && asked.number === null
  return (
    <section className="looks" aria-labelledby="looks-heading">
      <div className="sheet-heading">
        <h2 id="looks-heading">{say(words.looks, language)}</h2>
        <p className="sheet-quiet">{say(words.looksAbout, language)}</p>
      </div>
      <form
        className="looks-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          ask({ number: parseAppointmentNumber(typed), turn: (asked?.turn ?? 0) + 1 })
        }}
      >
        <Field label={say(words.appointment, language)} hint={say(words.appointmentHint, language)}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              autoComplete="off"
              spellCheck={false}
              value={typed}
              aria-invalid={isUnclear}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="sheet-button">
          {say(words.showLooks, language)}
        </button>
      </form>
      <div role="status">
        {asked === null ? <p className="sheet-empty">{say(words.looksFirst, language)}</p> : null}
        {isUnclear ? <p className="sheet-empty">{say(words.appointmentUnclear, language)}</p> : null}
      </div>
      {asked === null || asked.number === null ? null : (
        <Looks {...props} number={asked.number} turn={asked.turn} />
      )}
    </section>
  )
}

function Looks({
  api,
  office,
  zone,
  language,
  number,
  turn,
}: Props & { readonly number: AppointmentNumber; readonly turn: number }) {
  const path = `/api/offices/${office}/reception/looks?number=${encodeURIComponent(number)}`
  const [fetched, again] = useFetched<{ readonly looks: readonly Look[] }>(api, path, String(turn))
  if (fetched.face !== 'ready') return <FetchedFace fetched={fetched} onAgain={again} language={language} />
  const { looks } = fetched.value
  if (looks.length === 0)
    return (
      <p className="sheet-empty" role="status">
        {say(words.looksNone(number), language)}
      </p>
    )
  return (
    <>
      <p id="looks-count" className="looks-count" role="status">
        {say(words.looksOf(number, looks.length), language)}
      </p>
      <table className="sheet-table" aria-labelledby="looks-count">
        <thead>
          <tr>
            <th scope="col">{say(words.dayAndTime, language)}</th>
            <th scope="col">{say(words.who, language)}</th>
            <th scope="col">{say(words.lookedAs, language)}</th>
            <th scope="col">{say(words.why, language)}</th>
          </tr>
        </thead>
        <tbody>
          {looks.map(({ at, by, as, why }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a record that only grows, oldest first
            <tr key={index}>
              <td className="sheet-nowrap">
                {shortDate(dateIn(zone, at), language)}, {timeOfDay(at, zone, language)}
              </td>
              <td>{as === 'citizen' ? say(words.citizen, language) : by}</td>
              <td>{say(lookerWords[as], language)}</td>
              <td>{say(lookReasonWords[why], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
