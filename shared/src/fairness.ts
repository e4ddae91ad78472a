import { z } from 'zod'
import { OutOfOrderReason } from './commands.ts'
import { Bilingual, LocalDate, ServiceId, WindowNumber } from './ids.ts'
import { Iso } from './instant.ts'

/**
 * Who was overtaken by whom: among tickets that a common window could have served, the later called before the earlier.
 * A skip is to be overtaken, a slip to overtake.
 */
export const FairnessReport = z.object({
  date: LocalDate,
  called: z.int().describe('Calls of the day.'),
  services: z
    .array(
      z.object({
        service: ServiceId,
        called: z.int(),
        skipped: z.int().describe('Tickets overtaken at least once.'),
        skips: z.int().describe('How often, together.'),
        byPriority: z.int().describe('Of these, by somebody with priority.'),
        outOfOrder: z.int().describe('Of these, by a call out of order.'),
        most: z.int().describe('The most that one ticket was overtaken.'),
        slips: z.int().describe('Tickets for it that went ahead of somebody.'),
      }),
    )
    .readonly(),
  overtakings: z
    .array(
      z.object({
        at: Iso,
        label: z.string(),
        window: WindowNumber,
        kind: z.enum(['priority', 'out-of-order', 'sent-here', 'other']),
        passed: z.array(z.string()).readonly(),
        reason: Bilingual,
      }),
    )
    .readonly()
    .describe('Each call that went ahead of somebody, newest first.'),
  longest: z
    .object({
      label: z.string(),
      service: ServiceId,
      waitedMs: z.number(),
      window: WindowNumber.nullable().describe('Null: never called.'),
      overtaken: z.int(),
      reason: Bilingual.nullable(),
    })
    .nullable(),
  outOfOrder: z
    .array(
      z.object({
        at: Iso,
        label: z.string(),
        window: WindowNumber,
        because: OutOfOrderReason,
        ahead: z.int(),
      }),
    )
    .readonly(),
})
export type FairnessReport = z.infer<typeof FairnessReport>
