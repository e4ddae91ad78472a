import { useState } from 'react'
import type { Role, StaffFace } from '#shared/accounts.ts'
import type { Api } from '#shared/client/api.ts'
import { say } from '#shared/client/format.ts'
import { ActionButton } from '../action-button.tsx'
import type { Language } from '../language.ts'
import { Field } from '../supervisor/field.tsx'
import { PasswordField } from './password-field.tsx'
import { RoleField } from './role-field.tsx'
import { SHORTEST_PASSWORD } from './staff-change.ts'
import { words } from './words.ts'

type Props = {
  readonly api: Api
  readonly language: Language
  readonly onCreated: () => Promise<void>
}

const empty = { name: '', user: '', role: 'clerk' as Role, password: '' }

/** One more account. */
export function NewStaffForm({ api, language, onCreated }: Props) {
  const [written, write] = useState(empty)
  const [created, become] = useState<StaffFace | null>(null)
  const isReady =
    written.name.trim() !== '' && written.user.trim() !== '' && written.password.length >= SHORTEST_PASSWORD

  return (
    <section className="panel" aria-labelledby="new-staff-heading">
      <h2 id="new-staff-heading">{say(words.newStaff, language)}</h2>
      <Field label={say(words.name, language)}>
        {(ids) => (
          <input
            {...ids}
            maxLength={80}
            autoComplete="off"
            value={written.name}
            onChange={(event) => write({ ...written, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={say(words.user, language)} hint={say(words.userHint, language)}>
        {(ids) => (
          <input
            {...ids}
            maxLength={32}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={written.user}
            onChange={(event) => write({ ...written, user: event.target.value })}
          />
        )}
      </Field>
      <RoleField role={written.role} onChoose={(role) => write({ ...written, role })} language={language} />
      <PasswordField
        label={say(words.password, language)}
        hint={say(words.passwordHint, language)}
        value={written.password}
        onWrite={(password) => write({ ...written, password })}
        language={language}
      />
      <ActionButton
        kind="main"
        label={say(words.createStaff, language)}
        onAct={async () => {
          const body = { ...written, name: written.name.trim(), user: written.user.trim() }
          const reply = await api.request<StaffFace>({ method: 'POST', path: '/api/staff', body })
          if (reply.kind !== 'done') return reply
          become(reply.value)
          write(empty)
          await onCreated()
          return reply
        }}
        disabled={!isReady}
        language={language}
      />
      <p role="status" className="sheet-quiet">
        {created === null ? null : `${say(words.created, language)}: ${created.name} (${created.user})`}
      </p>
    </section>
  )
}
