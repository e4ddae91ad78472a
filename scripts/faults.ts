import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Finding } from '../tests/faults/report.ts'

/**
 * `npm run faults`: lets everything happen to a hall that really happens to one, and prints what was lost, what happened
 * twice, and how long it took until the hall worked again. As root: it mounts small disks. `-- nginx` (or another part of a
 * drill's name): that alone; the one with nginx only so, since it needs one.
 */

const root = resolve(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'edno-gishe-faults-'))
const report = join(folder, 'findings.jsonl')
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'vitest.faults.config.ts',
    ...(asked.length > 0 ? asked : ['--exclude', 'tests/faults/nginx.drill.ts']),
  ],
  { cwd: root, stdio: 'inherit', env: { KILLS: '100', ...process.env, FAULTS_REPORT: report } },
)
const findings = existsSync(report)
  ? readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Finding)
  : []
rmSync(folder, { recursive: true, force: true })
console.table(
  findings.map(({ fault, answered, lost, twice, backAfterMs, shownOldMs, told }) => ({
    fault,
    answered,
    lost,
    twice,
    'back after, ms': backAfterMs ?? '—',
    'shown old, ms': shownOldMs ?? '—',
    told: told.slice(0, 90),
  })),
)
process.exit(status ?? 1)
