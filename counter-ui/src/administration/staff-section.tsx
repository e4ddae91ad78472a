import { useState } from 'react'
import type { StaffFace } from '#shared/accounts.ts'
import { say } from '#shared/client/format.ts'
import type { PageProps } from '../page-props.ts'
import { dateIn } from '#shared/client/instants.ts'
import { shortDate } from '../supervisor/dates.ts'
import { FetchedFace } from '../supervisor/fetched-face.tsx'
import { Shape } from '../supervisor/shape.tsx'
import { useFetched } from '../supervisor/use-fetched.ts'
import { NewStaffForm } from './new-staff-form.tsx'
import { StaffForm } from './staff-form.tsx'
import { roleWords, words } from './words.ts'

/** Who may log in, and as what. */
export function StaffSection(props: PageProps) {
  const { api, language } = props
  const [fetched, again] = useFetched<{ readonly staff: readonly StaffFace[] }>(api, '/api/staff')
  const [edited, edit] = useState<string | null>(null)

  return (
    <div className="beside">
      <section aria-labelledby="staff-heading">
        <div className="sheet-heading">
          <h2 id="staff-heading">{say(words.staff, language)}</h2>
        </div>
        {fetched.face === 'ready' ? (
          <table className="sheet-table">
            <thead>
              <tr>
                <th scope="col">{say(words.name, language)}</th>
                <th scope="col">{say(words.role, language)}</th>
                <th scope="col">{say(words.state, language)}</th>
                <th scope="col">{say(words.createdOn, language)}</th>
                <th scope="col">
                  <span className="visually-hidden">{say(words.actions, language)}</span>
                </th>
              </tr>
            </thead>
            {fetched.value.staff.map((person) => (
              <Person
                key={person.user}
                {...props}
                person={person}
                isEdited={edited === person.user}
                onEdit={() => edit(edited === person.user ? null : person.user)}
                onChanged={again}
              />
            ))}
          </table>
        ) : (
          <FetchedFace fetched={fetched} onAgain={again} language={language} />
        )}
      </section>
      <NewStaffForm api={api} language={language} onCreated={again} />
    </div>
  )
}

function Person({
  person,
  isEdited,
  onEdit,
  onChanged,
  ...props
}: PageProps & {
  readonly person: StaffFace
  readonly isEdited: boolean
  readonly onEdit: () => void
  readonly onChanged: () => Promise<void>
}) {
  const { zone, language, session } = props
  return (
    <tbody>
      <tr data-quiet={!person.active}>
        <th scope="row">
          {person.name}
          <span className="sheet-second">
            {person.user}
            {person.user === session.user ? ` · ${say(words.you, language)}` : ''}
          </span>
        </th>
        <td>{say(roleWords[person.role], language)}</td>
        <td>
          <span className="sheet-nowrap">
            <Shape name={person.active ? 'done' : 'closed'} />{' '}
            {say(person.active ? words.active : words.inactive, language)}
          </span>
        </td>
        <td className="sheet-nowrap">{shortDate(dateIn(zone, person.createdAt), language)}</td>
        <td>
          <button type="button" className="sheet-link" aria-expanded={isEdited} onClick={onEdit}>
            {say(isEdited ? words.cancel : words.edit, language)}
            <span className="visually-hidden"> {person.name}</span>
          </button>
        </td>
      </tr>
      {isEdited ? (
        <tr className="sheet-inner">
          <td colSpan={5}>
            <StaffForm {...props} person={person} onChanged={onChanged} onSaved={onEdit} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
