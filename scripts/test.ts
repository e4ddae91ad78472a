import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findBrowser } from './browser.ts'

/**
 * `npm test`: types, format, lint and the build, two at a time; then every test. Nothing is begun after a stage that fails.
 */

const root = resolve(import.meta.dirname, '..')
const modules = join(root, 'node_modules')
const reports = mkdtempSync(join(tmpdir(), 'edno-gishe-test-'))
const unit = join(reports, 'unit.json')
const browsing = join(reports, 'browser.json')

type Stage = {
  readonly name: string
  /** The script and its options. */
  readonly words: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

const browser = await findBrowser()
// The longest first, and beside it the others.
await sideBySide(2, [
  {
    name: 'format',
    words: [join(modules, 'prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  { name: 'lint', words: [join(modules, 'oxlint/bin/oxlint'), '--type-aware', '--quiet'] },
  ...['tests', 'server', 'counter-ui', 'kiosk-ui', 'display-ui'].map((room) => ({
    name: `types: ${room}`,
    words: [join(modules, 'typescript/bin/tsc'), '-p', room],
  })),
  { name: 'build', words: [join(root, 'scripts/build.ts')] },
])
await alone({
  name: 'unit, model, contract, race',
  words: [
    join(modules, 'vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ],
})
await alone({
  name: 'browser',
  words: [join(modules, '@playwright/test/cli.js'), 'test'],
  environment: { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browsing },
})

// Both runners' own reports.
const { numPassedTests } = read(unit) as { numPassedTests: number }
const { stats } = read(browsing) as { stats: { expected: number; flaky: number } }
console.log(`\n${numPassedTests + stats.expected + stats.flaky} passed, 0 failed`)
rmSync(reports, { recursive: true, force: true })

/** So many at a time; what each has printed is shown whole, when it ends. Ends the program when one has failed. */
async function sideBySide(lanes: number, stages: readonly Stage[]): Promise<void> {
  const left = [...stages]
  const failed: Stage[] = []
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = left.shift(); next !== undefined && failed.length === 0; next = left.shift())
        if (!(await carriedOut(next, 'pipe'))) failed.push(next)
    }),
  )
  if (failed.length > 0) process.exit(1)
}

/** What it prints is shown as it comes. Ends the program when it has failed. */
async function alone(stage: Stage): Promise<void> {
  console.log(`\n── ${stage.name}`)
  if (!(await carriedOut(stage, 'inherit'))) process.exit(1)
}

/** @returns whether it succeeded. */
async function carriedOut(
  { name, words, environment = {} }: Stage,
  output: 'pipe' | 'inherit',
): Promise<boolean> {
  const began = performance.now()
  const child = spawn(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...environment },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)))
  const isGood = await new Promise<boolean>((done, fail) =>
    child.once('error', fail).once('close', (code) => done(code === 0)),
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${said}── ${name}: ${isGood ? 'ok' : 'FAILED'}, ${seconds} s`)
  return isGood
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
