import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refuse, Rejection } from '#shared/rejections.ts'
import { SpeechOrder } from '#shared/speech.ts'
import { isKiosk } from '../domain/rights.ts'
import type { Speech } from '../hall/speech.ts'
import { Refused } from './answers.ts'
import { BYTES } from './documented.ts'
import { officeNamed, requires, type Offices } from './guards.ts'

/** The voice of the kiosks. A POST although it changes nothing: what is said stands in no address. */
export function speechRoutes(
  app: FastifyInstance,
  { offices, speech }: { readonly offices: Offices; readonly speech: Speech },
): void {
  app.post<{ Params: { office: string }; Body: SpeechOrder }>(
    '/offices/:office/speech',
    {
      schema: {
        tags: ['devices'],
        summary: 'One sentence as sound (audio/wav), for the headphones of a kiosk',
        params: z.object({ office: z.string() }),
        body: SpeechOrder,
        response: { 200: { content: { 'audio/wav': { schema: BYTES } } }, 429: Rejection },
      },
      preHandler: requires(isKiosk),
      config: { rateLimit: { max: 600, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      officeNamed(offices, request, request.params.office)
      const sound = await speech.say(request.body)
      switch (sound.kind) {
        case 'sound':
          return reply.type('audio/wav').header('cache-control', 'no-store').send(sound.wav)
        case 'busy':
          throw new Refused(refuse('too-many-requests', { seconds: 2 }))
        case 'none':
        case 'failed':
          throw new Refused(refuse('no-voice', {}))
      }
    },
  )
}
