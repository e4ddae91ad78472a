import type { LocalDate, ServiceId, TicketId } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import type { FairnessReport } from '#shared/fairness.ts'
import type { CallReason } from '#shared/reasons.ts'
import { callReasonWords } from '#shared/words/reasons.ts'
import { windowOf, type Day, type Ticket } from '../day.ts'
import { callableAt, mayCall } from '../dispatch.ts'
import type { EventOf, Recorded } from '../events.ts'

/** Slips and skips of a day, from its log: R. Larson, "Perspectives on queues: social justice", 1987. */
export type FairnessBook = {
  /** @param before the day as the event found it. */
  readonly see: (before: Day, recorded: Recorded) => void
  readonly report: (date: LocalDate) => FairnessReport
}

type Line = {
  called: number
  skipped: Set<TicketId>
  skips: number
  byPriority: number
  outOfOrder: number
  slips: number
}

/** A ticket that was given while the server was away has the place of its issue, not of its hand-in. */
function cameBefore(a: Ticket, b: Ticket): boolean {
  return a.issuedAt < b.issuedAt || (a.issuedAt === b.issuedAt && a.order < b.order)
}

export function createFairnessBook(): FairnessBook {
  const lines = new Map<ServiceId, Line>()
  const skipsOf = new Map<TicketId, { service: ServiceId; times: number }>()
  const overtakings: FairnessReport['overtakings'][number][] = []
  const outOfOrder: FairnessReport['outOfOrder'][number][] = []
  let longest: (NonNullable<FairnessReport['longest']> & { readonly id: TicketId }) | null = null
  let called = 0

  function see(before: Day, { event, at }: Recorded) {
    if (event.type === 'ticket-called') return seeCall(before, event, at)
    if (event.type !== 'ticket-unserved') return
    const ticket = [...before.waiting.ordinary, ...before.waiting.priority].find(
      ({ id }) => id === event.ticket,
    )
    if (ticket === undefined) return
    keepLongest(ticket, event.waitedMs, null, null)
  }

  function seeCall(
    before: Day,
    { ticket: id, window: number, reason, label }: EventOf<'ticket-called'>,
    at: Recorded['at'],
  ) {
    const window = windowOf(before, number)
    const everyone = [...before.waiting.ordinary, ...before.waiting.priority]
    const ticket = everyone.find((each) => each.id === id)
    if (window === null || ticket === undefined) return
    called += 1
    const mine = lineOf(ticket.service)
    mine.called += 1
    keepLongest(ticket, at - ticket.issuedAt, number, reason)
    if (reason.kind === 'out-of-order')
      outOfOrder.unshift({ at: iso(at), label, window: number, because: reason.because, ahead: reason.ahead })
    const passed = everyone.filter(
      (each) => cameBefore(each, ticket) && mayCall(window, each) && callableAt(before, each) <= at,
    )
    if (passed.length === 0) return
    mine.slips += 1
    const kind = kindOf(reason, ticket)
    for (const each of passed) {
      const line = lineOf(each.service)
      line.skips += 1
      line.skipped.add(each.id)
      if (kind === 'priority') line.byPriority += 1
      if (kind === 'out-of-order') line.outOfOrder += 1
      const known = skipsOf.get(each.id) ?? { service: each.service, times: 0 }
      skipsOf.set(each.id, { ...known, times: known.times + 1 })
    }
    overtakings.unshift({
      at: iso(at),
      label,
      window: number,
      kind,
      passed: passed.map((each) => each.label),
      reason: callReasonWords(reason),
    })
  }

  function keepLongest(ticket: Ticket, waitedMs: number, window: number | null, reason: CallReason | null) {
    if (ticket.firstCalledAt !== null || (longest !== null && longest.waitedMs >= waitedMs)) return
    longest = {
      id: ticket.id,
      label: ticket.label,
      service: ticket.service,
      waitedMs,
      window,
      overtaken: 0,
      reason: reason && callReasonWords(reason),
    }
  }

  function lineOf(service: ServiceId): Line {
    let line = lines.get(service)
    if (line === undefined) {
      line = { called: 0, skipped: new Set(), skips: 0, byPriority: 0, outOfOrder: 0, slips: 0 }
      lines.set(service, line)
    }
    return line
  }

  return {
    see,
    report(date) {
      const most = new Map<ServiceId, number>()
      for (const { service, times } of skipsOf.values())
        most.set(service, Math.max(most.get(service) ?? 0, times))
      const { id = null, ...rest } = longest ?? {}
      return {
        date,
        called,
        services: [...lines].map(([service, { skipped, ...line }]) => ({
          service,
          ...line,
          skipped: skipped.size,
          most: most.get(service) ?? 0,
        })),
        overtakings,
        longest:
          id === null || longest === null
            ? null
            : { ...longest, ...rest, overtaken: skipsOf.get(id)?.times ?? 0 },
        outOfOrder,
      }
    },
  }
}

function kindOf(reason: CallReason, ticket: Ticket): FairnessReport['overtakings'][number]['kind'] {
  if (reason.kind === 'out-of-order') return 'out-of-order'
  if (ticket.lane === 'priority') return 'priority'
  return reason.kind === 'sent-here' ? 'sent-here' : 'other'
}
