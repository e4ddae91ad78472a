import type { AppointmentNumber } from '#shared/ids.ts'
import type { NewPerson } from '#shared/reception.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import { holdsPersonalNumber } from './personal-number.ts'
import { fileKey, nameKey, subjectKey, type Question } from './question.ts'
import { telephoneOf } from './telephone.ts'

/** Who has signed up: personal data. Stands in a table of its own and is never part of an event. */
export type PersonRecord = Question & {
  readonly number: AppointmentNumber
  readonly givenName: string
  readonly familyName: string
  readonly subject: string
  readonly description: string
  readonly fileNumber: string | null
  readonly organisation: string | null
  readonly despite: string | null
}

/** What a decision writes down of people, in the same transaction as its events. */
export type PersonChange =
  | { readonly kind: 'recorded'; readonly person: PersonRecord }
  | { readonly kind: 'corrected'; readonly person: Omit<PersonRecord, 'despite'> }

/** @returns the person as it is kept; refused where the telephone is none, or a text holds an ЕГН. */
export function personOf(
  number: AppointmentNumber,
  written: NewPerson,
  despite: string | null,
): Result<PersonRecord, Refusal> {
  const holding = fieldHolding({ ...written, despite: despite ?? '' })
  if (holding) return refused(refuse('holds-personal-number', { field: holding }))
  const telephone = telephoneOf(written.telephone)
  if (telephone === null) return refused(refuse('not-a-telephone', { field: 'person.telephone' }))
  const { givenName, familyName, subject, description, fileNumber, organisation } = written
  return ok({
    number,
    givenName,
    familyName,
    telephone,
    subject,
    description,
    fileNumber: fileNumber ?? null,
    organisation: organisation ?? null,
    despite,
    nameKey: nameKey(givenName, familyName),
    subjectKey: subjectKey(subject),
    fileKey: fileKey(fileNumber),
  })
}

/** @returns the field whose text holds a valid ЕГН, as the request names it; null: none. */
function fieldHolding({ despite, ...person }: NewPerson & { readonly despite: string }): string | null {
  const field = Object.entries(person).find(([, text]) => holdsPersonalNumber(text ?? ''))?.[0]
  if (field !== undefined) return `person.${field}`
  return holdsPersonalNumber(despite) ? 'despite' : null
}
