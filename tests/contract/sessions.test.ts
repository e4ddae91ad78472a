import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'

let hall: Hall
beforeAll(async () => void (hall = await startHall()))
afterAll(() => hall.close())

test('signing in answers who it is, with a cookie that no script and no other site can use', async () => {
  const { status, body, headers } = await hall.nobody.post('/api/sessions', {
    user: 'clerk1',
    password: 'demo',
  })

  expect(status).toBe(200)
  expect(body).toEqual({ user: 'clerk1', name: 'Служител 1', role: 'clerk', offices: ['pernik'] })
  const cookie = headers.getSetCookie()[0] ?? ''
  expect(cookie).toMatch(/^edno-gishe-session=[\w-]{32};/)
  expect(cookie.split('; ')).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']))
})

test('the current session says who is signed in', async () => {
  const clerk = await hall.as('clerk2')

  expect(await clerk.get('/api/sessions/current')).toMatchObject({ status: 200, body: { user: 'clerk2' } })
  expect(await hall.nobody.get('/api/sessions/current')).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in' },
  })
})

test('signing out ends the session at the server, not only in the browser', async () => {
  const clerk = await hall.as('clerk3')

  const { status, headers } = await clerk.request('DELETE', '/api/sessions/current')

  expect(status).toBe(204)
  expect(headers.getSetCookie()[0]).toMatch(/^edno-gishe-session=;/)
  expect((await clerk.get('/api/sessions/current')).status).toBe(401)
  expect((await clerk.command('open-window', { window: 3 })).status).toBe(401)
})

test.each([
  ['a wrong password', { user: 'clerk4', password: 'Demo' }],
  ['an unknown name', { user: 'nobody', password: 'demo' }],
])('%s is refused in the same words', async (_what, credentials) => {
  expect(await hall.nobody.post('/api/sessions', credentials)).toMatchObject({
    status: 401,
    body: { code: 'wrong-credentials', message: { bg: expect.any(String), en: expect.any(String) } },
  })
})

test('a name is understood in any case', async () => {
  expect((await hall.nobody.post('/api/sessions', { user: ' Clerk4 ', password: 'demo' })).status).toBe(200)
})

test('one who guesses passwords is stopped, and nobody else is', async () => {
  const guess = () => hall.nobody.post('/api/sessions', { user: 'clerk5', password: 'guess' })
  const statuses: number[] = []
  for (let tries = 0; tries < 25; tries += 1) statuses.push((await guess()).status)

  expect(new Set(statuses)).toEqual(new Set([401, 429]))
  expect(await guess()).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
  expect((await hall.nobody.post('/api/sessions', { user: 'clerk6', password: 'demo' })).status).toBe(200)
})

test('one who guesses is not helped by writing the name in another case', async () => {
  const spellings = ['clerk7', 'Clerk7', 'CLERK7', 'cLERK7', 'clErk7']
  const statuses: number[] = []
  for (let tries = 0; tries < 30; tries += 1) {
    const user = spellings[tries % spellings.length]
    statuses.push((await hall.nobody.post('/api/sessions', { user, password: 'guess' })).status)
  }

  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20)
})

test('a session without a field, or with one too many, is malformed and the field is named', async () => {
  expect(await hall.nobody.post('/api/sessions', { user: 'clerk1' })).toMatchObject({
    status: 400,
    body: { code: 'malformed', field: 'password' },
  })
  expect(
    await hall.nobody.post('/api/sessions', { user: 'clerk1', password: 'demo', role: 'admin' }),
  ).toMatchObject({ status: 400, body: { code: 'malformed' } })
})

test('an unknown device token is nobody’s', async () => {
  const stranger = hall.device('demo-kiosk2')

  expect(await stranger.command('issue-ticket', { service: 'payment' })).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in' },
  })
  expect((await hall.kiosk.command('issue-ticket', { service: 'payment' })).status).toBe(200)
})
