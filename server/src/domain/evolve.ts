import type { StaffId } from '#shared/ids.ts'
import { MINUTE, type Instant } from '#shared/instant.ts'
import { blockOf, type Block } from './blocks.ts'
import {
  BOARD_CALLS,
  clerkOf,
  closedWindow,
  findTicket,
  wasCalled,
  windowOf,
  type Call,
  type Called,
  type Counts,
  type Day,
  type Held,
  type Serving,
  type Status,
  type Ticket,
  type Window,
} from './day.ts'
import { overtakenByCall } from './dispatch.ts'
import type { EventOf, Recorded } from './events.ts'
import { evolveBook, openedBook } from './reception/evolve.ts'
import { joined, NOBODY, overtaken, unbound, without } from './waiting.ts'

/**
 * Moves the day by one recorded event. Pure: replaying a day's events gives the day again, to the last field.
 * @throws Error when the event contradicts the day: the log is broken, or `decide` is.
 */
export function evolve(day: Day | null, recorded: Recorded): Day {
  const { event } = recorded
  if (event.type === 'day-opened') return opened(recorded, event)
  if (day === null) throw new Error(`event ${recorded.version} (${event.type}) before any day was opened`)
  return { ...happen(day, recorded), version: recorded.version, at: recorded.at }
}

function opened({ version, at }: Recorded, event: EventOf<'day-opened'>): Day {
  return {
    office: event.settings.id,
    version,
    at,
    date: event.date,
    settings: event.settings,
    exceptions: event.exceptions,
    plan: event.plan,
    next: event.next,
    phase: event.plan.working ? 'before-opening' : 'closed-day',
    waiting: NOBODY,
    windows: event.settings.windows.map(closedWindow),
    missed: [],
    numbers: {},
    blocks: [],
    unserved: [],
    calls: [],
    notices: event.notices ?? [],
    outOfOrder: [],
    assistanceAskedAt: null,
    counts: {
      issued: 0,
      finished: 0,
      noShow: 0,
      left: 0,
      unserved: 0,
      apologies: 0,
      called: 0,
      calledWithinStandard: 0,
      neverCalled: 0,
    },
    reception: openedBook(event.reception),
  }
}

