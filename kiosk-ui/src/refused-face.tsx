import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/ids.ts'
import { Said } from '#shared/look/said.tsx'
import type { Rejection } from '#shared/rejections.ts'
import './notice-face.css'
import { Screen } from './screen.tsx'
import { words } from './words.ts'

/** The server will not show this screen, and says why. */
export function RefusedFace({
  rejection,
  language,
}: {
  readonly rejection: Rejection
  readonly language: Language
}) {
  return (
    <Screen
      kind="notice"
      heading={say(words.cannotShow, language)}
      head={
        <>
          <p className="notice-strong">
            <Said words={rejection.message} language={language} />
          </p>
          <p className="notice-line">{say(words.turnToStaff, language)}</p>
        </>
      }
    />
  )
}
