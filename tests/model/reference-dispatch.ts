import { MINUTE, SECOND, type Instant } from '#shared/instant.ts'
import type { Day, Ticket } from '#server/domain/day.ts'

/**
 * The dispatch of rules.md, 4, once more and by brute force: everyone is compared with everyone, nothing is sorted
 * beforehand, nothing is assumed of the lanes. The rules are tested against it.
 */

export function everyoneWaiting(day: Day): readonly Ticket[] {
  return [...day.waiting.priority, ...day.waiting.ordinary]
}

/** Who may be called at the window: sent there, or of its services and sent nowhere. */
export function couldBeCalledAt(day: Day, number: number): readonly Ticket[] {
  const serves = day.windows.find((window) => window.number === number)?.services ?? new Set()
  return everyoneWaiting(day).filter(({ boundTo, service }) =>
    boundTo === null ? serves.has(service) : boundTo === number,
  )
}

/** @returns whom the rules call of these at `now`; null: nobody of them can be called yet. */
export function referenceNext(day: Day, among: readonly Ticket[], now: Instant): Ticket | null {
  return best(day, among.filter(isFromThePrinter(day, now)), now)
}

/** @returns these in the order in which they would be called at `now`, were windows free at once; the fresh ones last. */
export function referenceOrder(day: Day, among: readonly Ticket[], now: Instant): readonly string[] {
  const isHere = isFromThePrinter(day, now)
  return [
    ...drained(day, among.filter(isHere), now),
    ...drained(
      day,
      among.filter((each) => !isHere(each)),
      now,
    ),
  ]
}

/** @returns how many would be called before the ticket by those windows that could call it. */
export function referenceAhead(day: Day, ticket: Ticket, now: Instant): number {
  const serving = day.windows.filter(({ services }) => services.has(ticket.service))
  const open = serving.filter(({ status }) => status.kind === 'open')
  const windows =
    ticket.boundTo === null
      ? open.length > 0
        ? open
        : serving
      : day.windows.filter(({ number }) => number === ticket.boundTo)
  const rivals = everyoneWaiting(day).filter(({ boundTo, service }) =>
    boundTo === null
      ? service === ticket.service || windows.some(({ services }) => services.has(service))
      : windows.some(({ number }) => number === boundTo),
  )
  return referenceOrder(day, rivals, now).indexOf(ticket.label)
}

/** Ordinary tickets that have stood in line longer than the priority ticket: it overtakes them. */
export function overtakenBy(called: Ticket, among: readonly Ticket[]): readonly Ticket[] {
  if (called.lane === 'ordinary') return []
  return among.filter((each) => each.lane === 'ordinary' && standing(each, called) < 0)
}

function isFromThePrinter({ settings }: Day, now: Instant) {
  return ({ issuedAt }: Ticket) => now - issuedAt >= settings.dispatch.minimumDelaySeconds * SECOND
}

function drained(day: Day, among: readonly Ticket[], now: Instant): readonly string[] {
  const next = best(day, among, now)
  if (next === null) return []
  const overtaken = new Set(overtakenBy(next, among))
  const rest = among
    .filter((each) => each !== next)
    .map((each) => (overtaken.has(each) ? { ...each, overtaken: each.overtaken + 1 } : each))
  return [next.label, ...drained(day, rest, now)]
}

function best(day: Day, among: readonly Ticket[], now: Instant): Ticket | null {
  const { priorityWeight, maxOvertaken, standardMinutes } = day.settings.dispatch
  const score = ({ since, lane }: Ticket) => (now - since) * (lane === 'priority' ? priorityWeight : 1)
  const yields = ({ since, overtaken }: Ticket) =>
    now - since <= standardMinutes * MINUTE && overtaken < maxOvertaken
  const admissible = among.filter((each) => overtakenBy(each, among).every(yields))
  return admissible.reduce<Ticket | null>((first, each) => {
    if (first === null) return each
    const lead = score(each) - score(first)
    return lead > 0 || (lead === 0 && each.order < first.order) ? each : first
  }, null)
}

function standing(a: Ticket, b: Ticket): number {
  return a.since - b.since || a.order - b.order
}
