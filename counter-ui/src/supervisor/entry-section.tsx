import { useState } from 'react'
import type { IssuedAnswer } from '#shared/answers.ts'
import { clockFace, say, timeOfDay } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { DayFace } from '#shared/views.ts'
import { ActionButton } from '../action-button.tsx'
import { TicketLabel } from '../ticket-label.tsx'
import { Field } from './field.tsx'
import { groupServices } from './service-group.ts'
import type { Supervised } from './supervised.ts'
import { useGroupNames } from './use-group-names.ts'
import { entryWords, words } from './words.ts'

/** A ticket for someone who cannot get one at the kiosk: any visitor while it is open, then those present at closing. */
export function EntrySection({ view, api, office, zone, language, stale }: Supervised) {
  const [chosen, choose] = useState('')
  const [priority, wantPriority] = useState(false)
  const [issued, become] = useState<IssuedAnswer['ticket'] | null>(null)
  const groupNames = useGroupNames(api, office)
  const service = view.services.find((each) => each.id === chosen)
  const entry = entryAt(view.day, zone)

  return (
    <div className="entry">
      <section className="panel" aria-labelledby="entry-heading">
        <h2 id="entry-heading">{say(words.entry, language)}</h2>
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
          {say(words.wantsPriority, language)}
        </label>
        <ActionButton
          kind="main"
          label={say(entry.action ?? words.issue, language)}
          onAct={async () => {
            if (service === undefined) return { kind: 'unreachable' }
            const reply = await api.command(office, 'issue-ticket', {
              service: service.id,
              priority,
              ...(entry.presentAtClosing ? { presentAtClosing: true } : {}),
            })
            if (reply.kind !== 'done') return reply
            become(reply.value.ticket)
            choose('')
            wantPriority(false)
            return reply
          }}
          disabled={stale || entry.action === null || service === undefined}
          language={language}
        />
      </section>
      <section className="entry-result" role="status" aria-label={say(words.tellNumber, language)}>
        {issued === null ? (
          <p className="sheet-quiet">{say(words.issueFirst, language)}</p>
        ) : (
          <>
            <p>{say(words.tellNumber, language)}</p>
            <p>
              <TicketLabel label={issued.label} className="entry-label" />
            </p>
            <p>
              {say(view.services.find(({ id }) => id === issued.service)?.name ?? words.service, language)}
            </p>
            <p className="sheet-quiet">
              {say(words.ahead, language)}: {issued.ahead} · {say(words.issuedAt, language)}{' '}
              {timeOfDay(issued.issuedAt, zone, language)}
            </p>
          </>
        )}
      </section>
    </div>
  )
}

type Entry = {
  readonly about: Bilingual
  readonly later: Bilingual | null
  /** Null: nothing can be entered now. */
  readonly action: Bilingual | null
  readonly presentAtClosing: boolean
}

function entryAt(day: DayFace, zone: string): Entry {
  const clock = (at: string | null) => (at === null ? '–' : clockFace(at, zone))
  const none = { later: null, action: null, presentAtClosing: false }
  switch (day.phase) {
    case 'before-opening':
      return {
        ...none,
        about: entryWords.opensAt(clock(day.opensAt)),
        later: entryWords.closesAt(clock(day.closesAt)),
      }
    case 'open':
      return {
        about: words.entryOpen,
        later: entryWords.closesAt(clock(day.closesAt)),
        action: words.issue,
        presentAtClosing: false,
      }
    case 'finishing':
      return {
        about: entryWords.finishing(clock(day.closesAt), clock(day.limitAt)),
        later: null,
        action: entryWords.enterPresent(clock(day.closesAt)),
        presentAtClosing: true,
      }
    case 'closed':
    case 'closed-day':
      return {
        ...none,
        about: entryWords.over(day.next && { date: day.next.date, time: clockFace(day.next.opensAt, zone) }),
      }
  }
}
