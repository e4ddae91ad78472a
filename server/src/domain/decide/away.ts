import type { CommandOf } from '#shared/commands.ts'
import type { Language, ServiceId, TicketId } from '#shared/ids.ts'
import { fromIso, instant, type Instant } from '#shared/instant.ts'
import { label as labelOf, parseLabel } from '#shared/labels.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import { blockOf, firstBeyond, firstTaken } from '../blocks.ts'
import { instantAt, localDate, localTime } from '../calendar.ts'
import { findTicket, type Day, type Place, type Ticket } from '../day.ts'
import type { DayEvent, EventOf, NumberRange } from '../events.ts'
import { closedDay, hours, knownService, knownWindow, whyNotLive } from './guards.ts'
import { begin, happens, type Asking, type Decided, type Story } from './story.ts'

/** When the server was away: numbers held in advance, tickets handed in later, rolls of paper, services noted on paper. */

/** More than this nobody tears off in a day. */
const LONGEST_ROLL = 1_000

/** A kiosk takes numbers in store, far up each series, for when it has no line: so many that it has enough of each letter again. */
export function holdNumbers(day: Day, command: CommandOf<'hold-numbers'>, asking: Asking): Decided {
  const closed = ticketsAreGivenToday(day)
  if (closed) return refused(closed)
  const { from, atOnce } = day.settings.away
  const isToday = command.date === day.date
  const blocks = command.letters.flatMap(({ letter, unspent, through }): readonly NumberRange[] => {
    const missing = atOnce - (isToday ? unspent : 0)
    if (missing <= 0 || !hasLetter(day, letter)) return []
    // Also beyond what the kiosk has had: a log that was restored from a copy may not know of it.
    const first = firstBeyond(
      day,
      letter,
      isToday && through !== undefined ? Math.max(from, through + 1) : from,
    )
    return [{ letter, from: first, to: first + missing - 1 }]
  })
  const answer = { date: day.date, atOnce, blocks }
  if (blocks.length === 0) return ok({ ...begin(day), answer })
  return ok({ ...happens(begin(day), { type: 'numbers-held', blocks, found: false }, asking), answer })
}

function ticketsAreGivenToday(day: Day): Refusal | null {
  switch (day.phase) {
    case 'closed-day':
      return closedDay(day)
    case 'before-opening':
    case 'open':
      return null
    case 'finishing':
      return refuse('no-more-tickets', { limit: hours(day).limit })
    case 'closed':
      return refuse('hall-closed', { next: day.next?.date ?? null })
  }
}

/** A ticket that a kiosk gave while it had no line. Whatever the hour, it is written down: its holder has it on paper. */
export function handInTicket(day: Day, command: CommandOf<'hand-in-ticket'>, asking: Asking): Decided {
  const { date, letter, number, insteadOf } = command
  const said = fromIso(command.issuedAt)
  if (date > day.date) return refused(refuse('of-a-day-to-come', { date }))
  const service = knownService(day, command.service)
  if (!service.ok) return service
  const label = labelOf(letter, number)
  const facts = {
    letter,
    number,
    service: command.service,
    priority: command.priority ?? false,
    language: command.language ?? 'bg',
  } as const
  if (date < day.date) {
    const ticket = ticketId(date, letter, number)
    if (asking.records.pastVisit(ticket) !== null) return refused(refuse('number-handed-in', { label }))
    const late = {
      type: 'late-ticket-recorded',
      ticket,
      label,
      date,
      code: asking.draw(),
      ...facts,
      issuedAt: within(said, instantAt(date, '00:00', day.settings.zone), asking.now),
      apology: 'lost-time',
    } as const
    return ok({ ...happens(begin(day), late, asking), answer: {} })
  }
  if (day.phase === 'before-opening') return refused(refuse('before-opening', { opens: hours(day).opens }))

  const block = blockOf(day, letter, number)
  if (block?.given.includes(number)) return refused(refuse('number-handed-in', { label }))
  const isKept = block?.kind === 'kiosk'
  const isFree = block === null && number >= day.settings.away.from && number > (day.numbers[letter] ?? 0)
  if (!isKept && !isFree) return refused(refuse('number-taken', { label }))
  // The log was restored from a copy that is older than the block.
  const found = { type: 'numbers-held', blocks: [{ letter, from: number, to: number }], found: true } as const
  const held = isKept ? begin(day) : happens(begin(day), found, asking)
  const spared = insteadOf === undefined ? held : withoutLostAnswer(held, insteadOf, label, asking)
  const soonest = isKept ? block.since : (day.plan.opensAt ?? 0)
  const issuedAt = within(said, Math.max(soonest, day.plan.opensAt ?? 0), asking.now)
  const entered = entry(spared, { ...facts, issuedAt, from: 'kiosk' }, asking)
  return ok({ ...entered, answer: {} })
}

