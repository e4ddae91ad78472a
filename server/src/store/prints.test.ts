import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LocalDate, OfficeId } from '#shared/ids.ts'
import { after, type Instant } from '#shared/instant.ts'
import type { PrinterId } from '#shared/printing.ts'
import { officeTime } from '../../../tests/harness/settings.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

const migrations = join(import.meta.dirname, '../../../migrations/sqlite')
const office = 'pernik' as OfficeId
const day = '2026-11-25' as LocalDate
const NOW = officeTime('2026-11-25T10:15')

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edno-gishe-test-'))
  store = openSqlite({ folder, kind: 'training', migrations })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const add = (id: string, queuedAt: Instant = NOW) =>
  store.prints.add({
    office,
    id,
    day,
    kind: 'copy',
    ticket: null,
    label: 'Г 014',
    printer: 'a' as PrinterId,
    askedBy: 'clerk1',
    queuedAt,
  })

test('A job of the same id is there once', () => {
  expect([add('one'), add('one'), add('two')]).toEqual([true, false, true])
  expect(store.prints.inState(office, 'queued').map(({ id }) => id)).toEqual(['one', 'two'])
})

test('Of two who take the same step, one does', () => {
  add('one')
  const step = () => store.prints.step(office, 'one', { from: 'queued', to: 'sent' }, after(NOW, 1))

  expect([step(), step()]).toEqual([true, false])
  expect(store.prints.find(office, 'one')).toMatchObject({
    state: 'sent',
    sentAt: after(NOW, 1),
    endedAt: null,
  })
})

test('What has ended ends no second time, and says why it failed', () => {
  add('one')
  const end = (to: Parameters<Store['prints']['step']>[2]) =>
    store.prints.step(office, 'one', to, after(NOW, 2))

  expect(end({ from: 'sent', to: 'printed' })).toBe(false)
  expect(end({ from: 'queued', to: 'failed', failure: 'paper-out' })).toBe(true)
  expect(end({ from: 'sent', to: 'printed' })).toBe(false)
  expect(store.prints.find(office, 'one')).toMatchObject({
    state: 'failed',
    failure: 'paper-out',
    endedAt: after(NOW, 2),
  })
})

test('The day’s jobs are listed newest first, the queue oldest first', () => {
  add('late', after(NOW, 5))
  add('early', NOW)

  expect(store.prints.ofDay(office, day, 10).map(({ id }) => id)).toEqual(['late', 'early'])
  expect(store.prints.ofDay(office, day, 1).map(({ id }) => id)).toEqual(['late'])
  expect(store.prints.inState(office, 'queued').map(({ id }) => id)).toEqual(['early', 'late'])
})
