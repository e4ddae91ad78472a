import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import './notice-face.css'
import { Screen } from './screen.tsx'
import { words } from './words.ts'

type Props = {
  /** Whether by the hours that are known tickets are given now: if so, by hand. */
  readonly isOpen: boolean
  readonly language: Language
}

/** The line to the server is down: no button here could keep its word. */
export function LineDown({ isOpen, language }: Props) {
  return (
    <Screen
      kind="notice"
      heading={say(words.lineDown, language)}
      head={
        <>
          {isOpen ? <p className="notice-strong">{say(words.byHand, language)}.</p> : null}
          <p className="notice-line">{say(words.askStaff, language)}</p>
        </>
      }
    />
  )
}
