import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { and, asc, desc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { OfficeId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { Recorded } from '../domain/events.ts'
import type { PastTicket } from '../domain/views/ticket.ts'
import { announcementsOf } from './announcements.ts'
import { GENESIS, link, readLink, type Link } from './chain.ts'
import type { Db } from './db.ts'
import { StoreRefused, takeLock } from './lock.ts'
import { follower, verifyStretch } from './log-reader.ts'
import { printQueuer, printsOf } from './prints.ts'
import { rowChanges, type RowChange } from './projection.ts'
import { personWriter, receptionChanger, receptionOf } from './reception-sqlite.ts'
import * as tables from './schema.ts'
import { openSyncing, type Syncing } from './syncing.ts'
import { lostIfDamaged, refusalOf } from './trouble.ts'
import type { DeviceRow, DoneCommand, Entry, StaffRow, Store } from './store.ts'
import { subscriptionsOf } from './subscriptions.ts'

export type SqliteOptions = {
  /** The data folder; made when it is not there. */
  readonly folder: string
  /** What kind of hall this is. A database of the other kind is refused. */
  readonly kind: 'training' | 'real'
  /** Where the migrations lie. */
  readonly migrations: string
  /** How much a commit must survive: `full` a power cut (the rule), `normal` only a crash (to compare in the bench). */
  readonly durability?: 'full' | 'normal'
  /** Called before a hall that is there is brought to a newer schema: whatever it throws stops the start. */
  readonly onMigration?: (folder: string) => void
}

/**
 * Opens the embedded database: one file, one writer, write-ahead log, full durability.
 * @throws StoreRefused when the file belongs to the other kind of hall, or to a server that is running, or can't be used.
 */
export function openSqlite(options: SqliteOptions): Store {
  try {
    return opened(options)
  } catch (error) {
    throw refusalOf(error, options.folder)
  }
}

function opened({
  folder,
  kind,
  migrations,
  durability = 'full',
  onMigration = () => {},
}: SqliteOptions): Store {
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(folder)
  const client = new Database(join(folder, 'hall.sqlite'), { timeout: 5_000 })
  const db: Db = drizzle(client, { schema: tables })
  let syncing: Syncing | null = null
  try {
    client.pragma('journal_mode = WAL')
    client.pragma(`synchronous = ${durability.toUpperCase()}`)
    client.pragma('foreign_keys = ON')
    // Moving the write-ahead log into the file holds everyone up: four times less often than by default, at 16 MB.
    client.pragma('wal_autocheckpoint = 4000')
    client.pragma('secure_delete = ON') // what is erased is gone from the file too
    if (isBehind(client, migrations)) onMigration(folder)
    migrate(db, { migrationsFolder: migrations })
    claim(db, kind)
    // The write-ahead log is there from the first transaction until the last connection closes.
    if (durability === 'full') syncing = openSyncing(join(folder, 'hall.sqlite-wal'))
  } catch (error) {
    client.close()
    lock.close()
    throw error
  }
  const holders: Holders = new Map()
  const bearers: Bearers = new Map()
  return {
    kind,
    log: logOf(client, db, syncing),
    tickets: ticketsOf(db),
    prints: printsOf(db),
    subscriptions: subscriptionsOf(db),
    pushIdentity: (draw) => pushIdentity(db, draw),
    announcements: announcementsOf(db),
    reception: receptionOf(db),
    staff: staffOf(db, holders),
    sessions: sessionsOf(db, holders),
    devices: devicesOf(db, bearers),
    invitations: invitationsOf(db),
    close() {
      client.close()
      syncing?.close()
      lock.close()
    },
  }
}

/** Whether there is a hall in the file, and migrations that it has not seen. */
function isBehind(client: Database.Database, migrations: string): boolean {
  const hasSeen = client
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get()
  if (hasSeen === undefined) return false
  const last = client
    .prepare<[], { at: number | null }>('select max(created_at) as at from __drizzle_migrations')
    .get()
  const known = readMigrationFiles({ migrationsFolder: migrations })
  return known.some(({ folderMillis }) => folderMillis > (last?.at ?? 0))
}

function claim(db: Db, kind: 'training' | 'real') {
  const row = db.select().from(tables.meta).where(eq(tables.meta.key, 'kind')).get()
  if (row === undefined) {
    db.insert(tables.meta).values({ key: 'kind', value: kind }).run()
    return
  }
  if (row.value === kind) return
  throw new StoreRefused(
    row.value === 'training'
      ? 'This is a training database. It stays one for ever and is never opened on the real clock; choose another data folder.'
      : 'This is a real database. It is never opened on a training clock; choose another data folder.',
  )
}

function pushIdentity(db: Db, draw: () => string): string {
  const key = 'push-identity'
  const row = db.select().from(tables.meta).where(eq(tables.meta.key, key)).get()
  if (row !== undefined) return row.value
  const value = draw()
  db.insert(tables.meta).values({ key, value }).run()
  return value
}

// The log

function logOf(client: Database.Database, db: Db, syncing: Syncing | null): Store['log'] {
  const { events, commands } = tables
  const heads = new Map<string, string>() // the hash each office's log ends with
  const p = sql.placeholder
  const insertEvent = db
    .insert(events)
    .values({
      office: p('office'),
      version: p('version'),
      day: p('day'),
      at: p('at'),
      actorKind: p('actorKind'),
      actorId: p('actorId'),
      type: p('type'),
      body: p('body'),
      previous: p('previous'),
      hash: p('hash'),
    })
    .prepare()
  const insertCommand = db
    .insert(commands)
    .values({
      office: p('office'),
      key: p('key'),
      fingerprint: p('fingerprint'),
      version: p('version'),
      answer: p('answer'),
      at: p('at'),
    })
    .prepare()
  const findCommand = db
    .select({ fingerprint: commands.fingerprint, version: commands.version, answer: commands.answer })
    .from(commands)
    .where(and(eq(commands.office, p('office')), eq(commands.key, p('key'))))
    .prepare()
  const findHead = db
    .select({ hash: events.hash })
    .from(events)
    .where(eq(events.office, p('office')))
    .orderBy(desc(events.version))
    .limit(1)
    .prepare()
  // How the keys in the table end, read when the first command comes: most commands are new and need not ask the database.
  let endings: Set<string> | null = null
  const readEndings = () =>
    new Set(
      db
        .select({ key: commands.key })
        .from(commands)
        .all()
        .map(({ key }) => endingOf(key)),
    )
  let hasErased = false
  const change = rowChanger(db, () => {
    hasErased = true
  })
  const writeDown = personWriter(db)

  function headOf(office: string): string {
    const known = heads.get(office)
    if (known !== undefined) return known
    return findHead.get({ office })?.hash ?? GENESIS
  }

  const appendAll = client.transaction((office: OfficeId, entries: readonly Entry[], before: string) => {
    let head = before
    for (const entry of entries) {
      for (const recorded of entry.events) {
        const next = link(office, entry.day, recorded, head)
        insertEvent.run(next)
        for (const row of rowChanges(office, entry.day, recorded)) change(office, row)
        head = next.hash
      }
      for (const each of entry.persons ?? []) writeDown(office, each)
      if (entry.command) insertCommand.run({ office, ...entry.command })
    }
    return head
  })

  const readSince = client.prepare<unknown[], Omit<Link, 'previous' | 'hash'>>(
    `select office, version, day, at, actor_kind as actorKind, actor_id as actorId, type, body
     from events where office = ? and version >= ? order by version`,
  )

  /** One event after the other: a day's log is never in memory whole. */
  function* since(office: string, version: number): Generator<Recorded> {
    for (const row of readSince.iterate(office, version)) yield readLink(row)
  }

  return {
    append(office, entries) {
      // This commit is synced beside the work; all others sync before they return.
      if (syncing) client.exec('pragma synchronous = normal')
      try {
        heads.set(office, appendAll.immediate(office, entries, headOf(office)))
      } catch (error) {
        throw lostIfDamaged(error)
      } finally {
        if (syncing) client.exec('pragma synchronous = full')
      }
      for (const { command } of entries) if (command) endings?.add(endingOf(command.key))
      if (hasErased) {
        hasErased = false
        client.pragma('wal_checkpoint(TRUNCATE)') // what was erased is not in the write-ahead log either
      }
      return syncing?.synced() ?? Promise.resolve()
    },
    doneUnder(office, key): DoneCommand | null {
      endings ??= readEndings()
      if (!endings.has(endingOf(key))) return null
      return findCommand.get({ office, key }) ?? null
    },
    lastDay(office) {
      // Backwards along the key: no further than the day's beginning, however long the history.
      const opened = db
        .select({ version: events.version })
        .from(events)
        .where(and(eq(events.office, office), eq(events.type, 'day-opened')))
        .orderBy(desc(events.version))
        .limit(1)
        .get()
      return opened === undefined ? [] : since(office, opened.version)
    },
    ofDay(office, day) {
      return db
        .select()
        .from(events)
        .where(and(eq(events.office, office), eq(events.day, day)))
        .orderBy(asc(events.version))
        .all()
    },
    verify: (office, day) => verifyStretch(client, office, day),
    ...follower(client),
    offices() {
      return db
        .selectDistinct({ office: events.office })
        .from(events)
        .all()
        .map((row) => row.office as OfficeId) // written from one
    },
    lastInstant() {
      const last = db
        .select({ at: events.at })
        .from(events)
        .orderBy(sql`rowid desc`)
        .limit(1)
        .get()
      return (last?.at ?? null) as Instant | null // a column of instants
    },
    forgetCommandsBefore(at) {
      endings = null
      return db.delete(commands).where(lt(commands.at, at)).run().changes
    },
  }
}

/** Enough of a key to tell that it is new: its end, where chance is. Short, because those of two days stay in memory. */
function endingOf(key: string): string {
  return key.slice(-10)
}

/** Makes the row changes of events: each statement prepared once. Runs inside the transaction that appends the events. */
function rowChanger(db: Db, onErased: () => void): (office: string, change: RowChange) => void {
  const { tickets, calls } = tables
  const p = sql.placeholder
  const newTicket = db.insert(tickets).values({
    office: p('office'),
    id: p('id'),
    day: p('day'),
    letter: p('letter'),
    number: p('number'),
    label: p('label'),
    code: p('code'),
    service: p('service'),
    state: 'waiting',
    priority: p('priority'),
    language: p('language'),
    presentAtClosing: p('presentAtClosing'),
    issuedAt: p('issuedAt'),
  })
  const insertTicket = newTicket.prepare()
  const insertLateTicket = newTicket.onConflictDoNothing().prepare()
  const setTicket = db
    .update(tickets)
    .set({
      state: sql`${p('state')}`,
      service: sql`coalesce(${p('service')}, ${tickets.service})`,
      firstCalledAt: sql`coalesce(${tickets.firstCalledAt}, ${p('firstCalledAt')})`,
      startedAt: sql`coalesce(${tickets.startedAt}, ${p('startedAt')})`,
      endedAt: sql`${p('endedAt')}`,
      outcome: sql`${p('outcome')}`,
      apology: sql`coalesce(${p('apology')}, ${tickets.apology})`,
    })
    .where(and(eq(tickets.office, p('office')), eq(tickets.id, p('id'))))
    .prepare()
  const insertCall = db
    .insert(calls)
    .values({
      office: p('office'),
      version: p('version'),
      day: p('day'),
      ticket: p('ticket'),
      service: p('service'),
      window: p('window'),
      clerk: p('clerk'),
      reason: p('reason'),
      calledAt: p('calledAt'),
    })
    .prepare()
  const lastCall = and(
    eq(calls.office, p('office')),
    eq(calls.ticket, p('ticket')),
    sql`${calls.version} = (select max(version) from calls where office = ${p('office')} and ticket = ${p('ticket')})`,
  )
  const startCall = db
    .update(calls)
    .set({ startedAt: sql`coalesce(${calls.startedAt}, ${p('startedAt')})` })
    .where(lastCall)
    .prepare()
  const endCall = db
    .update(calls)
    .set({
      endedAt: sql`coalesce(${calls.endedAt}, ${p('endedAt')})`,
      end: sql`coalesce(${calls.end}, ${p('end')})`,
    })
    .where(lastCall)
    .prepare()
  const reopenCall = db.update(calls).set({ endedAt: null, end: null }).where(lastCall).prepare()
  const forgetFirstCall = db
    .update(tickets)
    .set({ firstCalledAt: null })
    .where(
      and(
        eq(tickets.office, p('office')),
        eq(tickets.id, p('ticket')),
        sql`(select count(*) from calls where office = ${p('office')} and ticket = ${p('ticket')} and "end" is not 'withdrawn') = 0`,
      ),
    )
    .prepare()

  const queuePrint = printQueuer(db)
  const changeReception = receptionChanger(db, onErased)

  return (office, change) => {
    switch (change.kind) {
      case 'ticket-issued':
        return void insertTicket.run(change.row)
      case 'late-ticket':
        return void insertLateTicket.run(change.row)
      case 'print-queued':
        return queuePrint(change.row)
      case 'ticket-is': {
        const {
          service = null,
          firstCalledAt = null,
          startedAt = null,
          endedAt = null,
          outcome = null,
          apology = null,
        } = change
        const { id, state } = change
        return void setTicket.run({
          office,
          id,
          state,
          service,
          firstCalledAt,
          startedAt,
          endedAt,
          outcome,
          apology,
        })
      }
      case 'call-made':
        return void insertCall.run(change.row)
      case 'call-started':
        return void startCall.run({ office, ...change })
      case 'call-ended':
        return void endCall.run({ office, ...change })
      case 'call-reopened':
        return void reopenCall.run({ office, ...change })
      case 'call-withdrawn':
        endCall.run({ office, ...change, end: 'withdrawn' })
        return void forgetFirstCall.run({ office, ticket: change.ticket })
      default:
        return changeReception(office, change)
    }
  }
}

function ticketsOf(db: Db): Store['tickets'] {
  const { tickets } = tables
  const p = sql.placeholder
  const find = db
    .select({
      label: tickets.label,
      service: tickets.service,
      language: tickets.language,
      issuedAt: tickets.issuedAt,
      state: tickets.state,
    })
    .from(tickets)
    .where(and(eq(tickets.code, p('code')), eq(tickets.office, p('office')), eq(tickets.day, p('day'))))
    .prepare()
  return {
    past: (office, day, code) => (find.get({ office, day, code }) as PastTicket | undefined) ?? null, // written from a ticket
  }
}

// People and devices. Rows of these tables are written only here, from the types that they are read back as.

/**
 * Who holds the sessions that were asked for, by the hash of their token: each request asks. This is the file's one
 * writer, so what stands here is what stands there until a session or an account changes; then all is looked up again.
 */
type Holders = Map<string, Held>
type Held = { readonly holder: StaffRow; readonly expiresAt: number; readonly idleAt: number }
/** A session's idle end is written down at most so often. */
const PROLONG_MS = 5 * 60_000

/** The same of devices, by the hash of their token. */
type Bearers = Map<string, DeviceRow>

function staffOf(db: Db, holders: Holders): Store['staff'] {
  const { staff } = tables
  return {
    all: () => db.select().from(staff).orderBy(asc(staff.user)).all() as StaffRow[],
    find: (user) =>
      (db.select().from(staff).where(eq(staff.user, user)).get() as StaffRow | undefined) ?? null,
    add: (row) => db.insert(staff).values(row).onConflictDoNothing().run().changes === 1,
    change(user, change) {
      if (Object.keys(change).length === 0) return
      holders.clear()
      db.update(staff).set(change).where(eq(staff.user, user)).run()
    },
  }
}

function sessionsOf(db: Db, holders: Holders): Store['sessions'] {
  const { sessions, staff } = tables
  const find = db
    .select({ holder: staff, expiresAt: sessions.expiresAt, idleAt: sessions.idleAt })
    .from(sessions)
    .innerJoin(staff, eq(staff.user, sessions.user))
    .where(and(eq(sessions.tokenHash, sql.placeholder('tokenHash')), eq(staff.active, true)))
    .prepare()
  return {
    add(row) {
      db.insert(sessions).values(row).run()
    },
    holder(tokenHash, now) {
      const known = holders.get(tokenHash) ?? (find.get({ tokenHash }) as Held | undefined)
      if (known === undefined || known.expiresAt <= now || known.idleAt <= now) return null
      holders.set(tokenHash, known)
      return known.holder
    },
    prolong(tokenHash, idleAt) {
      const known = holders.get(tokenHash)
      if (known === undefined || idleAt - known.idleAt < PROLONG_MS) return
      holders.set(tokenHash, { ...known, idleAt })
      db.update(sessions).set({ idleAt }).where(eq(sessions.tokenHash, tokenHash)).run()
    },
    end(tokenHash) {
      holders.clear()
      db.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run()
    },
    endAllOf(user) {
      holders.clear()
      db.delete(sessions).where(eq(sessions.user, user)).run()
    },
    forgetExpired(now) {
      holders.clear()
      db.delete(sessions)
        .where(or(lte(sessions.expiresAt, now), lte(sessions.idleAt, now)))
        .run()
    },
  }
}

function devicesOf(db: Db, bearers: Bearers): Store['devices'] {
  const { devices } = tables
  const byToken = db
    .select()
    .from(devices)
    .where(and(eq(devices.tokenHash, sql.placeholder('tokenHash')), isNull(devices.revokedAt)))
    .prepare()
  return {
    all: () => db.select().from(devices).orderBy(asc(devices.createdAt)).all() as DeviceRow[],
    byToken(tokenHash) {
      const known = bearers.get(tokenHash) ?? (byToken.get({ tokenHash }) as DeviceRow | undefined)
      if (known) bearers.set(tokenHash, known)
      return known ?? null
    },
    add(row) {
      db.insert(devices).values(row).run()
    },
    revoke(id, at) {
      bearers.clear()
      db.update(devices)
        .set({ revokedAt: at })
        .where(and(eq(devices.id, id), isNull(devices.revokedAt)))
        .run()
      return (db.select().from(devices).where(eq(devices.id, id)).get() as DeviceRow | undefined) ?? null
    },
  }
}

function invitationsOf(db: Db): Store['invitations'] {
  const { invitations } = tables
  const isOpen = (codeHash: string, now: Instant) =>
    and(eq(invitations.codeHash, codeHash), isNull(invitations.spentAt), gt(invitations.expiresAt, now))
  return {
    add(row) {
      db.insert(invitations).values(row).run()
    },
    isOpen: (codeHash, now) => db.select().from(invitations).where(isOpen(codeHash, now)).get() !== undefined,
    spend: (codeHash, now) =>
      db.update(invitations).set({ spentAt: now }).where(isOpen(codeHash, now)).run().changes === 1,
  }
}
