import type { Column } from 'drizzle-orm'
import type { Database } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'

/** One end of a move: a database that no server uses while it is open. */
export type End = Pick<Database, 'db' | 'tables'> & {
  /** Where it lies, without a secret. */
  readonly name: string
  /** The columns by which a table's rows are told apart. */
  readonly keyOf: (table: Tables[keyof Tables]) => readonly Column[]
  /** From here on all is one transaction, and what is read is of one instant. */
  readonly begin: () => Promise<void>
  /** Lets the numbers that the database gives go on after those that are there. */
  readonly numberOn: () => Promise<void>
  /** What was written stands, whole. */
  readonly commit: () => Promise<void>
  /** Lets it go; of what was not committed nothing is left. */
  readonly close: () => Promise<void>
}

/** Nothing was moved: what stands in the way. */
export class MoveRefused extends Error {}
