// `start.mjs main|demo|backup|… [options]`: builds what is not built yet, and runs that program from the bundle.
// Plain JavaScript, and the build in a process of its own: neither a compiler nor a bundler stays in the server's memory.
import { spawnSync } from 'node:child_process'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { isBuilt } from './is-built.mjs'

const root = resolve(import.meta.dirname, '..')
const [entry = 'main'] = process.argv.splice(2, 1)
if (!isBuilt()) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
enableCompileCache(join(root, 'dist', '.cache'))
await import(join(root, 'dist', 'server', `${entry}.js`))
flushCompileCache() // kept also by a server that never ends in good order
