import { join } from 'node:path'
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { moveBetween } from '#server/backup/places.ts'
import { migrationsOf } from '#server/server.ts'
import { readPostgresLog } from '#server/store/postgres-log.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { seedReception } from '#server/training/reception.ts'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'
import { useNodes } from '../harness/nodes.ts'
import { run } from '../harness/program.ts'
import { lisbon, officeTime, pernik, hasty, ROOT } from '../harness/settings.ts'
import { UNGUARDED } from '../support/tampering.ts'

/** `npm run move`, as an administrator runs it: a hall's whole history goes from a folder into a PostgreSQL, and back. */

const { database } = useNodes()
const offices = [hasty(), lisbon()]

let folder: string
beforeAll(async () => {
  folder = temporaryFolder()
  const migrations = migrationsOf({ root: ROOT }, 'sqlite')
  const store = await openSqlite({ folder, kind: 'training', migrations })
  await seedReception(store, pernik(), officeTime('2026-11-25T10:15'))
  await store.close()
  const hall = await startHall({ data: folder, offices })
  await aLittleOfEverything(hall)
  await hall.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function aLittleOfEverything(hall: Hall) {
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  const { version } = await clerk.done('call-next', { window: 4 })
  const at = new Date(hall.clock.now()).toISOString()
  await hall.device('demo-board').post('/api/offices/pernik/announcements', {
    reports: [
      {
        call: version,
        label: ticket.label,
        telling: 'shown',
        at,
        endedAt: null,
        languages: [],
        volume: null,
      },
    ],
  })
  await looked(hall)
  await subscribed(hall, 'https://push.example/first')
}

/** A secretary looks whether somebody has asked before: that is recorded, under numbers that the database gives. */
async function looked(hall: Hall) {
  const { reception } = hall.store
  const who = await reception.read('pernik' as never, ['ПД-0001' as never], LOOKING) // as the office writes them
  expect(who).toHaveLength(1)
}
const LOOKING = { at: officeTime('2026-11-25T10:15'), by: 'secretary', as: 'secretary', why: 'call' } as never // as the routes write it

async function subscribed(hall: Hall, endpoint: string) {
  const code = 'aB3dEf6hIj9kLm2n'
  await hall.store.subscriptions.add(
    {
      office: 'pernik' as never,
      day: '2026-11-25' as never,
      code: code as never,
      endpoint,
      keys: { p256dh: 'p', auth: 'a' },
      language: 'bg',
      told: null,
    },
    9,
  )
}

const move = (from: string, to: string) => moveBetween(ROOT, from, to)

/** Runs statements on a copy of the hall's file. @returns the folder it lies in. */
function meddledCopy(statements: string): string {
  const copy = temporaryFolder()
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  const source = new Database(join(folder, 'hall.sqlite'), { readonly: true })
  source.prepare('vacuum into ?').run(join(copy, 'hall.sqlite'))
  source.close()
  const file = new Database(join(copy, 'hall.sqlite'))
  file.exec(statements)
  file.close()
  return copy
}

const eventsIn = async (url: string) =>
  (await database().sql<{ count: string }>(url, 'select count(*) from events'))[0]?.count

test('a hall moves into PostgreSQL with all that it has, goes on there, and moves back', async () => {
  const url = await database().database()
  const { status, stdout, stderr } = await run('move', ['--from', folder, '--to', url])
  const said = stdout + stderr
  expect(said).toMatch(/^The training hall of .* is now in the database hall_/)
  expect(said).toMatch(/lisbon: \d+ events, the chain holds/)
  expect(said).toMatch(/pernik: 1 lines of what the boards showed and said, the chain holds/)
  expect(said).toMatch(
    /announcements 1, .* calls 1, .* looks 1, .* persons 8\d, .* subscriptions 1, tickets 2/,
  )
  expect(said).not.toContain('test@') // the secret of the address
  expect(status).toBe(0)
  expect(await run('verify-log', ['--from', url])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/pernik, whole history: \d+ events, the chain holds/),
  })

  const hall = await startHall({ database: url, offices })
  expect((await hall.kiosk.done('issue-ticket', { service: 'payment' })).ticket.label).toBe('П 003')
  expect((await hall.nobody.view('hall')).view.calls).toMatchObject([{ label: 'П 001', window: 4 }])
  await looked(hall)
  await subscribed(hall, 'https://push.example/second')
  await hall.close()

  const back = join(temporaryFolder(), 'data')
  const { rows } = await move(url, back)
  expect([rows.get('tickets'), rows.get('looks')]).toEqual([3, 2])
  const again = await startHall({ data: back, offices })
  onTestFinished(() => again.close())
  expect((await again.kiosk.done('issue-ticket', { service: 'payment' })).ticket.label).toBe('П 004')
  expect(await again.store.log.verify('pernik' as never, null)).toMatchObject({ ok: true }) // as the hall names it
  await looked(again)
  await subscribed(again, 'https://push.example/third')
}, 60_000)

test('a hall that was restored under another owner is not proved, and who asks is told whom to look for', async () => {
  const url = await database().database()
  await move(folder, url)
  await database().sql(url, `create role stranger login password 'test'`)

  await expect(readPostgresLog(url.replace('postgres:test@', 'stranger:test@'))).rejects.toThrow(
    'or read those that are there. Who owns it',
  )
})

test('a training hall stays one when it moves', async () => {
  const url = await database().database()
  await move(folder, url)
  await expect(startHall({ database: url, kind: 'real' })).rejects.toThrow('training database')
})

test('nothing is moved from a hall that a server uses, nor into one, nor over anything', async () => {
  const url = await database().database()
  const elsewhere = join(temporaryFolder(), 'data')
  const here = await startHall({ data: folder, offices })
  await expect(move(folder, url)).rejects.toThrow('Another server is using')
  await here.close()
  const there = await startHall({ database: url })
  await expect(move(folder, url)).rejects.toThrow('A server is using the database')
  await expect(move(url, elsewhere)).rejects.toThrow('A server is using the database')
  await there.close()
  await expect(move(folder, url)).rejects.toThrow('There is something in the database')
  await expect(move(url, folder)).rejects.toThrow('already')
  await expect(move(temporaryFolder(), url)).rejects.toThrow('There is no hall')
  await expect(move(await database().database(), elsewhere)).rejects.toThrow('There is no hall')
  await expect(move(folder, url.replace(/:\d+\//, ':1/'))).rejects.toThrow('can’t be reached')
})

test('a chain that is broken is not moved, and the first broken link is named', async () => {
  const url = await database().database()
  const broken = meddledCopy(
    `${UNGUARDED.SQLite} update events set body = replace(body, 'П 002', 'П 009') where body like '%П 002%'`,
  )
  await expect(move(broken, url)).rejects.toThrow(/The log of pernik is broken at event \d+/)
  expect(await eventsIn(url)).toBe('0')
})

test('a move that fails near its end leaves nothing behind, and can be made again', async () => {
  const url = await database().database()
  // PostgreSQL takes no such letter.
  const strange = meddledCopy(`update tickets set service = service || char(0)`)
  await expect(move(strange, url)).rejects.toThrow('A row of tickets is not taken')
  expect(await eventsIn(url)).toBe('0')
  expect((await move(folder, url)).rows.get('tickets')).toBe(2)
})
