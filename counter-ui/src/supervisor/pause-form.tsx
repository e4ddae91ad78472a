import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import { pauseWords } from '#shared/words/reasons.ts'
import { ActionButton } from '../action-button.tsx'
import { Field } from './field.tsx'
import type { WindowPanelProps } from './window-panel.tsx'
import { words } from './words.ts'

/** A pause with its reason: from the list, or in a few words of one's own. */
export function PauseForm({ window, api, office, language, stale }: WindowPanelProps) {
  const [reason, choose] = useState('break')
  const [own, write] = useState('')
  const said = reason === 'other' ? own.trim() || 'other' : reason

  return (
    <div className="panel-part">
      <Field label={say(words.pauseReason, language)}>
        {(ids) => (
          <select {...ids} value={reason} onChange={(event) => choose(event.target.value)}>
            {Object.entries(pauseWords).map(([id, name]) => (
              <option key={id} value={id}>
                {say(name, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {reason === 'other' ? (
        <Field label={say(words.ownWords, language)}>
          {(ids) => (
            <input {...ids} maxLength={200} value={own} onChange={(event) => write(event.target.value)} />
          )}
        </Field>
      ) : null}
      <ActionButton
        label={say(words.pause, language)}
        onAct={() => api.command(office, 'pause-window', { window: window.window, reason: said })}
        disabled={stale}
        language={language}
      />
    </div>
  )
}
