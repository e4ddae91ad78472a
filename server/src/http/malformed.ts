import type { FastifyError, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Bilingual } from '#shared/ids.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'

/**
 * @returns the refusal of a request that can't be understood: which field, and what is wrong with it, in words of our own. What
 * the validator says is English, and a programmer's.
 */
export function malformed(error: FastifyError, request: FastifyRequest): Refusal {
  if (!hasZodFastifySchemaValidationErrors(error)) {
    const field = OF_ADDRESSES.has(error.code) ? 'address' : 'body'
    return refuse('malformed', { field, problem: PROBLEMS_OF_BODIES[error.code] ?? NOT_RIGHT })
  }
  const [first] = error.validation
  const path = first?.instancePath.split('/').filter((part) => part !== '') ?? []
  const issue = { ...first?.params, code: first?.keyword } as Issue // as fastify-type-provider-zod takes zod's apart
  if (issue.code === 'unrecognized_keys')
    return refuse('malformed', { field: [...path, issue.keys[0]].join('.'), problem: UNKNOWN })
  const field = path.join('.') || 'body'
  const sent = valueAt(request[PLACES[error.validationContext ?? 'body'] ?? 'body'], path)
  return refuse('malformed', { field, problem: sent === undefined ? MISSING : problemOf(issue) })
}

/** Where the parts of a request stand that Fastify validates. */
const PLACES: Readonly<Record<string, 'body' | 'headers' | 'params' | 'query'>> = {
  body: 'body',
  headers: 'headers',
  params: 'params',
  querystring: 'query',
}

/** What zod says is wrong, as far as our words have it. */
type Issue =
  | { readonly code: 'invalid_type'; readonly expected: string }
  | {
      readonly code: 'too_small'
      readonly origin: string
      readonly minimum: number
      readonly inclusive?: boolean
    }
  | {
      readonly code: 'too_big'
      readonly origin: string
      readonly maximum: number
      readonly inclusive?: boolean
    }
  | { readonly code: 'invalid_format'; readonly format: string }
  | { readonly code: 'invalid_value'; readonly values: readonly unknown[] }
  | { readonly code: 'unrecognized_keys'; readonly keys: readonly string[] }
  | { readonly code: 'invalid_union'; readonly options?: readonly unknown[] }

function problemOf(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? NOT_RIGHT
    case 'too_small': {
      const least = issue.minimum + (issue.inclusive === false ? 1 : 0)
      if (issue.origin === 'string')
        return least === 1 ? EMPTY : atLeast(counted(least, 'знак', 'знака', 'character'))
      if (issue.origin === 'array') return atLeast(counted(least, 'елемент', 'елемента', 'entry', 'entries'))
      return { bg: `трябва да е поне ${least}`, en: `must be at least ${least}` }
    }
    case 'too_big': {
      const most = issue.maximum - (issue.inclusive === false ? 1 : 0)
      if (issue.origin === 'string') return atMost(counted(most, 'знак', 'знака', 'character'))
      if (issue.origin === 'array') return atMost(counted(most, 'елемент', 'елемента', 'entry', 'entries'))
      return { bg: `трябва да е най-много ${most}`, en: `must be at most ${most}` }
    }
    case 'invalid_format':
      return FORMS[issue.format] ?? { bg: 'не е във вярната форма', en: 'is not of the right form' }
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union':
      return issue.options === undefined ? NOT_RIGHT : oneOf(issue.options)
    default:
      return NOT_RIGHT
  }
}

const NOT_RIGHT: Bilingual = { bg: 'не е попълнено правилно', en: 'is not right' }
const MISSING: Bilingual = { bg: 'липсва', en: 'is missing' }
const UNKNOWN: Bilingual = { bg: 'не е познато тук', en: 'is not known here' }
const EMPTY: Bilingual = { bg: 'не може да е празно', en: 'may not be empty' }

/** What a field must be, by zod's name for it. */
const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { bg: 'трябва да е текст', en: 'must be a text' },
  number: { bg: 'трябва да е число', en: 'must be a number' },
  int: { bg: 'трябва да е цяло число', en: 'must be a whole number' },
  boolean: { bg: 'трябва да е true или false', en: 'must be true or false' },
  array: { bg: 'трябва да е списък', en: 'must be a list' },
  object: { bg: 'трябва да е обект', en: 'must be an object' },
}

const FORMS: Readonly<Record<string, Bilingual>> = {
  date: { bg: 'трябва да е дата като 2026-11-25', en: 'must be a date such as 2026-11-25' },
  datetime: {
    bg: 'трябва да е дата и час като 2026-11-25T10:15:00Z',
    en: 'must be a date and time such as 2026-11-25T10:15:00Z',
  },
  url: { bg: 'трябва да е адрес в мрежата', en: 'must be an address on the web' },
}

/** What Fastify calls an address that it can't read. */
const OF_ADDRESSES: ReadonlySet<string> = new Set(['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH'])

/** What is wrong with a body before any field of it is looked at, by Fastify's name for it. */
const PROBLEMS_OF_BODIES: Readonly<Record<string, Bilingual>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: MISSING,
  FST_ERR_CTP_INVALID_JSON_BODY: { bg: 'не е JSON', en: 'is not JSON' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { bg: 'трябва да е JSON', en: 'must be JSON' },
  FST_ERR_CTP_BODY_TOO_LARGE: { bg: 'е твърде голямо', en: 'is too large' },
}

function oneOf(values: readonly unknown[]): Bilingual {
  const list = values.map(String).join(', ')
  return { bg: `трябва да е едно от: ${list}`, en: `must be one of: ${list}` }
}

function counted(count: number, one: string, many: string, english: string, englishMany = `${english}s`) {
  return {
    bg: `${count} ${count === 1 ? one : many}`,
    en: `${count} ${count === 1 ? english : englishMany}`,
  }
}

function atLeast({ bg, en }: Bilingual): Bilingual {
  return { bg: `трябва да има поне ${bg}`, en: `must have at least ${en}` }
}

function atMost({ bg, en }: Bilingual): Bilingual {
  return { bg: `трябва да има най-много ${bg}`, en: `must have at most ${en}` }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (within, part) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, part)
        ? (within as Readonly<Record<string, unknown>>)[part] // one of its own
        : undefined,
    value,
  )
}
