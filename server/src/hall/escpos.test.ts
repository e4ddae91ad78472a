import { describe, expect, test } from 'vitest'
import { blank } from './bitmap.ts'
import { bands, isDoneByte, isStatusByte, readStatus } from './escpos.ts'

describe('A picture for a printer', () => {
  test('is cut into bands, each with its own size', () => {
    const sizes = bands(blank(576, 150)).map((band) => [
      band.readUInt16LE(4),
      band.readUInt16LE(6),
      band.length - 8,
    ])

    expect(sizes).toEqual([
      [72, 64, 72 * 64],
      [72, 64, 72 * 64],
      [72, 22, 72 * 22],
    ])
  })

  test.each([
    ['asks for the status', [0x10, 0x04, 0x01]],
    ['asks to recover', [0x10, 0x05, 0x02]],
    ['clears the memory', [0x10, 0x14, 0x08]],
    ['would ask, with the next band', [0x00, 0x00, 0x10]],
  ])('holds nothing that %s', (_what, dots) => {
    const [band = Buffer.alloc(0)] = bands({ width: 24, height: 1, rows: Uint8Array.from(dots) })

    expect([...band.subarray(8)].filter((byte, index, all) => byte === 0x10 && index < all.length)).toEqual(
      [],
    )
    expect([...band.subarray(8)].map((byte) => byte & 0xfe)).toEqual(dots.map((byte) => byte & 0xfe))
  })

  test('is otherwise sent dot for dot', () => {
    const rows = Uint8Array.from({ length: 72 * 64 }, (_, index) => (index * 7) & 0xef)

    expect(bands({ width: 576, height: 64, rows })[0]?.subarray(8)).toEqual(Buffer.from(rows))
  })
})

describe('What a printer answers', () => {
  test.each([
    ['all is well', [0x12, 0x12, 0x12, 0x12], { kind: 'ready', paperLow: false }],
    ['the paper is near its end', [0x12, 0x12, 0x12, 0x1e], { kind: 'ready', paperLow: true }],
    ['the paper is out', [0x1a, 0x32, 0x12, 0x7e], { kind: 'trouble', trouble: 'paper-out' }],
    ['the cover is open', [0x1a, 0x16, 0x12, 0x12], { kind: 'trouble', trouble: 'cover-open' }],
    [
      'the cover is open and the paper out',
      [0x1a, 0x36, 0x12, 0x72],
      { kind: 'trouble', trouble: 'cover-open' },
    ],
    ['the blade is stuck', [0x1a, 0x52, 0x1a, 0x12], { kind: 'trouble', trouble: 'printer-error' }],
    ['it is switched off line', [0x1a, 0x12, 0x12, 0x12], { kind: 'trouble', trouble: 'offline' }],
  ])('is understood: %s', (_what, bytes, status) => {
    expect(readStatus(bytes)).toEqual(status)
  })

  test('to a status request is never taken for „done“', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte)

    expect(bytes.filter((byte) => isStatusByte(byte) && isDoneByte(byte))).toEqual([])
    expect([0x00, 0x03, 0x0f].map(isDoneByte)).toEqual([true, true, true])
  })
})
