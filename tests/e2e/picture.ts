import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.ts'
import { built } from '../harness/built.ts'
import { freePort } from '../harness/process.ts'
import { ROOT } from '../harness/settings.ts'
import { SIZES } from './screens.ts'

/** Draws `docs/board.png`, the picture in the README: the board of a training hall after some minutes of its work. */
const data = mkdtempSync(join(tmpdir(), 'edno-gishe-picture-'))
const port = await freePort()
await built()
const demo = spawn(
  process.execPath,
  [join(ROOT, 'dist/server/demo.js'), '--speed', '10', '--port', String(port), '--data', data],
  { stdio: 'inherit' },
)
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: SIZES.board, deviceScaleFactor: 2 / 3 })
  while (!(await page.goto(`http://localhost:${port}/display`).catch(() => null)))
    await page.waitForTimeout(200)
  await page.mouse.click(10, 10) // the sound wakes, and its hint goes
  await page.getByText(/^10:(1[89]|2\d)$/).waitFor({ timeout: 60_000 })
  await page.locator('.lead-fresh').waitFor({ timeout: 60_000 })
  await page.screenshot({ path: join(ROOT, 'docs/board.png'), animations: 'disabled' })
} finally {
  await browser.close()
  demo.kill('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}
