import type { KioskView } from '#shared/views.ts'
import type { Hall } from '../hall.ts'

/** What a kiosk knew when it last had a line: enough to begin without one. */
export type Remembered = {
  readonly hall: Hall
  readonly view: KioskView
  /** What the office's clock showed, how fast it ran, and what this machine's clock showed then. */
  readonly clock: { readonly officeMs: number; readonly wallMs: number; readonly speed: number }
}

/**
 * @param wallMs what this machine's clock shows now.
 * @returns the time in the office; null when the machine's clock has gone back meanwhile: then nobody can say.
 */
export function officeTimeBy({ clock }: Remembered, wallMs: number): number | null {
  const passed = wallMs - clock.wallMs
  return passed < 0 ? null : clock.officeMs + passed * clock.speed
}
