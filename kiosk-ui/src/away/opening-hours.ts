import { dateIn } from '#shared/client/instants.ts'
import type { DayFace, Phase } from '#shared/views.ts'

/**
 * Whether a kiosk can only send its visitors to the staff: without a line, where tickets are to be had, and without a
 * number of its own. That no tickets are given now the hours say by themselves, with a line or without.
 */
export function isHelpless({
  isLive,
  phase,
  hasNumbers,
}: {
  readonly isLive: boolean
  /** Null: it is not known. */
  readonly phase: Phase | null
  readonly hasNumbers: boolean
}): boolean {
  return !isLive && (phase === null || (phase === 'open' && !hasNumbers))
}

/**
 * The phase of the office's day when nobody tells it: by the day's own hours, as they were last known.
 * @param now the time in the office.
 * @returns null when `now` is on another day than the one that is known.
 */
export function phaseBy(day: DayFace, now: number): Phase | null {
  const { opensAt, closesAt, limitAt, zone } = day
  if (dateIn(zone, now) !== day.date) return null
  if (opensAt === null || closesAt === null || day.phase === 'closed-day') return 'closed-day'
  if (day.phase === 'closed') return 'closed'
  if (now < Date.parse(opensAt)) return 'before-opening'
  if (now < Date.parse(closesAt)) return 'open'
  return limitAt !== null && now < Date.parse(limitAt) ? 'finishing' : 'closed'
}
