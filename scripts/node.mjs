// Runs a script of ours on a Node that understands TypeScript (22.18 or newer): this one, or, where the system's
// is older, the one that npm brought along (docs/decisions/002). Plain JavaScript that Node 20 can read.
//   node scripts/node.mjs [node options] script [arguments]
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { memoryOptions } from './memory.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 18)
const brought = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  'node_modules',
  `node-linux-${process.arch}`,
  'bin',
  'node',
)

if (!isNewEnough && !existsSync(brought)) {
  console.error(
    `This is Node ${process.versions.node}; 22.18 or newer is needed, and npm brought none along.`,
  )
  console.error('Run "npm ci" on Linux (x64 or arm64), or install a newer Node.')
  process.exit(1)
}

const given = process.argv.slice(2)
const script = given.findIndex((word) => !word.startsWith('-'))
const words = [...given.slice(0, script), ...memoryOptions(), ...given.slice(script)]
const child = spawn(isNewEnough ? process.execPath : brought, words, {
  // The channel tells the child when this launcher is gone, however it went.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // glibc keeps an arena for each thread otherwise: a dozen megabytes for nothing.
  env: { MALLOC_ARENA_MAX: '2', ...process.env },
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
