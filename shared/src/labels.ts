/**
 * Ticket labels: the service's letter and at least three digits, „Г 014“ (rules.md, 3).
 * Letters that eye or ear can mistake are not given: digit twins and look-alikes (Б З О Ч В Й Ш Щ Ъ Ь),
 * and of each sound pair one only.
 */
export const LETTERS = [
  'А',
  'Г',
  'Д',
  'Е',
  'И',
  'Л',
  'М',
  'Н',
  'П',
  'Р',
  'С',
  'У',
  'Ф',
  'Ц',
  'Ж',
  'Я',
] as const
export type Letter = (typeof LETTERS)[number]

/** @returns „Г 014“; after 999 comes 1000. */
export function label(letter: string, number: number): string {
  return `${letter} ${String(number).padStart(3, '0')}`
}

/** In one piece, with a no-break space: the typeface's is a fifth of the em, and a thinner one (U+202F) it has not. */
export function printed(text: string): string {
  return text.replace(' ', '\u00A0')
}

// Keys of a Latin keyboard that draw the same letter (rules.md, 3).
const TWINS: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  E: 'Е',
  K: 'К',
  M: 'М',
  H: 'Н',
  O: 'О',
  P: 'Р',
  C: 'С',
  T: 'Т',
  Y: 'У',
  X: 'Х',
}

/**
 * Understands a label as a person types it: any case and spacing, Latin twins, leading zeros left out.
 * @returns the canonical label, or null when it is none.
 */
export function parseLabel(typed: string): string | null {
  const match = /^\s*(\p{L})[\s\-–]*0*(\d{1,5})\s*$/u.exec(typed)
  const [, first, digits] = match ?? []
  if (first === undefined || digits === undefined) return null
  const upper = first.toUpperCase()
  return label(TWINS[upper] ?? upper, Number(digits))
}
