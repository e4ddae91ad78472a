import { z } from 'zod'
import { LocalDate, LocalTime, ServiceId, WindowNumber } from './ids.ts'

/** What a supervisor tries out: a day with other people at the windows, other rules, other hours. Nothing happens by it. */

export const WhatIfBody = z.strictObject({
  date: LocalDate.describe('A day of the log, as it was; or a date to come, as it is foreseen.'),
  windows: z
    .array(
      z.strictObject({
        window: WindowNumber,
        open: z.array(z.boolean()).max(48).describe('For each half hour after opening.'),
        services: z.array(ServiceId).optional().describe('Other services than usual.'),
      }),
    )
    .max(99)
    .optional()
    .describe('Left out: all windows open all day.'),
  priorityWeight: z.number().min(1).max(20).optional(),
  standardMinutes: z.number().min(1).max(60).optional(),
  closes: LocalTime.optional().describe('Another end of the hours.'),
  seek: z.boolean().optional().describe('Also look for the fewest windows that keep the target.'),
})
export type WhatIfBody = z.infer<typeof WhatIfBody>

const Interval = z.object({ mean: z.number(), low: z.number(), high: z.number() })
export type Interval = z.infer<typeof Interval>

export const Assessment = z.object({
  days: z.int().describe('Simulated days, each with other luck, the same for every plan.'),
  median: z.array(Interval.nullable()).readonly(),
  p90: z.array(Interval.nullable()).readonly(),
  within: z.array(Interval.nullable()).readonly(),
  whole: z.object({
    medianMs: Interval,
    p90Ms: Interval,
    within: Interval,
    unserved: Interval,
    utilisation: Interval,
  }),
})
export type Assessment = z.infer<typeof Assessment>

export const WhatIfAnswer = z.object({
  date: LocalDate,
  source: z.enum(['log', 'forecast', 'example']),
  restsOn: z.object({ days: z.int(), sameWeekday: z.int() }),
  isPeak: z.boolean().describe('One of the days before a tax term.'),
  halves: z.array(LocalTime).readonly().describe('When each half hour begins.'),
  people: z
    .array(z.object({ service: ServiceId, counts: z.array(z.number()).readonly() }))
    .readonly()
    .describe('How many come, by half hour.'),
  usual: Assessment.describe('With every window open all day, and the rules as they are.'),
  plan: Assessment,
  sought: z
    .object({
      target: z.number(),
      windows: z.array(z.object({ window: WindowNumber, open: z.array(z.boolean()).readonly() })).readonly(),
      assessment: Assessment,
    })
    .nullable()
    .describe('The fewest windows that keep the target; null: not asked for, or not to be had.'),
  isTargetInReach: z.boolean().nullable(),
})
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>
