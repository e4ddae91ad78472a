import { useLayoutEffect } from 'react'
import type { Language } from '#shared/ids.ts'

/** How this person wants the screen. The next person finds it ordinary again. */
export type Preferences = {
  readonly language: Language
  readonly largerText: boolean
  readonly highContrast: boolean
  readonly lowerHalf: boolean
}

export const ORDINARY: Preferences = {
  language: 'bg',
  largerText: false,
  highContrast: false,
  lowerHalf: false,
}

/** @returns whether nothing was changed from what the next person should find. */
export function isOrdinary({ language, largerText, highContrast, lowerHalf }: Preferences): boolean {
  return language === ORDINARY.language && !largerText && !highContrast && !lowerHalf
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
