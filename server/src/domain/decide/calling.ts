import type { CommandOf } from '#shared/commands.ts'
import { iso, SECOND } from '#shared/instant.ts'
import { parseLabel } from '#shared/labels.ts'
import type { CallReason } from '#shared/reasons.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import { rejection } from '#shared/words/rejections.ts'
import { callReasonWords } from '#shared/words/reasons.ts'
import { serviceOf, type Day, type Ticket, type Window } from '../day.ts'
import { callableAt, callOrder, mayCall, nextFor } from '../dispatch.ts'
import {
  calledAt,
  ownWindow,
  waitingTicket,
  whyBusy,
  whyNoCalls,
  whyNotDoneAt,
  whyOnlyFinish,
} from './guards.ts'
import { begin, happens, type Asking, type Decided, type Story } from './story.ts'

type CallMade = { readonly story: Story; readonly ticket: Ticket; readonly reason: CallReason }

/**
 * Calls whom the ordering names (`dispatch.ts`; rules.md, 4), to a window that is open, the asker's own and free: the clerk
 * does not choose, and the reason is recorded with the call. Nobody is called who is still at the printer (rules.md, 3).
 */
export function callNext(day: Day, command: CommandOf<'call-next'>, asking: Asking): Decided {
  const made = makeNextCall(begin(day), command.window, asking)
  if (!made.ok) return made
  return ok({ ...made.value.story, answer: callAnswer(made.value) })
}

/** Calls a given ticket out of order: a reason from the list is recorded, and the fairness report shows it. */
export function callTicket(day: Day, command: CommandOf<'call-ticket'>, asking: Asking): Decided {
  const free = freeCallingWindow(day, command.window, asking)
  if (!free.ok) return free
  const window = free.value
  const waiting = waitingTicket(day, parseLabel(command.label) ?? command.label)
  if (!waiting.ok) return waiting
  const ticket = waiting.value
  const refusal = whyNotHere(day, window, ticket)
  if (refusal) return refused(refusal)
  const callableFrom = callableAt(day, ticket)
  if (asking.now < callableFrom) return refused(tooSoon(ticket, callableFrom - asking.now))

  const reason: CallReason = {
    kind: 'out-of-order',
    waitedMs: asking.now - ticket.issuedAt,
    because: command.reason,
    ahead: countBefore(day, window, ticket, asking),
  }
  const made = call(begin(day), window, ticket, reason, asking)
  return ok({ ...made.story, answer: callAnswer(made) })
}

function whyNotHere(day: Day, window: Window, ticket: Ticket): Refusal | null {
  if (ticket.boundTo !== null && ticket.boundTo !== window.number) {
    return refuse('ticket-bound', { label: ticket.label, window: ticket.boundTo })
  }
  const service = serviceOf(day, ticket.service)
  const bound = service ? whyNotDoneAt(service, window.number) : null
  if (bound) return bound
  if (mayCall(window, ticket) || service === null) return null
  return refuse('window-does-not-serve', { window: window.number, service: service.name })
}

function countBefore(day: Day, window: Window, ticket: Ticket, { now }: Asking): number {
  let before = 0
  for (const each of callOrder(day, (one) => mayCall(window, one), now)) {
    if (each.id === ticket.id) break
    before += 1
  }
  return before
}

/** Calls the person at the window once more; the last time that the rules allow is told as the last call. */
export function recall(day: Day, command: CommandOf<'recall'>, asking: Asking): Decided {
  const over = whyOnlyFinish(day, command.window)
  if (over) return refused(over)
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const called = calledAt(own.value)
  if (!called.ok) return called
  const { ticket, recalls } = called.value
  const { limit } = day.settings.recalls
  if (recalls >= limit) return refused(refuse('recall-limit', { label: ticket.label, limit }))
  const story = happens(
    begin(day),
    {
      type: 'ticket-recalled',
      ticket: ticket.id,
      label: ticket.label,
      window: command.window,
      times: recalls + 2,
      last: recalls + 1 === limit,
    },
    asking,
  )
  return ok({ ...story, answer: {} })
}

/** The person did not come. After the limit of the day nobody can be called again, so nothing is due before it. */
export function markNoShow(day: Day, command: CommandOf<'mark-no-show'>, asking: Asking): Decided {
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const called = calledAt(own.value)
  if (!called.ok) return called
  const { ticket, recalls } = called.value
  const due = day.phase === 'closed' ? 0 : day.settings.recalls.beforeNoShow - recalls
  if (due > 0) return refused(refuse('recall-first', { label: ticket.label, recalls: due }))
  const story = happens(
    begin(day),
    { type: 'no-show-marked', ticket: ticket.id, label: ticket.label, window: command.window },
    asking,
  )
  return endedAndNext(story, command.window, command.callNext === true, asking)
}

/** Ends a turn at a window and, when asked to, calls the next in the same step: the end stands even if nobody can be called. */
export function endedAndNext(story: Story, window: number, callsNext: boolean, asking: Asking): Decided {
  const nobody = { ticket: null, reason: null, nobody: null }
  if (!callsNext) return ok({ ...story, answer: nobody })
  const made = makeNextCall(story, window, asking)
  if (!made.ok) return ok({ ...story, answer: { ...nobody, nobody: rejection(made.refusal) } })
  return ok({ ...made.value.story, answer: { ...nobody, ...callAnswer(made.value) } })
}

function makeNextCall(story: Story, number: number, asking: Asking): Result<CallMade, Refusal> {
  const free = freeCallingWindow(story.day, number, asking)
  if (!free.ok) return free
  const next = nextFor(story.day, free.value, asking.now)
  switch (next.kind) {
    case 'nobody':
      return refused(refuse('nobody-waiting', { window: number }))
    case 'too-soon':
      return refused(tooSoon(next.ticket, next.callableFrom - asking.now))
    case 'call':
      return ok(call(story, free.value, next.ticket, next.reason, asking))
  }
}

function freeCallingWindow(day: Day, number: number, asking: Asking): Result<Window, Refusal> {
  const closed = whyNoCalls(day)
  if (closed) return refused(closed)
  const own = ownWindow(day, number, asking)
  if (!own.ok) return own
  const busy = whyBusy(own.value)
  return busy ? refused(busy) : own
}

function call(story: Story, window: Window, ticket: Ticket, reason: CallReason, asking: Asking): CallMade {
  const { status } = window
  if (status.kind === 'closed') throw new Error(`window ${window.number} is closed`)
  const event = {
    type: 'ticket-called',
    ticket: ticket.id,
    label: ticket.label,
    window: window.number,
    service: ticket.service,
    clerk: status.clerk,
    reason,
  } as const
  return { story: happens(story, event, asking), ticket, reason }
}

function callAnswer({ ticket, reason }: CallMade) {
  const { id, label, service, issuedAt } = ticket
  return { ticket: { id, label, service, issuedAt: iso(issuedAt) }, reason: callReasonWords(reason) }
}

function tooSoon(ticket: Ticket, milliseconds: number): Refusal {
  return refuse('too-soon', { label: ticket.label, seconds: Math.ceil(milliseconds / SECOND) })
}
