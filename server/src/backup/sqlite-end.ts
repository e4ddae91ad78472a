import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteClient from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { takeLock } from '../store/lock.ts'
import * as tables from '../store/sqlite-schema.ts'
import { isBehind } from '../store/sqlite.ts'
import { onDisk } from './copy.ts'
import { MoveRefused, type End } from './end.ts'

/**
 * The hall in a folder, to be read. @param migrations where those of this version lie.
 * @throws MoveRefused when there is none, or one of an older version; StoreRefused when a server is using it.
 */
export async function openSqliteSource(folder: string, migrations: string): Promise<End> {
  const file = join(folder, 'hall.sqlite')
  if (!existsSync(file)) throw new MoveRefused(`There is no hall in ${folder}.`)
  const lock = takeLock(folder)
  const client = new SqliteClient(file, { readonly: true })
  const close = async () => {
    client.close()
    lock.close()
  }
  if (isBehind(client, migrations)) {
    await close()
    throw new MoveRefused(
      `The hall in ${folder} is of an older version: start it once with this one, and stop it.`,
    )
  }
  return { ...endOn(client, folder), commit: async () => {}, close }
}

/**
 * A hall in a folder, to be written: it gets its name with the commit, and not before.
 * @throws MoveRefused when there is one already; StoreRefused when a server is using the folder.
 */
export async function openSqliteTarget(folder: string, migrations: string): Promise<End> {
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(folder)
  const [hall, coming] = [join(folder, 'hall.sqlite'), join(folder, 'hall.sqlite.moving')]
  if (existsSync(hall)) {
    lock.close()
    throw new MoveRefused(`There is a hall in ${folder} already. Choose another folder.`)
  }
  rmSync(coming, { force: true })
  const client = new SqliteClient(coming)
  const end = endOn(client, folder)
  migrate(end.db, { migrationsFolder: migrations })
  return {
    ...end,
    async commit() {
      client.exec('commit')
      client.close()
      onDisk(coming)
      renameSync(coming, hall)
      onDisk(folder)
    },
    async close() {
      client.close()
      rmSync(coming, { force: true })
      rmSync(`${coming}-journal`, { force: true })
      lock.close()
    },
  }
}

function endOn(client: SqliteClient.Database, folder: string): Omit<End, 'commit' | 'close'> {
  return {
    name: folder,
    db: drizzle(client, { schema: tables }),
    tables,
    keyOf(table) {
      const { primaryKeys, columns } = getTableConfig(table)
      return primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)
    },
    begin: async () => void client.exec('begin'),
    async numberOn() {}, // a rowid follows the largest that is there
  }
}
