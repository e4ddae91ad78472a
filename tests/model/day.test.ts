import { isDeepStrictEqual } from 'node:util'
import fc from '../support/random.ts'
import { describe, expect, test } from 'vitest'
import { CalledAnswer, DoneAnswer, FinishedAnswer, HeldAnswer, IssuedAnswer } from '#shared/answers.ts'
import type { Command } from '#shared/commands.ts'
import { LocalDate, type StaffId } from '#shared/ids.ts'
import { instant, iso, type Instant } from '#shared/instant.ts'
import { HallView, KioskView, QueueView, SupervisorView, TicketView, WindowView } from '#shared/views.ts'
import { instantAt } from '#server/domain/calendar.ts'
import { findTicket, type Day, type Ticket } from '#server/domain/day.ts'
import { decide } from '#server/domain/decide/decide.ts'
import { ahead, aheadOfNewest, callOrder, mayCall, nextFor, positions } from '#server/domain/dispatch.ts'
import { due, nextAlarm, openingOf, orderHasChanged } from '#server/domain/due.ts'
import type { Actor, DayEvent, Recorded } from '#server/domain/events.ts'
import { evolve } from '#server/domain/evolve.ts'
import type { OfficeSettings } from '#server/domain/settings.ts'
import { hallView } from '#server/domain/views/hall.ts'
import { kioskView } from '#server/domain/views/kiosk.ts'
import { queueView } from '#server/domain/views/queue.ts'
import { supervisorView } from '#server/domain/views/supervisor.ts'
import { liveTicketView } from '#server/domain/views/ticket.ts'
import { windowView } from '#server/domain/views/window.ts'
import { lengthOf, waitingFor } from '#server/domain/waiting.ts'
import { frozen } from '../support/frozen.ts'
import { farOffice, smallOffice } from '../support/small-office.ts'
import { surroundings, usualRole } from '../support/story.ts'
import { enter, newLedger, reading, readingOf, type Ledger } from './ledger.ts'
import { alreadyThere, askedOn, beginning, move, type Move } from './moves.ts'
import {
  couldBeCalledAt,
  everyoneWaiting,
  overtakenBy,
  referenceAhead,
  referenceNext,
  referenceOrder,
} from './reference-dispatch.ts'

/** The hall as it is lived, with what it is checked against. */
type Hall = {
  day: Day
  now: Instant
  /** The same day, made from nothing but its log as the database keeps it. */
  replayed: Day
  readonly ledger: Ledger
  readonly journal: string[]
}

const halls = fc.record({
  office: fc.oneof(
    { weight: 4, arbitrary: fc.constant(smallOffice) },
    { weight: 1, arbitrary: fc.constant(farOffice) },
  ),
  beginning,
  moves: fc.array(move, { minLength: 1, maxLength: 120, size: 'max' }),
})

describe('Whatever people do, in whatever order, at whatever time', () => {
  test('the office’s promises hold', () => {
    fc.assert(
      fc.property(halls, ({ office, beginning, moves }) => {
        const hall = openHall(office, beginning.at)
        try {
          for (const each of [...alreadyThere(beginning), ...moves]) live(hall, each)
          expectAllViews(hall)
        } catch (error) {
          throw new Error(`after\n${hall.journal.join('\n')}`, { cause: error })
        }
      }),
      { numRuns: 100 },
    )
  }, 120_000)
})

function openHall(office: OfficeSettings, at: string): Hall {
  const [date = '', time = ''] = at.split(' ')
  const on = LocalDate.parse(date)
  const midnight = instantAt(on, '00:00', office.zone)
  const opening = line(0, midnight, { kind: 'clock' }, openingOf(office, [], on))
  const day = frozen(evolve(null, opening))
  const ledger = newLedger(office)
  enter(ledger, opening)
  const hall: Hall = {
    day,
    now: midnight,
    replayed: evolve(null, fromDatabase(opening)),
    ledger,
    journal: [],
  }
  passTime(hall, instantAt(on, time, office.zone))
  return hall
}

