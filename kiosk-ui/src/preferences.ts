import { useLayoutEffect } from 'react'
import type { Language } from '#shared/languages.ts'

/** How this person wants the screen. The next person finds it ordinary again. */
export type Preferences = {
  readonly language: Language
  readonly largerText: boolean
  readonly highContrast: boolean
  readonly lowerHalf: boolean
  /** `unheard`: it was asked for, and there is no voice. */
  readonly speech: 'off' | 'on' | 'unheard'
  /** How loud, 1 to LEVELS. */
  readonly volume: number
}

/** Steps of loudness. */
export const LEVELS = 5

export const ORDINARY: Preferences = {
  language: 'bg',
  largerText: false,
  highContrast: false,
  lowerHalf: false,
  speech: 'off',
  volume: 3,
}

/** @returns whether nothing was changed from what the next person should find. */
export function isOrdinary(preferences: Preferences): boolean {
  const { language, speech, volume } = preferences
  return (
    language === ORDINARY.language &&
    !needsTime(preferences) &&
    speech === ORDINARY.speech &&
    volume === ORDINARY.volume
  )
}

/** @returns whether this person has shown that they read, hear or reach more slowly than others. */
export function needsTime({ largerText, highContrast, lowerHalf, speech }: Preferences): boolean {
  return largerText || highContrast || lowerHalf || speech !== 'off'
}

/** Writes the preferences on the page itself, where the tokens read them. */
export function usePageFace({ language, largerText, highContrast, lowerHalf }: Preferences): void {
  useLayoutEffect(() => {
    const page = document.documentElement
    page.lang = language
    set(page, 'data-text', largerText ? 'large' : null)
    set(page, 'data-contrast', highContrast ? 'high' : null)
    set(page, 'data-reach', lowerHalf ? 'lower' : null)
  }, [language, largerText, highContrast, lowerHalf])
}

function set(page: HTMLElement, name: string, value: string | null) {
  if (value === null) return page.removeAttribute(name)
  page.setAttribute(name, value)
}
