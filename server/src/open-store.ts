import { copyHall } from './backup/copy.ts'
import type { Config } from './config.ts'
import { systemClock } from './office/clock.ts'
import { migrationsOf } from './server.ts'
import { openSqlite } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

/** Opens the database that the configuration names. @throws StoreRefused saying what is wrong with it. */
export async function openStore(config: Config, kind: Store['kind']): Promise<Store> {
  if (config.databaseUrl === null)
    return openSqlite({
      folder: config.data,
      kind,
      migrations: migrationsOf(config, 'sqlite'),
      onMigration: (folder) => (kind === 'real' ? copyBeforeMigration(folder, config) : undefined),
    })
  // Who has the embedded database carries nothing of the other in memory.
  const { openPostgres } = await import('./store/postgres.ts')
  return openPostgres({
    url: config.databaseUrl,
    kind,
    migrations: migrationsOf(config, 'postgres'),
    onFault: (error) => console.error(error instanceof Error ? error.message : error),
  })
}

async function copyBeforeMigration(folder: string, { backups }: Config) {
  if (backups === null) return
  const { file } = await copyHall(folder, backups.into, systemClock().now(), 'before-migration')
  console.log(`The database is brought up to date. As it was until now: ${file}`)
}

/** Where the hall lies: a folder, or a database without the secret of its address. */
export function whereItLies({ data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>): string {
  if (databaseUrl === null) return data
  const { host, pathname } = new URL(databaseUrl)
  return `PostgreSQL, ${host}${pathname}`
}
