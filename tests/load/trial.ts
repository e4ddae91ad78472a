import { fork, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { memoryOptions } from '../../scripts/memory.mjs'
import { migrationsOf } from '#server/server.ts'
import { openPostgres } from '#server/store/postgres.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { ended, word } from '../bench/children.ts'
import { pause } from '../bench/figures.ts'
import { freePort, ROOT, stopped, temporaryFolder } from '../bench/hall.ts'
import { openWire } from '../bench/wire.ts'
import { startPostgres, type TestPostgres } from '../harness/postgres.ts'
import type { CrowdReport, CrowdWanted } from './crowd.ts'
import { people, settle } from './towns.ts'

/** What is tried: so many towns on so many programs. */
export type Trial = {
  /** 0: one program on SQLite; else so many on one PostgreSQL. */
  readonly nodes: number
  readonly offices: number
  readonly windows: number
  readonly boards: number
  readonly phones: number
  /** How many times as fast as on a real day's peak people come. */
  readonly factor: number
  readonly measureMs: number
  /** How many have been served in each town before. */
  readonly served: number
}

export type Outcome = {
  readonly trial: Trial
  readonly crowd: CrowdReport
  /** Of all programs together. */
  readonly memoryMb: number
  /** Processors kept busy by the programs, 1: one whole; and by PostgreSQL. */
  readonly busy: number
  readonly databaseBusy: number
}

/**
 * Tickets a minute in a town at its peak on a real day: 150,000 a day over 265 municipalities are 566 each; a fifth of them in
 * the busiest hour.
 */
export const PEAK_PER_MINUTE = 150_000 / 265 / 5 / 60
const WARM_UP_MS = 15_000
const MORNING = '2026-11-25T09:00'

export async function measure(trial: Trial): Promise<Outcome> {
  const { nodes, offices: count, windows, boards, phones, factor, measureMs, served } = trial
  const { folder, offices, services } = settle(count, windows)
  const data = temporaryFolder('load')
  const database = nodes === 0 ? null : await startPostgres({ durable: true })
  const url = database === null ? null : await database.database()
  const store =
    url === null
      ? await openSqlite({
          folder: data,
          kind: 'training',
          migrations: migrationsOf({ root: ROOT }, 'sqlite'),
        })
      : await openPostgres({ url, kind: 'training', migrations: migrationsOf({ root: ROOT }, 'postgres') })
  const towns = await people(store, offices, windows)
  await store.close()
  const programs: ChildProcess[] = []
  const ports: number[] = []
  const crowd = childOf('crowd.ts')
  const pockets = childOf('phones.ts')
  try {
    for (let index = 0; index < Math.max(1, nodes); index += 1) {
      const port = await freePort()
      ports.push(port)
      programs.push(await start(port, data, folder, url))
    }
    const waiting = Math.max(20, Math.ceil(phones / count))
    const wanted: CrowdWanted = {
      ports,
      towns,
      services,
      boards,
      perMinute: PEAK_PER_MINUTE * factor,
      served,
      waiting,
      warmUpMs: WARM_UP_MS,
      measureMs,
    }
    crowd.send(wanted)
    const { codes } = await word<{ readonly codes: readonly (readonly [string, string])[] }>(crowd)
    pockets.send({ ports, tickets: codes.slice(0, phones) })
    await word<'ready'>(pockets)
    crowd.send('phones are there')
    await pause(WARM_UP_MS)
    const before = processors(programs, database)
    const began = performance.now()
    const { report } = await word<{ readonly report: CrowdReport }>(crowd)
    const seconds = (performance.now() - began) / 1_000
    const spent = processors(programs, database)
    return {
      trial,
      crowd: report,
      memoryMb: programs.reduce((sum, { pid }) => sum + residentMb(pid ?? 0), 0),
      busy: (spent.programs - before.programs) / seconds,
      databaseBusy: (spent.database - before.database) / seconds,
    }
  } finally {
    await Promise.all([ended(crowd), ended(pockets)])
    await Promise.all(programs.map(stopped))
    await database?.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

function childOf(script: string): ChildProcess {
  return fork(join(import.meta.dirname, script), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
}

async function start(port: number, data: string, offices: string, url: string | null): Promise<ChildProcess> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  } // our own package
  // As the launcher does it for a program with many halls.
  const options = [
    ...scripts.start.split(' ').filter((option) => option.startsWith('--')),
    ...memoryOptions({ MEMORY: 'large' }),
  ]
  const script = [
    join(ROOT, 'scripts/start.mjs'),
    'demo',
    '--quiet',
    '--at',
    MORNING,
    '--data',
    data,
    ...(url === null ? [] : ['--database', url]),
  ]
  const program = spawn(process.execPath, [...options, ...script], {
    env: {
      MALLOC_ARENA_MAX: '2',
      ...process.env,
      PORT: String(port),
      OFFICES: offices,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (program.exitCode !== null) throw new Error('a program ended before it answered')
    const wire = await openWire(port).catch(() => null)
    const reply = await wire?.get('/health/ready')
    wire?.close()
    if (reply?.status === 200) return program
    await pause(50)
  }
}

/** Seconds of processor time spent until now. */
function processors(programs: readonly ChildProcess[], database: TestPostgres | null) {
  return {
    programs: programs.reduce((sum, { pid }) => sum + spentBy(pid ?? 0), 0),
    database: (database?.processes() ?? []).reduce((sum, pid) => sum + spentBy(pid), 0),
  }
}

const TICKS_PER_SECOND = 100

function spentBy(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return 0 // it has ended
  }
}

function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1_024
}
