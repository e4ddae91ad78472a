import type { CommandOf } from '#shared/commands.ts'
import { refuse } from '#shared/rejections.ts'
import { ok, refused } from '#shared/result.ts'
import { serviceOf, windowOfClerk, type Day } from '../day.ts'
import {
  knownService,
  knownWindow,
  ownOrSupervisedWindow,
  whyAwaited,
  whyBusy,
  whyNotDoneAt,
  whyNotStaffed,
  wouldInterrupt,
} from './guards.ts'
import { begin, happens, type Asking, type Decided } from './story.ts'

/**
 * A clerk sits down at a window; a supervisor may name another clerk, and so hand an occupied window over.
 * One clerk per window and one window per clerk. Opening one's own open window again changes nothing:
 * so a clerk whose browser crashed comes back.
 */
export function openWindow(day: Day, command: CommandOf<'open-window'>, asking: Asking): Decided {
  const closed = whyNotStaffed(day)
  if (closed) return refused(closed)
  const known = knownWindow(day, command.window)
  if (!known.ok) return known
  const clerk = command.clerk ?? (asking.by.kind === 'staff' ? asking.by.id : null)
  if (clerk === null) return refused(refuse('not-allowed', {}))
  const isOwn = asking.by.kind === 'staff' && asking.by.id === clerk
  if (!isOwn && !asking.isSupervisor) return refused(refuse('not-allowed', {}))
  const name = asking.nameOf(clerk)
  if (name === null) return refused(refuse('unknown-clerk', { clerk }))

  const { status } = known.value
  if (status.kind !== 'closed' && status.clerk === clerk) return ok({ ...begin(day), answer: {} })
  const other = windowOfClerk(day, clerk)
  if (other) return refused(refuse('clerk-has-window', { window: other.number, clerk: name }))
  if (status.kind === 'closed') {
    const story = happens(begin(day), { type: 'window-opened', window: command.window, clerk }, asking)
    return ok({ ...story, answer: {} })
  }
  if (!asking.isSupervisor || command.clerk === undefined) {
    return refused(
      refuse('window-taken', { window: command.window, clerk: asking.nameOf(status.clerk) ?? status.clerk }),
    )
  }
  const story = happens(
    begin(day),
    { type: 'window-handed-over', window: command.window, clerk, from: status.clerk },
    asking,
  )
  return ok({ ...story, answer: {} })
}

/** A supervisor who closes a window sends those on hold there back to the line; a clerk settles them first. */
export function closeWindow(day: Day, command: CommandOf<'close-window'>, asking: Asking): Decided {
  const own = ownOrSupervisedWindow(day, command.window, asking)
  if (!own.ok) return own
  const window = own.value
  const busy = whyBusy(window)
  if (busy) return refused(busy)
  const [held] = window.held
  if (held && !asking.isSupervisor)
    return refused(refuse('window-has-held', { window: window.number, label: held.ticket.label }))
  const interrupts = asking.isSupervisor ? null : wouldInterrupt(day, window)
  if (interrupts) return refused(interrupts)

  let story = begin(day)
  for (const { ticket } of window.held) {
    story = happens(
      story,
      { type: 'held-released', ticket: ticket.id, label: ticket.label, window: window.number },
      asking,
    )
  }
  story = happens(story, { type: 'window-closed', window: window.number }, asking)
  return ok({ ...story, answer: {} })
}

/**
 * A break, with its reason, once nobody is at the window. The working time is uninterrupted (rules.md, 4): the last one open
 * for somebody who waits rests only by a supervisor's leave. Those on hold here stay, and come back to this window. After the
 * day there is nothing to rest from: the window closes.
 */
export function pauseWindow(day: Day, command: CommandOf<'pause-window'>, asking: Asking): Decided {
  const over = whyNotStaffed(day)
  if (over) return refused(over)
  const own = ownOrSupervisedWindow(day, command.window, asking)
  if (!own.ok) return own
  const window = own.value
  if (window.status.kind === 'paused') return refused(refuse('window-paused', { window: window.number }))
  const busy = whyBusy(window)
  if (busy) return refused(busy)
  const interrupts = asking.isSupervisor ? null : (wouldInterrupt(day, window) ?? whyAwaited(day, window))
  if (interrupts) return refused(interrupts)
  const story = happens(
    begin(day),
    { type: 'window-paused', window: window.number, reason: command.reason },
    asking,
  )
  return ok({ ...story, answer: {} })
}

/** The break is over, for the clerk who took it or at a supervisor's word: the window is open, and may call again (rules.md, 4). */
export function resumeWindow(day: Day, command: CommandOf<'resume-window'>, asking: Asking): Decided {
  const own = ownOrSupervisedWindow(day, command.window, asking)
  if (!own.ok) return own
  if (own.value.status.kind !== 'paused')
    return refused(refuse('window-not-paused', { window: command.window }))
  const story = happens(begin(day), { type: 'window-resumed', window: command.window }, asking)
  return ok({ ...story, answer: {} })
}

/** Which services a window serves today; tomorrow the configuration holds again. */
export function assignServices(day: Day, command: CommandOf<'assign-services'>, asking: Asking): Decided {
  const known = knownWindow(day, command.window)
  if (!known.ok) return known
  for (const id of command.services) {
    const service = knownService(day, id)
    if (!service.ok) return service
    const bound = whyNotDoneAt(service.value, command.window)
    if (bound) return refused(bound)
  }
  const left = [...known.value.services].find(
    (id) => serviceOf(day, id)?.onlyWindow === command.window && !command.services.includes(id),
  )
  const only = left === undefined ? null : serviceOf(day, left)
  if (only) return refused(refuse('service-bound', { service: only.name, window: command.window }))
  const story = happens(
    begin(day),
    { type: 'services-assigned', window: command.window, services: [...new Set(command.services)] },
    asking,
  )
  return ok({ ...story, answer: {} })
}
