import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { instant } from '#shared/instant.ts'
import { drawIdentity, identityFrom } from './identity.ts'

const NOW = instant(Date.parse('2026-11-25T08:15:00Z'))

test('a push service can tell that a message is from this hall, for half a day, and only for itself', () => {
  const { publicKey, authorization } = identityFrom(drawIdentity(), 'mailto:office@example.bg')
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization('https://push.example', NOW)) ??
    []
  const point = Buffer.from(key, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')

  expect(key).toBe(publicKey)
  expect([point.length, point[0]]).toEqual([65, 4])
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'ES256' })
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    aud: 'https://push.example',
    exp: NOW / 1_000 + 12 * 3_600,
    sub: 'mailto:office@example.bg',
  })
  expect(
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      {
        key: createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }),
        dsaEncoding: 'ieee-p1363',
      },
      Buffer.from(signature, 'base64url'),
    ),
  ).toBe(true)
})

test('the keys that were kept are the keys that come back', () => {
  const kept = drawIdentity()

  expect(identityFrom(kept, 'mailto:a@example.bg').publicKey).toBe(
    identityFrom(kept, 'https://b.example').publicKey,
  )
})
