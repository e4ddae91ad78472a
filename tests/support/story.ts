import { expect } from 'vitest'
import type { Role } from '#shared/accounts.ts'
import type { Command, CommandBody, CommandName, OutOfOrderReason, Outcome } from '#shared/commands.ts'
import { LocalDate, LocalTime, ServiceId, StaffId, TicketCode } from '#shared/ids.ts'
import { instant, iso, SECOND, type Instant } from '#shared/instant.ts'
import type { Letter } from '#shared/labels.ts'
import type { CallReason } from '#shared/reasons.ts'
import type { Refusal, RejectionAbout, RejectionCode } from '#shared/rejections.ts'
import type { Phase } from '#shared/views.ts'
import { instantAt, type ExceptionRow } from '#server/domain/calendar.ts'
import {
  allWaiting,
  findTicket,
  waitingCount,
  wasCalled,
  windowOf,
  type Counts,
  type Day,
  type Ticket,
} from '#server/domain/day.ts'
import { decide } from '#server/domain/decide/decide.ts'
import type { Asking } from '#server/domain/decide/story.ts'
import { callOrder } from '#server/domain/dispatch.ts'
import { due, nextDeadline, openingOf } from '#server/domain/due.ts'
import type { Actor, DayEvent, EventType, Recorded } from '#server/domain/events.ts'
import { evolve } from '#server/domain/evolve.ts'
import { NO_RECORDS, type Records } from '#server/domain/reception/records.ts'
import type { OfficeSettings } from '#server/domain/settings.ts'
import { frozen } from './frozen.ts'
import { smallOffice } from './small-office.ts'

/**
 * The office's rules told as stories: what was given, when something is done, then what follows.
 *
 *     given(day('10:15'), issued('Г'), opened(3)).at('10:16').when(callNext(3)).then(called('Г 001', 3))
 *
 * Window n is worked by `clerkN` unless `by` or `bySupervisor` says otherwise. What is given must succeed;
 * of what is done the last step may be refused. Every day on the way is frozen: rules that change it are caught.
 */
export type Story = {
  /** Time passes, and what falls due on the way happens at its instant. */
  readonly at: (time: string) => Story
  /** The server was off until then: everything that fell due happens late, at once. */
  readonly asleepUntil: (time: string) => Story
  readonly when: (...steps: readonly Step[]) => Story
  readonly then: (...expected: readonly Expected[]) => Story
  readonly day: Day
  readonly now: Instant
  /** Everything since the day was opened, as the log would have it. */
  readonly recorded: readonly Recorded[]
  readonly told: Told
}

/** What the last step led to. */
export type Told = {
  readonly before: Day
  readonly day: Day
  readonly now: Instant
  readonly events: readonly DayEvent[]
  readonly refusal: Refusal | null
  readonly answer: object
}

/** Who asks what of the day, and how long after what went before. */
export type Step = {
  readonly ask: (day: Day) => Command
  readonly by: Actor
  readonly isSupervisor: boolean
  /** Left out: a clerk, the supervisor, or nobody of the staff. */
  readonly role?: Role | null
  /** What is known of days past; left out: nothing. */
  readonly records?: Records
  readonly afterMs?: number
}
export type Expected = (told: Told) => void

type Scene = {
  readonly day: Day
  readonly now: Instant
  readonly recorded: readonly Recorded[]
  readonly told: Told
}

// Given

type Opening = {
  readonly date?: string
  readonly office?: OfficeSettings
  readonly exceptions?: readonly ExceptionRow[]
}

/** A service day that has come to this time with nothing done yet: a Wednesday in November, where nothing else is said. */
export function day(
  time: string,
  { date = '2026-11-25', office = smallOffice, exceptions = [] }: Opening = {},
): Scene {
  const on = LocalDate.parse(date)
  const midnight = instantAt(on, '00:00', office.zone)
  const opening = record(0, midnight, CLOCK, openingOf(office, exceptions, on))
  const opened = frozen(evolve(null, opening))
  const told = {
    before: opened,
    day: opened,
    now: midnight,
    events: [opening.event],
    refusal: null,
    answer: {},
  }
  return passed({ day: opened, now: midnight, recorded: [opening], told }, time)
}

export function given(scene: Scene, ...steps: readonly Step[]): Story {
  return storyOf(steps.reduce(mustPlay, scene))
}

