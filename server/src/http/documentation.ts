import type { StaticDocumentSpec } from '@fastify/swagger'
import fastify, { type FastifyInstance } from 'fastify'
import { refuse } from '#shared/rejections.ts'
import { sendRefusal } from './answers.ts'
import { POLICY, policyText } from './policy.ts'

const PREFIX = '/api/docs'
/** The hall's mark, as its apps have it. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5d57"/><path d="M7 10h18v4a2.5 2.5 0 0 0 0 5v4H7v-4a2.5 2.5 0 0 0 0-5z" fill="#fff"/></svg>`
/** Of the line, not of the page. */
const OF_THE_LINE = ['connection', 'date', 'keep-alive', 'transfer-encoding']

/**
 * The pages of the API's documentation. What they are made with is loaded when somebody first asks for one: it would be a
 * tenth of every start, and hardly anybody asks.
 * @param app where the API's document is, once all routes are known.
 */
export function documentationPages(app: FastifyInstance): void {
  let pages: Promise<FastifyInstance> | null = null
  app.addHook('onClose', async () => (await pages)?.close())

  for (const path of [PREFIX, `${PREFIX}/*`]) {
    app.get(path, { schema: { hide: true } }, async ({ url }, reply) => {
      pages ??= pagesOf(app)
      const { statusCode, headers, rawPayload } = await (await pages).inject(url)
      if (statusCode === 404) return sendRefusal(reply, refuse('not-found', {}))
      const own = Object.entries(headers).filter(([name]) => !OF_THE_LINE.includes(name))
      return reply.status(statusCode).headers(Object.fromEntries(own)).send(rawPayload)
    })
  }
}

async function pagesOf(app: FastifyInstance): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
  ])
  const pages = fastify()
  const document = app.swagger() as StaticDocumentSpec['document'] // version 3, as `app.ts` asks for
  await pages.register(swagger, { mode: 'static', specification: { document } })
  await pages.register(swaggerUi, {
    routePrefix: PREFIX,
    // Without the bar at the top, which is for looking at other people's documents, and without its maker's marks.
    uiConfig: { layout: 'BaseLayout' },
    logo: { type: 'image/svg+xml', content: MARK },
    theme: {
      title: 'Едно гише · API',
      favicon: [{ filename: 'mark.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: MARK }],
    },
    staticCSP: true,
    transformStaticCSP: () => policyText(POLICY),
  })
  return pages
}
