import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createHash } from 'node:crypto'
import { buildIfNeeded } from '../../scripts/build.ts'
import { ROOT } from './settings.ts'

const LOCK = join(
  tmpdir(),
  `edno-gishe-build-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`,
)
/** A lock older than this was left by a run that was killed. */
const STALE_MS = 120_000

/** Builds what is not built yet. Test files that run side by side take turns. */
export async function built(): Promise<void> {
  while (!locked()) await pause(100)
  try {
    await buildIfNeeded()
  } finally {
    rmdirSync(LOCK)
  }
}

function locked(): boolean {
  try {
    mkdirSync(LOCK)
    return true
  } catch {
    const made = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs
    if (made !== undefined && Date.now() - made > STALE_MS) rmdirSync(LOCK)
    return false
  }
}
