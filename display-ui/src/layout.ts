import type { Place } from './sayings.ts'

/**
 * Who sees what from where. All lengths are CSS pixels unless the name says otherwise.
 *
 * EN 301 549, 5.1.4: a capital letter subtends at least 0.7° at the viewing distance, which is 12.2 mm a metre.
 * What has to be read from there is a number and its window: calls are sized by the rule, and so is whatever stands
 * beside them, the windows and the words below the call: what does not fit whole in that size is left out, and the calls
 * have its room. Words that stand instead of calls have the same size in both languages (sayings.ts). Only the foot,
 * which never takes a row from the calls, is as large as it can be. Beside a call English is smaller.
 */

/** Capital height of Sofia Sans, of the em: OS/2 sCapHeight 655 in 1000 units, the same in every weight. */
export const CAP_HEIGHT = 0.655

/** Capital height for each metre of distance, millimetres. */
export const CAP_MM_PER_METRE = 12.2

const MM_PER_INCH = 25.4

// Advance widths at weight 800, of the em, with tabular figures: measured in the browser from the same font.
const DIGIT = 0.63
const LABEL = { 3: 2.99, 4: 3.62 } as const // the widest letters, Ж and Ф, the space after them and the digits
const ARROW = 0.52
const WORD = 0.98 // „Гише“ over “Window”, beside the number
const GAP = 0.22
const COME = 9.4 // „Последно повикване“, the longer of the words below a call
const COME_IN_BOTH = 15.4 // and the same in English beside it
const PLACE = 11.2 // a window's number, its label and „обслужва се“
const PLACE_LINE = 1.16
const CAPTION_LINE = 1.16
/** From one line of capitals to the next, of the em: the lead has its caption between it and what follows. */
const LEAD_LINE = 0.8
const ROW_LINE = 0.86
/** The lead never takes so much that nothing can stand below it. */
const MOST_OF_BOARD = 0.84

export type Room = {
  readonly width: number
  readonly height: number
  /** Metres from the board to the last reader. */
  readonly distance?: number | undefined
  /** Inches, corner to corner. */
  readonly diagonal?: number | undefined
  /** Width by height of the screen as it hangs; left out: the page fills a screen of square pixels. */
  readonly ratio?: number | undefined
  readonly training?: boolean
  /** The longest label's digits, and the longest window number's. */
  readonly labelDigits?: 3 | 4
  readonly windowDigits?: 1 | 2
  /** Whether some window lies to a side, so that arrows need their place. */
  readonly arrows?: boolean
  readonly windows?: number
  /** Whether the foot says at length what everyone must know now. */
  readonly long?: boolean
  /** Whether somebody is called to an official's door: a band of its own above the foot. */
  readonly doors?: boolean
  /** Calls below the lead that must be on the board however many they are. */
  readonly atLeast?: number
}

export type Layout = {
  /** A pixel of a board 1080 pixels high (or, upright, wide). */
  readonly unit: number
  readonly isUpright: boolean
  readonly ribbon: number
  readonly lead: { readonly height: number; readonly font: number; readonly isStacked: boolean }
  /** The words below the call; null: they do not fit in a size that can be read. */
  readonly caption: { readonly height: number; readonly font: number; readonly hasEnglish: boolean } | null
  readonly list: {
    readonly width: number
    readonly rows: number
    readonly columns: number
    readonly font: number
    readonly hasArrows: boolean
    readonly hasWords: boolean
  }
  /** Null: the windows do not fit in a size that can be read, and the calls have their room. */
  readonly panel: { readonly columns: number; readonly rows: number; readonly font: number } | null
  readonly foot: { readonly height: number; readonly font: number }
  /** 0: nobody is called to a door. */
  readonly doors: number
  /** Where words stand instead of calls. Null, here and below: nobody said how far the readers are. */
  readonly message: Place | null
  readonly reading: Reading | null
}

export type Reading = {
  /** The least capital height. */
  readonly capital: number
  /** What reaches the reader: lead and list, the lead alone, or neither. */
  readonly reaches: 'all' | 'lead' | 'none'
  /** From how far each can be read, metres. */
  readonly leadMetres: number
  readonly listMetres: number
}

const DEFAULT_DIAGONAL = 55

