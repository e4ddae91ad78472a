/**
 * What somebody who can write to the database does first: the triggers that hold the log append-only are taken away. From
 * there on only the chain tells.
 */
export const UNGUARDED = {
  SQLite: 'drop trigger events_stay; drop trigger events_remain;',
  PostgreSQL: 'drop trigger events_stay on events;',
} as const
