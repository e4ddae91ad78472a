import { z } from 'zod'
import { Bilingual } from '#shared/ids.ts'
import { PrinterId } from '#shared/printing.ts'
import type { Actor } from './events.ts'

/** The hall's printers, as the office's configuration names them: how each is reached, and which kiosk prints where. */

const Connection = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('network'),
      host: z.string().min(1),
      port: z.int().min(1).max(65_535).default(9100),
    })
    .describe('A printer in the hall’s network: ESC/POS over TCP.'),
  z
    .strictObject({ kind: z.literal('device'), path: z.string().startsWith('/') })
    .describe('A printer on the server’s own machine, e.g. /dev/usb/lp0.'),
  z
    .strictObject({ kind: z.literal('browser') })
    .describe('The printer of the kiosk’s own machine: its browser prints silently (kiosk printing).'),
])

const Mode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('raster') }).describe('Dots: every letter is right on every printer.'),
  z
    .strictObject({
      kind: z.literal('text'),
      codePage: z.enum(['windows-1251', 'ibm866', 'koi8-r', 'iso-8859-5']),
      number: z.int().min(0).max(255).describe('What this printer calls that code page (ESC t).'),
    })
    .describe('The printer’s own letters: quick on a slow line.'),
])

export const Printer = z.strictObject({
  id: PrinterId,
  name: Bilingual,
  connection: Connection,
  paper: z.union([z.literal(80), z.literal(58)]).describe('The width of the paper, mm.'),
  dots: z
    .int()
    .min(200)
    .max(832)
    .multipleOf(8)
    .optional()
    .describe('Dots in a line, where they are others than 576 (80 mm) and 384 (58 mm).'),
  mode: Mode.default({ kind: 'raster' }),
  answers: z.boolean().default(true).describe('Whether it answers status requests (DLE EOT).'),
  confirms: z.boolean().default(true).describe('Whether it says when a job has been printed (GS r).'),
  cuts: z.boolean().default(true),
})
export type Printer = z.infer<typeof Printer>

export const Printing = z
  .strictObject({
    printers: z.array(Printer),
    kiosks: z.record(z.string(), PrinterId).describe('Which kiosk (by its device’s id) prints where.'),
    staff: PrinterId.nullable().describe('Where tickets that staff enter, and copies, are printed.'),
  })
  .superRefine(({ printers, kiosks, staff }, context) => {
    const ids = new Set(printers.map((printer) => printer.id))
    const problem = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (ids.size < printers.length) problem(['printers'], 'two printers share an id')
    for (const [kiosk, printer] of Object.entries(kiosks)) {
      if (!ids.has(printer)) problem(['kiosks', kiosk], `no printer "${printer}"`)
    }
    const own = printers.find((printer) => printer.id === staff)
    if (staff !== null && own === undefined) problem(['staff'], `no printer "${staff}"`)
    if (own?.connection.kind === 'browser')
      problem(['staff'], 'a kiosk’s own printer cannot be reached from here')
  })
export type Printing = z.infer<typeof Printing>

/** @returns the printer on which a ticket that this one asked for comes out; null: none does. */
export function printerFor(printing: Printing | undefined, by: Actor): PrinterId | null {
  if (printing === undefined) return null
  if (by.kind === 'device') return printing.kiosks[by.id] ?? null
  return by.kind === 'staff' ? printing.staff : null
}

/** @returns how many dots the printer puts in a line. */
export function dotsOf({ dots, paper }: Pick<Printer, 'dots' | 'paper'>): number {
  return dots ?? (paper === 80 ? 576 : 384)
}
