import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import type { WindowPanelProps } from './window-panel.tsx'
import { closesForWords, words } from './words.ts'

/** Closing somebody else's window is asked once more, with what it means for them and for those on hold. */
export function CloseForm({ window, api, office, language, stale }: WindowPanelProps) {
  const [isAsking, ask] = useState(false)
  return (
    <div className="panel-part">
      {isAsking ? (
        <div ref={bringIntoView}>
          {window.clerk === null ? null : <p>{say(closesForWords(window.clerk.name), language)}</p>}
          {window.held.length === 0 ? null : <p>{say(words.heldGoBack, language)}</p>}
        </div>
      ) : null}
      <div className="panel-choice">
        {isAsking ? (
          <ActionButton
            kind="alarm"
            label={say(words.close, language)}
            onAct={() => api.command(office, 'close-window', { window: window.window })}
            disabled={stale}
            language={language}
          />
        ) : null}
        <button
          type="button"
          className="sheet-button"
          aria-expanded={isAsking}
          onClick={() => ask(!isAsking)}
        >
          {say(isAsking ? words.cancel : words.closeAsk, language)}
        </button>
      </div>
    </div>
  )
}

/** The panel may be longer than the screen, and the answers stand below the question. */
function bringIntoView(question: HTMLElement | null) {
  question?.parentElement?.scrollIntoView({ block: 'nearest' })
}
