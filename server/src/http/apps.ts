import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const APPS = ['kiosk', 'window', 'display'] as const

/** The three apps, as they were built. An address inside an app is the app's own: it gets the app's page. */
export async function appPages(app: FastifyInstance, { built }: { readonly built: string }): Promise<void> {
  if (!existsSync(built)) return
  await app.register(fastifyStatic, {
    root: built,
    serve: false,
    preCompressed: true,
    // The plugin's own maxAge would make the pages immutable too; only what has its hash in its name is.
    cacheControl: false,
    setHeaders(reply, path) {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  const page = (path: string, file: string) =>
    app.get(path, { schema: { hide: true } }, (_request, reply: FastifyReply) => reply.sendFile(file))

  for (const name of APPS.filter((each) => existsSync(join(built, each)))) {
    page(`/${name}`, `${name}/index.html`)
    app.get<{ Params: { '*': string } }>(`/${name}/*`, { schema: { hide: true } }, (request, reply) => {
      const path = request.params['*']
      // A page left open across an update asks for files that are gone: it gets a 404, not a page for a script.
      return reply.sendFile(path.startsWith('assets/') ? `${name}/${path}` : `${name}/index.html`)
    })
  }
  page('/t', 'kiosk/ticket.html')
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/kiosk'))
}
