import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { copiesIn, copyHall, letOldCopiesGo, NotSound, prove } from '#server/backup/copy.ts'
import { copyNightly } from '#server/backup/nightly.ts'
import { restoreHall } from '#server/backup/restore.ts'
import { LocalTime } from '#shared/ids.ts'
import { instant } from '#shared/instant.ts'
import { handClock } from '#server/office/clock.ts'
import { StoreRefused, takeLock } from '#server/store/lock.ts'
import { startProcess } from '../harness/process.ts'
import { run } from '../harness/program.ts'
import { startHall, temporaryFolder } from '../harness/hall.ts'
import { officeTime, wide } from '../harness/settings.ts'
import { UNGUARDED } from '../support/tampering.ts'

/** The copies of a hall: made beside its work, proved, and worth something on the day when they are needed. */

let folder: string
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const NIGHT = officeTime('2026-11-26T02:30')

/** A hall with so many tickets, closed again. */
async function hallOf(tickets: number): Promise<string> {
  const data = join(folder, 'data')
  const hall = await startHall({ data })
  for (let each = 0; each < tickets; each += 1)
    await hall.kiosk.done('issue-ticket', { service: 'birth-certificate-duplicate' })
  await hall.close()
  return data
}

/** A file with one byte turned over, in the middle of an event. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  const at = bytes.indexOf('ticket-issued')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

test('the drill: copied under load, destroyed, restored, proved, and the hall goes on from there', async () => {
  const data = join(folder, 'data')
  const copies = join(folder, 'copies')
  mkdirSync(data)
  const hall = await startProcess({ data, offices: [wide(4)] })
  const [service = ''] = wide(4).services.map(({ id }) => id)
  let isOver = false
  const issued: string[] = []
  const load = (async () => {
    while (!isOver) issued.push((await hall.kiosk.done('issue-ticket', { service })).ticket.label)
  })()
  while (issued.length < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = issued.length
  const { status, stdout } = await run('backup', ['--data', data, '--into', copies])
  expect([status, stdout]).toEqual([0, expect.stringContaining('the chain holds')])
  while (issued.length < before + 20) await new Promise((resolve) => setTimeout(resolve, 5))
  isOver = true
  await load
  await hall.kill()
  for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true })

  const restored = await run('restore', ['--data', data, '--from', copiesIn(copies)[0] ?? ''])
  expect([restored.status, restored.stderr]).toEqual([0, ''])
  await hall.restart()
  const { ticket } = await hall.kiosk.done('issue-ticket', { service })
  const number = Number(ticket.label.slice(-3))
  expect(number).toBeGreaterThan(before) // all that was there when the copy began
  expect(number).toBeLessThanOrEqual(issued.length + 1)
  await hall.close()
}, 60_000)

test.each(['backup', 'restore'] as const)(
  'where the hall lies in PostgreSQL, %s does nothing with what an earlier one has left in the folder, and says so',
  async (program) => {
    const { status, stderr } = await run(program, [], {
      DATA: folder,
      BACKUPS: folder,
      DATABASE_URL: 'postgres://hall@db.inner/hall',
    })
    expect([status, stderr]).toEqual([2, expect.stringContaining('The hall lies in PostgreSQL')])
  },
)

describe('A copy', () => {
  test('is the hall as it stood, under a name of its time, and says what it holds', async () => {
    const data = await hallOf(3)
    const { file, offices } = await copyHall(data, join(folder, 'copies'), NIGHT)
    expect(file).toBe(join(folder, 'copies', 'hall-2026-11-26T00-30-00Z.sqlite'))
    expect(offices).toMatchObject([{ office: 'pernik' }])
    expect(await prove(file)).toEqual(await prove(join(data, 'hall.sqlite')))
  })

  test('of a log whose chain is broken gets no name: a copy that is there can be trusted', async () => {
    const data = await hallOf(1)
    const file = new Database(join(data, 'hall.sqlite'))
    file.exec(
      `${UNGUARDED.SQLite} update events set body = replace(body, '001', '009') where type = 'ticket-issued'`,
    )
    file.close()
    const copies = join(folder, 'copies')
    await expect(copyHall(data, copies, NIGHT)).rejects.toThrow(/the log of pernik is broken at event \d+/)
    expect(readdirSync(copies)).toEqual([])
  })

  test('stays while it is among the newest; other files are nobody’s business', async () => {
    for (const day of ['20', '21', '22', '23']) {
      writeFileSync(join(folder, `hall-2026-11-${day}T00-30-00Z.sqlite`), '')
    }
    writeFileSync(join(folder, 'hall-2026-11-24T06-00-00Z-before-migration.sqlite'), '')
    writeFileSync(join(folder, 'notes.txt'), '')
    letOldCopiesGo(folder, 2)
    expect(readdirSync(folder).sort()).toEqual([
      'hall-2026-11-23T00-30-00Z.sqlite',
      'hall-2026-11-24T06-00-00Z-before-migration.sqlite',
      'notes.txt',
    ])
  })
})

describe('A restore', () => {
  test('keeps what stood there, and counts what is not in the copy', async () => {
    const data = await hallOf(2)
    const { file } = await copyHall(data, join(folder, 'copies'), NIGHT)
    const proved = await prove(file)
    await hallOf(3)
    const { missing, replaced } = await restoreHall(file, data, NIGHT)
    expect(missing?.get('pernik')).toBe(3)
    expect(await prove(join(data, 'hall.sqlite'))).toEqual(proved)
    expect((await prove(join(replaced ?? '', 'hall.sqlite')))[0]?.events).toBe((proved[0]?.events ?? 0) + 3)
  })

  test('takes the place of a file that can’t be read any more', async () => {
    const data = await hallOf(2)
    const { file } = await copyHall(data, join(folder, 'copies'), NIGHT)
    writeFileSync(join(data, 'hall.sqlite'), 'no database at all, nor ever again one of any kind')
    expect((await restoreHall(file, data, NIGHT)).missing).toBeNull()
    expect(await prove(join(data, 'hall.sqlite'))).toEqual(await prove(file))
  })

  test('of a copy that is damaged changes nothing, and says what is wrong', async () => {
    const data = await hallOf(2)
    const { file } = await copyHall(data, join(folder, 'copies'), NIGHT)
    const before = await prove(join(data, 'hall.sqlite'))
    damage(file)
    await expect(restoreHall(file, data, NIGHT)).rejects.toThrow(NotSound)
    writeFileSync(file, 'torn')
    await expect(restoreHall(file, data, NIGHT)).rejects.toThrow(NotSound)
    await expect(restoreHall(join(folder, 'nothing'), data, NIGHT)).rejects.toThrow(NotSound)
    expect(await prove(join(data, 'hall.sqlite'))).toEqual(before)
  })

  test('under a running server is refused', async () => {
    const data = await hallOf(1)
    const { file } = await copyHall(data, join(folder, 'copies'), NIGHT)
    const lock = takeLock(data)
    await expect(restoreHall(file, data, NIGHT)).rejects.toThrow(StoreRefused)
    lock.close()
  })
})

test('a copy is made each night at its local time, through both changes of the clocks; a night that fails is told', async () => {
  const clock = handClock(officeTime('2026-10-24T12:00'))
  const made: string[] = []
  const failed: unknown[] = []
  let isBroken = false
  const nightly = copyNightly({
    clock,
    zone: 'Europe/Sofia',
    time: LocalTime.parse('02:30'),
    async copy() {
      if (isBroken) throw new Error('no room')
      return new Date(clock.now()).toISOString()
    },
    onCopied: (said) => void made.push(said),
    onFailure: (error) => void failed.push(error),
  })
  for (const day of ['25', '26', '27']) {
    isBroken = day === '27'
    clock.moveTo(officeTime(`2026-10-${day}T12:00`))
    await Promise.resolve()
  }
  expect(made).toEqual(['2026-10-24T23:30:00.000Z', '2026-10-26T00:30:00.000Z'])
  await nightly.stop()
  expect(failed).toMatchObject([{ message: 'no room' }])
  clock.moveTo(instant(clock.now() + 5 * 24 * 3_600_000))
  expect(made).toHaveLength(2)
})
