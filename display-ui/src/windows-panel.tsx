import type { Bilingual } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import type { HallView } from '#shared/views.ts'
import { Both } from './both.tsx'
import { windowNumber, windowStateWords, words } from './words.ts'
import './windows-panel.css'

type Windows = HallView['windows']
type Props = {
  /** Of the part of the hall that they belong to, or just „Гишета“. */
  readonly name: Bilingual
  readonly windows: Windows
  readonly waiting: number
  readonly hasWindows: boolean
}

/** How many wait, and what each window is doing, in words. */
export function WindowsPanel({ name, windows, waiting, hasWindows }: Props) {
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
        {(hasWindows ? windows : []).map(({ window, name, state, label }) => (
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
