import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startBusyPair, type Pair } from './busy-hall.ts'
import { found } from './report.ts'

/** What happens to nodes and to the database that they share, while the hall is at its busiest. */

type Busy = Awaited<ReturnType<typeof startBusyPair>>

/** Within so long whoever hung on a node that has gone is served by another. */
const MOVED_MS = 5_000
/** Longer than this no screen shows as live what is old. */
const STALE_MS = 3_000

/**
 * Lets something happen to a busy hall, and writes down what came of it.
 * @param happen resolves when it is over: from then on it is counted until everybody has been served again.
 */
async function drill(fault: string, happen: (hall: Busy) => Promise<string>) {
  const hall = await startBusyPair()
  await pause(1_000)
  const told = await happen(hall)
  const over = performance.now()
  await hall.rush.allServed()
  const backAfterMs = Math.round(performance.now() - over)
  await pause(1_000)
  const { answered, lost, twice, longestWaitMs, oldestShownMs } = await hall.rush.end()
  found({
    fault,
    answered,
    lost,
    twice,
    backAfterMs,
    shownOldMs: oldestShownMs,
    told: told || `nobody waited longer than ${longestWaitMs} ms`,
  })
  expect([lost, twice]).toEqual([0, 0])
  expect(oldestShownMs).toBeLessThan(STALE_MS)
  return { backAfterMs, longestWaitMs }
}

test('a node is killed: whoever hung on it is served by the other, nothing answered is lost, nothing happens twice', async () => {
  const { longestWaitMs } = await drill('kill -9 of a node, 4 times', async ({ nodes, rush }) => {
    for (let round = 0; round < 4; round += 1) {
      const node = nodes[round % 2] ?? nodes[0]
      await node.kill()
      await rush.allServed()
      await node.restart()
      await pause(500)
    }
    return ''
  })
  expect(longestWaitMs).toBeLessThan(MOVED_MS)
})

const restarted =
  (signal: 'SIGINT' | 'SIGKILL') =>
  async ({ database, rush }: Busy) => {
    database.signal(signal)
    await pause(2_000)
    const before = rush.answered()
    await database.start()
    return `${before === rush.answered() ? 'nothing' : 'something'} was answered without it`
  }

test('PostgreSQL is restarted: the hall waits, and goes on by itself', async () => {
  const { backAfterMs } = await drill('PostgreSQL restarted', restarted('SIGINT'))
  expect(backAfterMs).toBeLessThan(MOVED_MS)
})

test('PostgreSQL is killed and started again: nothing answered is lost', async () => {
  const { backAfterMs } = await drill('PostgreSQL killed (SIGKILL)', restarted('SIGKILL'))
  expect(backAfterMs).toBeLessThan(MOVED_MS)
})

test('the listening lines are cut: what was told meanwhile is read, and no screen stays behind', async () => {
  await drill('LISTEN cut, 5 times', async ({ database, url }) => {
    let cut = 0
    for (let round = 0; round < 5; round += 1) {
      const gone = await database.sql(
        url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
      )
      cut += gone.length
      await pause(700)
    }
    expect(cut).toBeGreaterThanOrEqual(8)
    return ''
  })
})

const isListening = (said: string) => said.includes('listen edno_gishe')

test('a listening line falls silent without a word: the node finds it, and its screens say so until it hears again', async () => {
  await drill('LISTEN silent for 10 s', async ({ lines: [line] }) => {
    line.hold(isListening)
    await pause(10_000)
    line.letGo()
    return ''
  })
})

test('a node stands still for half a minute and goes on: it has missed nothing, and does nothing that others have done', async () => {
  const { longestWaitMs } = await drill('a node paused for 30 s', async ({ nodes: [node] }) => {
    node.freeze()
    await pause(30_000)
    node.thaw()
    return ''
  })
  expect(longestWaitMs).toBeLessThan(MOVED_MS)
})

test('a node is parted from the database: it refuses and says so, the other goes on, and when they meet again nothing has happened twice', async () => {
  const { longestWaitMs } = await drill('a node parted from the database for 15 s', parted)
  expect(longestWaitMs).toBeLessThan(2 * MOVED_MS)
})

async function parted({ lines: [line], nodes: [node] }: Pick<Pair, 'lines' | 'nodes'>) {
  line.hold()
  await pause(4_000)
  const { status } = await fetch(`${node.base}/health/ready`)
  expect(status).toBe(503)
  await pause(11_000)
  line.letGo()
  return ''
}

test('both nodes are parted from the database: nobody is told anything that does not stand', async () => {
  const { backAfterMs } = await drill(
    'all nodes parted from the database for 8 s',
    async ({ lines, rush }) => {
      for (const line of lines) line.hold()
      await pause(4_000)
      const before = rush.answered()
      await pause(4_000)
      expect(rush.answered()).toBe(before)
      for (const line of lines) line.letGo()
      return 'nothing was answered meanwhile'
    },
  )
  expect(backAfterMs).toBeLessThan(2 * MOVED_MS)
})
