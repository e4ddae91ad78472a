import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { SupervisorView } from '#shared/views.ts'
import type { Assessment, Interval, WhatIfAnswer } from '#shared/what-if.ts'
import type { Language } from '../language.ts'
import { Field } from '../supervisor/field.tsx'
import type { Supervised } from '../supervisor/supervised.ts'
import { words as common } from '../supervisor/words.ts'
import { ScrollRegion } from '../window/scroll-region.tsx'
import { Curve, type Series } from './curve.tsx'
import { PlanGrid, type OpenTimes } from './plan-grid.tsx'
import './planning.css'
import { sourceWords, words } from './words.ts'

const MINUTE = 60_000

type Wish = {
  readonly date: string
  readonly weight: string
  readonly standard: string
  readonly closes: string
  readonly open: OpenTimes
}

type Asked =
  | { readonly step: 'idle' }
  | { readonly step: 'asking'; readonly before: WhatIfAnswer | null }
  | { readonly step: 'answered'; readonly answer: WhatIfAnswer }
  | { readonly step: 'failed'; readonly why: Bilingual }

/** A day tried out: who is open when, with what rules, and what would come of it. */
export function PlanSection({ view, api, office, language, stale }: Supervised) {
  const [wish, write] = useState<Wish>(() => firstWish(view))
  const [asked, ask] = useState<Asked>({ step: 'idle' })
  const halves = halvesBetween(view, wish.closes)
  const answer = asked.step === 'answered' ? asked.answer : asked.step === 'asking' ? asked.before : null
  const isAsking = asked.step === 'asking'

  async function tryOut(seek: boolean) {
    ask({ step: 'asking', before: answer })
    const reply = await api.request<WhatIfAnswer>({
      method: 'POST',
      path: `/api/offices/${office}/what-if`,
      body: {
        date: wish.date,
        windows: [...wish.open].map(([window, open]) => ({
          window,
          open: halves.map((_, half) => open[half] ?? open.at(-1) ?? false),
        })),
        ...(wish.weight === '' ? {} : { priorityWeight: Number(wish.weight) }),
        standardMinutes: Number(wish.standard),
        ...(wish.closes === '' ? {} : { closes: wish.closes }),
        seek,
      },
    })
    if (reply.kind === 'done') return ask({ step: 'answered', answer: reply.value })
    ask({ step: 'failed', why: reply.kind === 'refused' ? reply.rejection.message : common.unreachable })
  }

  return (
    <section aria-labelledby="plan-heading" className="plan">
      <div className="sheet-heading">
        <h2 id="plan-heading">{say(words.plan, language)}</h2>
        <p className="sheet-quiet">{say(words.planAbout, language)}</p>
      </div>
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault()
          void tryOut(false)
        }}
      >
        <div className="plan-fields">
          <Field label={say(words.date, language)} hint={say(words.dateHint, language)}>
            {(ids) => (
              <input
                {...ids}
                type="date"
                required
                value={wish.date}
                onChange={(event) => write({ ...wish, date: event.target.value })}
              />
            )}
          </Field>
          <Field label={say(words.weight, language)}>
            {(ids) => (
              <input
                {...ids}
                type="number"
                min="1"
                max="20"
                step="0.5"
                value={wish.weight}
                onChange={(event) => write({ ...wish, weight: event.target.value })}
              />
            )}
          </Field>
          <Field label={say(words.standard, language)}>
            {(ids) => (
              <input
                {...ids}
                type="number"
                min="1"
                max="60"
                required
                value={wish.standard}
                onChange={(event) => write({ ...wish, standard: event.target.value })}
              />
            )}
          </Field>
          <Field label={say(words.closes, language)}>
            {(ids) => (
              <input
                {...ids}
                type="time"
                step="1800"
                value={wish.closes}
                onChange={(event) => write({ ...wish, closes: event.target.value })}
              />
            )}
          </Field>
        </div>
        <h3 className="plan-title">{say(words.openWhen, language)}</h3>
        <PlanGrid
          open={wish.open}
          halves={halves}
          language={language}
          disabled={isAsking}
          onChange={(open) => write({ ...wish, open })}
        />
        <div className="plan-acts">
          <button type="submit" className="sheet-button plan-main" disabled={isAsking || stale}>
            {say(isAsking ? words.working : words.run, language)}
          </button>
          <button
            type="button"
            className="sheet-button"
            disabled={isAsking || stale}
            onClick={() => void tryOut(true)}
          >
            {say(words.seek, language)}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {asked.step === 'failed' ? (
          <p className="sheet-warn" role="alert">
            {say(asked.why, language)}
          </p>
        ) : null}
        {answer === null ? null : (
          <Outcome
            answer={answer}
            standard={Number(wish.standard)}
            view={view}
            language={language}
            onTake={(open) => write({ ...wish, open })}
          />
        )}
      </div>
    </section>
  )
}

