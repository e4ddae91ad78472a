import type { NewPerson, Person } from '#shared/reception.ts'
import type { Rejection } from '#shared/rejections.ts'
import type { z } from 'zod'

/** A person as the form holds them: every field there, empty until filled in. */
export type PersonDraft = Readonly<Record<PersonField, string>>
export type PersonField = keyof Required<z.infer<typeof NewPerson>>

/** The fields in the order in which they are asked. */
export const PERSON_FIELDS: readonly PersonField[] = [
  'givenName',
  'familyName',
  'telephone',
  'fileNumber',
  'subject',
  'description',
  'organisation',
]

/** What is not needed in every case. */
export const OPTIONAL: ReadonlySet<PersonField> = new Set<PersonField>(['fileNumber', 'organisation'])

/** As long as the office keeps them (`NewPerson`). */
export const LONGEST: Readonly<Record<PersonField, number>> = {
  givenName: 60,
  familyName: 60,
  telephone: 30,
  fileNumber: 60,
  subject: 120,
  description: 1_000,
  organisation: 120,
}

export const emptyPerson: PersonDraft = {
  givenName: '',
  familyName: '',
  telephone: '',
  subject: '',
  description: '',
  fileNumber: '',
  organisation: '',
}

/** @returns the fields that still have to be filled in, in the form's order. */
export function gapsOf(draft: PersonDraft): readonly PersonField[] {
  return PERSON_FIELDS.filter((field) => !OPTIONAL.has(field) && draft[field].trim() === '')
}

/** @returns the person as a command takes it: what is empty is left out. */
export function personOf(draft: PersonDraft): z.infer<typeof NewPerson> {
  const { givenName, familyName, telephone, subject, description, fileNumber, organisation } = trimmed(draft)
  return {
    givenName,
    familyName,
    telephone,
    subject,
    description,
    ...(fileNumber === '' ? {} : { fileNumber }),
    ...(organisation === '' ? {} : { organisation }),
  }
}

/** @returns the draft that corrects what is kept of a person. */
export function draftOf(person: Person): PersonDraft {
  const { givenName, familyName, telephone, subject, description, fileNumber, organisation } = person
  return {
    givenName,
    familyName,
    telephone,
    subject,
    description,
    fileNumber: fileNumber ?? '',
    organisation: organisation ?? '',
  }
}

/** @returns the field of the form that a refusal speaks of, so that its words stand beside it; null: of none. */
export function fieldOf({ field }: Pick<Rejection, 'field'>): PersonField | 'despite' | null {
  const last = field?.split(/[./]/).at(-1)
  if (last === 'despite') return last
  return PERSON_FIELDS.find((each) => each === last) ?? null
}

function trimmed(draft: PersonDraft): PersonDraft {
  return {
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    telephone: draft.telephone.trim(),
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    fileNumber: draft.fileNumber.trim(),
    organisation: draft.organisation.trim(),
  }
}
