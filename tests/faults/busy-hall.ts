import { onTestFinished } from 'vitest'
import { readPostgresLog } from '#server/store/postgres-log.ts'
import type { OfficeSettings } from '#server/domain/settings.ts'
import { peopleOf } from '../harness/people.ts'
import { startPostgres, type TestPostgres } from '../harness/postgres.ts'
import { startProcess, type HallProcess } from '../harness/process.ts'
import { startProxy, type Proxy } from '../harness/proxy.ts'
import { wide } from '../harness/settings.ts'
import { beginRush, type Rush } from './rush.ts'

/**
 * A hall of two programs on one PostgreSQL, each in a process of its own with a line of its own to the database; whoever
 * uses it comes through one door, which knows both and holds nobody to either.
 */
export type Pair = {
  readonly url: string
  readonly database: TestPostgres
  readonly nodes: readonly [HallProcess, HallProcess]
  /** The line of each to the database. */
  readonly lines: readonly [Proxy, Proxy]
  /** Where whoever uses the hall finds it. */
  readonly base: string
}

/** What leads whoever uses the hall to one of its nodes. */
export type Door = { readonly base: string; readonly close: () => Promise<void> }

async function proxyDoor(ports: readonly number[]): Promise<Door> {
  const { port, close } = await startProxy(...ports)
  return { base: `http://127.0.0.1:${port}`, close }
}

export async function startPair(
  office: OfficeSettings,
  openDoor: (ports: readonly number[]) => Promise<Door> = proxyDoor,
): Promise<Pair> {
  const database = await startPostgres()
  onTestFinished(() => database.stop())
  const url = await database.database()
  const lines = [await startProxy(database.port), await startProxy(database.port)] as const
  const through = ({ port }: Proxy) => url.replace(`:${database.port}/`, `:${port}/`)
  const start = (line: Proxy) => startProcess({ database: through(line), offices: [office] })
  const nodes = [await start(lines[0]), await start(lines[1])] as const
  const door = await openDoor(nodes.map(({ port }) => port))
  onTestFinished(async () => {
    await door.close()
    for (const node of nodes) await node.close()
    for (const line of lines) await line.close()
  })
  return { url, database, nodes, lines, base: door.base }
}

const CLERKS = 2

/** The same at its busiest. */
export async function startBusyPair(
  openDoor?: Parameters<typeof startPair>[1],
  patience: Pick<Parameters<typeof beginRush>[0], 'patienceMs'> = {},
): Promise<Pair & { readonly rush: Rush }> {
  const office = wide(CLERKS)
  const pair = await startPair(office, openDoor)
  const people = peopleOf(pair.base)
  const clerks = []
  for (let window = 1; window <= CLERKS; window += 1) {
    const clerk = await people.as(`clerk${window}`)
    await clerk.done('open-window', { window })
    clerks.push({ window, headers: clerk.headers })
  }
  const rush = beginRush({
    base: pair.base,
    clerks,
    services: office.services.map(({ id }) => id),
    log: () => readPostgresLog(pair.url),
    ...patience,
  })
  await rush.allServed()
  return { ...pair, rush }
}
