import type { BlockList } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refuse, Rejection } from '#shared/rejections.ts'
import { waitingCount } from '../domain/day.ts'
import type { Store } from '../store/store.ts'
import { Refused } from './answers.ts'
import type { Offices } from './guards.ts'
import type { Measures } from './measures.ts'

const tags = ['health']
const Status = z.object({ status: z.string() })

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
  app.get(
    '/health/live',
    { schema: { tags, summary: 'The program runs', response: { 200: Status } } },
    async () => ({ status: 'live' }),
  )
  const ready = {
    tags,
    summary: 'It answers, with the version of each office',
    response: { 200: Status.extend({ offices: z.record(z.string(), z.int()) }), 503: Status },
  }
  app.get('/health/ready', { schema: ready }, async (_request, reply) => {
    if (!line.isUp()) return reply.status(503).send({ status: 'the database is not reached' })
    return {
      status: 'ready',
      offices: Object.fromEntries([...offices.values()].map((office) => [office.id, office.day().version])),
    }
  })
  const metrics = {
    tags,
    summary: 'Its figures (Prometheus), for the addresses that may read them',
    response: { 200: { content: { 'text/plain': { schema: z.string() } } }, 404: Rejection },
  }
  app.get('/metrics', { schema: metrics }, async ({ ip }, reply) => {
    if (!metricsFrom.check(ip, ip.includes(':') ? 'ipv6' : 'ipv4')) throw new Refused(refuse('not-found', {}))
    measures.databaseIs(line.isUp())
    for (const office of offices.values()) measures.waitingAre(office.id, waitingCount(office.day()))
    return reply.type(measures.registry.contentType).send(await measures.registry.metrics())
  })
}
