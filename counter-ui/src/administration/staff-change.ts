import type { Role, StaffFace } from '#shared/accounts.ts'

export const SHORTEST_PASSWORD = 10

type Written = { readonly name: string; readonly role: Role; readonly password: string }
type Change = { readonly name?: string; readonly role?: Role; readonly password?: string }

/** @returns what differs from the account as it is; null when nothing does, or something is not yet right. */
export function staffChangeOf(person: StaffFace, written: Written): Change | null {
  const name = written.name.trim()
  if (name === '') return null
  if (written.password !== '' && written.password.length < SHORTEST_PASSWORD) return null
  const change = {
    ...(name === person.name ? {} : { name }),
    ...(written.role === person.role ? {} : { role: written.role }),
    ...(written.password === '' ? {} : { password: written.password }),
  }
  return Object.keys(change).length === 0 ? null : change
}
