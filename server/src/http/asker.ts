import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { StaffId } from '#shared/ids.ts'
import type { Actor } from '../domain/events.ts'
import type { Asker } from '../domain/rights.ts'
import { hashOfSecret } from '../office/codes.ts'
import type { Clock } from '../office/clock.ts'
import type { Store } from '../store/store.ts'

export const SESSION_COOKIE = 'edno-gishe-session'

/** Who is on the line, for the rights and for the log. */
export type Identity =
  | {
      readonly kind: 'staff'
      readonly asker: Extract<Asker, { readonly kind: 'staff' }>
      readonly actor: Actor
      readonly user: StaffId
      readonly name: string
      /** What is kept of the session's secret. */
      readonly session: string
    }
  | { readonly kind: 'device'; readonly asker: Asker; readonly actor: Actor; readonly office: string }
  | {
      readonly kind: 'nobody'
      readonly asker: Asker
      readonly actor: Actor
      /** A device's token came, and is unknown or revoked. */ readonly hasUnknownToken: boolean
    }

export type Identify = (secrets: {
  readonly bearer: string | null
  readonly cookie: string | null
}) => Promise<Identity>

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity
  }
}

/** @param wall the world's clock: sessions end by it, also in a training hall whose day runs faster. */
export function identifier(
  { devices, sessions }: Pick<Store, 'devices' | 'sessions'>,
  wall: Clock,
): Identify {
  return async ({ bearer, cookie }) => {
    if (bearer !== null) {
      const device = await devices.byToken(hashOfSecret(bearer))
      if (device) {
        return {
          kind: 'device',
          asker: { kind: device.kind },
          actor: { kind: 'device', id: device.id },
          office: device.office,
        }
      }
    }
    if (cookie !== null) {
      const session = hashOfSecret(cookie)
      const staff = await sessions.holder(session, wall.now())
      if (staff) {
        const { user, name, role } = staff
        return {
          kind: 'staff',
          asker: { kind: 'staff', role },
          actor: { kind: 'staff', id: user },
          user,
          name,
          session,
        }
      }
    }
    return {
      kind: 'nobody',
      asker: { kind: 'anyone' },
      actor: { kind: 'citizen' },
      hasUnknownToken: bearer !== null,
    }
  }
}

/** @returns whether someone came with a device's token that is worth nothing. */
export function isStranger(identity: Identity): boolean {
  return identity.kind === 'nobody' && identity.hasUnknownToken
}

/** The secrets that a request or a line carries: a device's bearer token, a member of staff's cookie. */
export function secretsOf({
  headers: { authorization },
  cookies,
}: Pick<FastifyRequest, 'headers' | 'cookies'>): Parameters<Identify>[0] {
  return {
    bearer: authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : null,
    cookie: cookies[SESSION_COOKIE] ?? null,
  }
}

/**
 * The client's address, for a line. Behind a proxy it is what the nearest one says, which is the last word of the header:
 * all before it is the client's own invention.
 */
export function addressOf({ headers, socket }: IncomingMessage, isBehindProxy: boolean): string {
  const said = isBehindProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return said || (socket.remoteAddress ?? '')
}

/** Whom the web believes who the client is: the nearest proxy, and nobody behind it. */
export function isNearestProxy(_address: string, hop: number): boolean {
  return hop === 0
}

/** A page of another site that makes a browser send our cookie: the browser says where the page came from. */
export function isFromElsewhere({
  origin,
  host,
}: {
  readonly origin?: string | undefined
  readonly host?: string | undefined
}): boolean {
  if (origin === undefined || origin === 'null' || host === undefined) return origin === 'null'
  return URL.canParse(origin) ? new URL(origin).host !== host : true
}
