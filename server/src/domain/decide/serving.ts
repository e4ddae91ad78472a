import type { CommandOf } from '#shared/commands.ts'
import { SECOND } from '#shared/instant.ts'
import { parseLabel } from '#shared/labels.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused } from '#shared/result.ts'
import {
  findTicket,
  openWindowsFor,
  windowOf,
  type Day,
  type Ticket,
  type Undoable,
  type Window,
} from '../day.ts'
import type { Service } from '../settings.ts'
import { endedAndNext } from './calling.ts'
import {
  calledAt,
  currentAt,
  heldAt,
  knownService,
  knownWindow,
  ownWindow,
  servingAt,
  whyBusy,
  whyNoCalls,
  whyNotDoneAt,
  whyOnlyFinish,
} from './guards.ts'
import { begin, happens, type Asking, type Decided } from './story.ts'

/**
 * The person who was called has come: called becomes serving (rules.md, 3). Also after the limit of the day:
 * whoever was called by then is not sent away.
 */
export function startService(day: Day, command: CommandOf<'start-service'>, asking: Asking): Decided {
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const called = calledAt(own.value)
  if (!called.ok) return called
  const story = happens(
    begin(day),
    { type: 'service-started', ...at(own.value, called.value.ticket) },
    asking,
  )
  return ok({ ...story, answer: {} })
}

/**
 * The service is done: the visit ends, or the person goes back to the window that last asked for them again; where that is
 * closed or on a break, to any that serves them, since nobody waits for a break to end (rules.md, 4).
 */
export function finishService(day: Day, command: CommandOf<'finish-service'>, asking: Asking): Decided {
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const serving = servingAt(own.value)
  if (!serving.ok) return serving
  const { ticket } = serving.value
  const back = whyNoCalls(day) === null ? ticket.comeBackTo[0] : undefined
  const story = happens(
    begin(day),
    {
      type: 'service-finished',
      ...at(own.value, ticket),
      service: ticket.service,
      outcome: command.outcome ?? 'served',
      end: back === undefined ? 'visit' : 'comes-back',
      returnsFor: back?.service ?? null,
      returnsTo: back !== undefined && isOpen(windowOf(day, back.window)) ? back.window : null,
    },
    asking,
  )
  return endedAndNext(story, command.window, command.callNext === true, asking)
}

/** The person fills in a form and comes back to this same window, which is free meanwhile. */
export function hold(day: Day, command: CommandOf<'hold'>, asking: Asking): Decided {
  const over = whyOnlyFinish(day, command.window)
  if (over) return refused(over)
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const current = currentAt(own.value)
  if (!current.ok) return current
  const story = happens(begin(day), { type: 'ticket-held', ...at(own.value, current.value.ticket) }, asking)
  return ok({ ...story, answer: {} })
}

/**
 * The person on hold is back with the form, at this same window and no other, as soon as nobody is at it (rules.md, 3). It is
 * no call and no new turn: the service goes on, with the time that it had taken.
 */
export function resumeHeld(day: Day, command: CommandOf<'resume-held'>, asking: Asking): Decided {
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const busy = whyBusy(own.value)
  if (busy) return refused(busy)
  const held = heldAt(own.value, parseLabel(command.label) ?? command.label)
  if (!held.ok) return held
  const story = happens(begin(day), { type: 'held-resumed', ...at(own.value, held.value.ticket) }, asking)
  return ok({ ...story, answer: {} })
}

/**
 * To another service, another window, or both; with `comeBack` the person returns here after it. Seniority stays. Nobody is
 * sent to wait for a window alone that calls nobody now, closed or on a break (rules.md, 4).
 */
export function transfer(day: Day, command: CommandOf<'transfer'>, asking: Asking): Decided {
  const over = whyOnlyFinish(day, command.window)
  if (over) return refused(over)
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  // What has not begun has no outcome.
  const current = command.outcome === undefined ? currentAt(own.value) : servingAt(own.value)
  if (!current.ok) return current
  const { ticket } = current.value

  const service = knownService(day, command.service ?? ticket.service)
  if (!service.ok) return service
  const isElsewhere = command.toWindow !== undefined && command.toWindow !== command.window
  if (!isElsewhere && service.value.id === ticket.service)
    return refused(refuse('transfer-nowhere', { window: command.window }))
  if (command.toWindow !== undefined) {
    const target = knownWindow(day, command.toWindow)
    if (!target.ok) return target
    const bound = whyNotDoneAt(service.value, command.toWindow)
    if (bound) return refused(bound)
    if (!target.value.services.has(service.value.id)) {
      return refused(
        refuse('window-does-not-serve', { window: command.toWindow, service: service.value.name }),
      )
    }
    const away = whyNobodyCalledAt(day, target.value, service.value, command.window)
    if (away) return refused(away)
  }
  const story = happens(
    begin(day),
    {
      type: 'ticket-transferred',
      ...at(own.value, ticket),
      service: service.value.id,
      toWindow: command.toWindow ?? null,
      comeBack: command.comeBack ?? false,
      isReturn: ticket.comeBackTo.some(({ window }) => window === command.toWindow),
      ...(command.outcome === undefined ? {} : { outcome: command.outcome }),
    },
    asking,
  )
  return ok({ ...story, answer: {} })
}

