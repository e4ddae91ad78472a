import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import fc from '../support/random.ts'
import { afterAll, expect, test } from 'vitest'
import { appointmentNumber } from '#shared/appointment-numbers.ts'
import type { Command, CommandName } from '#shared/commands.ts'
import {
  LocalDate,
  TicketCode,
  type AppointmentNumber,
  type LocalTime,
  type OfficialId,
} from '#shared/ids.ts'
import { instant, MINUTE } from '#shared/instant.ts'
import { instantAt, nextDate } from '#server/domain/calendar.ts'
import type { Day } from '#server/domain/day.ts'
import { appointmentOf, slotOf, type Appointment } from '#server/domain/reception/book.ts'
import { anyDayOn, daysOf, officialOf, openSlots } from '#server/domain/reception/calendar.ts'
import { handClock } from '#server/office/clock.ts'
import { openOffice, type Office } from '#server/office/office.ts'
import { gathering } from '#server/office/records.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { receptionOffice, somebody } from '../support/reception-office.ts'

/**
 * Random weeks of a reception book on its database, beside a book on paper that is kept from the answers alone. Whatever is
 * asked, in whatever order: nobody's slot is another's, nobody is forgotten, what is freed is offered, and a start from the
 * log gives the very same book.
 */

const START = '2026-11-23'
/** The mayor has two places a day: those days are full soon. */
const OFFICIALS = ['mayor', 'mayor', 'mayor', 'deputy'] as const
const WHATS = [
  'sign-up',
  'sign-up',
  'sign-up',
  'sign-up',
  'join-waiting-list',
  'join-waiting-list',
  'move-appointment',
  'move-own-appointment',
  'cancel-appointment',
  'cancel-own-appointment',
  'erase-own-data',
  'accept-slot',
  'record-contact',
  'report-arrival',
  'call-appointment',
  'record-outcome',
  'mark-answered',
  'take-walk-in',
  'set-lateness',
  'add-reception-exception',
  'remove-reception-exception',
] as const satisfies readonly CommandName[]

