import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { HOUR, SECOND, type Instant } from '#shared/instant.ts'

/** By what push services know this hall: a pair of keys, made once and kept in the database (RFC 8292, VAPID). */
export type PushIdentity = {
  /** 65 bytes of P-256, base64url: what a browser binds its subscription to. */
  readonly publicKey: string
  /** @returns the `Authorization` of a message to the push service at the origin, good for some hours. */
  readonly authorization: (origin: string, now: Instant) => string
}

/** The standard allows a day. */
const GOOD_MS = 12 * HOUR

/** @returns a new pair, as it is kept: a JSON Web Key. */
export function drawIdentity(): string {
  return JSON.stringify(
    generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ format: 'jwk' }),
  )
}

/**
 * @param kept what `drawIdentity` made.
 * @param contact whom the push service may write to when something is wrong: `mailto:…` or `https://…`.
 */
export function identityFrom(kept: string, contact: string): PushIdentity {
  const jwk = JSON.parse(kept) as { readonly x: string; readonly y: string; readonly d: string } // written above
  const key = createPrivateKey({ key: { ...jwk, kty: 'EC', crv: 'P-256' }, format: 'jwk' })
  const publicKey = Buffer.concat([
    Buffer.of(4), // uncompressed
    Buffer.from(jwk.x, 'base64url'),
    Buffer.from(jwk.y, 'base64url'),
  ]).toString('base64url')
  return {
    publicKey,
    authorization(origin, now) {
      const claims = { aud: origin, exp: Math.floor((now + GOOD_MS) / SECOND), sub: contact }
      const text = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
      const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' })
      return `vapid t=${text}.${signature.toString('base64url')}, k=${publicKey}`
    },
  }
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
