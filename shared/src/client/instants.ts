import type { LocalDate } from '../ids.ts'
import type { Iso } from '../instant.ts'

/** Instants and dates for the screens. `shared/instant.ts` would bring a schema library to the page. */

/** @param at milliseconds since the epoch @returns the instant as the API writes it. */
export function isoOf(at: number): Iso {
  return new Date(at).toISOString() as Iso // toISOString is the definition of the brand
}

/** @returns the date on the office's wall at that instant. */
export function dateIn(zone: string, at: string | number): LocalDate {
  // The Swedish form of a date is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at)) as LocalDate // its form
}
