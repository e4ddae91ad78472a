import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Db } from '../store/database.ts'
import * as schema from '../store/postgres-schema.ts'
import { APPLICATION, MIGRATING, placeOf, refusalOf } from '../store/postgres.ts'
import type { Tables } from '../store/tables.ts'
import { MoveRefused, type End } from './end.ts'

/**
 * The hall in a PostgreSQL, to be read.
 * @throws MoveRefused when there is none, one of an older version, or one that servers use; StoreRefused when it can't be reached.
 */
export async function openPostgresSource(url: string, migrations: string): Promise<End> {
  const client = await connected(url)
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
    )
    if (rows[0]?.there !== true) throw new MoveRefused(`There is no hall in ${placeOf(url)}.`)
    const { rows: done } = await client.query<{ at: string | null }>(
      'select max(created_at) as at from drizzle.__drizzle_migrations',
    )
    const known = readMigrationFiles({ migrationsFolder: migrations })
    if (known.some(({ folderMillis }) => folderMillis > Number(done[0]?.at ?? 0)))
      throw new MoveRefused(
        `The hall in ${placeOf(url)} is of an older version: start it once with this one, and stop it.`,
      )
    return endOn(client, url, 'begin isolation level repeatable read read only')
  } catch (error) {
    await client.end()
    throw refusalOf(error, url)
  }
}

/** A hall in a PostgreSQL, to be written. Its tables are made where they are missing. @throws as the source. */
export async function openPostgresTarget(url: string, migrations: string): Promise<End> {
  const client = await connected(url)
  try {
    await migrate(drizzle(client), { migrationsFolder: migrations })
    return endOn(client, url, 'begin')
  } catch (error) {
    await client.end()
    throw refusalOf(error, url)
  }
}

/** A line to a database that no server uses, and that none can begin to use while it is held. */
async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `${APPLICATION} move` })
  client.on('error', () => {}) // whoever asks is told
  try {
    await client.connect()
    const { rows: locked } = await client.query<{ free: boolean }>(
      'select pg_try_advisory_lock($1) as free',
      [MIGRATING],
    )
    const { rows: servers } = await client.query(
      'select 1 from pg_stat_activity where datname = current_database() and application_name = $1',
      [APPLICATION],
    )
    if (locked[0]?.free !== true || servers.length > 0)
      throw new MoveRefused(`A server is using ${placeOf(url)}. Stop every node first.`)
    return client
  } catch (error) {
    await client.end().catch(() => null) // it may never have been there
    throw refusalOf(error, url)
  }
}

function endOn(client: pg.Client, url: string, begin: string): End {
  const { duties: _duties, posts: _posts, ...tables } = schema // what programs say to each other is not the hall's
  return {
    name: placeOf(url),
    // PostgreSQL's own tables and queries, typed as the embedded database's (`postgres-schema.ts`).
    db: drizzle(client) as unknown as Db,
    tables,
    keyOf(table) {
      const { primaryKeys, columns } = getTableConfig(table as unknown as PgTable) // it is one
      return primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)
    },
    begin: async () => void (await client.query(begin)),
    async numberOn() {
      for (const { column_name: column, table_name: table } of await numbered(client, tables))
        await client.query(
          `select setval(pg_get_serial_sequence('${table}', '${column}'), coalesce(max(${column}), 0) + 1, false) from ${table}`,
        )
    },
    commit: async () => void (await client.query('commit')),
    close: () => client.end(), // what was not committed is undone with the line
  }
}

/** The columns whose numbers the database gives. */
async function numbered(client: pg.Client, tables: Tables) {
  const names = Object.values(tables).map((table) => getTableConfig(table as unknown as PgTable).name) // they are its own
  const { rows } = await client.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = current_schema() and is_identity = 'YES' and table_name = any($1)`,
    [names],
  )
  return rows
}
