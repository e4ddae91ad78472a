import { printed } from '#shared/labels.ts'
import type { BoardCall, HallView } from '#shared/views.ts'
import { Arrow } from './arrow.tsx'
import { Both } from './both.tsx'
import { leadsThere } from './freshness.ts'
import './last-calls.css'
import { callStateWords, directionWords, words } from './words.ts'

type Props = {
  readonly calls: readonly BoardCall[]
  readonly windows: HallView['windows']
  readonly isLit: (call: BoardCall) => boolean
  readonly hasArrows: boolean
  readonly hasWords: boolean
  readonly isMany: boolean
  readonly isQuietDay: boolean
  readonly isFar: boolean
  /** Whether the heading is seen: it is for whoever stands near. */
  readonly hasHeading: boolean
}

/** The calls before the one in the lead, newest first; the fresh ones still lit. */
export function LastCalls({
  calls,
  windows,
  isLit,
  hasArrows,
  hasWords,
  isMany,
  isQuietDay,
  isFar,
  hasHeading,
}: Props) {
  // An arrow's place stays free where none leads anywhere: the windows stand one below another.
  const hasWays = hasArrows && windows.some(({ direction }) => direction !== null)
  return (
    <section
      className={`last ${hasWords ? '' : 'last-bare'} ${isMany ? 'last-many' : ''}`}
      aria-labelledby="last-heading"
    >
      <h2 id="last-heading" className={hasHeading ? 'heading' : 'visually-hidden'}>
        <Both words={words.lastCalled} />
      </h2>
      {calls.length === 0 ? (
        <p className={isFar ? 'visually-hidden' : 'last-none'}>
          <Both words={isQuietDay ? words.noCallsYet : words.noOthers} className="both-stacked" />
        </p>
      ) : (
        <ol className="last-rows">
          {calls.map((call) => {
            const window = leadsThere(call) ? windows.find((each) => each.window === call.window) : undefined
            const direction = window?.direction ?? null
            return (
              <li
                key={`${call.label}/${call.window}`}
                className={`call call-${call.state} ${isLit(call) ? 'call-lit' : ''}`}
              >
                <span className="label call-label">{printed(call.label)}</span>
                <span className="call-window">
                  {hasArrows && direction !== null && <Arrow direction={direction} />}
                  {hasWays && direction === null && <span className="arrow" />}
                  {hasWords && <Both words={words.window} className="both-stacked call-word" />}
                  {!hasWords && <span className="visually-hidden">{words.window.bg}</span>}
                  <span className="call-number">{call.window}</span>
                  {direction !== null && (
                    <span className="visually-hidden">{directionWords[direction].bg}</span>
                  )}
                </span>
                {hasWords ? (
                  <Both
                    words={callWords(call)}
                    className={`both-stacked call-words ${isLast(call) ? 'call-last' : ''}`}
                  />
                ) : (
                  <span className="visually-hidden">{callWords(call).bg}</span>
                )}
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

function callWords(call: BoardCall) {
  if (isLast(call)) return words.lastCall
  return call.state === 'called' && call.times > 1 ? words.calledAgain : callStateWords[call.state]
}

function isLast(call: BoardCall): boolean {
  return call.last && call.state === 'called'
}
