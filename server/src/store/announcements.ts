import { hash } from 'node:crypto'
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { OfficeId } from '#shared/ids.ts'
import { GENESIS, type Verdict } from './chain.ts'
import * as tables from './schema.ts'
import type { Store, Told, ToldRow } from './store.ts'

/** What the boards showed and said, in the embedded database. Rows are written only here, from the types that they are read back as. */

type Db = BetterSQLite3Database<typeof tables>

const { announcements } = tables

/** Rows looked at in one go. */
const PAGE = 5_000

export function announcementsOf(db: Db): Store['announcements'] {
  return {
    add: (office, told, heardAt) =>
      db.transaction((transaction) => {
        const known = keysAmong(transaction, office, told)
        let last = lastOf(transaction, office)
        let added = 0
        for (const each of told) {
          if (known.has(keyOf(each))) continue
          known.add(keyOf(each))
          const content = { ...each, number: last.number + 1, heardAt, previous: last.hash }
          const row = { ...content, hash: hashOf(office, content) }
          transaction
            .insert(announcements)
            .values({ ...row, office, languages: each.languages.join(' ') })
            .run()
          last = row
          added += 1
        }
        return added
      }),
    ofDay: (office, day) =>
      db
        .select()
        .from(announcements)
        .where(and(eq(announcements.office, office), eq(announcements.day, day)))
        .orderBy(asc(announcements.number))
        .all()
        .map(read),
    verify: (office) => verified(db, office),
  }
}

/** Those of the reports that a board has made before: it sends again what it has no answer to. */
function keysAmong(db: Pick<Db, 'select'>, office: OfficeId, told: readonly Told[]): Set<string> {
  const rows = db
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.office, office),
        inArray(
          announcements.call,
          told.map(({ call }) => call),
        ),
      ),
    )
    .all()
  return new Set(rows.map((row) => keyOf(read(row))))
}

function keyOf({ call, board, telling }: Pick<Told, 'call' | 'board' | 'telling'>): string {
  return `${call} ${telling} ${board}`
}

function lastOf(
  db: Pick<Db, 'select'>,
  office: OfficeId,
): { readonly number: number; readonly hash: string } {
  const row = db
    .select({ number: announcements.number, hash: announcements.hash })
    .from(announcements)
    .where(eq(announcements.office, office))
    .orderBy(desc(announcements.number))
    .limit(1)
    .get()
  return row ?? { number: 0, hash: GENESIS }
}

/** Proves an office's announcements: numbers without gaps, each hash right, each chained to the one before. */
export function verified(db: Pick<Db, 'select'>, office: string): Verdict {
  let last = { number: 0, hash: GENESIS }
  for (;;) {
    const rows = db
      .select()
      .from(announcements)
      .where(and(eq(announcements.office, office), gt(announcements.number, last.number)))
      .orderBy(asc(announcements.number))
      .limit(PAGE)
      .all()
    if (rows.length === 0) return { ok: true, events: last.number, last: last.hash }
    for (const row of rows.map(read)) {
      const broken = (why: string): Verdict => ({ ok: false, events: last.number, brokenAt: row.number, why })
      if (row.number !== last.number + 1) return broken(`number ${row.number} follows number ${last.number}`)
      if (row.previous !== last.hash) return broken('it is not chained to the announcement before it')
      if (hashOf(office, row) !== row.hash) return broken('its content does not match its hash')
      last = row
    }
  }
}

/** SHA-256, in hexadecimal, over every field in a fixed order and the hash of the one before. */
function hashOf(office: string, row: Omit<ToldRow, 'hash'>): string {
  const { previous, number, day, call, label, board, telling, at, endedAt, languages, volume, heardAt } = row
  return hash(
    'sha256',
    JSON.stringify([
      previous,
      office,
      number,
      day,
      call,
      label,
      board,
      telling,
      at,
      endedAt,
      languages,
      volume,
      heardAt,
    ]),
    'hex',
  )
}

function read({ languages, ...row }: typeof announcements.$inferSelect): ToldRow {
  return { ...row, languages: languages === '' ? [] : languages.split(' ') } as unknown as ToldRow // written from one
}
