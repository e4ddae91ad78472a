import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { Line } from '#shared/client/live.ts'
import type { Bilingual } from '#shared/ids.ts'
import { refusalOf } from './action.ts'
import { focusAtOnce, typedInto } from './form-field.ts'
import { LanguageSwitch } from './language-switch.tsx'
import type { Language } from './language.ts'
import { PATHS } from './roles.ts'
import type { Sessions } from './sessions.ts'
import './sign-in.css'
import { words } from './words.ts'

type Props = { readonly sessions: Sessions; readonly line: Line; readonly language: Language }

/** The one-time link of a new hall: whoever holds it becomes the first administrator. */
export function Invitation({ sessions, line, language }: Props) {
  const [, go] = useLocation()
  const [isPending, setPending] = useState(false)
  const [why, setWhy] = useState<Bilingual | null>(null)
  // The code stands behind the hash so that no server's or proxy's log ever holds it.
  const code = location.hash.slice(1)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const form = event.currentTarget
    const [user, password] = [typedInto(form, 'user').trim(), typedInto(form, 'password')]
    setPending(true)
    setWhy(null)
    const made = await sessions.api.request({
      method: 'POST',
      path: `/api/invitations/${encodeURIComponent(code)}`,
      body: { user, name: typedInto(form, 'name').trim(), password },
    })
    if (made.kind !== 'done') {
      setPending(false)
      return setWhy(refusalOf(made))
    }
    const signed = await sessions.signIn(user, password)
    setPending(false)
    if (signed.kind === 'done') line.reconnect()
    go(PATHS.administration, { replace: true }) // signed in or not: the link is spent, its page has no more to say
  }

  return (
    <div className="door">
      <title>{words.invitationTitle[language]}</title>
      <main className="door-main">
        <form className="door-card" onSubmit={(event) => void submit(event)} aria-labelledby="door-title">
          <div className="door-top">
            <span />
            <LanguageSwitch language={language} />
          </div>
          <h1 id="door-title">{words.invitationTitle[language]}</h1>
          <p>{code === '' ? words.invitationMissing[language] : words.invitationText[language]}</p>
          <label className="field">
            <span>{words.user[language]}</span>
            <input
              name="user"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              pattern="[a-z][a-z0-9._\-]{1,31}"
              title={words.userHint[language]}
              ref={focusAtOnce}
            />
            <small>{words.userHint[language]}</small>
          </label>
          <label className="field">
            <span>{words.fullName[language]}</span>
            <input name="name" autoComplete="name" required maxLength={80} />
          </label>
          <label className="field">
            <span>{words.password[language]}</span>
            <input
              name="password"
              type="password"
              autoComplete="new-password"
              required
              minLength={10}
              maxLength={200}
            />
            <small>{words.passwordHint[language]}</small>
          </label>
          <button
            type="submit"
            className="door-go"
            disabled={code === ''}
            aria-disabled={isPending}
            aria-busy={isPending}
          >
            {words.create[language]}
          </button>
          <p className="door-why" role="alert">
            {why?.[language]}
          </p>
        </form>
      </main>
    </div>
  )
}
