import { iso, type Iso, type Instant } from '#shared/instant.ts'
import type { StaffId } from '#shared/ids.ts'
import type { DayFace, OfficeFace, QueueService, WaitingTicket, WindowState } from '#shared/views.ts'
import { allWaiting, openWindowsFor, type Day, type Ticket, type Window } from '../day.ts'
import { callableAt } from '../dispatch.ts'

/** What a view may know beside the day. */
export type Around = {
  readonly training: boolean
  /** Names of staff: shown to staff only. */
  readonly nameOf: (clerk: StaffId) => string | null
}

type Face = { readonly at: Iso; readonly office: OfficeFace; readonly day: DayFace }

const faces = new WeakMap<Day, Face>()

/** The part that every view has: which office, which day, in which phase. All views of a day share it. */
export function face(day: Day, around: Around): Face {
  const known = faces.get(day)
  if (known?.office.training === around.training) return known
  const fresh = freshFace(day, around)
  faces.set(day, fresh)
  return fresh
}

function freshFace(day: Day, { training }: Around): Face {
  const { id, name, municipality, contact, example, zone } = day.settings
  const { opensAt, closesAt, limitAt, why } = day.plan
  return {
    at: iso(day.at),
    office: { id, name, municipality, contact, training, example },
    day: {
      date: day.date,
      zone,
      phase: day.phase,
      opensAt: maybe(opensAt),
      closesAt: maybe(closesAt),
      limitAt: maybe(limitAt),
      why,
      next: day.next && { date: day.next.date, opensAt: iso(day.next.opensAt) },
    },
  }
}

/** @returns the instant as the API writes it; null: there is none. */
export function maybe(at: Instant | null): Iso | null {
  return at === null ? null : iso(at)
}

export function windowState(window: Window): WindowState {
  if (window.current) return window.current.state === 'called' ? 'calling' : 'serving'
  return window.status.kind
}

export function waitingTicket(day: Day, ticket: Ticket): WaitingTicket {
  const { id, label, service, issuedAt, priority, language, boundTo, overtaken } = ticket
  return {
    id,
    label,
    service,
    issuedAt: iso(issuedAt),
    priority,
    language,
    callableFrom: iso(callableAt(day, ticket)),
    boundTo,
    overtaken,
  }
}

const queues = new WeakMap<Day, readonly QueueService[]>()

/** How the line stands for each service of the office, in the order of the configuration. Several views share it. */
export function queueByService(day: Day): readonly QueueService[] {
  const known = queues.get(day) ?? workedOut(day)
  queues.set(day, known)
  return known
}

function workedOut(day: Day): readonly QueueService[] {
  const waiting = new Map<string, { count: number; longest: Instant }>()
  for (const ticket of allWaiting(day)) {
    const known = waiting.get(ticket.service)
    if (known === undefined) waiting.set(ticket.service, { count: 1, longest: ticket.issuedAt })
    else
      waiting.set(ticket.service, {
        count: known.count + 1,
        longest: ticket.issuedAt < known.longest ? ticket.issuedAt : known.longest,
      })
  }
  const letters = new Map(day.settings.groups.map((group) => [group.id, group.letter]))
  return day.settings.services.map((service) => {
    const line = waiting.get(service.id)
    return {
      id: service.id,
      letter: letters.get(service.group) ?? '',
      group: service.group,
      name: service.name,
      waiting: line?.count ?? 0,
      longestSince: line === undefined ? null : iso(line.longest),
      openWindows: openWindowsFor(day, service.id).map((window) => window.number),
      windows: day.windows.filter((window) => window.services.has(service.id)).map((window) => window.number),
      onlyWindow: service.onlyWindow,
    }
  })
}
