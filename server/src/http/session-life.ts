import type { Role } from '#shared/accounts.ts'
import { after, HOUR, type Instant } from '#shared/instant.ts'

/** A clerk is not logged out in the middle of the day: a session outlasts the longest one. */
export const SESSION_HOURS = 14

/**
 * Who asks for nothing for so long has left the screen. At a window an empty afternoon is no reason to log in again; who
 * administers or audits sees more and comes for minutes.
 */
const IDLE_HOURS: Readonly<Record<Role, number>> = {
  clerk: 4,
  supervisor: 4,
  secretary: 4,
  official: 4,
  admin: 1,
  auditor: 1,
}

/** @returns when a session of this role ends if nothing more is asked in it. */
export function idleEnd(role: Role, now: Instant): Instant {
  return after(now, IDLE_HOURS[role] * HOUR)
}
