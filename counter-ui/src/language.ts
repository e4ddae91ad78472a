import { useSyncExternalStore } from 'react'
import type { OfficeLanguage } from '#shared/languages.ts'

/** What the staff's screens speak. */
export type Language = OfficeLanguage

const KEY = 'edno-gishe.language'
const listeners = new Set<() => void>()
let current: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'bg'
document.documentElement.lang = current

/** Switches the language of the whole app, and remembers it on this machine. */
export function speak(language: Language) {
  current = language
  document.documentElement.lang = language
  localStorage.setItem(KEY, language)
  for (const listener of listeners) listener()
}

/** @returns the language that the screen speaks now. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
