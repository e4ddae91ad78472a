import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { QueuedPrint } from './projection.ts'
import * as tables from './schema.ts'
import type { PrintJob, Store } from './store.ts'

/** Print jobs in the embedded database. Rows are written only here, from the types that they are read back as. */

type Db = BetterSQLite3Database<typeof tables>

const { printJobs } = tables

/** Queues a ticket's paper. Runs inside the transaction that appends the ticket's event. */
export function printQueuer(db: Db): (row: QueuedPrint) => void {
  const p = sql.placeholder
  const insert = db
    .insert(printJobs)
    .values({
      office: p('office'),
      id: p('id'),
      day: p('day'),
      kind: 'ticket',
      ticket: p('ticket'),
      label: p('label'),
      printer: p('printer'),
      askedBy: p('askedBy'),
      state: 'queued',
      queuedAt: p('queuedAt'),
    })
    .prepare()
  return (row) => void insert.run(row)
}

export function printsOf(db: Db): Store['prints'] {
  const p = sql.placeholder
  const inState = db
    .select()
    .from(printJobs)
    .where(and(eq(printJobs.office, p('office')), eq(printJobs.state, p('state'))))
    .orderBy(asc(printJobs.queuedAt), sql`rowid`)
    .prepare()
  return {
    add: (job) =>
      db
        .insert(printJobs)
        .values({ ...job, state: 'queued' })
        .onConflictDoNothing()
        .run().changes === 1,
    find: (office, id) =>
      (db
        .select()
        .from(printJobs)
        .where(and(eq(printJobs.office, office), eq(printJobs.id, id)))
        .get() as PrintJob | undefined) ?? null,
    inState: (office, state) => inState.all({ office, state }) as PrintJob[],
    ofDay: (office, day, limit) =>
      db
        .select()
        .from(printJobs)
        .where(and(eq(printJobs.office, office), eq(printJobs.day, day)))
        .orderBy(desc(printJobs.queuedAt), sql`rowid desc`)
        .limit(limit)
        .all() as PrintJob[],
    step: (office, id, step, at) =>
      db
        .update(printJobs)
        .set({
          state: step.to,
          ...(step.to === 'sent' ? { sentAt: at } : { endedAt: at }),
          ...(step.to === 'failed' ? { failure: step.failure } : {}),
        })
        .where(and(eq(printJobs.office, office), eq(printJobs.id, id), eq(printJobs.state, step.from)))
        .run().changes === 1,
  }
}
