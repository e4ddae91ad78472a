import type { ServiceId } from '#shared/ids.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import { wasGiven } from '../blocks.ts'
import { localTime } from '../calendar.ts'
import {
  allWaiting,
  findTicket,
  serviceOf,
  windowOf,
  type Called,
  type Day,
  type Held,
  type Serving,
  type Ticket,
  type Window,
} from '../day.ts'
import type { Service } from '../settings.ts'
import { lengthOf } from '../waiting.ts'
import type { Asking } from './story.ts'

/** What several commands must know before they act. Each guard answers what it found, or why not; a `why…` answers null where nothing stands in the way. */

/** @returns when the hall opens, closes and reaches its limit today (rules.md, 2), by the office's own clock, as refusals say it; empty on a day off. */
export function hours(day: Day) {
  const { opensAt, closesAt, limitAt } = day.plan
  const at = (instant: typeof opensAt) => (instant === null ? '' : localTime(instant, day.settings.zone))
  return { opens: at(opensAt), closes: at(closesAt), limit: at(limitAt) }
}

/** Calls are made while the hall is open or finishing (rules.md, 2). */
export function whyNoCalls(day: Day): Refusal | null {
  switch (day.phase) {
    case 'closed-day':
      return closedDay(day)
    case 'before-opening':
      return refuse('before-opening', { opens: hours(day).opens })
    case 'closed':
      return refuse('hall-closed', { next: day.next?.date ?? null })
    case 'open':
    case 'finishing':
      return null
  }
}

/**
 * What begins something new with the person at the window, only while calls are made. After the limit of the day the clerk
 * is told what is left to do: to finish here.
 */
export function whyOnlyFinish(day: Day, number: number): Refusal | null {
  const closed = whyNoCalls(day)
  const current = windowOf(day, number)?.current ?? null
  if (day.phase !== 'closed' || current === null) return closed
  const { state, ticket } = current
  return refuse('only-finish-here', { label: ticket.label, state, limit: hours(day).limit })
}

/** A window is opened, or rests, from the morning on, before the doors are open; not on a day off, not after the day. */
export function whyNotStaffed(day: Day): Refusal | null {
  return day.phase === 'before-opening' ? null : whyNoCalls(day)
}

export function closedDay(day: Day): Refusal {
  return refuse('closed-day', {
    why: day.plan.why ?? { bg: 'неработен ден', en: 'a day off' },
    next: day.next?.date ?? null,
  })
}

export function knownWindow(day: Day, number: number): Result<Window, Refusal> {
  const window = windowOf(day, number)
  return window ? ok(window) : refused(refuse('unknown-window', { window: number }))
}

export function knownService(day: Day, id: ServiceId): Result<Service, Refusal> {
  const service = serviceOf(day, id)
  return service ? ok(service) : refused(refuse('unknown-service', { service: id }))
}

/** The window, if the one who asks works at it: open, or paused too where `alsoPaused` says so. */
export function ownWindow(
  day: Day,
  number: number,
  asking: Asking,
  alsoPaused = false,
): Result<Window, Refusal> {
  const known = knownWindow(day, number)
  if (!known.ok) return known
  const { status } = known.value
  if (status.kind === 'closed') return refused(refuse('window-not-open', { window: number }))
  if (asking.by.kind !== 'staff' || status.clerk !== asking.by.id)
    return refused(refuse('not-your-window', { window: number }))
  if (status.kind === 'paused' && !alsoPaused) return refused(refuse('window-paused', { window: number }))
  return known
}

/** The window for a command that a supervisor may give for any clerk's window. */
export function ownOrSupervisedWindow(day: Day, number: number, asking: Asking): Result<Window, Refusal> {
  const known = knownWindow(day, number)
  if (!known.ok) return known
  if (known.value.status.kind === 'closed') return refused(refuse('window-not-open', { window: number }))
  return asking.isSupervisor ? known : ownWindow(day, number, asking, true)
}

