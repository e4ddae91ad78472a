import { useEffect, useRef, useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Earlier, Person } from '#shared/reception.ts'
import { useAction, refusalOf } from '../action.ts'
import { shortDate } from '../supervisor/dates.ts'
import { words as shellWords } from '../words.ts'
import { AppointmentCard } from './appointment-card.tsx'
import type { DeskPart } from './desk-part.ts'
import { earlierWords } from './earlier.tsx'
import { readLookUp } from './look-up-text.ts'
import { words } from './words.ts'

type Found = { readonly earlier: readonly Earlier[]; readonly chosen: Earlier | null }

/** An appointment by its number or by the person's telephone: to correct, move, cancel it, or to record the arrival. */
export function FindPart(props: DeskPart) {
  const { view, isLive, api, office, language } = props
  const [typed, write] = useState('')
  const [found, become] = useState<Found | null>(null)
  const [trouble, tell] = useState<Bilingual | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const lookUp = async (telephone: string) =>
    api.request<{ readonly earlier: readonly Earlier[] }>({
      method: 'POST',
      path: `/api/offices/${office}/reception/look-up`,
      body: { telephone },
    })

  const { state, run } = useAction(async () => {
    const asked = readLookUp(typed)
    tell(null)
    if (asked.kind === 'empty' || asked.kind === 'unclear') {
      become(null)
      tell(words.findUnclear)
      return { kind: 'done', value: undefined }
    }
    if (asked.kind === 'telephone') {
      const reply = await lookUp(asked.telephone)
      if (reply.kind !== 'done') {
        tell(refusalOf(reply))
        return reply
      }
      const { earlier } = reply.value
      if (earlier.length === 0) tell(words.findNothing)
      become({ earlier, chosen: earlier.length === 1 ? (earlier[0] ?? null) : null })
      return reply
    }
    // By number: whose it is leads to the telephone, and that to all that this person has signed up for.
    const persons = await api.request<{ readonly persons: readonly Person[] }>({
      method: 'GET',
      path: `/api/offices/${office}/reception/persons?numbers=${encodeURIComponent(asked.number)}`,
    })
    const person = persons.kind === 'done' ? persons.value.persons[0] : undefined
    if (person === undefined) {
      become(null)
      tell(persons.kind === 'done' ? words.findErased : refusalOf(persons))
      return persons
    }
    const reply = await lookUp(person.telephone)
    if (reply.kind !== 'done') {
      tell(refusalOf(reply))
      return reply
    }
    const { earlier } = reply.value
    const chosen = earlier.find((each) => each.number === asked.number) ?? null
    if (chosen === null) tell(words.findErased)
    become({ earlier, chosen })
    return reply
  })

  return (
    <div className="find">
      <form
        className="find-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <label htmlFor="find-text">{say(words.findLabel, language)}</label>
        <div className="find-row">
          <input
            ref={field}
            id="find-text"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="find-about"
            aria-invalid={trouble !== null}
            onChange={(event) => write(event.target.value)}
          />
          <button
            type="submit"
            className="action-button find-go"
            aria-disabled={!isLive}
            aria-busy={state.face === 'pending'}
          >
            {say(words.findGo, language)}
          </button>
        </div>
        <p id="find-about" className={trouble === null ? 'field-hint' : 'field-trouble'} role="status">
          {say(trouble ?? words.findHint, language)}
        </p>
      </form>
      {found === null && trouble === null ? (
        <p className="side-empty">{say(words.findFirst, language)}</p>
      ) : null}
      {found === null || found.earlier.length < 2 ? null : (
        <ul role="list" className="found" aria-label={say(words.found, language)}>
          {found.earlier.map((each) => (
            <li key={each.number}>
              <button
                type="button"
                className="found-row"
                aria-pressed={each.number === found.chosen?.number}
                onClick={() => become({ ...found, chosen: each })}
              >
                <b className="sheet-nowrap">{each.number}</b>
                <span>
                  {shortDate(each.date, language)}
                  {each.time === null || each.time === undefined ? '' : ` ${each.time}`} ·{' '}
                  {say(postOf(view, each), language)} · {each.subject}
                </span>
                <span className="option-quiet">{earlierWords(each, view, language)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found?.chosen === null || found?.chosen === undefined ? null : (
        <AppointmentCard
          key={found.chosen.number}
          {...props}
          appointment={found.chosen}
          onChanged={() => void run()}
        />
      )}
      {state.face === 'pending' ? (
        <p className="visually-hidden" role="status">
          {shellWords.loading[language]}
        </p>
      ) : null}
    </div>
  )
}

function postOf(view: DeskPart['view'], { official }: Earlier): Bilingual {
  return view.officials.find(({ id }) => id === official)?.post ?? { bg: official, en: official }
}