function live(hall: Hall, each: Move): void {
  const to = instant(hall.now + each.wait)
  if (each.isAsleep) happen(hall, to, { kind: 'clock' }, due(hall.day, to))
  else passTime(hall, to)
  hall.now = to
  const { command, by, isSupervisor } = askedOn(hall.day, each)
  hall.journal.push(`${iso(hall.now)} ${by.kind === 'staff' ? by.id : by.kind}: ${JSON.stringify(command)}`)

  const before = hall.day
  const decided = decide(before, command, {
    ...surroundings(before),
    now: hall.now,
    by,
    isSupervisor,
    role: usualRole(by, isSupervisor),
  })
  if (!decided.ok) {
    hall.journal.push(`  refused: ${decided.refusal.code}`)
    expect(hall.day).toBe(before) // and it is frozen: what nobody could change is as it was
    return
  }
  happen(hall, hall.now, by, decided.value.events)
  expectAnswer(hall.day, command, { version: hall.day.version, ...decided.value.answer })
}

/** As the office’s alarm does it: what is due happens when it is due, and a changed order is told. */
function passTime(hall: Hall, to: Instant): void {
  for (;;) {
    const rings = instant(Math.max(nextAlarm(hall.day, hall.now, 0), hall.now))
    if (rings > to) break
    const events = due(hall.day, rings)
    expect(events.length > 0 || rings > hall.now, 'an alarm that rings for nothing rings for ever').toBe(true)
    hall.now = rings
    if (events.length > 0) happen(hall, rings, { kind: 'clock' }, events)
    else if (orderHasChanged(hall.day, rings))
      happen(hall, rings, { kind: 'clock' }, [{ type: 'order-changed' }])
  }
}

function happen(hall: Hall, at: Instant, by: Actor, events: readonly DayEvent[]): void {
  for (const event of events) {
    const before = hall.day
    const recorded = frozen(line(before.version, at, by, event))
    hall.journal.push(
      `  ${JSON.stringify(event.type === 'day-opened' ? { type: event.type, date: event.date } : event)}`,
    )
    if (event.type === 'ticket-called') expectFairCall(before, event, at)

    hall.day = frozen(evolve(before, recorded))
    enter(hall.ledger, recorded)
    hall.replayed = evolve(event.type === 'day-opened' ? null : hall.replayed, fromDatabase(recorded))

    expect([hall.day.version, hall.day.at]).toEqual([before.version + 1, at])
    expect(at).toBeGreaterThanOrEqual(before.at)
    if (event.type === 'ticket-called') expectCountedOvertakes(before, hall.day, event, at)
    if (event.type === 'ticket-issued' && event.handedIn === undefined)
      expectNewestIsLast(hall.day, event.label, at)
  }
  if (events.length === 0) return
  expectSame(hall.replayed, hall.day, 'the replay is not the day')
  expect(readingOf(hall.day)).toEqual(reading(hall.ledger))
  expectOnePlaceEach(hall.day)
  expectOneClerkEach(hall.day)
  expectReferenceOrder(hall.day, at)
  expectLengths(hall.day)
  expectView(hall, hall.day.version)
}

// What holds at every moment

function expectOnePlaceEach(day: Day): void {
  const live = [
    ...everyoneWaiting(day),
    ...day.windows.flatMap(({ current, held }) => [
      ...(current ? [current.ticket] : []),
      ...held.map(({ ticket }) => ticket),
    ]),
    ...day.missed.map(({ ticket }) => ticket),
  ]
  for (const trait of ['id', 'label', 'code', 'order'] as const) {
    expect(new Set(live.map((ticket) => ticket[trait])).size).toBe(live.length)
  }
  const { issued, finished, noShow, left, unserved } = day.counts
  const gone = finished + left + unserved + (noShow - day.missed.length)
  expect(live.length + gone).toBe(issued)
  const { called, neverCalled } = day.counts
  expect(called + neverCalled + live.filter(({ firstCalledAt }) => firstCalledAt === null).length).toBe(
    issued,
  )
  const given = new Set(
    day.blocks.flatMap(({ letter, given }) => given.map((number) => `${letter} ${number}`)),
  )
  expect(given.size).toBe(day.blocks.reduce((sum, block) => sum + block.given.length, 0))
}

