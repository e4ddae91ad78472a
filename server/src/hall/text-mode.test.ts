import { describe, expect, test } from 'vitest'
import { text, type Document } from './document.ts'
import { textMode } from './text-mode.ts'

const slip: Document = {
  title: 'Г 014',
  blocks: [
    { kind: 'label', text: 'Г\u00a0014' },
    text('Вашият номер – „Г“ № 14, 5,11 € …', { align: 'centre' }),
    { kind: 'fact', name: 'Чакащи пред Вас', value: '5' },
    { kind: 'list', items: ['Лична карта'], size: 'body' },
    { kind: 'qr', text: 'https://gishe.example/t#pernik/abc' },
  ],
}

describe('A ticket in the printer’s own letters', () => {
  test.each([
    ['windows-1251', 46],
    ['ibm866', 17],
    ['koi8-r', 30],
    ['iso-8859-5', 34],
  ])('is readable in code page %s', (codePage, number) => {
    const bytes = textMode(slip, 576, { codePage, number })
    const read = new TextDecoder(codePage).decode(bytes)

    expect([...bytes.subarray(0, 3)]).toEqual([0x1b, 0x74, number])
    for (const words of ['Г 014', 'Вашият номер', 'Чакащи пред Вас', 'Лична карта'])
      expect(read).toContain(words)
    expect(read).not.toContain('?')
  })

  test('writes plainly what the code page has no sign for', () => {
    const read = new TextDecoder('ibm866').decode(textMode(slip, 576, { codePage: 'ibm866', number: 17 }))

    expect(read).toContain('Вашият номер - "Г" № 14, 5,11 EUR ...')
  })

  test('puts a value at the right edge of the paper', () => {
    for (const [dots, columns] of [
      [576, 48],
      [384, 32],
    ] as const) {
      const read = new TextDecoder('windows-1251').decode(
        textMode(slip, dots, { codePage: 'windows-1251', number: 46 }),
      )
      expect(read).toContain(`Чакащи пред Вас${' '.repeat(columns - 16)}5\n`)
    }
  })

  test('lets the printer draw the code', () => {
    const bytes = textMode(slip, 576, { codePage: 'windows-1251', number: 46 })
    expect(bytes.includes(Buffer.from('https://gishe.example/t#pernik/abc'))).toBe(true)
  })
})
