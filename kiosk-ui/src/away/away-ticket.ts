import type { Iso } from '#shared/instant.ts'
import { labelOf, type Given } from './given.ts'

/** What of a ticket that was given without the server its holder sees. */
export type AwayTicket = { readonly label: string; readonly issuedAt: Iso }

export function awayTicket(given: Given): AwayTicket {
  return { label: labelOf(given), issuedAt: given.issuedAt }
}
