import { STATUS_CODES } from 'node:http'
import type { RouteOptions } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Role } from '#shared/accounts.ts'
import { Rejection } from '#shared/rejections.ts'
import type { Asker } from '../domain/rights.ts'
import { rightsOf } from './guards.ts'

/** What is no text. */
export const BYTES = z.string().meta({ format: 'binary' })

// Nearly every answer may be one: it is written out once.
z.globalRegistry.add(Rejection, { id: 'Rejection' })

/** What an operation of the API's document says beside its own schema: whom it is for, and what the web refuses by itself. */
export const documented: typeof jsonSchemaTransform = (input) => {
  const { schema, url } = jsonSchemaTransform(input)
  if (schema.hide === true) return { schema, url }
  const refusals = Object.fromEntries(refusalsOf(input.route).map((status) => [status, refusal(status)]))
  const response = { ...refusals, ...(schema.response as object | undefined) } // as OpenAPI has them, by status
  return { schema: { ...schema, response, security: securityOf(input.route) }, url }
}

function refusal(status: number) {
  const schema = { $ref: '#/components/schemas/Rejection' }
  return { description: STATUS_CODES[status], content: { 'application/json': { schema } } }
}

/** The statuses that an address may refuse with whoever wrote it: by `app.ts`, its plugins and its guards. */
function refusalsOf({ method, url, config, preHandler }: RouteOptions): readonly number[] {
  const isRead = method === 'GET'
  const isOfOneOffice = url.includes('/:office')
  return [
    400, // a character that is none
    401, // a device's token that is worth nothing
    ...(isRead && !isOfOneOffice && rightsOf(preHandler) === null ? [] : [403]),
    ...(url.includes('/:') ? [404] : []),
    ...(isRead ? [] : [413, 415]),
    ...(config !== undefined && 'rateLimit' in config ? [429] : []),
    500,
    503,
  ]
}

const DEVICES: readonly Asker[] = [{ kind: 'kiosk' }, { kind: 'board' }]
const STAFF: readonly Asker[] = Role.options.map((role) => ({ kind: 'staff', role }))

/** By what those are known for whom the route is. */
function securityOf({ preHandler }: RouteOptions): readonly Readonly<Record<string, readonly string[]>>[] {
  const may = rightsOf(preHandler)
  if (may === null || may({ kind: 'anyone' })) return []
  return [...(STAFF.some(may) ? [{ session: [] }] : []), ...(DEVICES.some(may) ? [{ device: [] }] : [])]
}
