import { encode } from 'uqr'
import type { Block, Document, TextSize, Weight } from './document.ts'
import type { Typeface } from './typeface.ts'

/** A document as a drawing for one width of paper, in the printer's dots (8 a millimetre). */
export type Drawing = { readonly width: number; readonly height: number; readonly svg: string }

const DOTS_PER_MM = 8
/** What the head prints to the edge of is often cut by the case: a little air. */
const MARGIN = DOTS_PER_MM
type Sizes = { readonly [S in TextSize]: number }
const WIDE: Sizes = { small: 23, body: 28, large: 38 }
/** On narrow paper smaller type, or a word fills a line: body is still 3 mm. */
const NARROW: Sizes = { small: 20, body: 24, large: 32 }
const WIDE_FROM = 480
const LEADING = 1.22
/** Where the baseline lies in a line of text. */
const ASCENT = 0.92
/** The label: cap height is 0.7 of the size; larger than this says nothing more. */
const LARGEST_LABEL = 280
const CAPITAL = 0.7
/** A dark module smaller than this is not read by every phone: 0.5 mm. */
const LEAST_MODULE = 4
const QUIET_MODULES = 4
const BULLET = 24

/** Lays the blocks out from top to bottom. @param width of the paper, dots. */
export function layout(document: Document, width: number, face: Typeface): Drawing {
  const marks: string[] = []
  let y = MARGIN
  for (const block of document.blocks) {
    const laid = layBlock(block, y, width, face)
    marks.push(laid.svg)
    y += laid.height
  }
  const height = Math.ceil(y + MARGIN)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${marks.join('')}</svg>`
  return { width, height, svg }
}

type Laid = { readonly height: number; readonly svg: string }

function layBlock(block: Block, y: number, width: number, face: Typeface): Laid {
  const inner = width - 2 * MARGIN
  const sizes = sizesFor(width)
  switch (block.kind) {
    case 'text': {
      const { size, weight, align } = block
      return lines({ text: block.text, x: MARGIN, y, width: inner, size: sizes[size], weight, align }, face)
    }
    case 'label':
      return layLabel(block.text, y, width, face)
    case 'banner':
      return layBanner(block.text, y, width, face)
    case 'fact':
      return layFact(block.name, block.value, y, width, face)
    case 'list':
      return layList(block.items, sizes[block.size], y, width, face)
    case 'qr':
      return layQr(block.text, y, width)
    case 'rule':
      return {
        height: 3 * DOTS_PER_MM,
        svg: `<rect x="${MARGIN}" y="${y + 11}" width="${inner}" height="2"/>`,
      }
    case 'gap':
      return { height: 2 * DOTS_PER_MM, svg: '' }
    case 'pattern':
      return layPattern(y, width)
  }
}

function sizesFor(width: number): Sizes {
  return width < WIDE_FROM ? NARROW : WIDE
}

type Lines = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly weight: Weight
  readonly align: 'left' | 'centre'
}

function lines({ text, x, y, width, size, weight, align }: Lines, face: Typeface): Laid {
  const wrapped = wrap(text, width / size, (piece) => face.width(piece, weight))
  const step = size * LEADING
  const svg = wrapped.map((line, index) => {
    const free = width - face.width(line, weight) * size
    const from = align === 'centre' ? x + free / 2 : x
    return face.draw(line, { x: from, y: y + index * step + size * ASCENT, size, weight })
  })
  return { height: Math.ceil(wrapped.length * step), svg: svg.join('') }
}

/**
 * Breaks a text into lines of at most the width. A word longer than a line is broken where the line ends.
 * @param width in the unit of `measure`
 */
export function wrap(text: string, width: number, measure: (piece: string) => number): readonly string[] {
  const broken: string[] = []
  for (const word of text.split(' ')) {
    const last = broken.at(-1)
    const together = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(together) <= width) broken[broken.length - 1] = together
    else broken.push(...pieces(word, width, measure))
  }
  return broken
}

function pieces(word: string, width: number, measure: (piece: string) => number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

function layLabel(label: string, y: number, width: number, face: Typeface): Laid {
  const inner = width - 2 * MARGIN
  const size = Math.min(LARGEST_LABEL, Math.floor(inner / face.width(label, 'bold')))
  const air = 2 * DOTS_PER_MM
  const x = (width - face.width(label, 'bold') * size) / 2
  const height = Math.ceil(size * CAPITAL)
  return {
    height: height + 2 * air,
    svg: face.draw(label, { x, y: y + air + height, size, weight: 'bold' }),
  }
}

function layBanner(text: string, y: number, width: number, face: Typeface): Laid {
  const air = DOTS_PER_MM
  const size = sizesFor(width).large
  const inside = { x: 2 * MARGIN, y: y + air, width: width - 4 * MARGIN }
  const words = lines({ text, ...inside, size, weight: 'bold', align: 'centre' }, face)
  const height = words.height + 2 * air
  return {
    height: height + DOTS_PER_MM,
    svg: `<rect x="${MARGIN}" y="${y}" width="${width - 2 * MARGIN}" height="${height}"/><g fill="#fff">${words.svg}</g>`,
  }
}

/** The value stands at the right edge, on the last line of the name; under it where both don't fit. */
function layFact(name: string, value: string, y: number, width: number, face: Typeface): Laid {
  const inner = width - 2 * MARGIN
  const { body: size, large } = sizesFor(width)
  const reach = face.width(value, 'bold') * large
  const left = inner - reach - 2 * DOTS_PER_MM
  if (left < inner / 3) {
    const above = lines(
      { text: name, x: MARGIN, y, width: inner, size, weight: 'regular', align: 'left' },
      face,
    )
    const below = lines(
      {
        text: value,
        x: MARGIN,
        y: y + above.height,
        width: inner,
        size: large,
        weight: 'bold',
        align: 'left',
      },
      face,
    )
    return { height: above.height + below.height, svg: above.svg + below.svg }
  }
  const drop = (large - size) * ASCENT
  const names = lines(
    { text: name, x: MARGIN, y: y + drop, width: left, size, weight: 'regular', align: 'left' },
    face,
  )
  const baseline = y + drop + names.height - size * LEADING + size * ASCENT
  const number = face.draw(value, { x: MARGIN + inner - reach, y: baseline, size: large, weight: 'bold' })
  return { height: Math.ceil(names.height + drop + large * 0.2), svg: names.svg + number }
}

function layList(items: readonly string[], size: number, y: number, width: number, face: Typeface): Laid {
  let height = 0
  const svg = items.map((item) => {
    const top = y + height
    const laid = lines(
      {
        text: item,
        x: MARGIN + BULLET,
        y: top,
        width: width - 2 * MARGIN - BULLET,
        size,
        weight: 'regular',
        align: 'left',
      },
      face,
    )
    height += laid.height
    return `<rect x="${MARGIN + 4}" y="${top + size * 0.52}" width="9" height="9"/>${laid.svg}`
  })
  return { height, svg: svg.join('') }
}

/** Modules of whole dots, so that not one is blurred; as large as half the paper's width, never under half a millimetre. */
function layQr(text: string, y: number, width: number): Laid {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const whole = size + 2 * QUIET_MODULES
  const module = Math.max(LEAST_MODULE, Math.floor(Math.max(width / 2, 240) / whole))
  const left = Math.floor((width - size * module) / 2)
  const top = Math.ceil(y) + QUIET_MODULES * module
  const bars = data.flatMap((row, index) => {
    const at = top + index * module
    return row.flatMap((dark, x) =>
      dark ? [`M${left + x * module} ${at}h${module}v${module}h-${module}z`] : [],
    )
  })
  return {
    height: whole * module,
    svg: `<path shape-rendering="crispEdges" d="${bars.join('')}"/>`,
  }
}

function layPattern(y: number, width: number): Laid {
  const inner = width - 2 * MARGIN
  const comb = Array.from(
    { length: Math.floor(inner / 8) },
    (_, index) => `M${MARGIN + index * 8} ${Math.ceil(y)}h4v32h-4z`,
  )
  const steps = Array.from({ length: 8 }, (_, index) => {
    const from = MARGIN + Math.floor((index * inner) / 8)
    const length = Math.floor(inner / 8) - 8
    return `M${from} ${Math.ceil(y) + 40}h${length}v${4 + index * 4}h-${length}z`
  })
  return { height: 88, svg: `<path shape-rendering="crispEdges" d="${comb.join('')}${steps.join('')}"/>` }
}
