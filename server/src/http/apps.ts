import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { FirstState } from '#shared/first-state.ts'
import { firstFace } from './first-face.ts'
import { policyOf } from './policy.ts'

const APPS = ['kiosk', 'window', 'display'] as const
/** The pages of phones: each one page, at a short address. */
const PHONE_PAGES = { '/t': 'ticket', '/t/appointment': 'appointment' } as const

type Parts = {
  /** The folder of what was built. */
  readonly built: string
  /** @returns what a phone may know of a ticket now. */
  readonly firstState: (office: string, code: string) => Promise<FirstState>
}

/** The apps, as they were built. An address inside an app is the app's own: it gets the app's page. */
export async function appPages(app: FastifyInstance, { built, firstState }: Parts): Promise<void> {
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
  for (const [path, name] of Object.entries(PHONE_PAGES)) {
    const file = join(built, name, `${name}.html`)
    if (!existsSync(file)) continue
    const policy = policyOf(readFileSync(file, 'utf8'))
    app.get(path, { schema: { hide: true } }, (_request, reply) => {
      void reply.header('content-security-policy', policy)
      return reply.sendFile(`${name}/${name}.html`)
    })
    if (name === 'ticket') ticketPage(app, readFileSync(file, 'utf8'), policy, firstState)
    app.get<{ Params: { '*': string } }>(`/${name}/assets/*`, { schema: { hide: true } }, (request, reply) =>
      reply.sendFile(`${name}/assets/${request.params['*']}`),
    )
  }
  // At the root, because a worker sees only what lies under its own address.
  page('/phone-worker.js', 'ticket/worker.js')
  page('/kiosk-worker.js', 'kiosk/worker.js')
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/kiosk'))
}

/**
 * The page of one ticket with its state in it, as words that stand there before any program, and as data that the program
 * goes on from: a phone shows it at once, without a second question.
 */
function ticketPage(app: FastifyInstance, page: string, policy: string, firstState: Parts['firstState']) {
  const [before, after] = page.split(ROOT)
  if (before === undefined || after === undefined) throw new Error('the page of a ticket has no root')
  app.get<{ Params: { office: string; code: string } }>(
    '/t/:office/:code',
    { schema: { hide: true }, config: { rateLimit: { max: 300, timeWindow: '1 minute' } } },
    async ({ params: { office, code }, headers }, reply) => {
      const first = await firstState(office, code)
      const state = JSON.stringify(first).replaceAll('<', '\\u003c')
      const head =
        first.ticket === null ? before : before.replace(PAGE, `<html lang="${first.ticket.language}">`)
      const face = ROOT.replace('><', () => `>${firstFace(first)}<`)
      const text = `${head}${face}<script type="application/json" id="first">${state}</script>${after}`
      void reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('vary', 'accept-encoding')
        .header('content-security-policy', policy)
      if (!/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return reply.send(text)
      return reply.header('content-encoding', 'gzip').send(await compressed(text))
    },
  )
}
const ROOT = '<div id="root"></div>'
const PAGE = '<html lang="bg">'
const compressed = promisify(gzip)
