import { parseLabel } from '#shared/labels.ts'

/**
 * What a clerk types to find something, read in every keyboard layout: Latin letters when the layout was left in Latin,
 * Bulgarian ones typed for an English name. The same keys are the same search.
 */

const LATIN = "qwertyuiop[asdfghjkl;'zxcvbnm,./`]\\"
const LAYOUTS = [
  ',уеишщксдзцьяаожгтнвмчюйъэфхпрлб(;„', // БДС 5237
  "явертъуиопшасдфгхйкл;'зьцжбнм,./чщю", // phonetic, traditional
  "чшертъуиопяасдфгхйкл;'зжцвбнм,./ющь", // phonetic, of 2006
].map((keys) => Array.from(keys))
const LATIN_KEYS = Array.from(LATIN)

/** @returns what the keys may have meant, lower case, the typed itself first. */
export function readings(typed: string): readonly string[] {
  const plain = typed.trim().toLowerCase()
  const toCyrillic = LAYOUTS.map((layout) => translate(plain, LATIN_KEYS, layout))
  const toLatin = LAYOUTS.map((layout) => translate(plain, layout, LATIN_KEYS))
  return [...new Set([plain, ...toCyrillic, ...toLatin])]
}

/** @returns those whose texts hold what was typed, in their order; first those where a word begins with it. */
export function found<T>(
  typed: string,
  items: readonly T[],
  textsOf: (item: T) => readonly string[],
): readonly T[] {
  const wanted = readings(typed)
  if (wanted[0] === '') return items
  const texts = (item: T) => textsOf(item).map((text) => text.toLowerCase())
  const beginning = items.filter((item) =>
    texts(item).some((text) => wanted.some((each) => hasWord(text, each))),
  )
  const inside = items.filter((item) =>
    texts(item).some((text) => wanted.some((each) => text.includes(each))),
  )
  return [...new Set([...beginning, ...inside])]
}

/** @returns whether a label may be the one that is being typed: „г14“, „14“ and "g 14" all lead to „Г 014“. */
export function labelMatches(typed: string, label: string): boolean {
  if (typed.trim() === '' || parseLabel(typed) === label) return true
  const [, letters = '', digits = ''] = /^\s*([^\d\s]*)[\s\-–]*(\d*)\s*$/u.exec(typed) ?? []
  if (letters === '' && digits === '') return false
  const [letter = '', number = ''] = label.toLowerCase().split(' ')
  const isLetter = letters === '' || readings(letters).includes(letter)
  return (
    isLetter && (number.startsWith(digits) || String(Number(number)).startsWith(digits.replace(/^0+/, '')))
  )
}

function hasWord(text: string, beginning: string): boolean {
  return text.startsWith(beginning) || text.includes(` ${beginning}`) || text.includes(`„${beginning}`)
}

function translate(text: string, from: readonly string[], to: readonly string[]): string {
  return Array.from(text, (letter) => to[from.indexOf(letter)] ?? letter).join('')
}
