import { z } from 'zod'
import type { Registration } from '../harness/registrations.ts'
import fc from '../support/random.ts'
import { broken, junk, valuesOf, type Known, type Shape } from './values.ts'

/** One request as it goes over the wire. */
export type Request = {
  readonly method: string
  readonly route: string
  readonly path: string
  readonly who: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** A what-if is half a second's work by design, and is limited by its own rate: it takes part, seldom. */
const SELDOM = /what-if/

/** Requests to every route, as its schema wants them and as it does not. */
export function requestsTo(routes: readonly Registration[], known: Known): fc.Arbitrary<Request> {
  return fc.oneof(
    ...routes.map((route) => ({
      weight: SELDOM.test(route.url) ? 1 : 20,
      arbitrary: requestTo(route, known),
    })),
  )
}

function requestTo({ method, url, schema }: Registration, known: Known): fc.Arbitrary<Request> {
  const part = (name: keyof Registration['schema']) => {
    const zod = schema[name]
    return zod === undefined ? fc.constant({}) : mostly(valuesOf(shapeOf(zod), known))
  }
  return fc
    .record({
      params: part('params'),
      query: part('querystring'),
      keyed: part('headers'),
      body: method === 'POST' ? bodies(part('body')) : fc.constant(null),
      who: fc.nat({ max: 1_000 }),
      address: fc.nat({ max: 2 ** 24 - 1 }),
      odd: fc.option(oddHeaders, { freq: 8, nil: {} }),
      rest: fc.constantFrom('any', 'assets/none.js', '..%2f..%2fpackage.json', '%00', '%'),
    })
    .map(({ params, query, keyed, body, who, address, odd, rest }) => ({
      method,
      route: `${method} ${url}`,
      path: pathOf(url, params, rest) + queryOf(query),
      who,
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...textual(keyed),
        'x-forwarded-for': `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
        ...odd,
      },
      body,
    }))
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape // the part of it that is in use
}

function mostly(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 2, arbitrary: values }, { weight: 1, arbitrary: broken(values) })
}

function bodies(values: fc.Arbitrary<unknown>): fc.Arbitrary<string | null> {
  return fc.oneof(
    { weight: 12, arbitrary: values.map((value) => JSON.stringify(value) ?? '') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '{"window":', '[]', 'null', '"', '\u0000', '{"a":1}}', '<xml/>'),
    },
    { weight: 1, arbitrary: fc.constantFrom(`"${'x'.repeat(70_000)}"`, '['.repeat(20_000)) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
}

const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.constantFrom<Record<string, string>>(
  { 'content-type': 'text/plain' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=koi8-r' },
  { 'content-type': '; ; ;' },
  { authorization: 'Bearer ' },
  { authorization: `Bearer ${'x'.repeat(4_000)}` },
  { authorization: 'Basic OjE=' },
  { cookie: 'edno-gishe-session=%' },
  { cookie: `edno-gishe-session=${'x'.repeat(4_000)}; edno-gishe-session=y` },
  { cookie: '=;;;=' },
  { origin: 'null' },
  { origin: 'http://evil.example' },
  { 'idempotency-key': 'x' },
  { 'idempotency-key': 'x'.repeat(4_000) },
  { accept: 'image/png' },
  { range: 'bytes=9-1' },
  { 'if-none-match': '"' },
  { 'accept-encoding': 'br;q=nonsense' },
  { 'x-forwarded-for': ', ,,nonsense,::' },
  { 'x-forwarded-host': 'evil.example' },
)

function pathOf(url: string, params: unknown, rest: string): string {
  const values: Readonly<Record<string, unknown>> = isRecord(params) ? params : {}
  return url.replace(/:(\w+)/g, (_, name: string) => encoded(values[name] ?? 'nothing')).replace('*', rest)
}

function queryOf(query: unknown): string {
  if (!isRecord(query)) return ''
  const parts = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function textual(headers: unknown): Record<string, string> {
  if (!isRecord(headers)) return {}
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => /^[a-z-]+$/.test(name))
      .map(([name, value]) => [name, encoded(value).slice(0, 2_000)]),
  )
}

function encoded(value: unknown): string {
  return encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed())
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** What comes up a line: any event, with any arguments, seldom one that it knows. */
export function messagesLike(known: Known): fc.Arbitrary<readonly [string, ...unknown[]]> {
  const watch = fc.record({
    office: valuesOf({ type: 'string' }, known, 'office'),
    view: valuesOf({ type: 'string' }, known, 'view'),
  })
  return fc
    .tuple(
      fc.constantFrom('watch', 'watch', 'unwatch', 'view', 'beat', '__proto__', 'disconnecting', ''),
      fc.array(fc.oneof(watch, broken(watch), junk), { maxLength: 3 }),
    )
    .map(([event, values]) => [event, ...values] as const)
}
