import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { isBuilt, STAMP } from './is-built.mjs'

const root = resolve(import.meta.dirname, '..')
/** What is built into which folder of `dist/`, by which configuration. */
const APPS = {
  kiosk: 'kiosk-ui/vite.config.ts',
  ticket: 'kiosk-ui/vite.ticket.config.ts',
  appointment: 'kiosk-ui/vite.appointment.config.ts',
  window: 'counter-ui/vite.config.ts',
  display: 'display-ui/vite.config.ts',
}

/** Builds the apps and the server's bundle into `dist/`, unless that is newer than everything it is made of. */
export async function buildIfNeeded(): Promise<void> {
  if (!isBuilt()) await build()
}

export async function build(): Promise<void> {
  const vite = await import('vite')
  // A test that builds says otherwise, and would leave React's development half behind.
  process.env['NODE_ENV'] = 'production'
  const began = performance.now()
  for (const [name, config] of Object.entries(APPS)) {
    await vite.build({ configFile: join(root, config), logLevel: 'warn' })
    compress(join(root, 'dist', name))
  }
  await vite.build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [{ name: 'one-byte', renderChunk: (code) => ({ code: oneByte(code), map: null }) }],
    build: {
      ssr: true,
      outDir: join(root, 'dist', 'server'),
      emptyOutDir: true,
      target: 'node22',
      minify: true,
      rolldownOptions: {
        checks: { bundlerTimings: false }, // as of the apps (`vite.app.ts`)
        input: {
          main: join(root, 'server/src/main.ts'),
          demo: join(root, 'server/src/demo.ts'),
          backup: join(root, 'server/src/backup/run.ts'),
          restore: join(root, 'scripts/restore.ts'),
          move: join(root, 'scripts/move.ts'),
          'verify-log': join(root, 'scripts/verify-log.ts'),
          'drawing-thread': join(root, 'server/src/hall/drawing-thread.ts'),
        },
        // Side by side: the thread is found beside the code that begins it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-shared.js' },
      },
    },
    // One bundle starts in half the time and half the memory; what holds a native binary stays outside.
    ssr: {
      noExternal: true,
      external: [
        'better-sqlite3',
        '@node-rs/argon2',
        '@resvg/resvg-js',
        'fontkit',
        '@fastify/swagger-ui',
        '@fastify/static',
      ],
    },
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(STAMP, new Date().toISOString())
  console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

/** One Cyrillic letter would make the whole program's text two bytes a character in memory. */
function oneByte(code: string): string {
  return code.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Lays a compressed copy beside each text that the apps are made of: the server sends what the browser takes. */
function compress(folder: string) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) compress(path)
    if (!/\.(js|css|html|svg)$/.test(name)) continue
    const text = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(text))
  }
}

if (import.meta.main) await build()
