import type { Language as Spoken } from '#shared/languages.ts'
import type { Language } from '../language.ts'

/** @returns „английски“ or “English”: what a visitor speaks, in the words of whoever serves them. */
export function languageName(spoken: Spoken, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(spoken) ?? spoken
}
