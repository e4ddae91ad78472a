import { useEffect, useState } from 'react'
import type { FurtherLanguage, Language } from '../languages.ts'
import { isKnown, learn, type Dictionary } from '../words/further.ts'

/** A further language comes when somebody asks for it, and not before: the first screen must be there at once. */
const files: { readonly [L in FurtherLanguage]: () => Promise<Dictionary> } = {
  de: async () => (await import('../words/de.ts')).de,
}

/** @returns the language that can be spoken now: the one wanted, or English until its words have come. */
export function useSpoken(wanted: Language): Language {
  const [, hear] = useState(0)
  const isReady = isSpoken(wanted)
  useEffect(() => {
    if (isReady) return
    let isLeft = false
    void fetchWords(wanted).then(() => isLeft || hear((heard) => heard + 1))
    return () => {
      isLeft = true
    }
  }, [wanted, isReady])
  return isReady ? wanted : 'en'
}

/** Fetches a language's words, if they are not here yet. Without an answer it is still to come: asked for again, it may. */
export async function fetchWords(language: Language): Promise<void> {
  if (language === 'bg' || language === 'en' || isKnown(language)) return
  try {
    learn(language, await files[language]())
  } catch {
    // The line is down: the screen says so itself.
  }
}

function isSpoken(language: Language): boolean {
  return language === 'bg' || language === 'en' || isKnown(language)
}
