import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * `npm run hunt -- --rounds 20`: the tests that look at random days, each round with a seed of its own, until one finds a
 * fault. It says the seed: `SEED=… npm run hunt -- --rounds 1` shows the same days again.
 */

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const files = [
  'tests/model',
  'tests/realtime/fresh',
  'server/src/store/projection',
  'server/src/domain/dispatch',
  'server/src/domain/calendar',
  'server/src/domain/reception/days',
  'server/src/domain/waits/forward',
  'shared/src/labels',
]
const given = process.env['SEED']

for (let round = 1; round <= Number(values.rounds); round += 1) {
  const seed = given ?? String(randomInt(2 ** 31))
  console.log(`\n── round ${round}: SEED=${seed}`)
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, SEED: seed } },
  )
  if (status !== 0) process.exit(status ?? 1)
}
