import { useState } from 'react'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { CallSheetEntry } from '#shared/reception.ts'
import { ActionButton } from '../action-button.tsx'
import { PersonText } from './appointment-card.tsx'
import type { DeskPart } from './desk-part.ts'
import { MoveForm } from './move-form.tsx'
import { slotWords } from './slots.ts'
import { usePersons } from './use-persons.ts'
import { words } from './words.ts'

/** Whom to telephone, in calling order, and what came of it. */
export function CallSheet(props: DeskPart) {
  const { view, language } = props
  if (view.callSheet.length === 0) return <p className="side-empty">{say(words.callsNone, language)}</p>
  return <Entries {...props} />
}

function Entries(props: DeskPart) {
  const { view, api, office, language } = props
  const { callSheet } = view
  const persons = usePersons(
    api,
    office,
    callSheet.map(({ number }) => number),
  )
  return (
    <ol role="list" className="call-sheet">
      {persons.why === null ? null : (
        <li className="sheet-warn" role="alert">
          {say(words.personsUnread, language)} {say(persons.why, language)}
        </li>
      )}
      {callSheet.map((entry) => (
        <Entry
          key={entry.number}
          {...props}
          entry={entry}
          person={persons.of(entry.number)}
          isKnown={!persons.isLoading}
        />
      ))}
    </ol>
  )
}

type EntryProps = DeskPart & {
  readonly entry: CallSheetEntry
  readonly person: ReturnType<ReturnType<typeof usePersons>['of']>
  readonly isKnown: boolean
}

function Entry({ entry, person, isKnown, ...part }: EntryProps) {
  const { view, isLive, act, zone, language } = part
  const [isMoving, move] = useState(false)
  const { number, kept } = entry
  const official = view.officials.find(({ id }) => id === entry.official)
  const shared = { disabled: !isLive, language }
  const record = (result: 'no-answer' | 'reached' | 'declined') => () =>
    act('record-contact', { number, result })
  return (
    <li className="call-entry" aria-label={number}>
      <div className="call-who">
        <p>
          <b className="sheet-nowrap" lang="bg">
            {number}
          </b>{' '}
          <span className="mark">
            {say(entry.why === 'freed-slot' ? words.freedSlot : words.postponed, language)}
          </span>{' '}
          {entry.tries === 0 ? null : <span className="mark">{say(words.tries(entry.tries), language)}</span>}{' '}
          {entry.reachedAt === null ? null : <span className="mark">{say(words.reached, language)}</span>}
        </p>
        {person === undefined ? (
          <p className="option-quiet">{isKnown ? say(words.erased, language) : '…'}</p>
        ) : (
          <PersonText person={person} />
        )}
      </div>
      <div className="call-what">
        {official === undefined ? null : <p>{say(official.post, language)}</p>}
        {entry.was === null ? null : (
          <p className="option-quiet">{say(words.was(slotWords(entry.was, language)), language)}</p>
        )}
        <p>
          <b>
            {kept === null
              ? say(words.keptNone, language)
              : say(words.keptFor(slotWords(kept, language)), language)}
          </b>
          {entry.until === null
            ? null
            : `, ${say(words.until(timeOfDay(entry.until, zone, language)), language)}`}
        </p>
        {entry.reason === null ? null : <p className="option-quiet">{say(entry.reason, language)}</p>}
      </div>
      {isMoving ? (
        <MoveForm
          {...part}
          number={number}
          official={entry.official}
          onBack={() => move(false)}
          onMoved={() => move(false)}
        />
      ) : (
        <div className="appointment-acts">
          {kept === null ? null : (
            <ActionButton
              {...shared}
              kind="main"
              label={say(words.accepts, language)}
              onAct={() => act('accept-slot', { number })}
            />
          )}
          <button
            type="button"
            className="action-button step-button"
            aria-disabled={!isLive}
            onClick={() => (isLive ? move(true) : undefined)}
          >
            <span className="action-label">{say(words.anotherSlot, language)}</span>
          </button>
          <ActionButton {...shared} label={say(words.noAnswer, language)} onAct={record('no-answer')} />
          <ActionButton {...shared} label={say(words.willDecide, language)} onAct={record('reached')} />
          <ActionButton
            {...shared}
            kind="alarm"
            label={say(words.declines, language)}
            onAct={record('declined')}
          />
        </div>
      )}
    </li>
  )
}
