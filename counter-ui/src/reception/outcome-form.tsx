import { useState } from 'react'
import { longDate, say } from '#shared/client/format.ts'
import type { LocalDate, UnitId } from '#shared/ids.ts'
import type { ListedAppointment, ReceptionOutcome } from '#shared/reception.ts'
import type { DeskView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import type { Language } from '../language.ts'
import { addDays } from '../supervisor/dates.ts'
import { Field } from '../supervisor/field.tsx'
import type { z } from 'zod'
import type { Act } from './use-acts.ts'
import { words } from './words.ts'

type Outcome = z.infer<typeof ReceptionOutcome>

type Props = {
  readonly number: ListedAppointment['number']
  readonly units: DeskView['units']
  /** The office's date. */
  readonly today: string
  readonly isLive: boolean
  readonly act: Act
  readonly language: Language
  readonly onDone: () => void
}

/** An answer is promised in so many days, unless another date is chosen. */
const USUAL_TERM_DAYS = 14

/** How it ended: three at one press, two with a date. */
export function OutcomeForm({ number, units, today, isLive, act, language, onDone }: Props) {
  const [kind, choose] = useState<'passed-on' | 'answer-to-follow' | null>(null)
  const [unit, pick] = useState<UnitId | ''>('')
  const [due, write] = useState(addDays(today, USUAL_TERM_DAYS))
  const shared = { disabled: !isLive, language }

  const record = async (outcome: Outcome) => {
    const reply = await act('record-outcome', { number, outcome })
    if (reply.kind === 'done') onDone()
    return reply
  }

  // Without units there is nowhere to pass it on to.
  const dated =
    units.length === 0 ? (['answer-to-follow'] as const) : (['passed-on', 'answer-to-follow'] as const)
  if (kind === null) {
    return (
      <div className="outcome">
        <ActionButton
          {...shared}
          kind="main"
          label={say(words.answered, language)}
          onAct={() => record({ kind: 'answered' })}
        />
        {dated.map((each) => (
          <button
            key={each}
            type="button"
            className="action-button step-button"
            aria-disabled={!isLive}
            onClick={() => (isLive ? choose(each) : undefined)}
          >
            <span className="action-label">
              {say(each === 'passed-on' ? words.passOn : words.answerToFollow, language)}
            </span>
          </button>
        ))}
        <ActionButton
          {...shared}
          label={say(words.didNotCome, language)}
          onAct={() => record({ kind: 'did-not-come' })}
        />
        <ActionButton {...shared} label={say(words.left, language)} onAct={() => record({ kind: 'left' })} />
        <button type="button" className="plain-button" onClick={onDone}>
          {say(words.back, language)}
        </button>
      </div>
    )
  }
  return (
    <div className="outcome">
      {kind === 'passed-on' ? (
        <Field label={say(words.unit, language)} hint={'\u00a0'}>
          {(ids) => (
            <select
              {...ids}
              value={unit}
              ref={focusAtOnce}
              onChange={(event) => pick(units.find(({ id }) => id === event.target.value)?.id ?? '')}
            >
              <option value="">{say(words.chooseUnit, language)}</option>
              {units.map((each) => (
                <option key={each.id} value={each.id}>
                  {say(each.name, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field label={say(words.due, language)} hint={due === '' ? '\u00a0' : longDate(due, language)}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            min={today}
            value={due}
            ref={kind === 'answer-to-follow' ? focusAtOnce : undefined}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      <ActionButton
        kind="main"
        label={say(words.record, language)}
        onAct={() => {
          const by = due as LocalDate // a date input gives YYYY-MM-DD or nothing; the server's schema decides
          return record(kind === 'passed-on' ? { kind, unit: unit as UnitId, due: by } : { kind, due: by }) // of the list above
        }}
        disabled={!isLive || due === '' || (kind === 'passed-on' && unit === '')}
        language={language}
      />
      <button type="button" className="plain-button" onClick={() => choose(null)}>
        {say(words.back, language)}
      </button>
    </div>
  )
}

/** The button that was pressed is gone: what it opened takes the focus in its place. */
function focusAtOnce(field: HTMLElement | null) {
  field?.focus()
}
