import type { Language } from '#shared/ids.ts'
import { say } from '#shared/client/format.ts'

const LANGUAGES = [
  { language: 'bg', name: 'Български' },
  { language: 'en', name: 'English' },
] as const

/** Alone, because a phone's page has no room for all that the kiosk says. */
const LABEL = { bg: 'Език', en: 'Language' }

type Props = { readonly language: Language; readonly onChoose: (language: Language) => void }

export function LanguageSwitch({ language, onChoose }: Props) {
  return (
    <div className="languages" role="group" aria-label={say(LABEL, language)}>
      {LANGUAGES.map((each) => (
        <button
          key={each.language}
          type="button"
          className="choice"
          lang={each.language}
          aria-pressed={each.language === language}
          onClick={() => onChoose(each.language)}
        >
          {each.name}
        </button>
      ))}
    </div>
  )
}