const step = fc.record({
  what: fc.constantFrom(...WHATS),
  official: fc.constantFrom(...OFFICIALS),
  pick: fc.nat({ max: 10_000 }),
  /** Mostly moments, at times days. */
  wait: fc.oneof(
    { arbitrary: fc.constant(0), weight: 6 },
    { arbitrary: fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * MINUTE), weight: 3 },
    { arbitrary: fc.integer({ min: 6, max: 60 }).map((hours) => hours * 60 * MINUTE), weight: 1 },
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

type OnPaper = { readonly code: string; slot: string | null; isOver: boolean }
type Hall = {
  office: Office
  readonly store: Store
  readonly clock: ReturnType<typeof handClock>
  readonly paper: Map<AppointmentNumber, OnPaper>
  readonly file: string
  readonly open: () => Promise<Office>
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('A book of appointments keeps its promises, whatever is asked of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), async (steps) => {
      const hall = await openHall()
      try {
        for (const each of steps) {
          hall.clock.moveTo(instant(hall.clock.now() + each.wait))
          await hall.office.settled() // what fell due is told
          await play(hall, each)
          expectSound(hall)
        }
        expectSameRows(hall)
        const before = hall.office.day()
        await hall.office.close()
        hall.office = await hall.open()
        const after = hall.office.day()
        if (!isDeepStrictEqual(after, before)) expect(after).toStrictEqual(before)
      } finally {
        await hall.office.close()
        await hall.store.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

async function play(hall: Hall, each: Step): Promise<void> {
  const before = hall.office.day()
  const body = bodyOf(hall, each)
  if (body === null) return
  const answer = await hall.office.ask({
    command: { type: each.what, ...body } as Command, // bodies are made below, by name
    by: each.what.includes('own') ? { kind: 'citizen' } : { kind: 'staff', id: 'secretary' as never }, // the form is StaffId's
    isSupervisor: false,
    role: each.what.includes('own') ? null : 'secretary',
    key: null,
  })
  if (answer.kind === 'refused') {
    expect(hall.office.day()).toBe(before)
    return
  }
  writeOnPaper(hall, each, body, answer.answer, before)
}

/** From the answers alone, as a clerk with a pencil would. */
function writeOnPaper({ paper, clock }: Hall, { what }: Step, body: Body, answer: object, before: Day): void {
  if ('appointment' in answer && 'code' in (answer.appointment as object)) {
    const { number, code, official, date, time } = answer.appointment as {
      readonly number: AppointmentNumber
      readonly code: string
      readonly official: string
      readonly date: string
      readonly time: string | null
    }
    expect(number).toBe(appointmentNumber(paper.size + 1))
    const slot = time === null ? null : `${official} ${date} ${time}`
    if (slot !== null)
      expect([...paper.values()].filter((each) => !each.isOver && each.slot === slot)).toEqual([])
    paper.set(number, { code, slot, isOver: false })
    return
  }
  const number = body.number ?? null
  const known = number === null ? undefined : paper.get(number)
  if (number === null || known === undefined) return
  const appointment = appointmentOf(before.reception, number)
  const isAhead = appointment !== null && isStillAhead(appointment, clock.now())
  if (what === 'move-own-appointment' || what === 'cancel-own-appointment')
    expect([number, isAhead]).toEqual([number, true])
  switch (what) {
    case 'move-appointment':
    case 'move-own-appointment':
      known.slot = `${body.official ?? appointment?.official} ${body.date} ${body.time}`
      break
    case 'accept-slot': {
      const kept = appointment && slotOf(appointment)
      known.slot = kept && `${appointment.official} ${kept.date} ${kept.time}`
      break
    }
    case 'cancel-appointment':
    case 'cancel-own-appointment':
    case 'record-outcome':
      known.isOver = true
      break
    case 'erase-own-data':
      known.isOver ||= isAhead
      break
    case 'record-contact':
      if (body.result === 'declined' && appointment?.state.kind === 'displaced') known.isOver = true
      break
    default:
      break
  }
}

/** Nothing that the door could say of it has come: neither its time, nor a call. */
function isStillAhead({ date, time, state }: Appointment, now: number): boolean {
  switch (state.kind) {
    case 'booked':
    case 'arrived':
      return time !== null && now < instantAt(date, time, receptionOffice.zone)
    case 'listed':
    case 'offered':
    case 'displaced':
      return true
    case 'called':
    case 'ended':
      return false
  }
}

type Body = {
  readonly number?: AppointmentNumber
  readonly official?: string
  readonly date?: string
  readonly time?: string
  readonly result?: string
}

function bodyOf({ office, paper }: Hall, { what, official, pick }: Step): (Body & object) | null {
  const day = office.day()
  const days = daysOf(day, official as OfficialId).slice(0, 3)
  const full = days.find((each) => openSlots(day, each, day.at).length === 0 && day.at < each.signUpUntil)
  const of = what === 'join-waiting-list' && full ? full : days[pick % Math.max(1, days.length)]
  if (of === undefined) return null
  const { date } = of
  const { time } = of.slots[(pick >> 2) % Math.min(of.slots.length, 5)] ?? { time: '09:00' as LocalTime }
  const numbers = [...paper.keys()]
  const number = numbers[pick % Math.max(1, numbers.length)] ?? appointmentNumber(1)
  const code = pick % 17 === 0 ? 'AAAAAAAAAAAAAAAA' : (paper.get(number)?.code ?? 'AAAAAAAAAAAAAAAA')
  const person = { ...somebody, telephone: `0888 1${String(pick).padStart(5, '0')}` }
  const due = nextDate(day.date, pick % 20)
  switch (what) {
    case 'sign-up':
      return { official, date, time, person } as Body
    case 'join-waiting-list':
      return { official, date, person } as Body
    case 'move-appointment':
      return { number, official, date, time }
    case 'move-own-appointment':
      return { number, code, date, time } as Body
    case 'cancel-own-appointment':
    case 'erase-own-data':
      return { number, code } as Body
    case 'record-contact':
      return { number, result: ['no-answer', 'reached', 'declined'][pick % 3] ?? 'reached' }
    case 'report-arrival':
      return { number }
    case 'call-appointment':
      return { official, ...(pick % 2 === 0 ? { number } : {}) }
    case 'record-outcome': {
      const outcomes = [
        { kind: 'answered' },
        { kind: 'passed-on', unit: 'cleaning', due },
        { kind: 'answer-to-follow', due },
        { kind: 'did-not-come' },
        { kind: 'left' },
      ]
      return { number, outcome: outcomes[pick % outcomes.length] } as Body
    }
    case 'take-walk-in':
      return { official, person } as Body
    case 'set-lateness':
      return { official, minutes: pick % 60 } as Body
    case 'add-reception-exception': {
      const changes = [
        { kind: 'none' },
        { kind: 'moved', to: nextDate(date, 1 + (pick % 8)) },
        { kind: 'hours', blocks: [{ from: '09:30', to: '11:30' }] },
        { kind: 'substitute', official: official === 'mayor' ? 'deputy' : 'mayor' },
      ]
      const reason = { bg: 'по заповед', en: 'by order' }
      return { official, date, change: changes[pick % changes.length], order: '№ 1', reason } as Body
    }
    case 'remove-reception-exception':
      return { id: day.reception.exceptions.at(-1)?.id ?? 'none', order: '№ 2' } as Body
    case 'cancel-appointment':
    case 'accept-slot':
    case 'mark-answered':
      return { number }
  }
}

/** What must hold after every step. */
function expectSound({ office, paper, clock }: Hall): void {
  const day = office.day()
  const held = new Map<string, AppointmentNumber>()
  for (const each of day.reception.appointments) {
    const slot = slotOf(each)
    if (slot === null) continue
    const key = `${each.official} ${slot.date} ${slot.time}`
    expect([key, held.get(key)]).toEqual([key, undefined])
    held.set(key, each.number)
    if (!each.walkIn && slot.date >= day.date && each.state.kind !== 'called') expectRealSlot(day, each, slot)
  }
  for (const [number, { slot, isOver }] of paper) {
    const appointment = appointmentOf(day.reception, number)
    if (isOver) expect(appointment === null || appointment.state.kind === 'ended').toBe(true)
    else if (slot !== null && appointment?.state.kind === 'booked') expect(held.get(slot)).toBe(number)
  }
  // What is free is offered to whoever waits for that day and has not been asked about it.
  for (const each of day.reception.appointments) {
    if (each.state.kind !== 'listed' || each.date < day.date) continue
    const { passed } = each.state
    const of = daysOf(day, each.official).find(({ date }) => date === each.date)
    const open = of ? openSlots(day, of, instant(Math.max(clock.now(), day.at))) : []
    expect(open.filter(({ time }) => !passed.includes(time))).toEqual([])
  }
}

/** Nobody is promised a time at which the official does not receive. */
function expectRealSlot(
  day: Day,
  { official, number }: Appointment,
  slot: { readonly date: LocalDate; readonly time: LocalTime },
): void {
  const whose = officialOf(day, official)
  const of = whose && anyDayOn(day, whose, slot.date)
  expect([number, slot, of?.slots.some(({ time }) => time === slot.time)]).toEqual([number, slot, true])
}

/** The rows say of each appointment in the book what the book says. */
function expectSameRows({ office, file }: Hall): void {
  const db = new Database(file, { readonly: true })
  try {
    const rows = db
      .prepare<[], { number: string; state: string; date: string; time: string | null }>(
        'select number, state, date, time from appointments',
      )
      .all()
    const byNumber = new Map(rows.map(({ number, ...row }) => [number, row]))
    for (const { number, state, date, time } of office.day().reception.appointments) {
      const shown = state.kind === 'offered' ? state.time : time
      expect([number, byNumber.get(number)]).toEqual([number, { state: state.kind, date, time: shown }])
    }
  } finally {
    db.close()
  }
}

async function openHall(): Promise<Hall> {
  const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-reception-'))
  folders.push(folder)
  const store = await openSqlite({
    folder,
    kind: 'training',
    migrations: join(import.meta.dirname, '../../migrations/sqlite'),
    durability: 'normal',
  })
  const clock = handClock(instantAt(LocalDate.parse(START), '09:00', receptionOffice.zone))
  let drawn = 0
  const open = () =>
    openOffice({
      settings: receptionOffice,
      log: store.log,
      clock,
      draw: () => TicketCode.parse(`code${String((drawn += 1)).padStart(12, '0')}`),
      nameOf: () => null,
      records: (pending) => gathering(store, receptionOffice.id, pending),
      onFailure(error) {
        throw error
      },
      onLost(error) {
        throw error
      },
    })
  return { office: await open(), store, clock, paper: new Map(), file: join(folder, 'hall.sqlite'), open }
}
