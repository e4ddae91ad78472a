import type { Line } from '#shared/client/live.ts'
import { useLive, useOfficeTime } from '#shared/client/use-live.ts'
import { printed } from '#shared/labels.ts'
import type { HallView } from '#shared/views.ts'
import type { Bilingual } from '#shared/ids.ts'
import { Both } from './both.tsx'
import { customProperties } from './custom-properties.ts'
import { daySays } from './day-words.ts'
import { Connecting, Message, Refused } from './message.tsx'
import { useClockIsSet, type OfficeClock } from './office-clock.ts'
import { signFace, type SignFace } from './sign-face.ts'
import './sign.css'
import { Swell } from './swell.tsx'
import { Training } from './training.tsx'
import { useViewport } from './viewport.ts'
import { unknownWindow, windowNumber, words } from './words.ts'

type Props = {
  readonly line: Line
  readonly clock: OfficeClock
  readonly office: string
  /** The window as the address names it. */
  readonly asked: string
}

/** The sign above one window: its number, and whose turn it is there. */
export function Sign({ line, clock, office, asked }: Props) {
  const live = useLive(line, office, 'hall')
  const isSet = useClockIsSet(clock)
  const now = useOfficeTime(line)

  if (live.status === 'refused') return <Refused rejection={live.rejection} />
  if (live.status === 'connecting' || !isSet) return <Connecting />
  const { view } = live
  const window = view.windows.find((each) => String(each.window) === asked)
  if (window === undefined) return <UnknownWindow view={view} asked={asked} />
  return <OneWindow view={view} window={window} isStale={live.status === 'stale'} now={now} />
}

type WindowProps = {
  readonly view: HallView
  readonly window: HallView['windows'][number]
  readonly isStale: boolean
  readonly now: number
}

function OneWindow({ view, window, isStale, now }: WindowProps) {
  const { width, height } = useViewport()
  const face = signFace(view.calls, window, isStale, now)
  const label = 'label' in face ? face.label : null
  const isUpright = height > width
  return (
    <div
      className={`sign ${isUpright ? 'sign-upright' : ''}`}
      style={customProperties({
        '--ribbon': view.office.training ? Math.max(20, Math.min(width, height) * 0.045) : 0,
        '--number-ems': window.window > 9 ? '1.3' : '0.68',
        '--label-ems': label !== null && /\d{4}/.test(label) ? '3.62' : '2.99',
      })}
    >
      <title>{`${words.window.bg} ${window.window} · ${view.office.name.bg}`}</title>
      <Training training={view.office.training} />
      <main
        className={`sign-main sign-${face.kind} ${window.name === null ? '' : 'sign-named'} ${face.kind === 'calling' && face.isFresh ? 'sign-fresh' : ''}`}
      >
        <div className="sign-place">
          <h1 className="sign-heading">
            <Both words={words.window} className="both-stacked sign-word" />
            <span className="sign-number">{window.window}</span>
          </h1>
          {window.name !== null && (
            <p className="sign-name">
              <Both words={window.name} className="both-stacked" />
            </p>
          )}
        </div>
        <div
          className="sign-state"
          aria-live="polite"
          aria-atomic="true"
          key={face.kind === 'calling' ? face.call : face.kind}
        >
          {face.kind === 'calling' && face.isFresh && <Swell />}
          {label !== null && <p className="label sign-label">{printed(label)}</p>}
          <p className={label === null ? 'sign-says sign-says-alone' : 'sign-says'}>
            <Both words={signWords(face)} className="both-stacked" />
          </p>
          {more(face, view).map((line) => (
            <p key={line.bg} className="sign-more">
              <Both words={line} className="both-stacked" />
            </p>
          ))}
        </div>
      </main>
    </div>
  )
}

function UnknownWindow({ view, asked }: { readonly view: HallView; readonly asked: string }) {
  return (
    <main className="whole">
      <title>Табло</title>
      <h1 className="visually-hidden">{words.windows.bg}</h1>
      <Message title={unknownWindow(asked)} lines={[words.knownWindows]}>
        <ul className="known-windows">
          {view.windows.map(({ window, name }) => (
            <li key={window}>
              <a href={`/display/window/${window}${location.search}`}>
                {windowNumber(window).bg}
                {name !== null && ` · ${name.bg}`}
              </a>
            </li>
          ))}
        </ul>
      </Message>
    </main>
  )
}

function signWords(face: SignFace): Bilingual {
  switch (face.kind) {
    case 'stale':
      return words.signDown
    case 'calling':
      return face.isLast ? words.lastCall : words.pleaseCome
    case 'serving':
      return words.nowServing
    case 'open':
      return words.open
    case 'paused':
      return words.break
    case 'closed':
      return words.windowClosed
  }
}

/** A second line, where the first alone would leave a question. */
function more(face: SignFace, view: HallView): readonly Bilingual[] {
  switch (face.kind) {
    case 'stale':
      return [words.signDownHelp]
    case 'open':
      return [words.watchSign]
    case 'closed': {
      const says = daySays(view)
      return says === null
        ? []
        : [view.unserved > 0 && view.day.phase === 'closed' ? words.closed : says.title]
    }
    case 'calling':
    case 'serving':
    case 'paused':
      return []
  }
}
