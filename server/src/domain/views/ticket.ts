import type { Language, TicketId } from '#shared/ids.ts'
import { iso, type Instant } from '#shared/instant.ts'
import type { TicketView } from '#shared/views.ts'
import { openWindowsFor, serviceOf, type Day, type Place, type Ticket, type Window } from '../day.ts'
import { face, maybe, type Around } from './face.ts'

/** A ticket whose visit is over: the day forgets it, its row remembers. */
export type PastTicket = {
  readonly id: TicketId
  readonly label: string
  readonly service: Ticket['service']
  readonly language: Language
  readonly issuedAt: Instant
  readonly state: 'finished' | 'no-show' | 'left' | 'unserved'
}

/** What a phone may know of a live ticket: its own place, and nothing about anyone else. */
export function liveTicketView(
  day: Day,
  place: Place,
  around: Around,
  aheadOf: (ticket: Ticket) => number,
): TicketView {
  const { ticket } = place
  return {
    ...common(day, ticket, around),
    state: stateOf(place),
    window: windowOf(place),
    ahead: place.kind === 'waiting' ? aheadOf(ticket) : null,
    openWindows:
      place.kind === 'waiting' ? openWindowsFor(day, ticket.service).map((window) => window.number) : [],
    calledAt: place.kind === 'current' ? maybe(place.window.current?.calledAt ?? null) : null,
    recalls: place.kind === 'current' ? recallsOf(place.window) : 0,
    last: place.kind === 'current' && isLastCall(day, ticket),
    apology: false,
    feedback: null,
  }
}

export function pastTicketView(day: Day, past: PastTicket, around: Around): TicketView {
  return {
    ...common(day, past, around),
    state: past.state,
    window: null,
    ahead: null,
    openWindows: [],
    calledAt: null,
    recalls: 0,
    last: false,
    apology: past.state === 'unserved',
    feedback: past.state === 'finished' || past.state === 'unserved' ? (day.settings.feedback ?? null) : null,
  }
}

function common(
  day: Day,
  { label, service, language, issuedAt }: Pick<PastTicket, 'label' | 'service' | 'language' | 'issuedAt'>,
  around: Around,
) {
  const name = serviceOf(day, service)?.name ?? { bg: service, en: service }
  return { ...face(day, around), label, service: name, language, issuedAt: iso(issuedAt) }
}

function recallsOf({ current }: Window): number {
  return current?.state === 'called' ? current.recalls : 0
}

/** As the board says it of the same call. */
function isLastCall({ calls }: Day, { id }: Ticket): boolean {
  const call = calls.find(({ ticket }) => ticket === id)
  return call?.state === 'called' && call.last
}

function stateOf(place: Place): TicketView['state'] {
  switch (place.kind) {
    case 'waiting':
      return 'waiting'
    case 'current':
      return place.window.current?.state ?? 'called'
    case 'held':
      return 'on-hold'
    case 'missed':
      return 'no-show'
  }
}

function windowOf(place: Place): number | null {
  switch (place.kind) {
    case 'waiting':
      return place.ticket.boundTo
    case 'current':
    case 'held':
      return place.window.number
    case 'missed':
      return place.window
  }
}
