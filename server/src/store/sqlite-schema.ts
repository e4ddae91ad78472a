import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { tablesOf } from './tables.ts'

/** The tables of the embedded database. */
export const {
  meta,
  events,
  commands,
  tickets,
  calls,
  printJobs,
  announcements,
  appointments,
  persons,
  looks,
  receptionDays,
  routedQuestions,
  feeds,
  subscriptions,
  staff,
  sessions,
  devices,
  invitations,
} = tablesOf({
  table: sqliteTable,
  text,
  whole: integer,
  flag: (name = '') => integer(name, { mode: 'boolean' }),
  ordinal: () => integer().primaryKey(),
  primaryKey,
  index,
  uniqueIndex,
})
