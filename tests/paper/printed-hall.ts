import type { OfficeSettings } from '#server/domain/settings.ts'
import type { Patience } from '#server/hall/delivery.ts'
import { plugInPrinter, type TrainingPrinter } from '#server/training/printer.ts'
import type { PrintingView } from '#shared/printing.ts'
import { startHall, type Hall, type HallOptions } from '../harness/hall.ts'
import { pernik } from '../harness/settings.ts'

/** A hall whose kiosk has a printer on a real port, and little patience with it. */

export const HASTY: Patience = { connectMs: 1_000, answerMs: 800, stallMs: 1_500, finishMs: 2_500 }

export type PrintedHall = Hall & { readonly printer: TrainingPrinter }

export async function startPrintedHall(
  options: HallOptions & { readonly width?: number } = {},
): Promise<PrintedHall> {
  const printer = await plugInPrinter({ width: options.width ?? 576 })
  const hall = await startHall({
    offices: [withPrinter(printer.port, { paper: options.width === 384 ? 58 : 80 })],
    paper: { patience: HASTY, pollMs: 100 },
    ...options,
  })
  return {
    ...hall,
    printer,
    async close() {
      await hall.close()
      await printer.close().catch(() => {}) // its plug may be pulled already
    },
  }
}

type Change = {
  readonly connection?: { readonly kind: string; readonly [field: string]: unknown }
  readonly [field: string]: unknown
}

/** Pernik with one network printer for its kiosk and its staff. */
export function withPrinter(port: number, change: Change = {}): OfficeSettings {
  return pernik({ printing: onePrinter(port, change) })
}

/** The settings of one network printer for the kiosk and the staff. */
export function onePrinter(port: number, change: Change = {}): NonNullable<OfficeSettings['printing']> {
  const isKiosks = change.connection?.kind === 'browser'
  return {
    printers: [
      {
        id: 'entrance',
        name: { bg: 'Принтер на входа', en: 'Printer at the entrance' },
        connection: { kind: 'network', host: '127.0.0.1', port },
        paper: 80,
        ...change,
      },
    ],
    kiosks: { 'kiosk-1': 'entrance' },
    staff: isKiosks ? null : 'entrance',
  } as unknown as NonNullable<OfficeSettings['printing']> // parsed with the office, which fills in the rest
}

export const issue = (hall: Hall, more: object = {}) =>
  hall.kiosk.done('issue-ticket', { service: 'heirs-certificate', ...more })

/** @returns what a supervisor sees of the printers, once it is as asked. @throws when it does not become so in time. */
export async function seen(
  hall: Hall,
  is: (view: PrintingView) => boolean,
  withinMs = 20_000,
): Promise<PrintingView> {
  const watcher = await hall.watch('printing', { as: await hall.as('supervisor') })
  try {
    return (await watcher.until(({ view }) => is(view), withinMs)).view
  } finally {
    watcher.close()
  }
}

export const isOver = (view: PrintingView) =>
  view.jobs.length > 0 && view.jobs.every(({ state }) => state === 'printed' || state === 'failed')
