import type { Bilingual } from '../ids.ts'
import { languageFacts, type Language } from '../languages.ts'
import { everyLanguage } from '../words/further.ts'

/** Dates, times and money as the office writes them (rules.md, 8): „25.11.2026 г.“, „13:05 ч.“, „5,11 €“. */

/** @param at ISO instant or milliseconds @returns „13:05 ч.“ or “13:05” in the office's zone. */
export function timeOfDay(at: string | number, zone: string, language: Language): string {
  return say(clockWords(clockFace(at, zone)), language)
}

/** @param clock “13:05” @returns „13:05 ч.“, “13:05”. */
export function clockWords(clock: string): Bilingual {
  return words.time(clock)
}

/** @returns “13:05”, without a word beside it: for clocks. */
export function clockFace(at: string | number, zone: string): string {
  return timeFormat(zone).format(new Date(at))
}

/** @returns the limit of a day, after which nobody is called, as an instant and as clocks show it; null: it has none. */
export function limitOf({
  limitAt,
  zone,
}: {
  readonly limitAt: string | number | null
  readonly zone: string
}): { readonly at: number; readonly clock: string } | null {
  return limitAt === null ? null : { at: new Date(limitAt).getTime(), clock: clockFace(limitAt, zone) }
}

/** @param date `YYYY-MM-DD` @returns „сряда, 25.11.2026 г.“ or “Wednesday, 25 November 2026”. */
export function longDate(date: string, language: Language): string {
  const noon = new Date(`${date}T12:00:00Z`)
  if (language !== 'bg') {
    return new Intl.DateTimeFormat(languageFacts[language].locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(noon)
  }
  const weekday = new Intl.DateTimeFormat('bg-BG', { weekday: 'long', timeZone: 'UTC' }).format(noon)
  const [year, month, day] = date.split('-')
  return `${weekday}, ${day}.${month}.${year} г.`
}

/** @param cents euro cents @returns „5,11 €“ or “€5.11”; nothing to pay has words of its own. */
export function money(cents: number, language: Language): string {
  if (cents === 0) return say(words.free, language)
  const euros = (cents / 100).toFixed(2)
  return language === 'en' ? `€${euros}` : `${euros.replace('.', ',')} €`
}

/** @param milliseconds a length of time @returns “12:07”, or “1:02:07” from an hour on. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const tail = `${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** @returns the words in the language asked for, or, where nobody has written them, in English: `look/said.tsx` marks it. */
export function say(words: Bilingual, language: Language): string {
  return said(words, language).text
}

/** @returns the words, and the language that they are in: what a name of the office is not in, it is in English. */
export function said(
  words: Bilingual,
  language: Language,
): { readonly text: string; readonly lang: Language } {
  const own = words[language]
  return own === undefined ? { text: words.en, lang: 'en' } : { text: own, lang: language }
}

const words = everyLanguage(
  {
    time: (clock: string): Bilingual => ({ bg: `${clock}\u00a0ч.`, en: clock }),
    free: { bg: 'Без такса', en: 'Free of charge' },
  },
  (all) => all.format,
)

const formats = new Map<string, Intl.DateTimeFormat>()
function timeFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  formats.set(zone, made)
  return made
}
