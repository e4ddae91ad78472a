import type { OfficialId } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import type {
  CallSheetEntry,
  ListedAppointment,
  Official,
  OfficialFace,
  ReceptionCall,
  ReceptionDayFace,
} from '#shared/reception.ts'
import type { Day } from '../../day.ts'
import { maybe } from '../face.ts'
import { slotOf, type Appointment, type DoorCall } from '../../reception/book.ts'
import { expectedAt, officialOf, placesLeft } from '../../reception/calendar.ts'
import type { ReceptionDay } from '../../reception/days.ts'
import { startOf } from '../../reception/today.ts'

/** What several views of reception days show: officials, days, appointments by their numbers. Nothing of who people are. */

export function officialFace({ id, post, name, portfolio, room }: Official): OfficialFace {
  return { id, post, name, portfolio, room }
}

export function blocksFace({ blocks }: Pick<ReceptionDay, 'blocks'>): ReceptionDayFace['blocks'] {
  return blocks.map(({ from, to, startsAt, endsAt }) => ({
    from,
    to,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
  }))
}

export function dayFace(day: Day, of: ReceptionDay): ReceptionDayFace {
  return {
    date: of.date,
    blocks: blocksFace(of),
    left: placesLeft(day, of),
    signUpUntil: iso(of.signUpUntil),
    substitute: of.substitute,
    why: of.why,
  }
}

export function callFace(day: Day, call: DoorCall): ReceptionCall {
  const { id, number, official, receivedBy, time, room, at, times, state } = call
  return { id, number, official, post: postOf(day, receivedBy), time, room, at: iso(at), times, state }
}

/** An official may have left the settings while appointments with them are still in the book. */
export function postOf(day: Day, id: OfficialId): Official['post'] {
  return officialOf(day, id)?.post ?? { bg: id, en: id }
}

export function listed(day: Day, appointment: Appointment): ListedAppointment {
  const { number, official, date, language, walkIn, state } = appointment
  const time = state.kind === 'offered' ? state.time : appointment.time
  const startsAt = time === null ? null : startOf(day, { date, time })
  const isToday = date === day.date
  return {
    number,
    official,
    date,
    time,
    startsAt: maybe(startsAt),
    expectedAt: startsAt === null ? null : iso(isToday ? expectedAt(day, official, startsAt) : startsAt),
    state: state.kind,
    walkIn,
    language,
    ...progress(state),
  }
}

function progress(state: Appointment['state']) {
  const nothing = {
    end: null,
    arrivedAt: null,
    calledAt: null,
    calls: 0,
    due: null,
    unit: null,
    answeredAt: null,
  }
  switch (state.kind) {
    case 'listed':
    case 'offered':
    case 'booked':
    case 'displaced':
      return nothing
    case 'arrived':
      return { ...nothing, arrivedAt: iso(state.at) }
    case 'called':
      return { ...nothing, arrivedAt: maybe(state.arrivedAt), calledAt: iso(state.at), calls: state.times }
    case 'ended': {
      const { end, arrivedAt, calledAt, due, unit, answeredAt } = state
      return {
        ...nothing,
        end,
        arrivedAt: maybe(arrivedAt),
        calledAt: maybe(calledAt),
        due,
        unit,
        answeredAt: maybe(answeredAt),
      }
    }
  }
}

/** Whom to telephone: freed slots first, for they lapse; then those who lost theirs, by the day and the time they had. */
export function callSheet(day: Day): readonly CallSheetEntry[] {
  const { appointments } = day.reception
  const offered = appointments.filter(({ state }) => state.kind === 'offered')
  const displaced = appointments
    .filter(({ state }) => state.kind === 'displaced')
    .sort((a, b) => order(a).localeCompare(order(b)))
  return [...offered, ...displaced].flatMap((each) => entry(each))
}

function order({ date, time, number }: Appointment): string {
  return `${date} ${time ?? '99:99'} ${number}`
}

function entry(appointment: Appointment): readonly CallSheetEntry[] {
  const { number, official, date, time, state } = appointment
  if (state.kind !== 'offered' && state.kind !== 'displaced') return []
  const slot = slotOf(appointment)
  return [
    {
      number,
      official,
      why: state.kind === 'offered' ? 'freed-slot' : 'postponed',
      was: state.kind === 'displaced' && time !== null ? { official, date, time } : null,
      reason: state.kind === 'displaced' ? state.reason : null,
      kept: slot && { official, ...slot },
      until: state.kind === 'offered' ? iso(state.until) : null,
      tries: state.contact.tries,
      reachedAt: maybe(state.contact.reachedAt),
    },
  ]
}
