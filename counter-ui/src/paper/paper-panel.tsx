import { useId, useState, type FormEvent } from 'react'
import { clockFace, timeOfDay } from '#shared/client/format.ts'
import { dateIn, isoOf } from '#shared/client/instants.ts'
import type { Outcome } from '#shared/commands.ts'
import { parseLabel } from '#shared/labels.ts'
import { outcomeWords } from '#shared/words/reasons.ts'
import { ActionButton } from '../action-button.tsx'
import { KeyCap, useKey } from '../key-cap.tsx'
import type { Language } from '../language.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { filled } from '../words.ts'
import { OUTCOMES } from '../window/outcomes.ts'
import type { DeskProps } from '../window/desk.tsx'
import { endedAt } from './ended-at.ts'
import type { Note, Notes, NotesState } from './notes.ts'
import './paper-panel.css'
import { words } from './words.ts'

type Props = DeskProps & { readonly paper: Notes & { readonly state: NotesState } }

/** While the window is cut off: whom the clerk serves is noted here. Who comes next the people of the hall decide. */
export function PaperPanel(props: Props) {
  const { view, isLive, staleSince, zone, language, paper } = props
  const { notes, isKept } = paper.state
  const mine = notes.filter(({ window }) => window === view.window)
  const open = mine.find(({ finished }) => finished === null)
  return (
    <section className="side-card paper-panel" aria-labelledby="paper-title">
      <h2 id="paper-title" className="side-title">
        {words.paperMode[language]}
      </h2>
      {isLive ? null : (
        <p>{filled(words.paperAbout[language], { at: timeOfDay(staleSince ?? view.at, zone, language) })}</p>
      )}
      {isKept === false ? <p role="alert">{words.notKept[language]}</p> : null}
      {open === undefined ? (
        isLive || isKept !== true ? null : (
          <BeginForm {...props} noted={notes} />
        )
      ) : (
        <AtWindow {...props} note={open} />
      )}
      <NoteList {...props} notes={notes.filter(({ finished }) => finished !== null)} />
    </section>
  )
}

function BeginForm({
  view,
  line,
  zone,
  language,
  paper,
  noted,
}: Props & { readonly noted: readonly Note[] }) {
  const id = useId()
  const key = useKey(FIELD_KEY)
  const [typed, type] = useState('')
  const [problem, tell] = useState<string | null>(null)
  const { current } = view
  const here = current === null || noted.some(({ label }) => label === current.label) ? null : current
  const known = [...view.held, ...view.next]
    .map(({ label }) => label)
    .filter((label) => noted.every((note) => note.label !== label))

  async function begin(label: string, since: number) {
    if (noted.some((note) => note.label === label)) return tell(words.notedAlready[language])
    type('')
    tell(null)
    const startedAt = isoOf(since)
    await paper.begin({ date: dateIn(zone, since), window: view.window, label, startedAt })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const label = parseLabel(typed)
    if (label === null) return tell(words.labelWanted[language])
    void begin(label, line.now())
  }

  return (
    <>
      {here === null ? null : (
        <NextStep
          label={filled(words.goOnWith[language], { label: here.label })}
          step={`begin ${here.label}`}
          onStep={() => begin(here.label, here.state === 'serving' ? Date.parse(here.startedAt) : line.now())}
          language={language}
        />
      )}
      <form className="paper-form" onSubmit={submit}>
        <FieldLabel field={id} text={words.whom[language]} />
        <input
          id={id}
          aria-keyshortcuts={key['aria-keyshortcuts']}
          value={typed}
          list={`${id}-known`}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-problem`}
          onChange={(event) => type(event.target.value)}
        />
        <datalist id={`${id}-known`}>
          {known.map((label) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </datalist>
        <button type="submit" className="plain-button">
          {words.begin[language]}
        </button>
        <p id={`${id}-problem`} role="alert" className="paper-problem">
          {problem}
        </p>
      </form>
    </>
  )
}

function AtWindow({ note, line, zone, language, paper }: Props & { readonly note: Note }) {
  const id = useId()
  const key = useKey(FIELD_KEY)
  const [outcome, choose] = useState<Outcome>('served')
  return (
    <div className="paper-form">
      <p>
        <TicketLabel label={note.label} className="paper-label" />{' '}
        {filled(words.since[language], { at: clockFace(note.startedAt, zone) })}
      </p>
      <FieldLabel field={id} text={words.outcome[language]} />
      <select
        id={id}
        aria-keyshortcuts={key['aria-keyshortcuts']}
        value={outcome}
        onChange={(event) => choose(OUTCOMES.find((each) => each === event.target.value) ?? 'served')}
      >
        {OUTCOMES.map((each) => (
          <option key={each} value={each}>
            {outcomeWords[each][language]}
          </option>
        ))}
      </select>
      <NextStep
        label={words.finish[language]}
        step={`finish ${note.key}`}
        onStep={() => paper.finish(note, endedAt(note, line.now(), zone), outcome)}
        language={language}
      />
      <button type="button" className="plain-button" onClick={() => void paper.remove(note)}>
        {words.notServed[language]}
      </button>
    </div>
  )
}

type StepProps = {
  readonly label: string
  /** Which step it is: the next one, on the same key, settles first. */
  readonly step: string
  readonly onStep: () => Promise<void>
  readonly language: Language
}

/** What is next on paper, always on one key: the main action and its Enter wait for the line. */
function NextStep({ label, step, onStep, language }: StepProps) {
  return (
    <ActionButton
      label={label}
      shortcut="KeyG"
      action={step}
      onAct={async () => {
        await onStep()
        return { kind: 'done', value: undefined }
      }}
      language={language}
    />
  )
}

const FIELD_KEY = 'KeyL'

function FieldLabel({ field, text }: { readonly field: string; readonly text: string }) {
  return (
    <label htmlFor={field} data-shortcut={FIELD_KEY} className="paper-field-name">
      <KeyCap code={FIELD_KEY} />
      {text}
    </label>
  )
}

function NoteList({ notes, zone, language, isLive, paper }: Props & { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null
  return (
    <ol role="list" className="paper-notes" aria-label={words.noted[language]}>
      {notes.map((note) => {
        const refusal = isLive ? paper.state.refusals.get(note.key) : undefined
        return (
          <li key={note.key}>
            <TicketLabel label={note.label} /> {clockFace(note.startedAt, zone)}–
            {clockFace(note.finished?.at ?? note.startedAt, zone)}
            {note.finished === null ? null : ` · ${outcomeWords[note.finished.outcome][language]}`}
            {refusal === undefined ? null : <p className="paper-problem">{refusal[language]}</p>}
            {isLive && refusal === undefined ? null : (
              <button type="button" className="plain-button" onClick={() => void paper.remove(note)}>
                {filled(words.remove[language], { label: note.label })}
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
