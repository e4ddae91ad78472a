import { z } from 'zod'
import { Bilingual, LocalDate, ServiceId, TicketCode, TicketId } from './ids.ts'
import { Iso } from './instant.ts'
import { Arrived, ReceptionCall, SignedUp } from './reception.ts'
import { Rejection } from './rejections.ts'
import { ToldWait } from './waits.ts'

/** What a command answers when it is done. `version` is the office's after it: a view that new shows its effect. */
const done = { version: z.int() }

export const IssuedAnswer = z.object({
  ...done,
  ticket: z.object({
    id: TicketId,
    label: z.string(),
    code: TicketCode,
    service: ServiceId,
    issuedAt: Iso,
    ahead: z.int().describe('People who would be called before.'),
    wait: ToldWait.nullable().describe(
      'What is printed: half wait no longer than `from` minutes, nine of ten no longer than `to`, as if the day had ' +
        'no limit: where it lies past `limitAt` of the day, screens and paper say that the turn may not come; null: no figure.',
    ),
  }),
})
export type IssuedAnswer = z.infer<typeof IssuedAnswer>

const Called = z.object({ id: TicketId, label: z.string(), service: ServiceId, issuedAt: Iso })

export const CalledAnswer = z.object({ ...done, ticket: Called, reason: Bilingual })
export type CalledAnswer = z.infer<typeof CalledAnswer>

/** Finishing with `callNext` is one step: the finish stands also when nobody can be called; then `ticket` is null. */
export const FinishedAnswer = z.object({
  ...done,
  ticket: Called.nullable(),
  reason: Bilingual.nullable(),
  nobody: Rejection.nullable().describe('With `callNext`: why nobody was called.'),
})
export type FinishedAnswer = z.infer<typeof FinishedAnswer>

/** `hold-numbers`: what the kiosk may give by itself on that day, beside what it has. */
export const HeldAnswer = z.object({
  ...done,
  date: LocalDate,
  atOnce: z.int().describe('How many of each letter a kiosk is to have.'),
  blocks: z.array(z.object({ letter: z.string(), from: z.int(), to: z.int() })).readonly(),
})
export type HeldAnswer = z.infer<typeof HeldAnswer>

export const DoneAnswer = z.object(done)
export type DoneAnswer = z.infer<typeof DoneAnswer>

/** `sign-up`, `join-waiting-list`, `take-walk-in`. */
export const SignedUpAnswer = z.object({ ...done, appointment: SignedUp })
export type SignedUpAnswer = z.infer<typeof SignedUpAnswer>

/** `report-arrival`. */
export const ArrivedAnswer = z.object({ ...done, appointment: Arrived })
export type ArrivedAnswer = z.infer<typeof ArrivedAnswer>

/** `call-appointment`. */
export const AppointmentCalledAnswer = z.object({
  ...done,
  call: ReceptionCall.omit({ id: true, state: true }),
})
export type AppointmentCalledAnswer = z.infer<typeof AppointmentCalledAnswer>
