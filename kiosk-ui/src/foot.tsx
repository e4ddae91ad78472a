import type { ReactNode } from 'react'
import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/languages.ts'
import { Assistance, type AssistanceOffer } from './assistance.tsx'
import { Icon } from './icon.tsx'
import { LEVELS, type Preferences } from './preferences.ts'
import { louder } from './use-speech.ts'
import { words } from './words.ts'

type Props = {
  readonly preferences: Preferences
  readonly language: Language
  readonly onPrefer: (preferences: Preferences) => void
  readonly assistance: AssistanceOffer | null
  /** What is to be said of the voice here; null: it is said elsewhere. */
  readonly trouble: ReactNode
}

const SWITCHES = [
  { name: 'largerText', words: words.largerText },
  { name: 'highContrast', words: words.highContrast },
  { name: 'lowerHalf', words: words.lowerHalf },
] as const

/** Help, how the screen sounds, and how it looks to this person. */
export function Foot({ preferences, language, onPrefer, assistance, trouble }: Props) {
  const { speech, volume } = preferences
  const isOn = speech === 'on'
  return (
    <div className="foot-row" data-speech={speech} role="group" aria-label={say(words.display, language)}>
      {assistance === null ? null : <Assistance {...assistance} language={language} />}
      <button
        type="button"
        className="choice choice--speech"
        aria-pressed={isOn}
        onClick={() => onPrefer({ ...preferences, speech: isOn ? 'off' : 'on' })}
      >
        {isOn ? <Icon name="check" /> : null}
        <span>{say(words.speech, language)}</span>
      </button>
      {isOn ? (
        <button
          type="button"
          className="choice choice--volume"
          onClick={() => onPrefer({ ...preferences, volume: louder(volume) })}
        >
          <span>{say(words.volume(volume, LEVELS), language)}</span>
        </button>
      ) : null}
      {SWITCHES.map((each) => (
        <button
          key={each.name}
          type="button"
          className={`choice choice--${each.name}`}
          aria-pressed={preferences[each.name]}
          onClick={() => onPrefer({ ...preferences, [each.name]: !preferences[each.name] })}
        >
          {preferences[each.name] ? <Icon name="check" /> : null}
          <span>{say(each.words, language)}</span>
        </button>
      ))}
      {trouble}
    </div>
  )
}
