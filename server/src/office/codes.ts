import { createHash, randomBytes } from 'node:crypto'
import type { TicketCode } from '#shared/ids.ts'

/** @returns a code for a ticket: 96 bits of chance, 16 characters that an address may hold. */
export function drawTicketCode(): TicketCode {
  return randomBytes(12).toString('base64url') as TicketCode // the form is TicketCode's
}

/** @returns a secret of 192 bits, e.g. a session's, a device's or an invitation's. */
export function drawSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** @returns what is kept of a secret. Secrets of full entropy need no slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
