import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import './notice-face.css'
import { Screen } from './screen.tsx'
import { words } from './words.ts'

/** Before the first view. */
export function Waiting({ language }: { readonly language: Language }) {
  return (
    <Screen
      kind="notice"
      heading={say(words.connecting, language)}
      head={<p className="notice-line">{say(words.connectingLong, language)}</p>}
    />
  )
}
