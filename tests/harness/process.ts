import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { OfficeSettings } from '#server/domain/settings.ts'
import { built } from './built.ts'
import { temporaryFolder } from './hall.ts'
import { peopleOf, type People } from './people.ts'
import { wordsOf } from './program.ts'
import { ROOT } from './settings.ts'

export type ProcessOptions = {
  /** `demo`: a training hall without simulated people; `main`: the real thing. */
  readonly entry?: 'demo' | 'main'
  readonly at?: string
  readonly speed?: number
  readonly port?: number
  /** A data folder to go on with; it stays. Without it a fresh one, which goes with the process. */
  readonly data?: string
  /** A PostgreSQL that a training hall uses, perhaps with others; without one a file in its folder. */
  readonly database?: string
  /** More of the environment. */
  readonly environment?: Readonly<Record<string, string>>
  readonly logLevel?: 'error' | 'debug'
  /** Other offices than those in `server/config`. */
  readonly offices?: readonly OfficeSettings[]
}

export type HallProcess = People & {
  readonly base: string
  readonly port: number
  readonly data: string
  /** What it has printed so far, since its last start. */
  readonly printed: () => string
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>
  /** Ends it as an operator does. @returns its exit code. */
  readonly terminate: () => Promise<number | null>
  /** Lets it stand still: it keeps its lines, and answers nothing. */
  readonly freeze: () => void
  readonly signal: (signal: NodeJS.Signals) => void
  readonly thaw: () => void
  /** Starts it again, on the same data and the same port. Resolves when it answers. */
  readonly restart: () => Promise<void>
  /** Ends it for good, and clears up. */
  readonly close: () => Promise<void>
}

/** A whole server as a process of its own, from the bundle (which is built first, if it must be). */
export async function startProcess(options: ProcessOptions = {}): Promise<HallProcess> {
  await built()
  const data = options.data ?? temporaryFolder()
  const port = options.port ?? (await freePort())
  const base = `http://127.0.0.1:${port}`
  const people = peopleOf(base)
  let running = launch({ ...options, data, port })
  await isReady()

  async function isReady() {
    while (!(await answers(base))) {
      if (running.child.exitCode !== null) throw new Error(`the server ended:\n${running.printed()}`)
      await pause(30) // to ask costs more than to wait
    }
  }

  return {
    ...people,
    base,
    port,
    data,
    printed: () => running.printed(),
    kill: async () => void (await ended(running.child, 'SIGKILL')),
    terminate: () => ended(running.child, 'SIGTERM'),
    signal: (signal) => void running.child.kill(signal),
    freeze: () => void running.child.kill('SIGSTOP'),
    thaw: () => void running.child.kill('SIGCONT'),
    async restart() {
      running = launch({ ...options, data, port })
      await isReady()
    },
    async close() {
      people.hangUp()
      await ended(running.child, 'SIGKILL')
      if (options.data === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Starts a server that is to refuse its start. @returns its exit code and what it said. */
export async function startRefused(
  options: ProcessOptions & { readonly data: string },
): Promise<{ readonly code: number | null; readonly printed: string }> {
  await built()
  const { child, printed } = launch({ ...options, port: options.port ?? (await freePort()) })
  if (child.exitCode === null) await Promise.race([once(child, 'exit'), pause(25_000)])
  const code = child.exitCode
  await ended(child, 'SIGKILL')
  return { code, printed: printed() }
}

type Launch = ProcessOptions & { readonly data: string; readonly port: number }

function launch({
  entry = 'demo',
  at = '2026-11-25T10:15',
  speed = 1,
  data,
  port,
  database,
  offices,
  environment = {},
  logLevel = 'error',
}: Launch) {
  const demo = ['--quiet', '--at', at, '--speed', String(speed), '--data', data]
  if (database !== undefined) demo.push('--database', database)
  const child = spawn(
    process.execPath,
    [...wordsOf(entry === 'demo' ? 'demo' : 'start'), ...(entry === 'demo' ? demo : [])],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA: data,
        LOG_LEVEL: logLevel,
        ...environment,
        ...(offices === undefined ? {} : { OFFICES: written(offices, data) }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  return { child, printed: () => text }
}

function written(offices: readonly OfficeSettings[], data: string): string {
  const folder = join(data, 'offices')
  mkdirSync(folder, { recursive: true })
  for (const office of offices) writeFileSync(join(folder, `${office.id}.json`), JSON.stringify(office))
  return folder
}

async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
  return child.exitCode
}

async function answers(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/health/ready`)).ok
  } catch {
    return false // not yet
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo // it listens on a port
  probe.close()
  await once(probe, 'close')
  return port
}
