import type { Bilingual } from '#shared/ids.ts'

/** The same words twice: Bulgarian, and English beneath or beside it in smaller type. */
export function Both({ words, className = '' }: { readonly words: Bilingual; readonly className?: string }) {
  return (
    <span className={`both ${className}`}>
      <span className="both-bg">{words.bg}</span>{' '}
      <span className="both-en" lang="en">
        {words.en}
      </span>
    </span>
  )
}
