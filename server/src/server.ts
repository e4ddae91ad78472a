import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { OfficeId } from '#shared/ids.ts'
import { after, HOUR } from '#shared/instant.ts'
import { waitRange } from '#shared/wait-range.ts'
import type { Config } from './config.ts'
import type { Patience } from './hall/delivery.ts'
import { hireDraughtsman } from './hall/draughtsman.ts'
import { reachableBase } from './hall/address.ts'
import { openPrinting, type Printing } from './hall/printing.ts'
import { createApp } from './http/app.ts'
import type { Limits } from './http/limits.ts'
import { createMeasures } from './http/measures.ts'
import { systemClock, type Clock } from './office/clock.ts'
import { drawTicketCode } from './office/codes.ts'
import { openDirectory } from './office/directory.ts'
import { createForesight, type Foresight } from './office/foresight.ts'
import { openOffice, type Office } from './office/office.ts'
import { recordsOf } from './office/records.ts'
import type { Store } from './store/store.ts'

export type RunningServer = {
  readonly port: number
  readonly store: Store
  /** To be called when accounts were written past the web. */
  readonly refreshNames: () => void
  /** Resolves when all that has happened in the offices until now is on the disk and told. */
  readonly settled: () => Promise<void>
  /** Answers what was accepted, closes the lines, the web and the database, in that order. */
  readonly close: () => Promise<void>
}

/** Idempotency keys are remembered for so long: longer than anyone repeats a request. */
const KEYS_KEPT_HOURS = 48

/**
 * The server whole: offices on a store, the web on the offices. The store is the caller's choice, and closed here.
 * @param clock the office's time; the web's sessions go by the world's in any case.
 */
export async function startServer({
  config,
  store,
  clock,
  wall = systemClock(),
  limits = {},
  paper = {},
}: {
  readonly config: Config
  readonly store: Store
  readonly clock: Clock
  /** The world's time, by which sessions end. */
  readonly wall?: Clock
  /** How much a client may ask, where that is other than usual. */
  readonly limits?: Partial<Limits>
  /** How patient the hall is with its printers, where that is other than usual. */
  readonly paper?: { readonly patience?: Patience; readonly pollMs?: number }
}): Promise<RunningServer> {
  const measures = createMeasures()
  const directory = openDirectory(store.staff)
  let cancelForgetting = () => {}
  forgetOldKeys()
  const offices = new Map<OfficeId, Office>()
  const foresights = new Map<OfficeId, Foresight>()
  let logError = (error: unknown) => console.error(error)
  let logForesight = (error: unknown) => console.error(error)
  let logPaper = logError
  for (const settings of config.offices) {
    const foresight = createForesight({
      isOn: config.foretellsWaits,
      settings,
      log: store.log,
      clock,
      onFailure: (error) => logForesight(error),
    })
    const office = openOffice({
      settings,
      log: store.log,
      clock,
      draw: drawTicketCode,
      nameOf: directory.clerk,
      records: recordsOf(store.reception, settings.id),
      waitFor: foresight.waitFor,
      onFailure(error) {
        measures.commitFailed()
        logError(error)
      },
      onLost(error) {
        setImmediate(() => {
          throw error // nobody catches it: the program ends, and a new start reads what the disk has
        })
      },
    })
    offices.set(office.id, office)
    foresight.follow(office)
    foresights.set(office.id, foresight)
  }
  const draughtsman = hireDraughtsman()
  let port = config.port
  const printings = new Map<OfficeId, Printing>()
  for (const settings of config.offices) {
    const office = offices.get(settings.id)
    if (office === undefined) continue
    const printing = openPrinting({
      office,
      settings: settings.printing,
      prints: store.prints,
      clock,
      draughtsman,
      training: store.kind === 'training',
      base: () => reachableBase(config, port),
      waitOf: (_day, { ticket: { quoted } }) => quoted && waitRange(quoted.p50Ms, quoted.p90Ms), // as it was said at issue
      onFault: (error) => logPaper(error),
      ...paper,
    })
    printings.set(settings.id, printing)
  }
  const app = await createApp({
    config,
    store,
    offices,
    foresights,
    printings,
    directory,
    measures,
    clock,
    wall,
    limits,
  })
  logError = (error) => app.log.error({ err: error }, 'a command failed; nothing of it happened')
  logForesight = (error) =>
    app.log.error({ err: error }, 'the wait could not be foretold; a simpler estimate is told')
  logPaper = (error) => app.log.error({ err: error }, 'printing: a piece of paper did not come out')
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address() as AddressInfo // it listens on a port
  port = address.port

  function forgetOldKeys() {
    const now = clock.now()
    store.log.forgetCommandsBefore(after(now, -KEYS_KEPT_HOURS * HOUR))
    cancelForgetting = clock.at(after(now, 24 * HOUR), forgetOldKeys)
  }

  return {
    port,
    store,
    refreshNames: directory.refresh,
    async settled() {
      for (const office of offices.values()) await office.settled()
    },
    async close() {
      for (const foresight of foresights.values()) foresight.close()
      cancelForgetting()
      for (const office of offices.values()) await office.close()
      await app.close()
      await Promise.all([...printings.values()].map((printing) => printing.close()))
      await draughtsman.close()
      store.close()
    },
  }
}

/** @returns where the migrations of the embedded database lie. */
export function sqliteMigrations({ root }: Pick<Config, 'root'>): string {
  return join(root, 'migrations', 'sqlite')
}
