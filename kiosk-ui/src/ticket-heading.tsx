import type { CSSProperties } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import './ticket-page.css'
import { words } from './words.ts'

/** „Вашият номер: Г 014“, as big as it can be. */
export function TicketHeading({ label, language }: { readonly label: string; readonly language: Language }) {
  // A custom property, so that a label of four digits gets letters that still fit.
  const length = { '--length': label.length } as CSSProperties // the type knows no custom properties
  return (
    <>
      <span className="your-number">{say(words.yourNumber, language)} </span>
      <span className="label ticket-label" lang="bg" data-label={label} style={length}>
        {printed(label)}
      </span>
    </>
  )
}
