import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/rejections.ts'
import { sendRefusal } from './answers.ts'

const APPS = ['kiosk', 'window', 'display'] as const

/** The three apps, as they were built. An address inside an app is the app's own: it gets the app's page. */
export async function appPages(app: FastifyInstance, { built }: { readonly built: string }): Promise<void> {
  for (const [index, name] of APPS.entries()) {
    const root = join(built, name)
    if (!existsSync(root)) continue
    await app.register(fastifyStatic, {
      root,
      prefix: `/${name}/`,
      preCompressed: true,
      decorateReply: index === 0,
      // The plugin's own maxAge would make the pages immutable too; only what has its hash in its name is.
      cacheControl: false,
      setHeaders(reply, path) {
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
      wildcard: false,
      index: 'index.html',
    })
    app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', root),
    )
    app.get<{ Params: { '*': string } }>(`/${name}/*`, { schema: { hide: true } }, (request, reply) => {
      // A page left open across an update asks for files that are gone: it must not get a page for a script.
      if (request.params['*'].startsWith('assets/')) return sendRefusal(reply, refuse('not-found', {}))
      return reply.header('cache-control', 'no-cache').sendFile('index.html', root)
    })
  }
  if (existsSync(join(built, 'kiosk'))) {
    app.get('/t', { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('ticket.html', join(built, 'kiosk')),
    )
  }
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/kiosk'))
}
