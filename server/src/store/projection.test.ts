import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from '../../../tests/support/random.ts'
import { expect, test } from 'vitest'
import type { Command, CommandName } from '#shared/commands.ts'
import type { LocalDate, OfficeId, ServiceId, StaffId, TicketId } from '#shared/ids.ts'
import { after, type Instant } from '#shared/instant.ts'
import { officeTime, wide } from '../../../tests/harness/settings.ts'
import {
  anyDay,
  commandOf,
  passing,
  remember,
  seenNothing,
  WINDOWS,
  type Step,
} from '../../../tests/harness/steps.ts'
import { allWaiting, type Day, type Ticket } from '../domain/day.ts'
import type { Actor, DayEvent } from '../domain/events.ts'
import { handClock } from '../office/clock.ts'
import { drawTicketCode } from '../office/codes.ts'
import { openOffice } from '../office/office.ts'
import { NO_RECORDS } from '../domain/reception/records.ts'
import { readLink } from './chain.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** The rows that reports and phones read say what the log says, whatever has happened in the day. */

const migrations = join(import.meta.dirname, '../../../migrations/sqlite')
const [YESTERDAY, TODAY] = ['2026-11-24', '2026-11-25'] as LocalDate[] as [LocalDate, LocalDate] // the form is LocalDate's
const MORNING = officeTime('2026-11-25T10:00')

type TicketRow = {
  readonly id: string
  readonly service: string
  readonly state: string
  readonly issued_at: number
  readonly first_called_at: number | null
  readonly started_at: number | null
  readonly ended_at: number | null
  readonly outcome: string | null
  readonly apology: string | null
}
type CallRow = {
  readonly ticket: string
  readonly window: number
  readonly clerk: string
  readonly called_at: number
  readonly started_at: number | null
  readonly ended_at: number | null
  readonly end: string | null
}
type Rows = { readonly tickets: readonly TicketRow[]; readonly calls: readonly CallRow[] }

