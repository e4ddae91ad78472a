import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import { Field } from './field.tsx'
import type { WindowPanelProps } from './window-panel.tsx'
import { atWindowWords, words } from './words.ts'

/** Who is to work here: opens a closed window, hands an occupied one over. */
export function ClerkChoice({ view, window, api, office, language, stale }: WindowPanelProps) {
  const [chosen, choose] = useState('')
  const isClosed = window.state === 'closed'
  const clerk = view.clerks.find((each) => each.id === chosen)
  const others = view.clerks.filter((each) => each.id !== window.clerk?.id)

  return (
    <div className="panel-part">
      <Field
        label={say(isClosed ? words.clerk : words.handOver, language)}
        hint={isClosed ? null : say(words.handOverHint, language)}
      >
        {(ids) => (
          <select {...ids} value={clerk?.id ?? ''} onChange={(event) => choose(event.target.value)}>
            <option value="">{say(words.chooseClerk, language)}</option>
            {others.map((each) => (
              <option key={each.id} value={each.id} disabled={each.window !== null}>
                {each.name}
                {each.window === null ? '' : ` – ${say(atWindowWords(each.window), language)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ActionButton
        kind={isClosed ? 'main' : 'plain'}
        label={say(isClosed ? words.open : words.handOverDo, language)}
        onAct={async () => {
          if (clerk === undefined) return { kind: 'unreachable' }
          const reply = await api.command(office, 'open-window', { window: window.window, clerk: clerk.id })
          if (reply.kind === 'done') choose('')
          return reply
        }}
        disabled={stale || clerk === undefined || clerk.window !== null}
        language={language}
      />
    </div>
  )
}
