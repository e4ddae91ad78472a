import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DateTime } from 'luxon'
import type { Instant } from '#shared/instant.ts'
import { readLogFile } from '../store/log-reader.ts'

/** A copy of a hall that has been opened and proved. */
export type Copy = {
  readonly file: string
  readonly bytes: number
  readonly offices: readonly { readonly office: string; readonly events: number; readonly last: string }[]
}

/** A copy, or a database, that can't be trusted: what is wrong with it. */
export class NotSound extends Error {}

/** As many copies are kept as nights in two weeks: well within the time after which persons are forgotten. */
export const COPIES_KEPT = 14

const NAME = /^hall-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(-[\w-]+)?\.sqlite$/

/**
 * Copies a hall's database as it stands at one instant, also while a server writes to it, and proves the copy: it is opened,
 * its pages are checked, and the log's chain is followed from the first event. Only then it gets its name.
 * @param folder the hall's data folder. @param into where the copies lie; made when it is not there.
 * @param at names the copy. @param occasion goes into the name: why it was made, where it is not the nightly one.
 * @throws NotSound when the copy does not prove. Error when there is no hall, or no room.
 */
export async function copyHall(folder: string, into: string, at: Instant, occasion?: string): Promise<Copy> {
  const source = join(folder, 'hall.sqlite')
  if (!existsSync(source)) throw new Error(`There is no hall in ${folder}.`)
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const stamp = DateTime.fromMillis(at, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH-mm-ss'Z'")
  const file = join(into, `hall-${stamp}${occasion === undefined ? '' : `-${occasion}`}.sqlite`)
  const unproved = `${file}.unproved`
  rmSync(unproved, { force: true })
  try {
    // One reading transaction: the writer is not held up, and what was erased is not in the copy's free pages.
    const client = new Database(source, { readonly: true })
    try {
      client.prepare('vacuum into ?').run(unproved)
    } finally {
      client.close()
    }
    const offices = await prove(unproved)
    onDisk(unproved)
    renameSync(unproved, file)
    onDisk(into)
    return { file, bytes: statSync(file).size, offices }
  } catch (error) {
    rmSync(unproved, { force: true })
    throw error
  }
}

/**
 * Proves a database file: its pages, and each office's chain from the first event.
 * @throws NotSound naming what is wrong.
 */
export async function prove(file: string): Promise<Copy['offices']> {
  const log = opened(file)
  try {
    const wrong = log.brokenPages()
    if (wrong !== null) throw new NotSound(`${file} is damaged: ${wrong}`)
    const proved = []
    for (const office of await log.offices()) {
      const verdict = await log.verify(office, null)
      if (!verdict.ok)
        throw new NotSound(
          `${file}: the log of ${office} is broken at event ${verdict.brokenAt}: ${verdict.why}`,
        )
      proved.push({ office, events: verdict.events, last: verdict.last })
    }
    return proved
  } catch (error) {
    if (error instanceof NotSound) throw error
    throw new NotSound(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await log.close()
  }
}

function opened(file: string) {
  try {
    const log = readLogFile(file)
    if (log !== null) return log
  } catch (error) {
    throw new NotSound(`${file} is no database: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new NotSound(`${file} is not there.`)
}

/** Lets all but the newest copies go. @returns the files that went. */
export function letOldCopiesGo(into: string, keep: number): readonly string[] {
  const old = copiesIn(into).slice(keep)
  for (const file of old) rmSync(file)
  return old
}

/** @returns the copies in a folder, newest first. */
export function copiesIn(into: string): readonly string[] {
  if (!existsSync(into)) return []
  return readdirSync(into)
    .filter((name) => NAME.test(name))
    .toSorted()
    .toReversed()
    .map((name) => join(into, name))
}

/** What was written to a file, or a folder's list of names, survives a power cut. */
export function onDisk(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
