import { useState } from 'react'
import { CalendarPreview } from './calendar-preview.tsx'
import { emptyDraft } from './exception-draft.ts'
import { ExceptionForm } from './exception-form.tsx'
import { ExceptionList } from './exception-list.tsx'
import type { Supervised } from './supervised.ts'

/** The calendar's exceptions, what the next weeks look like with them, and the form for one more. */
export function CalendarSection(props: Supervised) {
  const [draft, write] = useState(emptyDraft)
  return (
    <div className="calendar">
      <div className="calendar-main">
        <CalendarPreview {...props} draft={draft} />
        <ExceptionList {...props} />
      </div>
      <ExceptionForm {...props} draft={draft} onWrite={write} />
    </div>
  )
}
