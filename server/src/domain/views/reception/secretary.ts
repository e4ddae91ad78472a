import type { SecretaryView } from '#shared/views.ts'
import type { Day } from '../../day.ts'
import { takenOn, type Appointment } from '../../reception/book.ts'
import { dayOn, daysOf } from '../../reception/calendar.ts'
import { todaysList } from '../../reception/today.ts'
import { face, type Around } from '../face.ts'
import { todayOfAll } from './desk.ts'
import { callSheet, dayFace, listed, officialFace } from './faces.ts'

/** Everything that the secretary keeps: the doors of today, the days to come, whom to telephone, what is owed. */
export function secretaryView(day: Day, around: Around): SecretaryView {
  const { officials, units } = day.settings.receptionDays
  const { appointments, exceptions, late } = day.reception
  const waiting = appointments.filter(({ state }) => state.kind === 'listed')
  return {
    ...face(day, around),
    officials: officials.map((official) => {
      const today = todaysList(day, official.id)
      const are = (kind: Appointment['state']['kind']) =>
        today.filter(({ state }) => state.kind === kind).length
      return {
        ...officialFace(official),
        receivesToday: dayOn(day, official.id, day.date) !== null,
        late: late[official.id] ?? 0,
        signedUp: today.length,
        arrived: are('arrived'),
        done: are('ended'),
        days: daysOf(day, official.id).map((of) => ({
          ...dayFace(day, of),
          taken: takenOn(day.reception, of.official, of.date).size,
          listed: waiting.filter((each) => each.official === of.official && each.date === of.date).length,
        })),
      }
    }),
    units,
    today: todayOfAll(day),
    callSheet: callSheet(day),
    unrecorded: appointments
      .filter((each) => each.date < day.date && isUnrecorded(each))
      .map((each) => listed(day, each)),
    deadlines: appointments
      .filter(({ state }) => state.kind === 'ended' && state.due !== null && state.answeredAt === null)
      .map((each) => listed(day, each))
      .sort((a, b) => `${a.due} ${a.number}`.localeCompare(`${b.due} ${b.number}`)),
    exceptions,
  }
}

function isUnrecorded({ state }: Appointment): boolean {
  return state.kind === 'booked' || state.kind === 'arrived' || state.kind === 'called'
}