function storyOf(scene: Scene): Story {
  return {
    ...scene,
    at: (time) => storyOf(passed(scene, time)),
    asleepUntil: (time) => storyOf(slept(scene, time)),
    when(...steps) {
      const before = steps.slice(0, -1).reduce(mustPlay, scene)
      const last = steps.at(-1)
      return storyOf(last === undefined ? before : play(before, last))
    },
    // Given, when, then: nobody awaits a story.
    // oxlint-disable-next-line unicorn/no-thenable
    then(...expected) {
      for (const each of expected) each(scene.told)
      return storyOf(scene)
    },
  }
}

function mustPlay(scene: Scene, step: Step): Scene {
  const next = play(scene, step)
  const { refusal } = next.told
  if (refusal !== null) throw new Error(`${step.ask(scene.day).type} was refused: ${JSON.stringify(refusal)}`)
  return next
}

function play(
  earlier: Scene,
  { ask, by, isSupervisor, role = usualRole(by, isSupervisor), records = NO_RECORDS, afterMs = 0 }: Step,
): Scene {
  const scene = afterMs === 0 ? earlier : passedTo(earlier, instant(earlier.now + afterMs))
  const { now } = scene
  const before = scene.day
  const decided = decide(before, ask(before), {
    ...surroundings(before),
    now,
    by,
    isSupervisor,
    role,
    records,
  })
  if (!decided.ok) {
    return { ...scene, told: { before, day: before, now, events: [], refusal: decided.refusal, answer: {} } }
  }
  return happened(scene, now, by, decided.value.events, decided.value.answer)
}

export function usualRole(by: Actor, isSupervisor: boolean): Role | null {
  if (by.kind !== 'staff') return null
  return isSupervisor ? 'supervisor' : 'clerk'
}

/** What decisions draw on beside the day: names of staff, and codes that are known beforehand. */
export function surroundings(before: Day): Pick<Asking, 'draw' | 'nameOf' | 'records' | 'waitFor'> {
  let drawn = 0
  return {
    draw() {
      const number = before.version + 1 + 1_000_000 * drawn
      drawn += 1
      return TicketCode.parse(`code${String(number).padStart(12, '0')}`)
    },
    nameOf: (clerk) => (/^(clerk\d|supervisor)$/.test(clerk) ? `Служител ${clerk}` : null),
    records: NO_RECORDS,
    waitFor: () => null,
  }
}

function passed(scene: Scene, time: string): Scene {
  const to = clockTime(scene.day, time)
  if (to < scene.now) throw new Error(`${time} has passed`)
  return passedTo(scene, to)
}

function passedTo(scene: Scene, to: Instant): Scene {
  let next: Scene = {
    ...scene,
    told: { ...scene.told, before: scene.day, events: [], refusal: null, answer: {} },
  }
  while (nextDeadline(next.day) <= to) {
    const at = instant(Math.max(nextDeadline(next.day), next.now))
    const { events } = next.told
    const fallen = due(next.day, at)
    if (fallen.length === 0) throw new Error('a deadline has come, and nothing fell due')
    next = happened(next, at, CLOCK, fallen)
    next = { ...next, told: { ...next.told, before: scene.day, events: [...events, ...next.told.events] } }
  }
  return { ...next, now: to, told: { ...next.told, now: to } }
}

function slept(scene: Scene, time: string): Scene {
  const to = clockTime(scene.day, time)
  return { ...happened(scene, to, CLOCK, due(scene.day, to)), now: to }
}

function happened(
  scene: Scene,
  now: Instant,
  by: Actor,
  events: readonly DayEvent[],
  answer: object = {},
): Scene {
  const recorded = events.map((event, index) => record(scene.day.version + index, now, by, event))
  const day = recorded.reduce<Day>((state, each) => frozen(evolve(state, each)), scene.day)
  return {
    day,
    now,
    recorded: [...scene.recorded, ...recorded],
    told: { before: scene.day, day, now, events, refusal: null, answer },
  }
}

function record(version: number, at: Instant, by: Actor, event: DayEvent): Recorded {
  return frozen({ version: version + 1, at, by, event })
}

const CLOCK: Actor = { kind: 'clock' }

/** @param time `10:15`, `10:15:30`, `10:15:30.250`, each with or without a date before it: `2026-11-26 10:15`. */
export function clockTime(day: Day, time: string): Instant {
  const match = /^(?:(\d{4}-\d\d-\d\d) )?(\d\d:\d\d(?::\d\d)?)(?:\.(\d{3}))?$/.exec(time)
  const [, date = day.date, hours, milliseconds = '0'] = match ?? []
  if (hours === undefined) throw new Error(`not a time: ${time}`)
  return instant(instantAt(LocalDate.parse(date), hours, day.settings.zone) + Number(milliseconds))
}

