import { z } from 'zod'
import { OutOfOrderReason } from './commands.ts'
import { WindowNumber } from './ids.ts'

const inOrder = [
  z.object({
    kind: z.literal('longest-wait'),
    waitedMs: z.number(),
    among: z.int(),
    /** How many of those have waited longer, and stand behind: they missed their call and were taken back. */
    takenBack: z.int().optional(),
  }),
  z.object({ kind: z.literal('priority'), waitedMs: z.number(), weight: z.number(), overtakes: z.int() }),
  z.object({ kind: z.literal('past-standard'), waitedMs: z.number(), standardMinutes: z.number() }),
  z.object({ kind: z.literal('overtaken-enough'), waitedMs: z.number(), times: z.int() }),
] as const

/** Why it is this person's turn by the rule of the order. */
export const TurnReason = z.discriminatedUnion('kind', inOrder)
export type TurnReason = z.infer<typeof TurnReason>

/** Why this person and no other: recorded with each call, told in one sentence by `words/reasons.ts`. */
export const CallReason = z.discriminatedUnion('kind', [
  ...inOrder,
  z.object({
    kind: z.literal('sent-here'),
    waitedMs: z.number(),
    from: WindowNumber.nullable(),
    /** Whoever was sent waits by the same rule as the others. Older logs don't say it. */
    turn: TurnReason.optional(),
  }),
  z.object({
    kind: z.literal('out-of-order'),
    waitedMs: z.number(),
    because: OutOfOrderReason,
    ahead: z.int(),
  }),
])
export type CallReason = z.infer<typeof CallReason>
