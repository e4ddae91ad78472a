import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { commandAudiences } from '#server/domain/rights.ts'
import { COMMAND_NAMES, commandBodies } from '#shared/commands.ts'

import { startHall, type Hall } from '../harness/hall.ts'

type Schema = {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
}
type Operation = {
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly responses: Readonly<Record<string, unknown>>
}
type Document = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

let hall: Hall
let document: Document
beforeAll(async () => {
  hall = await startHall()
  document = (await hall.nobody.get('/api/openapi.json')).body
})
afterAll(() => hall.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
  )

test('the document is OpenAPI 3, with a title', () => {
  expect(document.openapi).toMatch(/^3\./)
  expect(document.info).toMatchObject({ title: 'Едно гише', version: expect.any(String) })
})

test('it names every address of the API, and those for whoever watches over the server', () => {
  expect(Object.keys(document.paths).sort()).toEqual(
    [
      ...COMMAND_NAMES.map((name) => `/api/offices/{office}/commands/${name}`),
      ...[
        'kiosk',
        'hall',
        'queue',
        'window/{number}',
        'supervisor',
        'waits',
        'forecast',
        'wait/{code}',
        'paper',
        'printing',
        'boards',
        'door/{official}',
        'reception/desk',
        'reception/orders',
        'reception/secretary',
        'reception/official/{official}',
      ].map((name) => `/api/offices/{office}/views/${name}`),
      ...[
        'persons',
        'look-up',
        'own-data',
        'looks',
        'figures',
        'officials/{official}/feed',
        'officials/{official}/feed/revoke',
      ].map((name) => `/api/offices/{office}/reception/${name}`),
      '/api/calendar/{file}',
      '/api/offices/{office}/announcements',
      '/api/offices/{office}/appointments/{code}',
      '/api/devices',
      '/api/devices/{id}/revoke',
      '/api/invitations/{code}',
      '/api/sessions/current/password',
      '/api/offices',
      '/api/offices/{office}/days',
      '/api/offices/{office}/events',
      '/api/offices/{office}/fairness',
      '/api/offices/{office}/what-if',
      ...['claims', 'copies', 'outcomes', 'slips', 'test-pages'].map(
        (what) => `/api/offices/{office}/printing/${what}`,
      ),
      '/api/offices/{office}/notices/key',
      '/api/offices/{office}/settings',
      '/api/offices/{office}/speech',
      '/api/offices/{office}/tickets/{code}',
      '/api/offices/{office}/tickets/{code}/paper.png',
      '/api/offices/{office}/tickets/{code}/subscriptions',
      '/api/offices/{office}/tickets/{code}/subscriptions/end',
      '/api/sessions',
      '/api/sessions/current',
      '/api/staff',
      '/api/staff/{user}',
      '/api/staff/{user}/sign-out',
      '/health/live',
      '/health/ready',
      '/metrics',
    ].sort(),
  )
})

test.each(COMMAND_NAMES)('%s is documented with its own body, its key and its answers', (name) => {
  const operation = document.paths[`/api/offices/{office}/commands/${name}`]?.['post']
  const audiences = commandAudiences[name]
  const isAnyones = audiences.includes('anyone')
  const body = operation?.requestBody?.content['application/json']?.schema
  const { properties, required = [] } = z.toJSONSchema(commandBodies[name], { io: 'input' })

  expect(Object.keys(body?.properties ?? {}).sort()).toEqual(Object.keys(properties ?? {}).sort())
  expect([...(body?.required ?? [])].sort()).toEqual([...required].sort())
  expect(body?.additionalProperties).toBe(false)
  expect(operation?.parameters?.map((each) => `${each.in} ${each.name}`).sort()).toEqual([
    'header idempotency-key',
    'path office',
  ])
  expect(Object.keys(operation?.responses ?? {})).toEqual([
    '200',
    '400',
    '401',
    '403',
    '404',
    '409',
    '413',
    '415',
    ...(isAnyones ? ['429'] : []),
    '500',
    '503',
  ])
  expect(operation?.security ?? []).toEqual([
    ...(isAnyones || audiences.every((each) => each === 'kiosk') ? [] : [{ session: [] }]),
    ...(audiences.includes('kiosk') ? [{ device: [] }] : []),
  ])
})

