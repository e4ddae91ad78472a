import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { LocalTime } from '#shared/ids.ts'
import { label, LETTERS, printed, type Letter } from '#shared/labels.ts'
import type { SupervisorView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import { Field } from './field.tsx'
import './rolls-section.css'
import { rollWords as words } from './roll-words.ts'
import type { Supervised } from './supervised.ts'

type Roll = SupervisorView['rolls'][number]

/** Numbers on paper, for when the kiosk is away as well: declared ahead, and entered as they are handed out. */
export function RollsSection(props: Supervised) {
  const { view, language } = props
  return (
    <div className="entry rolls">
      <section className="panel" aria-labelledby="declare-heading">
        <h2 id="declare-heading">{say(words.declare, language)}</h2>
        <p>{say(words.declareAbout, language)}</p>
        <DeclareForm {...props} />
      </section>
      <section className="panel" aria-labelledby="rolls-heading">
        <h2 id="rolls-heading">{say(words.rolls, language)}</h2>
        {view.rolls.length === 0 ? <p className="sheet-quiet">{say(words.none, language)}</p> : null}
        {view.rolls.map((roll) => (
          <EnterForm key={`${roll.letter}${roll.from}`} {...props} roll={roll} />
        ))}
      </section>
    </div>
  )
}

function DeclareForm({ view, api, office, language, stale }: Supervised) {
  const [letter, choose] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const chosen = LETTERS.find((each) => each === letter)
  return (
    <>
      <Field label={say(words.letter, language)}>
        {(ids) => (
          <select {...ids} value={letter} onChange={(event) => choose(event.target.value)}>
            <option value="">{say(words.chooseLetter, language)}</option>
            {view.groups.map((group) => (
              <option key={group.id} value={group.letter}>
                {`${group.letter} · ${say(group.name, language)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="field-pair">
        <NumberField label={say(words.first, language)} value={from} onChange={setFrom} />
        <NumberField label={say(words.last, language)} value={to} onChange={setTo} />
      </div>
      <ActionButton
        kind="main"
        label={say(words.declareGo, language)}
        onAct={async () => {
          if (chosen === undefined) return { kind: 'unreachable' }
          const roll = { letter: chosen, from: Number(from), to: Number(to) }
          const reply = await api.command(office, 'declare-roll', roll)
          if (reply.kind !== 'done') return reply
          setFrom('')
          setTo('')
          return reply
        }}
        disabled={stale || chosen === undefined || !isNumber(from) || !isNumber(to)}
        language={language}
      />
    </>
  )
}

function EnterForm({ roll, view, api, office, language, stale }: Supervised & { readonly roll: Roll }) {
  const services = view.services.filter((service) => service.letter === roll.letter)
  const [service, choose] = useState(services[0]?.id ?? null)
  const [through, setThrough] = useState('')
  const [since, setSince] = useState('')
  const [until, setUntil] = useState('')
  const { next } = roll
  const [first, last] = [printed(label(roll.letter, roll.from)), printed(label(roll.letter, roll.to))]
  const heading = `${first} – ${last}`
  if (next === null) return <p>{`${heading}: ${say(words.usedUp, language)}`}</p>
  return (
    <fieldset className="roll">
      <legend>{heading}</legend>
      <p>
        {say(words.entered, language)}: {roll.entered} · {say(words.next, language)}:{' '}
        <b>{printed(label(roll.letter, next))}</b>
      </p>
      <Field label={say(words.service, language)}>
        {(ids) => (
          <select
            {...ids}
            value={service ?? ''}
            onChange={(event) => choose(services.find(({ id }) => id === event.target.value)?.id ?? service)}
          >
            {services.map((each) => (
              <option key={each.id} value={each.id}>
                {say(each.name, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <NumberField label={say(words.through, language)} value={through} onChange={setThrough} />
      <div className="field-pair">
        <TimeField label={say(words.since, language)} value={since} onChange={setSince} />
        <TimeField label={say(words.until, language)} value={until} onChange={setUntil} />
      </div>
      <p className="field-hint">{say(words.timesHint, language)}</p>
      <ActionButton
        kind="main"
        label={say(words.enterGo, language)}
        onAct={async () => {
          if (service === null) return { kind: 'unreachable' }
          const reply = await api.command(office, 'enter-roll', {
            letter: roll.letter as Letter, // the office’s own
            from: next,
            to: Number(through),
            service,
            ...(since === '' || until === ''
              ? {}
              : { handedOut: { from: since as LocalTime, to: until as LocalTime } }), // a time input gives what the schema wants
          })
          if (reply.kind !== 'done') return reply
          setThrough('')
          setSince('')
          setUntil('')
          return reply
        }}
        disabled={stale || service === null || !isNumber(through) || (since === '') !== (until === '')}
        language={language}
      />
    </fieldset>
  )
}

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function NumberField({ label: name, value, onChange }: FieldProps) {
  return (
    <Field label={name}>
      {(ids) => (
        <input
          {...ids}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function TimeField({ label: name, value, onChange }: FieldProps) {
  return (
    <Field label={name}>
      {(ids) => (
        <input {...ids} type="time" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

function isNumber(typed: string): boolean {
  return /^\s*0*[1-9]\d{0,4}\s*$/.test(typed)
}
