import type { ZoneFace } from '#shared/boards.ts'
import { iso } from '#shared/instant.ts'
import type { HallView } from '#shared/views.ts'
import { USUAL_BOARDS, zonesOf, type Zone } from '../boards.ts'
import { allWaiting, waitingCount, windowOf, type Day } from '../day.ts'
import { hallReception } from './reception/hall.ts'
import { face, windowState, type Around } from './face.ts'

/** What the whole hall may see: numbers only. */
export function hallView(day: Day, around: Around): HallView {
  const { zones } = day.settings.boards ?? USUAL_BOARDS
  return {
    ...face(day, around),
    calls: day.calls.map(({ id, label, service, language, window, at, times, last, state }) => ({
      id,
      label,
      language,
      window,
      zones: zonesOf(zones, { window, service }),
      at: iso(at),
      times,
      last,
      state,
    })),
    windows: day.windows.map((window) => ({
      window: window.number,
      name: window.name,
      direction: window.direction,
      state: windowState(window),
      label: window.current?.ticket.label ?? null,
    })),
    waiting: waitingCount(day),
    notices: day.notices.map(({ id, text, from, until }) => ({
      id,
      text,
      from: iso(from),
      until: iso(until),
    })),
    zones: zones.map((zone) => zoneFace(day, zone)),
    unserved: day.counts.unserved,
    reception: hallReception(day),
  }
}

function zoneFace(day: Day, { id, name, hall, windows, services, doors }: Zone): ZoneFace {
  const served = new Set(
    services ?? windows.flatMap((number) => [...(windowOf(day, number)?.services ?? [])]),
  )
  const waiting = allWaiting(day).filter((ticket) => served.has(ticket.service)).length
  return { id, name, hall, windows, doors, waiting }
}
