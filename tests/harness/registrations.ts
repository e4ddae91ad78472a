import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { z } from 'zod'

/** A route as the server has registered it, with what it asks of a request. */
export type Registration = {
  readonly method: string
  readonly url: string
  readonly schema: Readonly<Partial<Record<'params' | 'querystring' | 'headers' | 'body', z.ZodType>>>
}

const CHANNEL = 'fastify.initialization'

/**
 * Notes every route of the servers that are started meanwhile, as it is registered: nobody keeps a list by hand.
 * @returns what they registered. HEAD is left out: it is the same as GET, without the body.
 */
export async function registrationsOf(start: () => Promise<unknown>): Promise<readonly Registration[]> {
  const routes: Registration[] = []
  const listen = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance } // Fastify's own message
    fastify.addHook('onRoute', ({ method, url, schema = {} }: RouteOptions) => {
      for (const each of [method].flat())
        if (each !== 'HEAD') routes.push({ method: each, url, schema: schema as Registration['schema'] }) // ours are zod's
    })
  }
  subscribe(CHANNEL, listen)
  try {
    await start()
  } finally {
    unsubscribe(CHANNEL, listen)
  }
  return routes
}