test.each([
  ['/api/offices', 'get', [], '200 400 401 500 503'],
  ['/api/offices/{office}/events', 'get', ['session'], '200 400 401 403 404 500 503'],
  ['/api/offices/{office}/fairness', 'get', ['session'], '200 400 401 403 404 500 503'],
  ['/api/offices/{office}/tickets/{code}', 'get', [], '200 400 401 403 404 429 500 503'],
  ['/api/offices/{office}/views/paper', 'get', ['session', 'device'], '200 400 401 403 404 500 503'],
  ['/api/offices/{office}/speech', 'post', ['device'], '200 400 401 403 404 413 415 429 500 503'],
  ['/api/staff', 'post', ['session'], '200 400 401 403 409 413 415 500 503'],
  ['/api/sessions', 'post', [], '200 400 401 403 413 415 429 500 503'],
  ['/health/ready', 'get', [], '200 400 401 500 503'],
])('%s %s is for whom it is meant, and says how it may answer', (path, method, security, statuses) => {
  const operation = document.paths[path]?.[method]

  expect((operation?.security ?? []).flatMap((each) => Object.keys(each))).toEqual(security)
  expect(Object.keys(operation?.responses ?? {}).join(' ')).toBe(statuses)
})

test('each operation has a summary and an answer', () => {
  const bare = operations().filter(
    ({ operation }) => !operation.summary || Object.keys(operation.responses).length === 0,
  )
  expect(bare.map(({ name }) => name)).toEqual([])
})

test('each part of an address is a documented parameter, and the other way round', () => {
  for (const { name, path, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter)
    const documented = (operation.parameters ?? [])
      .filter((each) => each.in === 'path')
      .map((each) => each.name)
    expect([name, ...documented.sort()]).toEqual([name, ...inPath.sort()])
  }
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  )
  const missing = references.filter(
    (path) =>
      path
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document) ===
      undefined,
  )
  expect(missing).toEqual([])
})

test('the pages of the documentation bear the hall’s name and mark, and no bar for other people’s documents', async () => {
  const { body: page } = await hall.nobody.get('/api/docs/')
  const mark = await hall.nobody.get('/api/docs/static/theme/mark.svg')
  const { body: begin } = await hall.nobody.get('/api/docs/static/swagger-initializer.js')

  expect(page).toContain('<title>Едно гише · API</title>')
  expect([mark.status, mark.headers.get('content-type')]).toEqual([200, expect.stringContaining('svg')])
  expect(begin).toContain('"layout":"BaseLayout"')
})

test('a page that is not there is a page for a person, and a refusal for a program', async () => {
  const asked = (accept: string) => fetch(`${hall.base}/nothing`, { headers: { accept } })

  expect(await (await asked('text/html')).text()).toContain('Няма такава страница')
  expect(await (await asked('*/*')).json()).toMatchObject({ code: 'not-found' })
})

test('the pages of the documentation answer', async () => {
  const page = await hall.nobody.get('/api/docs/')
  const document = await hall.nobody.get('/api/docs/json')
  const style = await hall.nobody.get('/api/docs/static/swagger-ui.css')

  expect(page).toMatchObject({ status: 200 })
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(document).toMatchObject({ status: 200, body: (await hall.nobody.get('/api/openapi.json')).body })
  expect(style.status).toBe(200)
  expect(style.headers.get('content-type')).toContain('text/css')
  expect(await hall.nobody.get('/api/docs/nothing')).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  })
  expect([200, 301, 302]).toContain((await hall.nobody.get('/api/docs')).status)
})
