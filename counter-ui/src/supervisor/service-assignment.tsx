import { useState } from 'react'
import { say } from '#shared/client/format.ts'
import type { ServiceId } from '#shared/ids.ts'
import { ActionButton } from '../action-button.tsx'
import { isSame, toggled } from './service-choice.ts'
import { groupServices, leftWithoutWindow } from './service-group.ts'
import { Shape } from './shape.tsx'
import type { WindowPanelProps } from './window-panel.tsx'
import { onlyAtWords, words } from './words.ts'

/** What a window serves today. Until something is ticked it follows the view; then it holds the supervisor's choice. */
export function ServiceAssignment({
  view,
  window,
  groupNames,
  api,
  office,
  language,
  stale,
}: WindowPanelProps) {
  const [draft, write] = useState<ReadonlySet<ServiceId> | null>(null)
  const assigned = new Set(window.services)
  const chosen = draft ?? assigned
  const isChanged = !isSame(chosen, assigned)
  const isWorking = window.state !== 'closed' && window.state !== 'paused'
  const abandoned = isWorking ? leftWithoutWindow(view.services, window.window, chosen) : []

  return (
    <div className="panel-part">
      <h3>
        {say(words.servicesHere, language)}{' '}
        <span className="sheet-quiet">{say(words.validToday, language)}</span>
      </h3>
      {groupServices(view.services, groupNames).map((group) => (
        <fieldset className="assignment" key={group.id}>
          <legend>
            <b className="letter">{group.letter}</b> {group.name === null ? '' : say(group.name, language)}
          </legend>
          {group.services.map((service) => {
            const elsewhere = service.onlyWindow !== null && service.onlyWindow !== window.window
            return (
              <label className="tick" key={service.id}>
                <input
                  type="checkbox"
                  checked={chosen.has(service.id)}
                  disabled={elsewhere || stale}
                  onChange={() => write(toggled(chosen, service.id))}
                />
                <span>
                  {say(service.name, language)}
                  {service.onlyWindow === null ? null : (
                    <span className="sheet-quiet"> – {say(onlyAtWords(service.onlyWindow), language)}</span>
                  )}
                </span>
              </label>
            )
          })}
        </fieldset>
      ))}
      <div className="assignment-end">
        <div role="status">
          {chosen.size === 0 ? <p className="sheet-warn">{say(words.atLeastOne, language)}</p> : null}
          {abandoned.length === 0 ? null : (
            <p className="sheet-warn">
              <Shape name="no-window" /> {say(words.leavesNobody, language)}:{' '}
              {abandoned.map((service) => say(service.name, language)).join('; ')}
            </p>
          )}
        </div>
        <ActionButton
          kind="main"
          label={say(words.assign, language)}
          onAct={async () => {
            const services = view.services.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
            const reply = await api.command(office, 'assign-services', { window: window.window, services })
            if (reply.kind === 'done') write(null)
            return reply
          }}
          disabled={stale || !isChanged || chosen.size === 0}
          language={language}
        />
        {isChanged ? (
          <button type="button" className="sheet-link" onClick={() => write(null)}>
            {say(words.discard, language)}
          </button>
        ) : null}
      </div>
    </div>
  )
}
