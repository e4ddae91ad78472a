import { useSyncExternalStore } from 'react'
import type { Line } from '#shared/client/live.ts'

export type OfficeClock = ReturnType<typeof createOfficeClock>

/**
 * Knows whether the office has told its time yet. Before it has, the line's clock is this machine's, which may be
 * days off: every call of the morning would look new.
 */
export function createOfficeClock(line: Line) {
  let isSet = false
  const listeners = new Set<() => void>()
  const release = line.onBeat(() => {
    isSet = true
    release()
    for (const listener of listeners) listener()
  })
  return {
    isSet: () => isSet,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useClockIsSet(clock: OfficeClock): boolean {
  return useSyncExternalStore(clock.subscribe, clock.isSet)
}
