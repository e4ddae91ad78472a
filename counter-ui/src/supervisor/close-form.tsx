import { useId, useState } from 'react'
import { say } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import type { WindowPanelProps } from './window-panel.tsx'
import { closesForWords, words } from './words.ts'

/** Closing somebody else's window is asked once more, with what it means for them and for those on hold. */
export function CloseForm({ window, api, office, language, stale }: WindowPanelProps) {
  const [isAsking, ask] = useState(false)
  const question = useId()
  return (
    <div className="panel-part">
      <button
        type="button"
        className="sheet-button panel-ask"
        aria-expanded={isAsking}
        aria-controls={question}
        onClick={() => ask(!isAsking)}
      >
        {say(isAsking ? words.cancel : words.closeAsk, language)}
      </button>
      <div id={question} hidden={!isAsking} className="panel-question">
        {window.clerk === null ? null : <p>{say(closesForWords(window.clerk.name), language)}</p>}
        {window.held.length === 0 ? null : <p>{say(words.heldGoBack, language)}</p>}
        <ActionButton
          kind="alarm"
          label={say(words.close, language)}
          onAct={() => api.command(office, 'close-window', { window: window.window })}
          disabled={stale}
          language={language}
        />
      </div>
    </div>
  )
}
