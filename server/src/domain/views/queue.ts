import type { QueueView } from '#shared/views.ts'
import type { Day } from '../day.ts'
import { callOrder } from '../dispatch.ts'
import { face, queueByService, waitingTicket, type Around } from './face.ts'

/** Everyone who waits, in the one order, and how each service stands. */
export function queueView(day: Day, around: Around): QueueView {
  return {
    ...face(day, around),
    standardMinutes: day.settings.dispatch.standardMinutes,
    order: wholeOrder(day),
    services: queueByService(day),
  }
}

export function wholeOrder(day: Day): QueueView['order'] {
  return Array.from(
    callOrder(day, () => true, day.at),
    (ticket) => waitingTicket(day, ticket),
  )
}
