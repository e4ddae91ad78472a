import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LocalDate, OfficeId, ServiceId, StaffId, TicketCode, TicketId } from '#shared/ids.ts'
import { instant } from '#shared/instant.ts'
import type { DayEvent, Recorded } from '../domain/events.ts'
import { readLink } from './chain.ts'
import { StoreRefused } from './lock.ts'
import { openSqlite, type SqliteOptions } from './sqlite.ts'
import type { Entry, Store } from './store.ts'

const migrations = join(import.meta.dirname, '../../../migrations/sqlite')
const pernik = 'pernik' as OfficeId // the form is OfficeId's
const [today, tomorrow] = ['2026-11-25', '2026-11-26'] as LocalDate[] as [LocalDate, LocalDate] // the form is LocalDate's

let folder: string
let store: Store
const open = (options: Partial<SqliteOptions> = {}) =>
  openSqlite({ folder, kind: 'training', migrations, ...options })
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edno-gishe-store-'))
  store = open()
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function issued(number: number, code = `code-of-${String(number).padStart(8, '0')}`): DayEvent {
  const label = `Г ${String(number).padStart(3, '0')}`
  return {
    type: 'ticket-issued',
    ticket: `${today}/Г-${number}` as TicketId, // the form is TicketId's
    label,
    code: code as TicketCode, // the form is TicketCode's
    letter: 'Г',
    number,
    service: 'heirs-certificate' as ServiceId, // the form is ServiceId's
    priority: false,
    language: 'bg',
    presentAtClosing: false,
  }
}
const recorded = (version: number, event: DayEvent): Recorded => ({
  version,
  at: instant(1_000 * version),
  by: { kind: 'device', id: 'kiosk-1' },
  event,
})
const entry = (version: number, event: DayEvent, key: string | null = null, day = today): Entry => ({
  day,
  events: [recorded(version, event)],
  command:
    key === null
      ? null
      : {
          key,
          fingerprint: `asked ${key}`,
          version,
          answer: `{"n":${version}}`,
          at: instant(1_000 * version),
        },
})

/** The database file itself, past the store. */
function meddle<T>(work: (file: Database.Database) => T): T {
  const file = new Database(join(folder, 'hall.sqlite'))
  try {
    return work(file)
  } finally {
    file.close()
  }
}
const counts = () =>
  meddle((file) =>
    ['events', 'tickets', 'commands'].map((table) =>
      file.prepare(`select count(*) as n from ${table}`).get(),
    ),
  )

test('what was appended is read back as it was recorded', () => {
  void store.log.append(pernik, [entry(1, issued(1), 'key-1'), entry(2, issued(2))])

  expect(store.log.ofDay(pernik, today).map(readLink)).toEqual([
    recorded(1, issued(1)),
    recorded(2, issued(2)),
  ])
  expect(store.log.doneUnder(pernik, 'key-1')).toEqual({
    fingerprint: 'asked key-1',
    version: 1,
    answer: '{"n":1}',
  })
  expect(store.log.doneUnder(pernik, 'key-2')).toBeNull()
  expect(store.log.doneUnder('sofia' as OfficeId, 'key-1')).toBeNull()
})

test.each([
  ['a version that is taken', () => [entry(2, issued(2), 'b'), entry(1, issued(3), 'c')]],
  [
    'a number that was given',
    () => [entry(2, issued(2), 'b'), entry(3, { ...issued(1), ticket: `${today}/twin` } as DayEvent, 'c')],
  ],
  ['a code that was drawn', () => [entry(2, issued(2), 'b'), entry(3, issued(3, 'code-of-00000001'), 'c')]],
  ['a key that was used', () => [entry(2, issued(2), 'b'), entry(3, issued(3), 'a')]],
])('an append with %s leaves nothing of itself, and the log goes on', (_what, entries) => {
  void store.log.append(pernik, [entry(1, issued(1), 'a')])
  const before = counts()

  expect(() => store.log.append(pernik, entries())).toThrow()
  expect(counts()).toEqual(before)
  expect(store.log.doneUnder(pernik, 'b')).toBeNull()

  void store.log.append(pernik, [entry(2, issued(4), 'd')])
  expect(store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 2 })
})

