import { and, asc, eq, ne } from 'drizzle-orm'
import type { OfficeId, TicketCode } from '#shared/ids.ts'
import type { Db } from './db.ts'
import * as tables from './schema.ts'
import type { Store, Subscription } from './store.ts'

const { subscriptions } = tables

/** Phones that want to be told, in the embedded database. Rows are written only here. */
export function subscriptionsOf(db: Db): Store['subscriptions'] {
  // Nearly always nobody: a commit must not ask the database for that.
  const counts = new Map<string, number>()
  const recount = (office: OfficeId) => counts.set(office, ofOffice(office).length)
  const ofOffice = (office: OfficeId) =>
    db
      .select()
      .from(subscriptions)
      .where(eq(subscriptions.office, office))
      .orderBy(asc(subscriptions.id))
      .all()
      .map(subscription)
  const one = (office: OfficeId, code: TicketCode, endpoint: string) =>
    and(eq(subscriptions.office, office), eq(subscriptions.code, code), eq(subscriptions.endpoint, endpoint))

  return {
    isEmpty(office) {
      if (!counts.has(office)) recount(office)
      return counts.get(office) === 0
    },
    all: ofOffice,
    add({ keys, ...row }, most) {
      db.transaction((step) => {
        step
          .delete(subscriptions)
          .where(one(row.office, row.code, row.endpoint))
          .run()
        const others = step
          .select({ id: subscriptions.id })
          .from(subscriptions)
          .where(and(eq(subscriptions.office, row.office), eq(subscriptions.code, row.code)))
          .orderBy(asc(subscriptions.id))
          .all()
        for (const { id } of others.slice(0, Math.max(0, others.length - most + 1)))
          step.delete(subscriptions).where(eq(subscriptions.id, id)).run()
        step
          .insert(subscriptions)
          .values({ ...row, ...keys })
          .run()
      })
      recount(row.office)
    },
    told(office, { code, endpoint }, key) {
      db.update(subscriptions)
        .set({ told: key })
        .where(one(office, code, endpoint))
        .run()
    },
    remove(office, code, endpoint) {
      const all = and(eq(subscriptions.office, office), eq(subscriptions.code, code))
      db.delete(subscriptions)
        .where(endpoint === null ? all : one(office, code, endpoint))
        .run()
      recount(office)
    },
    forgetOtherDays(office, day) {
      db.delete(subscriptions)
        .where(and(eq(subscriptions.office, office), ne(subscriptions.day, day)))
        .run()
      recount(office)
    },
  }
}

/** As it was written. */
function subscription({ office, day, code, endpoint, p256dh, auth, language, told }: Row): Subscription {
  return { office, day, code, endpoint, keys: { p256dh, auth }, language, told } as Subscription
}
type Row = typeof subscriptions.$inferSelect
