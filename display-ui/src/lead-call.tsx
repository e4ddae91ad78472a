import { printed } from '#shared/labels.ts'
import type { BoardCall, HallView } from '#shared/views.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { DaySays } from './day-words.ts'
import { Arrow } from './arrow.tsx'
import { Both } from './both.tsx'
import { leadsThere } from './freshness.ts'
import type { Layout } from './layout.ts'
import './lead-call.css'
import { Swell } from './swell.tsx'
import { callSaid, callStateWords, directionWords, lastCallFor, words } from './words.ts'

type Props = {
  readonly call: BoardCall
  readonly window: HallView['windows'][number] | null
  /** Only a call that leads to its window. */
  readonly isFresh: boolean
  readonly isStacked: boolean
  /** Null: its words would be too small for the distance. */
  readonly caption: Layout['caption']
  /** Whether the way is told in words too, beside the arrow. */
  readonly hasWhere: boolean
}

/** The newest call, in the upper third. It pulses because it is a new element for each call: the key is the call's id. */
export function LeadCall({ call, window, isFresh, isStacked, caption, hasWhere }: Props) {
  const face = isFresh ? 'called' : call.state
  const direction = leadsThere(call) ? (window?.direction ?? null) : null
  return (
    <div className={`lead lead-${face} ${isFresh ? 'lead-fresh' : ''} ${isStacked ? 'lead-stacked' : ''}`}>
      {isFresh && <Swell />}
      <div className="lead-row" aria-hidden="true">
        <span className="label lead-label">{printed(call.label)}</span>
        <span className="lead-window">
          {direction !== null && <Arrow direction={direction} />}
          <Both words={words.window} className="both-stacked lead-word" />
          <span className="lead-number">{call.window}</span>
        </span>
      </div>
      <p className="visually-hidden">
        <Both words={callSaid(call)} />
      </p>
      {caption === null ? null : (
        <div className="lead-caption">
          <p className={call.last && call.state === 'called' ? 'lead-says lead-last' : 'lead-says'}>
            {hasWhere ? (
              <Both words={leadWords(call)} className="both-stacked" />
            ) : caption.hasEnglish ? (
              <Both words={shortWords(call)} />
            ) : (
              <span className="both-bg">{shortWords(call).bg}</span>
            )}
          </p>
          {direction !== null && hasWhere && (
            <p className="lead-where">
              <Both words={directionWords[direction]} className="both-stacked" />
            </p>
          )}
        </div>
      )}
    </div>
  )
}

/** Before anyone has been called. */
export function NoCalls({ says }: { readonly says: DaySays }) {
  return (
    <div className="lead lead-nobody">
      <p className="lead-welcome">
        <Both words={says.title} className="both-stacked" />
      </p>
      {says.lines.map((line) => (
        <p key={line.bg} className="lead-hint">
          <Both words={line} className="both-stacked" />
        </p>
      ))}
    </div>
  )
}

function leadWords(call: BoardCall): Bilingual {
  switch (call.state) {
    case 'called':
      if (call.last) return lastCallFor(printed(call.label))
      return call.times > 1 ? words.calledAgain : words.pleaseCome
    case 'serving':
      return words.nowServing
    case 'done':
      return words.lastNumber
    case 'on-hold':
    case 'waiting':
    case 'missed':
    case 'left':
    case 'unserved':
      return callStateWords[call.state]
  }
}

/** In large type the number is not said twice. */
function shortWords(call: BoardCall): Bilingual {
  if (call.state === 'called' && call.last) return words.lastCall
  return call.state === 'done' ? callStateWords.done : leadWords(call)
}
