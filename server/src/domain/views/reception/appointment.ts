import { iso } from '#shared/instant.ts'
import type { AppointmentView } from '#shared/views.ts'
import type { Day } from '../../day.ts'
import { inTurn } from '../../decide/reception/settle.ts'
import { slotOf, type Appointment } from '../../reception/book.ts'
import { daysOf, expectedAt, officialOf, openSlots } from '../../reception/calendar.ts'
import { receiverOf, slotHasBegun, startOf, stillToReceive } from '../../reception/today.ts'
import { face, type Around } from '../face.ts'
import { maybe } from '../face.ts'
import { officialFace, postOf } from './faces.ts'

const SHOWN_DAYS = 6

/** What the citizen's phone may know of the own appointment: nothing personal, and nothing of anyone else. */
export function appointmentView(day: Day, appointment: Appointment, around: Around): AppointmentView {
  const { number, official: id, language, date, time, state } = appointment
  const official = officialOf(day, id)
  const isToday = date === day.date
  const startsAt = time === null ? null : startOf(day, appointment)
  const slot = state.kind === 'offered' || state.kind === 'displaced' ? slotOf(appointment) : null
  const mayMove = MAY_MOVE.has(state.kind) && !slotHasBegun(day, appointment, day.at)
  const receiver = isToday ? receiverOf(day, id) : official
  return {
    ...face(day, around),
    number,
    official: official
      ? officialFace(official)
      : { id, post: postOf(day, id), name: null, portfolio: { bg: '', en: '' }, room: '' },
    language,
    state: state.kind,
    end: state.kind === 'ended' ? state.end : null,
    date,
    time,
    startsAt: maybe(startsAt),
    expectedAt: isToday && startsAt !== null ? iso(expectedAt(day, id, startsAt)) : null,
    room: receiver?.room ?? '',
    kept: slot && { official: id, ...slot },
    keptUntil: state.kind === 'offered' ? iso(state.until) : null,
    ahead: ahead(day, appointment),
    due: state.kind === 'ended' ? state.due : null,
    unit: state.kind === 'ended' ? unitOf(day, state.unit) : null,
    mayMove,
    mayMoveUntil: state.kind === 'booked' ? maybe(startsAt) : null,
    free: mayMove ? free(day, appointment) : [],
  }
}

const MAY_MOVE: ReadonlySet<string> = new Set(['listed', 'offered', 'booked', 'displaced'])

function ahead(day: Day, appointment: Appointment): number | null {
  const { official, date, number, state } = appointment
  if (state.kind === 'listed') {
    const turn = inTurn(day).filter((each) => each.official === official && each.date === date)
    return turn.findIndex((each) => each.number === number)
  }
  if (date !== day.date || (state.kind !== 'booked' && state.kind !== 'arrived')) return null
  const startsAt = startOf(day, appointment)
  return stillToReceive(day, official).filter((each) => startOf(day, each) < startsAt).length
}

function free(day: Day, { official }: Appointment): AppointmentView['free'] {
  return daysOf(day, official)
    .map((of) => ({
      date: of.date,
      times: openSlots(day, of, day.at).map(({ time }) => time),
      signUpUntil: iso(of.signUpUntil),
    }))
    .filter(({ times }) => times.length > 0)
    .slice(0, SHOWN_DAYS)
}

function unitOf(day: Day, id: string | null): AppointmentView['unit'] {
  return day.settings.receptionDays.units.find((unit) => unit.id === id)?.name ?? null
}
