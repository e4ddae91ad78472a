import { join } from 'node:path'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import { jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { OfficeId } from '#shared/ids.ts'
import { refuse } from '#shared/rejections.ts'
import type { TicketView } from '#shared/views.ts'
import type { TicketWaitView } from '#shared/waits.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../office/clock.ts'
import type { Speech } from '../hall/speech.ts'
import type { Directory } from '../office/directory.ts'
import type { Office } from '../office/office.ts'
import type { Viewer } from '../office/view.ts'
import type { Store } from '../store/store.ts'
import { administrationRoutes } from './administration.ts'
import { answerError, Refused } from './answers.ts'
import { appPages } from './apps.ts'
import { identifier, isFromElsewhere, isNearestProxy, isStranger, secretsOf } from './asker.ts'
import { asideOf, type Printings } from './aside.ts'
import { boardRoutes, voiceFiles, type Walls } from './boards.ts'
import { commandRoutes } from './commands.ts'
import { connectionsOf } from './connections.ts'
import { documented } from './documented.ts'
import { documentationPages } from './documentation.ts'
import type { Offices } from './guards.ts'
import { healthRoutes } from './health.ts'
import { BODY_BYTES, LIMITS, type Limits } from './limits.ts'
import { loggedError } from './logged-error.ts'
import { createLogInThrottle } from './log-in-throttle.ts'
import type { Measures } from './measures.ts'
import { nowhere } from './nowhere.ts'
import { noticeRoutes, type Pushings } from './notices.ts'
import { officeRoutes } from './offices.ts'
import { carefulHeaders } from './policy.ts'
import { pictureFiles } from './pictures.ts'
import { printingRoutes } from './printing.ts'
import { realtime } from './realtime.ts'
import { receptionRoutes } from './reception.ts'
import { idleEnd } from './session-life.ts'
import { sessionRoutes } from './sessions.ts'
import { speechRoutes } from './speech.ts'
import { waitRoutes, type Foresights } from './waits.ts'

export type AppParts = {
  readonly config: Pick<Config, 'publicUrl' | 'hallUrl' | 'trustProxy' | 'logLevel' | 'root' | 'metricsFrom'>
  readonly store: Store
  readonly offices: Offices
  /** What is foreseen of each office. */
  readonly foresights: Foresights
  readonly printings: Printings
  readonly pushings: Pushings
  /** The views of an office's newest day. */
  readonly viewer: (office: Office) => Viewer
  readonly speech: Speech
  /** The boards of each office, and what they speak with. */
  readonly walls: Walls
  /** Folders of pictures for the time between the calls, by office; null: it has none. */
  readonly pictures: ReadonlyMap<string, string | null>
  readonly directory: Directory
  readonly measures: Measures
  /** The office's clock, and the world's: in a training hall they differ. */
  readonly clock: Clock
  readonly wall: Clock
  /** What is other than usual in how much a client may ask. */
  readonly limits?: Partial<Limits>
}

/** The web around the offices: every plugin and scope in the order in which it runs. */
export async function createApp({
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
  limits: otherLimits = {},
}: AppParts): Promise<FastifyInstance> {
  const limits = { ...LIMITS, ...otherLimits }
  const app = fastify({
    logger: { level: config.logLevel, serializers: { err: loggedError } },
    logController: new LogController({ disableRequestLogging: true }), // addresses hold ticket codes
    trustProxy: config.trustProxy && isNearestProxy,
    bodyLimit: BODY_BYTES,
    // What never reaches a route (an address that is none) is refused in words too.
    frameworkErrors: answerError,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    requestTimeout: limits.requestMs,
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: limits.headersMs / 4 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(nowhere(config))

  const isSecure = [config.publicUrl, config.hallUrl].some((url) => url?.startsWith('https:'))
  const isHallSecure = (config.hallUrl ?? config.publicUrl)?.startsWith('https:') ?? false
  const careful = carefulHeaders({ isSecure })
  app.addHook('onRequest', async (_request, reply) => void reply.headers(careful))
  await app.register(cookie)
  await app.register(rateLimit, { global: false })

  const identify = identifier(store, wall)
  const throttle = createLogInThrottle(wall)
  app.decorateRequest('identity')
  app.addHook('onRequest', async (request) => {
    // Cut off from the database, this program knows neither who asks nor what others do: whoever asks may ask another.
    if (request.url.startsWith('/api/') && !(await isReached(store.line)))
      throw new Refused(refuse('not-ready', {}))
    const identity = await identify(secretsOf(request))
    request.identity = identity
    // A device whose token is worth nothing is told so at once, also where anyone may look.
    if (isStranger(identity)) throw new Refused(refuse('not-signed-in', {}))
    if (identity.kind !== 'nobody') throttle.recognise(request.ip)
    // Who asks is not idle; a line that only watches is (`realtime.ts`).
    if (identity.kind === 'staff')
      await store.sessions.prolong(identity.session, idleEnd(identity.asker.role, wall.now()))
    if (request.method !== 'GET' && isFromElsewhere(request.headers))
      throw new Refused(refuse('not-allowed', {}))
  })

  // The character that is none: no keyboard has it, and not every database takes it.
  app.addHook('preValidation', async ({ url, body }) => {
    if (url.includes('%00') || JSON.stringify(body ?? null).includes('\\u0000'))
      throw new Refused(refuse('malformed', { field: 'body', problem: NO_CHARACTER }))
  })

  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Едно гише',
        version: '1',
        description: 'Commands go up by POST; views come down by GET, and by socket for every newer version.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'edno-gishe-session' },
          device: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: documented,
    transformObject: jsonSchemaTransformObject,
  })
  documentationPages(app)

  await app.register(
    async (api) => {
      api.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
      officeRoutes(api, { offices, store, viewer, publicUrl: config.publicUrl })
      waitRoutes(api, { offices, foresights, store })
      commandRoutes(api, { offices, measures })
      printingRoutes(api, { offices, printings })
      noticeRoutes(api, { offices, pushings })
      speechRoutes(api, { offices, speech })
      boardRoutes(api, { offices, walls, announcements: store.announcements })
      receptionRoutes(api, { offices, store, viewer, clock })
      sessionRoutes(api, { offices, store, directory, wall, throttle, isSecure: isHallSecure })
      await api.register(async (administration) =>
        administrationRoutes(administration, { offices, store, directory, wall }),
      )
    },
    { prefix: '/api' },
  )
  voiceFiles(app, walls)
  await pictureFiles(app, pictures)
  healthRoutes(app, { offices, measures, line: store.line, metricsFrom: config.metricsFrom })
  await appPages(app, {
    built: join(config.root, 'dist'),
    async firstState(id, code) {
      const office = offices.get(id as OfficeId) // looked up, whatever it is
      const shown = office && store.line.isUp() && (await viewer(office).whole(`ticket/${code}`))
      if (!shown || !shown.ok) return { ticket: null, wait: null }
      const foreseen = foresights.get(id as OfficeId)?.view(`wait/${code}`) // the same
      return {
        ticket: shown.value as TicketView, // those names' views
        wait: foreseen?.ok ? (foreseen.value as TicketWaitView) : null,
      }
    },
  })

  const line = realtime(app, {
    offices,
    foresights,
    clock,
    identify,
    viewer,
    aside: asideOf(printings, walls),
    walls,
    measures,
    limits,
    isBehindProxy: config.trustProxy,
    line: store.line,
  })
  const connections = connectionsOf(app.server)
  app.addHook('preClose', async () => {
    await line.close()
    connections.letGo()
  })
  return app
}

const NO_CHARACTER = { bg: 'съдържа знака U+0000', en: 'holds the character U+0000' }

/** So often it is looked, and so many times, whether a database that is not reached is reached again. */
const LOOK_AGAIN_MS = 50
const LOOKS = 40

/** A program that stood still for a moment hears of the others with the next beat. */
async function isReached({ isUp }: Store['line']): Promise<boolean> {
  for (let looks = 0; !isUp(); looks += 1) {
    if (looks === LOOKS) return false
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  return true
}
