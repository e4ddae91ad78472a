import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrinterId } from '#shared/printing.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import { png } from '../hall/png.ts'
import { plugInPrinter } from './printer.ts'

/** The training hall's printer: what it prints comes as pictures into a folder, and its troubles are files put there. */
export type TrainingPaper = {
  readonly folder: string
  /** The office with the printer in it, unless it has printers of its own. */
  readonly office: OfficeSettings
  readonly close: () => Promise<void>
}

/** A file of this name in the folder is the trouble. */
export const TROUBLES = ['paper-low', 'paper-out', 'cover-open'] as const

const LOOK_MS = 500
/** A demo may run for days. */
const MOST_SHEETS = 200

/** @param data the hall's data folder. */
export async function plugInPaper(data: string, office: OfficeSettings): Promise<TrainingPaper> {
  const folder = join(data, 'paper')
  mkdirSync(folder, { recursive: true })
  let number = Math.max(0, ...sheetsIn(folder).map((name) => Number.parseInt(name, 10)))
  const printer = await plugInPrinter({
    onSheet({ bitmap }) {
      number += 1
      writeFileSync(join(folder, `${String(number).padStart(5, '0')}.png`), png(bitmap))
      for (const old of sheetsIn(folder).slice(0, -MOST_SHEETS)) rmSync(join(folder, old))
    },
  })
  const timer = setInterval(() => {
    const is = (trouble: (typeof TROUBLES)[number]) => existsSync(join(folder, trouble))
    printer.set({
      paper: is('paper-out') ? 'out' : is('paper-low') ? 'low' : 'plenty',
      cover: is('cover-open') ? 'open' : 'closed',
    })
  }, LOOK_MS)
  timer.unref()

  const id = PrinterId.parse('training')
  return {
    folder,
    office: {
      ...office,
      printing: {
        printers: [
          {
            id,
            name: { bg: 'Учебен принтер', en: 'Training printer' },
            connection: { kind: 'network', host: '127.0.0.1', port: printer.port },
            paper: 80,
            mode: { kind: 'raster' },
            answers: true,
            confirms: true,
            cuts: true,
          },
        ],
        kiosks: { 'kiosk-1': id },
        staff: id,
      },
    },
    async close() {
      clearInterval(timer)
      await printer.close()
    },
  }
}

function sheetsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{5}\.png$/.test(name))
    .sort()
}
