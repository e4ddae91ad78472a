import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { Earlier, Person } from '#shared/reception.ts'
import { ActionButton } from '../action-button.tsx'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { useFetched } from '../supervisor/use-fetched.ts'
import type { DeskPart } from './desk-part.ts'
import { earlierWords } from './earlier.tsx'
import { MoveForm } from './move-form.tsx'
import { draftOf, fieldOf, gapsOf, personOf, type PersonDraft } from './person-draft.ts'
import { onFormKey, PersonFields, type FieldTrouble } from './person-fields.tsx'
import { slotWords } from './slots.ts'
import { dialled } from './telephone.ts'
import { words } from './words.ts'

type Props = DeskPart & { readonly appointment: Earlier; readonly onChanged: () => void }
type Step = 'shown' | 'correcting' | 'moving' | 'cancelling'

/** One appointment in the clerk's hands, and whatever may still be done with it. */
export function AppointmentCard(props: Props) {
  const { view, isLive, act, api, office, language, appointment, onChanged } = props
  const { number } = appointment
  const [step, go] = useState<Step>('shown')
  const [note, tell] = useState('')
  const [fetched, again] = useFetched<{ readonly persons: readonly Person[] }>(
    api,
    `/api/offices/${office}/reception/persons?numbers=${encodeURIComponent(number)}`,
  )
  const person = fetched.face === 'ready' ? fetched.value.persons[0] : undefined
  const kept = view.callSheet.find((entry) => entry.number === number)?.kept ?? null
  const time = appointment.time ?? view.today.find((each) => each.number === number)?.time ?? null
  const isOver = appointment.state === 'ended'
  const isToday = appointment.date === view.day.date
  const official = view.officials.find(({ id }) => id === appointment.official)

  function done() {
    go('shown')
    tell(say(words.doneNote, language))
    onChanged()
  }

  return (
    <section className="appointment" aria-label={number}>
      <div className="appointment-head">
        <h3 className="appointment-number" lang="bg">
          {number}
        </h3>
        <p>
          <b>{slotWords({ date: appointment.date, time }, language)}</b>
          {official === undefined
            ? null
            : ` · ${say(official.post, language)}, ${say(words.room(official.room), language)}`}
        </p>
        <p className="mark">{earlierWords(appointment, view, language)}</p>
      </div>
      {fetched.face === 'ready' ? null : (
        <FetchedFace fetched={fetched} onAgain={again} language={language} />
      )}
      {fetched.face === 'ready' && person === undefined ? (
        <p className="option-quiet">{say(words.erased, language)}</p>
      ) : null}
      {person === undefined || step === 'correcting' ? null : <PersonText person={person} />}
      {step === 'shown' ? (
        <div className="appointment-acts">
          {isOver ? <p className="option-quiet">{say(words.overForGood, language)}</p> : null}
          {isOver || !isToday || appointment.state === 'arrived' || appointment.state === 'called' ? null : (
            <ActionButton
              kind="main"
              label={say(words.hasCome, language)}
              onAct={async () => finished(await act('report-arrival', { number }), done)}
              disabled={!isLive}
              language={language}
            />
          )}
          {kept === null ? null : (
            <ActionButton
              kind="main"
              label={say(words.acceptKept(slotWords(kept, language)), language)}
              onAct={async () => finished(await act('accept-slot', { number }), done)}
              disabled={!isLive}
              language={language}
            />
          )}
          {isOver || person === undefined ? null : (
            <StepButton label={say(words.correct, language)} onPress={() => go('correcting')} />
          )}
          {isOver || appointment.state === 'called' ? null : (
            <>
              <StepButton label={say(words.move, language)} onPress={() => go('moving')} />
              <StepButton label={say(words.cancelIt, language)} onPress={() => go('cancelling')} />
            </>
          )}
          <p role="status" className="option-quiet">
            {note}
          </p>
        </div>
      ) : null}
      {step === 'correcting' && person !== undefined ? (
        <CorrectForm
          {...props}
          person={person}
          onBack={() => go('shown')}
          onSaved={() => {
            void again()
            done()
          }}
        />
      ) : null}
      {step === 'moving' ? (
        <MoveForm
          {...props}
          number={number}
          official={appointment.official}
          onBack={() => go('shown')}
          onMoved={done}
        />
      ) : null}
      {step === 'cancelling' ? (
        <div className="appointment-sure">
          <p>{say(words.cancelSure, language)}</p>
          <div className="appointment-acts">
            <ActionButton
              kind="alarm"
              label={say(words.cancelYes, language)}
              onAct={async () => finished(await act('cancel-appointment', { number }), done)}
              disabled={!isLive}
              language={language}
            />
            <StepButton label={say(words.keep, language)} onPress={() => go('shown')} />
          </div>
        </div>
      ) : null}
    </section>
  )
}

function finished<R extends { readonly kind: string }>(reply: R, done: () => void): R {
  if (reply.kind === 'done') done()
  return reply
}

function StepButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="action-button step-button" onClick={onPress}>
      <span className="action-label">{label}</span>
    </button>
  )
}

/** Who it is, as the clerk reads it. */
export function PersonText({ person }: { readonly person: Person }) {
  return (
    <div className="person-text">
      <p>
        <b>
          {person.givenName} {person.familyName}
        </b>
        {' · '}
        <a href={`tel:${person.telephone}`}>{dialled(person.telephone)}</a>
        {person.organisation === null ? null : ` · ${person.organisation}`}
      </p>
      <p>
        <b>{person.subject}</b>
        {person.fileNumber === null ? null : ` · № ${person.fileNumber}`}
      </p>
      <p>{person.description}</p>
    </div>
  )
}

type CorrectProps = DeskPart & {
  readonly person: Person
  readonly onSaved: () => void
  readonly onBack: () => void
}

function CorrectForm({ isLive, act, language, person, onSaved, onBack }: CorrectProps) {
  const [draft, write] = useState<PersonDraft>(() => draftOf(person))
  const [trouble, become] = useState<FieldTrouble | null>(null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of its fields, in one place
    <div
      className="correct"
      onKeyDown={(event) =>
        onFormKey(event, () =>
          event.currentTarget.querySelector<HTMLElement>('.action-main .action-button')?.click(),
        )
      }
    >
      <div className="person-fields">
        <PersonFields
          draft={draft}
          onWrite={(next) => {
            become(null)
            write(next)
          }}
          trouble={trouble}
          language={language}
        />
      </div>
      <div className="appointment-acts">
        <ActionButton
          kind="main"
          label={say(words.correctSave, language)}
          onAct={async () => {
            const reply = await act('correct-person', { number: person.number, person: personOf(draft) })
            const field = reply.kind === 'refused' ? fieldOf(reply.rejection) : null
            if (reply.kind === 'refused' && field !== null) become({ field, why: reply.rejection.message })
            return finished(reply, onSaved)
          }}
          disabled={!isLive || gapsOf(draft).length > 0}
          language={language}
        />
        <StepButton label={say(words.back, language)} onPress={onBack} />
      </div>
    </div>
  )
}
