import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pause } from './figures.ts'
import { openWire, type Reply, type Wire } from './wire.ts'

/** A training hall under test: the server's bundle as a process of its own, on a database file of its own. */

export const ROOT = resolve(import.meta.dirname, '../..')
export const OFFICE = 'pernik'
export const WINDOWS = 10

export type Hall = {
  readonly port: number
  readonly pid: number
  readonly folder: string
  /** From the process's start to its first answer, in milliseconds. */
  readonly startedMs: number
  readonly stop: () => Promise<void>
}

type HallOptions = {
  readonly folder: string
  readonly offices: string
  readonly at?: string
  readonly speed?: number
  readonly entry?: 'demo' | 'main'
  readonly waits?: 'told' | 'not-told'
}

const MORNING = '2026-11-25T09:00'
/** As `npm start` runs it: what package.json says between the launcher and the script. */
const NODE_OPTIONS = startOptions()

function startOptions(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  } // our own package
  const options = scripts.start.split(' ').filter((word) => word.startsWith('--'))
  return [...options, ...(process.env['BENCH_NODE'] ?? '').split(' ').filter((option) => option !== '')]
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(process.env['BENCH_DATA'] ?? tmpdir(), `edno-gishe-bench-${name}-`))
}

/** The seeded office with ten windows that serve all of one line: the hardest case for the dispatch. */
export function tenWindowOffice(): { readonly folder: string; readonly services: readonly string[] } {
  type Settings = {
    services: { id: string; onlyWindow: number | null }[]
    windows: { window: number; services: string[] }[]
  }
  const office = JSON.parse(readFileSync(join(ROOT, 'server/config', `${OFFICE}.json`), 'utf8')) as Settings // the server checks it
  const services = office.services
    .filter((service) => service.onlyWindow === null)
    .map((service) => service.id)
  const bound = (window: number) =>
    office.services.filter((each) => each.onlyWindow === window).map((each) => each.id)
  const windows = Array.from({ length: WINDOWS }, (_, index) => ({
    ...(office.windows[index] ?? { name: null, direction: null }),
    window: index + 1,
    services: [...bound(index + 1), ...services],
  }))
  const folder = join(temporaryFolder('office'), 'config')
  mkdirSync(folder)
  writeFileSync(join(folder, `${OFFICE}.json`), JSON.stringify({ ...office, windows }))
  return { folder, services }
}

export async function startHall({
  folder,
  offices,
  at = MORNING,
  speed = 1,
  entry = 'demo',
  waits = 'told',
}: HallOptions): Promise<Hall> {
  const port = await freePort()
  const options = entry === 'demo' ? ['--quiet', '--at', at, '--speed', String(speed), '--data', folder] : []
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [...NODE_OPTIONS, join(ROOT, 'scripts/start.mjs'), entry, ...options],
    {
      // The launcher's word to glibc is npm start's too.
      env: {
        MALLOC_ARENA_MAX: '2',
        ...process.env,
        PORT: String(port),
        DATA: folder,
        OFFICES: offices,
        WAITS: waits,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  await firstAnswer(child, port)
  const startedMs = performance.now() - began
  return { port, pid: child.pid ?? 0, folder, startedMs, stop: () => stopped(child) }
}

async function firstAnswer(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    try {
      const wire = await openWire(port)
      const { status } = await wire.get('/health/ready')
      wire.close()
      if (status === 200) return
    } catch {
      await pause(4)
    }
  }
  throw new Error('the server ended before it answered')
}

export function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Someone who gives commands over a connection of their own. */
export type Person = {
  readonly say: (command: string, body: object) => Promise<Reply>
  readonly cookie: string
  readonly close: () => void
}

let intentions = 0

function person(wire: Wire, cookie: string): Person {
  return {
    cookie,
    // Each command with a key of its own, the time in front, as the apps send it.
    say(command, body) {
      intentions += 1
      return wire.post(
        `/api/offices/${OFFICE}/commands/${command}`,
        body,
        `idempotency-key: ${Date.now().toString(16)}-${process.pid}-${intentions}\r\n`,
      )
    },
    close: wire.close,
  }
}

export async function kiosk({ port }: Hall): Promise<Person> {
  return person(await openWire(port, 'authorization: Bearer demo-kiosk\r\n'), '')
}

/** Ten clerks, each signed in and at a window. */
export async function clerks(hall: Hall): Promise<readonly Person[]> {
  const names = Array.from({ length: WINDOWS }, (_, index) => `clerk${index + 1}`)
  await hireMissing(hall, names)
  return Promise.all(
    names.map(async (name, index) => {
      const cookie = await signIn(hall, name)
      const clerk = person(await openWire(hall.port, `cookie: ${cookie}\r\n`), cookie)
      expectDone(await clerk.say('open-window', { window: index + 1 }))
      return clerk
    }),
  )
}

async function hireMissing(hall: Hall, names: readonly string[]): Promise<void> {
  const admin = await openWire(hall.port, `cookie: ${await signIn(hall, 'admin')}\r\n`)
  for (const user of names.slice(8))
    await admin.post('/api/staff', { user, name: user, role: 'clerk', password: 'bench-password' })
  admin.close()
}

export async function signIn({ port }: Hall, user: string): Promise<string> {
  const wire = await openWire(port)
  const isHired = user === 'clerk9' || user === 'clerk10'
  const { head } = await wire.post('/api/sessions', { user, password: isHired ? 'bench-password' : 'demo' })
  wire.close()
  const cookie = /set-cookie: ([^;\r]+)/i.exec(head)?.[1]
  if (cookie === undefined) throw new Error(`${user} could not sign in`)
  return cookie
}

export function expectDone(reply: Reply): Reply {
  if (reply.status !== 200) throw new Error(`the server answered ${reply.status}: ${reply.body}`)
  return reply
}
