import { useState } from 'react'
import { CloseButton } from '../close-button.tsx'
import { EnteredTicket } from '../entry/entered-ticket.tsx'
import { entryTimeOf } from '../entry/entry-time.ts'
import { useEntry } from '../entry/use-entry.ts'
import { words as entryWords } from '../entry/words.ts'
import { Panel } from '../panel.tsx'
import { ToolButton } from '../tool-button.tsx'
import { words } from '../words.ts'
import type { DeskProps } from './desk.tsx'
import { Pick } from './pick.tsx'
import { openAt, serviceChoice } from './service-choices.tsx'

type Props = DeskProps & { readonly onClose: () => void }

/** Someone who was in the hall when the hours ended and has no ticket: entered, and told the number. */
export function EntryPanel({ view, api, office, zone, language, isLive, onClose }: Props) {
  const time = entryTimeOf(view.day, zone)
  const { entered, enter, forget } = useEntry(api, office, time)
  const [priority, wantPriority] = useState(false)

  if (entered !== null) {
    return (
      <Panel className="pick" aria-labelledby="entry-title">
        <div className="pick-head">
          <h2 id="entry-title" className="side-title">
            {entryWords.entry[language]}
          </h2>
          <CloseButton label={words.closePanel[language]} onClose={onClose} />
        </div>
        <EnteredTicket ticket={entered} services={view.queue} zone={zone} language={language} />
        <ToolButton
          shortcut="KeyE"
          label={entryWords.another[language]}
          disabled={!isLive || time.action === null}
          onPress={() => {
            wantPriority(false)
            forget()
          }}
        />
      </Panel>
    )
  }
  return (
    <Pick
      title={(time.action ?? entryWords.entry)[language]}
      choices={view.queue.map((service) => ({
        ...serviceChoice(service, language),
        hint: openAt(service, language),
      }))}
      by="words"
      language={language}
      onClose={onClose}
      onPick={async ({ id }) => {
        const service = view.queue.find((each) => each.id === id)
        if (service === undefined) return null
        const reply = await enter(service.id, priority)
        return reply.kind === 'done' ? null : reply
      }}
    >
      <p className="pick-note">{time.about[language]}</p>
      <label className="pick-check">
        <input type="checkbox" checked={priority} onChange={(event) => wantPriority(event.target.checked)} />
        {entryWords.wantsPriority[language]}
      </label>
    </Pick>
  )
}
