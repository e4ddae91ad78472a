import { z } from 'zod'
import { OutOfOrderReason } from './commands.ts'
import { WindowNumber } from './ids.ts'

/** Why this person and no other: recorded with each call, told in one sentence by `words/reasons.ts`. */
export const CallReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('longest-wait'), waitedMs: z.number(), among: z.int() }),
  z.object({ kind: z.literal('priority'), waitedMs: z.number(), weight: z.number(), overtakes: z.int() }),
  z.object({ kind: z.literal('past-standard'), waitedMs: z.number(), standardMinutes: z.number() }),
  z.object({ kind: z.literal('overtaken-enough'), waitedMs: z.number(), times: z.int() }),
  z.object({ kind: z.literal('sent-here'), waitedMs: z.number(), from: WindowNumber.nullable() }),
  z.object({
    kind: z.literal('out-of-order'),
    waitedMs: z.number(),
    because: OutOfOrderReason,
    ahead: z.int(),
  }),
])
export type CallReason = z.infer<typeof CallReason>