/** Lets the steps happen in an office on a database file, and looks at its rows after the last. */
async function afterDay(
  steps: readonly Step[],
  look: (day: Day, rows: Rows, store: Store) => void | Promise<void>,
  end?: Instant,
) {
  const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-projection-'))
  const settings = wide(WINDOWS)
  const clock = handClock(MORNING)
  const store = await openSqlite({ folder, kind: 'training', migrations, durability: 'normal' })
  const office = await openOffice({
    settings,
    log: store.log,
    clock,
    draw: drawTicketCode,
    nameOf: (id) => id,
    records: () => NO_RECORDS,
    onFailure(error) {
      throw error
    },
    onLost(error) {
      throw error
    },
  })
  const seen = seenNothing(settings.services)
  const ask = (name: CommandName, by: Actor, body: object) =>
    office.ask({
      command: { type: name, ...body } as Command,
      by,
      isSupervisor: false,
      role: null,
      key: null,
    }) // bodies are the steps' own
  try {
    for (let window = 1; window <= WINDOWS; window += 1) await ask('open-window', clerk(window), { window })
    for (const step of steps) {
      const asked = commandOf(step, seen)
      if (asked === null) {
        clock.moveTo(after(clock.now(), passing(step)))
        await office.settled()
        continue
      }
      const { name, by, body } = asked
      const answer = await ask(name, by === 'kiosk' ? { kind: 'device', id: 'kiosk-1' } : clerk(by), body)
      if (answer.kind === 'done') remember(seen, asked, answer.answer)
    }
    if (end !== undefined) clock.moveTo(end)
    await office.settled()
    await office.close() // all is on the disk
    const { day } = office
    const file = new Database(join(folder, 'hall.sqlite'), { readonly: true })
    const rows = {
      tickets: file.prepare('select * from tickets order by id').all() as TicketRow[],
      calls: file.prepare('select * from calls order by version').all() as CallRow[],
    }
    file.close()
    await look(day(), rows, store)
  } finally {
    await office.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function clerk(window: number): Actor {
  return { kind: 'staff', id: `clerk${window}` as StaffId } // the form is StaffId's
}

const steps = anyDay(60)
const runs = { numRuns: 12, interruptAfterTimeLimit: 12_000 }

/** Steps at one window, word for word. */
function at(window: number, ...whats: readonly Step['what'][]): readonly Step[] {
  return whats.map((what) => ({ what, window, pick: 0, flag: true }))
}

/** The tickets that are still in the hall, with the state that a row should say. */
function live(day: Day): readonly { readonly ticket: Ticket; readonly state: string }[] {
  return [
    ...allWaiting(day).map((ticket) => ({ ticket, state: 'waiting' })),
    ...day.missed.map(({ ticket }) => ({ ticket, state: 'no-show' })),
    ...day.windows.flatMap(({ current, held }) => [
      ...(current === null ? [] : [{ ticket: current.ticket, state: current.state }]),
      ...held.map(({ ticket }) => ({ ticket, state: 'on-hold' })),
    ]),
  ]
}

test('each ticket in the hall has the row that the day says: its state, its service, its first call', async () =>
  fc.assert(
    fc.asyncProperty(steps, (each) =>
      afterDay(each, (day, { tickets }) => {
        const rows = new Map(tickets.map((row) => [row.id, row]))
        for (const { ticket, state } of live(day)) {
          const row = rows.get(ticket.id)
          expect({
            id: row?.id,
            state: row?.state,
            service: row?.service,
            issued: row?.issued_at,
            firstCalled: row?.first_called_at,
          }).toEqual({
            id: ticket.id,
            state,
            service: ticket.service,
            issued: ticket.issuedAt,
            firstCalled: ticket.firstCalledAt,
          })
        }
      }),
    ),
    runs,
  ))

test('the rows count what the day counts', async () =>
  fc.assert(
    fc.asyncProperty(steps, (each) =>
      afterDay(each, (day, { tickets }) => {
        const count = (state: string) => tickets.filter((row) => row.state === state).length
        const { issued, finished, noShow, left, unserved, called } = day.counts
        expect({
          issued: tickets.length,
          finished: count('finished'),
          noShow: count('no-show'),
          left: count('left'),
          unserved: count('unserved'),
          called: tickets.filter((row) => row.first_called_at !== null).length,
        }).toEqual({ issued, finished, noShow, left, unserved, called })
      }),
    ),
    runs,
  ))

test('the calls that are open are the people at the windows; a call that is over says how', async () =>
  fc.assert(
    fc.asyncProperty(steps, (each) =>
      afterDay(each, (day, { calls }) => {
        const open = calls.filter((row) => row.ended_at === null)
        const atWindows = day.windows.flatMap(({ number, current }) =>
          current === null
            ? []
            : [
                {
                  ticket: current.ticket.id,
                  window: number,
                  isServed: current.state === 'serving',
                },
              ],
        )
        expect(
          open
            .map(({ ticket, window, started_at }) => ({ ticket, window, isServed: started_at !== null }))
            .sort((a, b) => a.window - b.window),
        ).toEqual(atWindows)
        for (const row of calls) {
          expect(row.end === null).toBe(row.ended_at === null)
          expect(row.clerk).toBe(`clerk${row.window}`)
        }
      }),
    ),
    runs,
  ))

test('a visit that ended was served from its start on, and ended after it', async () =>
  fc.assert(
    fc.asyncProperty(steps, (each) =>
      afterDay(each, (_day, { tickets }) => {
        for (const row of tickets) {
          if (row.state !== 'finished') expect([row.id, row.outcome]).toEqual([row.id, null])
          if (['waiting', 'called', 'serving', 'on-hold'].includes(row.state))
            expect([row.id, row.ended_at]).toEqual([row.id, null])
          if (row.state !== 'finished') continue
          expect([row.id, row.outcome]).toEqual([row.id, 'served'])
          const order = [row.issued_at, row.first_called_at, row.started_at, row.ended_at]
          expect([row.id, order.includes(null)]).toEqual([row.id, false])
          expect([...order].sort((a, b) => Number(a) - Number(b))).toEqual(order)
        }
      }),
    ),
    runs,
  ))

test('after midnight nothing is left open: every ticket has its end, every call too', async () =>
  fc.assert(
    fc.asyncProperty(steps, (each) =>
      afterDay(
        each,
        (day, { tickets, calls }) => {
          expect(day.date).toBe('2026-11-26')
          for (const row of tickets) {
            expect(['finished', 'no-show', 'left', 'unserved']).toContain(row.state)
            expect([row.id, row.ended_at === null]).toEqual([row.id, false])
            expect([row.id, row.apology]).toEqual([row.id, row.state === 'unserved' ? 'lost-time' : null])
          }
          expect(calls.filter((row) => row.ended_at === null)).toEqual([])
        },
        officeTime('2026-11-26T00:00'),
      ),
    ),
    runs,
  ))

test('the rows can be made anew from the log alone', async () =>
  fc.assert(
    fc.asyncProperty(steps, (each) =>
      afterDay(each, async (day, rows, store) => {
        const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-projection-'))
        const again = await openSqlite({ folder, kind: 'training', migrations, durability: 'normal' })
        try {
          const events = (await store.log.ofDay(day.office, day.date)).map(readLink)
          await again.log.append(day.office, [{ day: day.date, events, command: null }])
          const file = new Database(join(folder, 'hall.sqlite'), { readonly: true })
          expect(file.prepare('select * from tickets order by id').all()).toEqual(rows.tickets)
          expect(file.prepare('select * from calls order by version').all()).toEqual(rows.calls)
          file.close()
          expect(await again.log.verify(day.office, null)).toEqual(await store.log.verify(day.office, null))
        } finally {
          await again.close()
          rmSync(folder, { recursive: true, force: true })
        }
      }),
    ),
    { numRuns: 10 },
  ))

test('a call that was taken back was no call: the wait goes on', async () =>
  afterDay(
    [
      ...at(1, 'issue-ticket', 'time-passes', 'issue-ticket', 'call-next', 'start-service'),
      ...at(1, 'finish-service', 'undo'), // the one key finished И 001 and called И 002
    ],
    (day, { tickets }) => {
      expect(day.windows[0]?.current).toMatchObject({ state: 'serving', ticket: { label: 'И 001' } })
      expect(tickets.map(({ id, state, first_called_at }) => [id, state, first_called_at === null])).toEqual([
        ['2026-11-25/И-001', 'serving', false],
        ['2026-11-25/И-002', 'waiting', true],
      ])
    },
  ))

test('who is held before the service has begun, and taken up again, is served from then on', async () =>
  afterDay(at(1, 'issue-ticket', 'call-next', 'hold', 'resume-held'), (day, { tickets, calls }) => {
    expect(day.windows[0]?.current?.state).toBe('serving')
    expect(tickets).toMatchObject([{ state: 'serving', started_at: MORNING }])
    expect(calls).toMatchObject([{ started_at: MORNING, ended_at: null, end: null }])
  }))

test('who goes back to the window that sent them waits for its service again', async () =>
  afterDay(
    [
      ...at(1, 'issue-ticket', 'call-next', 'start-service'),
      { what: 'transfer', window: 1, pick: 2, flag: true }, // to window 2, for another service, and back
      ...at(2, 'call-next', 'start-service', 'finish-service'),
    ],
    (day, { tickets }) => {
      const [waiting] = allWaiting(day)
      expect(waiting).toMatchObject({ boundTo: 1, sentFrom: 2 })
      expect(waiting?.steps).toHaveLength(3)
      expect(tickets).toMatchObject([{ state: 'waiting', service: waiting?.service }])
    },
  ))

test('who was called and never came to the window when the day ended has a call that ended with it', async () =>
  afterDay(
    at(1, 'issue-ticket', 'call-next'),
    (_day, { tickets, calls }) => {
      expect(tickets).toMatchObject([{ state: 'unserved', apology: 'lost-time' }])
      expect(calls).toMatchObject([{ ended_at: officeTime('2026-11-26T00:00'), end: expect.any(String) }])
    },
    officeTime('2026-11-26T00:00'),
  ))

test('a ticket that was given without the server has its row from the instant at which it was given', async () => {
  const at = officeTime('2026-11-25T10:30')
  const [issuedAt, finishedAt] = [officeTime('2026-11-25T10:05'), officeTime('2026-11-25T10:20')]
  const about = { ticket: '2026-11-25/И-801' as TicketId, label: 'И 801' } // the form is TicketId's
  const service = 'information' as ServiceId // the form is ServiceId's
  const given = {
    ...about,
    code: drawTicketCode(),
    letter: 'И',
    number: 801,
    service,
    priority: false,
    language: 'bg',
  } as const
  const late = { ...given, code: drawTicketCode(), type: 'late-ticket-recorded', issuedAt } as const
  const lateOf = (number: number) =>
    ({
      ...late,
      date: YESTERDAY,
      code: drawTicketCode(),
      number,
      label: `И ${number}`,
      ticket: `2026-11-24/И-${number}` as TicketId, // the form is TicketId's
      apology: 'lost-time',
    }) as const
  const events: readonly DayEvent[] = [
    { ...given, type: 'ticket-issued', presentAtClosing: false, handedIn: { issuedAt, from: 'kiosk' } },
    {
      ...about,
      type: 'served-on-paper',
      date: TODAY,
      window: 2,
      service,
      startedAt: issuedAt,
      finishedAt,
      outcome: 'fee-paid',
    },
    // The log has one of the day before twice.
    ...[802, 802, 803].map(lateOf),
    {
      ticket: '2026-11-24/И-803' as TicketId, // the form is TicketId's
      label: 'И 803',
      type: 'served-on-paper',
      date: YESTERDAY,
      window: 2,
      service: null,
      startedAt: issuedAt,
      finishedAt,
      outcome: 'served',
    },
    lateOf(803),
  ]
  const office = 'pernik' as OfficeId // the form is OfficeId's
  const recorded = events.map((event, index) => ({ version: 1 + index, at, by: clerk(2), event }))
  const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-projection-'))
  const fresh = await openSqlite({ folder, kind: 'training', migrations, durability: 'normal' })
  try {
    await fresh.log.append(office, [{ day: TODAY, events: recorded, command: null }])
    const file = new Database(join(folder, 'hall.sqlite'), { readonly: true })
    const rows = file.prepare('select * from tickets order by id').all()
    file.close()
    expect(rows).toMatchObject([
      {
        id: '2026-11-24/И-802',
        day: YESTERDAY,
        state: 'unserved',
        issued_at: issuedAt,
        apology: 'lost-time',
      },
      { id: '2026-11-24/И-803', state: 'finished', ended_at: finishedAt, outcome: 'served' },
      {
        id: '2026-11-25/И-801',
        state: 'finished',
        issued_at: issuedAt,
        first_called_at: issuedAt,
        started_at: issuedAt,
        ended_at: finishedAt,
        outcome: 'fee-paid',
      },
    ])
  } finally {
    await fresh.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
