import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openPostgres } from '#server/store/postgres.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { temporaryFolder } from './hall.ts'
import { startPostgres } from './postgres.ts'
import { ROOT } from './settings.ts'

/** A place where a store lies: opened, looked into past the store, opened again. */
export type StorePlace = {
  readonly open: (kind?: Store['kind']) => Promise<Store>
  /** Runs statements on the database itself, past the store. */
  readonly meddle: (text: string) => Promise<readonly Record<string, unknown>[]>
  readonly gone: () => Promise<void>
}

export type StoreKind = {
  readonly begin: () => Promise<void>
  /** A fresh place. */
  readonly place: () => Promise<StorePlace>
  readonly end: () => Promise<void>
}

/** Both kinds of store: what is promised of one is promised of the other. */
export const STORES: readonly (readonly [name: string, kind: () => StoreKind])[] = [
  ['SQLite', sqliteKind],
  ['PostgreSQL', postgresKind],
]

function sqliteKind(): StoreKind {
  return {
    async begin() {},
    async place() {
      const folder = temporaryFolder()
      return {
        open: (kind = 'training') =>
          openSqlite({ folder, kind, migrations: join(ROOT, 'migrations/sqlite') }),
        async meddle(text) {
          const file = new Database(join(folder, 'hall.sqlite'))
          try {
            if (!/^\s*select/.test(text)) {
              file.exec(text)
              return []
            }
            return file.prepare<[], Record<string, unknown>>(text).all()
          } finally {
            file.close()
          }
        },
        gone: async () => rmSync(folder, { recursive: true, force: true }),
      }
    },
    async end() {},
  }
}

function postgresKind(): StoreKind {
  const starting: { server: Awaited<ReturnType<typeof startPostgres>> | null } = { server: null }
  const server = () => {
    if (starting.server === null) throw new Error('PostgreSQL was not started')
    return starting.server
  }
  return {
    async begin() {
      starting.server = await startPostgres()
    },
    async place() {
      const url = await server().database()
      return {
        open: (kind = 'training') =>
          openPostgres({ url, kind, migrations: join(ROOT, 'migrations/postgres') }),
        meddle: (text) => server().sql(url, text),
        async gone() {},
      }
    },
    end: () => server().stop(),
  }
}
