import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'

/** Builds what is not built yet, and runs the server or the demo from the bundle: `start.ts main|demo [options]`. */
const [entry = 'main'] = process.argv.splice(2, 1)
await buildIfNeeded()
await import(join(import.meta.dirname, '..', 'dist', 'server', `${entry}.js`))