/** The ticket whose number never reached its holder leaves the line: they came away with the other. */
function withoutLostAnswer(story: Story, code: Ticket['code'], instead: string, asking: Asking): Story {
  const place = findTicket(story.day, (ticket) => ticket.code === code)
  if (place?.kind !== 'waiting') return story
  const { id, label } = place.ticket
  return happens(story, { type: 'ticket-left', ticket: id, label, instead }, asking)
}

/** A roll of numbers that were printed ahead: from now on the series passes them by. */
export function declareRoll(day: Day, command: CommandOf<'declare-roll'>, asking: Asking): Decided {
  const { letter, from, to } = command
  const closed = ticketsAreGivenToday(day)
  if (closed && day.phase !== 'finishing') return refused(closed)
  if (!hasLetter(day, letter)) return refused(refuse('unknown-letter', { letter }))
  if (to < from) return refused(refuse('roll-ends-before-it-begins', {}))
  if (to - from >= LONGEST_ROLL) return refused(refuse('roll-too-long', { most: LONGEST_ROLL }))
  const taken = firstTaken(day, command)
  if (taken !== null) return refused(refuse('number-taken', { label: labelOf(letter, taken) }))
  const declared = { type: 'roll-declared', letter, from, to } as const
  return ok({ ...happens(begin(day), declared, asking), answer: {} })
}

/** Numbers of a roll have been handed out: each becomes a ticket like any other, in the order of the roll. */
export function enterRoll(day: Day, command: CommandOf<'enter-roll'>, asking: Asking): Decided {
  const { letter, from, to } = command
  const { opensAt, closesAt } = day.plan
  if (day.phase === 'closed-day' || opensAt === null || closesAt === null) return refused(closedDay(day))
  if (day.phase === 'before-opening') return refused(refuse('before-opening', { opens: hours(day).opens }))
  const service = knownService(day, command.service)
  if (!service.ok) return service
  if (!day.settings.groups.some((group) => group.id === service.value.group && group.letter === letter))
    return refused(refuse('unknown-service', { service: command.service }))
  if (to < from) return refused(refuse('roll-ends-before-it-begins', {}))
  for (const end of [from, to]) {
    if (blockOf(day, letter, end)?.kind !== 'roll')
      return refused(refuse('not-on-roll', { label: labelOf(letter, end) }))
  }
  const block = blockOf(day, letter, from)
  if (block === null || to > block.to) return refused(refuse('not-on-roll', { label: labelOf(letter, to) }))
  const again = block.given.find((number) => from <= number && number <= to)
  if (again !== undefined) return refused(refuse('number-handed-in', { label: labelOf(letter, again) }))
  const times = handedOut(day, command, opensAt, instant(Math.min(asking.now, closesAt)))
  if (!times.ok) return times

  const count = to - from + 1
  const [first, last] = times.value
  const story = Array.from({ length: count }, (_, index) => index).reduce((told, index) => {
    const issuedAt = instant(Math.round(first + ((last - first) * index) / Math.max(1, count - 1)))
    const facts = {
      letter,
      number: from + index,
      service: command.service,
      priority: false,
      language: 'bg',
    } as const
    return entry(told, { ...facts, issuedAt, from: 'roll' }, asking)
  }, begin(day))
  return ok({ ...story, answer: {} })
}

/** Between which instants the numbers went out: one after the other, as evenly as nobody knows better. */
function handedOut(
  day: Day,
  { handedOut: said }: CommandOf<'enter-roll'>,
  opensAt: Instant,
  latest: Instant,
): Result<readonly [Instant, Instant], Refusal> {
  if (said === undefined) return ok([latest, latest])
  const { zone } = day.settings
  const [first, last] = [instantAt(day.date, said.from, zone), instantAt(day.date, said.to, zone)]
  if (opensAt <= first && first <= last && last <= latest) return ok([first, last])
  return refused(refuse('handed-out-when', { opens: localTime(opensAt, zone), now: localTime(latest, zone) }))
}