function happen(day: Day, recorded: Recorded): Day {
  const { event, at, version, by } = recorded
  switch (event.type) {
    case 'day-opened':
      return opened(recorded, event)
    case 'settings-changed':
      return planned(
        { ...day, settings: event.settings, windows: reconfigured(day, event.settings.windows) },
        event,
      )
    case 'hall-opened':
      return { ...day, phase: 'open' }
    case 'hall-finishing':
      return { ...day, phase: 'finishing' }
    case 'hall-closed':
      return { ...day, phase: 'closed', missed: [] }
    case 'order-changed':
      return day
    case 'notice-posted':
      return { ...day, notices: [...day.notices, event.notice] }
    case 'notice-withdrawn':
      return { ...day, notices: day.notices.filter(({ id }) => id !== event.id) }
    case 'exception-added':
      return { ...day, exceptions: [...day.exceptions, event.exception] }
    case 'exception-removed':
      return { ...day, exceptions: day.exceptions.filter((row) => row.id !== event.id) }
    case 'plan-changed':
      return planned(day, event)

    case 'window-opened':
      return withWindow(day, event.window, (window) => ({
        ...window,
        status: { kind: 'open', clerk: event.clerk, since: at },
        last: window.last?.by === event.clerk ? window.last : null,
      }))
    case 'window-handed-over':
      return withWindow(day, event.window, (window) =>
        window.status.kind === 'closed'
          ? window
          : { ...window, status: { ...window.status, clerk: event.clerk }, last: null },
      )
    case 'window-paused':
      return withWindow(day, event.window, (window) => ({
        ...window,
        status: { kind: 'paused', clerk: clerkAt(window), since: at, reason: event.reason },
      }))
    case 'window-resumed':
      return withWindow(day, event.window, (window) => ({
        ...window,
        status: { kind: 'open', clerk: clerkAt(window), since: at },
      }))
    case 'window-closed':
      return {
        ...withWindow(day, event.window, (window) => ({
          ...window,
          status: closedBy(window, recorded),
        })),
        waiting: unbound(day.waiting, event.window),
      }
    case 'services-assigned':
      return withWindow(day, event.window, (window) => ({ ...window, services: new Set(event.services) }))

    case 'ticket-issued':
      return issued(day, event, at)
    case 'ticket-called':
      return called(day, event, recorded)
    case 'ticket-recalled': {
      const { service, language } = mustFind(day, event.ticket).ticket
      const recalledDay = withCurrent(day, event.window, (current) =>
        current.state === 'called' ? { ...current, recalls: current.recalls + 1 } : current,
      )
      return announced(recalledDay, {
        id: version,
        ticket: event.ticket,
        label: event.label,
        service,
        language,
        window: event.window,
        at,
        times: event.times,
        last: event.last,
        state: 'called',
      })
    }
    case 'service-started':
      return onBoard(
        withCurrent(day, event.window, ({ ticket, calledAt, reason }) => ({
          state: 'serving',
          ticket,
          calledAt,
          startedAt: at,
          reason,
        })),
        event.ticket,
        'serving',
      )
    case 'service-finished':
      return finished(day, event, at, staffOf(by))
    case 'service-added':
      return withCurrent(day, event.window, (current) => ({
        state: 'serving',
        ticket: nextStep(current.ticket, event.service),
        calledAt: current.calledAt,
        startedAt: at,
        reason: current.reason,
      }))
    case 'ticket-held':
      return onBoard(held(day, event.window, at), event.ticket, 'on-hold')
    case 'held-resumed':
      return onBoard(heldResumed(day, event, at), event.ticket, 'serving')
    case 'held-released':
      return heldReleased(day, event)
    case 'ticket-transferred':
      return transferred(day, event)
    case 'no-show-marked':
      return noShow(day, event, at, staffOf(by))
    case 'ticket-taken-back':
      return takenBack(day, event)
    case 'ticket-left':
      return left(day, event)
    case 'ticket-unserved':
      return unserved(day, event)
    case 'undone':
      return undone(day, event)

    case 'numbers-held':
      return {
        ...day,
        blocks: [
          ...day.blocks,
          ...event.blocks.map((block): Block => ({ ...block, kind: 'kiosk', since: at, given: [] })),
        ],
      }
    case 'roll-declared': {
      const { letter, from, to } = event
      return { ...day, blocks: [...day.blocks, { letter, from, to, kind: 'roll', since: at, given: [] }] }
    }
    case 'late-ticket-recorded':
      return day
    case 'served-on-paper':
      return event.date === day.date ? servedOnPaper(day, event) : day

    case 'assistance-asked':
      return { ...day, assistanceAskedAt: at }
    case 'assistance-answered':
      return { ...day, assistanceAskedAt: null }
    default:
      return { ...day, reception: evolveBook(day.reception, event, recorded) }
  }
}

// The day

function planned(day: Day, { plan, next }: Pick<EventOf<'plan-changed'>, 'plan' | 'next'>): Day {
  const hasNotBegun = day.phase === 'closed-day' || day.phase === 'before-opening'
  return {
    ...day,
    plan,
    next,
    phase: hasNotBegun ? (plan.working ? 'before-opening' : 'closed-day') : day.phase,
  }
}

/** Windows after the configuration changed: those in use stay as they are, with their new services. */
function reconfigured(day: Day, settings: Day['settings']['windows']): readonly Window[] {
  const kept = settings.map((each) => {
    const fresh = closedWindow(each)
    const known = windowOf(day, each.window)
    return known
      ? { ...known, name: fresh.name, direction: fresh.direction, services: fresh.services }
      : fresh
  })
  const inUse = day.windows.filter(
    (window) => window.status.kind !== 'closed' && !settings.some((each) => each.window === window.number),
  )
  return [...kept, ...inUse]
}

// Tickets

function issued(day: Day, event: EventOf<'ticket-issued'>, at: Instant): Day {
  const issuedAt = event.handedIn?.issuedAt ?? at
  const ticket: Ticket = {
    id: event.ticket,
    label: event.label,
    code: event.code,
    order: day.counts.issued + 1,
    issuedAt,
    since: issuedAt,
    service: event.service,
    steps: [event.service],
    priority: event.priority,
    lane: event.priority ? 'priority' : 'ordinary',
    language: event.language,
    presentAtClosing: event.presentAtClosing,
    overtaken: 0,
    boundTo: null,
    sentFrom: null,
    comeBackTo: [],
    firstCalledAt: null,
    quoted: event.quoted ?? null,
  }
  return counted(
    event.handedIn === undefined
      ? { ...queued(day, ticket), numbers: { ...day.numbers, [event.letter]: event.number } }
      : { ...queued(day, ticket), blocks: givenFrom(day.blocks, event) },
    { issued: 1 },
  )
}

