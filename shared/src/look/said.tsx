import { said } from '../client/format.ts'
import type { Bilingual } from '../ids.ts'
import type { Language } from '../languages.ts'

/** What the office has written itself. Where it is not in the page's language, it says in which: for every voice. */
export function Said({ words, language }: { readonly words: Bilingual; readonly language: Language }) {
  const { text, lang } = said(words, language)
  return lang === language ? text : <span lang={lang}>{text}</span>
}
