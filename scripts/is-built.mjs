// Plain JavaScript, so that the server's own process need not load a compiler to ask.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** Written after each build. */
export const STAMP = join(root, 'dist', '.built')

/** What a build is made of. Anything newer here than the last build makes a new one. */
const SOURCES = [
  'shared/src',
  'server/src',
  'kiosk-ui',
  'counter-ui',
  'display-ui',
  'vite.app.ts',
  'scripts',
  'package-lock.json',
]

/** @returns whether `dist/` is newer than everything it is made of. */
export function isBuilt() {
  return existsSync(STAMP) && newest(SOURCES.map((each) => join(root, each))) <= statSync(STAMP).mtimeMs
}

/**
 * @param {readonly string[]} paths
 * @returns {number}
 */
function newest(paths) {
  let latest = 0
  for (const path of paths) {
    const stat = statSync(path)
    const inside = stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : 0
    latest = Math.max(latest, stat.mtimeMs, inside)
  }
  return latest
}
