import { clockFace, longDate, say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import { unreachable } from '#shared/result.ts'
import type { DayFace, OfficeFace, Phase } from '#shared/views.ts'
import './notice-face.css'
import { Screen } from './screen.tsx'
import { words } from './words.ts'

type Props = {
  readonly day: DayFace
  readonly phase: Exclude<Phase, 'open'>
  /** False: without a line it will have no tickets to give when the hours begin. */
  readonly opensByItself: boolean
  readonly contact: OfficeFace['contact']
  readonly language: Language
}

/** When no tickets are given: why, and what is next. Nothing here can be pressed in vain. */
export function ClosedFace({ day, phase, opensByItself, contact, language }: Props) {
  const { heading, lines, showsNext } = face(day, phase, opensByItself)
  return (
    <Screen
      key={phase}
      kind="notice"
      heading={say(heading, language)}
      head={
        <>
          {lines.map((line) => (
            <p key={line.bg} className="notice-line">
              <Said words={line} language={language} />
            </p>
          ))}
          {showsNext && day.next !== null ? (
            <dl className="notice-next">
              <dt>{say(words.nextWorkingDay, language)}</dt>
              <dd>
                <span className="notice-date">{longDate(day.next.date, language)}</span>
                <span>{say(words.opensFrom(clockFace(day.next.opensAt, day.zone)), language)}</span>
              </dd>
            </dl>
          ) : null}
          {showsNext && contact.phone !== '' ? (
            <p className="notice-contact">
              {say(words.callUs, language)}: <span className="unbroken">{contact.phone}</span>
            </p>
          ) : null}
        </>
      }
    />
  )
}

type Face = { readonly heading: Bilingual; readonly lines: readonly Bilingual[]; readonly showsNext: boolean }

function face(day: DayFace, phase: Props['phase'], opensByItself: boolean): Face {
  const why = day.why === null ? [] : [sentence(day.why)]
  switch (phase) {
    case 'closed-day':
      return { heading: words.closedToday, lines: why, showsNext: true }
    case 'before-opening':
      return {
        heading: day.opensAt === null ? words.opensSoon : words.opensIn(clockFace(day.opensAt, day.zone)),
        lines: [...why, ...(opensByItself ? [words.opensByItself] : [])],
        showsNext: false,
      }
    case 'finishing':
      return {
        heading: words.noMoreTickets,
        lines: [
          ...(day.limitAt === null ? [] : [words.insideServed(clockFace(day.limitAt, day.zone))]),
          words.insideWithoutTicket,
        ],
        showsNext: true,
      }
    case 'closed':
      return { heading: words.dayOver, lines: [], showsNext: true }
    default:
      return unreachable(phase)
  }
}

/** A reason as the calendar tells it, with a capital and a stop. */
function sentence(words: Bilingual): Bilingual {
  const whole = (text: string) =>
    `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
  const { bg, en, ...further } = words
  const rest = Object.entries(further).flatMap(([language, text]) =>
    text === undefined ? [] : [[language, whole(text)]],
  )
  return { bg: whole(bg), en: whole(en), ...Object.fromEntries(rest) }
}
