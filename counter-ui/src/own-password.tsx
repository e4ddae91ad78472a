import { useEffect, useState, type FormEvent } from 'react'
import type { Api } from '#shared/client/api.ts'
import type { Bilingual } from '#shared/ids.ts'
import { refusalOf } from './action.ts'
import { focusAtOnce, typedInto } from './form-field.ts'
import { CloseButton } from './close-button.tsx'
import type { Language } from './language.ts'
import './own-password.css'
import { Panel } from './panel.tsx'
import { words } from './words.ts'

type Props = {
  readonly api: Api
  readonly language: Language
  readonly onClose: () => void
}

type State =
  | { readonly kind: 'asking'; readonly why: Bilingual | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'renewed' }

/** Whoever is signed in gives the own account another password, without leaving the work. */
export function OwnPassword({ api, language, onClose }: Props) {
  const [state, become] = useState<State>({ kind: 'asking', why: null })
  useEffect(returnFocus, [])
  const why = state.kind === 'asking' ? state.why : null

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state.kind === 'pending') return
    const form = event.currentTarget
    const newPassword = typedInto(form, 'new-password')
    if (newPassword !== typedInto(form, 'repeated')) {
      focusOn(form, 'repeated')
      return become({ kind: 'asking', why: words.passwordsDiffer })
    }
    become({ kind: 'pending' })
    const reply = await api.request({
      method: 'POST',
      path: '/api/sessions/current/password',
      body: { password: typedInto(form, 'password'), newPassword },
    })
    if (reply.kind === 'done') return become({ kind: 'renewed' })
    become({ kind: 'asking', why: refusalOf(reply) })
    focusOn(form, 'password')
  }

  const close = <CloseButton label={words.closePanel[language]} onClose={onClose} />
  if (state.kind === 'renewed') {
    return (
      <Panel id="own-password" className="own-password" aria-labelledby="own-password-title">
        <h2 id="own-password-title">{words.passwordRenewed[language]}</h2>
        <p role="status">{words.passwordRenewedText[language]}</p>
        <div className="own-password-acts">{close}</div>
      </Panel>
    )
  }
  return (
    <Panel id="own-password" className="own-password" aria-labelledby="own-password-title">
      <form onSubmit={(event) => void submit(event)}>
        <h2 id="own-password-title">{words.renewPasswordTitle[language]}</h2>
        <PasswordInput name="password" label={words.passwordUntilNow} language={language} isFirst />
        <PasswordInput
          name="new-password"
          label={words.newPassword}
          hint={words.passwordHint}
          language={language}
        />
        <PasswordInput name="repeated" label={words.newPasswordAgain} language={language} />
        <div className="own-password-acts">
          <button type="submit" className="own-password-go" aria-busy={state.kind === 'pending'}>
            {words.renewPassword[language]}
          </button>
          {close}
        </div>
        <p id="own-password-why" className="own-password-words" role="alert">
          {why?.[language]}
        </p>
      </form>
    </Panel>
  )
}

type InputProps = {
  readonly name: 'password' | 'new-password' | 'repeated'
  readonly label: Bilingual
  readonly hint?: Bilingual
  readonly language: Language
  readonly isFirst?: boolean
}

function PasswordInput({ name, label, hint, language, isFirst = false }: InputProps) {
  const isOld = name === 'password'
  return (
    <label className="field">
      <span>{label[language]}</span>
      <input
        name={name}
        type="password"
        autoComplete={isOld ? 'current-password' : 'new-password'}
        required
        minLength={isOld ? 1 : 10}
        maxLength={200}
        ref={isFirst ? focusAtOnce : undefined}
        aria-describedby="own-password-why"
      />
      {hint === undefined ? null : <small>{hint[language]}</small>}
    </label>
  )
}

function focusOn(form: HTMLFormElement, name: InputProps['name']) {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

/** When this is closed, the keyboard is where it was before. */
function returnFocus() {
  const opener = document.querySelector<HTMLElement>('[aria-controls="own-password"]')
  return () => opener?.focus()
}
