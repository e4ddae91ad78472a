import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from './hall.ts'

type App = 'kiosk' | 'display'

/** What a page fetches by itself right behind its first screen; a browser test looks whether that is all of it. */
const BEHIND: Readonly<Record<App, readonly string[]>> = { kiosk: ['away', 'away-ticket-page'], display: [] }

/** @returns the addresses of all JavaScript that the app's page fetches before anybody touches it, sorted. */
export function untouched(app: App): readonly string[] {
  const page = readFileSync(join(ROOT, 'dist', app, 'index.html'), 'utf8')
  const files = readdirSync(join(ROOT, 'dist', app, 'assets')).filter((name) => name.endsWith('.js'))
  const behind = BEHIND[app].flatMap((name) =>
    files.filter((file) => file.replace(/-.{8}\.js$/, '') === name),
  )
  const found = new Set<string>()
  const follow = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    const text = readFileSync(join(ROOT, 'dist', path), 'utf8')
    for (const [, file] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      follow(`/${app}/assets/${file}`)
  }
  for (const [, path = ''] of page.matchAll(/(?:src|href)="([^"]+\.js)"/g)) follow(path)
  for (const file of behind) follow(`/${app}/assets/${file}`)
  return [...found].sort()
}

/** @returns what that weighs, gzipped, in kB (1,000 bytes). */
export function transferKb(app: App): number {
  const sizes = untouched(app).map(
    (path) => gzipSync(readFileSync(join(ROOT, 'dist', path)), { level: 9 }).length,
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000
}
