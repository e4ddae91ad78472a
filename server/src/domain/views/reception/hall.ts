import type { HallReception, KioskReception } from '#shared/reception.ts'
import { serviceOf, type Day } from '../../day.ts'
import { signUpWindow } from '../../decide/reception/guards.ts'
import { daysOf } from '../../reception/calendar.ts'
import { receiverOf } from '../../reception/today.ts'
import { callFace, dayFace, officialFace } from './faces.ts'

const SHOWN_DAYS = 4

/** What the kiosk shows of reception days: who receives, when, how many places are left, what to have ready. */
export function kioskReception(day: Day): KioskReception | null {
  const { officials, service } = day.settings.receptionDays
  if (officials.length === 0) return null
  return {
    service,
    window: signUpWindow(day),
    prepare: (service && serviceOf(day, service)?.documents) ?? [],
    officials: officials.map((official) => ({
      ...officialFace(official),
      days: daysOf(day, official.id)
        .slice(0, SHOWN_DAYS)
        .map((of) => dayFace(day, of)),
    })),
    notices: [...officeNotices(day), ...notices(day)],
  }
}

function notices({ date, reception }: Day): KioskReception['notices'] {
  return reception.exceptions
    .filter((each) => each.date >= date)
    .map(({ official, date: on, change, reason }) => ({
      official,
      date: on,
      change: change.kind,
      to: change.kind === 'moved' ? change.to : null,
      reason,
    }))
}

/** Orders about everyone's reception, one day each; those of several days speak through the days that are left. */
function officeNotices({ date, exceptions }: Day): KioskReception['notices'] {
  return exceptions.flatMap(({ from, change, reason }) => {
    if (from < date || (change.kind !== 'no-reception' && change.kind !== 'reception-moved')) return []
    const isMoved = change.kind === 'reception-moved'
    return [
      {
        official: null,
        date: from,
        change: isMoved ? ('moved' as const) : ('none' as const),
        to: isMoved ? change.to : null,
        reason,
      },
    ]
  })
}

/** What the whole hall sees of reception days: numbers, times and rooms. */
export function hallReception(day: Day): HallReception {
  const { calls, late } = day.reception
  return {
    calls: calls.map((call) => callFace(day, call)),
    late: day.settings.receptionDays.officials.flatMap(({ id }) => {
      const minutes = late[id] ?? 0
      const receiver = minutes === 0 ? null : receiverOf(day, id)
      return receiver === null ? [] : [{ official: id, post: receiver.post, room: receiver.room, minutes }]
    }),
  }
}
