import { useState } from 'react'
import { say, timeOfDay } from '#shared/client/format.ts'
import { useLive } from '#shared/client/use-live.ts'
import type { PrintingView } from '#shared/printing.ts'
import { ActionButton } from '../action-button.tsx'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { Field } from '../supervisor/field.tsx'
import { Shape, type ShapeName } from '../supervisor/shape.tsx'
import { TicketLabel } from '../ticket-label.tsx'
import { orderCopy, orderTestPage } from './orders.ts'
import './printing.css'
import { connectionWords, failureWords, kindWords, stateWords, statusWords, words } from './words.ts'

type Props = Pick<PageProps, 'api' | 'line' | 'office' | 'zone' | 'language'> & {
  /** Copies are for those who work with tickets. */
  readonly mayCopy: boolean
}

type Shared = Props & { readonly view: PrintingView; readonly stale: boolean }

/** The printers of the hall, what they have printed today, and a copy for whoever is left without paper. */
export function PrintingSection(props: Props) {
  const { line, office, language, mayCopy } = props
  const live = useLive(line, office, 'printing')
  if (live.status === 'connecting') return <p className="sheet-face">{say(words.connecting, language)}</p>
  if (live.status === 'refused') return <p className="sheet-face">{say(live.rejection.message, language)}</p>
  const shared = { ...props, view: live.view, stale: live.status === 'stale' }
  if (live.view.printers.length === 0) {
    return (
      <section aria-labelledby="printers-heading">
        <div className="sheet-heading">
          <h2 id="printers-heading">{say(words.printers, language)}</h2>
        </div>
        <p className="sheet-empty">
          {say(words.printersNone, language)} {say(words.printersAbout, language)}
        </p>
      </section>
    )
  }
  return (
    <div className={mayCopy ? 'beside' : 'printing-alone'}>
      <div className="printing-main">
        <Printers {...shared} />
        <Jobs {...shared} />
      </div>
      {mayCopy ? <CopyForm {...shared} /> : null}
    </div>
  )
}

