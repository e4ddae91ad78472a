import { parseArgs } from 'node:util'
import { startPostgres } from '../harness/postgres.ts'
import { startAttack } from './attack.ts'
import { idleSockets } from './sockets.ts'

/**
 * `npm run fuzz`: a hundred thousand requests and ten thousand messages to a whole hall, until one is answered as none
 * may be; `SEED=…` begins elsewhere. `--store postgres`: to a hall on a PostgreSQL, which the tests bring along.
 * `npm run fuzz -- --sockets 10000`: so many idle lines, and what the hall's work takes meanwhile.
 */

const USAGE =
  'npm run fuzz -- [--requests 100000] [--messages 10000] [--store sqlite|postgres] | --sockets 10000'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '10000' },
    store: { type: 'string', default: 'sqlite' },
    sockets: { type: 'string' },
  },
})
const [requests, messages, sockets] = [values.requests, values.messages, values.sockets ?? '0'].map(Number)
if (![requests, messages, sockets].every(Number.isInteger)) throw new Error(USAGE)
if (values.store !== 'sqlite' && values.store !== 'postgres') throw new Error(USAGE)

if (values.sockets !== undefined) await idleSockets(sockets ?? 0)
else if (values.store === 'sqlite') await fuzz(requests ?? 0, messages ?? 0)
else await fuzzOnPostgres(requests ?? 0, messages ?? 0)
// The tests’ PostgreSQL listens for what a parent says, and would wait for it for ever.
process.channel?.unref()

async function fuzzOnPostgres(requestCount: number, messageCount: number) {
  const postgres = await startPostgres()
  try {
    await fuzz(requestCount, messageCount, { database: await postgres.database() })
  } finally {
    await postgres.stop()
  }
}

async function fuzz(requestCount: number, messageCount: number, where?: Parameters<typeof startAttack>[0]) {
  const attack = await startAttack(where)
  try {
    const began = performance.now()
    const { statuses, slowest, slowestMs } = await attack.requests(requestCount)
    const seconds = (performance.now() - began) / 1_000
    console.log(
      `${requestCount} requests to ${attack.routes.length} routes in ${seconds.toFixed(0)} s: no error, no trace, no hang`,
    )
    console.table(statuses)
    console.log(`the slowest: ${slowestMs} ms, ${slowest}`)
    await attack.messages(messageCount)
    console.log(`${messageCount} messages up lines: the hall is shown to the others`)
    await attack.isWhole()
    console.log(`the log’s chain holds; memory ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`)
  } finally {
    await attack.close()
  }
}
