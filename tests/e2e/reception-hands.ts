import type { Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import type { Page } from './screens.ts'

/** What a reception day's tests say again and again. */

export const PERSON = {
  givenName: 'Мария',
  familyName: 'Пробна',
  telephone: '0888 12 34 56',
  subject: 'Счупен тротоар',
  description: 'Плочките пред блок 3 са разместени.',
} as const

const secretaries = new WeakMap<Hall, Promise<Person>>()

/** The secretary, who signs in once in a hall. */
export function secretaryOf(hall: Hall): Promise<Person> {
  const known = secretaries.get(hall) ?? hall.as('secretary')
  secretaries.set(hall, known)
  return known
}

/** Signs somebody up through the API, as the secretary. */
export async function signedUp(
  hall: Hall,
  at: { readonly official: string; readonly date: string; readonly time: string },
  person: Partial<Record<keyof typeof PERSON, string>> = {},
) {
  const secretary = await secretaryOf(hall)
  const { appointment } = await secretary.done('sign-up', { ...at, person: { ...PERSON, ...person } })
  return appointment
}

type Typed = Readonly<Record<keyof typeof PERSON, string>> & { readonly fileNumber?: string }

/** Types the fields of the person one after another, Enter between them; what is empty stays empty. */
export async function typePerson(desk: Page, { fileNumber = '', ...person }: Typed) {
  const { givenName, familyName, telephone, subject, description } = person
  for (const text of [givenName, familyName, telephone, fileNumber, subject, description]) {
    if (text !== '') await desk.keyboard.type(text)
    await desk.keyboard.press('Enter')
  }
}
