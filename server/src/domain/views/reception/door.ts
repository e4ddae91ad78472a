import { iso } from '#shared/instant.ts'
import type { Official } from '#shared/reception.ts'
import type { DoorView } from '#shared/views.ts'
import type { Day } from '../../day.ts'
import { dayOn, expectedAt, officialOf } from '../../reception/calendar.ts'
import { receiverOf, startOf, stillToReceive } from '../../reception/today.ts'
import { face, type Around } from '../face.ts'
import { blocksFace, callFace, officialFace } from './faces.ts'

/** The sign by an official's door: numbers and times, for anyone who passes. */
export function doorView(day: Day, official: Official, around: Around): DoorView {
  const today = dayOn(day, official.id, day.date)
  const substitute = today?.substitute ? officialOf(day, today.substitute) : null
  const called = day.reception.calls.find((call) => call.official === official.id && call.state === 'called')
  return {
    ...face(day, around),
    official: officialFace(official),
    receivesToday: today !== null,
    blocks: today === null ? [] : blocksFace(today),
    why: today?.why ?? null,
    substitute: substitute && officialFace(substitute),
    room: receiverOf(day, official.id)?.room ?? official.room,
    late: day.reception.late[official.id] ?? 0,
    called: called ? callFace(day, called) : null,
    next: stillToReceive(day, official.id).flatMap((appointment) => {
      const { number, time, state } = appointment
      if (time === null) return []
      const expected = iso(expectedAt(day, official.id, startOf(day, appointment)))
      return [{ number, time, expectedAt: expected, hasArrived: state.kind === 'arrived' }]
    }),
  }
}
