import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import { EnteredTicket } from '../entry/entered-ticket.tsx'
import { entryTimeOf } from '../entry/entry-time.ts'
import { useEntry } from '../entry/use-entry.ts'
import { words as entryWords } from '../entry/words.ts'
import { Field } from './field.tsx'
import { groupServices } from './service-group.ts'
import type { Supervised } from './supervised.ts'
import { useGroupNames } from './use-group-names.ts'
import { words } from './words.ts'

/** A ticket for someone who cannot get one at the kiosk: any visitor while it is open, then those present at closing. */
export function EntrySection({ view, api, office, zone, language, stale }: Supervised) {
  const [chosen, choose] = useState('')
  const [priority, wantPriority] = useState(false)
  const groupNames = useGroupNames(api, office)
  const service = view.services.find((each) => each.id === chosen)
  const entry = entryTimeOf(view.day, zone)
  const { entered, enter } = useEntry(api, office, entry)

  return (
    <div className="entry">
      <section className="panel" aria-labelledby="entry-heading">
        <h2 id="entry-heading">{say(entryWords.entry, language)}</h2>
        <p>{say(entry.about, language)}</p>
        {entry.later === null ? null : <p className="sheet-quiet">{say(entry.later, language)}</p>}
        <Field label={say(words.service, language)}>
          {(ids) => (
            <select
              {...ids}
              value={chosen}
              onChange={(event) => choose(event.target.value)}
              disabled={entry.action === null}
            >
              <option value="">{say(words.chooseService, language)}</option>
              {groupServices(view.services, groupNames).map((group) => (
                <optgroup
                  key={group.id}
                  label={
                    group.name === null ? group.letter : `${group.letter} · ${say(group.name, language)}`
                  }
                >
                  {group.services.map((each) => (
                    <option key={each.id} value={each.id}>
                      {say(each.name, language)}
                      {each.openWindows.length === 0 ? ` – ${say(words.noOpenWindow, language)}` : ''}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <label className="tick">
          <input
            type="checkbox"
            checked={priority}
            onChange={(event) => wantPriority(event.target.checked)}
            disabled={entry.action === null}
          />
          {say(entryWords.wantsPriority, language)}
        </label>
        <ActionButton
          kind="main"
          label={say(entry.action ?? entryWords.issue, language)}
          onAct={async () => {
            if (service === undefined) return { kind: 'unreachable' }
            const reply = await enter(service.id, priority)
            if (reply.kind !== 'done') return reply
            choose('')
            wantPriority(false)
            return reply
          }}
          disabled={stale || entry.action === null || service === undefined}
          language={language}
        />
      </section>
      <EnteredTicket ticket={entered} services={view.services} zone={zone} language={language} />
    </div>
  )
}
