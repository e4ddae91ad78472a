import { createHash } from 'node:crypto'
import type { Language, LocalDate, OfficeId, TicketCode } from '#shared/ids.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import type { TicketView } from '#shared/views.ts'
import type { Clock } from '../office/clock.ts'
import type { Office } from '../office/office.ts'
import type { Store, Subscription } from '../store/store.ts'
import { areKeys, type SubscriptionKeys } from './encryption.ts'
import type { PushIdentity } from './identity.ts'
import { noticeOf, type Notice } from './notice.ts'
import { send } from './sender.ts'
import { isPushService, type PushServices } from './services.ts'

/**
 * Notices to phones whose page is closed. A subscription belongs to a ticket, is known by nothing but its code, and is
 * erased with the end of the visit or of the day. Push is beside everything else: a notice that does not arrive delays
 * nothing and is no error; board and voice have called all the same.
 */
export type Pushing = {
  /** What browsers bind their subscriptions to; null: this hall has no address on https, and sends no notices. */
  readonly publicKey: string | null
  readonly subscribe: (wish: Wish) => Promise<Result<null, Refusal>>
  readonly unsubscribe: (wish: Pick<Wish, 'code' | 'endpoint'>) => Promise<void>
  readonly close: () => Promise<void>
}

export type Wish = {
  readonly code: TicketCode
  readonly endpoint: string
  readonly keys: SubscriptionKeys
  readonly language: Language
}

type Parts = {
  readonly office: Office
  /** @returns what a phone may know of the ticket as the day stands now; null: nobody knows the code. */
  readonly ticketView: (code: TicketCode) => Promise<TicketView | null>
  readonly subscriptions: Store['subscriptions']
  /** False: what others did may not have been heard of. What the day says is then not told. */
  readonly isCurrent: () => boolean
  /** Null: no notices. */
  readonly identity: PushIdentity | null
  readonly services: PushServices
  /** The world's clock: a push service asks for its time. */
  readonly wall: Clock
  readonly onFault: (error: unknown) => void
  /** Waits before a message is tried again, milliseconds. */
  readonly retryMs?: readonly number[]
}

/** Who holds one ticket on more phones than this has let a stranger in. */
const MOST_PER_TICKET = 4
/** What happens within so long is looked at once. */
const REST_MS = 150
/** So long after a look that could tell nothing another one is taken. */
const CATCH_UP_MS = 1_000
const RETRY_MS = [2_000, 8_000]
/** A call is answered within minutes or not at all; who comes near has a little longer. Seconds. */
const WORTH_S = { called: 300, almost: 600 }
const OVER = new Set<TicketView['state']>(['finished', 'left', 'unserved'])

export function openPushing({
  office,
  ticketView,
  subscriptions,
  isCurrent,
  identity,
  services,
  wall,
  onFault,
  retryMs = RETRY_MS,
}: Parts): Pushing {
  const timers = new Set<NodeJS.Timeout>()
  let today: LocalDate | null = null
  let isDue = false
  /** One look after the other. */
  let looking: Promise<void> = look()
  const unsubscribeFromOffice = office.onChange(() => {
    if (isDue) return
    isDue = true
    later(REST_MS, () => {
      isDue = false
      looking = looking.then(look)
    })
  })

  /** Erases what is over, and tells whoever is to be told. */
  async function look(): Promise<void> {
    if (!isCurrent()) {
      later(CATCH_UP_MS, () => {
        looking = looking.then(look)
      })
      return
    }
    try {
      await forgetOtherDays()
      if (await subscriptions.isEmpty(office.id)) return
      for (const each of await subscriptions.all(office.id)) await consider(each)
    } catch (error) {
      onFault(error) // the next change looks again
    }
  }

  async function forgetOtherDays() {
    const { date } = office.day()
    if (today === date) return
    await subscriptions.forgetOtherDays(office.id, date)
    today = date
  }

  async function consider(each: Subscription) {
    const view = await ticketView(each.code)
    if (view === null || OVER.has(view.state)) return subscriptions.remove(office.id, each.code, null)
    const notice = noticeOf(view, each.language)
    if (notice === null || notice.key === each.told) return
    // Whoever was called and is waiting again has been near already.
    if (notice.kind === 'almost' && each.told !== null) return
    // Written down before it is sent: a notice may get lost, and is not told twice.
    if (await subscriptions.told(office.id, each, notice.key)) void tell(each, notice, 0).catch(onFault)
  }

  async function tell(each: Subscription, notice: Notice, attempt: number): Promise<void> {
    if (identity === null) return
    const { code, endpoint, keys } = each
    const text = JSON.stringify({
      title: notice.title,
      body: notice.body,
      tag: topicOf(office.id, code),
      lang: each.language,
      kind: notice.kind,
      address: `/t/${office.id}/${code}`,
    })
    const message = { endpoint, keys, text, topic: topicOf(office.id, code), ttl: WORTH_S[notice.kind] }
    const result = await send(message, identity, wall.now())
    if (result === 'gone') await subscriptions.remove(office.id, code, endpoint)
    const wait = retryMs[attempt]
    if (result !== 'failed' || wait === undefined) return
    later(wait, () => void again(each, notice, attempt).catch(onFault))
  }

  /** Said again only while it is still so. */
  async function again(each: Subscription, notice: Notice, attempt: number): Promise<void> {
    const view = await ticketView(each.code)
    if (view !== null && noticeOf(view, each.language)?.key === notice.key)
      await tell(each, notice, attempt + 1)
  }

  function later(inMs: number, act: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, inMs)
    timer.unref()
    timers.add(timer)
  }

  return {
    publicKey: identity?.publicKey ?? null,
    async subscribe({ code, endpoint, keys, language }) {
      if (identity === null) return refused(refuse('no-notices', {}))
      if (!isPushService(endpoint, services))
        return refused(refuse('malformed', { field: 'endpoint', problem: NO_SERVICE }))
      if (!areKeys(keys)) return refused(refuse('malformed', { field: 'keys', problem: NO_KEYS }))
      const view = await ticketView(code)
      if (view === null || OVER.has(view.state)) return refused(refuse('unknown-code', {}))
      // What stands on the page while the button is pressed needs no notice.
      const told = noticeOf(view, language)?.key ?? null
      const { date } = office.day()
      await subscriptions.add(
        { office: office.id, day: date, code, endpoint, keys, language, told },
        MOST_PER_TICKET,
      )
      return ok(null)
    },
    unsubscribe: ({ code, endpoint }) => subscriptions.remove(office.id, code, endpoint),
    async close() {
      unsubscribeFromOffice()
      for (const timer of timers) clearTimeout(timer)
      await looking
    },
  }
}

/** A name of the ticket for the push service, which must not learn the code. */
function topicOf(office: OfficeId, code: TicketCode): string {
  return createHash('sha256').update(`${office}/${code}`).digest('base64url').slice(0, 24)
}

const NO_SERVICE = { bg: 'не е служба за известия, позната тук', en: 'is no push service known here' }
const NO_KEYS = { bg: 'не са ключове на браузър', en: 'are not a browser’s' }
