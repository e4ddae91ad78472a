import { randomUUID } from 'node:crypto'
import { fillPlaceholders } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { Clash, StoreAway, type Database, type Db, type News, type Ready, type Step } from './database.ts'
import { StoreRefused } from './lock.ts'
import * as tables from './postgres-schema.ts'
import { openPulse, worded } from './pulse.ts'
import { claim, storeOn } from './store-on.ts'
import type { Store } from './store.ts'

export type PostgresOptions = {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string
  /** What kind of hall this is. A database of the other kind is refused. */
  readonly kind: Store['kind']
  /** Where the migrations lie. */
  readonly migrations: string
  /** Told when the line to the database breaks; it is mended by itself. */
  readonly onFault?: (error: unknown) => void
}

type Client = ReturnType<typeof connect>

/** Lines of one program: for what its offices do at once, and few enough that some nodes do not fill a database. */
const LINES = 10
/** A question that has no answer by then gets none: its line is given up, and another is taken. Milliseconds. */
const PATIENCE_MS = 4_000
const CHANNEL = 'edno_gishe'
/** Whoever brings the tables up to date holds this lock; any number, as long as it is always the same. */
const MIGRATING = 19_642_026

/**
 * Opens a PostgreSQL database that several programs use: the events of an office are keyed by their version, so of two that
 * write at once one is told that it is behind; a commit tells the others in the same transaction.
 * @throws StoreRefused when the database can't be reached, or belongs to the other kind of hall.
 */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { url, kind, onFault = () => {} } = options
  await prepare(options)
  const me = randomUUID()
  const listeners = new Set<(news: News) => void>()
  let client = connect(url)
  let isClosed = false
  const pulse = openPulse({
    me,
    say: notify,
    async listenAnew() {
      renew(client)
      await listen()
    },
    told(news) {
      for (const listener of listeners) listener(news)
    },
    onFault,
  })

  async function listen() {
    const asked = client
    await within(
      asked.listen(
        CHANNEL,
        (text) => asked === client && pulse.hear(text),
        () => pulse.listening(),
      ),
    )
  }

  /** Gives up the lines that are used now, with all that hangs on them; what comes next takes new ones. */
  function renew(broken: Client) {
    if (broken !== client || isClosed) return
    client = connect(url)
    void broken.end({ timeout: 0 }).catch(() => null) // nobody waits for it any more
  }

  /** @throws StoreAway when there is no answer, or the line broke while waiting for it. */
  async function ask<T>(question: (now: Client) => PromiseLike<T>): Promise<T> {
    const asked = client
    try {
      return await within(question(asked))
    } catch (error) {
      if (error instanceof Silent) {
        renew(asked)
        void listen().catch(() => null) // the pulse sees that it is silent, and tries again
      }
      throw isBroken(error) ? new StoreAway('the database can’t be reached', { cause: error }) : error
    }
  }

  async function notify(text: string) {
    await ask((now) => now.unsafe('select pg_notify($1, $2)', [CHANNEL, text], { prepare: true }))
  }

  // The queries are put together by PostgreSQL's own words, and typed as the embedded database's (`postgres-schema.ts`).
  const db = drizzle(asking(ask) as unknown as Client, { schema: tables }) as unknown as Db
  const database: Database = {
    db,
    tables,
    isShared: true,
    ready: (query) => query.toSQL() as Ready, // known as `Compiled` here alone
    async write(steps, news = []) {
      try {
        await ask((now) =>
          now.begin((transaction) => [
            ...steps.map((step) => run(transaction, step)),
            ...news.map((each) =>
              transaction.unsafe('select pg_notify($1, $2)', [CHANNEL, worded(me, each)], { prepare: true }),
            ),
          ]),
        )
      } catch (error) {
        throw isClash(error) ? new Clash('a key is there already', { cause: error }) : error
      }
      return { kept: Promise.resolve() }
    },
    tell: (news) => notify(worded(me, news)),
    onNews(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  await listen()
  return {
    ...storeOn(database, kind, async () => {
      isClosed = true
      pulse.stop()
      await client.end({ timeout: 2 })
    }),
    line: pulse,
  }
}

function connect(url: string, lines = LINES) {
  return postgres(url, {
    max: lines,
    connect_timeout: 3,
    backoff: (attempt) => Math.min(1, 0.1 * attempt),
    max_lifetime: null,
    onnotice() {},
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    connection: { application_name: 'edno-gishe' },
  })
}

/** Brings the tables up to date, one program at a time, and makes the database one of this kind for ever. */
async function prepare({ url, kind, migrations }: PostgresOptions): Promise<void> {
  const client = connect(url, 1)
  try {
    await client.unsafe(`select pg_advisory_lock(${MIGRATING})`)
    const db = drizzle(client, { schema: tables })
    await migrate(db, { migrationsFolder: migrations })
    await claim({ db: db as unknown as Db, tables }, kind)
  } catch (error) {
    throw refusalOf(error, url)
  } finally {
    await client.end({ timeout: 2 })
  }
}

/** What a query comes to: its text, and values or places for them, in order. */
type Compiled = { readonly sql: string; readonly params: unknown[] }

function run(transaction: Pick<Client, 'unsafe'>, { query, values }: Step) {
  const { sql, params } = query as unknown as Compiled // it was made ready here
  return transaction.unsafe(sql, fillPlaceholders(params, values) as never[], { prepare: true })
}

/** As much of a client as queries are run on: each goes to the line that is used now. */
function asking(ask: <T>(question: (now: Client) => PromiseLike<T>) => Promise<T>) {
  return {
    options: { parsers: {}, serializers: {} },
    unsafe(text: string, values: never[], options: object) {
      const question = (now: Client) => now.unsafe(text, values, options)
      return {
        // As the client's own: run when it is awaited.
        // oxlint-disable-next-line unicorn/no-thenable
        then: (...told: Parameters<Promise<unknown>['then']>) => ask(question).then(...told),
        values: () => ask((now) => question(now).values()),
      }
    },
  }
}

/** The database says nothing. */
class Silent extends Error {}

/** @throws Silent */
async function within<T>(answer: PromiseLike<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Silent(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  try {
    return await Promise.race([answer, promise])
  } finally {
    clearTimeout(timer)
  }
}

/** What the line, or a database that is going down or coming up, says; https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BROKEN = /^(CONNECTION_|CONNECT_TIMEOUT|E[A-Z]+$|08|57P0[1-3]|25006|53300)/

function isBroken(error: unknown): boolean {
  return error instanceof Silent || BROKEN.test(codeOf(error))
}

/** A key that is there already: unique_violation. */
function isClash(error: unknown): boolean {
  return codeOf(error) === '23505'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** What to tell whoever starts a node whose database makes trouble; any other error as it is. */
function refusalOf(error: unknown, url: string): unknown {
  const { host, pathname } = new URL(url)
  const code = codeOf(error instanceof Error && error.cause ? error.cause : error)
  const told = (what: string) =>
    new StoreRefused(`The database${pathname} at ${host} ${what}`, { cause: error })
  if (BROKEN.test(code)) return told('can’t be reached. Is it running, and does DATABASE_URL name it?')
  if (code === '3D000') return told('does not exist. Create it, and start again.')
  if (code.startsWith('28'))
    return told('does not let this user in. Look after the name and password in DATABASE_URL.')
  if (code === '42501') return told('does not let this user make tables in it.')
  return error
}
