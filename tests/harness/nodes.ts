import { afterAll, afterEach, beforeAll } from 'vitest'
import { startHall, type Hall, type HallOptions } from './hall.ts'
import { startPostgres, type TestPostgres } from './postgres.ts'

/** Several programs on one PostgreSQL, for the tests of a file. */
export type Nodes = {
  readonly database: () => TestPostgres
  /** So many nodes on a database with nothing in it, started at the same moment; they end with the test. */
  readonly start: (count: number, options?: (index: number) => HallOptions) => Promise<Started>
}

type Started = { readonly url: string; readonly nodes: readonly Hall[] }

/** Begins a PostgreSQL before the tests of this file, and ends it after them. */
export function useNodes(): Nodes {
  const begun: { database: TestPostgres | null } = { database: null }
  let running: readonly Hall[] = []
  const database = () => {
    if (begun.database === null) throw new Error('PostgreSQL was not started')
    return begun.database
  }
  beforeAll(async () => {
    begun.database = await startPostgres()
  })
  afterAll(() => database().stop())
  afterEach(async () => {
    await Promise.all(running.map((node) => node.close()))
    running = []
  })

  return {
    database,
    async start(count, options = () => ({})) {
      const url = await database().database()
      const nodes = await Promise.all(
        Array.from({ length: count }, async (_, index) =>
          closedOnce(await startHall({ database: url, ...options(index) })),
        ),
      )
      running = [...running, ...nodes]
      return { url, nodes }
    },
  }
}

/** A test may close a node before its end does. */
function closedOnce(node: Hall): Hall {
  let closing: Promise<void> | null = null
  return { ...node, close: () => (closing ??= node.close()) }
}
