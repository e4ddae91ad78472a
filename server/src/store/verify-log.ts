import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LocalDate } from '#shared/ids.ts'
import type { Verdict } from './chain.ts'
import { StoreRefused } from './lock.ts'
import { readOnlyLog, type LogReader } from './log-reader.ts'

const USAGE = `npm run verify-log -- [options]
  --data FOLDER           the hall's data folder; without it that of DATABASE_URL, or of DATA
  --from postgres://…     the hall's PostgreSQL
  --office pernik         this office alone
  --day 2026-11-25        this day alone
  --expect NUMBER:HASH    whether an event that was written down earlier, as this program prints it, is still that one`

/** Nothing could be looked at: what was asked for is not right, or not there. */
class Unasked extends Error {}

/**
 * `npm run verify-log -- [options]`: proves the log's chain, of one day or of all, and that its end is there, and names the
 * first broken link. Reads only, also beside a running server.
 * @param say is given each line. @returns the exit code: 0 proved, 1 not proved, 2 nothing could be looked at.
 */
export async function verifyLog(args: readonly string[], say: (line: string) => void): Promise<0 | 1 | 2> {
  try {
    return (await isProved(optionsIn(args), say)) ? 0 : 1
  } catch (error) {
    if (!(error instanceof Unasked || error instanceof StoreRefused)) throw error
    say(error.message)
    return 2
  }
}

async function isProved({ day, place, office, expected }: Options, say: (line: string) => void) {
  const log = await opened(place)
  try {
    const offices = await log.offices()
    const asked = offices.filter((id) => office === null || id === office)
    if (office !== null && asked.length === 0)
      throw new Unasked(`There is no office “${office}” in this hall. It has: ${offices.join(', ')}`)
    if (expected !== null && asked.length !== 1)
      throw new Unasked(`--expect is about one office: add --office with one of ${offices.join(', ')}`)
    let areRight = true
    for (const each of asked) {
      const said = [ofEvents(await log.verify(each, day), day)]
      if (expected !== null) said.push(ofExpected(await log.hashAt(each, expected.version), expected))
      said.push(ofAnnouncements(await log.verifyAnnouncements(each)))
      for (const { isRight, sentence } of said) {
        say(`${each}, ${sentence}`)
        areRight &&= isRight
      }
    }
    return areRight
  } finally {
    await log.close()
  }
}

async function opened(place: Options['place']): Promise<Omit<LogReader, 'brokenPages'>> {
  if (place.kind === 'folder') {
    const log = readOnlyLog(place.folder)
    if (log !== null) return log
    throw new Unasked(
      `There is no hall in ${place.folder}. Name its data folder: npm run verify-log -- --data FOLDER`,
    )
  }
  // Who has the embedded database need not wait for the other to be loaded.
  const { readPostgresLog } = await import('./postgres-log.ts')
  const log = await readPostgresLog(place.url)
  if (log !== null) return log
  throw new Unasked('There is no hall in that database.')
}

type Said = { readonly isRight: boolean; readonly sentence: string }

function ofEvents(verdict: Verdict, day: LocalDate | null): Said {
  const stretch = day ?? 'whole history'
  if (!verdict.ok)
    return {
      isRight: false,
      sentence: `${stretch}: BROKEN at event ${verdict.brokenAt}: ${verdict.why}. ${counted(verdict.events, 'event')} before it hold.`,
    }
  if (verdict.events === 0)
    return {
      isRight: false,
      sentence: `${stretch}: there is nothing of it in the log, and nothing is proved.`,
    }
  return {
    isRight: true,
    sentence: `${stretch}: ${counted(verdict.events, 'event')}, the chain holds. The last: ${verdict.version}:${verdict.last}`,
  }
}

function ofExpected(hash: string | null, expected: Expected): Said {
  const about = `event ${expected.version}`
  if (hash === null)
    return { isRight: false, sentence: `${about}: MISSING, and it was there when its hash was written down.` }
  return hash === expected.hash
    ? { isRight: true, sentence: `${about}: is the one that was written down.` }
    : { isRight: false, sentence: `${about}: ANOTHER ONE than was written down. Its hash is ${hash}` }
}

function ofAnnouncements(told: Verdict): Said {
  const what = 'what the boards showed and said'
  return told.ok
    ? { isRight: true, sentence: `${what}: ${counted(told.events, 'line')}, the chain holds.` }
    : { isRight: false, sentence: `${what}: BROKEN at line ${told.brokenAt}: ${told.why}.` }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

type Expected = { readonly version: number; readonly hash: string }

type Options = {
  readonly day: LocalDate | null
  readonly office: string | null
  readonly expected: Expected | null
  readonly place:
    | { readonly kind: 'folder'; readonly folder: string }
    | { readonly kind: 'database'; readonly url: string }
}

function optionsIn(args: readonly string[]): Options {
  const values = valuesIn(args)
  const day = values.day === undefined ? null : LocalDate.safeParse(values.day)
  if (day?.success === false)
    throw new Unasked(`--day ${values.day}: there is no such day. Write for example 2026-11-25.`)
  const [, version, hash] = /^(\d+):([0-9a-f]{64})$/.exec(values.expect?.toLowerCase() ?? '') ?? []
  if (values.expect !== undefined && hash === undefined)
    throw new Unasked(
      `--expect ${values.expect}: write the number and the hash as they were printed, NUMBER:HASH.`,
    )
  const url = values.from ?? (values.data === undefined ? process.env['DATABASE_URL'] : undefined)
  return {
    day: day?.data ?? null,
    office: values.office ?? null,
    expected: hash === undefined ? null : { version: Number(version), hash },
    place:
      url === undefined
        ? { kind: 'folder', folder: resolve(values.data ?? process.env['DATA'] ?? 'data') }
        : { kind: 'database', url },
  }
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        from: { type: 'string' },
        office: { type: 'string' },
        day: { type: 'string' },
        expect: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new Unasked(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}
