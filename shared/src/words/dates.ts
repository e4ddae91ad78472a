import type { Bilingual } from '../ids.ts'
import { FURTHER_LANGUAGES, languageFacts } from '../languages.ts'

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** @param date `YYYY-MM-DD` @returns „25.11.2026 г.“ */
export function dateBg(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day}.${month}.${year} г.`
}

/** @param date `YYYY-MM-DD` @returns “25 November 2026” */
export function dateEn(date: string): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${MONTHS_EN[Number(month) - 1]} ${year}`
}

/** @param date `YYYY-MM-DD` @returns the date as every language writes it; a further one as `Intl` knows it. */
export function dateWords(date: string): Bilingual {
  const noon = new Date(`${date}T12:00:00Z`)
  const further = FURTHER_LANGUAGES.map((language) => [
    language,
    new Intl.DateTimeFormat(languageFacts[language].locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      noon,
    ),
  ])
  return { bg: dateBg(date), en: dateEn(date), ...Object.fromEntries(further) }
}
