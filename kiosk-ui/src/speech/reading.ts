import { say } from '#shared/client/format.ts'
import { LANGUAGES } from '#shared/languages.ts'
import { words as kioskWords } from '../words.ts'
import { createReader } from './reader.ts'
import { createSpeaker, VOLUMES } from './speaker.ts'

type Parts = {
  readonly office: string
  readonly token: string
  readonly onSpeaking: () => void
  readonly onUnheard: () => void
}

export type Reading = ReturnType<typeof openReading>

/** Everything that reads the screen aloud; fetched when somebody first asks for it. */
export function openReading({ office, token, onSpeaking, onUnheard }: Parts) {
  const speaker = createSpeaker({ office, token })
  const reader = createReader({ root: document.body, speaker, onSpeaking, onUnheard })
  return {
    ...reader,
    setVolume: speaker.setVolume,
    /** Says how loud it is now, in that loudness. */
    sayVolume(level: number) {
      const lang = LANGUAGES.find((language) => language === document.documentElement.lang) ?? 'bg'
      void reader.utter([{ text: say(kioskWords.volume(level, VOLUMES.length), lang), lang }])
    },
  }
}
