import { createRequire } from 'node:module'
import { openSync, type Font } from 'fontkit'
import type { Weight } from './document.ts'

/**
 * Sofia Sans as outlines. Its Cyrillic is Bulgarian by default; we shape the letters ourselves, because a printer's own
 * letters, and a renderer's choice of font, are nobody's promise.
 */
export type Typeface = {
  /** @returns how far the text reaches, in units of its size. */
  readonly width: (text: string, weight: Weight) => number
  /** @returns SVG of the text, its baseline beginning at x, y. */
  readonly draw: (text: string, place: Placed) => string
}

type Placed = {
  readonly x: number
  readonly y: number
  /** Size in dots. */
  readonly size: number
  readonly weight: Weight
}

/** A word as it is drawn, in thousandths of the font's size, from an origin of its own. */
type Drawn = { readonly advance: number; readonly path: string }
const EM = 1_000 // a path's SVG is rounded to hundredths: of these

/** Heavier than on a screen: a thermal head eats thin strokes. */
const FILES: { readonly [W in Weight]: number } = { regular: 500, bold: 800 }
/** Searched in this order; together they hold Bulgarian, English and the other languages of Europe in Latin letters. */
const SUBSETS = ['cyrillic', 'latin', 'latin-ext'] as const
/** Words drawn once are remembered: nearly all of a ticket is the same as the one before. */
const MOST_REMEMBERED = 3_000

/** Opens the typeface. It takes some tens of milliseconds and megabytes: only a hall with a printer does it. */
export function openTypeface(): Typeface {
  const find = createRequire(import.meta.url)
  const fonts = new Map<string, Font>()
  const remembered = new Map<string, Drawn>()

  function font(subset: string, weight: Weight): Font {
    const name = `@fontsource/sofia-sans/files/sofia-sans-${subset}-${FILES[weight]}-normal.woff2`
    const known = fonts.get(name)
    if (known) return known
    const opened = openSync(find.resolve(name))
    if (!('glyphForCodePoint' in opened)) throw new Error(`${name} holds several fonts`)
    fonts.set(name, opened)
    return opened
  }

  function word(text: string, weight: Weight): Drawn {
    const key = `${weight} ${text}`
    const known = remembered.get(key)
    if (known) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const drawn = drawWord(text, (character) => fontOf(character, weight))
    remembered.set(key, drawn)
    return drawn
  }

  function fontOf(character: string, weight: Weight): Font {
    const code = character.codePointAt(0) ?? 0
    const subset = SUBSETS.find((each) => font(each, weight).hasGlyphForCodePoint(code)) ?? 'latin'
    return font(subset, weight)
  }

  return {
    width: (text, weight) => pieces(text).reduce((sum, piece) => sum + word(piece, weight).advance, 0) / EM,
    draw(text, { x, y, size, weight }) {
      let at = 0
      const paths = pieces(text).map((piece) => {
        const { advance, path } = word(piece, weight)
        const placed = path === '' ? '' : `<path transform="translate(${round(at)})" d="${path}"/>`
        at += advance
        return placed
      })
      return `<g transform="translate(${round(x)} ${round(y)}) scale(${size / EM} ${-size / EM})">${paths.join('')}</g>`
    },
  }
}

/** Words and the spaces between them, each remembered by itself. */
function pieces(text: string): readonly string[] {
  return text.split(/( )/).filter((piece) => piece !== '')
}

function drawWord(text: string, fontOf: (character: string) => Font): Drawn {
  let advance = 0
  let path = ''
  for (const run of runs(text, fontOf)) {
    const scale = EM / run.font.unitsPerEm
    const { glyphs, positions } = run.font.layout(run.text)
    glyphs.forEach((glyph, index) => {
      const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {}
      path += glyph.path
        .scale(scale, scale)
        .translate(advance + xOffset * scale, 0)
        .toSVG()
      advance += xAdvance * scale
    })
  }
  return { advance, path }
}

/** Neighbours of one font are shaped together, so that they keep their kerning. */
function runs(
  text: string,
  fontOf: (character: string) => Font,
): readonly { readonly font: Font; readonly text: string }[] {
  const found: { font: Font; text: string }[] = []
  for (const character of text) {
    const font = fontOf(character)
    const last = found.at(-1)
    if (last?.font === font) last.text += character
    else found.push({ font, text: character })
  }
  return found
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