function expectOneClerkEach(day: Day): void {
  const clerks = day.windows.flatMap(({ status }) => (status.kind === 'closed' ? [] : [status.clerk]))
  expect(new Set(clerks).size).toBe(clerks.length)
  for (const { number, services, current, held, status } of day.windows) {
    if (status.kind === 'closed') expect([current, held]).toEqual([null, []])
    for (const { id, onlyWindow } of day.settings.services) {
      if (onlyWindow === null || onlyWindow === number) continue
      expect(services.has(id)).toBe(false)
      expect(current?.ticket.service).not.toBe(id)
    }
  }
}

/** The lengths that the line keeps of itself are what a count finds. */
function expectLengths(day: Day): void {
  const waiting = everyoneWaiting(day)
  for (const window of day.windows)
    expect(waitingFor(day, window)).toBe(waiting.filter((ticket) => mayCall(window, ticket)).length)
  expect(
    lengthOf(
      day.waiting,
      day.settings.services.map(({ id }) => id),
      day.windows.map(({ number }) => number),
    ),
  ).toBe(waiting.length)
}

function expectReferenceOrder(day: Day, now: Instant): void {
  const order = (may: (ticket: Ticket) => boolean) =>
    Array.from(callOrder(day, may, now), ({ label }) => label)
  expect(order(() => true)).toEqual(referenceOrder(day, everyoneWaiting(day), now))
  for (const window of day.windows) {
    const mine = couldBeCalledAt(day, window.number)
    const next = nextFor(day, window, now)
    expect(next.kind === 'call' ? next.ticket.label : null).toBe(referenceNext(day, mine, now)?.label ?? null)
    if (next.kind === 'nobody') expect(mine).toEqual([])
  }
  const placeOf = positions(day, now)
  for (const ticket of everyoneWaiting(day)) expect(placeOf(ticket)).toBe(referenceAhead(day, ticket, now))
}

// What holds when somebody is called, or comes

type Call = Extract<DayEvent, { type: 'ticket-called' }>

function expectFairCall(day: Day, { label, window, reason }: Call, now: Instant): void {
  if (reason.kind === 'out-of-order') return
  const mine = couldBeCalledAt(day, window)
  const right = referenceNext(day, mine, now)
  expect(label).toBe(right?.label)
  const waitedMs = now - (right?.issuedAt ?? now)
  expect(reason.waitedMs).toBe(waitedMs)
  if (reason.kind === 'sent-here') expect(right?.boundTo).toBe(window)
  const turn = reason.kind === 'sent-here' ? reason.turn : reason
  if (turn?.kind === 'longest-wait') {
    expect(turn.among).toBe(mine.length)
    const longer = mine.filter((each) => each.issuedAt < (right?.issuedAt ?? now))
    expect(turn.takenBack ?? 0).toBe(longer.length)
  }
  if (turn?.kind === 'priority')
    expect([right?.lane, turn.weight]).toEqual(['priority', day.settings.dispatch.priorityWeight])
  if (turn?.kind === 'past-standard' || turn?.kind === 'overtaken-enough')
    expect(right?.lane).toBe('ordinary')
}

