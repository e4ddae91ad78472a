import { useRef, useState } from 'react'
import { newKey } from '#shared/client/api.ts'
import { longDate, say } from '#shared/client/format.ts'
import { useOfficeTime } from '#shared/client/use-live.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { SignedUp, Slot } from '#shared/reception.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { DeskView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import type { Language } from '../language.ts'
import type { PageProps } from '../page-props.ts'
import { words as shellWords } from '../words.ts'
import { Confirmation } from './confirmation.tsx'
import { DespiteField, despiteOf } from './despite-field.tsx'
import { EarlierList, useEarlier } from './earlier.tsx'
import { emptyPerson, fieldOf, gapsOf, personOf, type PersonDraft } from './person-draft.ts'
import { onFormKey, PersonFields, type FieldTrouble } from './person-fields.tsx'
import { SlotChoice } from './slot-choice.tsx'
import { nothingChosen, proposed, slotWords, type SlotDraft } from './slots.ts'
import type { Act } from './use-acts.ts'
import { fieldWords, words } from './words.ts'

type Props = PageProps & {
  readonly view: DeskView
  readonly isLive: boolean
  readonly act: Act
  /** In which language the person at the window reads. */
  readonly reads: Language
  readonly onDone: () => void
}

type Trouble = {
  readonly why: Bilingual
  /** Null: not about a field. */
  readonly field: FieldTrouble['field'] | null
  readonly code: string | null
  /** The nearest free slot, where the one asked for could not be given. */
  readonly slot: Slot | null
}

