import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const stamp = join(root, 'dist', '.built')

/** What a build is made of. Anything newer here than the last build makes a new one. */
const SOURCES = [
  'shared/src',
  'server/src',
  'kiosk-ui',
  'counter-ui',
  'display-ui',
  'vite.app.ts',
  'scripts',
  'package-lock.json',
]

/** Builds the three apps and the server's bundle into `dist/`, unless that is newer than everything it is made of. */
export async function buildIfNeeded(): Promise<void> {
  if (existsSync(stamp) && newest(SOURCES.map((each) => join(root, each))) <= statSync(stamp).mtimeMs) return
  await build()
}

export async function build(): Promise<void> {
  const vite = await import('vite')
  const began = performance.now()
  for (const app of ['kiosk-ui', 'counter-ui', 'display-ui']) {
    await vite.build({ configFile: join(root, app, 'vite.config.ts'), logLevel: 'warn' })
  }
  await vite.build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: join(root, 'dist', 'server'),
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input: { main: join(root, 'server/src/main.ts'), demo: join(root, 'server/src/demo.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
    // One bundle starts in half the time and half the memory; what holds a native binary stays outside.
    ssr: {
      noExternal: true,
      external: ['better-sqlite3', '@node-rs/argon2', '@fastify/swagger-ui', '@fastify/static'],
    },
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, new Date().toISOString())
  console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

function newest(paths: readonly string[]): number {
  let latest = 0
  for (const path of paths) {
    const stat = statSync(path)
    const inside = stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : 0
    latest = Math.max(latest, stat.mtimeMs, inside)
  }
  return latest
}

if (import.meta.main) await build()
