import type { Bilingual } from '#shared/ids.ts'
import type { WaitsView } from '#shared/waits.ts'
import { waitOfLetter, words } from './words.ts'

/** What the foot says to readers far off: one thing after another, in one language at a time. */
export type FootTurn = { readonly text: string; readonly language: 'bg' | 'en' }

/** Of the em, with a little to spare: how wide letters are on the average, and how far lines stand apart. */
const LETTER = 0.57
const LINE = 1.12
const MOST_LINES = 3

type Slot = {
  readonly width: number
  readonly height: number
  /** As large as the distance asks for; what is shorter is not made larger. */
  readonly font: number
}

/**
 * @param said what everyone must know now, if there is anything; nothing else is said meanwhile.
 * @returns the turns, each whole: of the waits as many in one turn as its line holds in the asked size.
 */
export function footTurns(
  {
    said,
    phase,
    waiting,
    left,
    letters,
  }: {
    readonly said: readonly Bilingual[]
    readonly phase: Bilingual
    readonly waiting: number
    /** Minutes to the limit of the day; null: it has none. */
    readonly left: number | null
    readonly letters: WaitsView['letters']
  },
  slot: Slot,
): readonly FootTurn[] {
  const both = ({ bg, en }: Bilingual): readonly FootTurn[] => [
    { text: bg, language: 'bg' },
    { text: en, language: 'en' },
  ]
  if (said.length > 0) return said.flatMap(both)
  return [
    ...both(phase),
    { text: `${words.waiting.bg}: ${waiting}`, language: 'bg' },
    ...waitsIn(letters, left, Math.floor(slot.width / (slot.font * LETTER))),
  ]
}

/** @returns the size of the type in which the text is largest in the slot, in pixels: in one line or in several. */
export function fittedFont(text: string, { width, height, font }: Slot): number {
  const sizes = Array.from({ length: MOST_LINES }, (_, more) => {
    const lines = more + 1
    const even = lines === 1 ? 1 : 0.88 // words do not fill each line
    return Math.min(font, height / (lines * LINE), (lines * even * width) / (text.length * LETTER))
  })
  return Math.max(...sizes)
}

function waitsIn(
  letters: WaitsView['letters'],
  left: number | null,
  characters: number,
): readonly FootTurn[] {
  const figures = letters.flatMap(({ letter, wait }) =>
    wait.state === 'estimated' ? [`${letter}\u00a0${waitOfLetter(wait, left)}`] : [],
  )
  const title = `${words.expectedWait.bg}:`
  const turns = figures.reduce<readonly string[]>((known, figure) => {
    const last = known.at(-1)
    const longer = `${last} · ${figure}`
    if (last !== undefined && longer.length <= characters) return [...known.slice(0, -1), longer]
    const fresh = `${title} ${figure}`
    return fresh.length <= characters ? [...known, fresh] : known
  }, [])
  return turns.map((text) => ({ text, language: 'bg' }))
}
