import type { Bilingual } from '#shared/ids.ts'

/** The same words twice: Bulgarian, and English beneath or beside it in smaller type. */
export function Both({ words, className = '' }: { readonly words: Bilingual; readonly className?: string }) {
  return (
    <span className={`both ${className}`}>
      <span className="both-bg">{words.bg}</span>{' '}
      <span className="both-en" lang="en">
        <InEnglish text={words.en} />
      </span>
    </span>
  )
}

/** A ticket's or an appointment's number is Bulgarian in an English sentence too: „Г 014“, „ПД-0147“. */
const NUMBER = /(\p{Script=Cyrillic}+[\s-]\d+)/u

/** English words, in which every number keeps its own language. */
export function InEnglish({ text }: { readonly text: string }) {
  return text.split(NUMBER).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={part} lang="bg">
        {part}
      </span>
    ),
  )
}
