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

type Call = {
  readonly at: Recorded['at']
  readonly ticket: Ticket
  readonly window: number
  readonly reason: CallReason
  /** Who came before, and could have been called at that window. */
  readonly passed: readonly Ticket[]
}

/** Whoever was unserved at the limit was called by nobody. */
type Wait = Pick<Call, 'ticket'> & { readonly waitedMs: number; readonly call: Call | null }

/** A ticket that was given while the server was away has the place of its issue, not of its hand-in. */
function cameBefore(a: Ticket, b: Ticket): boolean {
  return a.issuedAt < b.issuedAt || (a.issuedAt === b.issuedAt && a.order < b.order)
}

export function createFairnessBook(): FairnessBook {
  const calls: Call[] = []
  const unserved: Wait[] = []

  function see(before: Day, { event, at }: Recorded) {
    if (event.type === 'ticket-called') return seeCall(before, event, at)
    if (event.type === 'undone' && event.calledBack !== null) return takeOut(event.calledBack)
    if (event.type !== 'ticket-unserved') return
    const ticket = everyoneWaiting(before).find(({ id }) => id === event.ticket)
    if (ticket === undefined) return
    unserved.push({ ticket, waitedMs: event.waitedMs, call: null })
  }

  function seeCall(
    before: Day,
    { ticket: id, window: number, reason }: EventOf<'ticket-called'>,
    at: Recorded['at'],
  ) {
    const window = windowOf(before, number)
    const everyone = everyoneWaiting(before)
    const ticket = everyone.find((each) => each.id === id)
    if (window === null || ticket === undefined) return
    const passed = everyone.filter(
      (each) => cameBefore(each, ticket) && mayCall(window, each) && callableAt(before, each) <= at,
    )
    calls.push({ at, ticket, window: number, reason, passed })
  }

  /** Whoever went back to their place as if not called has passed nobody. */
  function takeOut(ticket: TicketId) {
    const index = calls.findLastIndex((call) => call.ticket.id === ticket)
    if (index !== -1) calls.splice(index, 1)
  }

  return { see, report: (date) => reportOn(date, calls, unserved) }
}

function everyoneWaiting({ waiting }: Day): readonly Ticket[] {
  return [...waiting.ordinary, ...waiting.priority]
}

function reportOn(date: LocalDate, calls: readonly Call[], unserved: readonly Wait[]): FairnessReport {
  const skips = calls.flatMap((call) => call.passed.map((ticket) => ({ ticket, kind: kindOf(call) })))
  const times = new Map<TicketId, number>()
  for (const { ticket } of skips) times.set(ticket.id, (times.get(ticket.id) ?? 0) + 1)
  const slips = calls.filter(({ passed }) => passed.length > 0)
  const longest = longestWait(calls, unserved)

  return {
    date,
    called: calls.length,
    services: servicesIn(calls).map(lineOf),
    overtakings: slips.toReversed().map((call) => ({
      at: iso(call.at),
      label: call.ticket.label,
      window: call.window,
      kind: kindOf(call),
      passed: call.passed.map(({ label }) => label),
      reason: callReasonWords(call.reason),
    })),
    longest: longest && {
      label: longest.ticket.label,
      service: longest.ticket.service,
      waitedMs: longest.waitedMs,
      window: longest.call?.window ?? null,
      overtaken: times.get(longest.ticket.id) ?? 0,
      reason: longest.call && callReasonWords(longest.call.reason),
    },
    outOfOrder: calls
      .toReversed()
      .flatMap(({ at, ticket: { label }, window, reason }) =>
        reason.kind === 'out-of-order'
          ? [{ at: iso(at), label, window, because: reason.because, ahead: reason.ahead }]
          : [],
      ),
  }

  function lineOf(service: ServiceId): FairnessReport['services'][number] {
    const mine = skips.filter(({ ticket }) => ticket.service === service)
    const skipped = new Set(mine.map(({ ticket }) => ticket.id))
    return {
      service,
      called: calls.filter(({ ticket }) => ticket.service === service).length,
      skipped: skipped.size,
      skips: mine.length,
      byPriority: mine.filter(({ kind }) => kind === 'priority').length,
      outOfOrder: mine.filter(({ kind }) => kind === 'out-of-order').length,
      slips: slips.filter(({ ticket }) => ticket.service === service).length,
      most: Math.max(0, ...[...skipped].map((id) => times.get(id) ?? 0)),
    }
  }
}

/** The services of which somebody was called or passed, in the order of their first. */
function servicesIn(calls: readonly Call[]): readonly ServiceId[] {
  return [
    ...new Set(calls.flatMap(({ ticket, passed }) => [ticket, ...passed].map(({ service }) => service))),
  ]
}

/** The longest wait for a first call, or until the limit. */
function longestWait(calls: readonly Call[], unserved: readonly Wait[]): Wait | null {
  const first = [
    ...calls.map((call) => ({ ticket: call.ticket, waitedMs: call.at - call.ticket.issuedAt, call })),
    ...unserved,
  ].filter(({ ticket }) => ticket.firstCalledAt === null)
  return first.reduce<Wait | null>(
    (longest, each) => (longest !== null && longest.waitedMs >= each.waitedMs ? longest : each),
    null,
  )
}

function kindOf({ reason, ticket }: Call): FairnessReport['overtakings'][number]['kind'] {
  if (reason.kind === 'out-of-order') return 'out-of-order'
  if (ticket.lane === 'priority') return 'priority'
  return reason.kind === 'sent-here' ? 'sent-here' : 'other'
}