// When: commands, with those who usually give them

const KIOSK: Actor = { kind: 'device', id: 'kiosk-1' }
const CITIZEN: Actor = { kind: 'citizen' }

/** The step as given by another clerk. */
export function by(clerk: string, step: Step): Step {
  return { ...step, by: { kind: 'staff', id: StaffId.parse(clerk) }, isSupervisor: false }
}

export function bySupervisor(step: Step): Step {
  return { ...step, by: { kind: 'staff', id: StaffId.parse('supervisor') }, isSupervisor: true }
}

type Wish = Omit<CommandBody<'issue-ticket'>, 'service'>

/** A ticket from the kiosk. @param what the letter, for its first service; or the service. */
export function issue(what: string, wish: Wish = {}): Step {
  return {
    ask: (day) => ({ type: 'issue-ticket', service: serviceNamed(day, what), ...wish }),
    by: KIOSK,
    isSupervisor: false,
  }
}

function serviceNamed(day: Day, what: string): ServiceId {
  const group = day.settings.groups.find(({ letter }) => letter === what)
  const first = day.settings.services.find((service) => service.group === group?.id)
  return first?.id ?? ServiceId.parse(what)
}

/** The citizen leaves, from the phone. */
export function leave(label: string): Step {
  return {
    ask: (day) => ({ type: 'leave', code: ticketOf(day, label).code }),
    by: CITIZEN,
    isSupervisor: false,
  }
}

export function askAssistance(): Step {
  return { ...press(3, { type: 'ask-assistance' } as Command), by: KIOSK } // zod's type of an empty body forbids `type`
}

export function answerAssistance(): Step {
  return press(3, { type: 'answer-assistance' } as Command) // as above
}

/** Somebody sits down at the window: `clerkN`, or, said by the supervisor, someone else. */
export function open(window: number, clerk?: string): Step {
  return press(window, {
    type: 'open-window',
    window,
    ...(clerk === undefined ? {} : { clerk: StaffId.parse(clerk) }),
  })
}
export const close = atOwnWindow('close-window')
export const resume = atOwnWindow('resume-window')
export const callNext = atOwnWindow('call-next')
export const recall = atOwnWindow('recall')
export const start = atOwnWindow('start-service')
export const hold = atOwnWindow('hold')
export const undo = atOwnWindow('undo')

export function pause(window: number, reason = 'break'): Step {
  return press(window, { type: 'pause-window', window, reason })
}
export function assign(window: number, ...services: readonly string[]): Step {
  return bySupervisor(
    press(window, { type: 'assign-services', window, services: services.map((id) => ServiceId.parse(id)) }),
  )
}
export function callTicket(window: number, label: string, reason: OutOfOrderReason = 'short-question'): Step {
  return press(window, { type: 'call-ticket', window, label, reason })
}
export function finish(
  window: number,
  more: { readonly outcome?: Outcome; readonly callNext?: boolean } = {},
): Step {
  return press(window, { type: 'finish-service', window, ...more })
}
export function noShow(window: number, more: { readonly callNext?: boolean } = {}): Step {
  return press(window, { type: 'mark-no-show', window, ...more })
}
export function resumeHeld(window: number, label: string): Step {
  return press(window, { type: 'resume-held', window, label })
}
type Where = {
  readonly service?: string
  readonly toWindow?: number
  readonly comeBack?: boolean
  readonly outcome?: Outcome
}
export function transfer(window: number, { service, ...where }: Where): Step {
  return press(window, {
    type: 'transfer',
    window,
    ...where,
    ...(service === undefined ? {} : { service: ServiceId.parse(service) }),
  })
}
export function addService(window: number, service: string, more: { readonly outcome?: Outcome } = {}): Step {
  return press(window, { type: 'add-service', window, service: ServiceId.parse(service), ...more })
}
export function takeBack(label: string, window = 3): Step {
  return press(window, { type: 'take-back', label })
}

type Order = Omit<CommandBody<'add-exception'>, 'from' | 'to' | 'order' | 'reason'> & {
  readonly from: string
  readonly to?: string
}
export function order({ from, to, ...rest }: Order): Step {
  return bySupervisor(
    press(0, {
      type: 'add-exception',
      from: LocalDate.parse(from),
      ...(to === undefined ? {} : { to: LocalDate.parse(to) }),
      ...rest,
      order: 'Заповед № 7',
      reason: BY_ORDER,
    }),
  )
}
export const BY_ORDER = { bg: 'по заповед на кмета', en: 'by order of the mayor' }

