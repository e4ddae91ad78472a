import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

/** `npm run migration -- --name what-for`: from a change of `server/src/store/tables.ts` the migration of each kind of database. */
const root = resolve(import.meta.dirname, '..')
for (const dialect of ['sqlite', 'postgresql']) {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate', ...process.argv.slice(2)],
    { cwd: root, env: { ...process.env, DIALECT: dialect }, stdio: 'inherit' },
  )
  if (status !== 0) process.exit(1)
}
