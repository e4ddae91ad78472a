import { fetchWords } from '#shared/client/use-spoken.ts'
import { say } from '#shared/client/format.ts'
import { languageFacts, LANGUAGES, type Language } from '#shared/languages.ts'
import { everyLanguage } from '#shared/words/further.ts'

/** Alone, because a phone's page has no room for all that the kiosk says. */
const words = everyLanguage({ languages: { bg: 'Език', en: 'Language' } }, (all) => all.languageSwitch)

type Props = { readonly language: Language; readonly onChoose: (language: Language) => void }

/** Each language named in itself. One whose words are still on their way is fetched as soon as somebody reaches for it. */
export function LanguageSwitch({ language, onChoose }: Props) {
  return (
    <div className="languages" role="group" aria-label={say(words.languages, language)}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          className="choice"
          lang={each}
          aria-pressed={each === language}
          onPointerDown={() => void fetchWords(each)}
          onClick={() => onChoose(each)}
        >
          {languageFacts[each].name}
        </button>
      ))}
    </div>
  )
}