function givenFrom(blocks: Day['blocks'], { letter, number }: EventOf<'ticket-issued'>): Day['blocks'] {
  const from = blockOf({ blocks }, letter, number)
  if (from === null) throw new Error(`number ${number} of ${letter} is in no block`)
  return blocks.map((block) => (block === from ? { ...block, given: [...block.given, number] } : block))
}

function called(day: Day, event: EventOf<'ticket-called'>, { at, version }: Recorded): Day {
  const place = mustFind(day, event.ticket)
  const window = windowOf(day, event.window)
  const passed = window === null ? [] : overtakenByCall(day, window, place.ticket)
  const isFirst = !wasCalled(place.ticket)
  const isWithin = at - place.ticket.issuedAt <= day.settings.dispatch.standardMinutes * MINUTE
  const ticket = isFirst ? { ...place.ticket, firstCalledAt: at } : place.ticket
  const line = withoutWaiting(day, event.ticket)
  const next: Day = {
    ...withWindow(line, event.window, (each) => ({
      ...each,
      current: {
        state: 'called',
        ticket,
        calledAt: at,
        recalls: 0,
        reason: event.reason,
        isFirst,
        overtook: passed.map((each) => each.id),
      },
    })),
    waiting: overtaken(
      line.waiting,
      passed.map((each) => each.id),
      1,
    ),
    outOfOrder:
      event.reason.kind === 'out-of-order'
        ? [
            {
              label: event.label,
              window: event.window,
              clerk: event.clerk,
              at,
              because: event.reason.because,
              ahead: event.reason.ahead,
            },
            ...day.outOfOrder,
          ]
        : day.outOfOrder,
  }
  const told = announced(next, {
    id: version,
    ticket: event.ticket,
    label: event.label,
    service: event.service,
    language: ticket.language,
    window: event.window,
    at,
    times: 1,
    last: false,
    state: 'called',
  })
  return isFirst ? counted(told, { called: 1, calledWithinStandard: isWithin ? 1 : 0 }) : told
}

function finished(day: Day, event: EventOf<'service-finished'>, at: Instant, by: StaffId | null): Day {
  const current = mustServe(day, event.window)
  const [back, ...others] = current.ticket.comeBackTo
  const isOver = event.end === 'visit' || back === undefined
  const free = onBoard(
    withWindow(day, event.window, (window) => ({
      ...window,
      current: null,
      last: by === null ? null : { what: 'finish', end: event.end, before: current, by, at },
      served: window.served + 1,
    })),
    event.ticket,
    isOver ? 'done' : 'waiting',
  )
  if (isOver) return counted(free, { finished: 1 })
  return queued(free, {
    ...nextStep(current.ticket, back.service),
    boundTo: event.returnsTo === undefined ? ifNotClosed(day, back.window) : event.returnsTo,
    sentFrom: event.window,
    comeBackTo: others,
  })
}

function held(day: Day, number: number, at: Instant): Day {
  return withWindow(day, number, (window) => {
    if (window.current === null) return window
    const { ticket, calledAt, reason } = window.current
    const servedMs = window.current.state === 'serving' ? at - window.current.startedAt : 0
    const entry: Held = { ticket, calledAt, heldAt: at, servedMs, reason }
    return { ...window, current: null, held: [...window.held, entry], last: null }
  })
}

function heldResumed(day: Day, event: EventOf<'held-resumed'>, at: Instant): Day {
  return withWindow(day, event.window, (window) => {
    const entry = window.held.find((each) => each.ticket.id === event.ticket)
    if (entry === undefined) throw new Error(`${event.label} is not on hold at window ${event.window}`)
    const { ticket, calledAt, reason, servedMs } = entry
    return {
      ...window,
      current: { state: 'serving', ticket, calledAt, startedAt: (at - servedMs) as Instant, reason }, // an instant less a length of time
      held: window.held.filter((each) => each !== entry),
      last: null,
    }
  })
}

function heldReleased(day: Day, event: EventOf<'held-released'>): Day {
  const entry = windowOf(day, event.window)?.held.find((each) => each.ticket.id === event.ticket)
  if (entry === undefined) throw new Error(`${event.label} is not on hold at window ${event.window}`)
  const without = withWindow(day, event.window, (window) => ({
    ...window,
    held: window.held.filter((each) => each !== entry),
  }))
  return queued(onBoard(without, event.ticket, 'waiting'), { ...entry.ticket, sentFrom: event.window })
}

