import { clockFace } from '#shared/client/format.ts'
import type { Instant } from '#shared/instant.ts'
import { dateBg } from '#shared/words/rejections.ts'
import type { Printer } from '../domain/printing.ts'
import { text, type Document } from './document.ts'
import { words } from './words.ts'

const ALPHABET = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ'

type Facts = {
  readonly printer: Printer
  readonly municipality: string
  readonly date: string
  readonly at: Instant
  readonly zone: string
  /** Where a phone is led by the page's code. */
  readonly address: string
}

/** @returns a page that shows whether every letter, the darkness, the width and the code come out right. */
export function testPage({ printer, municipality, date, at, zone, address }: Facts): Document {
  return {
    title: printer.id,
    blocks: [
      { kind: 'banner', text: `${words.testPage.bg} · ${words.testPage.en}` },
      text(municipality, { weight: 'bold', align: 'centre' }),
      text(`${dateBg(date)}, ${clockFace(at, zone)} ч.`, { align: 'centre' }),
      { kind: 'rule' },
      { kind: 'fact', name: words.printer.bg, value: printer.id },
      { kind: 'fact', name: words.paper.bg, value: `${printer.paper} мм` },
      text(printer.name.bg, { size: 'small' }),
      { kind: 'label', text: 'Ж\u00a0099' },
      text(words.letters.bg, { weight: 'bold' }),
      text(spaced(ALPHABET)),
      text(spaced(ALPHABET.toLowerCase())),
      text('ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz'),
      text('0123456789 № € § % & @ „кавички“ “quotes” – … ·'),
      text('Çç Ğğ İı Öö Şş Üü Ää ẞß', { size: 'body' }),
      text(spaced(ALPHABET.toLowerCase()), { size: 'small' }),
      { kind: 'rule' },
      text(words.darkness.bg, { size: 'small' }),
      { kind: 'pattern' },
      { kind: 'qr', text: address },
      text(words.testCode.bg, { size: 'small', align: 'centre' }),
    ],
  }
}

/** With room to break the line. */
function spaced(letters: string): string {
  return letters.replace(/(.{10})/g, '$1 ').trim()
}
