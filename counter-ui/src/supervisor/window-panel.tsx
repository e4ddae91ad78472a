import { useEffect, useRef } from 'react'
import { say, stopwatch, timeOfDay } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import { ActionButton } from '../action-button.tsx'
import { TicketLabel } from '../ticket-label.tsx'
import { isWithoutWork } from '../window/main-action.ts'
import { ClerkChoice } from './clerk-choice.tsx'
import { CloseForm } from './close-form.tsx'
import { PauseForm } from './pause-form.tsx'
import { ServiceAssignment } from './service-assignment.tsx'
import { Shape } from './shape.tsx'
import type { Supervised, SupervisedWindow } from './supervised.ts'
import { pauseReasonWords, windowStateWords, words } from './words.ts'

export type WindowPanelProps = Supervised & {
  readonly window: SupervisedWindow
  readonly groupNames: ReadonlyMap<string, Bilingual>
  readonly now: number
  readonly onHide: () => void
}

/** One window, and everything its supervisor may do with it. */
export function WindowPanel(props: WindowPanelProps) {
  const { view, window, api, office, zone, language, stale, now, onHide } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), []) // it opens for the one who chose the window, from wherever that was

  const isClosed = window.state === 'closed'
  const mayPause = !isClosed && window.state !== 'paused' && !isWithoutWork(view.day.phase)
  return (
    <section className="panel" aria-labelledby="panel-heading">
      <div className="panel-head">
        <h2 id="panel-heading" tabIndex={-1} ref={heading}>
          {say(words.window, language)} {window.window}
          {window.name === null ? null : ` · ${say(window.name, language)}`}
        </h2>
        <button
          type="button"
          className="sheet-link"
          data-shortcut="Escape"
          aria-keyshortcuts="Esc"
          onClick={onHide}
        >
          {say(words.closePanel, language)} <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>

      <p className="panel-state" data-state={window.state}>
        <span>
          <Shape name={window.state} /> <b>{say(windowStateWords[window.state], language)}</b>
        </span>
        <span>
          {window.clerk === null ? say(words.nobody, language) : window.clerk.name}
          {window.since === null
            ? null
            : `, ${say(words.since, language)} ${timeOfDay(window.since, zone, language)}`}
        </span>
        {window.pauseReason === null ? null : (
          <span>{say(pauseReasonWords(window.pauseReason), language)}</span>
        )}
        {window.label === null ? null : (
          <span>
            {say(words.currentTicket, language)}: <TicketLabel label={window.label} />
            {window.currentSince === null ? null : `, ${stopwatch(now - Date.parse(window.currentSince))}`}
          </span>
        )}
        {window.held.length === 0 ? null : (
          <span>
            {say(words.onHold, language)}:{' '}
            {window.held.map((label) => (
              <TicketLabel label={label} className="tile-held" key={label} />
            ))}
          </span>
        )}
      </p>

      {window.state === 'paused' ? (
        <ActionButton
          kind="main"
          label={say(words.resume, language)}
          onAct={() => api.command(office, 'resume-window', { window: window.window })}
          disabled={stale}
          language={language}
        />
      ) : null}
      <ClerkChoice key={isClosed ? 'open' : 'hand-over'} {...props} />
      {mayPause ? <PauseForm {...props} /> : null}
      {isClosed ? null : <CloseForm {...props} />}
      <ServiceAssignment {...props} />
    </section>
  )
}
