import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findBrowser } from './browser.ts'
import { browserReport, unitReport, type TestReport } from './test-report.ts'

/**
 * `npm test`: the build and then every test; format, lint and types beside them. The browsers are not begun after a failure.
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
  /** Throws where its runner broke off before it wrote one. */
  readonly report?: () => TestReport
}

const browser = await findBrowser()
const checks: readonly Stage[] = [
  { name: 'format', words: [join(modules, 'oxfmt/bin/oxfmt'), '--check', '.'] },
  { name: 'lint', words: [join(modules, 'oxlint/bin/oxlint'), '--type-aware', '--quiet'] },
  // One checker to each: several would see the same types several times, and take the cores from the tests.
  ...['server', 'tests', 'counter-ui', 'kiosk-ui', 'display-ui'].map((room) => ({
    name: `types: ${room}`,
    words: [join(modules, 'typescript/bin/tsc'), '-p', room, '--checkers', '1'],
  })),
]
const build: Stage = { name: 'build', words: [join(root, 'scripts/build.ts')] }
const units: Stage = {
  name: 'unit, model, contract, race',
  words: [
    join(modules, 'vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ],
  report: () => unitReport(unit),
}
const browsers: Stage = {
  name: 'browser',
  words: [join(modules, '@playwright/test/cli.js'), 'test'],
  environment: { BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browsing },
  report: () => browserReport(browsing),
}
// The checks have what the tests leave of the cores: those often wait for a clock, a disk or a database.
endIfFailed(await Promise.all([inTurn(checks, { inFront: false }), inTurn([build, units])]))
endIfFailed([await inTurn([browsers])])

console.log(`\n${unitReport(unit).passed + browserReport(browsing).passed} passed, 0 failed`)
rmSync(reports, { recursive: true, force: true })

/**
 * One after the other, until one fails.
 * @param inFront whether what they print is shown as it comes; if not it is shown whole when each ends, and they wait for those in front.
 * @returns the one that failed; null: all succeeded.
 */
async function inTurn(stages: readonly Stage[], { inFront = true } = {}): Promise<Stage | null> {
  for (const stage of stages) if (!(await carriedOut(stage, inFront))) return stage
  return null
}

/** The last lines say what failed and why: often they are all that is kept of a run. */
function endIfFailed(ended: readonly (Stage | null)[]): void {
  const failed = ended.filter((stage) => stage !== null)
  if (failed.length === 0) return
  for (const { name, report } of failed) {
    console.log(`\nFAILED: ${name}`)
    for (const failure of report === undefined ? [] : failuresIn(report)) console.log(`  ${failure}`)
  }
  process.exit(1)
}

function failuresIn(report: () => TestReport): readonly string[] {
  try {
    return report().failures
  } catch (error) {
    return [`no report: ${String(error)}`]
  }
}

/** @returns whether it succeeded. */
async function carriedOut({ name, words, environment = {} }: Stage, inFront: boolean): Promise<boolean> {
  const began = performance.now()
  if (inFront) console.log(`\n── ${name}`)
  const output = inFront ? 'inherit' : 'pipe'
  const child = spawn(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...environment },
  })
  if (!inFront && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)))
  const isGood = await new Promise<boolean>((done, fail) =>
    child.once('error', fail).once('close', (code) => done(code === 0)),
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${said}── ${name}: ${isGood ? 'ok' : 'FAILED'}, ${seconds} s`)
  return isGood
}
