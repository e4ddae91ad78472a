import { Link, useLocation } from 'wouter'
import type { SessionFace } from '#shared/accounts.ts'
import { TrainingRibbon } from '#shared/look/training-ribbon.tsx'
import './header.css'
import { LanguageSwitch } from './language-switch.tsx'
import type { Language } from './language.ts'
import { pagesFor, PATHS } from './roles.ts'
import type { Listing } from './sessions.ts'
import { useLetterKeys } from './shortcuts.ts'
import { words } from './words.ts'

type Props = {
  readonly office: Listing['offices'][number]
  readonly training: boolean
  readonly session: SessionFace
  readonly language: Language
  /** Whether the own password is being renewed. */
  readonly isRenewing: boolean
  readonly onRenew: () => void
  readonly onLeave: () => void
}

/** Where one is, who one is, and the way out. */
export function Header({ office, training, session, language, isRenewing, onRenew, onLeave }: Props) {
  const [here] = useLocation()
  const pages = pagesFor(session.role)
  const [lettersOn, toggleLetters] = useLetterKeys()
  return (
    <>
      <a className="skip" href="#content">
        {words.skip[language]}
      </a>
      <header>
        <TrainingRibbon training={training} language={language} />
        <div className="header">
          <p className="header-office" title={office.name[language]}>
            {office.municipality[language]} · {words.centre[language]}
          </p>
          {pages.length > 1 ? (
            <nav className="header-pages" aria-label={words.pages[language]}>
              {pages.map((page) => (
                <Link key={page} href={PATHS[page]} aria-current={here === PATHS[page] ? 'page' : undefined}>
                  {words[page][language]}
                </Link>
              ))}
            </nav>
          ) : null}
          <div className="header-person">
            <button type="button" className="header-letters" aria-pressed={lettersOn} onClick={toggleLetters}>
              {words.letterKeys[language]}: {lettersOn ? words.on[language] : words.off[language]}
            </button>
            <LanguageSwitch language={language} />
            <span className="header-name">{session.name}</span>
            <button
              type="button"
              className="header-letters"
              aria-expanded={isRenewing}
              aria-controls="own-password"
              onClick={onRenew}
            >
              {words.renewPasswordShort[language]}
            </button>
            <button type="button" className="plain-button" onClick={onLeave}>
              {words.signOut[language]}
            </button>
          </div>
        </div>
      </header>
    </>
  )
}
