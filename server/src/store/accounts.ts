import { and, asc, eq, gt, inArray, isNull, lte, ne, not, or, sql } from 'drizzle-orm'
import { once, writeThrough, type Database } from './database.ts'
import type { DeviceRow, StaffRow, Store } from './store.ts'

/** People and devices. Rows of these tables are written only here, from the types that they are read back as. */

/** A session's idle end is written down at most so often. */
const PROLONG_MS = 5 * 60_000
/** Under this key stands the one link that is worth anything, by its hash. */
const INVITATION = 'invitation'

type Held = { readonly holder: StaffRow; readonly expiresAt: number; readonly idleAt: number }

export function accountsOf(
  database: Database,
): Pick<Store, 'staff' | 'sessions' | 'devices' | 'invitations' | 'onAccounts'> {
  const { db, tables, tell, onNews } = database
  const { staff, sessions, devices, invitations, meta } = tables
  /**
   * Who holds the sessions that were asked for, by the hash of their token, and the same of devices: each request asks.
   * What stands here is what stands there until an account changes, here or in another program; then all is looked up again.
   */
  const holders = new Map<string, Held>()
  const bearers = new Map<string, DeviceRow>()
  /** What was looked up before a change is not remembered after it. */
  let era = 0
  const listeners = new Set<() => void>()
  onNews((news) => {
    if (news.of !== 'accounts' && news.of !== 'all') return
    forget()
    for (const listener of listeners) listener()
  })

  function forget() {
    era += 1
    holders.clear()
    bearers.clear()
  }

  async function changed() {
    forget()
    await tell({ of: 'accounts' })
  }

  const current = db.select({ codeHash: meta.value }).from(meta).where(eq(meta.key, INVITATION))
  const isOpen = (codeHash: string, now: number) =>
    and(
      eq(invitations.codeHash, codeHash),
      inArray(invitations.codeHash, current),
      isNull(invitations.spentAt),
      gt(invitations.expiresAt, now),
    )

  return {
    onAccounts(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    staff: {
      all: async () => (await db.select().from(staff).orderBy(asc(staff.user))) as StaffRow[],
      async find(user) {
        const [row] = await db.select().from(staff).where(eq(staff.user, user))
        return (row as StaffRow | undefined) ?? null
      },
      async add(row) {
        const added = await db.insert(staff).values(row).onConflictDoNothing().returning({ user: staff.user })
        await changed()
        return added.length > 0
      },
      async change(user, change) {
        if (Object.keys(change).length === 0) return true
        const isLeaving = (change.role ?? 'admin') !== 'admin' || change.active === false
        // In the same statement: two administrators who dismiss each other at once leave one.
        const another = sql`exists (select 1 from staff as other where other."user" <> ${user} and other.role = 'admin' and other.active)`
        const isPlain = or(ne(staff.role, 'admin'), not(staff.active))
        const done = await db
          .update(staff)
          .set(change)
          .where(and(eq(staff.user, user), isLeaving ? or(isPlain, another) : undefined))
          .returning({ user: staff.user })
        if (done.length === 0) return (await this.find(user)) === null ? false : 'last-administrator'
        await changed()
        return true
      },
      async renewPassword({ user, from, to, keeps }) {
        const isRenewed = db
          .select({ user: staff.user })
          .from(staff)
          .where(and(eq(staff.user, user), eq(staff.passwordHash, to)))
        await writeThrough(database, [
          once(
            database,
            db
              .update(staff)
              .set({ passwordHash: to })
              .where(and(eq(staff.user, user), eq(staff.passwordHash, from))),
          ),
          once(
            database,
            db.delete(sessions).where(and(inArray(sessions.user, isRenewed), ne(sessions.tokenHash, keeps))),
          ),
        ])
        await changed()
        return (await isRenewed).length > 0
      },
    },
    sessions: {
      async add(row) {
        await db.insert(sessions).values(row)
      },
      async holder(tokenHash, now) {
        const since = era
        const known = holders.get(tokenHash) ?? (await find(tokenHash))
        if (known === undefined || known.expiresAt <= now || known.idleAt <= now) return null
        if (since === era) holders.set(tokenHash, known)
        return known.holder
      },
      async prolong(tokenHash, idleAt) {
        const known = holders.get(tokenHash)
        if (known === undefined || idleAt - known.idleAt < PROLONG_MS) return
        holders.set(tokenHash, { ...known, idleAt })
        await db.update(sessions).set({ idleAt }).where(eq(sessions.tokenHash, tokenHash))
      },
      async end(tokenHash) {
        await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
        await changed()
      },
      async endAllOf(user) {
        await db.delete(sessions).where(eq(sessions.user, user))
        await changed()
      },
      async forgetExpired(now) {
        forget()
        await db.delete(sessions).where(or(lte(sessions.expiresAt, now), lte(sessions.idleAt, now)))
      },
    },
    devices: {
      all: async () =>
        (await db.select().from(devices).orderBy(asc(devices.createdAt), asc(devices.id))) as DeviceRow[],
      async byToken(tokenHash) {
        const known = bearers.get(tokenHash)
        if (known !== undefined) return known
        const since = era
        const [row] = await db
          .select()
          .from(devices)
          .where(and(eq(devices.tokenHash, tokenHash), isNull(devices.revokedAt)))
        if (row !== undefined && since === era) bearers.set(tokenHash, row as DeviceRow)
        return (row as DeviceRow | undefined) ?? null
      },
      async add(row) {
        const added = await db.insert(devices).values(row).onConflictDoNothing().returning({ id: devices.id })
        await changed()
        return added.length > 0
      },
      async revoke(id, at) {
        await db
          .update(devices)
          .set({ revokedAt: sql`coalesce(${devices.revokedAt}, ${at})` })
          .where(eq(devices.id, id))
        await changed()
        const [row] = await db.select().from(devices).where(eq(devices.id, id))
        return (row as DeviceRow | undefined) ?? null
      },
    },
    invitations: {
      async offer(row) {
        const value = row.codeHash
        await writeThrough(database, [
          once(database, db.insert(invitations).values(row)),
          once(
            database,
            db
              .insert(meta)
              .values({ key: INVITATION, value })
              .onConflictDoUpdate({ target: meta.key, set: { value } }),
          ),
        ])
      },
      isOpen: async (codeHash, now) =>
        (await db.select().from(invitations).where(isOpen(codeHash, now))).length > 0,
      spend: async (codeHash, now) =>
        (
          await db
            .update(invitations)
            .set({ spentAt: now })
            .where(isOpen(codeHash, now))
            .returning({ codeHash: invitations.codeHash })
        ).length > 0,
    },
  }

  async function find(tokenHash: string): Promise<Held | undefined> {
    const [row] = await db
      .select({ holder: staff, expiresAt: sessions.expiresAt, idleAt: sessions.idleAt })
      .from(sessions)
      .innerJoin(staff, eq(staff.user, sessions.user))
      .where(and(eq(sessions.tokenHash, tokenHash), eq(staff.active, true)))
    return row as Held | undefined
  }
}
