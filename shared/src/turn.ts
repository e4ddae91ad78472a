import type { TicketView } from './views.ts'

/** So many ahead, or fewer: time to come near. */
const ALMOST = 2

/** @returns whether it is almost the turn of the ticket's holder: the page and the notices say so alike. */
export function isAlmost({ state, ahead, openWindows }: TicketView): boolean {
  return state === 'waiting' && ahead !== null && ahead <= ALMOST && openWindows.length > 0
}
