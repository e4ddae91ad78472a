import { createPortal } from 'react-dom'
import { clockFace, longDate, say } from '#shared/client/format.ts'
import type { ListedAppointment } from '#shared/reception.ts'
import type { OfficialView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { dateIn } from '#shared/client/instants.ts'
import { shortDate } from '../supervisor/dates.ts'
import './print.css'
import { dialled } from './telephone.ts'
import type { Persons } from './use-persons.ts'
import { words } from './words.ts'

type Props = {
  readonly official: OfficialView['official']
  readonly room: string
  readonly date: string
  readonly appointments: readonly ListedAppointment[]
  readonly persons: Persons
  /** When what is printed was true. */
  readonly at: string
  readonly zone: string
  readonly language: Language
}

/** The list of a day on paper: for the official's desk. */
export function PrintedList({ official, room, date, appointments, persons, at, zone, language }: Props) {
  return createPortal(
    <div className="print-only print-list">
      <h1>
        {say(words.slipTitle, language)} · {say(official.post, language)} · {say(words.room(room), language)}
      </h1>
      <p>{longDate(date, language)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.time, language)}</th>
            <th scope="col">{say(words.number, language)}</th>
            <th scope="col">{say(words.who, language)}</th>
            <th scope="col">{say(words.matter, language)}</th>
            <th scope="col">{say(words.outcomeColumn, language)}</th>
          </tr>
        </thead>
        <tbody>
          {appointments.map(({ number, time, end }) => {
            const person = persons.of(number)
            return end === 'cancelled' || end === 'declined' ? null : (
              <tr key={number}>
                <td className="print-time">{time}</td>
                <td lang="bg">{number}</td>
                <td>
                  {person === undefined
                    ? ''
                    : `${person.givenName} ${person.familyName}, ${dialled(person.telephone)}${person.organisation === null ? '' : `, ${person.organisation}`}`}
                </td>
                <td>
                  {person === undefined ? null : (
                    <>
                      <b>{person.subject}</b>
                      {person.fileNumber === null ? null : ` (№ ${person.fileNumber})`}
                      <br />
                      {person.description}
                    </>
                  )}
                </td>
                <td>{'\u00a0'.repeat(24)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="print-foot">
        {say(words.printedOn(`${shortDate(dateIn(zone, at), language)}, ${clockFace(at, zone)}`), language)}
      </p>
    </div>,
    document.body,
  )
}
