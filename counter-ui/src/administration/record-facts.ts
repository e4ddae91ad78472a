import { say, stopwatch } from '#shared/client/format.ts'
import { dateIn } from '#shared/client/instants.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { Language } from '../language.ts'
import { shortDate } from '../supervisor/dates.ts'
import { isSecret, outcomeOf, type LogRecord } from './log-record.ts'
import { fieldWords } from './record-fields.ts'
import { words } from './words.ts'

/** What a record's words are drawn from. */
export type RecordReader = {
  readonly services: ReadonlyMap<string, Bilingual>
  readonly zone: string
  readonly language: Language
}

/** One fact of a record in words. */
export type Fact = { readonly path: string; readonly name: string; readonly value: string }

/** @returns what a record says, field by field, in words; of what is too long for that, that it is in the record as kept. */
export function worded({ body }: Pick<LogRecord, 'body'>, reader: RecordReader): readonly Fact[] {
  return factsIn(body, [], reader)
}

/** Whole tables, in the day's first record: the office's settings, and the reception book. */
const WHOLE = new Set(['settings', 'reception'])

function factsIn(value: unknown, path: readonly string[], reader: RecordReader): readonly Fact[] {
  const name = path.map((each) => nameOf(each, reader.language)).join(' · ')
  const fact = (text: string): readonly Fact[] => [{ path: path.join('.'), name, value: text }]
  const [field = ''] = path
  if (path.length === 1 && WHOLE.has(field)) return fact(say(words.inTheRecord, reader.language))
  if (typeof value !== 'object' || value === null) return fact(valueOf(value, path, reader))
  const entries = Object.entries(value)
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    return fact(value.map((each) => valueOf(each, path, reader)).join(', ') || '–')
  }
  return entries.flatMap(([key, inner]) => (isSecret(key) ? [] : factsIn(inner, [...path, key], reader)))
}

/** A place in a list is counted from one; a field that is not known is called what it is called. */
function nameOf(key: string, language: Language): string {
  if (/^\d+$/.test(key)) return String(Number(key) + 1)
  const known = Object.entries(fieldWords).find(([field]) => field === key)
  return known === undefined ? key : say(known[1], language)
}

const SERVICES = new Set(['service', 'services', 'returnsFor'])
/** No count in an office comes near it: what is greater is an instant. */
const LEAST_INSTANT = 1e12

function valueOf(
  value: unknown,
  path: readonly string[],
  { services, zone, language }: RecordReader,
): string {
  const field = path.at(-1) ?? ''
  switch (typeof value) {
    case 'boolean':
      return say(value ? words.yes : words.no, language)
    case 'number':
      if (field.endsWith('Ms')) return stopwatch(value)
      return value < LEAST_INSTANT ? String(value) : instantWords(value, zone, language)
    case 'string': {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) return shortDate(value, language)
      if (field === 'outcome') return say(outcomeOf(value), language)
      const service = SERVICES.has(field) ? services.get(value) : undefined
      return service === undefined ? value : say(service, language)
    }
    default:
      return '–'
  }
}

function instantWords(at: number, zone: string, language: Language): string {
  return `${shortDate(dateIn(zone, at), language)} ${timeWithSeconds(at, zone)}`
}

/** @returns “10:15:07”, in the office's zone. */
export function timeWithSeconds(at: string | number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(at))
}
