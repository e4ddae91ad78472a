import type { Api } from '#shared/client/api.ts'
import type { Language } from '#shared/ids.ts'
import type { NoticeKey } from '#shared/notices.ts'

/** How far a call reaches its holder. */
export type Reach =
  /** Also when the page is closed: by way of the browser's own service. */
  | 'closed'
  /** While the page is open, also when another is in front. */
  | 'behind'
  /** While the page is in front: it sounds and shakes. */
  | 'open'

type Place = {
  readonly api: Api
  readonly office: string
  readonly code: string
  readonly language: Language
}

const WORKER = '/phone-worker.js'
const SCOPE = '/t'

/**
 * Asks the browser for leave, and the hall for notices. To be called while the person presses a button, never by itself.
 * @returns as far as it may reach; whatever fails leaves the step below it.
 */
export async function turnOn(place: Place): Promise<Reach> {
  if (!canNotify() || (await Notification.requestPermission()) !== 'granted') return 'open'
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
    return (await subscribed(registration, place)) ? 'closed' : 'behind'
  } catch {
    return 'open' // a browser that says yes and cannot
  }
}

/** Takes back what `turnOn` did. */
export async function turnOff({ api, office, code }: Omit<Place, 'language'>): Promise<void> {
  const subscription = await (await registered())?.pushManager?.getSubscription()
  if (!subscription) return
  const path = `/api/offices/${office}/tickets/${code}/subscriptions/end`
  await api.request({ method: 'POST', path, body: { endpoint: subscription.endpoint }, tries: 2 })
  await subscription.unsubscribe()
}

/** Shows a notice of the page's own, where it is behind another. */
export async function notify(title: string, body: string, tag: string, lang: Language): Promise<void> {
  if (!document.hidden) return
  await (await registered())?.showNotification(title, { body, tag, lang })
}

/** Browsers take notices on https only, and on the machine itself. */
function canNotify(): boolean {
  return isSecureContext && 'Notification' in window && 'serviceWorker' in navigator
}

async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  return canNotify() ? navigator.serviceWorker.getRegistration(SCOPE) : undefined
}

async function subscribed(
  registration: ServiceWorkerRegistration,
  { api, office, code, language }: Place,
): Promise<boolean> {
  const asked = await api.request<NoticeKey>({ method: 'GET', path: `/api/offices/${office}/notices/key` })
  const key = asked.kind === 'done' ? asked.value.key : null
  if (key === null || !('pushManager' in registration)) return false
  try {
    await active(registration)
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key,
    })
    const { endpoint, keys } = subscription.toJSON()
    // The server's schema checks what the browser gave.
    const body = { endpoint, keys: { p256dh: keys?.['p256dh'], auth: keys?.['auth'] }, language }
    const path = `/api/offices/${office}/tickets/${code}/subscriptions`
    const reply = await api.request({ method: 'POST', path, body, tries: 3 })
    return reply.kind === 'done'
  } catch {
    return false // no push service, or no way to it: the hall may be without the internet
  }
}

/** A worker that has just been installed takes no messages yet. */
async function active(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting
  if (registration.active !== null || worker === null) return
  await new Promise<void>((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    })
  })
}
