import type { Language } from '../language.ts'

/** Dates of the office's calendar, `YYYY-MM-DD`: counted in UTC, so that no machine's zone can shift them. */

/** @returns the date so many days later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** @returns ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7
}

/** @returns „25.11.2026 г.“ or “25 Nov 2026”. */
export function shortDate(date: string, language: Language): string {
  if (language === 'bg') return `${date.split('-').toReversed().join('.')} г.`
  return inUtc('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }, date)
}

/** @returns „25.11.“ or “25 Nov”: where the year stands beside it. */
export function dayAndMonth(date: string, language: Language): string {
  const [, month, day] = date.split('-')
  return language === 'bg' ? `${day}.${month}.` : inUtc('en-GB', { day: 'numeric', month: 'short' }, date)
}

/** @returns „ср“ or “Wed”. */
export function weekdayName(date: string, language: Language, width: 'short' | 'long'): string {
  return inUtc(language === 'bg' ? 'bg-BG' : 'en-GB', { weekday: width }, date)
}

function inUtc(locale: string, options: Intl.DateTimeFormatOptions, date: string): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  )
}