test('two offices have two chains in one file', () => {
  const sofia = 'sofia' as OfficeId // the form is OfficeId's
  void store.log.append(pernik, [entry(1, issued(1))])
  void store.log.append(sofia, [entry(1, issued(1, 'code-in-sofia-01'))])
  void store.log.append(pernik, [entry(2, issued(2))])

  expect([...store.log.offices()].sort()).toEqual(['pernik', 'sofia'])
  expect(store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 2 })
  expect(store.log.verify(sofia, null)).toMatchObject({ ok: true, events: 1 })
})

test('the chain goes on after the file was closed and opened again', () => {
  void store.log.append(pernik, [entry(1, issued(1), 'a')])
  store.close()
  store = open()
  void store.log.append(pernik, [entry(2, issued(2))])

  expect(store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 2 })
  expect(store.log.doneUnder(pernik, 'a')?.version).toBe(1)
  expect(store.log.lastInstant()).toBe(2_000)
})

test('old answers are forgotten, young ones are not', () => {
  void store.log.append(pernik, [entry(1, issued(1), 'old'), entry(2, issued(2), 'young')])

  expect(store.log.forgetCommandsBefore(instant(2_000))).toBe(1)
  expect(store.log.doneUnder(pernik, 'old')).toBeNull()
  expect(store.log.doneUnder(pernik, 'young')).not.toBeNull()
})

// The proof

/** Ten events of one day and five of the next. */
function twoDays() {
  void store.log.append(
    pernik,
    Array.from({ length: 15 }, (_, index) =>
      entry(index + 1, issued(index + 1), null, index < 10 ? today : tomorrow),
    ),
  )
}
const brokenAt = (day: LocalDate | null) => {
  const verdict = store.log.verify(pernik, day)
  return verdict.ok ? null : verdict.brokenAt
}

test('a log that nobody touched is proved, day by day and whole', () => {
  twoDays()

  expect(store.log.verify(pernik, today)).toMatchObject({ ok: true, events: 10 })
  expect(store.log.verify(pernik, tomorrow)).toMatchObject({ ok: true, events: 5 })
  expect(store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 15 })
})

test.each([
  ['at', 'at + 1'],
  ['actor_id', `'kiosk-2'`],
  ['actor_kind', `'staff'`],
  ['actor_id', 'null'],
  ['type', `'ticket-left'`],
  ['body', `replace(body, 'Г 004', 'Г 044')`],
  ['body', `body || ' '`],
  ['previous', `upper(previous)`],
  ['hash', `'${'0'.repeat(64)}'`],
])('an altered %s (%s) is found, and its link is named first', (column, value) => {
  twoDays()
  meddle((file) => file.exec(`update events set ${column} = ${value} where version = 4`))

  expect(brokenAt(today)).toBe(4)
  expect(brokenAt(null)).toBe(4)
  expect(brokenAt(tomorrow)).toBeNull()
})

test('of two altered rows the first is named', () => {
  twoDays()
  meddle((file) => file.exec(`update events set at = at + 1 where version in (3, 8)`))

  expect(brokenAt(null)).toBe(3)
})

test.each([1, 4, 9])('the deleted row %i is missed at the next one', (version) => {
  twoDays()
  meddle((file) => file.exec(`delete from events where version = ${version}`))

  expect(brokenAt(today)).toBe(version + 1)
  expect(brokenAt(null)).toBe(version + 1)
})

test('the last row of a day is missed too, by that day’s own proof', () => {
  twoDays()
  meddle((file) => file.exec('delete from events where version = 10'))

  expect(store.log.verify(pernik, null).ok).toBe(false)
  expect(store.log.verify(pernik, today).ok).toBe(false)
})

test('two rows that changed places are found', () => {
  twoDays()
  meddle((file) =>
    file.exec(`update events set version = 100 where version = 4;
               update events set version = 4 where version = 5;
               update events set version = 5 where version = 100`),
  )

  expect(brokenAt(null)).toBe(4)
})

