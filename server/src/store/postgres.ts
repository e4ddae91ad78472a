import { createHash, randomUUID } from 'node:crypto'
import { fillPlaceholders } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { Clash, StoreAway, type Database, type Db, type News, type Ready, type Step } from './database.ts'
import { StoreRefused } from './lock.ts'
import * as tables from './postgres-schema.ts'
import { openPulse, worded } from './pulse.ts'
import { claim, storeOn } from './store-on.ts'
import type { Store } from './store.ts'
import { togetherOn } from './together-postgres.ts'

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

/** Lines of one program: for what its offices do at once, and few enough that some nodes do not fill a database. */
const LINES = 10
/** A question that has no answer by then gets none, and its line is given up. Milliseconds. */
const PATIENCE_MS = 4_000
const CHANNEL = 'edno_gishe'
/** Whoever brings the tables up to date holds this lock; any number, as long as it is always the same. */
export const MIGRATING = 19_642_026
/** By this name its lines are known in the database. */
export const APPLICATION = 'edno-gishe'

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
  const pool = new pg.Pool({ ...lineTo(url), max: LINES, idleTimeoutMillis: 0 })
  pool.on('error', onFault) // a line broke while nobody used it: the next question takes another
  pool.on('connect', (line) => line.on('error', () => {})) // whoever asks over it is told
  const channel = openChannel(url, {
    onWord: (text) => pulse.hear(text),
    onListening: () => pulse.listening(),
    onBroken: () => pulse.mend(),
  })
  const pulse = openPulse({
    me,
    say: (text) => say(text),
    listenAnew: channel.listen,
    told(news) {
      for (const listener of listeners) listener(news)
    },
    onFault,
  })

  /** @throws StoreAway */
  async function ask(question: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    try {
      return await pool.query({ ...question, ...(values && { values }), types: TYPES })
    } catch (error) {
      throw awayIfBroken(error)
    }
  }

  async function say(text: string) {
    await ask(saying(text))
  }

  // The queries are put together by PostgreSQL's own words, and typed as the embedded database's (`postgres-schema.ts`).
  const asked = { query: ask } as unknown as pg.Pool // as much of one as queries are run on
  const db = drizzle(asked, { schema: tables }) as unknown as Db
  const database: Database = {
    db,
    tables,
    isShared: true,
    ready: (query) => named(query.toSQL() as Compiled) as unknown as Ready, // known as `Named` here alone
    async write(steps, news = []) {
      await inOneTransaction(pool, [
        ...steps.map(questionOf),
        ...news.map((each) => saying(worded(me, each))),
      ])
      return { kept: Promise.resolve() }
    },
    tell: (news) => say(worded(me, news)),
    onNews(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  await channel.listen()
  const { tell, onNews } = database
  const { stop, ...together } = togetherOn({ db: drizzle(asked), me, isAlive: pulse.isAlive, tell, onNews })
  return {
    ...storeOn(database, kind, async () => {
      stop()
      pulse.stop()
      channel.close()
      await pool.end()
    }),
    line: pulse,
    together,
  }
}

function lineTo(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    pipeline: true,
    query_timeout: PATIENCE_MS,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    application_name: APPLICATION,
  }
}

/** Numbers of eight bytes come as numbers: versions, instants and counts stay far below where these end. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
}

/** Brings the tables up to date, one program at a time, and makes the database one of this kind for ever. */
async function prepare({ url, kind, migrations }: PostgresOptions): Promise<void> {
  const client = new pg.Client({ ...lineTo(url), query_timeout: 60_000 })
  client.on('error', () => {}) // whoever asks is told
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1)', [MIGRATING])
    const db = drizzle(client, { schema: tables })
    await migrate(db, { migrationsFolder: migrations })
    await claim({ db: db as unknown as Db, tables }, kind)
  } catch (error) {
    throw refusalOf(error, url)
  } finally {
    await client.end()
  }
}

