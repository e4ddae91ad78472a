import { Said } from '#shared/look/said.tsx'
import type { Language } from '#shared/ids.ts'
import type { KioskService } from '#shared/views.ts'

type Props = { readonly documents: KioskService['documents']; readonly language: Language }

/** What to bring. */
export function DocumentList({ documents, language }: Props) {
  return (
    <ul className="documents">
      {documents.map((document) => (
        <li key={document.bg}>
          <Said words={document} language={language} />
        </li>
      ))}
    </ul>
  )
}
