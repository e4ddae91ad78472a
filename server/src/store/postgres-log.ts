import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Db } from './database.ts'
import { logReaderOn, type LogReader } from './log-reader.ts'
import * as tables from './postgres-schema.ts'
import { refusalOf } from './postgres.ts'

/**
 * The reader of the hall in a PostgreSQL, as it stands at one instant; also beside running servers. Null: there is no hall.
 * @throws StoreRefused when it can't be reached.
 */
export async function readPostgresLog(url: string): Promise<Omit<LogReader, 'brokenPages'> | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'edno-gishe reader' })
  client.on('error', () => {}) // whoever asks is told
  try {
    await client.connect()
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('events') is not null as there`,
    )
    const close = () => client.end()
    if (rows[0]?.there === true) await client.query('select 1 from events limit 1') // whether it may be read
    if (rows[0]?.there === true)
      // PostgreSQL's own queries, typed as the embedded database's (`postgres-schema.ts`).
      return { ...logReaderOn({ db: drizzle(client) as unknown as Db, tables }), close }
    await close()
    return null
  } catch (error) {
    await client.end().catch(() => null) // it may never have been there
    throw refusalOf(error, url)
  }
}
