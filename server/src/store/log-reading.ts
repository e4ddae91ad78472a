import { and, asc, desc, eq, getTableColumns, gt, gte, max, min } from 'drizzle-orm'
import type { OfficeId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import { GENESIS, proof, readLink, type Link, type Verdict } from './chain.ts'
import type { Database } from './database.ts'
import { beyondTheEnd } from './log-end.ts'
import type { Store } from './store.ts'

/** Links read in one go: few enough to stay small in memory, and to let other work in between. */
const PAGE = 1_000

type Reading = Omit<Store['log'], 'append' | 'doneUnder' | 'forgetCommandsBefore' | 'onNews'>

/** Reads a log, in small steps: for the offices, for proofs, for whoever learns from it beside the work. */
export function logReadingOf({ db, tables }: Pick<Database, 'db' | 'tables'>): Reading {
  const { events } = tables
  const { previous: _previous, hash: _hash, ...facts } = getTableColumns(events)

  async function* linksAfter(office: string, version: number): AsyncGenerator<Link> {
    for (let after = version; ;) {
      const page = await db
        .select()
        .from(events)
        .where(and(eq(events.office, office), gt(events.version, after)))
        .orderBy(asc(events.version))
        .limit(PAGE)
      yield* page
      if (page.length < PAGE) return
      after = page.at(-1)?.version ?? after
    }
  }

  return {
    async dayStart(office) {
      // Backwards along the key: no further than the day's beginning, however long the history.
      const [opened] = await db
        .select({ version: events.version })
        .from(events)
        .where(and(eq(events.office, office), eq(events.type, 'day-opened')))
        .orderBy(desc(events.version))
        .limit(1)
      return opened?.version ?? null
    },
    ofDay: (office, day) =>
      db
        .select()
        .from(events)
        .where(and(eq(events.office, office), eq(events.day, day)))
        .orderBy(asc(events.version)),
    after: async (office, version, limit) =>
      (
        await db
          .select(facts)
          .from(events)
          .where(and(eq(events.office, office), gt(events.version, version)))
          .orderBy(asc(events.version))
          .limit(limit)
      ).map(readLink),
    async before(office, day) {
      const [first] = await db
        .select({ version: min(events.version) })
        .from(events)
        .where(and(eq(events.office, office), gte(events.day, day)))
      return (first?.version ?? 1) - 1
    },
    async lastVersion(office) {
      const [last] = await db
        .select({ version: max(events.version) })
        .from(events)
        .where(eq(events.office, office))
      return last?.version ?? 0
    },
    async verify(office, day) {
      const verdict = await (day === null ? proofOfAll(office) : proofOfDay(office, day))
      const beyond = verdict.ok ? await beyondTheEnd({ db, tables }, office, day) : null
      if (beyond === null) return verdict
      return { ok: false, events: verdict.events, brokenAt: beyond.end + 1, why: beyond.why }
    },
    async offices() {
      const rows = await db.selectDistinct({ office: events.office }).from(events).orderBy(asc(events.office))
      return rows.map((row) => row.office as OfficeId) // written from one
    },
    async lastInstant() {
      let last: Instant | null = null
      for (const office of await this.offices()) {
        const [row] = await db
          .select({ at: events.at })
          .from(events)
          .where(eq(events.office, office))
          .orderBy(desc(events.version))
          .limit(1)
        if (row !== undefined && (last === null || row.at > last)) last = row.at as Instant // a column of instants
      }
      return last
    },
  }

  async function proofOfAll(office: string): Promise<Verdict> {
    const { see, whole } = proof({ version: 0, hash: GENESIS })
    for await (const link of linksAfter(office, 0)) {
      const broken = see(link)
      if (broken !== null) return broken
    }
    return whole()
  }

  /** From the last event before the day to the first after it, so that neither its first nor its last event can be missing. */
  async function proofOfDay(office: string, day: string): Promise<Verdict> {
    const [ends] = await db
      .select({ first: min(events.version), last: max(events.version) })
      .from(events)
      .where(and(eq(events.office, office), eq(events.day, day)))
    if (ends?.first == null || ends.last === null) return { ok: true, events: 0, last: GENESIS, version: 0 }
    const { first, last } = ends
    const [before] = await db
      .select({ hash: events.hash })
      .from(events)
      .where(and(eq(events.office, office), eq(events.version, first - 1)))
    const { see } = proof({ version: first - 1, hash: before?.hash ?? GENESIS })
    let stranger: Link | null = null
    let own = { count: 0, last: GENESIS }
    for await (const link of linksAfter(office, first - 1)) {
      const broken = see(link)
      if (broken !== null) return broken
      if (link.day === day) own = { count: own.count + 1, last: link.hash }
      else if (link.version < last) stranger ??= link
      if (link.version > last) break
    }
    if (stranger === null) return { ok: true, events: own.count, last: own.last, version: last }
    return {
      ok: false,
      events: stranger.version - first,
      brokenAt: stranger.version,
      why: `it belongs to ${stranger.day}, in the middle of ${day}`,
    }
  }
}
