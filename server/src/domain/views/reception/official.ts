import { iso } from '#shared/instant.ts'
import type { Official } from '#shared/reception.ts'
import type { OfficialView } from '#shared/views.ts'
import type { Day } from '../../day.ts'
import type { Appointment } from '../../reception/book.ts'
import { dayOn, officialOf } from '../../reception/calendar.ts'
import { receiverOf, todaysList, walkInSlot } from '../../reception/today.ts'
import { face, type Around } from '../face.ts'
import { blocksFace, listed, officialFace } from './faces.ts'

/** One official's list: today's in slot order, and the days to come. Who the people are is read apart. */
export function officialView(day: Day, official: Official, around: Around): OfficialView {
  const today = dayOn(day, official.id, day.date)
  const substitute = today?.substitute ? officialOf(day, today.substitute) : null
  const walkIn = walkInSlot(day, official)
  return {
    ...face(day, around),
    official: officialFace(official),
    room: receiverOf(day, official.id)?.room ?? official.room,
    substitute: substitute && officialFace(substitute),
    blocks: today === null ? [] : blocksFace(today),
    why: today?.why ?? null,
    late: day.reception.late[official.id] ?? 0,
    today: todaysList(day, official.id).map((each) => listed(day, each)),
    walkIn: walkIn && { time: walkIn.time, from: iso(walkIn.from), until: iso(walkIn.until) },
    coming: byDate(
      day.reception.appointments.filter(
        ({ official: whose, date, state }) =>
          whose === official.id && date > day.date && state.kind === 'booked',
      ),
    ).map(([date, appointments]) => ({ date, appointments: appointments.map((each) => listed(day, each)) })),
    units: day.settings.receptionDays.units,
  }
}

function byDate(appointments: readonly Appointment[]) {
  const days = new Map<Appointment['date'], Appointment[]>()
  const inOrder = [...appointments].sort((a, b) => `${a.date} ${a.time}`.localeCompare(`${b.date} ${b.time}`))
  for (const each of inOrder) days.set(each.date, [...(days.get(each.date) ?? []), each])
  return [...days]
}
