/** A length of waiting against the office's standard. */
export type Waited = { readonly minutes: number; readonly isOver: boolean }

/** @param from ISO instant of the issue @param until milliseconds since the epoch */
export function waited(from: string, until: number, standardMinutes: number): Waited {
  const milliseconds = Math.max(0, until - Date.parse(from))
  return { minutes: Math.floor(milliseconds / 60_000), isOver: milliseconds > standardMinutes * 60_000 }
}

/** @returns whole seconds until an instant; 0 when it has come. */
export function secondsUntil(at: string, now: number): number {
  return Math.max(0, Math.round((Date.parse(at) - now) / 1000))
}
