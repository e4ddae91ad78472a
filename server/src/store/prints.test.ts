import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LocalDate, OfficeId } from '#shared/ids.ts'
import { after, type Instant } from '#shared/instant.ts'
import type { PrinterId } from '#shared/printing.ts'
import { officeTime } from '../../../tests/harness/settings.ts'
import { STORES, type StorePlace } from '../../../tests/harness/stores.ts'
import type { Store } from './store.ts'

const office = 'pernik' as OfficeId
const day = '2026-11-25' as LocalDate
const NOW = officeTime('2026-11-25T10:15')

describe.each(STORES)('Print jobs in %s', (_name, kind) => {
  const database = kind()
  let place: StorePlace
  let store: Store
  beforeAll(database.begin)
  afterAll(database.end)
  beforeEach(async () => {
    place = await database.place()
    store = await place.open()
  })
  afterEach(async () => {
    await store.close()
    await place.gone()
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

  test('A job of the same id is there once', async () => {
    expect([await add('one'), await add('one'), await add('two')]).toEqual([true, false, true])
    expect((await store.prints.inState(office, 'queued')).map(({ id }) => id)).toEqual(['one', 'two'])
  })

  test('Of two who take the same step, one does', async () => {
    await add('one')
    const step = () => store.prints.step(office, 'one', { from: 'queued', to: 'sent' }, after(NOW, 1))

    expect(await Promise.all([step(), step()])).toEqual([true, false])
    expect(await store.prints.find(office, 'one')).toMatchObject({
      state: 'sent',
      sentAt: after(NOW, 1),
      endedAt: null,
    })
  })

  test('What has ended ends no second time, and says why it failed', async () => {
    await add('one')
    const end = (to: Parameters<Store['prints']['step']>[2]) =>
      store.prints.step(office, 'one', to, after(NOW, 2))

    expect(await end({ from: 'sent', to: 'printed' })).toBe(false)
    expect(await end({ from: 'queued', to: 'failed', failure: 'paper-out' })).toBe(true)
    expect(await end({ from: 'sent', to: 'printed' })).toBe(false)
    expect(await store.prints.find(office, 'one')).toMatchObject({
      state: 'failed',
      failure: 'paper-out',
      endedAt: after(NOW, 2),
    })
  })

  test('The day’s jobs are listed newest first, the queue oldest first', async () => {
    await add('late', after(NOW, 5))
    await add('early', NOW)

    expect((await store.prints.ofDay(office, day, 10)).map(({ id }) => id)).toEqual(['late', 'early'])
    expect((await store.prints.ofDay(office, day, 1)).map(({ id }) => id)).toEqual(['late'])
    expect((await store.prints.inState(office, 'queued')).map(({ id }) => id)).toEqual(['early', 'late'])
  })
})
