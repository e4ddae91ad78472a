import type { Bilingual } from '../ids.ts'
import { FURTHER_LANGUAGES, type FurtherLanguage } from '../languages.ts'
import type { de } from './de.ts'

/** One further language, whole: each section of words that a visitor meets. */
export type Dictionary = typeof de

type Sentence = Bilingual | ((...about: never[]) => Bilingual)

/** What a further language must say for a section: the same sentences, each about the same things. */
export type Translated<S> = {
  readonly [N in keyof S]: S[N] extends (...about: infer A) => Bilingual ? (...about: A) => string : string
}

const known = new Map<FurtherLanguage, Dictionary>()

/** From here on the language's words are said. */
export function learn(language: FurtherLanguage, dictionary: Dictionary): void {
  known.set(language, dictionary)
}

export function isKnown(language: FurtherLanguage): boolean {
  return known.has(language)
}

/**
 * A section of words that every language says. A sentence that a further language lacks does not compile.
 * @param from where a dictionary has the section.
 * @returns the same sentences; each also has the further languages that are known when it is read.
 */
export function everyLanguage<const S extends { readonly [name: string]: Sentence }>(
  section: S,
  from: (dictionary: Dictionary) => Translated<S>,
): S {
  const sentences = Object.entries(section).map(([name, sentence]) => {
    const own = (dictionary: Dictionary) => from(dictionary)[name] as unknown // paired by name, as the type above has it
    if (typeof sentence !== 'function') return [name, spoken(sentence, (all) => own(all) as string)]
    return [
      name,
      (...about: never[]) =>
        spoken(sentence(...about), (all) => (own(all) as (...about: never[]) => string)(...about)),
    ]
  })
  return Object.fromEntries(sentences) as S // name by name what came in, and more
}

/** @returns the words, whose further languages are looked up when they are read: they may come later. */
function spoken(words: Bilingual, own: (dictionary: Dictionary) => string): Bilingual {
  const all = { bg: words.bg, en: words.en }
  for (const language of FURTHER_LANGUAGES) {
    Object.defineProperty(all, language, {
      enumerable: true,
      get: () => {
        const dictionary = known.get(language)
        return dictionary === undefined ? undefined : own(dictionary)
      },
    })
  }
  return all
}
