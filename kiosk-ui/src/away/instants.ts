import type { Iso } from '#shared/instant.ts'

/** @returns the instant as the API writes it. Not by `shared/instant.ts`, which would bring a schema library to the page. */
export function isoOf(milliseconds: number): Iso {
  return new Date(milliseconds).toISOString() as Iso // toISOString is the definition of the brand
}
