import type { CommandOf } from '#shared/commands.ts'
import type { TicketCode } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import { label as labelOf, parseLabel } from '#shared/labels.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused } from '#shared/result.ts'
import { waitRange } from '#shared/wait-range.ts'
import { nextNumber } from '../blocks.ts'
import { findTicket, type Day } from '../day.ts'
import { aheadOfNewest, seniorityBehind } from '../dispatch.ts'
import { printerFor } from '../printing.ts'
import { ticketId } from './away.ts'
import { closedDay, hours, knownService, whyNoCalls, whyNotLive } from './guards.ts'
import { begin, happens, type Asking, type Decided } from './story.ts'

/** A citizen takes a ticket; after closing, staff enter a person who was in the hall and has none (rules.md, 2 and 3). */
export function issueTicket(day: Day, command: CommandOf<'issue-ticket'>, asking: Asking): Decided {
  const service = knownService(day, command.service)
  if (!service.ok) return service
  const refusal = mayIssue(day, command.presentAtClosing === true, asking)
  if (refusal) return refused(refusal)
  const group = day.settings.groups.find((each) => each.id === service.value.group)
  if (group === undefined) throw new Error(`service ${command.service} has no group`)

  const number = nextNumber(day, group.letter)
  const label = labelOf(group.letter, number)
  const ticket = ticketId(day.date, group.letter, number)
  const quoted = asking.waitFor(day, command.service, command.priority ?? false)
  const printer = printerFor(day.settings.printing, asking.by)
  const story = happens(
    begin(day),
    {
      type: 'ticket-issued',
      ticket,
      label,
      code: asking.draw(),
      letter: group.letter,
      number,
      service: command.service,
      priority: command.priority ?? false,
      language: command.language ?? 'bg',
      presentAtClosing: command.presentAtClosing ?? false,
      quoted,
      ...(printer === null ? {} : { printer }),
    },
    asking,
  )
  const issued = story.day.waiting[command.priority === true ? 'priority' : 'ordinary'].at(-1) // nobody is more junior
  if (issued?.id !== ticket) throw new Error(`${label} was issued and is not there`)
  const { id, code } = issued
  return ok({
    ...story,
    answer: {
      ticket: {
        id,
        label,
        code,
        service: command.service,
        issuedAt: iso(asking.now),
        ahead: aheadOfNewest(story.day, issued),
        wait: quoted && waitRange(quoted.p50Ms, quoted.p90Ms),
      },
    },
  })
}

function mayIssue(day: Day, presentAtClosing: boolean, { by }: Asking): Refusal | null {
  const { opens, closes, limit } = hours(day)
  switch (day.phase) {
    case 'closed-day':
      return closedDay(day)
    case 'before-opening':
      return refuse('before-opening', { opens })
    case 'open':
      return presentAtClosing ? refuse('not-closing-yet', { closes }) : null
    case 'finishing':
      if (by.kind !== 'staff') return refuse('no-more-tickets', { limit })
      return presentAtClosing ? null : refuse('present-at-closing-only', { closes })
    case 'closed':
      return refuse('hall-closed', { next: day.next?.date ?? null })
  }
}

/**
 * The citizen gives up the place in the line, from the phone. Once more, by whoever has left already, changes nothing;
 * whoever was called or is done has no place to give up, and is told how their ticket stands.
 */
export function leave(day: Day, { code }: CommandOf<'leave'>, asking: Asking): Decided {
  const place = findTicket(day, (ticket) => ticket.code === code)
  if (place === null) return leftAlready(day, code, asking)
  const { label, id } = place.ticket
  if (place.kind !== 'waiting') {
    const stands = place.kind === 'missed' ? 'missed' : 'called'
    return refused(refuse('cannot-leave-now', { label, stands }))
  }
  const story = happens(begin(day), { type: 'ticket-left', ticket: id, label }, asking)
  return ok({ ...story, answer: {} })
}

function leftAlready(day: Day, code: TicketCode, { records }: Asking): Decided {
  const ended = records.endOf(day.date, code)
  if (ended === null) return refused(refuse('unknown-code', {}))
  const { label, end } = ended
  return end === 'left'
    ? ok({ ...begin(day), answer: {} })
    : refused(refuse('cannot-leave-now', { label, stands: end }))
}

/** A person who missed their call is taken back, behind the next few people (rules.md, 3). */
export function takeBack(day: Day, command: CommandOf<'take-back'>, asking: Asking): Decided {
  const closed = whyNoCalls(day)
  if (closed) return refused(closed)
  const label = parseLabel(command.label) ?? command.label
  const place = findTicket(day, (ticket) => ticket.label === label)
  if (place === null) return refused(whyNotLive(day, label))
  if (place.kind !== 'missed') return refused(refuse('ticket-not-missed', { label }))
  const unbound = { ...place.ticket, boundTo: null }
  const since = seniorityBehind(day, unbound, day.settings.takeBackBehind, asking.now)
  const story = happens(
    begin(day),
    { type: 'ticket-taken-back', ticket: place.ticket.id, label, since },
    asking,
  )
  return ok({ ...story, answer: {} })
}
