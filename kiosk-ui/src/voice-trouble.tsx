import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/languages.ts'
import type { AssistanceOffer } from './assistance.tsx'
import type { Preferences } from './preferences.ts'
import { words } from './words.ts'

type Props = {
  readonly speech: Preferences['speech']
  readonly assistance: AssistanceOffer | null
  readonly language: Language
}

/** There is no voice: what helps instead. */
export function VoiceTrouble({ speech, assistance, language }: Props) {
  return (
    <div role="status" className="voice-trouble">
      {speech === 'unheard' ? (
        <p>{say(assistance?.asked === true ? words.speechNoneCalled : words.speechNone, language)}</p>
      ) : null}
    </div>
  )
}
