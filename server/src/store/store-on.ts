import { and, eq } from 'drizzle-orm'
import type { PastTicket } from '../domain/views/ticket.ts'
import { accountsOf } from './accounts.ts'
import { announcementsOf } from './announcements.ts'
import type { Database } from './database.ts'
import { StoreRefused } from './lock.ts'
import { logOf } from './log.ts'
import type { TicketState } from './projection.ts'
import { ALWAYS_UP } from './pulse.ts'
import { printsOf } from './prints.ts'
import { receptionOf } from './reception-reading.ts'
import type { Store } from './store.ts'
import { alone } from './together.ts'
import { subscriptionsOf } from './subscriptions.ts'

/** The store on a database, whichever it is. @param close lets the database go. */
export function storeOn(database: Database, kind: Store['kind'], close: () => Promise<void>): Store {
  return {
    kind,
    line: ALWAYS_UP,
    together: alone(),
    log: logOf(database),
    tickets: ticketsOf(database),
    prints: printsOf(database),
    subscriptions: subscriptionsOf(database),
    pushIdentity: (draw) => writtenOnce(database, 'push-identity', draw),
    announcements: announcementsOf(database),
    reception: receptionOf(database),
    ...accountsOf(database),
    close,
  }
}

/** Makes the database one of this kind for ever. @throws StoreRefused when it is of the other kind. */
export async function claim(database: Pick<Database, 'db' | 'tables'>, kind: Store['kind']): Promise<void> {
  const written = await writtenOnce(database, 'kind', () => kind)
  if (written === kind) return
  throw new StoreRefused(
    written === 'training'
      ? 'This is a training database. It stays one for ever and is never opened on the real clock; choose another data folder.'
      : 'This is a real database. It is never opened on a training clock; choose another data folder.',
  )
}

/** What stands under the key: what was written the first time. */
async function writtenOnce(
  { db, tables }: Pick<Database, 'db' | 'tables'>,
  key: string,
  draw: () => string,
): Promise<string> {
  const { meta } = tables
  const read = async () => (await db.select().from(meta).where(eq(meta.key, key)))[0]?.value
  const known = await read()
  if (known !== undefined) return known
  const value = draw()
  await db.insert(meta).values({ key, value }).onConflictDoNothing()
  return (await read()) ?? value
}

function ticketsOf({ db, tables }: Database): Store['tickets'] {
  const { tickets } = tables
  return {
    async past(office, day, code) {
      const [row] = await db
        .select({
          id: tickets.id,
          label: tickets.label,
          service: tickets.service,
          language: tickets.language,
          issuedAt: tickets.issuedAt,
          state: tickets.state,
        })
        .from(tickets)
        .where(and(eq(tickets.code, code), eq(tickets.office, office), eq(tickets.day, day)))
      return (row as PastTicket | undefined) ?? null // written from a ticket
    },
    async stateOf(office, ticket) {
      const [row] = await db
        .select({ state: tickets.state })
        .from(tickets)
        .where(and(eq(tickets.office, office), eq(tickets.id, ticket)))
      return (row?.state as TicketState | undefined) ?? null // only states are written
    },
  }
}
