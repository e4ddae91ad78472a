import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { ListedAppointment } from '#shared/reception.ts'
import type { SecretaryView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import type { PageProps } from '../page-props.ts'
import { shortDate } from '../supervisor/dates.ts'
import { PersonText } from './appointment-card.tsx'
import { earlierWords } from './earlier.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import type { Act } from './use-acts.ts'
import { usePersons } from './use-persons.ts'
import { words } from './words.ts'

type Props = PageProps & { readonly view: SecretaryView; readonly isLive: boolean; readonly act: Act }

/** Answers owed until they are given; and what past days have left without an outcome. */
export function Deadlines(props: Props) {
  const { view, language } = props
  return (
    <>
      <section aria-labelledby="owed-title">
        <div className="sheet-heading">
          <h2 id="owed-title">{say(words.owed, language)}</h2>
        </div>
        {view.deadlines.length === 0 ? (
          <p className="sheet-empty">{say(words.deadlinesNone, language)}</p>
        ) : (
          <Entries {...props} appointments={view.deadlines} kind="owed" />
        )}
      </section>
      {view.unrecorded.length === 0 ? null : (
        <section aria-labelledby="unrecorded-title" className="walk-in">
          <div className="sheet-heading">
            <h2 id="unrecorded-title">{say(words.unrecorded, language)}</h2>
            <p className="sheet-quiet">{say(words.unrecordedText, language)}</p>
          </div>
          <Entries {...props} appointments={view.unrecorded} kind="unrecorded" />
        </section>
      )}
    </>
  )
}

type EntriesProps = Props & {
  readonly appointments: readonly ListedAppointment[]
  readonly kind: 'owed' | 'unrecorded'
}

function Entries({ appointments, kind, ...props }: EntriesProps) {
  const { api, office, view, language } = props
  const persons = usePersons(
    api,
    office,
    appointments.map(({ number }) => number),
  )
  return (
    <ul role="list" className="call-sheet">
      {appointments.map((each) => (
        <li key={each.number} className="call-entry" aria-label={each.number}>
          <div className="call-who">
            <p>
              <b className="sheet-nowrap" lang="bg">
                {each.number}
              </b>{' '}
              {each.due === null ? null : (
                <DueMark due={each.due} today={view.day.date} language={language} />
              )}
            </p>
            <Who person={persons.of(each.number)} isLoading={persons.isLoading} language={language} />
          </div>
          <div className="call-what">
            <p>{say(postOf(view, each), language)}</p>
            <p className="option-quiet">{shortDate(each.date, language)}</p>
            <p>{earlierWords(each, view, language)}</p>
          </div>
          {kind === 'owed' ? (
            <div className="appointment-acts">
              <ActionButton
                kind="main"
                label={say(words.markAnswered, language)}
                onAct={() => props.act('mark-answered', { number: each.number })}
                disabled={!props.isLive}
                language={language}
              />
            </div>
          ) : (
            <Unrecorded {...props} appointment={each} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Who({
  person,
  isLoading,
  language,
}: {
  readonly person: ReturnType<ReturnType<typeof usePersons>['of']>
  readonly isLoading: boolean
  readonly language: Props['language']
}) {
  if (person !== undefined) return <PersonText person={person} />
  return <p className="option-quiet">{isLoading ? '…' : say(words.erased, language)}</p>
}

function Unrecorded({
  view,
  isLive,
  act,
  language,
  appointment,
}: Props & { readonly appointment: ListedAppointment }) {
  const [turn, turnTo] = useState(0)
  return (
    <div className="appointment-acts">
      <OutcomeForm
        key={turn}
        number={appointment.number}
        units={view.units}
        today={view.day.date}
        isLive={isLive}
        act={act}
        language={language}
        onDone={() => turnTo(turn + 1)}
      />
    </div>
  )
}

function DueMark({
  due,
  today,
  language,
}: {
  readonly due: string
  readonly today: string
  readonly language: Props['language']
}) {
  const text = `${say(words.due, language)} ${shortDate(due, language)}`
  if (due < today) {
    return (
      <span className="mark mark-over">
        <span aria-hidden="true">▲ </span>
        {text} · {say(words.overdue, language)}
      </span>
    )
  }
  return (
    <span className="mark">
      {text}
      {due === today ? ` · ${say(words.dueToday, language)}` : ''}
    </span>
  )
}

function postOf(view: SecretaryView, { official }: ListedAppointment) {
  return view.officials.find(({ id }) => id === official)?.post ?? { bg: official, en: official }
}
