import { useMemo, useSyncExternalStore } from 'react'
import type { ViewName, Views } from '../views.ts'
import type { Line, Live } from './live.ts'

/** @returns the newest of a view, and whether the line that brings it is up. */
export function useLive<N extends ViewName>(line: Line, office: string, name: N): Live<Views[N]> {
  const source = useMemo(() => line.watch(office, name), [line, office, name])
  return useSyncExternalStore(source.subscribe, source.get)
}

/**
 * @param everyMs how often the screen needs to look at the clock.
 * @returns the time in the office, milliseconds since the epoch, rounded down to `everyMs` so that it renders no oftener.
 */
export function useOfficeTime(line: Line, everyMs = 1_000): number {
  const ticking = useMemo(
    () => (listener: () => void) => {
      const timer = setInterval(listener, Math.min(everyMs, 250))
      const silence = line.onBeat(listener)
      return () => {
        clearInterval(timer)
        silence()
      }
    },
    [line, everyMs],
  )
  return useSyncExternalStore(ticking, () => Math.floor(line.now() / everyMs) * everyMs)
}
