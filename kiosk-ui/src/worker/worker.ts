import { worker } from './scope.ts'

/**
 * Runs in the browser beside the kiosk's pages: keeps all that they are made of, so that a machine that is switched on
 * while the server is away still gives tickets. While the server answers, its page is the one that is shown.
 */

/** What the pages are made of, each name with its hash in it; written in by the build. */
declare const FILES: readonly string[]
/** Another for each build. */
declare const BUILD: string

const PAGE = '/kiosk'
const KEPT = `kiosk-${BUILD}`
/** A server that has not sent its page within so long is away. */
const PATIENCE_MS = 2_500

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') return event.respondWith(page(request))
  if (FILES.includes(pathname)) return event.respondWith(file(request))
})

/** All of it or nothing: a half build would begin and break. */
async function keepAll(): Promise<void> {
  const kept = await caches.open(KEPT)
  await kept.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: 'no-cache' })))
  await worker.skipWaiting()
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** The server's page while it answers; what is kept, when it is away. */
async function page(request: Request): Promise<Response> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))
  // A navigation is fetched as it is: a copy with a time limit of its own would be no navigation.
  const fresh = await Promise.race([fetch(request).catch(() => null), late])
  if (fresh !== null && fresh.status < 500) return fresh
  return (await caches.match(PAGE)) ?? fetch(request)
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}
