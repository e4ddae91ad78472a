import { crc32, deflateSync } from 'node:zlib'
import type { Bitmap } from './bitmap.ts'

/** A bitmap as a PNG of one bit a dot (W3C PNG, third edition, 5 and 11.2). */
export function png({ width, height, rows }: Bitmap): Buffer {
  const stride = width / 8
  const scanlines = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    // Each line begins with its filter, 0: none. In PNG 0 is black, on paper 1.
    for (let x = 0; x < stride; x += 1)
      scanlines[y * (stride + 1) + 1 + x] = ~(rows[y * stride + x] ?? 0) & 0xff
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1 // bit a sample; grey, no interlacing
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
