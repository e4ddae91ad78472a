import { clockFace, say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { TicketView } from '#shared/views.ts'
import { dateWords } from '#shared/words/dates.ts'
import { words } from './words.ts'

type Props = { readonly view: TicketView; readonly language: Language }

/** What stands on every ticket, on paper and here. */
export function TicketDetails({ view, language }: Props) {
  const { date, zone } = view.day
  const issued = words.issuedOn(dateWords(date), clockFace(view.issuedAt, zone))
  return (
    <div className="details">
      <dl>
        <dt>{say(words.service, language)}</dt>
        <dd>
          <Said words={view.service} language={language} />
        </dd>
        <dt>{say(words.issued, language)}</dt>
        <dd>{say(issued, language)}</dd>
      </dl>
      <p>
        {say(words.todayOnly, language)}. {say(words.noPersonalData, language)}.
      </p>
    </div>
  )
}
