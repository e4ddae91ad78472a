import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from './hall.ts'

/** @returns the JavaScript that the app's page loads at once, gzipped, in kB (1,000 bytes). */
export function transferKb(app: 'kiosk' | 'display'): number {
  const page = readFileSync(join(ROOT, 'dist', app, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path)
  const bytes = scripts.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(ROOT, 'dist', path)), { level: 9 }).length,
    0,
  )
  return bytes / 1_000
}
