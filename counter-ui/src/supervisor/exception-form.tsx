import type { HTMLInputTypeAttribute } from 'react'
import { longDate, say } from '#shared/client/format.ts'
import type { CalendarException } from '#shared/commands.ts'
import { ActionButton } from '../action-button.tsx'
import {
  bodyOf,
  emptyDraft,
  gapsOf,
  spanOf,
  type DraftField,
  type ExceptionDraft,
} from './exception-draft.ts'
import { Choice, Field } from './field.tsx'
import type { Supervised } from './supervised.ts'
import { fieldWords, kindWords, words } from './words.ts'

type Props = Supervised & {
  readonly draft: ExceptionDraft
  readonly onWrite: (draft: ExceptionDraft) => void
}

const KINDS: readonly CalendarException['kind'][] = [
  'closed',
  'working-day',
  'hours',
  'no-reception',
  'reception-moved',
]

/** One more exception to the calendar, by an order. */
export function ExceptionForm({ view, api, office, language, stale, draft, onWrite }: Props) {
  const gaps = gapsOf(draft)
  const today = view.day.date

  function input(field: DraftField, type: HTMLInputTypeAttribute, hint?: string) {
    const value = draft[field]
    const isDate = type === 'date'
    return (
      <Field
        label={say(fieldWords[field], language)}
        hint={isDate ? (value === '' ? '\u00a0' : longDate(value, language)) : hint}
      >
        {(ids) => (
          <input
            {...ids}
            type={type}
            value={value}
            required
            {...(isDate ? { min: draft.from !== '' && field === 'to' ? draft.from : today } : {})}
            {...(field === 'order' ? { maxLength: 60 } : {})}
            {...(field === 'bg' || field === 'en' ? { lang: field, maxLength: 300 } : {})}
            onChange={(event) => onWrite({ ...draft, [field]: event.target.value })}
          />
        )}
      </Field>
    )
  }

  return (
    <section className="panel exception-form" aria-labelledby="exception-heading">
      <h2 id="exception-heading">{say(words.addException, language)}</h2>
      <Choice
        legend={say(words.change, language)}
        options={KINDS.map((kind) => ({ value: kind, name: say(kindWords[kind], language) }))}
        value={draft.kind}
        onChoose={(kind) => onWrite({ ...draft, kind })}
      />
      {draft.kind === 'hours' ? (
        <div className="field-pair">
          {input('opens', 'time')}
          {input('closes', 'time')}
        </div>
      ) : null}
      {draft.kind === 'reception-moved' ? input('movedTo', 'date') : null}
      {input('from', 'date')}
      {draft.kind === 'reception-moved' ? null : (
        <Choice
          legend={say(words.span, language)}
          options={[
            { value: 'one-day', name: say(words.spanOneDay, language) },
            { value: 'to', name: say(words.spanTo, language) },
            { value: 'until-revoked', name: say(words.spanUntilRevoked, language) },
          ]}
          value={draft.span}
          onChoose={(span) => onWrite({ ...draft, span })}
        />
      )}
      {spanOf(draft) === 'to' ? input('to', 'date') : null}
      {input('order', 'text', say(words.orderHint, language))}
      {input('bg', 'text')}
      {input('en', 'text', say(words.reasonSeen, language))}
      <p className="sheet-quiet">
        {gaps.length === 0
          ? null
          : `${say(words.stillMissing, language)}: ${gaps.map((field) => say(fieldWords[field], language).toLowerCase()).join(', ')}`}
      </p>
      <ActionButton
        kind="main"
        label={say(words.add, language)}
        onAct={async () => {
          const reply = await api.command(office, 'add-exception', bodyOf(draft))
          if (reply.kind === 'done') onWrite(emptyDraft)
          return reply
        }}
        disabled={stale || gaps.length > 0}
        language={language}
      />
    </section>
  )
}
