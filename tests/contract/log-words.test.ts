import { expect, test } from 'vitest'
import type { Bilingual } from '#shared/ids.ts'
import type { DayEvent } from '#server/domain/events.ts'
import { fieldWords } from '../../counter-ui/src/administration/record-fields.ts'

/** Every name of a field in it, however deep. */
type FieldOf<T> = T extends string | number | boolean | null | undefined
  ? never
  : T extends readonly (infer Item)[]
    ? FieldOf<Item>
    : { [K in keyof T]-?: K | FieldOf<T[K]> }[keyof T]

/** What the details of a record leave to the record itself. */
type Unworded = 'type' | 'code'
type Whole = 'settings' | 'reception'

type FieldOfEvent<E> = E extends unknown
  ? Exclude<keyof E | FieldOf<{ [K in Exclude<keyof E, Whole>]: E[K] }>, Unworded>
  : never

// A new field of an event does not compile until the log's page has words for it; words of one that is gone don't either.
const everyField: { readonly [F in FieldOfEvent<DayEvent>]: Bilingual } = fieldWords
const known: { readonly [F in keyof typeof fieldWords]: FieldOfEvent<DayEvent> } = namesOf(fieldWords)

test('each field that a record of the log can have has words of its own in both languages', () => {
  for (const field of Object.values(known)) {
    expect(everyField[field].bg, field).toMatch(/^[а-я0-9 ,.]+$/)
    expect(everyField[field].en, field).toMatch(/^[a-z0-9 ,.-]+$/i)
  }
})

function namesOf<T extends object>(words: T): { readonly [F in keyof T]: F } {
  // Object.keys forgets what TypeScript knows of them.
  return Object.fromEntries(Object.keys(words).map((name) => [name, name])) as { readonly [F in keyof T]: F }
}
