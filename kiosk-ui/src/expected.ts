import type { Bilingual } from '#shared/ids.ts'
import type { DayFace } from '#shared/views.ts'
import type { WaitState } from '#shared/waits.ts'
import { waitBy, type ServiceWait } from './wait-face.tsx'

/** What the lists say to whoever takes a ticket now; the service's own page says the same. */
export type Expected = {
  /** How many would be called before: a number, or from the fewest to the most. */
  readonly ahead: string
  /** How long it takes; null: no figure would be true. */
  readonly figure: Bilingual | null
}

/**
 * @param services one, or all of a kind. Who is ahead is told of those alone that the wait is told of: where no window
 * is open nobody is called before anybody.
 * @param wait what is foreseen for them together.
 * @param now the office's time, milliseconds since the epoch.
 * @returns null: nothing is foreseen.
 */
export function expectedOf(
  services: readonly ServiceWait[],
  wait: WaitState | undefined,
  day: DayFace,
  now: number,
): Expected | null {
  const told = waitBy(wait, day, now)
  const ahead = services.flatMap((each) => (each.ordinary.state === 'estimated' ? [each.ahead] : []))
  if (told === null || ahead.length === 0) return null
  const [fewest, most] = [Math.min(...ahead), Math.max(...ahead)]
  return { ahead: fewest === most ? `${fewest}` : `${fewest}–${most}`, figure: told.figure }
}
