import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StoreRefused } from './lock.ts'
import { StoreLost } from './store.ts'

/** What SQLite calls a file that is not what it was. */
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/

/** @returns the error as one that ends the program, where the file is damaged; any other as it is. */
export function lostIfDamaged(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError && DAMAGED.test(error.code))) return error
  return new StoreLost('the database is damaged', { cause: error })
}

/** @returns what to tell whoever starts a hall whose database makes trouble; any other error as it is. */
export function refusalOf(error: unknown, folder: string): unknown {
  const file = join(folder, 'hall.sqlite')
  const cause = error instanceof StoreLost ? error.cause : error
  if (isOfSystem(cause) && ['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(cause.code))
    return new StoreRefused(`${folder} can’t be written (${cause.message})`, { cause: error })
  if (!(cause instanceof Database.SqliteError)) return error
  const { code, message } = cause
  const told = (what: string) => new StoreRefused(`${file} ${what} (${message})`, { cause: error })
  if (DAMAGED.test(code))
    return told(
      'is damaged; nothing is done with it. Stop here, and put the newest copy in its place: npm run restore',
    )
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code))
    return told(
      'can’t be written. The folder and the files in it must belong to the user who runs the server',
    )
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return told('is held by another program for longer than a few seconds. End that program, and start again')
  if (code.startsWith('SQLITE_FULL')) return told('has no room left on its disk. Make room, and start again')
  if (code.startsWith('SQLITE_IOERR')) return told('can’t be read or written: look after the disk')
  return error
}

function isOfSystem(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
