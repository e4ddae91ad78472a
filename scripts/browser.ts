import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The headless one first: it draws for nobody, a quarter faster. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]

/**
 * The browser for the tests: the one that BROWSER_PATH names, an installed Chromium or Chrome, or one that Playwright
 * has or can fetch.
 * @throws Error saying how to get one. Browser tests are never skipped in silence.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env['BROWSER_PATH']
  if (named !== undefined) {
    if (isProgram(named)) return named
    throw new Error(`BROWSER_PATH is ${named}, and there is no program there.`)
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
  if (installed !== undefined) return installed
  const { chromium } = await import('@playwright/test')
  if (isProgram(chromium.executablePath())) return chromium.executablePath()
  try {
    execFileSync(
      process.execPath,
      [join(import.meta.dirname, '../node_modules/playwright-core/cli.js'), 'install', 'chromium'],
      {
        stdio: 'inherit',
        timeout: 180_000,
      },
    )
  } catch {
    // Said below, with what else can be done.
  }
  if (isProgram(chromium.executablePath())) return chromium.executablePath()
  throw new Error(
    [
      'The browser tests need Chromium or Chrome, and there is none. One of these gets it:',
      '  apt-get install chromium-headless-shell   (Debian; or chromium; Ubuntu: chromium-browser)',
      '  npx playwright install chromium           (where the network allows it)',
      '  BROWSER_PATH=/path/to/chrome npm test     (one that is already there)',
    ].join('\n'),
  )
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false
  }
}
