import type { PushedNotice } from '#shared/notices.ts'

/** Runs in the browser when the page is closed: shows what the hall says, and leads back to the ticket. */

// The parts of a worker's own world that are used here; TypeScript has them only instead of the page's.
type Waiting = Event & { readonly waitUntil: (end: Promise<unknown>) => void }
type Pushed = Waiting & { readonly data: { readonly json: () => PushedNotice } | null }
type Clicked = Waiting & { readonly notification: Notification }
type Page = { readonly url: string; readonly focus: () => Promise<unknown> }
type Worker = {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    readonly matchAll: (of: { type: 'window'; includeUncontrolled: true }) => Promise<readonly Page[]>
    readonly openWindow: (url: string) => Promise<unknown>
  }
  addEventListener(type: 'push', listener: (event: Pushed) => void): void
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void
}
const worker = globalThis as unknown as Worker // this file is nothing else

const SHAKE = { almost: [300], called: [400, 200, 400, 200, 800] }

worker.addEventListener('push', (event) => {
  if (event.data === null) return
  const { title, body, tag, lang, kind, address } = event.data.json()
  // A call that takes the place of „almost your turn“ sounds again.
  const look = {
    body,
    tag,
    lang,
    data: address,
    vibrate: SHAKE[kind],
    renotify: true,
    requireInteraction: kind === 'called',
  }
  event.waitUntil(worker.registration.showNotification(title, look))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const address: unknown = event.notification.data
  if (typeof address === 'string') event.waitUntil(show(address))
})

/** The ticket's page as it stands open, or a new one. */
async function show(address: string): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = pages.find(({ url }) => url.endsWith(address))
  await (open === undefined ? worker.clients.openWindow(address) : open.focus())
}
