import type { DeskView } from '#shared/views.ts'
import type { Day } from '../../day.ts'
import { signUpWindow } from '../../decide/reception/guards.ts'
import { takenOn } from '../../reception/book.ts'
import { daysOf, freeSlots } from '../../reception/calendar.ts'
import { todaysList } from '../../reception/today.ts'
import { face, type Around } from '../face.ts'
import { callSheet, dayFace, listed, officialFace } from './faces.ts'

/** The sign-up desk: officials, days and free slots over the whole horizon; whom to telephone; who comes today. */
export function deskView(day: Day, around: Around): DeskView {
  const { officials, units } = day.settings.receptionDays
  const waiting = day.reception.appointments.filter(({ state }) => state.kind === 'listed')
  return {
    ...face(day, around),
    window: signUpWindow(day),
    officials: officials.map((official) => ({
      ...officialFace(official),
      days: daysOf(day, official.id).map((of) => ({
        ...dayFace(day, of),
        slots: of.slots.length,
        taken: takenOn(day.reception, of.official, of.date).size,
        listed: waiting.filter((each) => each.official === of.official && each.date === of.date).length,
        free: freeSlots(day, of).map(({ time }) => time),
      })),
    })),
    units,
    callSheet: callSheet(day),
    today: todayOfAll(day),
    listed: waiting.map((each) => listed(day, each)),
  }
}

/** Everyone's list of today, by slot. */
export function todayOfAll(day: Day): DeskView['today'] {
  return day.settings.receptionDays.officials
    .flatMap(({ id }) => todaysList(day, id).map((each) => listed(day, each)))
    .sort((a, b) => `${a.time} ${a.number}`.localeCompare(`${b.time} ${b.number}`))
}
