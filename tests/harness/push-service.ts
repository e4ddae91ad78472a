import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PushedNotice } from '#shared/notices.ts'

/** A browser with its push service, on a real port: it takes messages as they do, and reads them as they do. */
export type PushService = {
  readonly origin: string
  /** A phone that wants to be told. */
  readonly phone: () => Phone
  /** What the next messages are answered with, in order; then 201. */
  readonly willAnswer: (...statuses: readonly number[]) => void
  /** How often it was asked. */
  readonly asked: () => number
  readonly close: () => Promise<void>
}

export type Phone = {
  readonly subscription: {
    readonly endpoint: string
    readonly keys: { readonly p256dh: string; readonly auth: string }
  }
  readonly received: readonly Received[]
  /** Once so many have come. @throws when they do not come in time. */
  readonly until: (count: number, withinMs?: number) => Promise<readonly Received[]>
}

type Received = { readonly notice: PushedNotice; readonly headers: IncomingHttpHeaders; readonly raw: Buffer }
type Keys = {
  readonly secret: ReturnType<typeof createECDH>
  readonly auth: Buffer
  readonly received: Received[]
}

export async function startPushService(): Promise<PushService> {
  const phones = new Map<string, Keys>()
  const answers: number[] = []
  let asked = 0
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      asked += 1
      const raw = Buffer.concat(parts)
      const keys = phones.get(request.url ?? '')
      const status =
        keys === undefined ? 404 : isSigned(request.headers, origin) ? (answers.shift() ?? 201) : 403
      if (keys !== undefined && status === 201)
        keys.received.push({
          notice: JSON.parse(read(raw, keys)) as PushedNotice,
          headers: request.headers,
          raw,
        })
      response.writeHead(status).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port

  return {
    origin,
    phone() {
      const secret = createECDH('prime256v1')
      const p256dh = secret.generateKeys('base64url')
      const auth = randomBytes(16)
      const path = `/phone/${phones.size + 1}`
      const received: Received[] = []
      phones.set(path, { secret, auth, received })
      return {
        subscription: { endpoint: `${origin}${path}`, keys: { p256dh, auth: auth.toString('base64url') } },
        received,
        async until(count, withinMs = 4_000) {
          const ends = performance.now() + withinMs
          while (received.length < count) {
            if (performance.now() > ends) throw new Error(`${received.length} notices of ${count}`)
            await new Promise((resolve) => setTimeout(resolve, 10))
          }
          return received
        },
      }
    },
    willAnswer: (...statuses) => void answers.push(...statuses),
    asked: () => asked,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Reads a message as a browser does: RFC 8291 from the other end. */
function read(message: Buffer, { secret, auth }: Keys): string {
  const salt = message.subarray(0, 16)
  const theirs = message.subarray(21, 21 + (message[20] ?? 0))
  const record = message.subarray(21 + theirs.length)
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), secret.getPublicKey(), theirs])
  const input = hkdf(secret.computeSecret(theirs), auth, about, 32)
  const key = hkdf(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2)).toString()
}

function hkdf(input: Buffer, salt: Buffer, about: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, about, bytes))
}

function isSigned({ authorization = '' }: IncomingHttpHeaders, origin: string): boolean {
  const [, head = '', claims = '', signature = '', k = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const point = Buffer.from(k, 'base64url')
  if (point.length !== 65) return false
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  if (x === undefined || y === undefined) return false
  const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number }
  return (
    aud === origin &&
    exp * 1_000 > Date.now() &&
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      {
        key: createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }),
        dsaEncoding: 'ieee-p1363',
      },
      Buffer.from(signature, 'base64url'),
    )
  )
}
