import { clockFace, limitOf, longDate, say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { unreachable } from '#shared/result.ts'
import { isAlmost } from '#shared/turn.ts'
import type { TicketView } from '#shared/views.ts'
import { waitRange, waitTold } from '#shared/wait-range.ts'
import type { TicketWaitView } from '#shared/waits.ts'
import { callWords } from '#shared/words/turn-words.ts'
import { words } from './words.ts'

type Props = { readonly view: TicketView; readonly language: Language }
type Foreseen = Props & {
  /** When it will be called, as far as anyone can say; null: the line is down. */
  readonly wait: TicketWaitView['wait'] | null
  /** The office's time, milliseconds since the epoch. */
  readonly now: number
}

/** Where the ticket stands, in words; what to do now. */
export function TicketState(props: Foreseen) {
  return (
    <section className="state" aria-live="polite" aria-atomic="true">
      {face(props)}
    </section>
  )
}

function face(props: Foreseen) {
  const { view, language } = props
  const { state, window } = view
  switch (state) {
    case 'waiting':
      return <WaitingFace {...props} />
    case 'called':
      return (
        <div className="called">
          <h2 className="state-heading">{say(callWords(view), language)}</h2>
          <p className="come">
            {say(words.come, language)}{' '}
            <strong className="come-window">
              {window === null ? null : say(words.window(window), language)}
            </strong>
          </p>
        </div>
      )
    case 'serving':
      return (
        <h2 className="state-heading">
          {say(words.serving, language)} {window === null ? null : say(words.atWindow(window), language)}
        </h2>
      )
    case 'on-hold':
      return <Plain heading={words.onHold} lines={[words.onHoldWhat(window)]} language={language} />
    case 'finished':
      return (
        <>
          <Plain
            heading={words.finished}
            lines={view.apology ? [words.sorryForWait, words.thanks] : [words.thanks]}
            language={language}
          />
          <Feedback view={view} language={language} />
        </>
      )
    case 'no-show':
      return <Plain heading={words.noShow} lines={[words.noShowWhat]} language={language} />
    case 'left':
      return <Plain heading={words.left} lines={[words.leftWhat]} language={language} />
    case 'unserved':
      return (
        <>
          <Plain heading={words.unserved} lines={[words.unservedWhat]} language={language} />
          <NextOpening view={view} language={language} />
          <Feedback view={view} language={language} />
        </>
      )
    default:
      return unreachable(state)
  }
}

function WaitingFace({ view, wait, now, language }: Foreseen) {
  const { ahead, openWindows, apology } = view
  const almost = isAlmost(view)
  const told =
    almost || wait?.state !== 'estimated'
      ? null
      : waitTold(
          waitRange(Date.parse(wait.fromAt) - now, Date.parse(wait.toAt) - now),
          now,
          limitOf(view.day),
        )
  return (
    <>
      {almost ? (
        <div className="almost">
          <h2 className="state-heading">{say(words.almost, language)}</h2>
          <p>{say(words.stayNear, language)}</p>
        </div>
      ) : null}
      {ahead === null ? null : (
        <p className="phone-ahead">
          <span>{say(words.aheadLabel, language)}: </span>
          <strong>{ahead}</strong>
        </p>
      )}
      {told === null || told.figure === null ? null : (
        <p className="phone-wait">
          <span>{say(words.waitLabel, language)}: </span>
          <strong>{say(told.figure, language)}</strong>
          <small>{say(words.estimate, language)}</small>
        </p>
      )}
      {told === null || told.warning === null ? null : <p>{say(told.warning, language)}</p>}
      <p>{say(words.waiting, language)}.</p>
      <p className="state-quiet">
        {say(
          openWindows.length === 0 ? words.noWindow : words.openWindows(openWindows.join(',\u00a0')),
          language,
        )}
      </p>
      {apology ? <p>{say(words.sorryForWait, language)}</p> : null}
    </>
  )
}

type PlainProps = {
  readonly heading: Bilingual
  readonly lines: readonly Bilingual[]
  readonly language: Language
}

function Plain({ heading, lines, language }: PlainProps) {
  return (
    <>
      <h2 className="state-heading">{say(heading, language)}</h2>
      {lines.map((line) => (
        <p key={line.bg}>{say(line, language)}</p>
      ))}
    </>
  )
}

/** Where an opinion can be left, if there is such a place. */
function Feedback({ view, language }: Props) {
  if (view.feedback === null) return null
  return (
    <p>
      <a className="phone-button feedback" href={view.feedback} rel="noreferrer">
        {say(words.feedback, language)}
      </a>
    </p>
  )
}

function NextOpening({ view, language }: Props) {
  const { next, zone } = view.day
  if (next === null) return null
  return (
    <p className="next-opening">
      <span>{say(words.nextWorkingDay, language)}</span>
      <strong>
        {longDate(next.date, language)}, {say(words.opensFrom(clockFace(next.opensAt, zone)), language)}
      </strong>
    </p>
  )
}
