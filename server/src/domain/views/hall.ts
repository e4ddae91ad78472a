import { iso } from '#shared/instant.ts'
import type { HallView } from '#shared/views.ts'
import { waitingCount, type Day } from '../day.ts'
import { hallReception } from './reception/hall.ts'
import { face, windowState, type Around } from './face.ts'

/** What the whole hall may see: numbers only. */
export function hallView(day: Day, around: Around): HallView {
  return {
    ...face(day, around),
    calls: day.calls.map(({ id, label, window, at, times, last, state }) => ({
      id,
      label,
      window,
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
    unserved: day.counts.unserved,
    reception: hallReception(day),
  }
}
