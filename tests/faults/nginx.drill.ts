import { request } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { MOST_AT_ONE_ADDRESS } from '#server/http/log-in-throttle.ts'
import { startNginx, type Nginx } from '../harness/nginx.ts'
import { peopleOf } from '../harness/people.ts'
import { startProcess } from '../harness/process.ts'
import { switchOn } from '../harness/screen.ts'
import { startBusyPair } from './busy-hall.ts'
import { found } from './report.ts'

/** A hall behind a true nginx, with the files of `docs/nginx/`: `npm run faults -- nginx`. */

/** Within so long whoever hung on a node that has gone is served by another. */
const MOVED_MS = 5_000
const STALE_MS = 3_000
/** A node that has failed is asked again after so long (`fail_timeout`, in whole seconds): until then the other is alone. */
const BACK_IN_TURN_MS = 4_000
/** As long as the apps wait for an answer (`shared/src/client/api.ts`): longer than nginx waits for a node. */
const PATIENCE_MS = 8_000

async function startBehind() {
  const environment = {
    TRUST_PROXY: 'yes',
    PUBLIC_URL: 'https://gishe.example',
    HALL_URL: 'https://gishe.inner',
  }
  const server = await startProcess({ environment })
  onTestFinished(server.close)
  const nginx = await startNginx([server.port])
  onTestFinished(nginx.close)
  return nginx
}

test('one hall behind TLS: staff, kiosk and board come in by the hall’s name, phones by theirs and to nothing else', async () => {
  const { base, phones }: Nginx = await startBehind()
  const people = peopleOf(base)
  const board = switchOn(base)
  onTestFinished(board.switchOff)
  const clerk = await people.as('clerk1')
  await clerk.done('open-window', { window: 1 })
  const { ticket } = await people.kiosk.done('issue-ticket', { service: 'payment' })
  await expect.poll(board.isLive, { timeout: 5_000 }).toBe(true)
  const phone = switchOn(phones)
  onTestFinished(phone.switchOff)
  await expect.poll(phone.isLive, { timeout: 5_000 }).toBe(true) // what hangs in the hall is for all to see

  const status = async (path: string, init?: RequestInit) => (await fetch(phones + path, init)).status
  expect(await status(`/t/pernik/${ticket.code}`)).toBe(200)
  expect(await status(`/api/offices/pernik/tickets/${ticket.code}`)).toBe(200)
  const signIn = { method: 'POST', body: JSON.stringify({ user: 'clerk1', password: 'demo' }) }
  for (const path of [
    '/window',
    '/kiosk',
    '/display',
    '/metrics',
    '/health/ready',
    '/api/staff',
    '/api/docs',
  ])
    expect([path, await status(path)]).toEqual([path, 404])
  expect(await status('/api/sessions', signIn)).toBe(404)
  expect((await fetch(`${base}/metrics`)).status).toBe(404)
})

test('who comes from elsewhere and knows the hall’s name is sent away, and who guesses is counted by the own address', async () => {
  const { base } = await startBehind()
  expect(await statusFrom('127.0.0.2', `${base}/window`)).toBe(403)

  const guess = (tries: number) =>
    peopleOf(base).nobody.post(
      '/api/sessions',
      { user: 'clerk2', password: 'wrong' },
      { 'x-forwarded-for': `192.0.2.${tries}` },
    )
  for (let tries = 0; tries < MOST_AT_ONE_ADDRESS; tries += 1) expect((await guess(tries)).status).toBe(401)
  expect((await guess(99)).status).toBe(429)
})

function statusFrom(localAddress: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { localAddress }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('a node behind nginx is killed: clerks, kiosks and boards are on the other, and nothing happens twice', async () => {
  const { nodes, rush, base } = await startBusyPair(startNginx, { patienceMs: PATIENCE_MS })
  const boards = Array.from({ length: 8 }, () => switchOn(base)) // of two nodes each has some
  onTestFinished(() => boards.forEach((board) => board.switchOff()))
  await expect.poll(() => boards.every((board) => board.isLive()), { timeout: 5_000 }).toBe(true)
  let slowestBoardMs = 0
  for (let round = 0; round < 4; round += 1) {
    const node = nodes[round % 2] ?? nodes[0]
    await node.kill()
    const killed = performance.now()
    await pause(50) // until whoever hung on it has heard
    await expect
      .poll(() => boards.every((board) => board.isLive()), { timeout: 20_000, interval: 10 })
      .toBe(true)
    slowestBoardMs = Math.max(slowestBoardMs, performance.now() - killed)
    await rush.allServed()
    await node.restart()
    await pause(BACK_IN_TURN_MS)
  }
  await pause(1_000)
  const { answered, lost, twice, longestWaitMs, oldestShownMs } = await rush.end()
  found({
    fault: 'kill -9 of a node behind nginx, 4 times',
    answered,
    lost,
    twice,
    backAfterMs: longestWaitMs,
    shownOldMs: oldestShownMs,
    told: `the slowest board was on the other node after ${Math.round(slowestBoardMs)} ms`,
  })
  expect([lost, twice]).toEqual([0, 0])
  expect(Math.max(longestWaitMs, slowestBoardMs)).toBeLessThan(MOVED_MS)
  expect(oldestShownMs).toBeLessThan(STALE_MS)
})

test('a node behind nginx stands still: nginx asks the other, and nothing happens twice', async () => {
  const { nodes, rush } = await startBusyPair(startNginx, { patienceMs: PATIENCE_MS })
  await pause(1_000)
  nodes[0].freeze()
  await pause(15_000)
  nodes[0].thaw()
  await rush.allServed()
  await pause(1_000)
  const { answered, lost, twice, longestWaitMs, oldestShownMs } = await rush.end()
  found({
    fault: 'a node behind nginx paused for 15 s',
    answered,
    lost,
    twice,
    backAfterMs: longestWaitMs,
    shownOldMs: oldestShownMs,
    told: 'the longest that anybody waited',
  })
  expect([lost, twice]).toEqual([0, 0])
  expect(longestWaitMs).toBeLessThan(MOVED_MS)
  expect(oldestShownMs).toBeLessThan(STALE_MS)
})
