/**
 * The languages that a visitor can choose, in the order of the switch. Settings, orders and staff speak the first two;
 * each further one is a name here and one file of words, `words/<language>.ts` (CONTRIBUTING.md).
 */
export const LANGUAGES = ['bg', 'en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** Both languages of the office: what it writes itself stands in both. */
export type OfficeLanguage = 'bg' | 'en'
export type FurtherLanguage = Exclude<Language, OfficeLanguage>

/** Each language's name in itself, and how it writes dates and counts. */
export const languageFacts: {
  readonly [L in Language]: { readonly name: string; readonly locale: string }
} = {
  bg: { name: 'Български', locale: 'bg-BG' },
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
}

export const FURTHER_LANGUAGES: readonly FurtherLanguage[] = LANGUAGES.filter(
  (language): language is FurtherLanguage => language !== 'bg' && language !== 'en',
)
