import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { isBlack, type Bitmap } from '#server/hall/bitmap.ts'
import { png } from '#server/hall/png.ts'

/** What a person does with a sheet: reads its code, and compares it with how it should look. */

// What its default export is depends on who loads it; what require gives does not.
const { default: readCode } = createRequire(import.meta.url)('jsqr') as typeof import('jsqr')

const GOLDEN = join(import.meta.dirname, 'golden')
/** Another machine's arithmetic may put a dot beside a letter's edge. */
const MOST_OTHER_DOTS = 0.001

/** @returns what the code on the sheet says; null when there is none that a phone can read. */
export function codeOn(bitmap: Bitmap): string | null {
  const { data, width, height } = PNG.sync.read(png(bitmap))
  return readCode(Uint8ClampedArray.from(data), width, height)?.data ?? null
}

/**
 * @returns the share of dots that are others than in the picture that was looked at and kept.
 * `GOLDEN=new` keeps the sheet as the picture instead.
 */
export function differenceFromGolden(name: string, bitmap: Bitmap): number {
  const file = join(GOLDEN, `${name}.png`)
  if (process.env['GOLDEN'] === 'new') {
    mkdirSync(GOLDEN, { recursive: true })
    writeFileSync(file, png(bitmap))
  }
  if (!existsSync(file)) throw new Error(`there is no picture ${name}: GOLDEN=new keeps one, to be looked at`)
  const { data, width, height } = PNG.sync.read(readFileSync(file))
  if (width !== bitmap.width || height !== bitmap.height) return 1
  let others = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDark = (data[(y * width + x) * 4] ?? 255) < 128
      if (isDark !== isBlack(bitmap, x, y)) others += 1
    }
  }
  return others / (width * height)
}

export const isLikeGolden = (name: string, bitmap: Bitmap) =>
  differenceFromGolden(name, bitmap) <= MOST_OTHER_DOTS

/** @returns the share of black dots in the sheet. */
export function blackness(bitmap: Bitmap): number {
  let black = 0
  for (const byte of bitmap.rows) for (let bit = byte; bit > 0; bit >>= 1) black += bit & 1
  return black / (bitmap.width * bitmap.height)
}
