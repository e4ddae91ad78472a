import { z } from 'zod'
import {
  Language,
  LocalDate,
  LocalTime,
  OrderReason,
  ServiceId,
  StaffId,
  TicketCode,
  WindowNumber,
} from './ids.ts'
import { SaidIso } from './instant.ts'
import { LETTERS } from './labels.ts'
import { receptionBodies } from './reception.ts'

/** How a service ended. `served` when nothing more is said; the four purposes of a visit by the charter, and two more. */
export const Outcome = z.enum([
  'served',
  'information',
  'application-taken',
  'document-issued',
  'fee-paid',
  'referred',
  'not-possible',
])
export type Outcome = z.infer<typeof Outcome>

const StepOutcome = Outcome.describe('How the service ended that was being done until now.')

/** Why a clerk calls someone out of order: a list, so that it can be counted and never says anything about health. */
export const OutOfOrderReason = z.enum([
  'interrupted-service',
  'wrong-service',
  'document-deadline',
  'short-question',
  'missed-call',
  'technical-fault',
  'supervisor-order',
])
export type OutOfOrderReason = z.infer<typeof OutOfOrderReason>

/** The pause reasons that every office knows; a pause may also be given in the clerk's own few words. */
export const PAUSE_REASONS = ['break', 'consultation', 'technical', 'archive', 'other'] as const

const Note = z.string().trim().min(1).max(200)
const window = { window: WindowNumber }
const Label = z
  .string()
  .trim()
  .min(2)
  .max(12)
  .describe('A ticket label as a person writes it: „Г 014“, "г14", "M 3".')

const TicketLetter = z.enum(LETTERS)
const TicketNumber = z.int().min(1).max(99_999)

/** A change of the calendar by order: the rows override weekends, holidays and hours (rules.md, 2). */
export const CalendarException = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('closed') }),
  z.strictObject({ kind: z.literal('working-day') }),
  z.strictObject({ kind: z.literal('hours'), opens: LocalTime, closes: LocalTime }),
  z.strictObject({ kind: z.literal('no-reception') }),
  z.strictObject({ kind: z.literal('reception-moved'), to: LocalDate }),
])
export type CalendarException = z.infer<typeof CalendarException>

/** A date and a time of day in the office's zone. */
const OfficeTime = z.strictObject({ date: LocalDate, time: LocalTime })
const NoticeText = z.string().trim().min(1).max(140)

/**
 * Everything that can be asked of an office, by name: the body of `POST /api/offices/{office}/commands/{name}`.
 * Unknown fields are refused, not dropped.
 */
export const commandBodies = {
  'issue-ticket': z.strictObject({
    service: ServiceId,
    priority: z.boolean().optional().describe('Priority was asked for. Never why.'),
    language: Language.optional(),
    presentAtClosing: z
      .boolean()
      .optional()
      .describe('Staff only: the person was in the hall when the hours ended, and has no ticket.'),
  }),
  leave: z.strictObject({ code: TicketCode }),

  'hold-numbers': z.strictObject({
    date: LocalDate.describe('The service day that the kiosk counts for.'),
    letters: z
      .array(
        z.strictObject({
          letter: TicketLetter,
          unspent: z.int().min(0).max(10_000).describe('How many it still holds.'),
          through: TicketNumber.optional().describe('The highest that it has ever held that day.'),
        }),
      )
      .min(1)
      .max(LETTERS.length),
  }),
  'hand-in-ticket': z.strictObject({
    date: LocalDate.describe('The service day on which it was given.'),
    letter: TicketLetter,
    number: TicketNumber,
    service: ServiceId,
    issuedAt: SaidIso.describe('When the kiosk gave it, by the office’s clock as the kiosk knew it.'),
    priority: z.boolean().optional(),
    language: Language.optional(),
    insteadOf: TicketCode.optional().describe(
      'A ticket that this person was given by an answer that never came: it leaves the line.',
    ),
  }),
  'declare-roll': z.strictObject({ letter: TicketLetter, from: TicketNumber, to: TicketNumber }),
  'enter-roll': z.strictObject({
    letter: TicketLetter,
    from: TicketNumber,
    to: TicketNumber.describe('The numbers from … to … have been handed out.'),
    service: ServiceId,
    handedOut: z
      .strictObject({ from: LocalTime, to: LocalTime })
      .optional()
      .describe('Between which times of today; left out: just now.'),
  }),
  'note-paper-service': z.strictObject({
    date: LocalDate,
    ...window,
    label: Label,
    startedAt: SaidIso,
    finishedAt: SaidIso,
    outcome: Outcome.optional(),
  }),

  'open-window': z.strictObject({
    ...window,
    clerk: StaffId.optional().describe(
      'Supervisor only: whom to put at the window; hands an occupied window over.',
    ),
  }),
  'close-window': z.strictObject(window),
  'pause-window': z.strictObject({ ...window, reason: Note }),
  'resume-window': z.strictObject(window),
  'assign-services': z.strictObject({ ...window, services: z.array(ServiceId).min(1).max(200) }),

  'call-next': z.strictObject(window),
  'call-ticket': z.strictObject({ ...window, label: Label, reason: OutOfOrderReason }),
  recall: z.strictObject(window),
  'start-service': z.strictObject(window),
  'finish-service': z.strictObject({
    ...window,
    outcome: Outcome.optional(),
    callNext: z.boolean().optional(),
  }),
  'mark-no-show': z.strictObject({ ...window, callNext: z.boolean().optional() }),
  hold: z.strictObject(window),
  'resume-held': z.strictObject({ ...window, label: Label }),
  transfer: z.strictObject({
    ...window,
    service: ServiceId.optional(),
    toWindow: WindowNumber.optional(),
    comeBack: z.boolean().optional(),
    outcome: StepOutcome.optional(),
  }),
  'add-service': z.strictObject({ ...window, service: ServiceId, outcome: StepOutcome.optional() }),
  'take-back': z.strictObject({ label: Label }),
  undo: z.strictObject(window),

  'ask-assistance': z.strictObject({}),
  'answer-assistance': z.strictObject({}),

  'add-exception': z.strictObject({
    from: LocalDate,
    to: LocalDate.optional().describe(
      'The last day; left out: one day. With `untilRevoked`: no end known yet.',
    ),
    untilRevoked: z.boolean().optional(),
    change: CalendarException,
    order: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .describe('The number of the order, e.g. „Заповед № РД-01-123/2026“.'),
    reason: OrderReason,
  }),
  'remove-exception': z.strictObject({ id: z.string().max(40), order: z.string().trim().min(1).max(60) }),

  'post-notice': z.strictObject({
    text: z
      .strictObject({ bg: NoticeText, en: NoticeText })
      .describe('What stands on the boards, in both languages.'),
    from: OfficeTime.optional().describe('Left out: from now.'),
    until: OfficeTime,
  }),
  'withdraw-notice': z.strictObject({ id: z.string().max(40) }),

  ...receptionBodies,
} as const

export type CommandName = keyof typeof commandBodies
export type CommandBody<N extends CommandName> = z.infer<(typeof commandBodies)[N]>
/** A command as the rules meet it: the name and the body in one. */
export type Command = { [N in CommandName]: { readonly type: N } & CommandBody<N> }[CommandName]
export type CommandOf<N extends CommandName> = Extract<Command, { type: N }>

export const COMMAND_NAMES = Object.keys(commandBodies) as readonly CommandName[]
