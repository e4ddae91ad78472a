import type { SpeechOrder } from '#shared/speech.ts'
import type { Piece } from './outline.ts'
import { pronounced } from './pronounced.ts'

/** A voice answers the sooner, the less it is asked for at a time; characters. */
const LONGEST = 300

/** @returns what is asked of the voice, one after another: in one language each, and none too long. */
export function sentences(pieces: readonly Piece[]): readonly SpeechOrder[] {
  return pieces
    .flatMap(({ text, lang }) =>
      parts(pronounced(text, lang)).map((part) => ({ text: part, language: lang })),
    )
    .reduce<SpeechOrder[]>((joined, next) => {
      const last = joined.at(-1)
      if (last === undefined || last.language !== next.language) return [...joined, next]
      if (last.text.length + next.text.length >= LONGEST) return [...joined, next]
      return [...joined.slice(0, -1), { ...last, text: `${last.text} ${next.text}` }]
    }, [])
}

function parts(text: string): readonly string[] {
  if (text === '') return []
  return text
    .split(/(?<=[.!?;:])\s+/u)
    .flatMap((part) => (part.length <= LONGEST ? [part] : (part.match(/.{1,280}(?:\s|$)/gu) ?? [part])))
    .map((part) => part.trim())
}