type OutcomeProps = {
  readonly answer: WhatIfAnswer
  readonly standard: number
  readonly view: SupervisorView
  readonly language: Language
  readonly onTake: (open: OpenTimes) => void
}

function Outcome({ answer, standard, view, language, onTake }: OutcomeProps) {
  const { usual, plan, sought, halves, source, restsOn, isPeak, isTargetInReach } = answer
  const series = (of: (each: Assessment) => Series['values']): readonly Series[] => [
    { name: say(words.usual, language), line: 'usual', values: of(usual) },
    { name: say(words.asked, language), line: 'plan', values: of(plan) },
    ...(sought === null
      ? []
      : [{ name: say(words.sought, language), line: 'sought', values: of(sought.assessment) } as const]),
  ]
  const minutes = (value: number) => value / MINUTE
  const percent = (value: number) => value * 100
  return (
    <div className="plan-outcome">
      <p className="sheet-note">
        {say(words.source, language)}: {say(sourceWords(source, restsOn.days, restsOn.sameWeekday), language)}
        {isPeak ? ` · ${say(words.peak, language)}` : ''}
      </p>
      {isTargetInReach === false ? <p className="sheet-warn">{say(words.outOfReach, language)}</p> : null}
      <WholeTable answer={answer} language={language} />
      {sought === null ? null : (
        <button
          type="button"
          className="sheet-button"
          onClick={() => onTake(new Map(sought.windows.map(({ window, open }) => [window, open])))}
        >
          {say(words.use, language)}
        </button>
      )}
      <p className="sheet-quiet">{say(words.curvesAbout, language)}</p>
      <ul className="curve-legend" role="list">
        {series(({ median }) => median).map(({ name, line }) => (
          <li key={name} className={`curve-${line}`}>
            <svg viewBox="0 0 40 10" aria-hidden="true">
              <path className="curve-line" d="M0 5 L40 5" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div className="curves">
        <Curve
          title={say(words.median, language)}
          halves={halves}
          series={series(({ median }) => median)}
          scale={minutes}
          unit=""
          atLeast={10}
          mark={standard}
        />
        <Curve
          title={say(words.p90, language)}
          halves={halves}
          series={series(({ p90 }) => p90)}
          scale={minutes}
          unit=""
          atLeast={20}
          mark={standard}
        />
        <Curve
          title={say(words.within, language)}
          halves={halves}
          series={series(({ within }) => within)}
          scale={percent}
          unit="%"
          atLeast={100}
          mark={95}
        />
        <Visitors answer={answer} view={view} language={language} />
      </div>
    </div>
  )
}

function WholeTable({ answer, language }: { readonly answer: WhatIfAnswer; readonly language: Language }) {
  const { usual, plan, sought } = answer
  const columns = [
    { name: words.usual, of: usual },
    { name: words.asked, of: plan },
    ...(sought === null ? [] : [{ name: words.sought, of: sought.assessment }]),
  ]
  const minutes = (each: Interval) => figure(each, 1 / MINUTE, 1, '')
  const share = (each: Interval) => figure(each, 100, 1, '\u00a0%')
  const rows: readonly { readonly name: Bilingual; readonly of: (each: Assessment['whole']) => string }[] = [
    { name: words.median, of: ({ medianMs }) => minutes(medianMs) },
    { name: words.p90, of: ({ p90Ms }) => minutes(p90Ms) },
    { name: words.within, of: ({ within }) => share(within) },
    { name: words.unserved, of: ({ unserved }) => figure(unserved, 1, 1, '') },
    { name: words.utilisation, of: ({ utilisation }) => share(utilisation) },
  ]
  return (
    <table className="sheet-table plan-table">
      <caption>{say(words.whole, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.figure, language)}</th>
          {columns.map(({ name }) => (
            <th key={name.en} scope="col">
              {say(name, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name.en}>
            <th scope="row">{say(row.name, language)}</th>
            {columns.map(({ name, of }) => (
              <td key={name.en}>{row.of(of.whole)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many come, by half hour: bars, and by service in the table below them. */
function Visitors({ answer, view, language }: Pick<OutcomeProps, 'answer' | 'view' | 'language'>) {
  const { people, halves } = answer
  const totals = halves.map((_, half) => people.reduce((sum, { counts }) => sum + (counts[half] ?? 0), 0))
  const most = Math.max(1, ...totals)
  const names = new Map(view.services.map(({ id, name }) => [id, name]))
  const label = say(words.visitorsByHalf, language)
  return (
    <figure className="curve">
      <figcaption>{label}</figcaption>
      <svg
        viewBox="0 0 560 220"
        role="img"
        aria-label={`${label}: ${halves.map((half, index) => `${half} ${Math.round(totals[index] ?? 0)}`).join(', ')}`}
      >
        {totals.map((total, index) => {
          const width = 500 / halves.length
          const height = (total / most) * 160
          const x = 44 + index * width
          return (
            <g key={halves[index]}>
              <rect className="curve-bar" x={x + 2} y={190 - height} width={width - 4} height={height} />
              <text className="curve-tick" x={x + width / 2} y={184 - height} textAnchor="middle">
                {Math.round(total)}
              </text>
              {index % 2 === 0 ? (
                <text className="curve-tick" x={x + width / 2} y={208} textAnchor="middle">
                  {halves[index]}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
      <details className="plan-people">
        <summary id="plan-people">{say(words.byService, language)}</summary>
        <ScrollRegion className="plan-scroll" labelledBy="plan-people">
          <table className="plan-grid plan-demand">
            <thead>
              <tr>
                <th scope="col">{say(words.service, language)}</th>
                {halves.map((half) => (
                  <th key={half} scope="col">
                    {half}
                  </th>
                ))}
                <th scope="col">{say(words.total, language)}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ service, counts }) => (
                <tr key={service}>
                  <th scope="row">{say(names.get(service) ?? common.service, language)}</th>
                  {counts.map((count, half) => (
                    <td key={halves[half]}>{count.toFixed(1)}</td>
                  ))}
                  <td>
                    <strong>{Math.round(counts.reduce((sum, each) => sum + each, 0))}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  )
}

function figure({ mean, low, high }: Interval, factor: number, digits: number, unit: string): string {
  const text = (value: number) => Math.max(0, value * factor).toFixed(digits)
  return `${text(mean)}${unit} (${text(low)}–${text(high)})`
}

function firstWish(view: SupervisorView): Wish {
  const halves = halvesBetween(view, '')
  return {
    date: view.day.next?.date ?? view.day.date,
    weight: '', // as the office has it
    standard: String(view.standardMinutes),
    closes: '',
    open: new Map(view.windows.map(({ window }) => [window, halves.map(() => true)])),
  }
}

/** The half hours of the office's day; of a day off those of the usual one are shown once they are known. */
function halvesBetween(view: SupervisorView, closes: string): readonly string[] {
  const { opensAt, closesAt, zone } = view.day
  if (opensAt === null || closesAt === null) return USUAL
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const [from, usual] = [Date.parse(opensAt), Date.parse(closesAt)]
  const [hours = '', minutes = ''] = closes.split(':')
  const opens = clock.format(from).split(':')
  const until =
    closes === ''
      ? usual
      : from + ((Number(hours) - Number(opens[0])) * 60 + Number(minutes) - Number(opens[1])) * MINUTE
  const count = Math.max(1, Math.ceil((until - from) / (30 * MINUTE)))
  return Array.from({ length: Math.min(48, count) }, (_, half) => clock.format(from + half * 30 * MINUTE))
}

const USUAL = Array.from({ length: 17 }, (_, half) => {
  const minutes = 8 * 60 + 30 + half * 30
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
})
