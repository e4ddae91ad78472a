import type { Line } from '#shared/client/live.ts'
import { useLive } from '#shared/client/use-live.ts'
import type { ForecastView } from '#shared/waits.ts'

export type Foreseen = ForecastView['tickets'][number]

export type Forecast = ReadonlyMap<Foreseen['id'], Foreseen>

/** @returns what is foreseen of each ticket that waits, by its id; nothing while the line is down. */
export function useForecast(line: Line, office: string): Forecast {
  const live = useLive(line, office, 'forecast')
  return live.status === 'live' ? byId(live.view) : NOTHING
}

const NOTHING: Forecast = new Map()
const known = new WeakMap<ForecastView, Forecast>()

function byId(view: ForecastView): Forecast {
  const map = known.get(view) ?? new Map(view.tickets.map((ticket) => [ticket.id, ticket]))
  known.set(view, map)
  return map
}
