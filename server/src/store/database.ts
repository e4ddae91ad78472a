import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Tables } from './tables.ts'

/** How queries are put together. Typed as the embedded database's; each kind of database puts its own in its place. */
export type Db = BetterSQLite3Database<Tables>

/** A query as it is put together, not yet run. */
export type Query = { readonly prepare: () => unknown; readonly toSQL: () => unknown }

/** A query made ready once, to be run often: what it is inside only its database knows. */
export type Ready = { readonly kind: 'ready' }

/** A query with the values for its placeholders, not yet run: what is written together is a list of these. */
export type Step = {
  readonly query: Ready
  readonly values: Readonly<Record<string, unknown>>
  /** Personal data go with it: when it has removed rows, nothing of them may be left in the files either. */
  readonly erases?: boolean
}

/** A key that was to be new is there: somebody else has written meanwhile. Nothing of the list stands. */
export class Clash extends Error {}

/** The database can't be reached, or broke off in the middle: whether what was just written stands is not known. */
export class StoreAway extends Error {}

/** @returns whether the error is, or was caused by, a database that can't be reached. */
export function isAway(error: unknown): boolean {
  return error instanceof StoreAway || (error instanceof Error && isAway(error.cause))
}

/** What programs on the same database tell each other. */
export type News =
  | { readonly of: 'office'; readonly office: string; readonly version: number }
  | { readonly of: 'accounts' }
  | { readonly of: 'paper'; readonly office: string }
  | { readonly of: 'wall'; readonly office: string }
  | { readonly of: 'post'; readonly key: string }
  | { readonly of: 'phones'; readonly office: string }
  /** Some may have been missed: all is to be looked at again. */
  | { readonly of: 'all' }

/**
 * A database, whichever it is. Queries are awaited; what is written together is a list of steps that nobody has run yet, so
 * that one kind may run it at once and another send it over a line.
 */
export type Database = {
  readonly db: Db
  readonly tables: Tables
  /** Whether other programs write to it too. What one alone would know by heart is then looked up. */
  readonly isShared: boolean
  readonly ready: (query: Query) => Ready
  /**
   * Runs the steps in one transaction, and tells the others the news with its commit.
   * @returns what resolves when it survives a power cut. @throws Clash, StoreAway, StoreLost, or what the database throws.
   */
  readonly write: (
    steps: readonly Step[],
    news?: readonly News[],
  ) => Promise<{ readonly kept: Promise<void> }>
  /** Tells the other programs. */
  readonly tell: (news: News) => Promise<void>
  /** Told what others wrote; never, where there are none. */
  readonly onNews: (listener: (news: News) => void) => () => void
}

/** @returns the query as a step that is run once. */
export function once({ ready }: Pick<Database, 'ready'>, query: Query): Step {
  return { query: ready(query), values: {} }
}

/** Writes, and resolves when it survives a power cut. */
export async function writeThrough(
  { write }: Pick<Database, 'write'>,
  steps: readonly Step[],
  news?: readonly News[],
): Promise<void> {
  const { kept } = await write(steps, news)
  await kept
}
