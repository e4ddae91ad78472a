import { useState } from 'react'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { FairnessReport } from '#shared/fairness.ts'
import type { Language } from '../language.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { Field } from '../supervisor/field.tsx'
import type { Supervised } from '../supervisor/supervised.ts'
import { useFetched } from '../supervisor/use-fetched.ts'
import { words as common } from '../supervisor/words.ts'
import { TicketLabel } from '../ticket-label.tsx'
import './planning.css'
import { kindWords, words } from './words.ts'

type Props = Supervised & { readonly shown: boolean }

/** Who went ahead of whom on a day, and why: from the log, not from memory. */
export function FairnessSection(props: Props) {
  const { view, language } = props
  const [date, choose] = useState<string>(view.day.date)
  return (
    <section aria-labelledby="fairness-heading" className="fairness">
      <div className="sheet-heading">
        <h2 id="fairness-heading">{say(words.fairness, language)}</h2>
        <p className="sheet-quiet">{say(words.fairnessAbout, language)}</p>
      </div>
      <div className="plan-fields">
        <Field label={say(words.date, language)}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={date}
              max={view.day.date}
              onChange={(event) => choose(event.target.value === '' ? view.day.date : event.target.value)}
            />
          )}
        </Field>
      </div>
      {props.shown ? <Report {...props} date={date} /> : null}
    </section>
  )
}

function Report({ view, api, office, zone, language, date }: Props & { readonly date: string }) {
  const turn = date === view.day.date ? String(view.today.called) : ''
  const [fetched, again] = useFetched<FairnessReport>(
    api,
    `/api/offices/${office}/fairness?day=${date}`,
    turn,
  )
  if (fetched.face !== 'ready') return <FetchedFace fetched={fetched} onAgain={again} language={language} />
  const report = fetched.value
  const names = new Map(view.services.map(({ id, name }) => [id, name]))
  return (
    <div className="fairness-report">
      <Longest report={report} language={language} />
      {report.overtakings.length === 0 ? <p className="sheet-empty">{say(words.none, language)}</p> : null}
      {report.services.length === 0 ? null : (
        <Services
          report={report}
          name={(id) => say(names.get(id) ?? common.service, language)}
          language={language}
        />
      )}
      {report.overtakings.length === 0 ? null : (
        <Overtakings report={report} zone={zone} language={language} />
      )}
    </div>
  )
}

type PartProps = { readonly report: FairnessReport; readonly language: Language }

function Longest({ report: { longest, called }, language }: PartProps) {
  return (
    <dl className="fairness-facts">
      <div>
        <dt>{say(words.calledToday, language)}</dt>
        <dd>{called}</dd>
      </div>
      {longest === null ? null : (
        <div>
          <dt>{say(words.longest, language)}</dt>
          <dd>
            {Math.floor(longest.waitedMs / 60_000)} {say(common.min, language)} ·{' '}
            <TicketLabel label={longest.label} />
            <span className="sheet-second">
              {longest.reason === null ? say(words.longestNever, language) : say(longest.reason, language)}
              {longest.overtaken === 0
                ? ''
                : ` · ${say(words.overtakenTimes, language)}: ${longest.overtaken}`}
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Bars of how often tickets of each service were overtaken, by what; the figures beside them. */
function Services({
  report: { services },
  name,
  language,
}: PartProps & { readonly name: (id: FairnessReport['services'][number]['service']) => string }) {
  const most = Math.max(1, ...services.map(({ skips }) => skips))
  const columns = [
    words.calledToday,
    words.skipped,
    words.skips,
    words.byPriority,
    words.byOutOfOrder,
    words.most,
    words.slips,
  ]
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col">{say(words.service, language)}</th>
          {columns.map((column) => (
            <th key={column.en} scope="col">
              {say(column, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services
          .toSorted((a, b) => b.skips - a.skips)
          .map(({ service, called, skipped, skips, byPriority, outOfOrder, most: worst, slips }) => (
            <tr key={service} data-quiet={skips === 0}>
              <th scope="row">{name(service)}</th>
              <td>{called}</td>
              <td>{skipped}</td>
              <td>
                <span className="fairness-bar">
                  <svg viewBox="0 0 100 10" aria-hidden="true" preserveAspectRatio="none">
                    <rect className="fairness-priority" width={(byPriority / most) * 100} height="10" />
                    <rect
                      className="fairness-other"
                      x={(byPriority / most) * 100}
                      width={((skips - byPriority) / most) * 100}
                      height="10"
                    />
                  </svg>
                  {skips}
                </span>
              </td>
              <td>{byPriority}</td>
              <td>{outOfOrder}</td>
              <td>{worst}</td>
              <td>{slips}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Overtakings({ report: { overtakings }, zone, language }: PartProps & { readonly zone: string }) {
  return (
    <table className="sheet-table">
      <caption className="plan-title">{say(words.latest, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.time, language)}</th>
          <th scope="col">{say(words.number, language)}</th>
          <th scope="col">{say(words.window, language)}</th>
          <th scope="col">{say(words.kind, language)}</th>
          <th scope="col">{say(words.passed, language)}</th>
          <th scope="col">{say(words.reason, language)}</th>
        </tr>
      </thead>
      <tbody>
        {overtakings.slice(0, 50).map(({ at, label, window, kind, passed, reason }) => (
          <tr key={`${at}/${label}`}>
            <td className="sheet-nowrap">{timeOfDay(at, zone, language)}</td>
            <td>
              <TicketLabel label={label} />
            </td>
            <td>{window}</td>
            <td>{say(kindWords[kind], language)}</td>
            <td className="fairness-passed">
              {passed.slice(0, 6).map((each) => (
                <TicketLabel key={each} label={each} />
              ))}
              {passed.length > 6 ? ` +${passed.length - 6}` : ''}
            </td>
            <td>{say(reason, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
