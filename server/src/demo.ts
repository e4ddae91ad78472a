import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import closeWithGrace from 'close-with-grace'
import { DateTime } from 'luxon'
import { instant, type Instant } from '#shared/instant.ts'
import { ConfigRefused, Port, readConfig } from './config.ts'
import { trainingClock } from './office/clock.ts'
import { openStore, whereItLies } from './open-store.ts'
import { startServer } from './server.ts'
import { StoreRefused } from './store/lock.ts'
import { plugInPaper, TROUBLES, type TrainingPaper } from './training/paper.ts'
import { lively } from './training/people.ts'
import { seedReception } from './training/reception.ts'
import { DEMO_KIOSK_TOKEN, DEMO_PASSWORD, seedTraining } from './training/seed.ts'

/** `npm run demo`: a training hall on a training clock, with people in it. */

/** Faster than this the hall prints nothing. */
const MOST_SPEED_WITH_PAPER = 60

const USAGE = `npm run demo -- [options]
  --at 2026-11-25T10:15   where the training clock starts, office time (a working Wednesday)
  --speed 1               how many seconds of the office pass in one of the world
  --quiet                 no simulated people, nobody signed up: only what you do happens; and no printer,
  --printer               unless it is asked for: its tickets come as pictures into the data folder
  --port 8080             where it listens
  --data FOLDER           keeps the hall there and goes on with it; without it each demo begins afresh
  --database postgres://… keeps it in a PostgreSQL: several demos on one are one hall`

async function demo() {
  const { at, speed, quiet, printer, port, data, database } = options()
  const folder = data === null ? mkdtempSync(join(tmpdir(), 'edno-gishe-demo-')) : resolve(data)
  const environment = {
    LOG_LEVEL: 'warn',
    ...process.env,
    DATA: folder,
    DATABASE_URL: database ?? undefined, // never the real hall's
    ...(port === null ? {} : { PORT: port }),
  }
  const config = readConfig(environment)
  const [office] = config.offices
  if (office === undefined) throw new ConfigRefused('There is no office to train in.')

  const store = await openStore(config, 'training')
  // The hall's history only goes forward: a kept one goes on where it stood.
  const begin = instant(Math.max(startOf(at, office.zone), (await store.log.lastInstant()) ?? 0))
  await seedTraining(store, office.id, begin)
  if (!quiet) await seedReception(store, office, begin)
  const clock = trainingClock(begin, speed)
  const paper = printer && office.printing === undefined ? await plugInPaper(folder, office) : null
  const offices = config.offices.map((each) => (each === office && paper ? paper.office : each))
  const server = await startServer({ config: { ...config, offices }, store, clock })
  const base = `http://localhost:${server.port}`
  const people = quiet ? null : lively({ base, office: office.id, clock, random: Math.random })

  const time = DateTime.fromMillis(begin, { zone: office.zone }).toFormat('dd.MM.yyyy HH:mm:ss')
  console.log(`
  Едно гише · УЧЕБНА ЗАЛА · training hall of ${office.municipality.en}
  Training clock: ${time}${speed === 1 ? '' : `, ${speed} times as fast`}

  Kiosk       ${base}/kiosk#token=${DEMO_KIOSK_TOKEN}
  Window      ${base}/window        clerk1 … clerk8, supervisor, admin, secretary, auditor · password: ${DEMO_PASSWORD}
  Board       ${base}/display       above window 3: ${base}/display/window/3
  API         ${base}/api/docs
  Reception   signed up at window 7 (clerk7); received by mayor, deputy, municipal-secretary
${people ? '  Simulated clerks work at windows 2 and 4–8; windows 1 and 3, clerk1 and clerk2 are yours.' : '  Quiet: only what you do happens.'}
${paper ? tellOfPaper(paper) : ''}  Data        ${whereItLies(config)}${data === null && config.databaseUrl === null ? '   (go on with it: --data and this folder)' : ''}
`)
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) console.error(err)
    people?.stop()
    await server.close()
    await paper?.close()
  })
  // The launcher is gone: nobody would stop this server any more.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}

function tellOfPaper({ folder }: TrainingPaper): string {
  return `  Tickets     come out as pictures in ${folder}
              a file there named ${TROUBLES.join(', ')} is the printer’s trouble until it is gone
`
}

function options() {
  const { values } = parseArgs({
    options: {
      at: { type: 'string', default: '2026-11-25T10:15' },
      speed: { type: 'string', default: '1' },
      quiet: { type: 'boolean', default: false },
      printer: { type: 'boolean', default: false },
      port: { type: 'string' },
      data: { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    process.exit(0)
  }
  const speed = Number(values.speed)
  if (!(speed > 0 && speed <= 3_600))
    throw new ConfigRefused(`--speed ${values.speed}: a number above 0, at most 3600.`)
  const port = Port.safeParse(values.port ?? 0)
  if (!port.success || values.port === '')
    throw new ConfigRefused(`--port ${values.port}: a port is a whole number from 0 to 65535, such as 8080.`)
  // Tickets by the dozen a second are nobody's to look at.
  const printer = (values.printer || !values.quiet) && speed <= MOST_SPEED_WITH_PAPER
  return {
    at: values.at,
    speed,
    quiet: values.quiet,
    printer,
    port: values.port ?? null,
    data: values.data ?? null,
    database: values.database ?? null,
  }
}

function startOf(at: string, zone: string): Instant {
  const time = DateTime.fromISO(at, { zone })
  if (!time.isValid)
    throw new ConfigRefused(`--at ${at}: not a date and time; write for example 2026-11-25T16:59:30.`)
  return instant(time.toMillis())
}

try {
  await demo()
} catch (error) {
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof ConfigRefused || error instanceof StoreRefused || isUsage)) throw error
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message)
  process.exit(1)
}