function whyNobodyCalledAt(day: Day, target: Window, service: Service, from: number): Refusal | null {
  const { number: window, status } = target
  switch (status.kind) {
    case 'closed':
      return refuse('target-window-closed', { window })
    case 'paused': {
      const others = openWindowsFor(day, service.id).map(({ number }) => number)
      return refuse('target-window-paused', {
        window,
        service: service.name,
        others: others.filter((number) => number !== from),
      })
    }
    case 'open':
      return null
  }
}

/** One more service on the same ticket, here and now: nobody is asked to take a second ticket. */
export function addService(day: Day, command: CommandOf<'add-service'>, asking: Asking): Decided {
  const over = whyOnlyFinish(day, command.window)
  if (over) return refused(over)
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const serving = servingAt(own.value)
  if (!serving.ok) return serving
  const service = knownService(day, command.service)
  if (!service.ok) return service
  const bound = whyNotDoneAt(service.value, command.window)
  if (bound) return refused(bound)
  if (!own.value.services.has(command.service)) {
    return refused(refuse('window-does-not-serve', { window: command.window, service: service.value.name }))
  }
  const story = happens(
    begin(day),
    {
      type: 'service-added',
      ...at(own.value, serving.value.ticket),
      service: command.service,
      outcome: command.outcome ?? 'served',
    },
    asking,
  )
  return ok({ ...story, answer: {} })
}

/**
 * Takes back one's own last finish or no-show, while it is fresh. Someone who was called by the same press of the key,
 * and whose service has not begun, goes back to their place in the line.
 */
export function undo(day: Day, command: CommandOf<'undo'>, asking: Asking): Decided {
  const own = ownWindow(day, command.window, asking)
  if (!own.ok) return own
  const { last, current } = own.value
  if (last === null || asking.by.kind !== 'staff' || last.by !== asking.by.id) {
    return refused(refuse('nothing-to-undo', { window: command.window }))
  }
  if (asking.now - last.at > day.settings.undoSeconds * SECOND) {
    return refused(refuse('undo-too-late', { seconds: day.settings.undoSeconds }))
  }
  if (current?.state === 'serving')
    return refused(refuse('window-busy', { window: command.window, label: current.ticket.label }))
  const isWithdrawn = current !== null
  if (isWithdrawn && whyNoCalls(day) !== null) {
    return refused(refuse('window-busy', { window: command.window, label: current.ticket.label })) // nobody could call them again
  }
  const { ticket } = last.before
  if (hasMovedOn(day, command.window, last)) return refused(refuse('undo-overtaken', { label: ticket.label }))
  const story = happens(
    begin(day),
    {
      type: 'undone',
      ...at(own.value, ticket),
      service: ticket.service,
      what: last.what,
      calledBack: current?.ticket.id ?? null,
    },
    asking,
  )
  return ok({ ...story, answer: {} })
}

/** Whether more has happened to the ticket since: then there is nothing left to give back. */
function hasMovedOn(day: Day, window: number, last: Undoable): boolean {
  const { ticket } = last.before
  if (last.what === 'no-show') {
    return !day.missed.some(
      (each) => each.ticket.id === ticket.id && each.window === window && each.missedAt === last.at,
    )
  }
  const place = findTicket(day, (each) => each.id === ticket.id)
  if (last.end === 'visit') return place !== null
  if (place?.kind !== 'waiting') return true
  return place.ticket.steps.length !== ticket.steps.length + 1 || place.ticket.sentFrom !== window
}

function isOpen(window: Window | null): boolean {
  return window?.status.kind === 'open'
}

function at(window: Window, ticket: Ticket) {
  return { ticket: ticket.id, label: ticket.label, window: window.number }
}
