import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from '../support/random.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { LocalDate, TicketCode, type StaffId } from '#shared/ids.ts'
import { instant } from '#shared/instant.ts'
import { instantAt, nextDate } from '#server/domain/calendar.ts'
import type { Day } from '#server/domain/day.ts'
import { handClock } from '#server/office/clock.ts'
import type { Directory } from '#server/office/directory.ts'
import { openOffice, type Answer, type Asked as Sent, type Office } from '#server/office/office.ts'
import { viewerOf } from '#server/office/view.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { smallOffice } from '../support/small-office.ts'
import { issue, lineOf, order, surroundings } from '../support/story.ts'
import { NO_RECORDS } from '#server/domain/reception/records.ts'
import { alreadyThere, askedOn, beginning, move, type Move } from './moves.ts'

/** Moves of several people at one instant: what may share a commit. */
const moment = fc.record({
  wait: move.map(({ wait }) => wait),
  moves: fc.array(move, { minLength: 1, maxLength: 5 }),
})
const lives = fc.record({
  beginning,
  moments: fc.array(moment, { minLength: 1, maxLength: 25, size: 'max' }),
})

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('An office on its database', () => {
  test('decides together what arrives together, just as if it had come one by one', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async ({ beginning, moments }) => {
        const oneByOne = await openHall(beginning.at)
        const together = await openHall(beginning.at)
        try {
          await oneAfterAnother(oneByOne, together, alreadyThere(beginning))
          for (const { wait, moves } of moments) {
            const to = instant(oneByOne.clock.now() + wait)
            oneByOne.clock.moveTo(to)
            together.clock.moveTo(to)
            await oneAfterAnother(oneByOne, together, moves)
            expectSame(together.office.day(), oneByOne.office.day())
          }
          expect(await logOf(together)).toEqual(await logOf(oneByOne))
          await expectSameAfterRestart(together)
        } finally {
          await oneByOne.close()
          await together.close()
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('opens its doors between two commands of one commit, where the first makes the Saturday a working day', async () => {
    const hall = await openHall('2026-11-28 10:00')
    const saturday = hall.office.day()
    const sent = [order({ from: saturday.date, change: { kind: 'working-day' } }), issue('Г'), issue('М')]
    const answers = await Promise.all(
      sent.map(({ ask, by, isSupervisor }) =>
        hall.office.ask({ command: ask(saturday), by, isSupervisor, role: null, key: null }),
      ),
    )
    expect(answers.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
    expect(lineOf(hall.office.day(), hall.clock.now())).toEqual(['Г 001', 'М 001'])
    await expectSameAfterRestart(hall)
    await hall.close()
  })
})

/** The same commands to both: to the one each after the answer to the one before, to the other all at once. */
async function oneAfterAnother(oneByOne: Hall, together: Hall, moves: readonly Move[]): Promise<void> {
  const sent: Sent[] = []
  const answers: Answer[] = []
  for (const each of moves) {
    // Some say it twice: a double click, or a retry with the same key.
    const repeated = each.pick % 9 === 0 ? sent.at(-1) : undefined
    const key = {
      key: `${oneByOne.office.day().version}-${sent.length}-${each.pick}`,
      fingerprint: `${each.pick}`,
    }
    const asked = repeated ?? {
      ...askedOn(oneByOne.office.day(), each),
      role: null,
      key: each.isOn ? key : null,
    }
    sent.push(asked)
    answers.push(await oneByOne.office.ask(asked))
  }
  expect(await Promise.all(sent.map((asked) => together.office.ask(asked)))).toEqual(answers)
}

/** What is pushed is what is fetched: the day made anew from the database shows every screen the same. */
async function expectSameAfterRestart(hall: Hall): Promise<void> {
  const before = hall.office.day()
  const pushed = await viewsOf(before, hall.store)
  await hall.office.close()
  const recovered = await hall.reopen()
  expectSame(recovered.day(), before)
  expect(await viewsOf(recovered.day(), hall.store)).toEqual(pushed)
  expect(await hall.store.log.verify(before.office, null)).toMatchObject({ ok: true, events: before.version })
  await recovered.close()
}

async function viewsOf(day: Day, store: Store): Promise<readonly unknown[]> {
  const view = viewerOf(day, directory, store.tickets, true)
  const codes = (await store.log.ofDay(day.office, day.date)).flatMap(({ type, body }) =>
    type === 'ticket-issued' ? [codeIn(body)] : [],
  )
  const names = [
    'kiosk',
    'hall',
    'queue',
    'supervisor',
    ...day.windows.map(({ number }) => `window/${number}`),
    ...codes.map((code) => `ticket/${code}`),
  ]
  const views = await Promise.all(names.map((name) => view.whole(name)))
  views.forEach((shown, index) => expect(shown.ok, names[index]).toBe(true))
  return views
}

const directory: Directory = {
  clerk: (id) => `Име ${id}`,
  anyone: (id) => `Име ${id}`,
  clerks: () => [{ id: 'clerk3' as StaffId, name: 'Име clerk3' }], // the form is StaffId's
  refresh: async () => {},
}

type Hall = {
  readonly office: Office
  readonly store: Store
  readonly clock: ReturnType<typeof handClock>
  readonly reopen: () => Promise<Office>
  readonly close: () => Promise<void>
}

async function openHall(at: string): Promise<Hall> {
  const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-model-'))
  folders.push(folder)
  const store = await openSqlite({
    folder,
    kind: 'training',
    migrations: join(import.meta.dirname, '../../migrations/sqlite'),
    durability: 'normal',
  })
  const [date = '', time = ''] = at.split(' ')
  const clock = handClock(instantAt(LocalDate.parse(date), time, smallOffice.zone))
  let drawn = 0
  const reopen = () =>
    openOffice({
      settings: smallOffice,
      log: store.log,
      clock,
      draw: () => TicketCode.parse(`code${String((drawn += 1)).padStart(12, '0')}`),
      nameOf: (clerk) => names.nameOf(clerk),
      records: () => NO_RECORDS,
      onFailure(error) {
        throw error
      },
      onLost(error) {
        throw error
      },
    })
  const office = await reopen()
  const names = surroundings(office.day())
  return {
    office,
    store,
    clock,
    reopen,
    async close() {
      await office.close()
      await store.close()
    },
  }
}

async function logOf({ office, store }: Hall): Promise<readonly unknown[]> {
  const { date } = office.day()
  const days = await Promise.all(
    [-3, -2, -1, 0].map((each) => store.log.ofDay(office.id, nextDate(date, each))),
  )
  return days.flat()
}

function codeIn(body: string): string {
  return TicketCode.parse((JSON.parse(body) as { code: unknown }).code) // checked on the spot
}

/** Quick where they are the same; with the difference where they are not. */
function expectSame(actual: Day, expected: Day): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected)
}