/** @returns the refusal that names who is at the window, or null when it is free. */
export function whyBusy(window: Window): Refusal | null {
  return window.current === null
    ? null
    : refuse('window-busy', { window: window.number, label: window.current.ticket.label })
}

export function currentAt(window: Window): Result<Called | Serving, Refusal> {
  return window.current ? ok(window.current) : refused(refuse('nobody-at-window', { window: window.number }))
}

export function calledAt(window: Window): Result<Called, Refusal> {
  const current = currentAt(window)
  if (!current.ok) return current
  return current.value.state === 'called'
    ? ok(current.value)
    : refused(refuse('already-serving', { label: current.value.ticket.label }))
}

export function servingAt(window: Window): Result<Serving, Refusal> {
  const current = currentAt(window)
  if (!current.ok) return current
  return current.value.state === 'serving'
    ? ok(current.value)
    : refused(refuse('not-serving', { label: current.value.ticket.label }))
}

export function heldAt(window: Window, label: string): Result<Held, Refusal> {
  const held = window.held.find((each) => each.ticket.label === label)
  return held ? ok(held) : refused(refuse('ticket-not-held', { label, window: window.number }))
}

export function waitingTicket(day: Day, label: string): Result<Ticket, Refusal> {
  const place = findTicket(day, (ticket) => ticket.label === label)
  if (place === null) return refused(whyNotLive(day, label))
  switch (place.kind) {
    case 'waiting':
      return ok(place.ticket)
    case 'missed':
      return refused(refuse('ticket-missed', { label }))
    case 'current':
    case 'held':
      return refused(refuse('ticket-not-waiting', { label, window: place.window.number }))
  }
}

/** @returns why no live ticket has the label: its visit is over, or it was not given today. */
export function whyNotLive(day: Day, label: string): Refusal {
  const [letter = '', digits = ''] = label.split(' ')
  return refuse(wasGiven(day, letter, Number(digits)) ? 'ticket-ended' : 'unknown-ticket', { label })
}

/** The rule of window 7: a service bound to one window is never done at another. */
export function whyNotDoneAt(service: Service, window: number): Refusal | null {
  if (service.onlyWindow === null || service.onlyWindow === window) return null
  return refuse('service-bound', { service: service.name, window: service.onlyWindow })
}

/**
 * The working time is uninterrupted (art. 10): the last one open for a service with people waiting cannot rest or leave.
 * @returns the refusal that names the service, or null when the window may.
 */
export function wouldInterrupt(day: Day, window: Window): Refusal | null {
  if (window.status.kind !== 'open') return null
  const isServedElsewhere = (id: ServiceId) =>
    day.windows.some(
      (other) => other.number !== window.number && other.status.kind === 'open' && other.services.has(id),
    )
  const alone = new Set([...window.services].filter((id) => !isServedElsewhere(id)))
  if (alone.size === 0) return null
  const waiting = allWaiting(day).filter(
    ({ service, boundTo }) => alone.has(service) && (boundTo === null || boundTo === window.number),
  )
  const [first] = waiting
  const service = first && serviceOf(day, first.service)
  if (!service) return null
  const count = waiting.filter((ticket) => ticket.service === service.id).length
  return refuse('last-window-for-service', { window: window.number, service: service.name, waiting: count })
}

/**
 * Whoever was sent to this window is called here alone, so for them it is the last one open, whoever else does their service
 * (rules.md, 4). A window that closes lets go of them (`waiting.ts`); one that only rests does not.
 * @returns the refusal that names the first of them, or null when nobody was sent here.
 */
export function whyAwaited(day: Day, window: Window): Refusal | null {
  const waiting = lengthOf(day.waiting, [], [window.number])
  if (waiting === 0) return null // known without looking at each
  const first = allWaiting(day).find(({ boundTo }) => boundTo === window.number)
  return first
    ? refuse('sent-here-and-waiting', { window: window.number, label: first.label, waiting })
    : null
}
