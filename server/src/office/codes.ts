import { hash, randomBytes, randomFillSync } from 'node:crypto'
import type { TicketCode } from '#shared/ids.ts'

const CODE_BYTES = 12
/** Chance is drawn for some hundred codes at once: asking for it costs more than getting it. */
const chance = Buffer.alloc(CODE_BYTES * 256)
let drawn = chance.length

/** @returns a code for a ticket: 96 bits of chance, 16 characters that an address may hold. */
export function drawTicketCode(): TicketCode {
  if (drawn === chance.length) {
    randomFillSync(chance)
    drawn = 0
  }
  drawn += CODE_BYTES
  return chance.toString('base64url', drawn - CODE_BYTES, drawn) as TicketCode // the form is TicketCode's
}

/** @returns a secret of 192 bits, e.g. a session's, a device's or an invitation's. */
export function drawSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** @returns what is kept of a secret. Secrets of full entropy need no slow hash. */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret, 'hex')
}
