import type { PrinterStatus, Trouble } from '#shared/printing.ts'
import type { Bitmap } from './bitmap.ts'

/** ESC/POS as Epson publishes it and most thermal printers understand it: only what every one of them knows. */

const ESC = 0x1b
const GS = 0x1d
const DLE = 0x10

export const INITIALISE = Buffer.from([ESC, 0x40])
/** The four status requests that are answered at once, also by a printer that can't print (DLE EOT 1…4). */
export const ASK_STATUS = Buffer.from([1, 2, 3, 4].flatMap((which) => [DLE, 0x04, which]))
/** Answered in its turn: after everything before it has been printed (GS r 1). */
export const ASK_WHEN_DONE = Buffer.from([GS, 0x72, 0x01])
/** Forget what is in your buffers, at once (DLE DC4 8): half a ticket must not come out before the next one. */
export const CLEAR = Buffer.from([DLE, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08])

/** @returns the end of a sheet: fed past the blade, and cut where there is one. */
export function endOfSheet(cuts: boolean): Buffer {
  return cuts ? Buffer.from([GS, 0x56, 66, 0]) : Buffer.from([ESC, 0x64, 5])
}

/** Rows in one raster command: printers with small buffers begin to print while the rest comes. */
const BAND = 64

/** @returns a bitmap as raster commands (GS v 0), band by band. */
export function bands({ width, height, rows }: Bitmap): readonly Buffer[] {
  const stride = width / 8
  return Array.from({ length: Math.ceil(height / BAND) }, (_, index) => {
    const from = index * BAND
    const count = Math.min(BAND, height - from)
    const header = [GS, 0x76, 0x30, 0, stride & 0xff, stride >> 8, count & 0xff, count >> 8]
    return Buffer.concat([
      Buffer.from(header),
      withoutOrders(rows.subarray(from * stride, (from + count) * stride)),
    ])
  })
}

/**
 * Printers look for real-time orders also inside pictures: DLE EOT, DLE ENQ, DLE DC4. One dot more, and there is none.
 */
function withoutOrders(data: Uint8Array): Buffer {
  const harmless = Buffer.from(data)
  for (let index = 0; index < harmless.length; index += 1) {
    const next = harmless[index + 1]
    if (harmless[index] === DLE && (next === undefined || next === 0x04 || next === 0x05 || next === 0x14))
      harmless[index] = DLE | 1
  }
  return harmless
}

/** @returns whether a byte that came from the printer answers a real-time request: 0xx1xx10. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12
}

/** @returns whether it answers GS r: 0xx0xxxx. */
export function isDoneByte(byte: number): boolean {
  return (byte & 0x90) === 0
}

/** What the answers to ASK_STATUS say, in their order: printer, cause of being offline, error, paper. */
export function readStatus([
  printer = 0,
  offline = 0,
  error = 0,
  paper = 0,
]: readonly number[]): PrinterStatus {
  const trouble = (what: Trouble): PrinterStatus => ({ kind: 'trouble', trouble: what })
  if ((offline & 0x04) !== 0) return trouble('cover-open')
  if ((paper & 0x60) !== 0 || (offline & 0x20) !== 0) return trouble('paper-out')
  if ((error & 0x68) !== 0 || (offline & 0x40) !== 0) return trouble('printer-error')
  if ((printer & 0x08) !== 0) return trouble('offline')
  return { kind: 'ready', paperLow: (paper & 0x0c) !== 0 }
}
