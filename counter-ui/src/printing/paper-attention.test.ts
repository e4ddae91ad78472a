import { expect, test } from 'vitest'
import type { PrinterStatus, PrintingView } from '#shared/printing.ts'
import { paperAttentionOf } from './paper-attention.ts'

const printer = (id: string, status: PrinterStatus) =>
  ({
    id,
    name: { bg: `Принтер ${id}`, en: `Printer ${id}` },
    status,
  }) as unknown as PrintingView['printers'][number]

test('A printer in trouble comes first, then people without paper, then paper that nears its end', () => {
  const attentions = paperAttentionOf({
    printers: [
      printer('a', { kind: 'ready', paperLow: true }),
      printer('b', { kind: 'trouble', trouble: 'paper-out' }),
      printer('c', { kind: 'ready', paperLow: false }),
    ],
    failed: ['Г 014', 'М 003'],
  })

  expect(attentions.map(({ words }) => words.bg)).toEqual([
    'Принтер b: няма хартия',
    'Без хартиен билет: Г\u00a0014, М\u00a0003',
    'Принтер a: хартията е към края си',
  ])
})

test('Of many without paper the first are named, and the others counted', () => {
  const failed = Array.from({ length: 9 }, (_, index) => `П 00${index + 1}`)

  expect(paperAttentionOf({ printers: [], failed })[0]?.words.bg).toMatch(/П\u00a0005 и още 4$/)
})

test('Where all prints well there is nothing to say', () => {
  const printers = [printer('a', { kind: 'ready', paperLow: false }), printer('b', { kind: 'unknown' })]

  expect(paperAttentionOf({ printers, failed: [] })).toEqual([])
})
