import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { OfficeId } from '#shared/ids.ts'
import { after, HOUR } from '#shared/instant.ts'
import type { TicketView } from '#shared/views.ts'
import { waitRange } from '#shared/wait-range.ts'
import type { Config } from './config.ts'
import { USUAL_BOARDS } from './domain/boards.ts'
import type { Patience } from './hall/delivery.ts'
import { hireDraughtsman, type Draughtsman } from './hall/draughtsman.ts'
import { reachableBase } from './hall/address.ts'
import { openBoards, type Boards } from './hall/boards.ts'
import { openClips, type Clips } from './hall/clips.ts'
import { openPrinting, type Printing } from './hall/printing.ts'
import { openSpeech } from './hall/speech.ts'
import { createApp } from './http/app.ts'
import type { Limits } from './http/limits.ts'
import { createMeasures } from './http/measures.ts'
import { systemClock, type Clock } from './office/clock.ts'
import { drawTicketCode } from './office/codes.ts'
import { openDirectory } from './office/directory.ts'
import { copyBeside, copyNightly } from './backup/nightly.ts'
import { createForesight, type Foresight } from './office/foresight.ts'
import { openOffice, type Office } from './office/office.ts'
import { createSlices } from './office/slices.ts'
import { gathering } from './office/records.ts'
import { cachedViewer } from './office/view.ts'
import { drawIdentity, identityFrom, type PushIdentity } from './push/identity.ts'
import { openPushing, type Pushing } from './push/pushing.ts'
import { listeningRefused } from './listening.ts'
import type { Store } from './store/store.ts'
import { openDuty } from './store/together.ts'

export type RunningServer = {
  readonly port: number
  readonly store: Store
  /** To be called when accounts were written past the web. */
  readonly refreshNames: () => Promise<void>
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
  draughtsman = hireDraughtsman(),
  push = {},
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
  /** Who draws its paper, and is let go with it; usually one of its own. */
  readonly draughtsman?: Draughtsman
  /** When a notice that did not go out is tried again, where that is other than usual. */
  readonly push?: { readonly retryMs?: readonly number[] }
}): Promise<RunningServer> {
  const measures = createMeasures()
  const directory = await openDirectory(store)
  let logError = (error: unknown) => console.error(error)
  let cancelForgetting = () => {}
  await forgetOldKeys()
  const log: Store['log'] = {
    ...store.log,
    async append(office, entries) {
      const appended = await store.log.append(office, entries)
      if (appended.kind === 'behind') measures.wasBehind()
      return appended
    },
  }
  const offices = new Map<OfficeId, Office>()
  const foresights = new Map<OfficeId, Foresight>()
  const slices = createSlices()
  let logForesight = (error: unknown) => console.error(error)
  let logPaper = logError
  let logPush = logError
  for (const settings of config.offices) {
    const foresight = createForesight({
      isOn: config.foretellsWaits,
      settings,
      log: store.log,
      clock,
      slices,
      onFailure: (error) => logForesight(error),
    })
    const office = await openOffice({
      settings,
      log,
      clock,
      draw: drawTicketCode,
      nameOf: directory.clerk,
      records: (pending) => gathering(store, settings.id, pending),
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
  let port = config.port
  const printings = new Map<OfficeId, Printing>()
  for (const settings of config.offices) {
    const office = offices.get(settings.id)
    if (office === undefined) continue
    const printing = openPrinting({
      office,
      settings: settings.printing,
      prints: store.prints,
      together: store.together,
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
  // Of several programs one prints: a printer has one line, and says how it is to one.
  const printingDuty = await openDuty(store.together, 'printing', (isMine) => {
    for (const printing of printings.values()) {
      if (isMine) printing.begin()
      else void printing.rest().catch(logPaper)
    }
  })
  const viewer = cachedViewer(store, directory)
  const pushings = new Map<OfficeId, Pushing>()
  for (const [id, office] of offices) {
    const pushing = openPushing({
      office,
      async ticketView(code) {
        const shown = await viewer(office).whole(`ticket/${code}`)
        return shown.ok ? (shown.value as TicketView) : null // that name's view
      },
      subscriptions: store.subscriptions,
      isCurrent: store.line.isUp,
      identity: await pushIdentity(config, store, office.day().settings.contact.email),
      services: config.pushServices,
      wall,
      onFault: (error) => logPush(error),
      ...push,
    })
    pushings.set(id, pushing)
  }
  const speech = openSpeech({ program: config.speech })
  const walls = new Map<OfficeId, { readonly boards: Boards; readonly clips: Clips }>()
  for (const office of offices.values()) {
    const { recordings } = office.day().settings.boards ?? USUAL_BOARDS
    const { announcements, devices } = store
    const { together } = store
    const boards = await openBoards({
      office,
      announcements,
      devices,
      together,
      clock,
      onFault: (error) => logError(error),
    })
    const clips = openClips({
      folder: join(config.root, 'shared/voice'),
      recordings: recordings === null ? null : resolve(config.root, recordings),
    })
    walls.set(office.id, { boards, clips })
  }
  const pictures = new Map<OfficeId, string | null>(
    config.offices.map(({ id, boards = USUAL_BOARDS }) => [
      id,
      boards.pictures === null ? null : resolve(config.root, boards.pictures),
    ]),
  )
  const app = await createApp({
    config,
    store,
    offices,
    foresights,
    printings,
    pushings,
    viewer,
    speech,
    walls,
    pictures,
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
  const nightly =
    config.backups && config.databaseUrl === null && store.kind === 'real'
      ? startNightly(config.backups)
      : null
  logPush = (error) => app.log.error({ err: error }, 'notices: phones were not told')
  await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw listeningRefused(error, config)
  })
  const address = app.server.address() as AddressInfo // it listens on a port
  port = address.port

  function startNightly({ into, time, keep }: NonNullable<Config['backups']>) {
    return copyNightly({
      clock,
      zone: config.offices[0]?.zone ?? 'utc',
      time,
      copy: () => copyBeside(config.data, into, keep),
      onCopied(said) {
        measures.backupMade(wall.now())
        app.log.info(said)
      },
      onFailure(error) {
        measures.backupFailed()
        app.log.error({ err: error }, 'there is no copy of this night')
      },
    })
  }

  async function forgetOldKeys() {
    const now = clock.now()
    cancelForgetting = clock.at(after(now, 24 * HOUR), () => void forgetOldKeys().catch(logError))
    await store.log.forgetCommandsBefore(after(now, -KEYS_KEPT_HOURS * HOUR))
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
      await Promise.all([...pushings.values()].map((pushing) => pushing.close()))
      cancelForgetting()
      await nightly?.stop()
      for (const office of offices.values()) await office.close()
      await app.close()
      speech.close()
      for (const { boards, clips } of walls.values()) {
        boards.close()
        clips.close()
      }
      await Promise.all([...printings.values()].map((printing) => printing.close()))
      await printingDuty.stop()
      await draughtsman.close()
      await store.close()
    },
  }
}

/** Browsers take notices from an address on https only: without one there is nothing to know this hall by. */
async function pushIdentity(
  { publicUrl }: Pick<Config, 'publicUrl'>,
  store: Store,
  email: string,
): Promise<PushIdentity | null> {
  if (publicUrl === null || !publicUrl.startsWith('https:')) return null
  return identityFrom(await store.pushIdentity(drawIdentity), email === '' ? publicUrl : `mailto:${email}`)
}

/** @returns where the migrations of a kind of database lie. */
export function migrationsOf({ root }: Pick<Config, 'root'>, kind: 'sqlite' | 'postgres'): string {
  return join(root, 'migrations', kind)
}
