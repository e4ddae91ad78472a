import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { OfficeId, TicketCode } from '#shared/ids.ts'
import { once, writeThrough, type Database } from './database.ts'
import type { Store, Subscription } from './store.ts'

/** Phones that want to be told. Rows are written only here. */
export function subscriptionsOf(database: Database): Store['subscriptions'] {
  const { db, tables, tell, onNews } = database
  const { subscriptions } = tables
  // Nearly always nobody: a commit must not ask the database for that.
  const emptiness = new Map<string, boolean>()
  onNews((news) => {
    if (news.of === 'phones') emptiness.delete(news.office)
    if (news.of === 'all') emptiness.clear()
  })
  const changed = async (office: OfficeId) => {
    emptiness.delete(office)
    await tell({ of: 'phones', office })
  }
  const one = (office: OfficeId, code: TicketCode, endpoint: string) =>
    and(eq(subscriptions.office, office), eq(subscriptions.code, code), eq(subscriptions.endpoint, endpoint))

  return {
    async isEmpty(office) {
      const known = emptiness.get(office)
      if (known !== undefined) return known
      const some = await db
        .select({ id: subscriptions.id })
        .from(subscriptions)
        .where(eq(subscriptions.office, office))
        .limit(1)
      emptiness.set(office, some.length === 0)
      return some.length === 0
    },
    all: async (office) =>
      (
        await db
          .select()
          .from(subscriptions)
          .where(eq(subscriptions.office, office))
          .orderBy(asc(subscriptions.id))
      ).map(subscription),
    async add({ keys, ...row }, most) {
      const others = await db
        .select({ id: subscriptions.id })
        .from(subscriptions)
        .where(
          and(
            eq(subscriptions.office, row.office),
            eq(subscriptions.code, row.code),
            ne(subscriptions.endpoint, row.endpoint),
          ),
        )
        .orderBy(asc(subscriptions.id))
      const tooMany = others.slice(0, Math.max(0, others.length - most + 1))
      await writeThrough(database, [
        once(database, db.delete(subscriptions).where(one(row.office, row.code, row.endpoint))),
        ...tooMany.map(({ id }) => once(database, db.delete(subscriptions).where(eq(subscriptions.id, id)))),
        once(database, db.insert(subscriptions).values({ ...row, ...keys })),
      ])
      await changed(row.office)
    },
    async told(office, { code, endpoint, told }, key) {
      const isSame = told === null ? isNull(subscriptions.told) : eq(subscriptions.told, told)
      const marked = await db
        .update(subscriptions)
        .set({ told: key })
        .where(and(one(office, code, endpoint), isSame))
        .returning({ id: subscriptions.id })
      return marked.length > 0
    },
    async remove(office, code, endpoint) {
      const all = and(eq(subscriptions.office, office), eq(subscriptions.code, code))
      await db.delete(subscriptions).where(endpoint === null ? all : one(office, code, endpoint))
      await changed(office)
    },
    async forgetOtherDays(office, day) {
      await db.delete(subscriptions).where(and(eq(subscriptions.office, office), ne(subscriptions.day, day)))
      await changed(office)
    },
  }
}

/** As it was written. */
function subscription({ office, day, code, endpoint, p256dh, auth, language, told }: Row): Subscription {
  return { office, day, code, endpoint, keys: { p256dh, auth }, language, told } as Subscription
}
type Row = Database['tables']['subscriptions']['$inferSelect']
