import type { Role } from '#shared/accounts.ts'
import { say } from '#shared/client/format.ts'
import type { Language } from '../language.ts'
import { Field } from '../supervisor/field.tsx'
import { roleWords, words } from './words.ts'

const ROLES: readonly Role[] = ['clerk', 'supervisor', 'admin', 'secretary', 'official', 'auditor']

type Props = {
  readonly role: Role
  readonly onChoose: (role: Role) => void
  readonly language: Language
}

export function RoleField({ role, onChoose, language }: Props) {
  return (
    <Field label={say(words.role, language)}>
      {(ids) => (
        <select
          {...ids}
          value={role}
          onChange={(event) => onChoose(ROLES.find((each) => each === event.target.value) ?? role)}
        >
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {say(roleWords[each], language)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