/** Where everything goes, and how big: the same room always gives the same board. */
export function layout(room: Room): Layout {
  const {
    width,
    height,
    training = false,
    arrows = true,
    windows = 8,
    atLeast = 0,
    doors: hasDoors = false,
    long = false,
  } = room
  const {
    labelDigits = 3,
    windowDigits = 1,
    distance,
    diagonal = DEFAULT_DIAGONAL,
    ratio = width / height,
  } = room
  const isUpright = height > width
  const unit = isUpright ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)
  const ribbon = training ? 36 * unit : 0
  const doors = hasDoors ? (isUpright ? 214 : 116) * unit : 0
  const pixelsPerMm = height / ((diagonal * MM_PER_INCH) / Math.hypot(1, ratio))
  const capital = distance === undefined ? 0 : distance * CAP_MM_PER_METRE * pixelsPerMm
  const required = capital / CAP_HEIGHT
  const isFar = distance !== undefined
  const footFont = isFar ? Math.min(110 * unit, Math.max(30 * unit, required)) : 30 * unit
  const footHeight = Math.max((isUpright ? 230 : long ? 176 : 104) * unit, footFont * (long ? 2 : 1.3))
  const foot = footHeight

  const label = LABEL[labelDigits]
  const number = windowDigits * DIGIT
  const arrow = arrows ? ARROW + GAP / 2 : 0
  const margin = 48 * unit

  const hasCaption = isFar && required * COME <= width - 2 * margin && required * 2 <= height / 3
  const caption = hasCaption
    ? {
        font: Math.max(required, 42 * unit),
        height: Math.max(required, 42 * unit) * CAPTION_LINE,
        hasEnglish: Math.max(required, 42 * unit) * COME_IN_BOTH <= width - 2 * margin,
      }
    : null

  const lead = sizeLead(
    {
      width: width - 2 * margin,
      height: (height - ribbon - foot - doors) * MOST_OF_BOARD,
      third: height / 3,
      unit,
      required,
    },
    [
      {
        isStacked: false,
        lines: 1,
        ems: label + GAP + arrow + WORD + number,
        caption: caption?.height ?? (isFar ? 0 : 92 * unit),
      },
      {
        isStacked: true,
        lines: 2,
        ems: Math.max(label, arrow + WORD + number),
        caption: caption?.height ?? (isFar ? 0 : 170 * unit),
      },
    ],
  )

  const rowEms = (withArrow: boolean) => label + GAP + (withArrow ? arrow : 0) + number
  const below = height - ribbon - foot - doors - lead.height - 16 * unit
  const panel = sizePanel()
  // A heading is for whoever stands near: where the windows had to go, it goes too.
  const headings = panel === null ? 16 * unit : 52 * unit
  const panelHeight = isUpright && panel !== null ? panel.rows * panel.font * 1.78 + 72 * unit : 0
  const panelWidth =
    isUpright || panel === null
      ? 0
      : isFar
        ? panel.font * PLACE + 72 * unit
        : (470 + 330 * (panel.columns - 1)) * unit
  const listHeight = below - headings - panelHeight

  const rowWidest = width - panelWidth - 2 * margin
  const hasArrows = required * rowEms(true) <= rowWidest
  const ems = rowEms(hasArrows)
  const widestFont = rowWidest / ems
  const rowsThatFit = (font: number) => Math.floor(listHeight / (font * ROW_LINE))
  const reachesList = required <= widestFont && rowsThatFit(required) >= 1
  const usual = isUpright ? 6 : 4
  // Where the width alone is too small for the distance, the height may still hold several rows.
  const rows = required === 0 ? usual : Math.max(1, rowsThatFit(Math.min(required, widestFont)))
  // Without the windows beside them two calls may stand side by side, if each can still be read.
  const columns = isFar && panelWidth === 0 && 2 * (required * ems + 44 * unit) <= rowWidest ? 2 : 1
  // The list keeps its width when it must hold more calls than planned: nothing else on the board moves.
  const plannedFont = Math.max(1, Math.min(widestFont, listHeight / rows / ROW_LINE))
  const listWidth = Math.max(
    panelWidth === 0 ? width : Math.min(isFar ? width : width * 0.66, rowWidest + 2 * margin),
    plannedFont * ems + 2 * margin,
  )
  const list = sizeList(
    {
      width: listWidth - 2 * margin,
      height: listHeight,
      ems,
      marker: 44 * unit,
      most: isFar ? Math.max(required, lead.font * 0.94) : Infinity,
    },
    Math.max(rows * columns, atLeast),
    rows,
  )
  const wordsWidth = 330 * unit

  return {
    unit,
    isUpright,
    ribbon,
    lead,
    list: {
      ...list,
      width: listWidth,
      hasArrows,
      hasWords: !isFar && list.columns === 1 && list.font * ems + 2 * margin + wordsWidth <= listWidth,
    },
    caption: isFar
      ? caption
      : { font: 42 * unit, height: (lead.isStacked ? 170 : 92) * unit, hasEnglish: true },
    panel,
    foot: { height: footHeight, font: footFont },
    doors,
    message: isFar
      ? {
          width: width - 2 * margin,
          height: height - ribbon - foot - doors - 16 * unit,
          font: Math.max(required, 90 * unit),
          line: 1,
          least: required - 0.5, // what rounding costs
        }
      : null,
    reading: distance === undefined ? null : reading(),
  }

  function sizePanel(): Layout['panel'] {
    const columns = isUpright ? 2 : Math.ceil(windows / 10)
    const rows = Math.ceil(windows / columns)
    if (!isFar)
      return isUpright || (below - 52 * unit) / rows >= 44 * unit ? { columns, rows, font: 36 * unit } : null
    const font = Math.max(required, 36 * unit)
    const rowsThatFit = Math.floor((below - 52 * unit) / (font * PLACE_LINE))
    const widthLeft = width - (font * PLACE + 72 * unit) - 2 * margin
    if (isUpright || rowsThatFit < 2 || widthLeft < required * rowEms(true)) return null
    return { columns: 1, rows: Math.min(windows, rowsThatFit), font }
  }

  function reading(): Reading {
    const metres = (font: number) => (font * CAP_HEIGHT) / pixelsPerMm / CAP_MM_PER_METRE
    // Half a pixel is what rounding costs, not what the eye sees.
    const reaches = lead.font + 0.5 < required ? 'none' : reachesList ? 'all' : 'lead'
    return { capital, reaches, leadMetres: metres(lead.font), listMetres: metres(list.font) }
  }
}

