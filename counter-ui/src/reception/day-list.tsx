import { Fragment, useState } from 'react'
import { say, timeOfDay } from '#shared/client/format.ts'
import type { ListedAppointment } from '#shared/reception.ts'
import type { DeskView } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import type { Language } from '../language.ts'
import { earlierWords } from './earlier.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { dialled } from './telephone.ts'
import type { Act } from './use-acts.ts'
import type { Persons } from './use-persons.ts'
import { words } from './words.ts'

type Props = {
  readonly appointments: readonly ListedAppointment[]
  readonly persons: Persons
  readonly units: DeskView['units']
  /** The office's date. */
  readonly today: string
  readonly zone: string
  readonly isLive: boolean
  readonly act: Act
  readonly isToday: boolean
  readonly recordsArrivals: boolean
  readonly language: Language
}

/** The list of a day in slot order: who, what for, how it stands, and what may be done now. */
export function DayList(props: Props) {
  const { appointments, persons, isToday, language } = props
  const [opened, open] = useState<string | null>(null)
  return (
    <table className="day-list">
      <caption className="visually-hidden">{say(words.listOf, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.time, language)}</th>
          <th scope="col">{say(words.who, language)}</th>
          <th scope="col">{say(words.matter, language)}</th>
          <th scope="col">{say(words.status, language)}</th>
          {isToday ? (
            <th scope="col">
              <span className="visually-hidden">{say(words.outcomeColumn, language)}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {appointments.map((each) => (
          <Fragment key={each.number}>
            <Row
              {...props}
              appointment={each}
              person={persons.of(each.number)}
              isOpen={opened === each.number}
              onOpen={() => open(opened === each.number ? null : each.number)}
            />
            {opened === each.number ? (
              <tr>
                <td colSpan={5}>
                  <OutcomeForm {...props} number={each.number} onDone={() => open(null)} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Props & {
  readonly appointment: ListedAppointment
  readonly person: ReturnType<Persons['of']>
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function Row({ appointment, person, persons, units, zone, isToday, language, ...acts }: RowProps) {
  const { number, time, startsAt, expectedAt, state } = appointment
  const isLate = expectedAt !== null && expectedAt !== startsAt && state !== 'ended'
  const at = appointment.calledAt ?? appointment.arrivedAt
  return (
    <tr data-state={state} data-number={number}>
      <td>
        <p className="day-list-time">{time ?? '–'}</p>
        <p className="day-list-number" lang="bg">
          {number}
        </p>
        {isLate ? <p>{say(words.expected(timeOfDay(expectedAt, zone, language)), language)}</p> : null}
      </td>
      <td>
        {person === undefined ? (
          <p className="option-quiet">{persons.isLoading ? '…' : say(words.erased, language)}</p>
        ) : (
          <>
            <p>
              <b>
                {person.givenName} {person.familyName}
              </b>
            </p>
            <p className="sheet-nowrap">{dialled(person.telephone)}</p>
            {person.organisation === null ? null : <p>{person.organisation}</p>}
          </>
        )}
      </td>
      <td className="day-list-matter">
        {person === undefined ? null : (
          <>
            <p>
              <b>{person.subject}</b>
              {person.fileNumber === null ? null : ` · № ${person.fileNumber}`}
            </p>
            <p>{person.description}</p>
          </>
        )}
      </td>
      <td>
        <p>{earlierWords(appointment, { units }, language)}</p>
        {at === null || state === 'ended' ? null : <p>{timeOfDay(at, zone, language)}</p>}
        {appointment.walkIn ? <p className="mark">{say(words.isWalkIn, language)}</p> : null}
      </td>
      {isToday ? (
        <td>
          <RowActs {...acts} appointment={appointment} language={language} />
        </td>
      ) : null}
    </tr>
  )
}

type RowActsProps = Pick<
  RowProps,
  'appointment' | 'isLive' | 'act' | 'recordsArrivals' | 'language' | 'isOpen' | 'onOpen'
>

function RowActs({ appointment, isLive, act, recordsArrivals, language, isOpen, onOpen }: RowActsProps) {
  const { number, official, state, end } = appointment
  const shared = { disabled: !isLive, language }
  const toOutcome = (label: string) => (
    <button
      type="button"
      className="action-button step-button"
      aria-expanded={isOpen}
      aria-disabled={!isLive}
      onClick={() => (isLive ? onOpen() : undefined)}
    >
      <span className="action-label">{label}</span>
    </button>
  )
  const call = (label: string) => (
    <ActionButton
      {...shared}
      label={label}
      action={`${number} ${state}`}
      onAct={() => act('call-appointment', { official, number })}
    />
  )
  switch (state) {
    case 'listed':
    case 'offered':
    case 'displaced':
      return null
    case 'booked':
      return (
        <div className="day-list-acts">
          {recordsArrivals ? (
            <ActionButton
              {...shared}
              label={say(words.hasCome, language)}
              onAct={() => act('report-arrival', { number })}
            />
          ) : null}
          {call(say(words.call, language))}
          {toOutcome(`${say(words.outcomeColumn, language)}…`)}
        </div>
      )
    case 'arrived':
      return (
        <div className="day-list-acts">
          {call(say(words.call, language))}
          {toOutcome(`${say(words.outcomeColumn, language)}…`)}
        </div>
      )
    case 'called':
      return (
        <div className="day-list-acts">
          {call(say(words.callAgain, language))}
          {toOutcome(`${say(words.outcomeColumn, language)}…`)}
        </div>
      )
    case 'ended':
      return end === 'cancelled' || end === 'declined' ? null : (
        <div className="day-list-acts">{toOutcome(say(words.change, language))}</div>
      )
  }
}
