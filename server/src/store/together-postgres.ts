import { and, eq, gt, inArray, like, lte, sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { News } from './database.ts'
import { duties, posts } from './postgres-schema.ts'
import type { Together } from './together.ts'

type Parts = {
  readonly db: NodePgDatabase
  readonly me: string
  readonly isAlive: (name: string) => boolean
  readonly tell: (news: News) => Promise<void>
  readonly onNews: (listener: (news: News) => void) => () => void
}

/** What is said by programs that nobody has heard of for so long is of no use to anyone. Milliseconds. */
const FORGOTTEN_MS = 60_000
/** Who lives goes on saying what was said once. Milliseconds. */
const REPEAT_MS = 15_000
const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`

/** Several programs on one PostgreSQL, by its clock. */
export function togetherOn({
  db,
  me,
  isAlive,
  tell,
  onNews,
}: Parts): Together & { readonly stop: () => void } {
  const own = new Set<string>()
  const repeating = setInterval(() => void repeat().catch(() => null), REPEAT_MS) // the next one makes up for it
  repeating.unref()

  /** Keeps what this program has said, and clears away what those said who are gone. */
  async function repeat() {
    if (own.size > 0)
      await db
        .update(posts)
        .set({ at: NOW })
        .where(inArray(posts.key, [...own]))
    await db.delete(posts).where(lte(posts.at, sql`${NOW} - ${FORGOTTEN_MS}`))
  }

  return {
    stop: () => clearInterval(repeating),
    me,
    isAlive,
    async hold(what, who, forMs) {
      const until = sql<number>`${NOW} + ${forMs}`
      const held = await db
        .insert(duties)
        .values({ what, who, until })
        .onConflictDoUpdate({
          target: duties.what,
          set: { who, until },
          setWhere: sql`${duties.who} = ${who} or ${duties.until} <= ${NOW}`,
        })
        .returning({ who: duties.who })
      return held.length > 0
    },
    async letGo(what, who) {
      await db.delete(duties).where(and(eq(duties.what, what), eq(duties.who, who)))
    },
    async post(key, value) {
      own.add(key)
      const row = { key, value, at: NOW }
      await db.insert(posts).values(row).onConflictDoUpdate({ target: posts.key, set: row })
      await tell({ of: 'post', key })
    },
    async posted(prefix) {
      const said = await db
        .select({ key: posts.key, value: posts.value })
        .from(posts)
        .where(and(like(posts.key, `${prefix}%`), gt(posts.at, sql`${NOW} - ${FORGOTTEN_MS}`)))
      return new Map(said.map(({ key, value }) => [key, value]))
    },
    onPosted: (listener) =>
      onNews((news) => {
        if (news.of === 'post') listener(news.key)
        if (news.of === 'all') listener(null)
      }),
  }
}
