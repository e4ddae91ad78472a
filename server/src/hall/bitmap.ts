/** Dots on paper: rows from top to bottom, eight dots a byte, the leftmost in the highest bit, 1 is black. */
export type Bitmap = {
  /** Dots, a multiple of eight. */
  readonly width: number
  readonly height: number
  readonly rows: Uint8Array
}

export function blank(width: number, height: number): Bitmap {
  return { width, height, rows: new Uint8Array((width / 8) * height) }
}

export function isBlack({ width, rows }: Bitmap, x: number, y: number): boolean {
  return ((rows[(y * width) / 8 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}
