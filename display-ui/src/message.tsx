import type { ReactNode } from 'react'
import type { Bilingual } from '#shared/ids.ts'
import type { Rejection } from '#shared/rejections.ts'
import { Both } from './both.tsx'
import './message.css'
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

/** Before the first word from the office. */
export function Connecting() {
  return (
    <main className="whole" aria-busy="true">
      <title>Табло</title>
      <h1 className="visually-hidden">{words.board.bg}</h1>
      <Message title={words.connecting} />
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
