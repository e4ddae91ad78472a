import type { ServiceId, TicketId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import { after, instant, MINUTE, SECOND } from '#shared/instant.ts'
import type { CallReason, TurnReason } from '#shared/reasons.ts'
import type { Day, Ticket, Window } from './day.ts'
import { firstOf, isPastStandard, isSenior, mayNotBePassed, type OrderingRules } from './ordering.ts'
import { lengthOf, lineOf, waitingFor } from './waiting.ts'

/**
 * Who is next, and why (rules.md, 4). One ordering for the clerk, the board and the phone.
 *
 * Among the tickets a window may call, next is the one with the largest waited × weight; the weight is 1, or more with
 * priority: accumulating priority, L. Kleinrock, "A delay dependent queue discipline", 1964. Ties by order of issue.
 * Two guarantees for ordinary tickets: priority goes ahead of each at most so many times, and never once it has
 * waited longer than the standard.
 */

export type Next =
  | { readonly kind: 'call'; readonly ticket: Ticket; readonly reason: CallReason }
  | { readonly kind: 'too-soon'; readonly ticket: Ticket; readonly callableFrom: Instant }
  | { readonly kind: 'nobody' }

/** @returns whom the window calls now, and why; or that everyone who waits is still at the printer; or nobody. */
export function nextFor(day: Day, window: Window, now: Instant): Next {
  const [first] = callOrderAt(day, window, now)
  if (first === undefined) return { kind: 'nobody' }
  if (callableAt(day, first.ticket) <= now) return { kind: 'call', ...first }
  const fresh = Array.from(callOrderAt(day, window, now), ({ ticket }) => ticket)
  const ticket = fresh.reduce((soonest, each) =>
    callableAt(day, each) < callableAt(day, soonest) ? each : soonest,
  )
  return { kind: 'too-soon', ticket, callableFrom: callableAt(day, ticket) }
}

/** A window calls the tickets of its services that are bound to no other, and those that were sent to it. */
export function mayCall(window: Window, ticket: Ticket): boolean {
  if (ticket.boundTo !== null) return ticket.boundTo === window.number
  return window.services.has(ticket.service)
}

/** @returns from when on the ticket may be called: its holder is still at the printer before. */
export function callableAt(day: Day, ticket: Ticket): Instant {
  return after(ticket.issuedAt, day.settings.dispatch.minimumDelaySeconds * SECOND)
}

export type Turn = { readonly ticket: Ticket; readonly reason: CallReason }

/** The tickets that one window may call, in the order in which it would call them at `now`, each with the reason for its turn. */
export function callOrderAt(day: Day, window: Window, now: Instant): Generator<Turn> {
  return ordered(day, (ticket) => mayCall(window, ticket), now, window)
}

/**
 * The tickets in the order in which they would be called at the instant `now`, were windows free at once;
 * those too fresh to be called come last.
 * @param may which tickets take part, e.g. those of all windows that could call a certain ticket.
 */
export function* callOrder(day: Day, may: (ticket: Ticket) => boolean, now: Instant): Generator<Ticket> {
  for (const { ticket } of ordered(day, may, now, null)) yield ticket
}

function* ordered(
  day: Day,
  may: (ticket: Ticket) => boolean,
  now: Instant,
  atWindow: Window | null,
): Generator<Turn> {
  const { ordinary, priority } = day.waiting
  const isFresh = (ticket: Ticket) => callableAt(day, ticket) > now
  const isReady = (ticket: Ticket) => may(ticket) && !isFresh(ticket)
  const isTooFresh = (ticket: Ticket) => may(ticket) && isFresh(ticket)
  yield* merge(day, lane(ordinary, isReady), lane(priority, isReady), now, atWindow)
  yield* merge(day, lane(ordinary, isTooFresh), lane(priority, isTooFresh), now, atWindow)
}

type Lane = (index: number) => Ticket | undefined

/** Those of a line who take part, looked for no further than they are asked for: whoever calls wants the first alone. */
function lane(line: readonly Ticket[], takesPart: (ticket: Ticket) => boolean): Lane {
  const found: Ticket[] = []
  let looked = 0
  return (index) => {
    for (; found.length <= index && looked < line.length; looked += 1) {
      const ticket = line[looked]
      if (ticket !== undefined && takesPart(ticket)) found.push(ticket)
    }
    return found[index]
  }
}

function* merge(
  day: Day,
  ordinary: Lane,
  priority: Lane,
  now: Instant,
  atWindow: Window | null,
): Generator<Turn> {
  const { priorityWeight: weight, standardMinutes } = day.settings.dispatch
  const rules = orderingRules(day)
  const overtaken = new Map<Ticket, number>() // on top of what has really happened, as this order goes on
  const among = atWindow === null ? 0 : waitingFor(day, atWindow) // a turn at no window is given no reason
  const times = (ticket: Ticket) => ticket.overtaken + (overtaken.get(ticket) ?? 0)
  const isKept = (ticket: Ticket) =>
    mayNotBePassed({ since: ticket.since, order: ticket.order, overtaken: times(ticket) }, now, rules)
  const takenBack = atWindow === null ? [] : takenBackAt(day, atWindow)
  const turn = (ticket: Ticket, reason: TurnReason): Turn => ({
    ticket,
    reason:
      atWindow !== null && ticket.boundTo === atWindow.number
        ? { kind: 'sent-here', waitedMs: reason.waitedMs, from: ticket.sentFrom, turn: reason }
        : reason,
  })

  let o = 0
  let p = 0
  for (;;) {
    const first = ordinary(o)
    const rival = priority(p)
    let passage: Passage = NOBODY_PASSED
    const isHeldBack = (ticket: Ticket) => {
      passage = passing(ticket, ordinary, o, isKept)
      return passage.stopped !== null
    }
    const next = firstOf(first, rival, isHeldBack, now, rules)
    if (next === undefined) return
    const waitedMs = now - next.issuedAt
    const { passed, stopped } = passage
    if (next === rival) {
      for (const ticket of passed) overtaken.set(ticket, times(ticket) + 1 - ticket.overtaken)
      p += 1
      yield turn(next, { kind: 'priority', waitedMs, weight, overtakes: passed.length })
      continue
    }
    o += 1
    if (stopped !== null) {
      yield turn(
        next,
        isPastStandard(stopped, now, rules)
          ? { kind: 'past-standard', waitedMs, standardMinutes }
          : { kind: 'overtaken-enough', waitedMs, times: times(stopped) },
      )
      continue
    }
    const behind = takenBack.filter((each) => each.issuedAt < next.issuedAt && isSenior(next, each)).length
    yield turn(next, {
      kind: 'longest-wait',
      waitedMs,
      among,
      ...(behind > 0 && { takenBack: behind }),
    })
  }
}

/** Who missed a call and waits again: their seniority is not that of their issue. */
function takenBackAt({ waiting }: Day, window: Window): readonly Ticket[] {
  return waiting.ordinary.filter((ticket) => ticket.since > ticket.issuedAt && mayCall(window, ticket))
}

/** @returns the rule's figures as the office has set them. */
export function orderingRules({ settings: { dispatch } }: Day): OrderingRules {
  const { priorityWeight, maxOvertaken, standardMinutes } = dispatch
  return { priorityWeight, maxOvertaken, standardMs: standardMinutes * MINUTE }
}

type Passage = { readonly passed: readonly Ticket[]; readonly stopped: Ticket | null }
const NOBODY_PASSED: Passage = { passed: [], stopped: null }

/** The ordinary tickets, from the index on, that the priority ticket would pass, and the first that may not be passed. */
function passing(rival: Ticket, ordinary: Lane, from: number, isKept: (ticket: Ticket) => boolean): Passage {
  const passed: Ticket[] = []
  for (let index = from; ; index += 1) {
    const ticket = ordinary(index)
    if (ticket === undefined || !isSenior(ticket, rival)) return { passed, stopped: null } // a lane is in order of seniority
    if (isKept(ticket)) return { passed, stopped: ticket }
    passed.push(ticket)
  }
}

/** @returns the ordinary tickets that a call of this priority ticket at this window passes over. None for one that waits like everyone. */
export function overtakenByCall(day: Day, window: Window, called: Ticket): readonly Ticket[] {
  if (called.lane === 'ordinary') return []
  const passed: Ticket[] = []
  for (const ticket of day.waiting.ordinary) {
    if (!isSenior(ticket, called)) break // a lane is in order of seniority
    if (mayCall(window, ticket)) passed.push(ticket) // who is senior to one that is called is from the printer too
  }
  return passed
}

type Rivals = {
  readonly services: ReadonlySet<ServiceId>
  readonly windows: ReadonlySet<number>
  /** The same for the same rivals. */
  readonly name: string
}

/** Who contends with whom changes with the windows alone, and is asked of every ticket between two changes. */
const rivalsByWindows = new WeakMap<Day['windows'], Map<string, Rivals>>()

/** Which lines contend with the ticket's: those of the services, and the windows' own, that some window calls which can call this one too. */
function rivals({ windows }: Day, ticket: Ticket): Rivals {
  const known = rivalsByWindows.get(windows) ?? new Map<string, Rivals>()
  rivalsByWindows.set(windows, known)
  const line = `${ticket.boundTo ?? ''}/${ticket.service}`
  const mine = known.get(line) ?? rivalsAmong(windows, ticket)
  known.set(line, mine)
  return mine
}

function rivalsAmong(windows: Day['windows'], ticket: Ticket): Rivals {
  const able = windows.filter((window) => mayCall(window, ticket))
  const open = ticket.boundTo === null ? able.filter(({ status }) => status.kind === 'open') : []
  const callers = open.length > 0 ? open : able
  const services = new Set(callers.flatMap((window) => [...window.services])).add(ticket.service)
  const numbers = new Set(callers.map(({ number }) => number))
  return { services, windows: numbers, name: JSON.stringify([[...services], [...numbers]]) }
}

/** Which tickets contend with this one: those that some window can call which can call this one too. */
export function contenders(day: Day, ticket: Ticket): (other: Ticket) => boolean {
  const { services, windows } = rivals(day, ticket)
  return ({ boundTo, service }) => (boundTo === null ? services.has(service) : windows.has(boundTo))
}

/** @returns how many people would be called before the ticket, as things stand at `now`. */
export function ahead(day: Day, ticket: Ticket, now: Instant): number {
  return positions(day, now)(ticket)
}

/** How many people would be called before each waiting ticket at `now`; those that contend alike are ordered once. */
export function positions(day: Day, now: Instant): (ticket: Ticket) => number {
  type Order = ReadonlyMap<TicketId, number>
  const orders = new Map<string, Order>() // by who contends
  const ofLine = new Map<string, Order>()
  return (ticket) => {
    const line = lineOf(ticket)
    const known = ofLine.get(line) ?? orderOf(ticket)
    ofLine.set(line, known)
    return known.get(ticket.id) ?? 0
  }

  function orderOf(ticket: Ticket): Order {
    const { name } = rivals(day, ticket)
    const order =
      orders.get(name) ??
      new Map(Array.from(callOrder(day, contenders(day, ticket), now), (each, place) => [each.id, place]))
    orders.set(name, order)
    return order
  }
}

/**
 * Every line of which somebody is told the order: each open window's, and of those who contend alike. Where everyone together
 * stands as before, two of one line may still have changed places: whoever may not be passed holds up only those they wait with.
 */
export function* linesTold(day: Day): Generator<(ticket: Ticket) => boolean> {
  for (const window of day.windows)
    if (window.status.kind !== 'closed') yield (ticket) => mayCall(window, ticket)
  const seen = new Set<string>()
  for (const ticket of [...day.waiting.ordinary, ...day.waiting.priority]) {
    const { name } = rivals(day, ticket)
    if (seen.has(name)) continue
    seen.add(name)
    yield contenders(day, ticket)
  }
}

/** The same for a ticket just issued, without sorting: it stands behind everyone it contends with. */
export function aheadOfNewest(day: Day, ticket: Ticket): number {
  const { services, windows } = rivals(day, ticket)
  return lengthOf(day.waiting, services, windows) - 1 // itself
}

/**
 * Seniority for someone who missed their turn and is taken back: behind the next few people who contend with them. From then on
 * they wait like everyone, with priority or without, so that no minute of theirs brings them past those few.
 * @returns the instant from which their waiting counts.
 */
export function seniorityBehind(day: Day, ticket: Ticket, few: number, now: Instant): Instant {
  const { priorityWeight } = day.settings.dispatch
  let score = now - ticket.since
  let latest: number = ticket.since // junior to each of the few as well: the standard protects whoever is senior
  let seen = 0
  for (const each of callOrder(day, contenders(day, ticket), now)) {
    if (seen === few) break
    seen += 1
    const weight = each.lane === 'priority' ? priorityWeight : 1
    score = Math.min(score, (now - each.since) * weight - 1)
    latest = Math.max(latest, each.since + 1)
  }
  const byScore = now - Math.max(0, score)
  return instant(Math.min(now, Math.max(byScore, latest)))
}

/**
 * The order changes by itself as time passes: a priority ticket grows past an ordinary one, someone passes the standard,
 * someone is no longer at the printer.
 * @returns the first instant after `now` at which it may; null when it cannot.
 */
export function nextReordering(day: Day, now: Instant): Instant | null {
  const { priorityWeight: weight, standardMinutes, minimumDelaySeconds } = day.settings.dispatch
  const { ordinary, priority } = day.waiting
  if (ordinary.length + priority.length < 2) return null
  let soonest = Number.POSITIVE_INFINITY
  const consider = (at: number) => {
    if (at > now && at < soonest) soonest = at
  }
  for (const lane of [ordinary, priority]) {
    const fresh = lane[countBefore(lane, now - minimumDelaySeconds * SECOND + 1)]
    if (fresh) consider(fresh.since + minimumDelaySeconds * SECOND)
  }
  for (const rival of weight > 1 ? priority : []) {
    // waited × weight of both is equal at t: (t − rival) · w = t − ticket, so t = (w · rival − ticket) / (w − 1):
    // the next to be passed is the most junior of those that are still ahead.
    const limit = Math.min(rival.since, weight * rival.since - (weight - 1) * now)
    const ticket = ordinary[countBefore(ordinary, Math.floor(limit) + 1) - 1]
    if (ticket === undefined) continue
    const equal = Math.floor((weight * rival.since - ticket.since) / (weight - 1))
    consider(equal) // where the tie goes to the one issued first
    consider(equal + 1)
  }
  const inStandard =
    priority.length > 0 ? ordinary[countBefore(ordinary, now - standardMinutes * MINUTE)] : undefined
  if (inStandard) consider(inStandard.since + standardMinutes * MINUTE + 1)
  return Number.isFinite(soonest) ? after(now, soonest - now) : null
}

/** How many of a lane in order of seniority stand before the instant: a binary search. */
function countBefore(lane: readonly Ticket[], since: number): number {
  let [low, high] = [0, lane.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const ticket = lane[middle]
    if (ticket !== undefined && ticket.since < since) low = middle + 1
    else high = middle
  }
  return low
}
