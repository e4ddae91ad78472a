import { clockWords, longDate, say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'

/** @returns „сряда, 02.12.2026 г., 09:15 ч.“ or “Wednesday, 2 December 2026, 09:15”; without a time the day alone. */
export function slotText(
  { date, time }: { readonly date: string; readonly time: string | null },
  language: Language,
): string {
  if (time === null) return longDate(date, language)
  return `${longDate(date, language)}, ${say(clockWords(time), language)}`
}
