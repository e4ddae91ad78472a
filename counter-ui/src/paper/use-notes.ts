import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PageProps } from '../page-props.ts'
import { createNotes, type Notes, type NotesState } from './notes.ts'

/** What the office would not have yet, another device may still bring: it is offered again after so long. */
const AGAIN_MS = 5_000

/** What was noted on this machine while the window was cut off; handed in whenever there is a line. */
export function useNotes(
  { api, office }: PageProps,
  isLive: boolean,
): Notes & { readonly state: NotesState } {
  const [notes] = useState(() => createNotes(office, api))
  const state = useSyncExternalStore(notes.subscribe, notes.get)
  const isWaiting = state.notes.some(({ finished }) => finished !== null)
  useEffect(() => {
    if (!isLive || !isWaiting) return
    void notes.handIn()
    const timer = setInterval(() => void notes.handIn(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [notes, isLive, isWaiting])
  return { ...notes, state }
}
