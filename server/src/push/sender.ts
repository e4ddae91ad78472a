import type { Instant } from '#shared/instant.ts'
import { encrypted, type SubscriptionKeys } from './encryption.ts'
import type { PushIdentity } from './identity.ts'

export type Message = {
  readonly endpoint: string
  readonly keys: SubscriptionKeys
  readonly text: string
  /** A later message of the same topic takes the place of one that has not arrived yet: at most 32 letters. */
  readonly topic: string
  /** For how long it is worth keeping, seconds. */
  readonly ttl: number
}

/** `gone`: the browser has given the subscription up. `refused`: it makes no sense to say it again. */
export type Sent = 'sent' | 'gone' | 'refused' | 'failed'

const PATIENCE_MS = 10_000

/** Hands one message to a push service (RFC 8030). A service that is not there is no error of ours. */
export async function send(
  { endpoint, keys, text, topic, ttl }: Message,
  identity: PushIdentity,
  now: Instant,
): Promise<Sent> {
  try {
    const { status, body } = await fetch(endpoint, {
      method: 'POST',
      redirect: 'error', // no push service leads elsewhere
      headers: {
        authorization: identity.authorization(new URL(endpoint).origin, now),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(ttl),
        urgency: 'high',
        topic,
      },
      body: new Uint8Array(encrypted(text, keys)),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await body?.cancel()
    if (status >= 200 && status < 300) return 'sent'
    if (status === 404 || status === 410) return 'gone'
    return status === 429 || status >= 500 ? 'failed' : 'refused'
  } catch {
    return 'failed' // no network, no answer in time
  }
}
