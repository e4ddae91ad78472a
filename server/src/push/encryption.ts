import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'

/** A browser's half of the encryption, as it gives it to whoever may write to it: base64url. */
export type SubscriptionKeys = {
  /** Its public key: 65 bytes of P-256, uncompressed. */
  readonly p256dh: string
  /** A secret of 16 bytes that it shares with us. */
  readonly auth: string
}

/** Drawn afresh for each message; a test brings those of the standard's example. */
type Chance = { readonly salt: Buffer; readonly ours: ECDH }

const RECORD_BYTES = 4_096

/**
 * Encrypts a message so that only the browser reads it, and not the push service that carries it (RFC 8291, on the
 * encoding aes128gcm of RFC 8188): one record, with salt and our public key in front.
 * @throws when the browser's key is no point of the curve.
 */
export function encrypted(
  message: string,
  { p256dh, auth }: SubscriptionKeys,
  { salt, ours }: Chance = drawn(),
): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url')
  const own = ours.getPublicKey()
  const shared = ours.computeSecret(theirs)
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, own])
  const secret = derived(shared, Buffer.from(auth, 'base64url'), about, 32)
  const key = derived(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derived(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const recordSize = Buffer.alloc(4)
  recordSize.writeUInt32BE(RECORD_BYTES)
  const LAST_RECORD = Buffer.of(2)
  return Buffer.concat([
    salt,
    recordSize,
    Buffer.of(own.length),
    own,
    cipher.update(Buffer.concat([Buffer.from(message), LAST_RECORD])),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

/** @returns whether the keys are of the form that a browser gives. */
export function areKeys({ p256dh, auth }: SubscriptionKeys): boolean {
  try {
    encrypted('', { p256dh, auth })
    return Buffer.from(auth, 'base64url').length === 16
  } catch {
    return false // no point of the curve
  }
}

function drawn(): Chance {
  const ours = createECDH('prime256v1')
  ours.generateKeys()
  return { salt: randomBytes(16), ours }
}

function derived(secret: Buffer, salt: Buffer, about: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, about, bytes))
}