/** A new sign-up, from the official to the number in hand. */
export function SignUpForm(props: Props) {
  const { view, isLive, api, line, office, language, act, reads, onDone } = props
  const now = useOfficeTime(line, 5_000)
  const [draft, choose] = useState<SlotDraft>(nothingChosen)
  const [person, write] = useState<PersonDraft>(emptyPerson)
  const [despite, writeDespite] = useState('')
  const [isEnglish, speakEnglish] = useState(reads === 'en')
  const [trouble, become] = useState<Trouble | null>(null)
  const [confirmed, confirm] = useState<SignedUp | null>(null)
  // One key for one intention: an unanswered press is repeated under it, and gives one appointment.
  const intention = useRef({ key: newKey(), about: '' })
  const form = useRef<HTMLElement>(null)
  const { earlier, look } = useEarlier(api, office)

  if (confirmed !== null) {
    return <Confirmation {...props} signedUp={confirmed} reads={isEnglish ? 'en' : 'bg'} onDone={onDone} />
  }

  const choice = proposed(draft, view.officials, now)
  const { official, day, time } = choice
  const isFull = day !== null && day.free.length === 0 && Date.parse(day.signUpUntil) > now
  const gaps = gapsOf(person)
  const isAnswered = earlier.some((each) => each.isSame && each.isAnswered)
  const needsDespite = isAnswered || trouble?.code === 'already-answered' || trouble?.field === 'despite'
  const fieldTrouble =
    trouble === null || trouble.field === null ? null : { field: trouble.field, why: trouble.why }

  async function send(slot: { readonly date: Slot['date']; readonly time: Slot['time'] | null } | null) {
    if (official === null || slot === null) return { kind: 'done', value: undefined } as const
    const shared = {
      official: official.id,
      date: slot.date,
      person: personOf(person),
      language: isEnglish ? ('en' as const) : ('bg' as const),
      ...despiteOf(despite),
    }
    const about = JSON.stringify([shared, slot.time])
    if (intention.current.about !== about) intention.current = { key: newKey(), about }
    const reply =
      slot.time === null
        ? await act('join-waiting-list', shared, intention.current.key)
        : await act('sign-up', { ...shared, time: slot.time }, intention.current.key)
    if (reply.kind === 'done') {
      confirm(reply.value.appointment)
      return reply
    }
    if (reply.kind === 'unreachable') {
      become({ why: shellWords.unreachable, field: null, code: null, slot: null })
      return reply
    }
    intention.current = { key: newKey(), about: '' }
    become(troubleOf(reply.rejection))
    focusField(form.current, reply.rejection)
    return reply
  }

  function changed<T>(set: (value: T) => void) {
    return (value: T) => {
      become(null)
      set(value)
    }
  }

  const chosenSlot =
    day === null
      ? null
      : isFull
        ? { date: day.date, time: null }
        : time === null
          ? null
          : { date: day.date, time }
  const isReady =
    isLive && gaps.length === 0 && chosenSlot !== null && (!needsDespite || despite.trim() !== '')
  const toPerson = () => form.current?.querySelector<HTMLElement>('input')?.focus()

  return (
    <div className="sign-up">
      <SlotChoice
        officials={view.officials}
        choice={choice}
        onChoose={changed(choose)}
        onNext={toPerson}
        now={now}
        language={language}
        isFirst
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its fields, in one place */}
      <section
        ref={form}
        className="sign-up-person"
        aria-label={say(words.person, language)}
        onKeyDown={(event) =>
          onFormKey(event, () =>
            form.current?.querySelector<HTMLElement>('.sign-up-send .action-button')?.click(),
          )
        }
      >
        <div className="person-fields">
          <PersonFields
            draft={person}
            onWrite={changed(write)}
            trouble={fieldTrouble}
            language={language}
            onLeft={(field) => {
              if (field === 'description' || field === 'organisation') return
              void look(person).then((refusal) => {
                if (refusal !== null) become(troubleOf(refusal))
              })
            }}
          />
        </div>
        <EarlierList earlier={earlier} view={view} language={language} />
        {needsDespite ? (
          <DespiteField
            value={despite}
            trouble={fieldTrouble}
            language={language}
            onWrite={changed(writeDespite)}
          />
        ) : null}
        <div className="sign-up-send" data-ready={isReady}>
          <div role="alert" className="sign-up-trouble">
            {choice.isGone && trouble?.slot === undefined ? <p>{say(words.slotGone, language)}</p> : null}
            {trouble !== null && trouble.field === null ? <p>{say(trouble.why, language)}</p> : null}
          </div>
          {trouble?.slot === null || trouble?.slot === undefined ? null : (
            <ActionButton
              kind="plain"
              label={say(words.takeNearest(slotWords(trouble.slot, language)), language)}
              onAct={async () => {
                const { slot } = trouble
                if (slot !== null) choose(slot)
                return send(slot)
              }}
              onRefused={nothing}
              disabled={!isLive || gaps.length > 0}
              language={language}
            />
          )}
          <ActionButton
            kind="main"
            label={mainWords(chosenSlot, language)}
            hint={
              gaps.length === 0
                ? say(words.personKeys, language)
                : `${say(words.stillMissing, language)}: ${gaps.map((field) => say(fieldWords[field], language).toLowerCase()).join(', ')}`
            }
            onAct={() => send(chosenSlot)}
            onRefused={nothing}
            disabled={!isReady}
            language={language}
          />
          <p className="sign-up-small">
            <label className="tick">
              <input
                type="checkbox"
                checked={isEnglish}
                onChange={(event) => speakEnglish(event.target.checked)}
              />
              {say(words.speaksEnglish, language)}
            </label>
            <span className="option-quiet">{say(words.noPersonalNumber, language)}</span>
          </p>
        </div>
      </section>
    </div>
  )
}

function mainWords(
  slot: { readonly date: string; readonly time: string | null } | null,
  language: Language,
): string {
  if (slot === null) return say(words.newSignUp, language)
  if (slot.time === null) return say(words.joinList(longDate(slot.date, language)), language)
  return say(words.signUp(slotWords(slot, language)), language)
}

function troubleOf(rejection: Rejection): Trouble {
  const { message, code, slot } = rejection
  return { why: message, code, field: fieldOf(rejection), slot: slot ?? null }
}

/** A refusal about a field brings the clerk back to it. */
function focusField(form: HTMLElement | null, rejection: Rejection) {
  const field = fieldOf(rejection)
  if (field === null) return
  form?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
}

/** The words of a refusal stand elsewhere than beside the button. */
function nothing() {}
