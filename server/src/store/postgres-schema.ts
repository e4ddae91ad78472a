import { bigint, boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { tablesOf, type Kit } from './tables.ts'

/** What only one program may do at a time, who does it, and until when by the database's clock. */
export const duties = pgTable('duties', {
  what: text().primaryKey(),
  who: text().notNull(),
  until: bigint({ mode: 'number' }).notNull(),
})

/** What a program says, for the others to show too. */
export const posts = pgTable('posts', {
  key: text().primaryKey(),
  value: text().notNull(),
  at: bigint({ mode: 'number' }).notNull(),
})

/**
 * The tables of PostgreSQL. They are made by its own words and typed as the embedded database's, whose columns hold the same
 * values: so the queries stand once. That it is so is shown by the store's tests, which run on both.
 */
const kit = {
  table: pgTable,
  text,
  whole: (name = '') => bigint(name, { mode: 'number' }),
  flag: (name = '') => boolean(name),
  ordinal: () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  primaryKey,
  index,
  uniqueIndex,
} as unknown as Kit

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
} = tablesOf(kit)