/** Those who were passed over are counted, and as many as the reason says. */
function expectCountedOvertakes(
  before: Day,
  after: Day,
  { label, window, reason }: Call,
  now: Instant,
): void {
  const called = everyoneWaiting(before).find((each) => each.label === label)
  if (called === undefined) throw new Error(`${label} was not waiting`)
  const delay = before.settings.dispatch.minimumDelaySeconds * 1_000
  const passed = overtakenBy(
    called,
    couldBeCalledAt(before, window).filter(({ issuedAt }) => now - issuedAt >= delay),
  )
  const counted = everyoneWaiting(before).filter(
    (each) =>
      (everyoneWaiting(after).find(({ id }) => id === each.id)?.overtaken ?? each.overtaken) > each.overtaken,
  )
  expect(counted.map((each) => each.label).sort()).toEqual(passed.map((each) => each.label).sort())
  if (reason.kind === 'priority') expect(reason.overtakes).toBe(passed.length)
}

function expectNewestIsLast(day: Day, label: string, now: Instant): void {
  const newest = everyoneWaiting(day).find((each) => each.label === label)
  if (newest === undefined) throw new Error(`${label} is not waiting`)
  expect(aheadOfNewest(day, newest)).toBe(ahead(day, newest, now))
  expect(ahead(day, newest, now)).toBe(referenceAhead(day, newest, now))
}

function expectAnswer(day: Day, command: Command, answer: object): void {
  switch (command.type) {
    case 'issue-ticket': {
      const { ticket } = IssuedAnswer.parse(answer)
      expect(findTicket(day, ({ code }) => code === ticket.code)?.ticket.label).toBe(ticket.label)
      return
    }
    case 'hold-numbers':
      expect(HeldAnswer.parse(answer)).toEqual(answer)
      return
    case 'call-next':
    case 'call-ticket':
      expect(CalledAnswer.parse(answer)).toEqual(answer)
      return
    case 'finish-service':
    case 'mark-no-show':
      expect(FinishedAnswer.parse(answer)).toEqual(answer)
      return
    default:
      DoneAnswer.parse(answer)
  }
}

// What the screens show

const around = { training: true, nameOf: (clerk: StaffId) => `Име ${clerk}` }

/** One view a step, each in its turn: exactly what the contract says, and the same whenever it is asked for. */
function expectView({ day, replayed }: Hall, turn: number): void {
  const window = day.windows[turn % day.windows.length]
  const ticket = everyoneWaiting(day)[0]
  const place = ticket && findTicket(day, ({ id }) => id === ticket.id)
  const views = [
    [KioskView, (of: Day) => kioskView(of, around)],
    [HallView, (of: Day) => hallView(of, around)],
    [QueueView, (of: Day) => queueView(of, around)],
    [SupervisorView, (of: Day) => supervisorView(of, around, [])],
    ...(window
      ? ([
          [
            WindowView,
            (of: Day) =>
              windowView(of, of.windows.find(({ number }) => number === window.number) ?? window, around),
          ],
        ] as const)
      : []),
    ...(place
      ? ([[TicketView, (of: Day) => liveTicketView(of, place, around, positions(of, of.at))]] as const)
      : []),
  ] as const
  const [schema, draw] = views[turn % views.length] ?? views[0]
  const view = draw(day)
  expectSame(schema.parse(view), view, 'the view is not what the contract says')
  expectSame(draw(replayed), view, 'another view of the same day')
  if (schema === HallView || schema === KioskView) {
    const shown = JSON.stringify(view)
    for (const { code } of everyoneWaiting(day)) expect(shown).not.toContain(code)
    expect(shown).not.toContain('Име')
  }
}

function expectAllViews(hall: Hall): void {
  for (let turn = 0; turn < 30; turn += 1) expectView(hall, turn)
}

function line(version: number, at: Instant, by: Actor, event: DayEvent): Recorded {
  return { version: version + 1, at, by, event }
}

function fromDatabase(recorded: Recorded): Recorded {
  return JSON.parse(JSON.stringify(recorded)) as Recorded // what was written comes back
}

/** Quick where they are the same; with the difference where they are not. */
function expectSame(actual: unknown, expected: unknown, otherwise: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, otherwise).toStrictEqual(expected)
}
