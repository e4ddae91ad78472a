import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AppointmentCalledAnswer,
  ArrivedAnswer,
  CalledAnswer,
  DoneAnswer,
  FinishedAnswer,
  HeldAnswer,
  IssuedAnswer,
  SignedUpAnswer,
} from '#shared/answers.ts'
import { COMMAND_NAMES, commandBodies, type Command, type CommandName } from '#shared/commands.ts'
import { Rejection } from '#shared/rejections.ts'
import type { Actor } from '../domain/events.ts'
import { commandAudiences, isSupervisor, may } from '../domain/rights.ts'
import { sendRefusal } from './answers.ts'
import { officeNamed, requires, type Offices } from './guards.ts'
import type { Measures } from './measures.ts'

const answers: Partial<Readonly<Record<CommandName, z.ZodType>>> = {
  'issue-ticket': IssuedAnswer,
  'hold-numbers': HeldAnswer,
  'call-next': CalledAnswer,
  'call-ticket': CalledAnswer,
  'finish-service': FinishedAnswer,
  'mark-no-show': FinishedAnswer,
  'add-exception': DoneAnswer.extend({ exception: z.string() }),
  'sign-up': SignedUpAnswer,
  'join-waiting-list': SignedUpAnswer,
  'take-walk-in': SignedUpAnswer,
  'report-arrival': ArrivedAnswer,
  'call-appointment': AppointmentCalledAnswer,
  'add-reception-exception': DoneAnswer.extend({ exception: z.string() }),
}

/** What anybody may do who has a code: so often a minute from one address, which may be a whole hall's. */
const ANYONES_RATE = { rateLimit: { max: 120, timeWindow: '1 minute' } }

const Params = z.object({ office: z.string() })
const Headers = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe(
      'One for each intention, 1 to 100 characters; best with the time in front and chance behind it, as a UUID of version 7. A repetition with the same key gets the first answer, and nothing happens twice.',
    ),
})

/** `POST /api/offices/{office}/commands/{command}`: one route a command, so that each is documented with its own body. */
export function commandRoutes(
  app: FastifyInstance,
  { offices, measures }: { readonly offices: Offices; readonly measures: Measures },
): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const name of COMMAND_NAMES) {
    typed.post(
      `/offices/:office/commands/${name}`,
      {
        schema: {
          tags: ['commands'],
          summary: name,
          description: `For: ${commandAudiences[name].join(', ')}.`,
          params: Params,
          headers: Headers,
          body: commandBodies[name],
          response: { 200: answers[name] ?? DoneAnswer, 409: Rejection },
        },
        preHandler: requires((asker) => may(asker, name)),
        config: commandAudiences[name].includes('anyone') ? ANYONES_RATE : {},
      },
      async (request, reply) => {
        const office = officeNamed(offices, request, request.params.office)
        const { identity } = request
        const command = { type: name, ...request.body } as Command // the schema of this name has checked it
        const key = request.headers['idempotency-key']
        const began = performance.now()
        const answer = await office.ask({
          command,
          by: identity.actor,
          isSupervisor: isSupervisor(identity.asker),
          role: identity.asker.kind === 'staff' ? identity.asker.role : null,
          key: key === undefined ? null : keyed(identity.actor, key, command),
        })
        measures.commandTook(name, answer.kind, performance.now() - began)
        if (answer.kind === 'refused') return sendRefusal(reply, answer.refusal)
        return { version: answer.version, ...answer.answer }
      },
    )
  }
}

/** A key of so many characters has chance enough behind the time in front. */
const LONG_KEY = 24

/** A key belongs to its sender: nobody gets another's answer by guessing it. */
function keyed(actor: Actor, key: string, command: Command) {
  return {
    // The time in front, so that the keys of one hour lie together; the rest of it is kept nowhere, and of a short key nothing.
    key: `${actor.kind}/${'id' in actor ? actor.id : ''}/${key.length < LONG_KEY ? '' : key.slice(0, 8)}/${hash('sha256', JSON.stringify([actor, key]), 'base64url')}`,
    // With the key: nobody can guess from it what a command said of a person.
    fingerprint: hash('sha256', JSON.stringify([key, command]), 'base64url'),
  }
}
