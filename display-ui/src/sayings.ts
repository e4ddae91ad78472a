import type { Bilingual } from '#shared/ids.ts'

/** Words that stand on the board in one of its languages. */
export type Saying = { readonly text: string; readonly language: 'bg' | 'en' }

/** What stands at a time where not everything can be read at once from far off, and the size of its type in pixels. */
export type Page = { readonly sayings: readonly Saying[]; readonly font: number }

export type Slot = {
  readonly width: number
  readonly height: number
  /** As large as the distance asks for, or more where there is room; what is shorter is not made larger. */
  readonly font: number
  /** From one line to the next, of the em. */
  readonly line: number
}

/** A slot in which it must be possible to read what stands there. */
export type Place = Slot & {
  /** The size that the distance asks for, in pixels. */
  readonly least: number
}

/** What there is to say, a piece after another, each in few words. */
export type Brief = {
  readonly must: readonly Bilingual[]
  /** Only where it can be read. */
  readonly more?: readonly Bilingual[]
}

/** Between sayings that stand one below another, of the em: on the average, see message.css. */
const BETWEEN = 0.3

// Advance widths at weight 800, of the em, measured in the browser from the same font and rounded up.
const WIDTHS: readonly (readonly [number, string])[] = [
  [0.2, ' \u00a0'],
  [0.3, 'ijlIJ.,:;!·/’()'],
  [0.4, 'frt'],
  [0.5, 'ГгзLsz?-„“”'],
  [0.55, 'ЕабвдеийклнорсухчьяEFabcdegkopquvxy'],
  [0.6, 'БВЗРТЬпцъBPSTYZhn'],
  [0.65, 'АКЛСУХЧЪЯмACDKRVX0123456789≥≤№'],
  [0.7, 'ДИЙНОПЦGHNOQU'],
  [0.85, 'ФМжтфшщюMmw–…'],
]
const WIDEST = 0.95
const widths = new Map(WIDTHS.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width])))

/** @returns both languages, Bulgarian first. */
export function bothSayings({ bg, en }: Bilingual): readonly Saying[] {
  return [
    { text: bg, language: 'bg' },
    { text: en, language: 'en' },
  ]
}

/** @returns the largest size, in pixels, in which the texts stand one below another in the slot, broken only at words. */
export function fittedFont(texts: readonly string[], { width, height, font, line }: Slot): number {
  const fits = (size: number) => {
    const lines = texts.reduce((sum, text) => sum + linesOf(text, width / size), 0)
    return (lines * line + (texts.length - 1) * BETWEEN) * size <= height
  }
  if (fits(font)) return font
  let [small, large] = [0, font]
  while (large - small > 0.5) {
    const middle = (small + large) / 2
    if (fits(middle)) small = middle
    else large = middle
  }
  return small
}

/**
 * @returns everything at once if it can be read so; else a piece at a time, or, where that is too much, a language.
 * What must be said and does not fit even alone is as large as it can be.
 */
export function pages({ must, more = [] }: Brief, place: Place): readonly Page[] {
  const pieces = [...must, ...more.filter((piece) => pieceFont(piece, place) >= place.least)].map(bothSayings)
  const ways = [[pieces.flat()], pieces, pieces.flat().map((saying) => [saying])].map((way) =>
    way.map((sayings) => {
      const texts = sayings.map(({ text }) => text)
      return { sayings, font: fittedFont(texts, place) }
    }),
  )
  return ways.find((way) => way.every(({ font }) => font >= place.least)) ?? ways.at(-1) ?? []
}

/** @returns the largest size in which each language of it, alone, has its place. */
export function pieceFont({ bg, en }: Bilingual, slot: Slot): number {
  return Math.min(fittedFont([bg], slot), fittedFont([en], slot))
}

/** @returns how many lines, each so many ems wide, the text takes; infinitely many if a word of it is wider. */
function linesOf(text: string, ems: number): number {
  let [lines, left] = [1, ems]
  for (const word of text.split(' ')) {
    const wide = emsOf(word)
    if (wide > ems) return Infinity
    if (wide > left) [lines, left] = [lines + 1, ems]
    left -= wide + emsOf(' ')
  }
  return lines
}

function emsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (widths.get(letter) ?? WIDEST), 0)
}
