import type { FastifyRequest, RouteOptions } from 'fastify'
import type { OfficeId } from '#shared/ids.ts'
import { refuse } from '#shared/rejections.ts'
import type { Asker } from '../domain/rights.ts'
import type { Office } from '../office/office.ts'
import { Refused } from './answers.ts'

export type Offices = ReadonlyMap<OfficeId, Office>

type Rights = (asker: Asker) => boolean

const rights = new WeakMap<object, Rights>()

/** Stops a request whose sender may not: 401 when nobody is signed in, 403 when it is the wrong person. */
export function requires(may: Rights): (request: FastifyRequest) => Promise<void> {
  const guard = async ({ identity }: FastifyRequest) => {
    if (may(identity.asker)) return
    throw new Refused(identity.kind === 'nobody' ? refuse('not-signed-in', {}) : refuse('not-allowed', {}))
  }
  rights.set(guard, may)
  return guard
}

/** @returns what a route requires of who asks; null: nothing. */
export function rightsOf(preHandler: RouteOptions['preHandler']): Rights | null {
  return (typeof preHandler === 'function' && rights.get(preHandler)) || null
}

/**
 * The office that a request names; a device belongs to one office and asks for no other.
 * @throws Refused
 */
export function officeNamed(offices: Offices, { identity }: FastifyRequest, id: string): Office {
  const office = offices.get(id as OfficeId) // looked up, whatever it is
  if (office === undefined) throw new Refused(refuse('unknown-office', { office: id }))
  if (identity.kind === 'device' && identity.office !== id) throw new Refused(refuse('not-allowed', {}))
  return office
}
