import { z } from 'zod'
import { ServiceId, TicketId } from './ids.ts'
import { Iso } from './instant.ts'

/**
 * What is told of waiting. These views are numbered for themselves: the wait changes with time, not with the office's
 * versions.
 */

export const WaitBasis = z
  .enum(['futures', 'shared-work'])
  .describe('The hall run ahead many times; or, when that cannot be had, the work ahead over the windows.')

export const WaitState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('estimated'),
    from: z.int().describe('Minutes, rounded up: in half of the cases the wait is no longer.'),
    to: z.int().describe('Minutes, rounded up: in nine of ten cases the wait is no longer.'),
    basis: WaitBasis,
  }),
  z.object({ state: z.literal('no-window') }).describe('No window is open for it: there is no figure.'),
  z.object({ state: z.literal('not-yet') }).describe('Not worked out yet.'),
  z
    .object({ state: z.literal('not-told') })
    .describe('This hall tells no waits: the operator has decided so.'),
])
export type WaitState = z.infer<typeof WaitState>

/** For anyone: what somebody who takes a ticket now can expect. */
export const WaitsView = z.object({
  at: Iso,
  services: z
    .array(
      z.object({
        service: ServiceId,
        ahead: z.int().describe('People whom the windows open for it would call before.'),
        ordinary: WaitState,
        priority: WaitState,
        beforeLimit: z
          .number()
          .nullable()
          .describe(
            'The chance to be called before the limit of the day, without priority; null: no figure.',
          ),
      }),
    )
    .readonly(),
  letters: z
    .array(z.object({ letter: z.string(), wait: WaitState }))
    .readonly()
    .describe('For the board: from the shortest wait to the longest of the services under a letter.'),
})
export type WaitsView = z.infer<typeof WaitsView>

/** For a phone: its own ticket. Never sooner than was said when the ticket was taken. */
export const TicketWaitView = z.object({
  at: Iso,
  wait: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('estimated'),
      fromAt: Iso.describe('In half of the cases the call comes no later.'),
      toAt: Iso.describe('In nine of ten cases the call comes no later.'),
    }),
    z.object({ state: z.literal('no-window') }),
    z.object({ state: z.literal('not-yet') }),
    z.object({ state: z.literal('not-told') }),
    z.object({ state: z.literal('not-waiting') }),
  ]),
})
export type TicketWaitView = z.infer<typeof TicketWaitView>

/**
 * For staff: when each who waits is expected to be called, and who is going to wait longer than the standard. Both by
 * today's estimate, which may be sooner than the ticket said.
 */
export const ForecastView = z.object({
  at: Iso,
  tickets: z
    .array(
      z.object({
        id: TicketId,
        fromAt: Iso.nullable(),
        toAt: Iso.nullable(),
        late: z
          .enum(['no', 'possible', 'likely'])
          .describe('Past the standard when called: in one of ten futures at least; in half of them.'),
      }),
    )
    .readonly(),
})
export type ForecastView = z.infer<typeof ForecastView>

/** What a ticket was told at issue. */
export const ToldWait = z.object({ from: z.int(), to: z.int() })
export type ToldWait = z.infer<typeof ToldWait>
