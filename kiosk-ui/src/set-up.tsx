import { useLayoutEffect, useState, type FormEvent } from 'react'
import { say } from '#shared/client/format.ts'
import { useSpoken } from '#shared/client/use-spoken.ts'
import type { Language } from '#shared/ids.ts'
import { keepToken } from '#shared/client/device-token.ts'
import { LanguageSwitch } from './language-switch.tsx'
import './set-up.css'
import { words } from './words.ts'

type Props = { readonly why: 'none' | 'refused' }

/** For staff: the kiosk has no token that the server knows. A new one begins everything anew. */
export function SetUp({ why }: Props) {
  const [wanted, setLanguage] = useState<Language>('bg')
  const language = useSpoken(wanted)
  const [token, setToken] = useState('')
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])

  function save(event: FormEvent) {
    event.preventDefault()
    keepToken('kiosk', token.trim())
    location.reload()
  }

  return (
    <main className="set-up">
      <LanguageSwitch language={language} onChoose={setLanguage} />
      <p className="for-visitors">{say(words.forVisitors, language)}</p>
      <form className="set-up-form" onSubmit={save}>
        <p className="over-heading">{say(words.forStaff, language)}</p>
        <h1>{say(words.setUp, language)}</h1>
        <p
          role={why === 'refused' ? 'alert' : undefined}
          className={why === 'refused' ? 'trouble' : undefined}
        >
          {say(why === 'refused' ? words.setUpRefused : words.setUpNone, language)}
        </p>
        <label htmlFor="token">{say(words.token, language)}</label>
        <input
          id="token"
          value={token}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby="token-where"
          onChange={(event) => setToken(event.target.value)}
        />
        <button type="submit" className="main-action" disabled={token.trim() === ''}>
          {say(words.saveToken, language)}
        </button>
        <p id="token-where">{say(words.setUpWhere, language)}</p>
        <p>{say(words.setUpAddress, language)}</p>
      </form>
    </main>
  )
}
