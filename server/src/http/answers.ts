import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { refuse, type Refusal, type RejectionCode } from '#shared/rejections.ts'
import { rejection } from '#shared/words/rejections.ts'
import { isAway } from '../store/database.ts'
import { malformed } from './malformed.ts'

/** A refusal as an exception, for hooks and guards of the web: the one error handler answers it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const statusOf: Partial<Readonly<Record<RejectionCode, number>>> = {
  malformed: 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'not-allowed': 403,
  'unknown-office': 404,
  'unknown-view': 404,
  'unknown-code': 404,
  'not-found': 404,
  'invitation-spent': 410,
  'too-many-requests': 429,
  'internal-error': 500,
  'not-ready': 503,
  'no-voice': 404,
}

/**
 * Answers a refusal: 409 by the rules of the office, another status where the web has its own word for it.
 * @param otherwise the status where the web has none; 404 for a thing that was asked to be shown and is not there.
 */
export function sendRefusal(reply: FastifyReply, refusal: Refusal, otherwise: 404 | 409 = 409): FastifyReply {
  if (refusal.code === 'too-many-requests') void reply.header('retry-after', refusal.about.seconds)
  return reply.status(statusOf[refusal.code] ?? otherwise).send(rejection(refusal))
}

/** Every error of the web leaves through here: in words, never with a trace. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refused) return sendRefusal(reply, error.refusal)
  if (hasZodFastifySchemaValidationErrors(error)) return sendRefusal(reply, malformed(error, request))
  if (isAway(error)) {
    request.log.warn({ err: error }, 'the database is not reached')
    return sendRefusal(reply, refuse('not-ready', {}))
  }
  const status = error.statusCode ?? 500
  if (status === 429) {
    const seconds = Number(reply.getHeader('retry-after')) || 60 // as the counter of requests has put it there
    return sendRefusal(reply, refuse('too-many-requests', { seconds }))
  }
  if (status === 404) return sendRefusal(reply, refuse('not-found', {}))
  if (status >= 400 && status < 500) {
    return reply.status(status).send(rejection(malformed(error, request)))
  }
  request.log.error({ err: error }, 'unexpected error')
  return sendRefusal(reply, refuse('internal-error', {}))
}
