import { expect, test } from 'vitest'
import { emptyPerson, fieldOf, gapsOf, personOf, type PersonDraft } from './person-draft.ts'

const filled: PersonDraft = {
  ...emptyPerson,
  givenName: ' Проба ',
  familyName: 'Пробна',
  telephone: '0888 12 34 56',
  subject: 'Тротоар',
  description: 'Счупени плочки',
}

test('a sign-up needs a name, a telephone, a subject and a few words; the rest is left out when it is empty', () => {
  expect(gapsOf(emptyPerson)).toEqual(['givenName', 'familyName', 'telephone', 'subject', 'description'])
  expect(gapsOf({ ...filled, subject: '  ' })).toEqual(['subject'])
  expect(personOf(filled)).toEqual({
    givenName: 'Проба',
    familyName: 'Пробна',
    telephone: '0888 12 34 56',
    subject: 'Тротоар',
    description: 'Счупени плочки',
  })
})

test('a refusal finds its field, however deep the request has it', () => {
  expect(fieldOf({ field: 'person.telephone' })).toBe('telephone')
  expect(fieldOf({ field: 'despite' })).toBe('despite')
  expect(fieldOf({ field: 'date' })).toBeNull()
  expect(fieldOf({})).toBeNull()
})