test('a row that was moved to another day is found by both days', () => {
  twoDays()
  meddle((file) => file.exec(`update events set day = '${tomorrow}' where version = 10`))

  expect(store.log.verify(pernik, null).ok).toBe(false)
  expect(store.log.verify(pernik, tomorrow).ok).toBe(false)
  expect(store.log.verify(pernik, today).ok).toBe(false)
})

test('a row that was put in at the end, with a right hash of its own, is found by its missing tie', () => {
  twoDays()
  meddle((file) =>
    file.exec(
      `insert into events select office, 16, day, at, actor_kind, actor_id, type, body, previous, hash from events where version = 15`,
    ),
  )

  expect(brokenAt(null)).toBe(16)
})

// The file

test('a training database stays one: it is refused as a real one, and untouched by it', () => {
  void store.log.append(pernik, [entry(1, issued(1))])
  store.close()

  expect(() => open({ kind: 'real' })).toThrow(StoreRefused)
  store = open()
  expect(store.kind).toBe('training')
  expect(store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 1 })
})

test('a real database is refused as a training one', () => {
  store.close()
  rmSync(folder, { recursive: true })
  open({ kind: 'real' }).close()

  expect(() => open()).toThrow(/real database/)
  store = open({ kind: 'real' })
})

test('two servers cannot have one folder; the second is told which, and the first goes on', () => {
  expect(() => open()).toThrow(StoreRefused)
  expect(() => open()).toThrow(folder)
  void store.log.append(pernik, [entry(1, issued(1))])
})

test('a commit is written through to the disk before it is answered', () => {
  store.close()
  const asked = vi.spyOn(Database.prototype, 'pragma')
  store = open()
  const settings = asked.mock.calls.map(([pragma]) => pragma)
  asked.mockRestore()

  expect(settings).toEqual(expect.arrayContaining(['journal_mode = WAL', 'synchronous = FULL']))
})

test('a session ends at its hour, and with its holder', () => {
  const user = 'clerk1' as StaffId // the form is StaffId's
  store.staff.add({
    user,
    name: 'Служител',
    role: 'clerk',
    passwordHash: '-',
    active: true,
    createdAt: instant(0),
  })
  store.sessions.add({
    tokenHash: 'a',
    user,
    createdAt: instant(0),
    expiresAt: instant(1_000),
    idleAt: instant(1_000),
  })

  expect(store.sessions.holder('a', instant(999))?.user).toBe(user)
  expect(store.sessions.holder('a', instant(1_000))).toBeNull()
  store.staff.change(user, { active: false })
  expect(store.sessions.holder('a', instant(1))).toBeNull()
  expect(store.sessions.holder('b', instant(1))).toBeNull()
})

test('before a hall is brought to a newer schema it is copied; a new hall, and one that is up to date, are not', () => {
  const newer = join(folder, 'newer')
  cpSync(migrations, newer, { recursive: true })
  const journal = join(newer, 'meta', '_journal.json')
  const known = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { idx: number; when: number }[] } // drizzle's
  const [last] = known.entries.slice(-1)
  const entry = { ...last, idx: known.entries.length, when: (last?.when ?? 0) + 1, tag: '9999_next' }
  writeFileSync(journal, JSON.stringify({ ...known, entries: [...known.entries, entry] }))
  writeFileSync(join(newer, '9999_next.sql'), 'create table next (id integer)')
  const copied: string[] = []
  const opened = (options: Partial<SqliteOptions>) => {
    const hall = join(folder, 'hall')
    openSqlite({
      folder: hall,
      kind: 'real',
      migrations,
      onMigration: (of) => void copied.push(of),
      ...options,
    }).close()
  }
  opened({})
  opened({})
  expect(copied).toEqual([])
  expect(() =>
    opened({
      migrations: newer,
      onMigration() {
        throw new Error('no room for a copy')
      },
    }),
  ).toThrow('no room for a copy')
  opened({ migrations: newer })
  opened({ migrations: newer })
  expect(copied).toEqual([join(folder, 'hall')])
})
