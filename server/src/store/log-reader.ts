import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { GENESIS, verify, type Link, type Verdict } from './chain.ts'

const COLUMNS =
  'office, version, day, at, actor_kind as actorKind, actor_id as actorId, type, body, previous, hash'

/** Reads a hall's log and nothing else: for proofs, also beside a running server. */
export type LogReader = {
  readonly offices: () => readonly string[]
  /** Checks the chain of one service day, or, with null, of the office's whole history. */
  readonly verify: (office: string, day: string | null) => Verdict
  readonly close: () => void
}

/** @returns the reader of the hall in the folder; null when there is none. */
export function readOnlyLog(folder: string): LogReader | null {
  const file = join(folder, 'hall.sqlite')
  if (!existsSync(file)) return null
  const client = new Database(file, { readonly: true })
  return {
    offices: () =>
      client
        .prepare<[], { office: string }>('select distinct office from events order by office')
        .all()
        .map((row) => row.office),
    verify: (office, day) => verifyStretch(client, office, day),
    close() {
      client.close()
    },
  }
}

/** The day's first link must be chained to the last one before the day; the office's first to the beginning. */
export function verifyStretch(client: Database.Database, office: string, day: string | null): Verdict {
  const links = client.prepare<unknown[], Link>(
    `select ${COLUMNS} from events where office = ? and (? is null or day = ?) order by version`,
  )
  const stretch = () => links.iterate(office, day, day)
  if (day === null) return verify(stretch(), { version: 0, hash: GENESIS })
  const first = client
    .prepare<unknown[], { version: number | null }>(
      'select min(version) as version from events where office = ? and day = ?',
    )
    .get(office, day)?.version
  const version = (first ?? 1) - 1
  const before = client
    .prepare<unknown[], { hash: string }>('select hash from events where office = ? and version = ?')
    .get(office, version)
  return verify(stretch(), { version, hash: before?.hash ?? GENESIS })
}