/** @param from `10:00` or `2026-11-26 10:00`, as `until`; left out: from now. */
export function notice({ from, until }: { readonly from?: string; readonly until: string }): Step {
  return bySupervisor({
    ...press(0, { type: 'withdraw-notice', id: '' }),
    ask: (day) => ({
      type: 'post-notice',
      text: NOTICE,
      ...(from === undefined ? {} : { from: officeTimeOf(day, from) }),
      until: officeTimeOf(day, until),
    }),
  })
}
export const NOTICE = { bg: 'Асансьорът не работи', en: 'The lift is out of order' }

function officeTimeOf(day: Day, text: string) {
  const [time = '', date = day.date] = text.split(' ').toReversed()
  return { date: LocalDate.parse(date), time: LocalTime.parse(time) }
}

export function withdraw(id: string): Step {
  return bySupervisor(press(0, { type: 'withdraw-notice', id }))
}

export function revoke(id: string): Step {
  return bySupervisor(press(0, { type: 'remove-exception', id, order: 'Заповед № 8' }))
}

/** A kiosk that holds so many numbers of the letter, through that one, asks for more. */
export function holdNumbers(letter: Letter, unspent = 0, through?: number): Step {
  return {
    ask: (day) => ({
      type: 'hold-numbers',
      date: day.date,
      letters: [{ letter, unspent, ...(through === undefined ? {} : { through }) }],
    }),
    by: KIOSK,
    isSupervisor: false,
  }
}

type Away = Pick<CommandBody<'hand-in-ticket'>, 'priority' | 'language' | 'insteadOf'> & {
  readonly at: string
  readonly date?: string
  readonly service?: string
}

/** A kiosk hands in the ticket that it gave at that time of the day while it had no line. */
export function handIn(label: string, { at, date, service, ...more }: Away): Step {
  const [letter = '', number = ''] = label.split(' ')
  return {
    ask: (day) => ({
      type: 'hand-in-ticket',
      date: date === undefined ? day.date : LocalDate.parse(date),
      letter: letter as Letter, // the story wrote one
      number: Number(number),
      service: serviceNamed(day, service ?? letter),
      issuedAt: iso(clockTime(day, date === undefined ? at : `${date} ${at}`)),
      ...more,
    }),
    by: KIOSK,
    isSupervisor: false,
  }
}

export function declareRoll(letter: Letter, from: number, to: number): Step {
  return bySupervisor(press(0, { type: 'declare-roll', letter, from, to }))
}

/** @param between the times of the first and the last, `10:00` and `10:30`. */
export function enterRoll(
  letter: Letter,
  from: number,
  to: number,
  { service = letter, between }: { service?: string; between?: readonly [string, string] } = {},
): Step {
  return bySupervisor({
    ...press(0, { type: 'declare-roll', letter, from, to }),
    ask: (day) => ({
      type: 'enter-roll',
      letter,
      from,
      to,
      service: serviceNamed(day, service),
      ...(between && {
        handedOut: { from: LocalTime.parse(between[0]), to: LocalTime.parse(between[1]) },
      }),
    }),
  })
}

/** A clerk hands in that somebody was served at the window between these times, while it was cut off. */
export function notePaper(
  window: number,
  label: string,
  [from, to]: readonly [string, string],
  { date, outcome }: { readonly date?: string; readonly outcome?: Outcome } = {},
): Step {
  return {
    ask: (day) => ({
      type: 'note-paper-service',
      date: date === undefined ? day.date : LocalDate.parse(date),
      window,
      label,
      startedAt: iso(clockTime(day, date === undefined ? from : `${date} ${from}`)),
      finishedAt: iso(clockTime(day, date === undefined ? to : `${date} ${to}`)),
      ...(outcome === undefined ? {} : { outcome }),
    }),
    by: { kind: 'staff', id: StaffId.parse(`clerk${window}`) },
    isSupervisor: false,
  }
}

function press(window: number, command: Command): Step {
  return {
    ask: () => command,
    by: { kind: 'staff', id: StaffId.parse(`clerk${window}`) },
    isSupervisor: false,
  }
}

type PlainWindowCommand = {
  [N in CommandName]: CommandBody<N> extends { window: number }
    ? { window: number } extends CommandBody<N>
      ? N
      : never
    : never
}[CommandName]

function atOwnWindow(type: PlainWindowCommand): (window: number) => Step {
  return (window) => press(window, { type, window })
}

// In the past tense, for what is given

