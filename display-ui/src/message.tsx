import type { ReactNode } from 'react'
import type { Bilingual } from '#shared/ids.ts'
import type { Rejection } from '#shared/rejections.ts'
import { Both, InEnglish } from './both.tsx'
import { customProperties } from './custom-properties.ts'
import { connecting, type DaySays } from './day-words.ts'
import { layout, readSizing } from './layout.ts'
import './message.css'
import { pages, type Place } from './sayings.ts'
import { useViewport } from './viewport.ts'
import { words } from './words.ts'

type Props = {
  readonly title: Bilingual
  readonly lines?: readonly Bilingual[]
  readonly children?: ReactNode
}

/** A few large words where otherwise the calls stand: why there are none, and what comes next. */
export function Message({ title, lines = [], children }: Props) {
  return (
    <div className="message">
      <p className="message-title">
        <Both words={title} className="both-stacked" />
      </p>
      {lines.map((line) => (
        <p key={line.bg} className="message-line">
          <Both words={line} className="both-stacked" />
        </p>
      ))}
      {children}
    </div>
  )
}

/** Of several pages each stands for so long, milliseconds: a few words, in very large type. */
const PAGE_MS = 6_000

type FarProps = {
  readonly says: DaySays
  readonly place: Place
  /** The office's time, milliseconds since the epoch. */
  readonly now: number
}

/** The same for readers far off: as much at a time as they can read. A screen reader hears all of it, once. */
export function FarMessage({ says, place, now }: FarProps) {
  const inTurn = pages(says.brief, place)
  const page = inTurn[Math.floor(now / PAGE_MS) % inTurn.length]
  return (
    <div
      className="message message-far"
      style={customProperties({ '--message-font': page?.font ?? 0, '--message-width': place.width })}
    >
      <div className="visually-hidden">
        <Message title={says.title} lines={says.lines} />
      </div>
      <div aria-hidden="true">
        {page?.sayings.map(({ text, language }) => (
          <p key={text} lang={language} className="message-said">
            {language === 'en' ? <InEnglish text={text} /> : text}
          </p>
        ))}
      </div>
    </div>
  )
}

/** Before the first word from the office. */
export function Connecting() {
  const place = layout({ ...readSizing(location.search), ...useViewport() }).message
  return (
    <main className="whole" aria-busy="true">
      <title>Табло</title>
      <h1 className="visually-hidden">{words.board.bg}</h1>
      {place === null ? (
        <Message title={connecting.title} />
      ) : (
        <FarMessage says={connecting} place={place} now={0} />
      )}
    </main>
  )
}

/** The office will not show this hall: for whoever hangs up the screen. */
export function Refused({ rejection }: { readonly rejection: Rejection }) {
  return (
    <main className="whole">
      <title>Табло</title>
      <h1 className="visually-hidden">{words.board.bg}</h1>
      <Message title={words.refused} lines={[rejection.message, words.refusedHelp]} />
    </main>
  )
}