function transferred(day: Day, event: EventOf<'ticket-transferred'>): Day {
  const current = windowOf(day, event.window)?.current
  if (!current) throw new Error(`nobody at window ${event.window}`)
  const { ticket } = current
  const promised = event.isReturn
    ? ticket.comeBackTo.filter(({ window }) => window !== event.toWindow)
    : ticket.comeBackTo
  const moved: Ticket = {
    ...(event.service === ticket.service ? ticket : nextStep(ticket, event.service)),
    boundTo: event.toWindow,
    sentFrom: event.window,
    comeBackTo: event.comeBack ? [{ window: event.window, service: ticket.service }, ...promised] : promised,
  }
  const free = withWindow(day, event.window, (window) => ({ ...window, current: null, last: null }))
  return queued(onBoard(free, event.ticket, 'waiting'), moved)
}

function noShow(day: Day, event: EventOf<'no-show-marked'>, at: Instant, by: StaffId | null): Day {
  const current = windowOf(day, event.window)?.current
  if (current?.state !== 'called')
    throw new Error(`${event.label} has not been called to window ${event.window}`)
  const free = withWindow(day, event.window, (window) => ({
    ...window,
    current: null,
    last: by === null ? null : { what: 'no-show', before: current, by, at },
  }))
  return counted(
    onBoard(
      { ...free, missed: [...day.missed, { ticket: current.ticket, window: event.window, missedAt: at }] },
      event.ticket,
      'missed',
    ),
    { noShow: 1 },
  )
}

function takenBack(day: Day, event: EventOf<'ticket-taken-back'>): Day {
  const entry = day.missed.find((each) => each.ticket.id === event.ticket)
  if (entry === undefined) throw new Error(`${event.label} was not missed`)
  const back: Ticket = {
    ...entry.ticket,
    since: event.since,
    lane: 'ordinary',
    boundTo: null,
    sentFrom: null,
  }
  const again = onBoard({ ...day, missed: withoutMissed(day, event.ticket) }, event.ticket, 'waiting')
  return counted(queued(again, back), { noShow: -1 })
}

function left(day: Day, event: EventOf<'ticket-left'>): Day {
  const { ticket } = mustFind(day, event.ticket)
  const gone = { ...withoutWaiting(day, event.ticket), missed: withoutMissed(day, event.ticket) }
  return counted(onBoard(gone, event.ticket, 'left'), {
    left: 1,
    neverCalled: wasCalled(ticket) ? 0 : 1,
  })
}

function unserved(day: Day, event: EventOf<'ticket-unserved'>): Day {
  const place = mustFind(day, event.ticket)
  const without: Day =
    place.kind === 'held'
      ? withWindow(day, place.window.number, (window) => ({
          ...window,
          held: window.held.filter((each) => each.ticket !== place.ticket),
        }))
      : place.kind === 'current'
        ? withWindow(day, place.window.number, (window) => ({ ...window, current: null }))
        : withoutWaiting(day, event.ticket)
  return counted(
    onBoard({ ...without, unserved: [...without.unserved, place.ticket] }, event.ticket, 'unserved'),
    { unserved: 1, apologies: 1, neverCalled: wasCalled(place.ticket) ? 0 : 1 },
  )
}

/** Somebody was served by a clerk whose window was cut off: wherever their ticket lies, the visit is over. */
function servedOnPaper(day: Day, event: EventOf<'served-on-paper'>): Day {
  const lost = day.unserved.find((ticket) => ticket.id === event.ticket)
  const place = findTicket(day, ({ id }) => id === event.ticket)
  const ticket = place?.ticket ?? lost
  if (ticket === undefined) throw new Error(`no ticket ${event.label} to have been served`)
  const isThis = ({ ticket: other }: { readonly ticket: Ticket }) => other.id === event.ticket
  const gone: Day = {
    ...withoutWaiting(day, event.ticket),
    missed: withoutMissed(day, event.ticket),
    unserved: day.unserved.filter(({ id }) => id !== event.ticket),
    windows: day.windows.map((window) => ({
      ...window,
      current: window.current !== null && isThis(window.current) ? null : window.current,
      held: window.held.filter((each) => !isThis(each)),
      last: window.last !== null && isThis(window.last.before) ? null : window.last,
      served: window.number === event.window ? window.served + 1 : window.served,
    })),
  }
  const isFirst = !wasCalled(ticket)
  const isWithin = event.startedAt - ticket.issuedAt <= day.settings.dispatch.standardMinutes * MINUTE
  return counted(onBoard(gone, event.ticket, 'done'), {
    finished: 1,
    ...(place?.kind === 'missed' ? { noShow: -1 } : {}),
    ...(place === null ? { unserved: -1 } : {}), // the apology was said: it stays counted
    ...(isFirst ? { called: 1, calledWithinStandard: isWithin ? 1 : 0 } : {}),
    ...(isFirst && place === null ? { neverCalled: -1 } : {}),
  })
}

