import { execFile } from 'node:child_process'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LocalTime } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import { instantAt, localDate, nextDate } from '../domain/calendar.ts'
import type { Clock } from '../office/clock.ts'

export type Nightly = {
  /** When the next copy is made. */
  readonly next: () => Instant
  /** Makes no more; one that is being made is finished. */
  readonly stop: () => Promise<void>
}

type Parts = {
  readonly clock: Clock
  readonly zone: string
  readonly time: LocalTime
  readonly copy: () => Promise<string>
  /** Told what the program said of the copy. */
  readonly onCopied: (said: string) => void
  readonly onFailure: (error: unknown) => void
}

/** Has a copy made each night at the same local time. A night that fails is told, and the next one tries again. */
export function copyNightly({ clock, zone, time, copy, onCopied, onFailure }: Parts): Nightly {
  let due = nextNight()
  let running: Promise<void> = Promise.resolve()
  let cancel = clock.at(due, ring)

  function nextNight(): Instant {
    const now = clock.now()
    const today = localDate(now, zone)
    const tonight = instantAt(today, time, zone)
    return tonight > now ? tonight : instantAt(nextDate(today), time, zone)
  }

  function ring() {
    running = copy().then(onCopied, onFailure)
    due = nextNight()
    cancel = clock.at(due, ring)
  }

  return {
    next: () => due,
    async stop() {
      cancel()
      await running
    },
  }
}

/** Runs `backup/run.ts` as a program of its own. @throws (rejects) with what it said when no copy was made. */
export function copyBeside(data: string, into: string, keep: number): Promise<string> {
  const here = fileURLToPath(import.meta.url)
  // As source beside this file; as bundle under its own name.
  const program = join(import.meta.dirname, extname(here) === '.ts' ? 'run.ts' : 'backup.js')
  const options = ['--data', data, '--into', into, '--keep', String(keep)]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...options], (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message))
      else resolve(stdout.trim())
    })
  })
}
