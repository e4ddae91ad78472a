import type { ServiceId, TicketId } from '#shared/ids.ts'
import type { Day, Ticket, Window } from './day.ts'
import { isSenior } from './ordering.ts'

/** Those who wait: two lanes, each in order of seniority. The shared ordering of both is `dispatch.ts`. */
export type Waiting = {
  readonly ordinary: readonly Ticket[]
  readonly priority: readonly Ticket[]
  /** How many stand in each line, whatever their lane: so that "how many are before me" is a sum and not a count. */
  readonly lengths: Readonly<Record<string, number>>
}

/** Of the two, the one in which a ticket waits. */
export type Lane = 'ordinary' | 'priority'

export const NOBODY: Waiting = { ordinary: [], priority: [], lengths: {} }

/** A ticket stands in the line of its service, or, once it was sent to a window, in that window's own. */
export function lineOf({ boundTo, service }: Ticket): string {
  return boundTo === null ? service : windowLine(boundTo)
}

function windowLine(window: number): string {
  return `window ${window}` // no service is called so: an id has no spaces
}

/** @returns how many stand in the lines of these services, and in these windows' own. */
export function lengthOf(
  { lengths }: Waiting,
  services: Iterable<ServiceId>,
  windows: Iterable<number>,
): number {
  let sum = 0
  for (const service of services) sum += lengths[service] ?? 0
  for (const window of windows) sum += lengths[windowLine(window)] ?? 0
  return sum
}

/** @returns how many the window may call. */
export function waitingFor(day: Day, window: Window): number {
  return lengthOf(day.waiting, window.services, [window.number])
}

/** @returns the line with the ticket in its lane, at the place that its seniority gives it. */
export function joined(waiting: Waiting, ticket: Ticket): Waiting {
  const name = ticket.lane
  const lane = waiting[name]
  let index = lane.length
  while (index > 0) {
    const before = lane[index - 1]
    if (before === undefined || isSenior(before, ticket)) break
    index -= 1
  }
  return {
    ...waiting,
    [name]: lane.toSpliced(index, 0, ticket),
    lengths: lengthened(waiting.lengths, ticket, 1),
  }
}

/** @returns the line without the ticket; the same line when it does not wait. */
export function without(waiting: Waiting, id: TicketId): Waiting {
  for (const name of ['ordinary', 'priority'] as const) {
    const lane = waiting[name]
    const index = lane.findIndex((each) => each.id === id)
    const ticket = lane[index]
    if (ticket === undefined) continue
    return {
      ...waiting,
      [name]: lane.toSpliced(index, 1),
      lengths: lengthened(waiting.lengths, ticket, -1),
    }
  }
  return waiting
}

/** @returns the line after a window let go of the tickets that were sent to it: others may call them now. */
export function unbound(waiting: Waiting, window: number): Waiting {
  let { lengths } = waiting
  const free = (ticket: Ticket): Ticket => {
    if (ticket.boundTo !== window) return ticket
    const moved = { ...ticket, boundTo: null }
    lengths = lengthened(lengthened(lengths, ticket, -1), moved, 1)
    return moved
  }
  const [ordinary, priority] = [waiting.ordinary.map(free), waiting.priority.map(free)]
  return { ordinary, priority, lengths }
}

/** Counts for those who were passed over that one more went ahead, or, when that call is withdrawn, one less. */
export function overtaken(waiting: Waiting, ids: readonly TicketId[], by: 1 | -1): Waiting {
  if (ids.length === 0) return waiting
  const passed = new Set(ids)
  const ordinary = waiting.ordinary.map((each) =>
    passed.has(each.id) ? { ...each, overtaken: each.overtaken + by } : each,
  )
  return { ...waiting, ordinary }
}

function lengthened(lengths: Waiting['lengths'], ticket: Ticket, by: 1 | -1): Waiting['lengths'] {
  const line = lineOf(ticket)
  return { ...lengths, [line]: (lengths[line] ?? 0) + by }
}
