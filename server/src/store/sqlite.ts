import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteClient from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { Clash, type Database, type Db, type Ready, type Step } from './database.ts'
import { takeLock } from './lock.ts'
import * as tables from './sqlite-schema.ts'
import { claim, storeOn } from './store-on.ts'
import type { Store } from './store.ts'
import { openSyncing, type Syncing } from './syncing.ts'
import { lostIfDamaged, refusalOf } from './trouble.ts'

export type SqliteOptions = {
  /** The data folder; made when it is not there. */
  readonly folder: string
  /** What kind of hall this is. A database of the other kind is refused. */
  readonly kind: 'training' | 'real'
  /** Where the migrations lie. */
  readonly migrations: string
  /** How much a commit must survive: `full` a power cut (the rule), `normal` only a crash (to compare in the bench). */
  readonly durability?: 'full' | 'normal'
  /** Called before a hall that is there is brought to a newer schema: whatever it throws stops the start. */
  readonly onMigration?: (folder: string) => Promise<void> | void
}

/** So long a statement waits for another connection. */
const PATIENCE_MS = 5_000

/**
 * Opens the embedded database: one file, one writer, write-ahead log, full durability.
 * @throws StoreRefused when the file belongs to the other kind of hall, or to a server that is running, or can't be used.
 */
export async function openSqlite(options: SqliteOptions): Promise<Store> {
  try {
    return await opened(options)
  } catch (error) {
    throw refusalOf(error, options.folder)
  }
}

async function opened({
  folder,
  kind,
  migrations,
  durability = 'full',
  onMigration = () => {},
}: SqliteOptions): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(folder)
  const client = new SqliteClient(join(folder, 'hall.sqlite'), { timeout: PATIENCE_MS })
  let syncing: Syncing | null = null
  try {
    client.pragma('journal_mode = WAL')
    client.pragma(`synchronous = ${durability.toUpperCase()}`)
    client.pragma('foreign_keys = ON')
    // Moving the write-ahead log into the file holds everyone up: four times less often than by default, at 16 MB.
    client.pragma('wal_autocheckpoint = 4000')
    // A day is read from memory and written at its end; the driver would keep 16 MB of pages for nothing.
    client.pragma('cache_size = -2000')
    client.pragma('secure_delete = ON') // what is erased is gone from the file too
    if (isBehind(client, migrations)) await onMigration(folder)
    const db: Db = drizzle(client, { schema: tables })
    migrate(db, { migrationsFolder: migrations })
    await claim({ db, tables }, kind)
    // The write-ahead log is there from the first transaction until the last connection closes.
    if (durability === 'full') syncing = openSyncing(join(folder, 'hall.sqlite-wal'))
    const emptying = emptyingOf(client)
    emptying.empty() // the program before this one may have erased, and ended too soon
    return storeOn(embedded(client, db, syncing, emptying), kind, async () => {
      emptying.close()
      client.close()
      syncing?.close()
      lock.close()
    })
  } catch (error) {
    client.close()
    syncing?.close()
    lock.close()
    throw error
  }
}

/** Whether there is a hall in the file, and migrations that it has not seen. */
export function isBehind(client: SqliteClient.Database, migrations: string): boolean {
  const hasSeen = client
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get()
  if (hasSeen === undefined) return false
  const last = client
    .prepare<[], { at: number | null }>('select max(created_at) as at from __drizzle_migrations')
    .get()
  const known = readMigrationFiles({ migrationsFolder: migrations })
  return known.some(({ folderMillis }) => folderMillis > (last?.at ?? 0))
}

/** What drizzle makes ready, and better-sqlite3 runs at once. */
type Prepared = { readonly run: (values: Step['values']) => SqliteClient.RunResult }

/** Brings all that was written into the file itself, so that nothing erased is left in the write-ahead log. */
type Emptying = {
  readonly empty: () => void
  /** Tries a last time. */
  readonly close: () => void
}

/** So often it is tried again while somebody reads. */
const EMPTY_AGAIN_MS = 1_000

/** A copy that is being made reads for seconds, and holds on to what it reads: the hall doesn't stand still for it. */
function emptyingOf(client: SqliteClient.Database): Emptying {
  let timer: NodeJS.Timeout | null = null

  function empty() {
    timer ??= isEmptied() ? null : setTimeout(again, EMPTY_AGAIN_MS).unref()
  }

  function again() {
    timer = null
    empty()
  }

  function isEmptied(): boolean {
    client.pragma('busy_timeout = 0')
    try {
      return client.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0 // the first column says whether it was busy
    } catch {
      return false // what was written stands all the same
    } finally {
      client.pragma(`busy_timeout = ${PATIENCE_MS}`)
    }
  }

  return {
    empty,
    close() {
      if (timer === null) return
      clearTimeout(timer)
      isEmptied()
    },
  }
}

function embedded(
  client: SqliteClient.Database,
  db: Db,
  syncing: Syncing | null,
  { empty }: Emptying,
): Database {
  const runAll = client.transaction((steps: readonly Step[]) => {
    let erased = 0
    for (const { query, values, erases } of steps) {
      const { changes } = (query as unknown as Prepared).run(values) // it was made ready below
      if (erases === true) erased += changes
    }
    return erased
  })

  return {
    db,
    tables,
    isShared: false,
    ready: (query) => query.prepare() as Ready, // known as `Prepared` here alone
    async write(steps) {
      // This commit is synced beside the work; single statements sync before they return.
      if (syncing) client.exec('pragma synchronous = normal')
      try {
        const erased = runAll.immediate(steps)
        if (erased > 0) empty()
      } catch (error) {
        throw isClash(error) ? new Clash('a key is there already', { cause: error }) : lostIfDamaged(error)
      } finally {
        if (syncing) client.exec('pragma synchronous = full')
      }
      return { kept: syncing?.synced() ?? Promise.resolve() }
    },
    async tell() {},
    onNews: () => () => {},
  }
}

function isClash(error: unknown): boolean {
  return (
    error instanceof SqliteClient.SqliteError && /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/.test(error.code)
  )
}
