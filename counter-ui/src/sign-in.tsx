import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { Line } from '#shared/client/live.ts'
import type { Bilingual } from '#shared/ids.ts'
import { TrainingRibbon } from '#shared/look/training-ribbon.tsx'
import { refusalOf } from './action.ts'
import { focusAtOnce, typedInto } from './form-field.ts'
import { LanguageSwitch } from './language-switch.tsx'
import type { Language } from './language.ts'
import { pagesFor, PATHS } from './roles.ts'
import type { Listing, Sessions } from './sessions.ts'
import './sign-in.css'
import { words } from './words.ts'

type Props = {
  readonly sessions: Sessions
  readonly line: Line
  readonly listing: Listing
  /** The session was over in the middle of the work. */
  readonly ended: boolean
  readonly language: Language
}

export function SignIn({ sessions, line, listing, ended, language }: Props) {
  const [isPending, setPending] = useState(false)
  const [why, setWhy] = useState<Bilingual | null>(null)
  const [office] = listing.offices
  const [here, goTo] = useLocation()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const form = event.currentTarget
    setPending(true)
    setWhy(null)
    const reply = await sessions.signIn(typedInto(form, 'user').trim(), typedInto(form, 'password'))
    setPending(false)
    if (reply.kind === 'done') {
      line.reconnect()
      const [own] = pagesFor(reply.value.role)
      if (here === PATHS.window && !ended) goTo(PATHS[own], { replace: true }) // who asked for a page gets that page
      return
    }
    setWhy(refusalOf(reply))
    const password = form.elements.namedItem('password')
    if (password instanceof HTMLInputElement) {
      password.focus()
      password.select()
    }
  }

  return (
    <div className="door">
      <title>{words.signInTitle[language]}</title>
      <header>
        <TrainingRibbon training={listing.training} language={language} />
      </header>
      <main className="door-main">
        <form className="door-card" onSubmit={(event) => void submit(event)} aria-labelledby="door-title">
          <div className="door-top">
            <p className="door-office">
              {office?.municipality[language]} · {words.centre[language]}
            </p>
            <LanguageSwitch language={language} />
          </div>
          <h1 id="door-title">{words.signInTitle[language]}</h1>
          {ended ? (
            <p className="door-note" role="status">
              {words.sessionEnded[language]}
            </p>
          ) : null}
          {listing.needsAdministrator ? (
            <p className="door-note">{words.needsAdministrator[language]}</p>
          ) : null}
          <label className="field">
            <span>{words.user[language]}</span>
            <input
              name="user"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              ref={focusAtOnce}
              aria-describedby={why === null ? undefined : 'door-why'}
            />
          </label>
          <label className="field">
            <span>{words.password[language]}</span>
            <input
              name="password"
              type="password"
              autoComplete="current-password"
              required
              aria-describedby={why === null ? undefined : 'door-why'}
            />
          </label>
          <button type="submit" className="door-go" aria-disabled={isPending} aria-busy={isPending}>
            {words.signIn[language]}
          </button>
          <p id="door-why" className="door-why" role="alert">
            {why?.[language]}
          </p>
          {listing.training ? <p className="door-demo">{words.demoAccounts[language]}</p> : null}
        </form>
      </main>
    </div>
  )
}
