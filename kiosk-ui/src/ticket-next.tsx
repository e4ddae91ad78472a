import type { ReactNode } from 'react'
import { say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import type { KioskService } from '#shared/views.ts'
import { DocumentList } from './document-list.tsx'
import { Scroller } from './scroller.tsx'
import { words } from './words.ts'

type Props = {
  /** What to do with the number: paper, or a photograph. */
  readonly keep: ReactNode
  /** How the call will come. */
  readonly call: Bilingual
  readonly service: KioskService
  readonly language: Language
  readonly onDone: () => void
}

/** Below a ticket: how to keep it, what happens next, and the way out. */
export function TicketNext({ keep, call, service, language, onDone }: Props) {
  return (
    <>
      <Scroller label={say(words.next, language)} language={language}>
        {keep}
        <ol className="next" role="list">
          <li>{say(call, language)}</li>
          <li>
            {say(words.prepareDocuments, language)}
            {service.documents.length === 0 ? null : (
              <DocumentList documents={service.documents} language={language} />
            )}
          </li>
        </ol>
      </Scroller>
      <div className="steps">
        <button type="button" className="main-action" onClick={onDone}>
          {say(words.done, language)}
        </button>
      </div>
    </>
  )
}
