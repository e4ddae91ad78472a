import { say } from '#shared/client/format.ts'
import type { Language } from '#shared/languages.ts'
import { Assistance, type AssistanceOffer } from './assistance.tsx'
import { Icon } from './icon.tsx'
import type { Preferences } from './preferences.ts'
import { words } from './words.ts'

type Props = {
  readonly preferences: Preferences
  readonly language: Language
  readonly onPrefer: (preferences: Preferences) => void
  readonly assistance: AssistanceOffer | null
}

const SWITCHES = [
  { name: 'largerText', words: words.largerText },
  { name: 'highContrast', words: words.highContrast },
  { name: 'lowerHalf', words: words.lowerHalf },
] as const

/** Help, and how the screen looks to this person. */
export function Foot({ preferences, language, onPrefer, assistance }: Props) {
  return (
    <div className="foot-row" role="group" aria-label={say(words.display, language)}>
      {assistance === null ? null : <Assistance {...assistance} language={language} />}
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
    </div>
  )
}
