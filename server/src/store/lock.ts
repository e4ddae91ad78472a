import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The database is of the other kind, or another server has it: the start stops, and says so. */
export class StoreRefused extends Error {}

/** A lock that dies with its process, however it dies: an exclusive transaction on a file of its own. */
export function takeLock(folder: string): Database.Database {
  const lock = new Database(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    throw new StoreRefused(`Another server is using ${folder}. Stop it first, or choose another data folder.`)
  }
}
