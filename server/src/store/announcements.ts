import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import type { OfficeId } from '#shared/ids.ts'
import { hashOf, PAGE, verified } from './announcement-chain.ts'
import { GENESIS, type Verdict } from './chain.ts'
import { Clash, once, writeThrough, type Database } from './database.ts'
import type { Store, Told, ToldRow } from './store.ts'

/** So many times another program may come first with what its boards said. */
const TRIES = 20

/** What the boards showed and said. Rows are written only here, from the types that they are read back as. */
export function announcementsOf(database: Database): Store['announcements'] {
  const { db, tables, onNews } = database
  const { announcements } = tables

  return {
    async add(office, told, heardAt) {
      for (let tries = 1; ; tries += 1) {
        const rows = await rowsAfterLast(office, told, heardAt)
        if (rows.length === 0) return 0
        try {
          const steps = rows.map((row) => once(database, db.insert(announcements).values(row)))
          await writeThrough(database, steps, [{ of: 'wall', office }])
          return rows.length
        } catch (error) {
          if (!(error instanceof Clash) || tries === TRIES) throw error
        }
      }
    },
    ofDay: async (office, day) =>
      (
        await db
          .select()
          .from(announcements)
          .where(and(eq(announcements.office, office), eq(announcements.day, day)))
          .orderBy(asc(announcements.number))
      ).map(read),
    verify: (office) => announcementProof(database, office),
    onNews: (listener) =>
      onNews((news) => {
        if (news.of === 'wall') listener(news.office as OfficeId) // written from one
        if (news.of === 'all') listener(null)
      }),
  }

  /** The reports that are new, as rows that go on where the chain ends. A board sends again what it has no answer to. */
  async function rowsAfterLast(office: OfficeId, told: readonly Told[], heardAt: number) {
    const known = await keysAmong(office, told)
    let last = await lastOf(office)
    return told.flatMap((each) => {
      if (known.has(keyOf(each))) return []
      known.add(keyOf(each))
      const content = {
        ...each,
        number: last.number + 1,
        heardAt: heardAt as ToldRow['heardAt'],
        previous: last.hash,
      }
      last = { ...content, hash: hashOf(office, content) }
      return [{ ...content, hash: last.hash, office, languages: each.languages.join(' ') }]
    })
  }

  async function keysAmong(office: OfficeId, told: readonly Told[]): Promise<Set<string>> {
    const calls = told.map(({ call }) => call)
    const rows = await db
      .select()
      .from(announcements)
      .where(and(eq(announcements.office, office), inArray(announcements.call, calls)))
    return new Set(rows.map((row) => keyOf(read(row))))
  }

  async function lastOf(office: OfficeId): Promise<{ readonly number: number; readonly hash: string }> {
    const [row] = await db
      .select({ number: announcements.number, hash: announcements.hash })
      .from(announcements)
      .where(eq(announcements.office, office))
      .orderBy(desc(announcements.number))
      .limit(1)
    return row ?? { number: 0, hash: GENESIS }
  }
}

/** Checks the chain of what an office's boards showed and said, from the first to the last. */
export function announcementProof(
  { db, tables: { announcements } }: Pick<Database, 'db' | 'tables'>,
  office: string,
): Promise<Verdict> {
  return verified(office, async (after) => {
    const rows = await db
      .select()
      .from(announcements)
      .where(and(eq(announcements.office, office), gt(announcements.number, after)))
      .orderBy(asc(announcements.number))
      .limit(PAGE)
    return rows.map(read)
  })
}

function keyOf({ call, board, telling }: Pick<Told, 'call' | 'board' | 'telling'>): string {
  return `${call} ${telling} ${board}`
}

function read({ languages, ...row }: Database['tables']['announcements']['$inferSelect']): ToldRow {
  return { ...row, languages: languages === '' ? [] : languages.split(' ') } as unknown as ToldRow // written from one
}
