import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { OfficeId } from '#shared/ids.ts'
import { GENESIS, link } from './chain.ts'
import { Clash, type Database, type Step } from './database.ts'
import { logReadingOf } from './log-reading.ts'
import { rowChanges } from './projection.ts'
import { personSteps, rowSteps } from './rows.ts'
import type { Appended, DoneCommand, Entry, Store } from './store.ts'

/** The log: events chained by their hashes, with the rows they change and the answers they gave, in one transaction. */
export function logOf(database: Database): Store['log'] {
  const { db, tables, ready, write, isShared, onNews } = database
  const { events, commands } = tables
  const p = sql.placeholder
  const insertEvent = ready(
    db.insert(events).values({
      office: p('office'),
      version: p('version'),
      day: p('day'),
      at: p('at'),
      actorKind: p('actorKind'),
      actorId: p('actorId'),
      type: p('type'),
      body: p('body'),
      previous: p('previous'),
      hash: p('hash'),
    }),
  )
  const insertCommand = ready(
    db.insert(commands).values({
      office: p('office'),
      key: p('key'),
      fingerprint: p('fingerprint'),
      version: p('version'),
      answer: p('answer'),
      at: p('at'),
    }),
  )
  const rows = rowSteps(database)
  const person = personSteps(database)
  /** The version and the hash that each office's log ends with, as far as this program has written it. */
  const ends = new Map<string, { readonly version: number; readonly hash: string }>()
  // How the keys in the table end, read when the first command comes: most commands are new and need not ask the database.
  let endings: Set<string> | null = null

  /** The hash of an event; null: there is no such event. */
  async function hashAt(office: string, version: number): Promise<string | null> {
    if (version === 0) return GENESIS
    const known = ends.get(office)
    if (known?.version === version) return known.hash
    const [row] = await db
      .select({ hash: events.hash })
      .from(events)
      .where(and(eq(events.office, office), eq(events.version, version)))
    return row?.hash ?? null
  }

  async function append(office: OfficeId, entries: readonly Entry[]): Promise<Appended> {
    const first = entries.flatMap((entry) => entry.events)[0]
    const before = first && (await hashAt(office, first.version - 1))
    if (before === null) return { kind: 'behind' }
    const steps: Step[] = []
    let end = first && { version: first.version - 1, hash: before ?? GENESIS }
    for (const entry of entries) {
      for (const recorded of entry.events) {
        const next = link(office, entry.day, recorded, end?.hash ?? GENESIS)
        steps.push({ query: insertEvent, values: next })
        for (const change of rowChanges(office, entry.day, recorded)) steps.push(...rows(office, change))
        end = next
      }
      for (const each of entry.persons ?? []) steps.push(person(office, each))
      if (entry.command) steps.push({ query: insertCommand, values: { office, ...entry.command } })
    }
    try {
      const { kept } = await write(steps, end && [{ of: 'office', office, version: end.version }])
      if (end) ends.set(office, { version: end.version, hash: end.hash })
      for (const { command } of entries) if (command) endings?.add(endingOf(command.key))
      return { kind: 'written', kept }
    } catch (error) {
      if (error instanceof Clash) return { kind: 'behind' }
      throw error
    }
  }

  return {
    ...logReadingOf(database),
    append,
    async doneUnder(office, keys) {
      const asked = isShared ? keys : await thoseThatMayBeKnown(keys)
      const done = new Map<string, DoneCommand>()
      if (asked.length === 0) return done
      const found = await db
        .select({
          key: commands.key,
          fingerprint: commands.fingerprint,
          version: commands.version,
          answer: commands.answer,
        })
        .from(commands)
        .where(and(eq(commands.office, office), inArray(commands.key, [...asked])))
      for (const { key, ...rest } of found) done.set(key, rest)
      return done
    },
    async forgetCommandsBefore(at) {
      endings = null
      const gone = await db.delete(commands).where(lt(commands.at, at)).returning({ key: commands.key })
      return gone.length
    },
    onNews: (listener) =>
      onNews((news) => {
        if (news.of === 'office') listener(news.office as OfficeId, news.version) // written from one
        if (news.of === 'all') listener(null, null)
      }),
  }

  async function thoseThatMayBeKnown(keys: readonly string[]): Promise<readonly string[]> {
    endings ??= new Set(
      (await db.select({ key: commands.key }).from(commands)).map(({ key }) => endingOf(key)),
    )
    const known = endings
    return keys.filter((key) => known.has(endingOf(key)))
  }
}

/** Enough of a key to tell that it is new: its end, where chance is. Short, because those of two days stay in memory. */
function endingOf(key: string): string {
  return key.slice(-10)
}
