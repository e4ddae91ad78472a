import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLog } from '#server/store/verify-log.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import { run } from '../harness/program.ts'
import { officeTime } from '../harness/settings.ts'
import { UNGUARDED } from '../support/tampering.ts'

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
  const lines: string[] = []
  const status = await verifyLog(['--data', hall.data, ...options], (line) => void lines.push(line))
  return { status, said: lines.join('\n') }
}

test('it is a program, for a hall that is working', async () => {
  const { status, stdout } = await run('verify-log', ['--data', hall.data])

  expect([status, stdout]).toEqual([0, expect.stringMatching(/pernik.*holds/)])
})

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

test.each([
  [['--day', '2026-11-33'], 2, 'there is no such day'],
  [['--day', '2026-11-24'], 1, 'nothing is proved'],
  [['--office', 'perink'], 2, 'There is no office “perink”'],
  [['--expect', '66'], 2, 'NUMBER:HASH'],
  [['--dya', '2026-11-25'], 2, '--day 2026-11-25'],
] as const)('what was mistyped proves nothing, and is told in words: %j', async (options, code, sentence) => {
  const { status, said } = await verified(...options)

  expect([status, said]).toEqual([code, expect.stringContaining(sentence)])
  expect(said).not.toMatch(/the chain holds\. The last|\bat .*\.ts:\d+/)
})

test('what an auditor wrote down at a day’s end is still there later, or is said to be another', async () => {
  const [, noted = ''] =
    /The last: (\d+:[0-9a-f]{64})/.exec((await verified('--day', '2026-11-25')).said) ?? []

  expect(await verified('--expect', noted)).toMatchObject({
    status: 0,
    said: expect.stringContaining('is the one that was written down'),
  })
  expect(
    await verified(
      '--expect',
      noted.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
  ).toMatchObject({
    status: 1,
    said: expect.stringContaining('ANOTHER ONE'),
  })
  expect(await verified('--expect', noted.replace(/^\d+/, '999'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('MISSING'),
  })
})

test('the first broken link is named, here and in the auditor’s log', async () => {
  const file = new Database(join(hall.data, 'hall.sqlite'))
  file.exec(
    `${UNGUARDED.SQLite} update events set body = replace(body, 'П 003', 'П 033') where type = 'ticket-issued'`,
  )
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
