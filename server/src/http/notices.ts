import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { TicketCode, type OfficeId } from '#shared/ids.ts'
import { NoticeKey, SubscriptionEnd, SubscriptionWish } from '#shared/notices.ts'
import { refuse, Rejection } from '#shared/rejections.ts'
import type { Pushing } from '../push/pushing.ts'
import { Refused, sendRefusal } from './answers.ts'
import { officeNamed, type Offices } from './guards.ts'

export type Pushings = ReadonlyMap<OfficeId, Pushing>

type Parts = { readonly offices: Offices; readonly pushings: Pushings }

const Params = z.object({ office: z.string(), code: TicketCode })
const Nothing = z.object({})
const config = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** Notices to phones: for whoever has a ticket's code. */
export function noticeRoutes(app: FastifyInstance, { offices, pushings }: Parts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['notices']

  /** @throws Refused */
  function pushingOf(request: FastifyRequest, office: string): Pushing {
    const pushing = pushings.get(officeNamed(offices, request, office).id)
    if (pushing === undefined) throw new Refused(refuse('unknown-office', { office }))
    return pushing
  }

  typed.get(
    '/offices/:office/notices/key',
    {
      schema: {
        tags,
        summary: 'What a browser binds its subscription to; null: this hall sends no notices',
        params: z.object({ office: z.string() }),
        response: { 200: NoticeKey },
      },
    },
    async (request) => ({ key: pushingOf(request, request.params.office).publicKey }),
  )

  typed.post(
    '/offices/:office/tickets/:code/subscriptions',
    {
      schema: {
        tags,
        summary: 'Tell this phone when the ticket is called',
        params: Params,
        body: SubscriptionWish,
        response: { 200: Nothing, 409: Rejection },
      },
      config,
    },
    async (request, reply) => {
      const { office, code } = request.params
      const wished = await pushingOf(request, office).subscribe({ code, ...request.body })
      return wished.ok ? {} : sendRefusal(reply, wished.refusal)
    },
  )

  typed.post(
    '/offices/:office/tickets/:code/subscriptions/end',
    {
      schema: {
        tags,
        summary: 'Tell this phone no more',
        params: Params,
        body: SubscriptionEnd,
        response: { 200: Nothing },
      },
      config,
    },
    async (request) => {
      const { office, code } = request.params
      await pushingOf(request, office).unsubscribe({ code, endpoint: request.body.endpoint })
      return {}
    },
  )
}
