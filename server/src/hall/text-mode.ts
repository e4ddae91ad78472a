import type { Block, Document, TextSize } from './document.ts'
import { wrap } from './layout.ts'

/** A document in the printer's own letters, for a printer set to a code page. */

const ESC = 0x1b
const GS = 0x1d
/** How wide a printer's letter is: font A, 12 dots. */
const LETTER_DOTS = 12
/** How many times as wide and high a size is. */
const TIMES: { readonly [S in TextSize]: number } = { small: 1, body: 1, large: 2 }

export type CodePage = {
  /** A label of the encoding standard, e.g. `windows-1251`. */
  readonly codePage: string
  /** What the printer calls it (ESC t). */
  readonly number: number
}

/** @param width of the paper, dots. @returns bytes to be sent between INITIALISE and the end of the sheet. */
export function textMode(document: Document, width: number, { codePage, number }: CodePage): Buffer {
  const encode = encoder(codePage)
  const columns = Math.floor(width / LETTER_DOTS)
  const parts = document.blocks.flatMap((block) => blockBytes(block, columns, encode))
  return Buffer.concat([Buffer.from([ESC, 0x74, number]), ...parts])
}

type Encode = (text: string) => Buffer

function blockBytes(block: Block, columns: number, encode: Encode): readonly Buffer[] {
  switch (block.kind) {
    case 'text': {
      const times = TIMES[block.size]
      return styled(
        { centre: block.align === 'centre', bold: block.weight === 'bold', times },
        broken(block.text, columns / times),
        encode,
      )
    }
    case 'label': {
      const times = Math.min(8, Math.max(1, Math.floor(columns / block.text.length)))
      return styled({ centre: true, bold: true, times }, [block.text], encode)
    }
    case 'banner':
      return [
        Buffer.from([GS, 0x42, 1]),
        ...styled({ centre: true, bold: true, times: 1 }, broken(` ${block.text} `, columns), encode),
        Buffer.from([GS, 0x42, 0]),
      ]
    case 'fact':
      return styled({ centre: false, bold: false, times: 1 }, fact(block.name, block.value, columns), encode)
    case 'list':
      return styled(
        { centre: false, bold: false, times: 1 },
        block.items.flatMap((item) =>
          broken(item, columns - 2).map((line, index) => `${index === 0 ? '-' : ' '} ${line}`),
        ),
        encode,
      )
    case 'qr':
      return qr(block.text)
    case 'rule':
      return [encode(`${'-'.repeat(columns)}\n`)]
    case 'gap':
      return [encode('\n')]
    case 'pattern':
      return [encode(`${'#'.repeat(columns)}\n`)]
  }
}

type Style = { readonly centre: boolean; readonly bold: boolean; readonly times: number }

function styled({ centre, bold, times }: Style, lines: readonly string[], encode: Encode): readonly Buffer[] {
  const size = ((times - 1) << 4) | (times - 1)
  return [
    Buffer.from([ESC, 0x61, centre ? 1 : 0, ESC, 0x45, bold ? 1 : 0, GS, 0x21, size]),
    encode(lines.map((line) => `${line}\n`).join('')),
    Buffer.from([ESC, 0x61, 0, ESC, 0x45, 0, GS, 0x21, 0]),
  ]
}

function fact(name: string, value: string, columns: number): readonly string[] {
  const lines = broken(name, columns - value.length - 2)
  const last = lines.at(-1) ?? ''
  return [...lines.slice(0, -1), `${last.padEnd(columns - value.length)}${value}`]
}

function broken(text: string, columns: number): readonly string[] {
  return wrap(text, columns, (piece) => piece.length)
}

/** The printer draws the code itself (GS ( k): model 2, modules of 6 dots, correction M. */
function qr(text: string): readonly Buffer[] {
  const data = Buffer.from(text, 'utf8')
  const order = (...bytes: readonly number[]) =>
    Buffer.from([GS, 0x28, 0x6b, bytes.length & 0xff, bytes.length >> 8, ...bytes])
  return [
    Buffer.from([ESC, 0x61, 1]),
    order(0x31, 0x41, 0x32, 0),
    order(0x31, 0x43, 6),
    order(0x31, 0x45, 0x31),
    order(0x31, 0x50, 0x30, ...data),
    order(0x31, 0x51, 0x30),
    Buffer.from([ESC, 0x61, 0]),
  ]
}

/** What a code page has no sign for, and what stands for it. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2009': ' ',
  '„': '"',
  '“': '"',
  '”': '"',
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '№': 'No',
  '€': 'EUR',
  '·': '-',
}

/** @returns how texts are written in the code page; a sign that it has not becomes a plain one. */
function encoder(codePage: string): Encode {
  const decoder = new TextDecoder(codePage)
  const bytes = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decoder.decode(Uint8Array.of(byte)), byte)
  const written = (character: string): readonly number[] => {
    const byte = bytes.get(character)
    if (byte !== undefined && character !== '\u00a0') return [byte]
    const plain = PLAIN[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '')
    if (plain === character) return [0x3f]
    return Array.from(plain).flatMap(written)
  }
  return (text) => Buffer.from(Array.from(text).flatMap(written))
}
