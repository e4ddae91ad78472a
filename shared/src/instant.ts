import { z } from 'zod'

/** An absolute instant: milliseconds since 1970-01-01T00:00Z. Inside the server only; on the wire it is `Iso`. */
export type Instant = number & { readonly __brand: 'Instant' }

/** An instant on the wire: ISO 8601 in UTC with milliseconds. */
export const Iso = z.string().meta({ format: 'date-time' }).brand<'Iso'>()
export type Iso = z.infer<typeof Iso>

/** The same where somebody else says it: one that names no instant is refused. */
export const SaidIso = z.iso.datetime().brand<'Iso'>()

/** @param milliseconds since the epoch, whole. */
export function instant(milliseconds: number): Instant {
  return milliseconds as Instant // the one place where a number becomes an instant
}

/** @returns the instant as the API writes it, e.g. `2026-11-25T08:15:00.000Z`. */
export function iso(at: Instant): Iso {
  return new Date(at).toISOString() as Iso // toISOString is the definition of the brand
}

/** @returns the instant an API string names. @throws RangeError when it names none. */
export function fromIso(text: string): Instant {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${text}`)
  return instant(milliseconds)
}

/** @returns the instant `milliseconds` later (or earlier, when negative). */
export function after(at: Instant, milliseconds: number): Instant {
  return instant(at + milliseconds)
}

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 3_600_000