/** Listens to what is said among the programs, over a line of its own. */
function openChannel(
  url: string,
  {
    onWord,
    onListening,
    onBroken,
  }: {
    readonly onWord: (text: string) => void
    readonly onListening: () => void
    readonly onBroken: () => void
  },
) {
  let line: pg.Client | null = null
  let isClosed = false

  function hangUp() {
    line?.removeAllListeners('notification')
    void line?.end().catch(() => null) // nobody waits for it any more
    line = null
  }

  return {
    /** Over a new line, where there was one. @throws when there is none to be had. */
    async listen() {
      hangUp()
      const next = new pg.Client(lineTo(url))
      next.on('error', () => {}) // its end follows, or it falls silent and the pulse finds that
      next.on('end', () => {
        if (line === next) onBroken()
      })
      next.on('notification', ({ payload }) => onWord(payload ?? ''))
      await next.connect()
      if (isClosed) return void next.end()
      line = next
      await next.query(`listen ${CHANNEL}`)
      onListening()
    },
    close() {
      isClosed = true
      hangUp()
    },
  }
}

/** What a query comes to: its text, and values or places for them, in order. */
type Compiled = { readonly sql: string; readonly params: unknown[] }
/** The same, with a name under which a line remembers it. */
type Named = Compiled & { readonly name: string }

function named({ sql, params }: Compiled): Named {
  return { sql, params, name: createHash('sha256').update(sql).digest('base64url').slice(0, 24) }
}

function questionOf({ query, values }: Step): pg.QueryConfig {
  const { sql, params, name } = query as unknown as Named // it was made ready here
  return { name, text: sql, values: fillPlaceholders(params, values) }
}

function saying(text: string): pg.QueryConfig {
  return { name: 'say', text: 'select pg_notify($1, $2)', values: [CHANNEL, text] }
}

/** All at once down one line: the answers are waited for together. @throws Clash, StoreAway, or what the database says first. */
async function inOneTransaction(pool: pg.Pool, questions: readonly pg.QueryConfig[]): Promise<void> {
  let line: pg.PoolClient
  try {
    line = await pool.connect()
  } catch (error) {
    throw awayIfBroken(error)
  }
  const asked = [{ text: 'begin' }, ...questions, { text: 'commit' }].map((each) => line.query(each))
  const outcomes = await Promise.allSettled(asked)
  const failed = outcomes.find((each) => each.status === 'rejected')
  if (failed === undefined) return line.release()
  const reason: unknown = failed.reason
  line.release(isBroken(reason))
  throw codeOf(reason) === UNIQUE_VIOLATION
    ? new Clash('a key is there already', { cause: reason })
    : awayIfBroken(reason)
}

const UNIQUE_VIOLATION = '23505'
/** What the line says, or a database that is going down or coming up; https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BROKEN_CODE = /^(E[A-Z_]+$|08|57P0[1-5]|25006|53300)/
const BROKEN_LINE = /terminated|timeout|not queryable|timed out/i

function awayIfBroken(error: unknown): unknown {
  return isBroken(error) ? new StoreAway('the database can’t be reached', { cause: error }) : error
}

function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return BROKEN_CODE.test(codeOf(error)) || (codeOf(error) === '' && BROKEN_LINE.test(error.message))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** @returns where a database lies, without the secret of its address. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `the database ${pathname.slice(1)} at ${host}`
}

/** What to tell whoever starts a node whose database makes trouble; any other error as it is. */
export function refusalOf(error: unknown, url: string): unknown {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const code = codeOf(cause)
  const told = (what: string) => new StoreRefused(`T${placeOf(url).slice(1)} ${what}`, { cause: error })
  if (isBroken(cause)) return told('can’t be reached. Is it running, and does DATABASE_URL name it?')
  if (code === '3D000') return told('does not exist. Create it, and start again.')
  if (code.startsWith('28'))
    return told('does not let this user in. Look after the name and password in DATABASE_URL.')
  if (code === '42501')
    return told(
      'does not let this user make tables in it, or read those that are there. Who owns it, and them?',
    )
  return error
}
