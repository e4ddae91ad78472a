import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { NO_RECORDS } from '#server/domain/reception/records.ts'
import { openPrinting } from '#server/hall/printing.ts'
import { hireDraughtsman } from '#server/hall/draughtsman.ts'
import { handClock } from '#server/office/clock.ts'
import { drawTicketCode } from '#server/office/codes.ts'
import { openOffice } from '#server/office/office.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { plugInPrinter } from '#server/training/printer.ts'
import type { ServiceId } from '#shared/ids.ts'
import { officeTime, ROOT } from '../harness/settings.ts'
import { HASTY, withPrinter } from './printed-hall.ts'

/** The machine may have other work. */
const SOON = { timeout: 20_000 }

test('a ticket that the disk still takes is printed when it is kept, and not taken for one that comes too late', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-paper-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const migrations = join(ROOT, 'migrations/sqlite')
  const store = await openSqlite({ folder, kind: 'training', migrations })
  const printer = await plugInPrinter()
  const draughtsman = hireDraughtsman()
  const settings = withPrinter(printer.port)
  const clock = handClock(officeTime('2026-11-25T10:15'))
  const faults: unknown[] = []
  const onFault = (error: unknown) => void faults.push(error)
  let disk = Promise.resolve()
  const office = await openOffice({
    settings,
    log: {
      ...store.log,
      async append(id, entries) {
        const appended = await store.log.append(id, entries)
        return appended.kind === 'written' ? { ...appended, kept: disk } : appended
      },
    },
    clock,
    draw: drawTicketCode,
    nameOf: (id) => id,
    records: () => NO_RECORDS,
    onFailure: onFault,
    onLost: onFault,
  })
  const printing = openPrinting({
    office,
    settings: settings.printing,
    prints: store.prints,
    together: store.together,
    clock,
    draughtsman,
    training: true,
    base: () => 'http://localhost',
    onFault,
    patience: HASTY,
    pollMs: 100,
  })
  onTestFinished(async () => {
    await printing.close()
    await office.close()
    await draughtsman.close()
    await printer.close()
    await store.close()
  })

  const { promise, resolve: keep } = Promise.withResolvers<void>()
  disk = promise
  const answer = office.ask({
    command: { type: 'issue-ticket', service: 'payment' as ServiceId },
    by: { kind: 'device', id: 'kiosk-1' },
    isSupervisor: false,
    role: null,
    key: null,
  })
  const states = async () =>
    (await store.prints.ofDay('pernik' as never, office.day().date, 9)).map(({ state }) => state)
  await vi.waitUntil(async () => (await states()).length > 0, SOON)
  printing.begin()
  await new Promise((resolve) => setTimeout(resolve, 300)) // several looks, each of which finds it queued
  expect(await states()).toEqual(['queued'])

  keep()
  await answer
  await vi.waitUntil(async () => (await states())[0] === 'printed', SOON)
  expect(printer.sheets).toHaveLength(1)
  expect(faults).toEqual([])
})
