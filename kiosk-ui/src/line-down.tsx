import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import './notice-face.css'
import { Screen } from './screen.tsx'
import { words } from './words.ts'

/** The line to the server is down: no button here could keep its word. */
export function LineDown({ language }: { readonly language: Language }) {
  return (
    <Screen
      kind="notice"
      heading={say(words.lineDown, language)}
      head={
        <>
          <p className="notice-strong">{say(words.byHand, language)}.</p>
          <p className="notice-line">{say(words.askStaff, language)}</p>
        </>
      }
    />
  )
}
