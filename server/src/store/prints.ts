import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { OfficeId } from '#shared/ids.ts'
import type { Database } from './database.ts'
import type { PrintJob, Store } from './store.ts'

/** Print jobs. Rows are written here and with the ticket's event (`rows.ts`), from the types that they are read back as. */
export function printsOf({ db, tables, tell, onNews }: Database): Store['prints'] {
  const { printJobs } = tables
  return {
    async add(job) {
      const added = await db
        .insert(printJobs)
        .values({ ...job, state: 'queued' })
        .onConflictDoNothing()
        .returning({ id: printJobs.id })
      if (added.length > 0) await tell({ of: 'paper', office: job.office })
      return added.length > 0
    },
    async find(office, id) {
      const [row] = await db
        .select()
        .from(printJobs)
        .where(and(eq(printJobs.office, office), eq(printJobs.id, id)))
      return (row as PrintJob | undefined) ?? null
    },
    inState: async (office, state) =>
      (await db
        .select()
        .from(printJobs)
        .where(and(eq(printJobs.office, office), eq(printJobs.state, state)))
        // Of one instant the lower number first, as it was given.
        .orderBy(
          asc(printJobs.queuedAt),
          asc(sql`length(${printJobs.id})`),
          asc(printJobs.id),
        )) as PrintJob[],
    ofDay: async (office, day, limit) =>
      (await db
        .select()
        .from(printJobs)
        .where(and(eq(printJobs.office, office), eq(printJobs.day, day)))
        .orderBy(desc(printJobs.queuedAt), desc(sql`length(${printJobs.id})`), desc(printJobs.id))
        .limit(limit)) as PrintJob[],
    async step(office, id, step, at) {
      const stepped = await db
        .update(printJobs)
        .set({
          state: step.to,
          ...(step.to === 'sent' ? { sentAt: at } : { endedAt: at }),
          ...(step.to === 'failed' ? { failure: step.failure } : {}),
        })
        .where(and(eq(printJobs.office, office), eq(printJobs.id, id), eq(printJobs.state, step.from)))
        .returning({ id: printJobs.id })
      if (stepped.length > 0) await tell({ of: 'paper', office })
      return stepped.length > 0
    },
    onNews: (listener) =>
      onNews((news) => {
        if (news.of === 'paper') listener(news.office as OfficeId) // written from one
        if (news.of === 'all') listener(null)
      }),
  }
}
