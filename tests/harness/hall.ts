import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { readConfig } from '#server/config.ts'
import type { OfficeSettings } from '#server/domain/settings.ts'
import { hireDraughtsman } from '#server/hall/draughtsman.ts'
import { handClock, type Clock } from '#server/office/clock.ts'
import { migrationsOf, startServer, type RunningServer } from '#server/server.ts'
import { openPostgres } from '#server/store/postgres.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { DEMO_PASSWORD, seedTraining } from '#server/training/seed.ts'
import type { Instant } from '#shared/instant.ts'
import { collectAnswers } from './declared.ts'
import { officeTime, pernik, ROOT } from './settings.ts'
import { peopleOf, type People } from './people.ts'

export type HandClock = ReturnType<typeof handClock>

export type HallOptions = {
  /** What the clock shows at the start, in the first office: a working Wednesday in the morning. */
  readonly at?: string
  readonly offices?: readonly OfficeSettings[]
  /** A data folder to go on with; it stays. Without it a fresh one, which goes with the hall. */
  readonly data?: string
  /** `real`: no accounts and no kiosk are seeded. */
  readonly kind?: 'training' | 'real'
  /** A fixed port; else a free one. */
  readonly port?: number
  /** The program that speaks for its kiosks; without one nothing does. */
  readonly speech?: string
  /** How patient it is with its printers. */
  readonly paper?: NonNullable<Parameters<typeof startServer>[0]['paper']>
  /** The world's time, by which sessions end; else the machine's. */
  readonly wall?: Clock
  /** How much a client may ask. */
  readonly limits?: NonNullable<Parameters<typeof startServer>[0]['limits']>
  /** Whether a proxy in front says who the client is. */
  readonly trustProxy?: boolean
  /** Whether it foresees and tells the waits. */
  readonly waits?: 'told' | 'not-told'
  /** When notices to phones are tried again. */
  readonly push?: NonNullable<Parameters<typeof startServer>[0]['push']>
  /** A PostgreSQL database that it uses, perhaps with others; without one a file of its own. */
  readonly database?: string
  /** More of the environment, e.g. `PUBLIC_URL`. */
  readonly environment?: Readonly<Record<string, string>>
}

export type Hall<C extends Clock = HandClock> = People & {
  readonly base: string
  readonly clock: C
  /** Resolves when what the clock made happen is on the disk and told. */
  readonly settled: () => Promise<void>
  readonly data: string
  readonly store: Store
  /** The same people, who mean another office. */
  readonly of: (office: string) => People
  readonly close: () => Promise<void>
}

/** People sign in hundreds of times: here their password is proved at the least cost that there is. */
const proof = hash(DEMO_PASSWORD, { memoryCost: 8, timeCost: 1 })

/** One draws for all the halls of this process: to learn the typefaces takes a second. None of them lets it go. */
const draughtsman = { ...hireDraughtsman(), close: async () => {} }

/**
 * A whole server in this process, from source, on a database file of its own and a free port.
 * Its clock stands still until it is moved (`hall.clock.moveTo(officeTime(…))`), unless another is asked for.
 */
export function startHall(options?: HallOptions): Promise<Hall>
export function startHall<C extends Clock>(
  options: HallOptions & { readonly clock: (start: Instant) => C },
): Promise<Hall<C>>
export async function startHall({
  at = '2026-11-25T10:15',
  offices = [pernik()],
  data,
  kind = 'training',
  port = 0,
  speech = 'none',
  paper = {},
  waits = 'told',
  push = {},
  database,
  environment: more = {},
  wall,
  limits = {},
  trustProxy = false,
  clock: clockAt = handClock,
}: HallOptions & { readonly clock?: (start: Instant) => Clock } = {}): Promise<Hall<Clock>> {
  const folder = data ?? temporaryFolder()
  const environment = {
    DATA: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    WAITS: waits,
    TRUST_PROXY: trustProxy ? 'yes' : 'no',
    LOG_LEVEL: 'silent',
    SPEECH: speech,
    ...(database === undefined ? {} : { DATABASE_URL: database }),
    ...more,
  }
  const config = { ...readConfig(environment), offices, root: ROOT }
  const store =
    database === undefined
      ? await openSqlite({ folder, kind, migrations: migrationsOf(config, 'sqlite') })
      : await openPostgres({ url: database, kind, migrations: migrationsOf(config, 'postgres') })
  const server = await startOn(store)
  const base = `http://127.0.0.1:${server.port}`
  const first = offices[0]?.id
  const halls = new Map<string, People>()
  const answers = collectAnswers(base)
  const of = (office: string) => {
    const people = halls.get(office) ?? peopleOf(base, office, answers.hear)
    halls.set(office, people)
    return people
  }

  async function startOn(opened: Store): Promise<RunningServer & { readonly clock: Clock }> {
    try {
      const [office] = offices
      const begin = officeTime(at, office?.zone)
      if (kind === 'training' && office !== undefined)
        await seedTraining(opened, office.id, begin, await proof)
      const clock = clockAt(begin)
      return {
        ...(await startServer({
          config,
          store: opened,
          clock,
          paper,
          draughtsman,
          push,
          limits,
          ...(wall === undefined ? {} : { wall }),
        })),
        clock,
      }
    } catch (error) {
      await opened.close()
      throw error
    }
  }

  return {
    ...of(first ?? 'pernik'),
    base,
    clock: server.clock,
    settled: server.settled,
    data: folder,
    store,
    of,
    async close() {
      for (const people of halls.values()) people.hangUp()
      const compared = await Promise.allSettled([answers.compare()])
      await server.close()
      if (data === undefined) rmSync(folder, { recursive: true, force: true })
      for (const each of compared) if (each.status === 'rejected') throw each.reason
    },
  }
}

/** A folder of a test's own. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'edno-gishe-test-'))
}
