import type { HallView } from '#shared/views.ts'

/**
 * @param zone of the board's address; null, or one that the office does not have: the whole hall
 * @returns what a board in that part of the hall shows.
 */
export function inZone(view: HallView, zone: string | null): HallView {
  const face = view.zones.find(({ id }) => id === zone)
  if (face === undefined) return view
  return {
    ...view,
    calls: view.calls.filter(({ zones }) => zones.includes(face.id)),
    windows: view.windows.filter(({ window }) => face.windows.includes(window)),
    waiting: face.waiting,
    reception: face.doors ? view.reception : { calls: [], late: [] },
  }
}
