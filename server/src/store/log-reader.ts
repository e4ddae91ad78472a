import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SqliteClient from 'better-sqlite3'
import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { OfficeId } from '#shared/ids.ts'
import type { Recorded } from '../domain/events.ts'
import { announcementProof } from './announcements.ts'
import type { Verdict } from './chain.ts'
import type { Database } from './database.ts'
import { logReadingOf } from './log-reading.ts'
import * as tables from './sqlite-schema.ts'
import type { Store } from './store.ts'

/** Reads a hall's log and nothing else: for proofs, also beside a running server. */
export type LogReader = Pick<Store['log'], 'offices' | 'verify' | 'lastVersion'> & {
  /** @returns the hash of an event; null: there is none of that number. */
  readonly hashAt: (office: OfficeId, version: number) => Promise<string | null>
  /** Checks the chain of what the boards showed and said, the office's whole history. */
  readonly verifyAnnouncements: (office: OfficeId) => Promise<Verdict>
  /** The office's whole history, oldest first, one event after the other. */
  readonly events: (office: OfficeId) => AsyncIterable<Recorded>
  /** @returns what is wrong with the file's pages; null: nothing. */
  readonly brokenPages: () => string | null
  readonly close: () => Promise<void>
}

/** Events read in one go. */
const PAGE = 1_000

/** @returns the reader of the hall in the folder; null when there is none. */
export function readOnlyLog(folder: string): LogReader | null {
  return readLogFile(join(folder, 'hall.sqlite'))
}

/** @returns the reader of a database file; null when there is none. @throws when it is no database. */
export function readLogFile(file: string): LogReader | null {
  if (!existsSync(file)) return null
  const client = new SqliteClient(file, { readonly: true })
  return {
    ...logReaderOn({ db: drizzle(client, { schema: tables }), tables }),
    brokenPages() {
      const [first] = client.pragma('integrity_check(1)') as { integrity_check: string }[] // as SQLite documents it
      return first === undefined || first.integrity_check === 'ok' ? null : first.integrity_check
    },
    async close() {
      client.close()
    },
  }
}

/** The reader of a database that is open. */
export function logReaderOn(
  database: Pick<Database, 'db' | 'tables'>,
): Omit<LogReader, 'brokenPages' | 'close'> {
  const { offices, verify, lastVersion, after } = logReadingOf(database)
  const {
    db,
    tables: { events, commands, tickets },
  } = database
  return {
    // An office whose whole log is gone is still known by what it gave and answered.
    async offices() {
      const known = await Promise.all([
        db.selectDistinct({ office: tickets.office }).from(tickets),
        db.selectDistinct({ office: commands.office }).from(commands),
      ])
      const others = known.flat().map(({ office }) => office as OfficeId) // written from one
      return [...new Set([...(await offices()), ...others])].sort()
    },
    async hashAt(office, version) {
      const [row] = await db
        .select({ hash: events.hash })
        .from(events)
        .where(and(eq(events.office, office), eq(events.version, version)))
      return row?.hash ?? null
    },
    verify,
    lastVersion,
    verifyAnnouncements: (office) => announcementProof(database, office),
    async *events(office) {
      for (let version = 0; ;) {
        const page = await after(office, version, PAGE)
        yield* page
        if (page.length < PAGE) return
        version = page.at(-1)?.version ?? version
      }
    },
  }
}