function undone(day: Day, event: EventOf<'undone'>): Day {
  const window = windowOf(day, event.window)
  const last = window?.last
  if (!window || !last) throw new Error(`nothing to undo at window ${event.window}`)
  const withdrawn = window.current?.state === 'called' ? callWithdrawn(day, window.current) : day
  const cleared: Day =
    last.what === 'finish'
      ? withoutWaiting(withdrawn, event.ticket) // it may have gone back to another window
      : { ...withdrawn, missed: withoutMissed(withdrawn, event.ticket) }
  const uncounted = last.what === 'no-show' ? { noShow: -1 } : last.end === 'visit' ? { finished: -1 } : {}
  const restored = withWindow(cleared, event.window, (each) => ({
    ...each,
    current: last.before,
    last: null,
    served: last.what === 'finish' ? each.served - 1 : each.served,
  }))
  return counted(onBoard(restored, event.ticket, last.before.state), uncounted)
}

/** The person called by a step that is being undone goes back to their place in the line, as if not called. */
function callWithdrawn(day: Day, current: Called): Day {
  const { isFirst } = current
  const wasWithin =
    current.calledAt - current.ticket.issuedAt <= day.settings.dispatch.standardMinutes * MINUTE
  const back = queued(
    {
      ...day,
      waiting: overtaken(day.waiting, current.overtook, -1),
      calls: day.calls.filter((call) => call.ticket !== current.ticket.id),
    },
    isFirst ? { ...current.ticket, firstCalledAt: null } : current.ticket,
  )
  return isFirst ? counted(back, { called: -1, calledWithinStandard: wasWithin ? -1 : 0 }) : back
}

// Parts

function nextStep(ticket: Ticket, service: Ticket['service']): Ticket {
  return { ...ticket, service, steps: [...ticket.steps, service] }
}

function queued(day: Day, ticket: Ticket): Day {
  return { ...day, waiting: joined(day.waiting, ticket) }
}

function withoutWaiting(day: Day, id: Ticket['id']): Day {
  return { ...day, waiting: without(day.waiting, id) }
}

function withoutMissed(day: Day, id: Ticket['id']): Day['missed'] {
  return day.missed.filter((each) => each.ticket.id !== id)
}

function withWindow(day: Day, number: number, change: (window: Window) => Window): Day {
  return {
    ...day,
    windows: day.windows.map((window) => (window.number === number ? change(window) : window)),
  }
}

function withCurrent(day: Day, number: number, change: (current: Called | Serving) => Called | Serving): Day {
  return withWindow(day, number, (window) =>
    window.current ? { ...window, current: change(window.current) } : window,
  )
}

function announced(day: Day, call: Call): Day {
  const others = day.calls.filter((each) => each.ticket !== call.ticket)
  return { ...day, calls: [call, ...others].slice(0, BOARD_CALLS) }
}

function onBoard(day: Day, ticket: Ticket['id'], state: Call['state']): Day {
  return { ...day, calls: day.calls.map((call) => (call.ticket === ticket ? { ...call, state } : call)) }
}

function counted(day: Day, more: Partial<Counts>): Day {
  const counts: { -readonly [K in keyof Counts]: number } = { ...day.counts }
  for (const key of Object.keys(more) as (keyof Counts)[]) counts[key] += more[key] ?? 0 // Object.keys forgets the names
  return { ...day, counts }
}

function ifNotClosed(day: Day, number: number): number | null {
  const window = windowOf(day, number)
  return window === null || window.status.kind === 'closed' ? null : number
}

/** Besides its clerk only a supervisor closes a window, or the clock (`ownOrSupervisedWindow`). */
function closedBy(window: Window, { at, by }: Recorded): Status {
  const isForClerk = by.kind === 'staff' && by.id !== clerkOf(window)
  return { kind: 'closed', bySupervisorAt: isForClerk ? at : null }
}

function clerkAt(window: Window): StaffId {
  if (window.status.kind === 'closed') throw new Error(`window ${window.number} is closed`)
  return window.status.clerk
}

function staffOf(by: Recorded['by']): StaffId | null {
  return by.kind === 'staff' ? by.id : null
}

function mustFind(day: Day, id: Ticket['id']) {
  const place = findTicket(day, (ticket) => ticket.id === id)
  if (place === null) throw new Error(`no live ticket ${id}`)
  return place
}

function mustServe(day: Day, number: number): Serving {
  const current = windowOf(day, number)?.current
  if (current?.state !== 'serving') throw new Error(`no service in progress at window ${number}`)
  return current
}
