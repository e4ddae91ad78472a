import type { BlockList } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/rejections.ts'
import { waitingCount } from '../domain/day.ts'
import type { Store } from '../store/store.ts'
import { Refused } from './answers.ts'
import type { Offices } from './guards.ts'
import type { Measures } from './measures.ts'

/** For whoever watches over the server: it runs; it can answer; its figures. */
export function healthRoutes(
  app: FastifyInstance,
  {
    offices,
    measures,
    line,
    metricsFrom,
  }: {
    readonly offices: Offices
    readonly measures: Measures
    readonly line: Store['line']
    /** Addresses that may read the figures. */
    readonly metricsFrom: BlockList
  },
): void {
  line.onChange((isUp) => {
    if (!isUp) measures.databaseLost()
  })
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'live' }))
  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    if (!line.isUp()) return reply.status(503).send({ status: 'the database is not reached' })
    return {
      status: 'ready',
      offices: Object.fromEntries([...offices.values()].map((office) => [office.id, office.day().version])),
    }
  })
  app.get('/metrics', { schema: { hide: true } }, async ({ ip }, reply) => {
    if (!metricsFrom.check(ip, ip.includes(':') ? 'ipv6' : 'ipv4')) throw new Refused(refuse('not-found', {}))
    measures.databaseIs(line.isUp())
    for (const office of offices.values()) measures.waitingAre(office.id, waitingCount(office.day()))
    return reply.type(measures.registry.contentType).send(await measures.registry.metrics())
  })
}
