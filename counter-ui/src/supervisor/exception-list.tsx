import { useId, useState } from 'react'
import { say } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import { Field } from './field.tsx'
import type { Supervised } from './supervised.ts'
import { changeWords, periodWords, words } from './words.ts'

/** The exceptions that hold, each with its order; removing one asks for the order that does it. */
export function ExceptionList(props: Supervised) {
  const { view, language } = props
  return (
    <section aria-labelledby="exceptions-heading">
      <div className="sheet-heading">
        <h2 id="exceptions-heading">{say(words.exceptions, language)}</h2>
      </div>
      {view.exceptions.length === 0 ? (
        <p className="sheet-empty">{say(words.exceptionsNone, language)}</p>
      ) : (
        <ul role="list" className="exceptions">
          {view.exceptions.map((exception) => (
            <Exception key={exception.id} {...props} exception={exception} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Exception({
  exception,
  api,
  office,
  language,
  stale,
}: Supervised & { readonly exception: Supervised['view']['exceptions'][number] }) {
  const [isLeaving, leave] = useState(false)
  const [order, write] = useState('')
  const form = useId()
  const other = language === 'bg' ? 'en' : 'bg'
  return (
    <li className="exception">
      <div className="exception-row">
        <p className="exception-period">{say(periodWords(exception.from, exception.to), language)}</p>
        <div>
          <p>
            <b>{say(changeWords(exception.change), language)}</b> · {exception.order}
          </p>
          <p>{say(exception.reason, language)}</p>
          <p className="sheet-quiet" lang={other}>
            {say(exception.reason, other)}
          </p>
        </div>
        <button
          type="button"
          className="sheet-link"
          aria-expanded={isLeaving}
          aria-controls={form}
          onClick={() => leave(!isLeaving)}
        >
          {say(isLeaving ? words.cancel : words.remove, language)}
        </button>
      </div>
      <div id={form} hidden={!isLeaving} className="exception-remove">
        <Field label={say(words.removeOrder, language)} hint={say(words.orderHint, language)}>
          {(ids) => (
            <input {...ids} maxLength={60} value={order} onChange={(event) => write(event.target.value)} />
          )}
        </Field>
        <ActionButton
          kind="alarm"
          label={say(words.removeDo, language)}
          onAct={() => api.command(office, 'remove-exception', { id: exception.id, order: order.trim() })}
          disabled={stale || order.trim() === ''}
          language={language}
        />
      </div>
    </li>
  )
}
