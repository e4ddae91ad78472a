import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { KioskView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { dateIn } from '#shared/client/instants.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { Field } from '../supervisor/field.tsx'
import { Shape } from '../supervisor/shape.tsx'
import { TicketLabel } from '../ticket-label.tsx'
import '../supervisor/sheet.css'
import { useFetched } from '../supervisor/use-fetched.ts'
import './administration.css'
import { actorWords, factsOf, isAbout, labelOf, sentenceOf, type Log, type LogRecord } from './log-record.ts'
import { timeWithSeconds, worded, type RecordReader } from './record-facts.ts'
import { words } from './words.ts'

const PAGE = 100

/** The office's log of one day: who did what, when, and whether the chain of its records holds. */
export function LogSection({ api, line, office, zone, language }: PageProps) {
  const today = dateIn(zone, useOfficeTime(line, 60_000))
  const [asked, ask] = useState<string | null>(null)
  const [typed, type] = useState('')
  const [page, turnTo] = useState(0)
  const day = asked ?? today
  const [fetched, again] = useFetched<Log>(api, `/api/offices/${office}/events?day=${day}`)
  const services = useServiceNames({ api, office })

  const records = fetched.face === 'ready' ? fetched.value.events : []
  const matching = records.filter((record) => isAbout(record, typed))
  const shown = matching.slice(page * PAGE, (page + 1) * PAGE)

  return (
    <section className="log" aria-labelledby="log-heading">
      <div className="sheet-heading">
        <h2 id="log-heading">{say(words.log, language)}</h2>
      </div>
      <div className="log-tools">
        <Field label={say(words.day, language)}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={day}
              max={today}
              onChange={(event) => {
                ask(event.target.value || null)
                turnTo(0)
              }}
            />
          )}
        </Field>
        <Field label={say(words.filter, language)}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              placeholder={say(words.filterHint, language)}
              value={typed}
              onChange={(event) => {
                type(event.target.value)
                turnTo(0)
              }}
            />
          )}
        </Field>
        <button type="button" className="sheet-button" onClick={() => void again()}>
          {say(words.refresh, language)}
        </button>
        {fetched.face === 'ready' && fetched.value.verified !== null ? (
          <Verified verified={fetched.value.verified} language={language} />
        ) : null}
      </div>
      {fetched.face !== 'ready' ? (
        <FetchedFace fetched={fetched} onAgain={again} language={language} />
      ) : matching.length === 0 ? (
        <p className="sheet-empty">
          {say(fetched.value.events.length === 0 ? words.noEvents : words.noMatches, language)}
        </p>
      ) : (
        <>
          <Pages page={page} total={matching.length} onTurn={turnTo} language={language} />
          <table className="sheet-table log-table">
            <thead>
              <tr>
                <th scope="col">{say(words.record, language)}</th>
                <th scope="col">{say(words.time, language)}</th>
                <th scope="col">{say(words.who, language)}</th>
                <th scope="col">{say(words.number, language)}</th>
                <th scope="col">{say(words.what, language)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((record) => (
                <Row
                  key={record.version}
                  record={record}
                  services={services}
                  zone={zone}
                  language={language}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Row({ record, ...reader }: RecordReader & { readonly record: LogRecord }) {
  const { services, zone, language } = reader
  const [isOpen, open] = useState(false)
  const sentence = sentenceOf(record, services)
  const label = labelOf(record)
  return (
    <tr>
      <td className="log-quiet">{record.version}</td>
      <td className="log-quiet sheet-nowrap">{timeWithSeconds(record.at, zone)}</td>
      <td>{say(actorWords(record.actor), language)}</td>
      <td>{label === null ? null : <TicketLabel label={label} />}</td>
      <td>
        <details open={sentence === null || isOpen} onToggle={(event) => open(event.currentTarget.open)}>
          <summary>{sentence === null ? record.type : say(sentence, language)}</summary>
          {isOpen || sentence === null ? (
            <Facts {...reader} record={record} isKnown={sentence !== null} />
          ) : null}
        </details>
      </td>
    </tr>
  )
}

/** What a record says, in words; below it the record as it is kept. One that has no words is shown as kept at once. */
function Facts({
  record,
  isKnown,
  ...reader
}: RecordReader & { readonly record: LogRecord; readonly isKnown: boolean }) {
  return (
    <>
      {isKnown ? (
        <dl className="facts">
          {worded(record, reader).map(({ path, name, value }) => (
            <div key={path}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <details className="as-kept" open={!isKnown}>
        <summary>{say(words.asKept, reader.language)}</summary>
        <AsKept record={record} />
      </details>
    </>
  )
}

function AsKept({ record }: { readonly record: LogRecord }) {
  return (
    <dl className="facts" lang="en">
      {[['type', record.type] as const, ...factsOf(record.body)].map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Verified({
  verified,
  language,
}: {
  readonly verified: NonNullable<Log['verified']>
  readonly language: Language
}) {
  return (
    <p className="verified" data-ok={verified.ok} role="status">
      <Shape name={verified.ok ? 'done' : 'broken'} />
      {verified.ok ? say(words.intact, language) : `${say(words.broken, language)} ${verified.broken ?? '?'}`}
    </p>
  )
}

function Pages({
  page,
  total,
  onTurn,
  language,
}: {
  readonly page: number
  readonly total: number
  readonly onTurn: (page: number) => void
  readonly language: Language
}) {
  const first = page * PAGE + 1
  const last = Math.min(total, (page + 1) * PAGE)
  return (
    <nav className="pages" aria-label={say(words.pages, language)}>
      <p>
        {say(words.records, language)} {first}–{last} / {total}
      </p>
      {total <= PAGE ? null : (
        <>
          <button
            type="button"
            className="sheet-button"
            disabled={page === 0}
            onClick={() => onTurn(page - 1)}
          >
            ← {say(words.earlier, language)}
          </button>
          <button
            type="button"
            className="sheet-button"
            disabled={last === total}
            onClick={() => onTurn(page + 1)}
          >
            {say(words.later, language)} →
          </button>
        </>
      )}
    </nav>
  )
}

/** The kiosk's view is open to everyone and names every service; until it is there, ids stand for names. */
function useServiceNames({ api, office }: Pick<PageProps, 'api' | 'office'>): ReadonlyMap<string, Bilingual> {
  const [fetched] = useFetched<{ readonly view: KioskView }>(api, `/api/offices/${office}/views/kiosk`)
  const services = fetched.face === 'ready' ? fetched.value.view.services : []
  return new Map(services.map((service) => [service.id, service.name]))
}
