import { hash, randomBytes, randomFillSync } from 'node:crypto'
import type { TicketCode } from '#shared/ids.ts'

/** As base64url, in the order in which a database sorts them. */
const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const CODE_BYTES = 12
/** Chance is drawn for some hundred codes at once: asking for it costs more than getting it. */
const chance = Buffer.alloc(CODE_BYTES * 256)
let used = chance.length
let drawn = 0

/**
 * @returns a code for a ticket: 16 characters that an address may hold, 84 bits of chance behind a beginning that moves
 * on with every few codes, so that those of one hour lie together in the database's index.
 */
export function drawTicketCode(): TicketCode {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  used += CODE_BYTES
  drawn += 1
  const beginning = `${DIGITS[(drawn >> 9) & 63]}${DIGITS[(drawn >> 3) & 63]}`
  return `${beginning}${chance.toString('base64url', used - CODE_BYTES, used).slice(0, 14)}` as TicketCode // the form is TicketCode's
}

/** @returns a secret of 192 bits, e.g. a session's, a device's or an invitation's. */
export function drawSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** @returns what is kept of a secret. Secrets of full entropy need no slow hash. */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret, 'hex')
}