function Printers({ view, api, office, zone, language, stale }: Shared) {
  return (
    <section aria-labelledby="printers-heading">
      <div className="sheet-heading">
        <h2 id="printers-heading">{say(words.printers, language)}</h2>
        <p className="sheet-quiet">{say(words.printersAbout, language)}</p>
      </div>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{say(words.printer, language)}</th>
            <th scope="col">{say(words.state, language)}</th>
            <th scope="col">{say(words.kiosks, language)}</th>
            <th scope="col">
              <span className="visually-hidden">{say(words.actions, language)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.printers.map((printer) => (
            <tr key={printer.id}>
              <th scope="row">
                {say(printer.name, language)}
                <span className="sheet-second">
                  {printer.id} · {say(connectionWords[printer.connection], language)} · {printer.paper}{' '}
                  {say(words.mm, language)}
                </span>
              </th>
              <td>
                <span className="printer-status" data-kind={gravity(printer)}>
                  <Shape name={shapes[gravity(printer)]} /> {say(statusWords(printer.status), language)}
                </span>
                <span className="sheet-second">
                  {say(words.since, language)} {timeOfDay(printer.since, zone, language)}
                  {printer.waiting === 0 ? null : ` · ${say(words.waiting, language)}: ${printer.waiting}`}
                </span>
              </td>
              <td>
                {printer.kiosks.length === 0 ? say(words.noKiosks, language) : printer.kiosks.join(', ')}
                {view.staff === printer.id ? (
                  <span className="sheet-second">{say(words.forStaff, language)}</span>
                ) : null}
              </td>
              <td>
                {printer.connection === 'browser' ? null : (
                  <ActionButton
                    label={say(words.testPage, language)}
                    onAct={() => orderTestPage(api, office, printer.id)}
                    disabled={stale}
                    language={language}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Gravity = 'well' | 'low' | 'trouble' | 'unknown'

function gravity({ status }: PrintingView['printers'][number]): Gravity {
  if (status.kind === 'ready') return status.paperLow ? 'low' : 'well'
  return status.kind
}

const shapes: { readonly [G in Gravity]: ShapeName } = {
  well: 'done',
  low: 'soon',
  trouble: 'past',
  unknown: 'closed',
}

function Jobs(props: Shared) {
  const { view, zone, language } = props
  return (
    <section aria-labelledby="print-jobs-heading">
      <div className="sheet-heading">
        <h2 id="print-jobs-heading">{say(words.jobs, language)}</h2>
      </div>
      {view.jobs.length === 0 ? (
        <p className="sheet-empty">{say(words.jobsNone, language)}</p>
      ) : (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col">{say(words.time, language)}</th>
              <th scope="col">{say(words.what, language)}</th>
              <th scope="col">{say(words.printer, language)}</th>
              <th scope="col">{say(words.result, language)}</th>
            </tr>
          </thead>
          <tbody>
            {view.jobs.map((job) => (
              <tr key={job.id}>
                <td className="sheet-nowrap">{timeOfDay(job.queuedAt, zone, language)}</td>
                <td>
                  {job.label === null ? null : <TicketLabel label={job.label} />}{' '}
                  <span className={job.label === null ? '' : 'sheet-quiet'}>
                    {say(kindWords[job.kind], language)}
                  </span>
                </td>
                <td>{nameOf(view, job.printer, language)}</td>
                <td>
                  <Result {...props} job={job} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Result({
  job,
  view,
  api,
  office,
  language,
  stale,
  mayCopy,
}: Shared & { readonly job: PrintingView['jobs'][number] }) {
  const { label } = job
  return (
    <div className="print-result">
      <span>
        {job.state === 'failed' ? <Shape name="no-window" /> : null} {say(stateWords[job.state], language)}
        {job.failure === null ? null : (
          <span className="sheet-second">{say(failureWords[job.failure], language)}</span>
        )}
      </span>
      {mayCopy && job.state === 'failed' && label !== null && view.failed.includes(label) ? (
        <ActionButton
          label={
            <>
              {say(words.copyOf, language)}
              <span className="visually-hidden"> {label}</span>
            </>
          }
          onAct={() => orderCopy(api, office, { label, printer: null })}
          disabled={stale}
          language={language}
        />
      ) : null}
    </div>
  )
}

function CopyForm({ view, api, office, language, stale }: Shared) {
  const [label, write] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const [last, keep] = useState<string | null>(null)
  const reachable = view.printers.filter(({ connection }) => connection !== 'browser')
  const printer = chosen ?? view.staff ?? reachable[0]?.id ?? null
  return (
    <section className="panel" aria-labelledby="copy-heading">
      <h2 id="copy-heading">{say(words.copy, language)}</h2>
      <p className="sheet-quiet">{say(words.copyAbout, language)}</p>
      <Field label={say(words.number, language)} hint={say(words.numberHint, language)}>
        {(ids) => (
          <input
            {...ids}
            maxLength={12}
            autoComplete="off"
            value={label}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      <Field label={say(words.printAt, language)}>
        {(ids) => (
          <select {...ids} value={printer ?? ''} onChange={(event) => choose(event.target.value)}>
            {reachable.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ActionButton
        kind="main"
        label={say(words.printCopy, language)}
        onAct={async () => {
          keep(null)
          const reply = await orderCopy(api, office, { label: label.trim(), printer })
          if (reply.kind !== 'done') return reply
          keep(label.trim())
          write('')
          return reply
        }}
        disabled={stale || label.trim().length < 2 || reachable.length === 0}
        language={language}
      />
      <p className="copy-ordered" role="status">
        {last === null ? null : `${say(words.ordered, language)}: ${last}`}
      </p>
    </section>
  )
}

function nameOf(view: PrintingView, id: string, language: Language): string {
  const printer = view.printers.find((each) => each.id === id)
  return printer === undefined ? id : say(printer.name, language)
}
