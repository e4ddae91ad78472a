import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { OfficeId } from '#shared/ids.ts'
import { hashOf, PAGE, verified } from './announcement-chain.ts'
import { GENESIS } from './chain.ts'
import * as tables from './schema.ts'
import type { Store, Told, ToldRow } from './store.ts'

/** What the boards showed and said, in the embedded database. Rows are written only here, from the types that they are read back as. */

type Db = BetterSQLite3Database<typeof tables>

const { announcements } = tables

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
    verify: (office) =>
      verified(office, (after) =>
        db
          .select()
          .from(announcements)
          .where(and(eq(announcements.office, office), gt(announcements.number, after)))
          .orderBy(asc(announcements.number))
          .limit(PAGE)
          .all()
          .map(read),
      ),
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

function read({ languages, ...row }: typeof announcements.$inferSelect): ToldRow {
  return { ...row, languages: languages === '' ? [] : languages.split(' ') } as unknown as ToldRow // written from one
}
