import type { CommandOf } from '#shared/commands.ts'
import type { Bilingual } from '#shared/ids.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused } from '#shared/result.ts'
import { nextOpening, planOf, type ExceptionRow } from '../calendar.ts'
import type { Day } from '../day.ts'
import { withDisplaced } from './reception/settle.ts'
import { begin, happens, type Asking, type Decided, type Story } from './story.ts'

/** An order changes the calendar: its number and a reason for the citizens are recorded with it (rules.md, 2). */
export function addException(day: Day, command: CommandOf<'add-exception'>, asking: Asking): Decided {
  const exception: ExceptionRow = {
    id: `${day.date}-${day.version + 1}`,
    from: command.from,
    to: command.untilRevoked === true ? null : (command.to ?? command.from),
    change: command.change,
    order: command.order,
    reason: command.reason,
  }
  const refusal = whyNot(day, exception)
  if (refusal) return refused(refusal)
  const story = happens(begin(day), { type: 'exception-added', exception }, asking)
  return replanned(story, day, asking, { exception: exception.id }, exception.reason)
}

function whyNot(day: Day, { from, to, change }: ExceptionRow): Refusal | null {
  if (from < day.date) return refuse('exception-in-the-past', { today: day.date })
  if (to !== null && to < from) return refuse('exception-ends-before-it-begins', {})
  if (change.kind === 'hours' && change.opens >= change.closes)
    return refuse('hours-end-before-they-begin', {})
  if (change.kind === 'reception-moved') {
    if (to !== from) return refuse('one-reception-is-moved', {})
    const target = planOf(day.settings, day.exceptions, change.to)
    if (!target.working) {
      return refuse('reception-moved-to-day-off', {
        date: change.to,
        why: target.why ?? { bg: 'неработен ден', en: 'a day off' },
      })
    }
  }
  return null
}

/**
 * An order is revoked by another, whose number is recorded (rules.md, 2): the calendar holds again. Refused where today
 * has begun, and more than an end still to come would move.
 */
export function removeException(day: Day, command: CommandOf<'remove-exception'>, asking: Asking): Decided {
  if (!day.exceptions.some((row) => row.id === command.id))
    return refused(refuse('unknown-exception', { id: command.id }))
  const story = happens(
    begin(day),
    { type: 'exception-removed', id: command.id, order: command.order },
    asking,
  )
  return replanned(story, day, asking, {}, null)
}

/** What the change means for today. A day that has begun keeps its promise: only an end still to come can move. */
function replanned(
  story: Story,
  before: Day,
  asking: Asking,
  answer: object,
  reason: Bilingual | null,
): Decided {
  const { settings, exceptions, date } = story.day
  const plan = planOf(settings, exceptions, date)
  const next = nextOpening(settings, exceptions, date)
  const isSame = JSON.stringify([plan, next]) === JSON.stringify([before.plan, before.next])
  if (isSame) return ok({ ...displaced(story, asking, reason), answer })
  const isSameToday = JSON.stringify(plan) === JSON.stringify(before.plan)
  if (!isSameToday && hasBegun(before) && !onlyEndMoves(before, plan, asking)) {
    return refused(refuse('day-already-begun', { today: date }))
  }
  const replannedStory = happens(story, { type: 'plan-changed', plan, next }, asking)
  return ok({ ...displaced(replannedStory, asking, reason), answer })
}

/** Whoever is signed up for a reception day that is no more is displaced (`reception/settle.ts`). */
function displaced(story: Story, asking: Asking, reason: Bilingual | null): Story {
  return story.day.reception.appointments.length === 0 ? story : withDisplaced(story, asking, reason)
}

function hasBegun(day: Day): boolean {
  return day.phase === 'open' || day.phase === 'finishing' || day.phase === 'closed'
}

function onlyEndMoves(before: Day, plan: Day['plan'], { now }: Asking): boolean {
  if (before.plan.opensAt !== plan.opensAt) return false
  if (before.plan.closesAt === plan.closesAt) return true // the reception, or the reason
  return before.phase === 'open' && plan.closesAt !== null && plan.closesAt > now
}
