import { useState } from 'react'
import type { StaffFace } from '#shared/accounts.ts'
import { say } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import type { PageProps } from '../page-props.ts'
import { Field } from '../supervisor/field.tsx'
import { PasswordField } from './password-field.tsx'
import { RoleField } from './role-field.tsx'
import { staffChangeOf } from './staff-change.ts'
import { words } from './words.ts'

/** Changes one account: what is left as it was is not sent. */
export function StaffForm({
  api,
  language,
  person,
  onChanged,
  onSaved,
}: PageProps & {
  readonly person: StaffFace
  readonly onChanged: () => Promise<void>
  readonly onSaved: () => void
}) {
  const [name, rename] = useState(person.name)
  const [role, become] = useState(person.role)
  const [password, setPassword] = useState('')
  const change = staffChangeOf(person, { name, role, password })

  async function send(body: object, what = '') {
    const path = `/api/staff/${person.user}${what}`
    const reply = await api.request<StaffFace>({ method: 'POST', path, body })
    if (reply.kind === 'done') await onChanged()
    return reply
  }

  return (
    <div className="staff-form">
      <Field label={say(words.name, language)}>
        {(ids) => (
          <input {...ids} maxLength={80} value={name} onChange={(event) => rename(event.target.value)} />
        )}
      </Field>
      <RoleField role={role} onChoose={become} language={language} />
      <PasswordField
        label={say(words.newPassword, language)}
        hint={say(words.newPasswordHint, language)}
        value={password}
        onWrite={setPassword}
        language={language}
      />
      <div className="staff-form-end">
        <ActionButton
          kind="main"
          label={say(words.save, language)}
          onAct={async () => {
            const reply = await send(change ?? {})
            if (reply.kind === 'done') onSaved()
            return reply
          }}
          disabled={change === null}
          language={language}
        />
        {person.active ? (
          <ActionButton
            label={say(words.signOut, language)}
            hint={say(words.signOutHint, language)}
            onAct={() => send({}, '/sign-out')}
            language={language}
          />
        ) : null}
        <ActionButton
          kind={person.active ? 'alarm' : 'plain'}
          label={say(person.active ? words.deactivate : words.reactivate, language)}
          hint={person.active ? say(words.deactivateHint, language) : null}
          onAct={() => send({ active: !person.active })}
          language={language}
        />
      </div>
    </div>
  )
}
