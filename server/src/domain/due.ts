import { instant, type Instant } from '#shared/instant.ts'
import { localDate, nextDate, nextOpening, planOf, type ExceptionRow } from './calendar.ts'
import type { Day, Ticket } from './day.ts'
import { callOrder, linesTold, nextReordering } from './dispatch.ts'
import type { DayEvent } from './events.ts'
import { bookEnded, carriedBook } from './reception/carry.ts'
import type { CarriedBook } from './reception/events.ts'
import type { OfficeSettings } from './settings.ts'
import { withOffers } from './decide/reception/settle.ts'
import { begin, happens } from './decide/story.ts'

/**
 * What time alone brings: the hall opens, the hours end, the limit comes, the date changes.
 * A deadline is data; whoever has the clock asks here what has fallen due.
 */

const clock = { kind: 'clock' } as const

/** @returns the events that have fallen due at `now`, in order; none when nothing has. */
export function due(day: Day, now: Instant): readonly DayEvent[] {
  let story = begin(day)
  for (;;) {
    const next = nextDue(story.day, now)
    if (next.length === 0) return story.events
    for (const event of next) story = happens(story, event, { now, by: clock })
  }
}

function nextDue(day: Day, now: Instant): readonly DayEvent[] {
  const { opensAt, closesAt, limitAt, endsAt } = day.plan
  if (day.phase === 'before-opening' && opensAt !== null && now >= opensAt)
    return [{ type: 'hall-opened', due: opensAt }]
  if (day.phase === 'open' && closesAt !== null && now >= closesAt)
    return [{ type: 'hall-finishing', due: closesAt }]
  if (day.phase === 'finishing' && limitAt !== null && now >= limitAt) return limitReached(day, limitAt)
  const { nextLapse } = day.reception
  if (nextLapse !== null && now >= nextLapse) return offersLapsed(day, now)
  if (now >= endsAt) {
    const date = localDate(now, day.settings.zone)
    const ended = [...dayEnded(day, endsAt), ...bookEnded(day)].reduce(
      (story, event) => happens(story, event, { now, by: clock }),
      begin(day),
    )
    const notices = day.notices.filter(({ until }) => until > now)
    return [
      ...ended.events,
      openingOf(day.settings, day.exceptions, date, carriedBook(ended.day, date), notices),
    ]
  }
  return []
}

/** Slots that were kept for someone on the waiting list long enough go to the next. */
function offersLapsed(day: Day, now: Instant): readonly DayEvent[] {
  const lapsed = day.reception.appointments.reduce((story, { number, date, state }) => {
    if (state.kind !== 'offered' || state.until > now) return story
    const ended = { type: 'offer-ended', number, date, time: state.time, why: 'lapsed' } as const
    return happens(story, ended, { now, by: clock })
  }, begin(day))
  return withOffers(lapsed, { now, by: clock }).events
}

/** The limit of the day: whoever still waits is closed as unserved, with the reason and an apology; idle windows close. */
function limitReached(day: Day, limitAt: Instant): readonly DayEvent[] {
  const held = day.windows.flatMap((window) => window.held.map((each) => each.ticket))
  const waiting = [...day.waiting.ordinary, ...day.waiting.priority, ...held].sort(
    (a, b) => a.order - b.order,
  )
  const idle = day.windows.filter((window) => window.status.kind !== 'closed' && window.current === null)
  return [
    ...waiting.map((ticket) => unserved(ticket, limitAt, 'closing-limit')),
    ...idle.map((window): DayEvent => ({ type: 'window-closed', window: window.number })),
    { type: 'hall-closed', due: limitAt, why: 'limit' },
  ]
}

/** Midnight: a service that nobody finished ends with the day, a window that nobody closed closes. */
function dayEnded(day: Day, endsAt: Instant): readonly DayEvent[] {
  return day.windows.flatMap((window): readonly DayEvent[] => {
    if (window.status.kind === 'closed') return []
    const closed = { type: 'window-closed', window: window.number } as const
    const { current } = window
    if (current === null) return [closed]
    const { ticket } = current
    if (current.state === 'called') return [unserved(ticket, endsAt, 'day-ended'), closed]
    return [
      {
        type: 'service-finished',
        ticket: ticket.id,
        label: ticket.label,
        window: window.number,
        service: ticket.service,
        outcome: 'served',
        end: 'visit',
        returnsFor: null,
      },
      closed,
    ]
  })
}

function unserved(ticket: Ticket, at: Instant, reason: 'closing-limit' | 'day-ended'): DayEvent {
  return {
    type: 'ticket-unserved',
    ticket: ticket.id,
    label: ticket.label,
    reason,
    apology: 'lost-time',
    waitedMs: at - ticket.issuedAt,
  }
}

/** @returns the event that opens a service day: a copy of everything by which the day will be decided. */
export function openingOf(
  settings: OfficeSettings,
  exceptions: readonly ExceptionRow[],
  date: Day['date'],
  reception?: CarriedBook,
  notices: Day['notices'] = [],
): DayEvent {
  return {
    type: 'day-opened',
    date,
    settings,
    exceptions: exceptions.filter((row) => row.to === null || row.to >= stillTold(row, date)),
    plan: planOf(settings, exceptions, date),
    next: nextOpening(settings, exceptions, date),
    ...(notices.length === 0 ? {} : { notices }),
    ...(reception === undefined ? {} : { reception }),
  }
}

/** A reception moved away from a day that is past may still lie ahead; what was ordered about receptions is kept for a year. */
function stillTold({ change }: ExceptionRow, date: Day['date']): Day['date'] {
  const isAboutReception = change.kind === 'reception-moved' || change.kind === 'no-reception'
  return isAboutReception ? nextDate(date, -366) : date
}

/** @returns the instant at which something falls due next: what the office's alarm is set to. */
export function nextDeadline(day: Day): Instant {
  const { nextLapse } = day.reception
  const phase = nextPhase(day)
  return nextLapse !== null && nextLapse < phase ? nextLapse : phase
}

function nextPhase(day: Day): Instant {
  const { opensAt, closesAt, limitAt, endsAt } = day.plan
  switch (day.phase) {
    case 'before-opening':
      return opensAt ?? endsAt
    case 'open':
      return closesAt ?? endsAt
    case 'finishing':
      return limitAt ?? endsAt
    case 'closed-day':
    case 'closed':
      return endsAt
  }
}

/**
 * @returns when the alarm should ring next: a deadline, or an instant at which the order of the line may change by itself.
 * @param atLeastMs how long after the last event the order is told anew at the soonest: in a rush each command tells it anyway.
 */
export function nextAlarm(day: Day, now: Instant, atLeastMs = 0): Instant {
  const deadline = nextDeadline(day)
  const reordering = nextReordering(day, now)
  if (reordering === null) return deadline
  return instant(Math.min(deadline, Math.max(reordering, day.at + atLeastMs)))
}

/** @returns whether in any line those who wait stand in another order at `now` than at the day's last event. */
export function orderHasChanged(day: Day, now: Instant): boolean {
  for (const line of linesTold(day)) if (isOtherOrder(day, line, now)) return true
  return false
}

function isOtherOrder(day: Day, line: (ticket: Ticket) => boolean, now: Instant): boolean {
  const before = callOrder(day, line, day.at)
  for (const ticket of callOrder(day, line, now)) {
    const then = before.next()
    if (then.done || then.value.id !== ticket.id) return true
  }
  return false
}
