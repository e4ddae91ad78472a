import fc from '../support/random.ts'

/** The part of JSON Schema in which the API's bodies and parameters are written down. */
export type Shape = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Shape
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
}

/** What things are called in the hall under attack, by the field that names them: so that requests reach the rules. */
export type Known = Readonly<Record<string, readonly unknown[]>>

/** Values as the schema wants them; a field whose name is known takes mostly what is there. */
export function valuesOf(shape: Shape, known: Known, field = ''): fc.Arbitrary<unknown> {
  const drawn = anyOf(shape, known, field)
  const named = known[field]
  if (named === undefined) return drawn
  return fc.oneof(
    { weight: 6, arbitrary: fc.nat().map((pick) => named[pick % named.length]) }, // the list grows meanwhile
    { weight: 1, arbitrary: drawn },
  )
}

function anyOf(shape: Shape, known: Known, field: string): fc.Arbitrary<unknown> {
  const alternatives = shape.anyOf ?? shape.oneOf
  if (alternatives) return fc.oneof(...alternatives.map((each) => valuesOf(each, known, field)))
  if (shape.allOf?.[0]) return valuesOf(shape.allOf[0], known, field)
  if ('const' in shape) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  switch (shape.type) {
    case 'string':
      return strings(shape)
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -10, max: Math.min(shape.maximum ?? 1_000, 2 ** 31) })
    case 'number':
      return fc.double({ min: shape.minimum ?? -10, max: shape.maximum ?? 1_000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valuesOf(shape.items ?? {}, known, field), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(shape.maxItems ?? 5, (shape.minItems ?? 0) + 5),
      })
    case 'object':
      return objects(shape, known)
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

function objects({ properties = {}, required = [] }: Shape, known: Known): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, valuesOf(each, known, name)]),
  )
  return fc.record(model, { requiredKeys: [...required] })
}

function strings({ pattern, format, minLength = 0, maxLength = 60 }: Shape): fc.Arbitrary<string> {
  if (format === 'date')
    return fc.oneof(
      fc.nat({ max: 60 }).map((days) => new Date(Date.UTC(2026, 10, 20 + days)).toISOString().slice(0, 10)),
      fc.constantFrom('2026-02-29', '0000-00-00', '9999-12-31', '1970-01-01', '2024-02-29'),
    )
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({
    unit: fc.constantFrom('а', 'Я', 'ъ', ' ', '0', '7', '-', '/', '.', '„', 'Z', '\u0301', '\u{1F600}'),
    minLength,
    maxLength,
  })
}

/** What nobody asked for. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    'x'.repeat(5_000),
    '__proto__',
    'constructor',
    '../../../etc/passwd',
    "' or 1=1 --",
    '${7*7}',
    '<script>alert(1)</script>',
    '2026-02-30',
    '99:99',
    'ПД-99999999999',
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    true,
    [],
    {},
    [[[[[[]]]]]],
    { $ref: '#' },
    JSON.parse('{"__proto__": {"admin": true}}'),
  ),
  fc.jsonValue({ maxDepth: 1 }),
)

/** A value as the schema wants it, with one thing wrong: gone, too much, or of another kind. */
export function broken(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(values, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), junk)
    .map(([value, picks, wrong]) => damaged(value, picks, wrong))
}

function damaged(value: unknown, [how = 0, where = 0, ...more]: readonly number[], wrong: unknown): unknown {
  if (typeof value !== 'object' || value === null || how % 8 === 0) return wrong
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value }
  const at = copy as Record<string, unknown> // an array too has its places by name
  const keys = Object.keys(at)
  const key = keys[where % Math.max(1, keys.length)]
  if (key === undefined || how % 8 === 1) at[`extra${where % 3}`] = wrong
  else if (how % 8 === 2) delete at[key]
  else if (how % 8 < 6) at[key] = wrong
  else at[key] = damaged(at[key], more, wrong)
  return copy
}
