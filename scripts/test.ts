import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findBrowser } from './browser.ts'
import { build } from './build.ts'

/** `npm test`: types, format, lint, the build, and every test, in that order; stops at the first stage that fails. */

const root = resolve(import.meta.dirname, '..')
const modules = join(root, 'node_modules')
const reports = mkdtempSync(join(tmpdir(), 'edno-gishe-test-'))

const browser = await findBrowser()
for (const room of ['server', 'kiosk-ui', 'counter-ui', 'display-ui', 'tests']) {
  stage(`types: ${room}`, ['typescript/bin/tsc', '-p', room])
}
stage('format', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
stage('lint', ['oxlint/bin/oxlint', '--type-aware', '--quiet'])
await build()
const unit = join(reports, 'unit.json')
stage('unit, model, contract, race', [
  'vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unit}`,
])
const browsing = join(reports, 'browser.json')
stage('browser', ['@playwright/test/cli.js', 'test'], {
  BROWSER_PATH: browser,
  PLAYWRIGHT_JSON_OUTPUT_NAME: browsing,
})

// Both runners' own reports.
const { numPassedTests } = read(unit) as { numPassedTests: number }
const { stats } = read(browsing) as { stats: { expected: number; flaky: number } }
console.log(`\n${numPassedTests + stats.expected + stats.flaky} passed, 0 failed`)
rmSync(reports, { recursive: true, force: true })

function stage(
  name: string,
  [script = '', ...options]: readonly string[],
  environment: Record<string, string> = {},
) {
  const began = performance.now()
  console.log(`\n── ${name}`)
  const { status } = spawnSync(process.execPath, [join(modules, script), ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  console.log(
    `── ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  if (status !== 0) process.exit(status ?? 1)
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
