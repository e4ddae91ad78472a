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
  if (!existsSync(STAMP)) return false
  const { mtimeMs } = statSync(STAMP)
  return SOURCES.every((each) => isOlder(`${root}/${each}`, mtimeMs))
}

/**
 * @param {string} path with slashes: a thousand paths put together by `node:path` are a part of every start.
 * @param {number} than
 * @returns {boolean}
 */
function isOlder(path, than) {
  const stat = statSync(path)
  if (stat.mtimeMs > than) return false
  return !stat.isDirectory() || readdirSync(path).every((name) => isOlder(`${path}/${name}`, than))
}