type Space = { width: number; height: number; third: number; unit: number; required: number }
type Form = { isStacked: boolean; lines: number; ems: number; caption: number }

/** The lead has the upper third, more only where the distance asks for it; of the forms, the one with the larger type. */
function sizeLead({ width, height, third, unit, required }: Space, forms: readonly Form[]): Layout['lead'] {
  const air = 32 * unit
  const sized = forms.map(({ isStacked, lines, ems, caption }) => {
    const heightFor = (font: number) => lines * font * LEAD_LINE + caption + air
    const room = Math.min(height, Math.max(third, heightFor(required)))
    const font = Math.max(1, Math.min(width / ems, (room - caption - air) / (lines * LEAD_LINE)))
    return { isStacked, font, height: Math.max(third, heightFor(font)) }
  })
  return sized.reduce((best, each) => (each.font > best.font ? each : best))
}

/**
 * Rows that hold `count` calls. As many as were planned stand one under another; when more calls are fresh than that,
 * none falls off: the type shrinks, in as many columns as leave it largest.
 */
function sizeList(
  area: { width: number; height: number; ems: number; marker: number; most: number },
  count: number,
  planned: number,
) {
  const choices = (count > planned ? [1, 2, 3] : [1]).map((columns) => {
    const rows = Math.ceil(count / columns)
    // Side by side, each column has its own margin for the bar that marks a fresh call.
    const width = columns === 1 ? area.width : area.width / columns - area.marker
    const font = Math.min(area.most, width / area.ems, area.height / rows / ROW_LINE)
    return { rows, columns, font: Math.max(1, font) }
  })
  return choices.reduce((best, each) => (each.font > best.font ? each : best))
}

/** @param search of the page's address: `?distance=10&screen=55&ratio=16:9` (metres, inches, as it hangs). */
export function readSizing(search: string): Pick<Room, 'distance' | 'diagonal' | 'ratio'> {
  const parameters = new URLSearchParams(search)
  const positive = (text: string | null, most: number) => {
    const value = Number((text ?? '').replace(',', '.'))
    return value > 0 && value <= most ? value : undefined
  }
  const [across, down = '1'] = (parameters.get('ratio') ?? '').split(/[:/x]/)
  const [wide, high] = [positive(across ?? null, 100), positive(down, 100)]
  return {
    distance: positive(parameters.get('distance'), 100),
    diagonal: positive(parameters.get('screen'), 500),
    ratio: wide === undefined || high === undefined ? undefined : wide / high,
  }
}
