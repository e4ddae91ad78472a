import type { Bilingual } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import type { HallView, WindowState } from '#shared/views.ts'
import { Both } from './both.tsx'
import { callSaid, windowNumber, windowStateWords, words } from './words.ts'
import './windows-panel.css'

type Windows = HallView['windows']
type Props = {
  /** Of the part of the hall that they belong to, or just „Гишета“. */
  readonly name: Bilingual
  readonly windows: Windows
  readonly waiting: number
  /** Rows that there are; with fewer than windows, those that are closed go first. */
  readonly most: number
}

/** How many wait, and what each window is doing, in words. */
export function WindowsPanel({ name, windows, waiting, most }: Props) {
  const shown = inUseFirst(windows, most)
  return (
    <section className="panel" aria-labelledby="panel-heading">
      <div className="panel-head">
        <h2 id="panel-heading" className="heading">
          <Both words={name} />
        </h2>
        <p className="panel-waiting">
          <Both words={words.waiting} className="both-stacked" />
          <span className="panel-count">{waiting}</span>
        </p>
      </div>
      <ul className="panel-rows">
        {shown.map(({ window, name, state, label }) => (
          <li key={window} className={`place place-${state}`}>
            <span className="visually-hidden">{words.window.bg}</span>
            <span className="place-number">{window}</span>
            {label !== null && <span className="label place-label">{printed(label)}</span>}
            {label === null && name !== null && (
              <span className="place-name">
                <Both words={name} className="both-stacked" />
              </span>
            )}
            <Both words={windowStateWords[state]} className="both-stacked place-state" />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** @returns at most so many windows in their own order: those in use rather than those at rest. */
export function inUseFirst(windows: Windows, most: number): Windows {
  const importance: readonly WindowState[] = ['calling', 'serving', 'open', 'paused', 'closed']
  const kept = windows
    .toSorted((a, b) => importance.indexOf(a.state) - importance.indexOf(b.state))
    .slice(0, most)
  return windows.filter((window) => kept.includes(window))
}

/** @returns whom the windows serve, each in a line. */
export function atWork(windows: Windows): readonly Bilingual[] {
  return windows.flatMap(({ window, label }) =>
    label === null ? [] : [callSaid({ label, window, state: 'serving' })],
  )
}

/** After the limit a service in progress may still be finished: its number and window stay on the board until then. */
export function AtWork({ windows }: { readonly windows: Windows }) {
  const busy = windows.filter((each) => each.label !== null)
  if (busy.length === 0) return null
  return (
    <div className="at-work">
      <p>
        <Both words={words.stillServing} />
      </p>
      <ul>
        {busy.map(({ window, label }) => (
          <li key={window}>
            <span className="label">{printed(label ?? '')}</span> <Both words={windowNumber(window)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
