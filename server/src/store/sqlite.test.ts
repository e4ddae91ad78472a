import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { entry, issued, pernik } from '../../../tests/support/log-entries.ts'
import { StoreRefused } from './lock.ts'
import { openSqlite, type SqliteOptions } from './sqlite.ts'
import type { Store } from './store.ts'

const migrations = join(import.meta.dirname, '../../../migrations/sqlite')

let folder: string
let store: Store
const open = (options: Partial<SqliteOptions> = {}) =>
  openSqlite({ folder, kind: 'training', migrations, ...options })
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'edno-gishe-store-'))
  store = await open()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

// The file

test('a real database is refused as a training one', async () => {
  await store.close()
  rmSync(folder, { recursive: true })
  await (await open({ kind: 'real' })).close()

  await expect(open()).rejects.toThrow(/real database/)
  store = await open({ kind: 'real' })
})

test('two servers cannot have one folder; the second is told which, and the first goes on', async () => {
  await expect(open()).rejects.toThrow(StoreRefused)
  await expect(open()).rejects.toThrow(folder)
  await store.log.append(pernik, [entry(1, issued(1))])
})

test('a commit is written through to the disk before it is answered', async () => {
  await store.close()
  const asked = vi.spyOn(Database.prototype, 'pragma')
  store = await open()
  const settings = asked.mock.calls.map(([pragma]) => pragma)
  asked.mockRestore()

  expect(settings).toEqual(expect.arrayContaining(['journal_mode = WAL', 'synchronous = FULL']))
})

test('before a hall is brought to a newer schema it is copied; a new hall, and one that is up to date, are not', async () => {
  const newer = join(folder, 'newer')
  cpSync(migrations, newer, { recursive: true })
  const journal = join(newer, 'meta', '_journal.json')
  const known = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { idx: number; when: number }[] } // drizzle's
  const [last] = known.entries.slice(-1)
  const entry = { ...last, idx: known.entries.length, when: (last?.when ?? 0) + 1, tag: '9999_next' }
  writeFileSync(journal, JSON.stringify({ ...known, entries: [...known.entries, entry] }))
  writeFileSync(join(newer, '9999_next.sql'), 'create table next (id integer)')
  const copied: string[] = []
  const opened = async (options: Partial<SqliteOptions>) => {
    const hall = join(folder, 'hall')
    const hallStore = await openSqlite({
      folder: hall,
      kind: 'real',
      migrations,
      onMigration: (of) => void copied.push(of),
      ...options,
    })
    await hallStore.close()
  }
  await opened({})
  await opened({})
  expect(copied).toEqual([])
  await expect(
    opened({
      migrations: newer,
      onMigration() {
        throw new Error('no room for a copy')
      },
    }),
  ).rejects.toThrow('no room for a copy')
  await opened({ migrations: newer })
  await opened({ migrations: newer })
  expect(copied).toEqual([join(folder, 'hall')])
})
