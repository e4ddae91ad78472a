import { createHash } from 'node:crypto'
import { asc, getTableColumns, getTableName, sql, type Column } from 'drizzle-orm'
import { logReaderOn } from '../store/log-reader.ts'
import type { Tables } from '../store/tables.ts'
import { MoveRefused, type End } from './end.ts'

/** What lies at the other end now, proved there. */
export type Moved = {
  readonly kind: string
  readonly offices: readonly {
    readonly office: string
    readonly events: number
    readonly last: string
    /** Lines of what the boards showed and said. */
    readonly announcements: number
  }[]
  /** Rows of each table. */
  readonly rows: ReadonlyMap<string, number>
}

/** Rows read and written in one go: few enough for what a statement may hold of values. */
const PAGE = 1_000

/**
 * Moves a hall's whole history from one database into another that holds nothing: every row of every table, in one
 * transaction. Before it is committed the other end is read again: each table has the same rows, and the chains of every
 * office hold there. The source is only read.
 * @throws MoveRefused when there is no hall, when the other end is not empty, or when what arrived does not prove.
 */
export async function moveHall(from: End, to: End): Promise<Moved> {
  await from.begin()
  await to.begin()
  const kind = await kindOf(from)
  if (kind === null) throw new MoveRefused(`There is no hall in ${from.name}.`)
  for (const name of namesOf(to))
    if ((await to.db.select().from(to.tables[name]).limit(1)).length > 0)
      throw new MoveRefused(
        `There is something in ${to.name} already: its table ${labelOf(to, name)} has rows.`,
      )

  const rows = new Map<string, number>()
  for (const name of namesOf(from)) {
    const left = tally()
    for await (const page of pages(from, name)) {
      await written(to, name, page)
      left.add(page)
    }
    const arrived = tally()
    for await (const page of pages(to, name)) arrived.add(page)
    if (left.sum() !== arrived.sum())
      throw new MoveRefused(`The rows of ${labelOf(from, name)} did not arrive as they left.`)
    rows.set(labelOf(from, name), left.count())
  }
  const offices = await prove(to)
  await to.numberOn()
  await to.commit()
  return { kind, offices, rows }
}

async function kindOf({ db, tables: { meta } }: End): Promise<string | null> {
  return (await db.select().from(meta)).find(({ key }) => key === 'kind')?.value ?? null
}

function namesOf({ tables }: End): readonly (keyof Tables)[] {
  return Object.keys(tables) as (keyof Tables)[] // its own
}

function labelOf({ tables }: End, name: keyof Tables): string {
  return getTableName(tables[name])
}

type Row = Readonly<Record<string, unknown>>

/** All rows of a table, in the order of their key. */
async function* pages({ db, tables, keyOf }: End, name: keyof Tables): AsyncGenerator<readonly Row[]> {
  const table = tables[name]
  const key = keyOf(table)
  const fields = key.map((column) => fieldOf(table, column))
  for (let last: Row | null = null; ;) {
    const after: Row | null = last
    const beyond =
      after &&
      sql`(${sql.join(
        key.map((column) => sql`${column}`),
        sql`, `,
      )}) > (${sql.join(
        fields.map((field) => sql`${after[field]}`),
        sql`, `,
      )})`
    const query = db.select().from(table).$dynamic()
    const page: readonly Row[] = await (beyond ? query.where(beyond) : query)
      .orderBy(...key.map((column) => asc(column)))
      .limit(PAGE)
    yield page
    last = page.at(-1) ?? null
    if (page.length < PAGE || last === null) return
  }
}

/** The name under which rows carry a column. */
function fieldOf(table: Tables[keyof Tables], column: Column): string {
  const found = Object.entries(getTableColumns(table)).find(([, { name }]) => name === column.name)
  if (found === undefined) throw new Error(`${getTableName(table)} has no column ${column.name}`)
  return found[0]
}

async function written({ db, tables, name: place }: End, name: keyof Tables, rows: readonly Row[]) {
  if (rows.length === 0) return
  try {
    await db.insert(tables[name]).values(rows as never) // rows of the same table, read at the other end
  } catch (error) {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw new MoveRefused(
      `A row of ${getTableName(tables[name])} is not taken by ${place}: ${why instanceof Error ? why.message : String(why)}`,
      { cause: error },
    )
  }
}

/** Counts rows, and adds up their hashes: two tables with the same sum hold the same rows, in whatever order they come. */
function tally() {
  let count = 0
  let sum = 0n
  return {
    add(rows: readonly Row[]) {
      for (const row of rows) sum += hashOf(row)
      count += rows.length
    },
    count: () => count,
    sum: () => `${count} ${BigInt.asUintN(256, sum)}`,
  }
}

function hashOf(row: Row): bigint {
  return BigInt(`0x${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`)
}

async function prove(end: End): Promise<Moved['offices']> {
  const log = logReaderOn(end)
  const proved = []
  for (const office of await log.offices()) {
    const verdict = await log.verify(office, null)
    if (!verdict.ok)
      throw new MoveRefused(`The log of ${office} is broken at event ${verdict.brokenAt}: ${verdict.why}.`)
    const told = await log.verifyAnnouncements(office)
    if (!told.ok)
      throw new MoveRefused(
        `What the boards of ${office} showed and said is broken at line ${told.brokenAt}: ${told.why}.`,
      )
    proved.push({ office, events: verdict.events, last: verdict.last, announcements: told.events })
  }
  return proved
}
