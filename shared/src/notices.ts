import { z } from 'zod'
import { Language } from './ids.ts'

/** Notices to a phone whose page is closed. */

const Endpoint = z.url().max(1_000).describe('Where the browser’s push service takes messages for it.')

/** `POST /api/offices/{office}/tickets/{code}/subscriptions`: what a browser gives to whoever may write to it. */
export const SubscriptionWish = z.strictObject({
  endpoint: Endpoint,
  keys: z.strictObject({
    p256dh: z.string().regex(/^[\w-]{86,88}$/),
    auth: z.string().regex(/^[\w-]{22,24}$/),
  }),
  language: Language,
})
export type SubscriptionWish = z.infer<typeof SubscriptionWish>

/** `POST /api/offices/{office}/tickets/{code}/subscriptions/end` */
export const SubscriptionEnd = z.strictObject({ endpoint: Endpoint })

/** `GET /api/offices/{office}/notices/key` */
export const NoticeKey = z.object({ key: z.string().nullable() })
export type NoticeKey = z.infer<typeof NoticeKey>

/** What a message says, once the browser has read it. */
export type PushedNotice = {
  readonly title: string
  readonly body: string
  /** A newer notice of the same tag takes the place of the one before. */
  readonly tag: string
  readonly lang: Language
  readonly kind: 'almost' | 'called'
  /** The ticket's page, from the server's root. */
  readonly address: string
}
