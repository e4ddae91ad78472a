import { hash } from 'node:crypto'
import { GENESIS, type Verdict } from './chain.ts'
import type { ToldRow } from './store.ts'

/** Rows looked at in one go. */
export const PAGE = 5_000

/**
 * Proves an office's announcements: numbers without gaps, each hash right, each chained to the one before.
 * @param page at most `PAGE` rows after a number, in order; empty: there are no more
 */
export async function verified(
  office: string,
  page: (after: number) => Promise<readonly ToldRow[]>,
): Promise<Verdict> {
  let last = { number: 0, hash: GENESIS }
  for (;;) {
    const rows = await page(last.number)
    if (rows.length === 0) return { ok: true, events: last.number, last: last.hash, version: last.number }
    for (const row of rows) {
      const broken = (why: string): Verdict => ({ ok: false, events: last.number, brokenAt: row.number, why })
      if (row.number !== last.number + 1) return broken(`number ${row.number} follows number ${last.number}`)
      if (row.previous !== last.hash) return broken('it is not chained to the announcement before it')
      if (hashOf(office, row) !== row.hash) return broken('its content does not match its hash')
      last = row
    }
  }
}

/** SHA-256, in hexadecimal, over every field in a fixed order and the hash of the one before. */
export function hashOf(office: string, row: Omit<ToldRow, 'hash'>): string {
  const { previous, number, day, call, label, board, telling, at, endedAt, languages, volume, heardAt } = row
  return hash(
    'sha256',
    JSON.stringify([
      previous,
      office,
      number,
      day,
      call,
      label,
      board,
      telling,
      at,
      endedAt,
      languages,
      volume,
      heardAt,
    ]),
    'hex',
  )
}
