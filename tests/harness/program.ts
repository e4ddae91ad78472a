import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { built } from './built.ts'
import { ROOT } from './settings.ts'

/** What an administrator runs, by its name in package.json. */
export type Program = 'start' | 'demo' | 'backup' | 'restore' | 'move' | 'verify-log'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

/** @returns Node's options, the script and its words, as package.json has them behind the launcher; to be begun in ROOT. */
export function wordsOf(program: Program): readonly string[] {
  const words = (scripts[program] ?? '').split(' ')
  return words.slice(words.indexOf('scripts/node.mjs') + 1)
}

/** Lets a program run to its end, from the bundle (which is built first, if it must be). @returns its exit code and what it said. */
export async function run(
  program: Program,
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  await built()
  return spawnSync(process.execPath, [...wordsOf(program), ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
}