type Entry = {
  readonly letter: string
  readonly number: number
  readonly service: ServiceId
  readonly priority: boolean
  readonly language: Language
  readonly issuedAt: Instant
  readonly from: 'kiosk' | 'roll'
}

/** A ticket that somebody has had for a while enters the line; after the day's end it is closed as unserved at once. */
function entry(story: Story, { issuedAt, from, ...facts }: Entry, asking: Asking): Story {
  const { date, phase } = story.day
  const about = {
    ticket: ticketId(date, facts.letter, facts.number),
    label: labelOf(facts.letter, facts.number),
  }
  const issued = happens(
    story,
    {
      type: 'ticket-issued',
      ...about,
      code: asking.draw(),
      ...facts,
      presentAtClosing: false,
      handedIn: { issuedAt, from },
    },
    asking,
  )
  if (phase === 'open' || phase === 'finishing') return issued
  const unserved: DayEvent = {
    type: 'ticket-unserved',
    ...about,
    reason: 'closing-limit',
    apology: 'lost-time',
    waitedMs: asking.now - issuedAt,
  }
  return happens(issued, unserved, asking)
}

/** A clerk whose window was cut off has served somebody, and noted it. What is on paper has happened: it is written down. */
export function notePaperService(
  day: Day,
  command: CommandOf<'note-paper-service'>,
  asking: Asking,
): Decided {
  const { date, window, outcome = 'served' } = command
  const known = knownWindow(day, window)
  if (!known.ok) return known
  const { status } = known.value
  const isAnothers = status.kind !== 'closed' && (asking.by.kind !== 'staff' || status.clerk !== asking.by.id)
  if (isAnothers && !asking.isSupervisor) return refused(refuse('not-your-window', { window }))
  if (date > day.date) return refused(refuse('of-a-day-to-come', { date }))
  const [startedAt, finishedAt] = [fromIso(command.startedAt), fromIso(command.finishedAt)]
  if (finishedAt < startedAt || finishedAt > asking.now)
    return refused(refuse('served-when', { now: localTime(asking.now, day.settings.zone) }))
  const { zone } = day.settings
  if ([startedAt, finishedAt].some((at) => localDate(at, zone) !== date))
    return refused(refuse('served-on-another-day', { date }))
  const label = parseLabel(command.label)
  if (label === null) return refused(refuse('unreadable-label', { label: command.label }))
  const noted = { type: 'served-on-paper', label, window, date, outcome } as const
  if (date < day.date) {
    const [letter = '', digits = ''] = label.split(' ')
    const ticket = ticketId(date, letter, Number(digits))
    if (asking.records.pastVisit(ticket) !== 'unserved')
      return refused(refuse('unknown-ticket', { label, date }))
    const past = { ...noted, ticket, service: null, startedAt, finishedAt }
    return ok({ ...happens(begin(day), past, asking), answer: {} })
  }
  const place = findTicket(day, (ticket) => ticket.label === label)
  const ticket = place?.ticket ?? day.unserved.find((each) => each.label === label)
  if (ticket === undefined) return refused(whyNotLive(day, label))
  const elsewhere = place === null ? null : windowOfPlace(place)
  if (elsewhere !== null && elsewhere !== window)
    return refused(refuse('at-another-window', { label, window: elsewhere }))
  const event: EventOf<'served-on-paper'> = {
    ...noted,
    ticket: ticket.id,
    service: ticket.service,
    startedAt: within(startedAt, ticket.issuedAt, asking.now),
    finishedAt: within(finishedAt, ticket.issuedAt, asking.now),
  }
  return ok({ ...happens(begin(day), event, asking), answer: {} })
}

function windowOfPlace(place: Place): number | null {
  return place.kind === 'current' || place.kind === 'held' ? place.window.number : null
}

/** @returns the ticket's id: the one place that makes them. */
export function ticketId(date: Day['date'], letter: string, number: number): TicketId {
  return `${date}/${letter}-${String(number).padStart(3, '0')}` as TicketId // day, letter and number are the id
}

function hasLetter(day: Day, letter: string): boolean {
  return day.settings.groups.some((group) => group.letter === letter)
}

function within(said: Instant, soonest: number, latest: Instant): Instant {
  return instant(Math.min(Math.max(said, soonest), latest))
}
