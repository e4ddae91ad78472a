import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Recorded } from '../domain/events.ts'
import { PAGE, verified } from './announcement-chain.ts'
import { GENESIS, readLink, verify, type Link, type Verdict } from './chain.ts'
import type { Store, ToldRow } from './store.ts'

const COLUMNS =
  'office, version, day, at, actor_kind as actorKind, actor_id as actorId, type, body, previous, hash'

/** Reads a hall's log and nothing else: for proofs, also beside a running server. */
export type LogReader = {
  readonly offices: () => readonly string[]
  /** Checks the chain of one service day, or, with null, of the office's whole history. */
  readonly verify: (office: string, day: string | null) => Verdict
  /** Checks the chain of what the boards showed and said, the office's whole history. */
  readonly verifyAnnouncements: (office: string) => Verdict
  /** The office's whole history, oldest first, one event after the other. */
  readonly events: (office: string) => Iterable<Recorded>
  /** @returns the version of the office's newest event; 0 when there is none. */
  readonly lastVersion: (office: string) => number
  /** @returns what is wrong with the file's pages; null: nothing. */
  readonly brokenPages: () => string | null
  readonly close: () => void
}

/** @returns the reader of the hall in the folder; null when there is none. */
export function readOnlyLog(folder: string): LogReader | null {
  return readLogFile(join(folder, 'hall.sqlite'))
}

/** @returns the reader of a database file; null when there is none. @throws when it is no database. */
export function readLogFile(file: string): LogReader | null {
  if (!existsSync(file)) return null
  const client = new Database(file, { readonly: true })
  return {
    offices: () =>
      client
        .prepare<[], { office: string }>('select distinct office from events order by office')
        .all()
        .map((row) => row.office),
    verify: (office, day) => verifyStretch(client, office, day),
    verifyAnnouncements: (office) => verified(office, announcementPages(client, office)),
    *events(office) {
      const all = client.prepare<unknown[], Link>(
        `select ${COLUMNS} from events where office = ? order by version`,
      )
      for (const link of all.iterate(office)) yield readLink(link)
    },
    lastVersion: (office) =>
      client
        .prepare<unknown[], { version: number | null }>(
          'select max(version) as version from events where office = ?',
        )
        .get(office)?.version ?? 0,
    brokenPages() {
      const [first] = client.pragma('integrity_check(1)') as { integrity_check: string }[] // as SQLite documents it
      return first === undefined || first.integrity_check === 'ok' ? null : first.integrity_check
    },
    close() {
      client.close()
    },
  }
}

/** What the boards showed and said, page by page. */
function announcementPages(client: Database.Database, office: string) {
  const rows = client.prepare<unknown[], Omit<ToldRow, 'languages'> & { languages: string }>(
    `select number, day, call, label, board, telling, at, ended_at as endedAt, languages, volume,
       heard_at as heardAt, previous, hash
     from announcements where office = ? and number > ? order by number limit ?`,
  )
  return (after: number): readonly ToldRow[] =>
    rows.all(office, after, PAGE).map((row) => ({
      ...row,
      languages: row.languages === '' ? [] : row.languages.split(' '),
    }))
}

/** Reads the log in small steps, for whoever learns from it beside the work. */
export function follower(client: Database.Database): Pick<Store['log'], 'after' | 'before'> {
  const page = client.prepare<unknown[], Omit<Link, 'previous' | 'hash'>>(
    `select office, version, day, at, actor_kind as actorKind, actor_id as actorId, type, body
     from events where office = ? and version > ? order by version limit ?`,
  )
  const first = client.prepare<unknown[], { version: number | null }>(
    'select min(version) as version from events where office = ? and day >= ?',
  )
  return {
    after: (office, version, limit) => page.all(office, version, limit).map(readLink),
    before: (office, day) => (first.get(office, day)?.version ?? 1) - 1,
  }
}

/**
 * Checks the chain of a service day: from the last event before it to the first after it, so that neither its first nor
 * its last event can be missing; with null the office's whole history.
 */
export function verifyStretch(client: Database.Database, office: string, day: string | null): Verdict {
  if (day === null) {
    const all = client.prepare<unknown[], Link>(
      `select ${COLUMNS} from events where office = ? order by version`,
    )
    return verify(all.iterate(office), { version: 0, hash: GENESIS })
  }
  const ends = client
    .prepare<unknown[], { first: number | null; last: number | null }>(
      'select min(version) as first, max(version) as last from events where office = ? and day = ?',
    )
    .get(office, day)
  if (ends?.first == null || ends.last === null) return { ok: true, events: 0, last: GENESIS }
  const { first, last } = ends
  const before = client
    .prepare<unknown[], { hash: string }>('select hash from events where office = ? and version = ?')
    .get(office, first - 1)
  const links = client
    .prepare<unknown[], Link>(
      `select ${COLUMNS} from events where office = ? and version >= ? and version <=
       coalesce((select min(version) from events where office = ? and version > ?), ?) order by version`,
    )
    .all(office, first, office, last, last)
  const verdict = verify(links, { version: first - 1, hash: before?.hash ?? GENESIS })
  if (!verdict.ok) return verdict
  const stranger = links.find((link) => link.version < last && link.day !== day)
  if (stranger) {
    const events = stranger.version - first
    return {
      ok: false,
      events,
      brokenAt: stranger.version,
      why: `it belongs to ${stranger.day}, in the middle of ${day}`,
    }
  }
  const own = links.filter((link) => link.day === day)
  return { ok: true, events: own.length, last: own.at(-1)?.hash ?? GENESIS }
}
