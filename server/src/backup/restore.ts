import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import type { Instant } from '#shared/instant.ts'
import { readLogFile } from '../store/log-reader.ts'
import { takeLock } from '../store/lock.ts'
import { onDisk, prove, type Copy } from './copy.ts'

export type Restored = {
  readonly offices: Copy['offices']
  /** Where what stood there before lies now; null: nothing did. */
  readonly replaced: string | null
  /** Events that stood there and are not in the copy, by office; null: what stood there can't be read. */
  readonly missing: ReadonlyMap<string, number> | null
}

const FILES = ['hall.sqlite', 'hall.sqlite-wal', 'hall.sqlite-shm'] as const

/**
 * Puts a copy in the place of a hall's database. The copy is proved first; what stood there is kept beside it. Killed in the
 * middle, it can be run again.
 * @param copy a database file. @param folder the hall's data folder; made when it is not there.
 * @throws NotSound when the copy does not prove; StoreRefused when a server is using the folder.
 */
export async function restoreHall(copy: string, folder: string, at: Instant): Promise<Restored> {
  const offices = await prove(copy)
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(folder)
  try {
    const missing = await beyond(folder, offices)
    const [hall, coming] = [join(folder, 'hall.sqlite'), join(folder, 'hall.sqlite.restoring')]
    copyFileSync(copy, coming)
    onDisk(coming)
    const standing = FILES.filter((name) => existsSync(join(folder, name)))
    const stamp = DateTime.fromMillis(at, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH-mm-ss'Z'")
    const replaced = standing.length === 0 ? null : join(folder, `replaced-${stamp}`)
    if (replaced !== null) {
      mkdirSync(replaced, { recursive: true })
      for (const name of standing) {
        copyFileSync(join(folder, name), join(replaced, name))
        onDisk(join(replaced, name))
      }
      onDisk(replaced)
    }
    // The old write-ahead log goes before the new file comes: it must never be applied to it.
    for (const name of ['hall.sqlite-wal', 'hall.sqlite-shm']) rmSync(join(folder, name), { force: true })
    onDisk(folder)
    renameSync(coming, hall)
    onDisk(folder)
    return { offices, replaced, missing }
  } finally {
    lock.close()
  }
}

/** What stands there beyond the copy. */
async function beyond(folder: string, offices: Copy['offices']): Promise<Restored['missing']> {
  try {
    const log = readLogFile(join(folder, 'hall.sqlite'))
    if (log === null) return new Map()
    try {
      const known = new Map(offices.map(({ office, events }) => [office, events]))
      const missing = new Map<string, number>()
      for (const office of await log.offices())
        missing.set(office, Math.max(0, (await log.lastVersion(office)) - (known.get(office) ?? 0)))
      return missing
    } finally {
      await log.close()
    }
  } catch {
    return null
  }
}