export const issued = issue
export const opened = open
/** Somebody has been called to the window and is being served there. */
export function serving(window: number): readonly [Step, Step] {
  return [callNext(window), start(window)]
}
/** Called, called again, and marked as not having come. */
export function missedAt(window: number): readonly [Step, Step, Step] {
  return [callNext(window), recall(window), noShow(window)]
}
/** Each so many seconds after the one before. */
export function apart(seconds: number, ...steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({ ...step, afterMs: seconds * SECOND }))
}
export function times(count: number, ...steps: readonly Step[]): readonly Step[] {
  return Array.from({ length: count }, () => steps).flat()
}

// Then

export function refused<C extends RejectionCode>(code: C, about?: RejectionAbout[C]): Expected {
  return ({ refusal, events }) => {
    expect(refusal ?? { code: 'not refused', events }).toMatchObject({ code })
    if (about !== undefined) expect(refusal?.about).toEqual(about)
  }
}

/** It was done, and exactly these events came of it; of each at least what is said. */
export function events(
  ...expected: readonly ({ readonly type: EventType } & Readonly<Record<string, unknown>>)[]
): Expected {
  return (told) => {
    expect(told.refusal).toBeNull()
    expect(told.events).toMatchObject(expected)
  }
}

/** It was done, and nothing came of it. */
export function nothing(): Expected {
  return events()
}

export function called(label: string, window: number, reason?: CallReason): Expected {
  return (told) => {
    expect(told.refusal).toBeNull()
    const call = told.events.findLast((event) => event.type === 'ticket-called')
    expect(call).toMatchObject({ label, window })
    if (reason !== undefined) expect(call?.reason).toEqual(reason)
    const current = windowOf(told.day, window)?.current
    expect([current?.state, current?.ticket.label]).toEqual(['called', label])
  }
}

export function answered(answer: object): Expected {
  return (told) => {
    expect(told.refusal).toBeNull()
    expect(told.answer).toMatchObject(answer)
  }
}

export function phase(expected: Phase): Expected {
  return ({ day }) => expect(day.phase).toBe(expected)
}

/** Who waits, in the order of the whole line. */
export function line(...labels: readonly string[]): Expected {
  return (told) => expect(lineOf(told.day, told.now)).toEqual(labels)
}

export function lineOf(day: Day, now: Instant): readonly string[] {
  return Array.from(
    callOrder(day, () => true, now),
    ({ label }) => label,
  )
}

/** What is at the window: `Г 001 called`, `Г 001 serving`, or null. */
export function atWindow(window: number, what: string | null): Expected {
  return ({ day }) => {
    const current = windowOf(day, window)?.current
    expect(current ? `${current.ticket.label} ${current.state}` : null).toBe(what)
  }
}

/** The window's state: `closed`, `open clerk3`, `paused clerk3`. */
export function windowIs(number: number, expected: string): Expected {
  return ({ day }) => {
    const status = windowOf(day, number)?.status
    expect(status?.kind === 'closed' ? 'closed' : `${status?.kind} ${status?.clerk}`).toBe(expected)
  }
}

export function onHold(window: number, ...labels: readonly string[]): Expected {
  return ({ day }) => expect(windowOf(day, window)?.held.map(({ ticket }) => ticket.label)).toEqual(labels)
}

export function missed(...labels: readonly string[]): Expected {
  return ({ day }) => expect(day.missed.map(({ ticket }) => ticket.label)).toEqual(labels)
}

export function counts(expected: Partial<Counts>): Expected {
  return ({ day }) => expect(day.counts).toMatchObject(expected)
}

/** Everyone who came is somewhere: waiting, at a window, on hold, missed, served, gone, or unserved; and was called, never was, or will be. */
export const nobodyLost: Expected = ({ day }) => {
  const { issued, finished, noShow, left, unserved } = day.counts
  const here = day.windows.reduce((sum, { current, held }) => sum + (current ? 1 : 0) + held.length, 0)
  expect(waitingCount(day) + here + noShow + finished + left + unserved).toBe(issued)
  const { called, neverCalled } = day.counts
  const notYetCalled = allWaiting(day).filter((ticket) => !wasCalled(ticket)).length
  expect(called + neverCalled + notYetCalled).toBe(issued)
}

/** A live ticket has at least these traits. */
export function ticket(label: string, expected: Partial<Ticket>): Expected {
  return ({ day }) => expect(ticketOf(day, label)).toMatchObject(expected)
}

/** @returns the live ticket. @throws when there is none. */
export function ticketOf(day: Day, label: string): Ticket {
  const found = findTicket(day, (each) => each.label === label)
  if (found === null) throw new Error(`no live ticket ${label}`)
  return found.ticket
}
