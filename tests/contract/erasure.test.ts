import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'

/** Somebody's data are erased while a copy of the hall is being made: while another connection reads. */

const person = {
  givenName: 'Звездомир',
  familyName: 'Снежоглед',
  telephone: '0889 77 11 22',
  subject: 'Осветление',
  description: 'Лампите не светят от месец.',
}

let data: string
let hall: Hall
let appointment: { readonly number: string; readonly code: string }
beforeEach(async () => {
  data = temporaryFolder()
  hall = await startHall({ data })
  const desk = await hall.as('clerk7')
  await desk.done('open-window', { window: 7 })
  const slot = { official: 'deputy-mayor', date: '2026-12-02', time: '09:15' }
  const { number, code } = (await desk.done('sign-up', { ...slot, person })).appointment
  appointment = { number, code }
})
afterEach(async () => {
  await hall.close()
  rmSync(data, { recursive: true })
})

// Sooner than the five seconds for which SQLite would have the whole hall wait.
test(
  'the hall goes on meanwhile, and the name is gone from the disk soon after',
  { timeout: 4_000 },
  async () => {
    const reader = whoReads()
    await hall.nobody.done('erase-own-data', appointment)
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
    expect(isOnDisk()).toBe(true)
    reader.close()

    await expect.poll(isOnDisk, { timeout: 3_000 }).toBe(false)
  },
)

test('a hall that ended before it was gone sees to it at the next start', async () => {
  const reader = whoReads()
  await hall.nobody.done('erase-own-data', appointment)
  await hall.close()
  reader.exec('commit')
  expect(isOnDisk()).toBe(true)
  hall = await startHall({ data })

  expect(isOnDisk()).toBe(false)
  reader.close()
})

function whoReads() {
  const reader = new Database(join(data, 'hall.sqlite'))
  reader.exec('begin; select count(*) from persons')
  return reader
}

function isOnDisk(): boolean {
  return ['hall.sqlite', 'hall.sqlite-wal'].some((name) =>
    readFileSync(join(data, name)).includes(person.givenName),
  )
}
