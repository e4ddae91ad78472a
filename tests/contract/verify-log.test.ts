import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'
import { run } from '../harness/program.ts'
import { officeTime } from '../harness/settings.ts'

/** `npm run verify-log`, as an auditor runs it: beside a server that is working. */

let hall: Hall
beforeAll(async () => {
  hall = await startHall()
  for (let visitor = 0; visitor < 5; visitor += 1) {
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
  }
  hall.clock.moveTo(officeTime('2026-11-26T09:00'))
  await hall.settled()
  await hall.kiosk.done('issue-ticket', { service: 'payment' })
})
afterAll(() => hall.close())

async function verified(...options: readonly string[]) {
  const { status, stdout, stderr } = await run('verify-log', ['--data', hall.data, ...options])
  return { status, said: stdout + stderr }
}

test('a day’s chain is proved, and the whole history', async () => {
  expect(await verified('--day', '2026-11-25')).toMatchObject({
    status: 0,
    said: expect.stringMatching(/pernik.*holds/),
  })
  expect(await verified()).toMatchObject({ status: 0, said: expect.stringMatching(/pernik.*holds/) })
})

test('a folder without a hall is named', async () => {
  const { status, said } = await verified('--data', '/nowhere')

  expect([status, said.includes('/nowhere')]).toEqual([2, true])
})

test('the first broken link is named, here and in the auditor’s log', async () => {
  const file = new Database(join(hall.data, 'hall.sqlite'))
  file.exec(`update events set body = replace(body, 'П 003', 'П 033') where type = 'ticket-issued'`)
  const { version } = file.prepare(`select version from events where body like '%П 033%'`).get() as {
    version: number
  } // just written
  file.close()
  const { status, said } = await verified('--day', '2026-11-25')
  const auditor = await hall.as('auditor')

  expect(status).toBe(1)
  expect(said).toMatch(new RegExp(`BROKEN at event ${version}\\b`))
  expect((await auditor.get('/api/offices/pernik/events?day=2026-11-25')).body).toMatchObject({
    verified: { ok: false, broken: version },
  })
  expect((await verified('--day', '2026-11-26')).status).toBe(0)
})
