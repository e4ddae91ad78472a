import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { TicketCode } from '#shared/ids.ts'
import {
  Claim,
  ClaimOutcome,
  CopyOrder,
  PaperView,
  PrintingView,
  PrintOrdered,
  SlipOrder,
  TestPageOrder,
} from '#shared/printing.ts'
import { refuse, Rejection } from '#shared/rejections.ts'
import { isKiosk, mayPrintSlip, mayPrintTestPage, mayReprint, maySee } from '../domain/rights.ts'
import type { Printing } from '../hall/printing.ts'
import { Refused, sendRefusal } from './answers.ts'
import type { Printings } from './aside.ts'
import { BYTES } from './documented.ts'
import { officeNamed, requires, type Offices } from './guards.ts'

type Parts = { readonly offices: Offices; readonly printings: Printings }

const Params = z.object({ office: z.string() })
const Headers = z.object({ 'idempotency-key': z.string().min(8).max(100).optional() })
const Nothing = z.object({})

/** Paper: how it fares, copies and test pages for staff, and the kiosk that prints by itself. */
export function printingRoutes(app: FastifyInstance, { offices, printings }: Parts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['printing']

  /** @throws Refused */
  function printingOf(request: FastifyRequest, office: string): Printing {
    const printing = printings.get(officeNamed(offices, request, office).id)
    if (printing === undefined) throw new Refused(refuse('unknown-office', { office }))
    return printing
  }

  typed.get(
    '/offices/:office/views/paper',
    {
      schema: {
        tags,
        summary: 'How the paper of the newest tickets fares: numbers only',
        params: Params,
        response: { 200: z.object({ version: z.int(), view: PaperView }) },
      },
      preHandler: requires((asker) => maySee(asker, 'paper')),
    },
    async (request) => {
      const printing = printingOf(request, request.params.office)
      return { version: printing.version(), view: await printing.paperView() }
    },
  )

  typed.get(
    '/offices/:office/views/printing',
    {
      schema: {
        tags,
        summary: 'The printers of the hall and what they print',
        params: Params,
        response: { 200: z.object({ version: z.int(), view: PrintingView }) },
      },
      preHandler: requires((asker) => maySee(asker, 'printing')),
    },
    async (request) => {
      const printing = printingOf(request, request.params.office)
      return { version: printing.version(), view: await printing.printingView() }
    },
  )

  typed.post(
    '/offices/:office/printing/copies',
    {
      schema: {
        tags,
        summary: 'Print a ticket of today again, marked as a copy',
        params: Params,
        headers: Headers,
        body: CopyOrder,
        response: { 200: PrintOrdered, 409: Rejection },
      },
      preHandler: requires(mayReprint),
    },
    async (request, reply) => {
      const { label, printer = null } = request.body
      const printing = printingOf(request, request.params.office)
      const ordered = await printing.copy({ label, printer, ...asker(request) })
      return ordered.ok ? { job: ordered.value } : sendRefusal(reply, ordered.refusal)
    },
  )

  typed.post(
    '/offices/:office/printing/slips',
    {
      schema: {
        tags,
        summary: 'Print the confirmation of an appointment that has just been made',
        params: Params,
        headers: Headers,
        body: SlipOrder,
        response: { 200: PrintOrdered, 409: Rejection },
      },
      preHandler: requires(mayPrintSlip),
    },
    async (request, reply) => {
      const printing = printingOf(request, request.params.office)
      const ordered = await printing.slip({ ...request.body, ...asker(request) })
      return ordered.ok ? { job: ordered.value } : sendRefusal(reply, ordered.refusal)
    },
  )

  typed.post(
    '/offices/:office/printing/test-pages',
    {
      schema: {
        tags,
        summary: 'Print a page that shows every letter, the darkness and a code',
        params: Params,
        headers: Headers,
        body: TestPageOrder,
        response: { 200: PrintOrdered, 409: Rejection },
      },
      preHandler: requires(mayPrintTestPage),
    },
    async (request, reply) => {
      const { printer } = request.body
      const printing = printingOf(request, request.params.office)
      const ordered = await printing.testPage({ printer, ...asker(request) })
      return ordered.ok ? { job: ordered.value } : sendRefusal(reply, ordered.refusal)
    },
  )

  typed.post(
    '/offices/:office/printing/claims',
    {
      schema: {
        tags,
        summary: 'A kiosk takes the printing of its ticket upon itself: once',
        params: Params,
        body: Claim,
        response: { 200: Nothing, 409: Rejection },
      },
      preHandler: requires(isKiosk),
    },
    async (request, reply) => {
      const { ticket } = request.body
      const claimed = await printingOf(request, request.params.office).claim(ticket, deviceOf(request))
      return claimed.ok ? {} : sendRefusal(reply, claimed.refusal)
    },
  )

  typed.post(
    '/offices/:office/printing/outcomes',
    {
      schema: {
        tags,
        summary: 'A kiosk says how its own printing went',
        params: Params,
        body: ClaimOutcome,
        response: { 200: Nothing, 409: Rejection },
      },
      preHandler: requires(isKiosk),
    },
    async (request, reply) => {
      const { ticket, printed } = request.body
      const printing = printingOf(request, request.params.office)
      const heard = await printing.claimEnded(ticket, deviceOf(request), printed)
      return heard.ok ? {} : sendRefusal(reply, heard.refusal)
    },
  )

  app.get<{ Params: { office: string; code: string } }>(
    '/offices/:office/tickets/:code/paper.png',
    {
      schema: {
        tags,
        summary: 'A live ticket’s paper as a picture, for a browser that prints it',
        params: z.object({ office: z.string(), code: TicketCode }),
        response: { 200: { content: { 'image/png': { schema: BYTES } } } },
      },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { office, code } = request.params
      const picture = await printingOf(request, office).picture(code as TicketCode) // the schema has checked it
      if (picture === null) return sendRefusal(reply, refuse('unknown-code', {}))
      return reply.type('image/png').header('cache-control', 'no-store').send(picture)
    },
  )
}

/** Who asks, and under which key: without one each request is a wish of its own. */
function asker({ identity, headers }: FastifyRequest) {
  const key = headers['idempotency-key']
  return {
    by: 'id' in identity.actor ? identity.actor.id : identity.actor.kind,
    key: typeof key === 'string' ? key : randomUUID(),
  }
}

function deviceOf({ identity }: FastifyRequest): string {
  return 'id' in identity.actor ? identity.actor.id : ''
}
