import { Resvg } from '@resvg/resvg-js'
import { blank, type Bitmap } from './bitmap.ts'
import type { Document } from './document.ts'
import { layout, type Drawing } from './layout.ts'
import { openTypeface } from './typeface.ts'

/** @returns what turns documents into dots. It takes its time: in a running hall it works in a thread (`draughtsman.ts`). */
export function openDrawing(): (document: Document, width: number) => Bitmap {
  const face = openTypeface()
  return (document, width) => raster(layout(document, width, face))
}

/** Half grey and darker is a dot. */
const DARK = 128

function raster({ svg, width, height }: Drawing): Bitmap {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  const bitmap = blank(width, height)
  for (let index = 0; index < width * height; index += 1) {
    // Red of RGBA: the drawing is black on white.
    if ((pixels[index * 4] ?? 255) < DARK) {
      const at = index >> 3
      bitmap.rows[at] = (bitmap.rows[at] ?? 0) | (0x80 >> (index & 7))
    }
  }
  return bitmap
}
