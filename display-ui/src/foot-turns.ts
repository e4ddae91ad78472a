import type { Bilingual } from '#shared/ids.ts'
import type { WaitsView } from '#shared/waits.ts'
import { bothSayings, type Saying, type Slot } from './sayings.ts'
import { waitOfLetter, words } from './words.ts'

/** Of the em, with a little to spare: how wide letters are on the average. */
const LETTER = 0.57

/**
 * What the foot says to readers far off: one thing after another, in one language at a time.
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
): readonly Saying[] {
  if (said.length > 0) return said.flatMap(bothSayings)
  return [
    ...bothSayings(phase),
    { text: `${words.waiting.bg}: ${waiting}`, language: 'bg' },
    ...waitsIn(letters, left, Math.floor(slot.width / (slot.font * LETTER))),
  ]
}

function waitsIn(letters: WaitsView['letters'], left: number | null, characters: number): readonly Saying[] {
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
