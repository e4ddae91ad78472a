import { iso } from '#shared/instant.ts'
import { after, SECOND } from '#shared/instant.ts'
import type { CurrentTicket, WindowView } from '#shared/views.ts'
import { callReasonWords, turnReasonWords } from '#shared/words/reasons.ts'
import { clerkOf, serviceOf, type Called, type Day, type Serving, type Window } from '../day.ts'
import { whyAwaited, wouldInterrupt } from '../decide/guards.ts'
import { callOrderAt } from '../dispatch.ts'
import { waitingFor } from '../waiting.ts'
import { face, maybe, queueByService, waitingTicket, windowState, type Around } from './face.ts'

const SHOWN_NEXT = 20

/** A clerk's whole day: the ticket at the window, who is next and why, those on hold, the line. */
export function windowView(day: Day, window: Window, around: Around): WindowView {
  const clerk = clerkOf(window)
  const turns = take(SHOWN_NEXT, callOrderAt(day, window, day.at))
  const current = window.current && currentTicket(day, window.current)
  return {
    ...face(day, around),
    window: window.number,
    name: window.name,
    state: windowState(window),
    clerk: clerk === null ? null : { id: clerk, name: around.nameOf(clerk) ?? clerk },
    since: window.status.kind === 'closed' ? null : iso(window.status.since),
    pauseReason: window.status.kind === 'paused' ? window.status.reason : null,
    closedBySupervisor: window.status.kind === 'closed' ? maybe(window.status.bySupervisorAt) : null,
    services: [...window.services],
    current,
    next: turns.map(({ ticket, reason }, index) => ({
      ...waitingTicket(day, ticket),
      reason: turnReasonWords(reason, turns[index - 1]?.ticket.label ?? null),
    })),
    waiting: waitingFor(day, window),
    held: window.held.map(({ ticket, heldAt, servedMs }) => ({
      id: ticket.id,
      label: ticket.label,
      service: ticket.service,
      heldAt: iso(heldAt),
      servedMs,
    })),
    missed: day.missed.map(({ ticket, missedAt, window: at }) => ({
      id: ticket.id,
      label: ticket.label,
      service: ticket.service,
      missedAt: iso(missedAt),
      window: at,
    })),
    undo: window.last && {
      label: window.last.before.ticket.label,
      what: window.last.what,
      until: iso(after(window.last.at, day.settings.undoSeconds * SECOND)),
    },
    queue: queueByService(day),
    windows: day.windows.map((each) => {
      const who = clerkOf(each)
      return {
        window: each.number,
        name: each.name,
        state: windowState(each),
        clerk: who === null ? null : (around.nameOf(who) ?? who),
      }
    }),
    standardMinutes: day.settings.dispatch.standardMinutes,
    serviceMinutes: current ? (serviceOf(day, current.service)?.meanMinutes ?? null) : null,
    mayRest: wouldInterrupt(day, window) === null,
    isAwaited: whyAwaited(day, window) !== null,
    assistanceAsked: maybe(day.assistanceAskedAt),
  }
}

/** The first few: the rest of the order is not worked out. */
function take<T>(count: number, items: Iterable<T>): readonly T[] {
  const taken: T[] = []
  for (const item of items) {
    if (taken.length === count) break
    taken.push(item)
  }
  return taken
}

function currentTicket(day: Day, current: Called | Serving): CurrentTicket {
  const { ticket, calledAt, reason } = current
  const common = {
    id: ticket.id,
    label: ticket.label,
    service: ticket.service,
    issuedAt: iso(ticket.issuedAt),
    priority: ticket.priority,
    language: ticket.language,
    steps: ticket.steps,
    comeBackTo: ticket.comeBackTo[0]?.window ?? null,
    presentAtClosing: ticket.presentAtClosing,
    calledAt: iso(calledAt),
    reason: callReasonWords(reason),
  }
  if (current.state === 'serving') return { ...common, state: 'serving', startedAt: iso(current.startedAt) }
  const { limit, beforeNoShow } = day.settings.recalls
  return {
    ...common,
    state: 'called',
    recalls: current.recalls,
    recallsLeft: day.phase === 'closed' ? 0 : Math.max(0, limit - current.recalls),
    mayBeNoShow: day.phase === 'closed' || current.recalls >= beforeNoShow,
  }
}
