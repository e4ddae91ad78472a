import { speak, type Language } from './language.ts'
import { words } from './words.ts'

/** Each language named in itself. */
export function LanguageSwitch({ language }: { readonly language: Language }) {
  return (
    <div className="language-switch" role="group" aria-label={words.language[language]}>
      {LANGUAGES.map(([code, name]) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          onClick={() => speak(code)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

const LANGUAGES = [
  ['bg', 'Български'],
  ['en', 'English'],
] as const
