import { z } from 'zod'
import { AppointmentCode, AppointmentNumber, Bilingual, TicketId } from './ids.ts'
import { Iso } from './instant.ts'

/** Paper: what is printed where, and how it went. The office's day knows nothing of it: a number is valid without paper. */

export const PrinterId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/)
  .brand<'PrinterId'>()
export type PrinterId = z.infer<typeof PrinterId>

/** What a printer says of itself when it can't print, or that it says nothing. */
export const Trouble = z.enum([
  'paper-out',
  'cover-open',
  'printer-error',
  'offline',
  'unreachable',
  'no-answer',
])
export type Trouble = z.infer<typeof Trouble>

/** Why nothing came out, as far as is known. */
export const PrintFailure = z.enum([
  ...Trouble.options,
  'connection-lost',
  'interrupted',
  'too-late',
  'no-printer',
  'not-drawn',
])
export type PrintFailure = z.infer<typeof PrintFailure>

/** queued → sent → printed or failed. Sent is written down before the first byte leaves: no job is sent twice. */
export const PrintState = z.enum(['queued', 'sent', 'printed', 'failed'])
export type PrintState = z.infer<typeof PrintState>

export const PrintKind = z.enum(['ticket', 'copy', 'appointment', 'test'])
export type PrintKind = z.infer<typeof PrintKind>

export const PrinterStatus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown') }).describe('Not asked yet, or a printer that answers nobody.'),
  z.object({ kind: z.literal('ready'), paperLow: z.boolean() }),
  z.object({ kind: z.literal('trouble'), trouble: Trouble }),
])
export type PrinterStatus = z.infer<typeof PrinterStatus>

/** What a kiosk may know: how the paper of the newest tickets fares, by ticket. */
export const PaperView = z.object({
  jobs: z
    .array(
      z.object({
        ticket: TicketId,
        state: PrintState,
        failure: PrintFailure.nullable(),
        by: z.enum(['printer', 'browser']).describe('`browser`: the kiosk itself is to print it.'),
      }),
    )
    .readonly(),
})
export type PaperView = z.infer<typeof PaperView>

/** What staff see: every printer of the hall, and the newest jobs. */
export const PrintingView = z.object({
  printers: z
    .array(
      z.object({
        id: PrinterId,
        name: Bilingual,
        connection: z.enum(['network', 'device', 'browser']),
        paper: z.int().describe('mm'),
        status: PrinterStatus,
        since: Iso.describe('Since when the status is this.'),
        kiosks: z.array(z.string()).readonly(),
        waiting: z.int().describe('Jobs not sent yet.'),
      }),
    )
    .readonly(),
  staff: PrinterId.nullable().describe('Where copies come out unless another printer is chosen.'),
  jobs: z
    .array(
      z.object({
        id: z.string(),
        kind: PrintKind,
        label: z.string().nullable(),
        printer: PrinterId,
        state: PrintState,
        failure: PrintFailure.nullable(),
        queuedAt: Iso,
        endedAt: Iso.nullable(),
      }),
    )
    .readonly()
    .describe('Of the day, newest first.'),
  failed: z
    .array(z.string())
    .readonly()
    .describe('Labels of today whose last print failed and that are still in the hall.'),
})
export type PrintingView = z.infer<typeof PrintingView>

/** `POST /api/offices/{office}/printing/copies` */
export const CopyOrder = z.strictObject({
  label: z.string().trim().min(2).max(12),
  printer: PrinterId.optional(),
})
/**
 * `POST /api/offices/{office}/printing/slips`: an appointment's confirmation. The code is for the citizen alone: only who has
 * just been given it can have it printed.
 */
export const SlipOrder = z.strictObject({ number: AppointmentNumber, code: AppointmentCode })
export type SlipOrder = z.infer<typeof SlipOrder>
/** `POST /api/offices/{office}/printing/test-pages` */
export const TestPageOrder = z.strictObject({ printer: PrinterId })
/** `POST /api/offices/{office}/printing/claims`: a kiosk takes the printing of its ticket upon itself. */
export const Claim = z.strictObject({ ticket: TicketId })
/** `POST /api/offices/{office}/printing/outcomes` */
export const ClaimOutcome = z.strictObject({ ticket: TicketId, printed: z.boolean() })
export const PrintOrdered = z.object({ job: z.string() })
