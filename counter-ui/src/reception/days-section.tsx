import { useId, useState, type HTMLInputTypeAttribute } from 'react'
import { longDate, say } from '#shared/client/format.ts'
import { useLive } from '#shared/client/use-live.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { ReceptionException } from '#shared/reception.ts'
import type { DeskView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import type { PageProps } from '../page-props.ts'
import { dayAndMonth, shortDate, weekdayName } from '../supervisor/dates.ts'
import { Choice, Field } from '../supervisor/field.tsx'
import { bodyOf, emptyOrder, isWhole, type OrderDraft } from './order-draft.ts'
import { useActs, type Act } from './use-acts.ts'
import { changeKindWords, words } from './words.ts'

type Props = PageProps & {
  /** The orders in force; null: not there yet. */
  readonly exceptions: readonly ReceptionException[] | null
}

/** The reception days to come of each official, and what orders change of them. */
export function DaysSection({ exceptions, ...page }: Props) {
  const { line, office, language } = page
  const live = useLive(line, office, 'reception/desk')
  const act = useActs(page, 'reception/desk')
  const [draft, write] = useState<OrderDraft>(emptyOrder)
  if (live.status === 'connecting') return <p className="sheet-empty">{say(words.loading, language)}</p>
  if (live.status === 'refused') {
    return (
      <p className="sheet-empty" role="alert">
        {say(live.rejection.message, language)}
      </p>
    )
  }
  const { view } = live
  const isLive = live.status === 'live'
  if (view.officials.length === 0) return <p className="sheet-empty">{say(words.noOfficials, language)}</p>
  return (
    <div className="beside">
      <div className="reception-days">
        {exceptions === null ? null : (
          <Orders exceptions={exceptions} view={view} isLive={isLive} act={act} language={language} />
        )}
        {view.officials.map((official) => (
          <section key={official.id} aria-labelledby={`days-${official.id}`}>
            <div className="sheet-heading">
              <h2 id={`days-${official.id}`}>{say(official.post, language)}</h2>
              <p className="sheet-quiet">
                {say(words.room(official.room), language)} · {say(official.portfolio, language)}
              </p>
            </div>
            <ul role="list" className="official-days">
              {official.days.slice(0, SHOWN_DAYS).map((day) => (
                <li key={day.date}>
                  <button
                    type="button"
                    className="sheet-link"
                    onClick={() => write({ ...draft, official: official.id, date: day.date })}
                  >
                    {weekdayName(day.date, language, 'short')} {dayAndMonth(day.date, language)}
                  </button>
                  <p className="option-quiet">
                    {say(words.takenOf(day.taken, day.left), language)}
                    {day.listed === 0 ? '' : ` · ${say(words.listed(day.listed), language)}`}
                  </p>
                  {day.why === null ? null : <p>{say(day.why, language)}</p>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <OrderForm view={view} isLive={isLive} act={act} language={language} draft={draft} onWrite={write} />
    </div>
  )
}

const SHOWN_DAYS = 8

type PartProps = Pick<PageProps, 'language'> & {
  readonly view: DeskView
  readonly isLive: boolean
  readonly act: Act
}

const KINDS = ['none', 'moved', 'hours', 'substitute'] as const

function OrderForm({
  view,
  isLive,
  act,
  language,
  draft,
  onWrite,
}: PartProps & { readonly draft: OrderDraft; readonly onWrite: (draft: OrderDraft) => void }) {
  const [isDone, become] = useState(false)
  const official = view.officials.find(({ id }) => id === draft.official)
  const taken = official?.days.find(({ date }) => date === draft.date)?.taken ?? 0

  function write(next: OrderDraft) {
    become(false)
    onWrite(next)
  }
  function input(field: keyof OrderDraft, label: Bilingual, type: HTMLInputTypeAttribute, hint?: Bilingual) {
    const value = draft[field]
    const isDate = type === 'date'
    return (
      <Field
        label={say(label, language)}
        hint={isDate ? (value === '' ? '\u00a0' : longDate(value, language)) : hint && say(hint, language)}
      >
        {(ids) => (
          <input
            {...ids}
            type={type}
            value={value}
            {...(isDate ? { min: view.day.date } : {})}
            {...(field === 'order' ? { maxLength: 60 } : {})}
            {...(field === 'bg' || field === 'en' ? { lang: field, maxLength: 300 } : {})}
            onChange={(event) => write({ ...draft, [field]: event.target.value })}
          />
        )}
      </Field>
    )
  }
  const officials = (field: 'official' | 'substitute', label: Bilingual) => (
    <Field label={say(label, language)}>
      {(ids) => (
        <select
          {...ids}
          value={draft[field]}
          onChange={(event) => write({ ...draft, [field]: event.target.value })}
        >
          <option value="">{say(words.chooseOfficial, language)}</option>
          {view.officials
            .filter(({ id }) => field === 'official' || id !== draft.official)
            .map((each) => (
              <option key={each.id} value={each.id}>
                {say(each.post, language)}
              </option>
            ))}
        </select>
      )}
    </Field>
  )

  return (
    <section className="panel" aria-labelledby="order-title">
      <h2 id="order-title">{say(words.order, language)}</h2>
      {officials('official', words.official)}
      {input('date', words.date, 'date')}
      <Choice
        legend={say(words.kind, language)}
        options={KINDS.map((kind) => ({ value: kind, name: say(changeKindWords[kind], language) }))}
        value={draft.kind}
        onChoose={(kind) => write({ ...draft, kind })}
      />
      {draft.kind === 'moved' ? input('movedTo', words.movedTo, 'date') : null}
      {draft.kind === 'hours' ? (
        <>
          <div className="field-pair">
            {input('from', words.from, 'time')}
            {input('to', words.to, 'time')}
          </div>
          <p className="sheet-quiet">{say(words.secondBlock, language)}</p>
          <div className="field-pair">
            {input('from2', words.from, 'time')}
            {input('to2', words.to, 'time')}
          </div>
        </>
      ) : null}
      {draft.kind === 'substitute' ? officials('substitute', words.substitute) : null}
      {input('order', words.orderNumber, 'text', words.orderHint)}
      {input('bg', words.reasonBg, 'text')}
      {input('en', words.reasonEn, 'text', words.reasonSeen)}
      {taken === 0 ? null : (
        <p className="sheet-note sheet-note-warn">{say(words.concerns(taken), language)}</p>
      )}
      <ActionButton
        kind="main"
        label={say(words.addOrder, language)}
        onAct={async () => {
          const reply = await act('add-reception-exception', bodyOf(draft))
          if (reply.kind === 'done') {
            onWrite(emptyOrder)
            become(true)
          }
          return reply
        }}
        disabled={!isLive || !isWhole(draft)}
        language={language}
      />
      <p role="status">{isDone ? say(words.orderDone, language) : null}</p>
    </section>
  )
}

function Orders({ exceptions, ...part }: PartProps & { readonly exceptions: readonly ReceptionException[] }) {
  const { language } = part
  return (
    <section aria-labelledby="orders-title">
      <div className="sheet-heading">
        <h2 id="orders-title">{say(words.orders, language)}</h2>
      </div>
      {exceptions.length === 0 ? (
        <p className="sheet-empty">{say(words.ordersNone, language)}</p>
      ) : (
        <ul role="list" className="call-sheet">
          {exceptions.map((exception) => (
            <Order key={exception.id} {...part} exception={exception} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Order({
  exception,
  view,
  isLive,
  act,
  language,
}: PartProps & { readonly exception: ReceptionException }) {
  const [isLeaving, leave] = useState(false)
  const [order, write] = useState('')
  const form = useId()
  const post = view.officials.find(({ id }) => id === exception.official)?.post
  return (
    <li className="call-entry">
      <div>
        <p>
          <b>{say(changeKindWords[exception.change.kind], language)}</b> ·{' '}
          {post === undefined ? exception.official : say(post, language)} ·{' '}
          {shortDate(exception.date, language)}
          {changeWords(exception, view, language)}
        </p>
        <p>{say(exception.reason, language)}</p>
      </div>
      <div>
        <p>{exception.order}</p>
        <button
          type="button"
          className="sheet-link"
          aria-expanded={isLeaving}
          aria-controls={form}
          onClick={() => leave(!isLeaving)}
        >
          {say(isLeaving ? words.keepOrder : words.remove, language)}
        </button>
      </div>
      <div id={form} hidden={!isLeaving}>
        <Field label={say(words.removeBy, language)} hint={say(words.orderHint, language)}>
          {(ids) => (
            <input {...ids} maxLength={60} value={order} onChange={(event) => write(event.target.value)} />
          )}
        </Field>
        <ActionButton
          kind="alarm"
          label={say(words.removeDo, language)}
          onAct={() => act('remove-reception-exception', { id: exception.id, order: order.trim() })}
          disabled={!isLive || order.trim() === ''}
          language={language}
        />
      </div>
    </li>
  )
}

function changeWords(
  { change }: ReceptionException,
  view: DeskView,
  language: PageProps['language'],
): string {
  switch (change.kind) {
    case 'none':
      return ''
    case 'moved':
      return ` → ${shortDate(change.to, language)}`
    case 'hours':
      return `: ${change.blocks.map(({ from, to }) => `${from}–${to}`).join(', ')}`
    case 'substitute': {
      const post = view.officials.find(({ id }) => id === change.official)?.post
      return ` → ${post === undefined ? change.official : say(post, language)}`
    }
  }
}
