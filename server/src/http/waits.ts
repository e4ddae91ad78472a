import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { FairnessReport } from '#shared/fairness.ts'
import { LocalDate, type OfficeId } from '#shared/ids.ts'
import { refuse } from '#shared/rejections.ts'
import { WhatIfAnswer, WhatIfBody } from '#shared/what-if.ts'
import { ForecastView, TicketWaitView, WaitsView } from '#shared/waits.ts'
import { mayPlan, maySee } from '../domain/rights.ts'
import { fairnessOf } from '../office/fairness.ts'
import type { Foresight } from '../office/foresight.ts'
import type { Store } from '../store/store.ts'
import { sendRefusal } from './answers.ts'
import { officeNamed, requires, type Offices } from './guards.ts'

export type Foresights = ReadonlyMap<OfficeId, Foresight>

type Parts = { readonly offices: Offices; readonly foresights: Foresights; readonly store: Store }

/** What is told of waiting, as the socket pushes it. These views have numbers of their own. */
export function waitRoutes(app: FastifyInstance, { offices, foresights, store }: Parts): void {
  const view = (path: string, summary: string, schema: z.ZodType) =>
    app.get<{ Params: { office: string; code?: string } }>(
      `/offices/:office/views/${path}`,
      {
        schema: {
          tags: ['views'],
          summary,
          params: z.object({ office: z.string(), ...(path.includes(':code') ? { code: z.string() } : {}) }),
          response: { 200: z.object({ version: z.int(), view: schema }) },
        },
        preHandler: requires((asker) => maySee(asker, path)),
        config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
      },
      async (request, reply) => {
        const office = officeNamed(offices, request, request.params.office)
        const name = path.replace(':code', request.params.code ?? '')
        const foresight = foresights.get(office.id)
        const shown = foresight?.view(name)
        if (!foresight || !shown) return sendRefusal(reply, refuse('unknown-view', { view: name }))
        if (!shown.ok) return sendRefusal(reply, shown.refusal)
        return { version: foresight.version(), view: shown.value }
      },
    )
  const typed = app.withTypeProvider<ZodTypeProvider>()
  typed.post(
    '/offices/:office/what-if',
    {
      schema: {
        tags: ['offices'],
        summary: 'What would be, with other people at the windows: nothing happens by it',
        params: z.object({ office: z.string() }),
        body: WhatIfBody,
        response: { 200: WhatIfAnswer },
      },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
      preHandler: requires(mayPlan),
    },
    async (request, reply) => {
      const office = officeNamed(offices, request, request.params.office)
      const foresight = foresights.get(office.id)
      if (!foresight) return sendRefusal(reply, refuse('unknown-office', { office: office.id }))
      return foresight.whatIf(request.body)
    },
  )
  typed.get(
    '/offices/:office/fairness',
    {
      schema: {
        tags: ['offices'],
        summary: 'Who was overtaken by whom on a day, and why',
        params: z.object({ office: z.string() }),
        querystring: z.object({ day: LocalDate }),
        response: { 200: FairnessReport },
      },
      preHandler: requires(mayPlan),
    },
    async (request) => {
      const { id } = officeNamed(offices, request, request.params.office)
      return fairnessOf(store.log, id, request.query.day)
    },
  )
  view('waits', 'How long somebody who takes a ticket now will wait', WaitsView)
  view('forecast', 'When each who waits will be called, and who later than the standard', ForecastView)
  view('wait/:code', 'When one ticket will be called', TicketWaitView)
}
