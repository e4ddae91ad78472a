import { say, timeOfDay } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import type { Supervised } from './supervised.ts'
import { words } from './words.ts'

/** Someone at the kiosk asked for a person. */
export function AssistanceNotice({ view, api, office, zone, language, stale }: Supervised) {
  const asked = view.assistanceAsked
  return (
    <div role="status" className="assistance-region">
      {asked === null ? null : (
        <div className="assistance">
          <p>
            <strong>{say(words.assistance, language)}</strong>{' '}
            <span className="sheet-nowrap">
              {say(words.assistanceAt, language)} {timeOfDay(asked, zone, language)}
            </span>
          </p>
          <ActionButton
            kind="main"
            label={say(words.answer, language)}
            onAct={() => api.command(office, 'answer-assistance', {})}
            disabled={stale}
            language={language}
          />
        </div>
      )}
    </div>
  )
}
