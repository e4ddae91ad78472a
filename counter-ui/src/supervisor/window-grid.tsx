import { useState, type KeyboardEvent } from 'react'
import { say, stopwatch, timeOfDay } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { SupervisorView } from '#shared/views.ts'
import type { Language } from '../language.ts'
import { TicketLabel } from '../ticket-label.tsx'
import { Shape } from './shape.tsx'
import type { SupervisedWindow } from './supervised.ts'
import { pauseReasonWords, windowStateWords, words } from './words.ts'

type Props = {
  readonly view: SupervisorView
  readonly now: number
  readonly zone: string
  readonly language: Language
  readonly picked: number | null
  /** The id of the element that shows the picked window. */
  readonly panel: string
  readonly onPick: (window: number) => void
}

/** All windows as tiles. One stop for Tab; the arrow keys go from tile to tile. */
export function WindowGrid({ view, now, zone, language, picked, panel, onPick }: Props) {
  const [reached, reach] = useState(view.windows[0]?.window)
  return (
    <section aria-labelledby="windows-heading">
      <div className="sheet-heading">
        <h2 id="windows-heading">{say(words.windows, language)}</h2>
        <p className="sheet-quiet">{say(words.windowsHint, language)}</p>
      </div>
      <ul role="list" className="window-grid">
        {view.windows.map((window) => (
          <li key={window.window}>
            <button
              type="button"
              className="tile"
              data-state={window.state}
              data-window={window.window}
              aria-pressed={window.window === picked}
              aria-controls={panel}
              tabIndex={window.window === reached ? 0 : -1}
              onClick={() => onPick(window.window)}
              onFocus={() => reach(window.window)}
              onKeyDown={moveBetweenTiles}
            >
              <Tile
                window={window}
                letters={lettersOf(window, view)}
                now={now}
                zone={zone}
                language={language}
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Tile({
  window,
  letters,
  now,
  zone,
  language,
}: {
  readonly window: SupervisedWindow
  readonly letters: string
  readonly now: number
  readonly zone: string
  readonly language: Language
}) {
  return (
    <>
      <span className="tile-head">
        <span className="tile-number">
          <span className="visually-hidden">{say(words.window, language)} </span>
          {window.window}
        </span>
        {window.name === null ? null : <span className="tile-name">{say(window.name, language)}</span>}
        <span className="tile-state">
          <Shape name={window.state} />
          {say(windowStateWords[window.state], language)}
        </span>
      </span>
      <span className="tile-now">
        {window.label === null ? (
          <span className="tile-none">{say(restWords(window), language)}</span>
        ) : (
          <>
            <TicketLabel label={window.label} />
            {window.currentSince === null ? null : (
              <span className="tile-time">{stopwatch(now - Date.parse(window.currentSince))}</span>
            )}
          </>
        )}
      </span>
      <span className="tile-line">
        {window.clerk === null ? say(words.nobody, language) : window.clerk.name}
        {window.since === null ? null : (
          <span className="sheet-nowrap">
            {' '}
            · {say(words.since, language)} {timeOfDay(window.since, zone, language)}
          </span>
        )}
      </span>
      <span className="tile-line tile-work">
        <span>
          {say(words.servedToday, language)}: {window.servedToday}
        </span>
        <span className="tile-letters">
          <span className="visually-hidden">{say(words.services, language)}: </span>
          {letters === '' ? say(words.noServices, language) : letters}
        </span>
      </span>
      {window.held.length === 0 ? null : (
        <span className="tile-line">
          {say(words.onHold, language)}:{' '}
          {window.held.map((label) => (
            <TicketLabel label={label} className="tile-held" key={label} />
          ))}
        </span>
      )}
    </>
  )
}

/** What stands where a ticket would: why there is none. */
function restWords({ state, pauseReason }: SupervisedWindow): Bilingual {
  if (state === 'closed') return { bg: '', en: '' }
  return pauseReason === null ? words.noTicket : pauseReasonWords(pauseReason)
}

function lettersOf(window: SupervisedWindow, view: SupervisorView): string {
  const served = view.services.filter((service) => window.services.includes(service.id))
  return [...new Set(served.map((service) => service.letter))].join(' ')
}

function moveBetweenTiles(event: KeyboardEvent<HTMLButtonElement>) {
  const grid = event.currentTarget.closest('ul')
  const tiles = [...(grid?.querySelectorAll('button') ?? [])]
  const columns = tiles.filter((tile) => tile.offsetTop === tiles[0]?.offsetTop).length
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
  if (step === undefined) return
  event.preventDefault()
  tiles[tiles.indexOf(event.currentTarget) + step]?.focus()
}
