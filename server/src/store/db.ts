import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type * as tables from './schema.ts'

/** The embedded database with our tables. */
export type Db = BetterSQLite3Database<typeof tables>
