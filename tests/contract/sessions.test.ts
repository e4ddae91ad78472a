import { afterAll, beforeAll, expect, test } from 'vitest'
import { handClock } from '#server/office/clock.ts'
import { after, HOUR } from '#shared/instant.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import { officeTime } from '../harness/settings.ts'

let hall: Hall
const wall = handClock(officeTime('2026-11-25T08:00'))
beforeAll(async () => void (hall = await startHall({ wall, trustProxy: true })))
afterAll(() => hall.close())

const passes = (milliseconds: number) => wall.moveTo(after(wall.now(), milliseconds))
const from = (address: string, user: string, password: string) =>
  hall.nobody.post('/api/sessions', { user, password }, { 'x-forwarded-for': address })

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

test.each([
  ['https://gishe.example', 'http://10.0.0.5:8080', false],
  ['http://10.0.0.5:8080', 'https://gishe.inner.example', true],
])(
  'where phones come by %s and staff by %s, the cookie asks for https: %s',
  async (phones, staff, isSecure) => {
    const open = await startHall({ environment: { PUBLIC_URL: phones, HALL_URL: staff } })
    try {
      const { headers } = await open.nobody.post('/api/sessions', { user: 'clerk1', password: 'demo' })
      expect(headers.getSetCookie()[0]?.includes('Secure')).toBe(isSecure)
    } finally {
      await open.close()
    }
  },
)

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

test('who is signed in takes another password: it holds at once, and every other session of the account ends', async () => {
  const [here, elsewhere] = [await hall.as('secretary'), await hall.as('secretary')]
  const renew = (password: string, newPassword: string) =>
    here.post('/api/sessions/current/password', { password, newPassword })

  expect(await renew('Demo', 'another long one')).toMatchObject({
    status: 409,
    body: { code: 'wrong-password', message: { bg: 'Досегашната парола не е вярна.' } },
  })
  expect(await renew('demo', 'short')).toMatchObject({ status: 400, body: { field: 'newPassword' } })
  expect((await elsewhere.get('/api/sessions/current')).status).toBe(200)

  expect((await renew('demo', 'another long one')).status).toBe(204)
  expect((await renew('demo', 'another long one')).status).toBe(204) // asked again, because no answer came
  expect(await renew('another long one', 'another long one')).toMatchObject({
    body: { code: 'same-password' },
  })
  expect((await here.get('/api/sessions/current')).status).toBe(200)
  expect((await elsewhere.get('/api/sessions/current')).status).toBe(401)
  expect((await hall.nobody.post('/api/sessions', { user: 'secretary', password: 'demo' })).status).toBe(401)
  await hall.as('secretary', 'another long one')
})

test('two who renew one password at the same moment: one of them has, and the other is told that it was another', async () => {
  const screens = [await hall.as('mayor'), await hall.as('mayor')]
  const replies = await Promise.all(
    screens.map((screen, index) =>
      screen.post('/api/sessions/current/password', {
        password: 'demo',
        newPassword: `long password ${index}`,
      }),
    ),
  )
  const renewed = replies.findIndex(({ status }) => status === 204)

  expect(replies.filter(({ status }) => status === 204)).toHaveLength(1)
  await hall.as('mayor', `long password ${renewed}`)
  expect((await screens[1 - renewed]?.get('/api/sessions/current'))?.status).toBe(401)
})

test('who guesses the password of an open screen is stopped like at the log-in', async () => {
  const { post } = await hall.as('deputy')
  const guess = () =>
    post('/api/sessions/current/password', { password: 'guess', newPassword: 'a long password' })
  for (let tries = 0; tries < 10; tries += 1) expect((await guess()).status).toBe(409)

  expect((await guess()).status).toBe(429)
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

test('a flood of wrong passwords from elsewhere keeps nobody from their window, nor the hall behind its one address', async () => {
  for (let tries = 0; tries < 12; tries += 1) await from('203.0.113.1', 'clerk2', 'guess')
  const refused = await from('203.0.113.1', 'clerk2', 'demo')
  expect(refused).toMatchObject({
    status: 429,
    body: {
      code: 'too-many-requests',
      message: {
        bg: 'Твърде много опити. Опитайте отново след 15 мин.',
        en: 'Too many attempts. Try again in 15 min.',
      },
    },
  })
  expect(refused.headers.get('retry-after')).toBe('900')

  expect((await from('192.0.2.10', 'clerk2', 'demo')).status).toBe(200)
  for (let tries = 0; tries < 12; tries += 1) await from('192.0.2.10', 'clerk2', 'guess')
  expect((await from('192.0.2.10', 'clerk2', 'demo')).status).toBe(429)
  expect((await from('192.0.2.10', 'clerk3', 'demo')).status).toBe(200)
})

test('who writes addresses in front of the proxy’s word is not believed', async () => {
  const statuses: number[] = []
  for (let tries = 0; tries < 15; tries += 1)
    statuses.push((await from(`198.51.100.${tries}, 203.0.113.77`, 'clerk3', 'guess')).status)

  expect(statuses.filter((status) => status === 401)).toHaveLength(10)
})

test('a clerk’s day of ten hours with a long lunch is one session; fourteen hours end it whatever is done', async () => {
  const clerk = await hall.as('clerk1')
  const isIn = async () => (await clerk.get('/api/sessions/current')).status === 200
  for (const hours of [2, 3, 3, 2, 3]) {
    passes(hours * HOUR)
    expect(await isIn()).toBe(true)
  }
  passes(HOUR - 1)
  expect(await isIn()).toBe(true)
  passes(1)
  expect(await isIn()).toBe(false)
})

test('who asks for nothing for four hours is signed out; an administrator after one', async () => {
  const clerk = await hall.as('clerk1')
  const admin = await hall.as('admin')
  passes(HOUR - 1)
  expect((await admin.get('/api/staff')).status).toBe(200)
  passes(HOUR)
  expect((await admin.get('/api/staff')).status).toBe(401)
  passes(2 * HOUR)
  expect((await clerk.get('/api/sessions/current')).status).toBe(200)
  passes(4 * HOUR)
  expect((await clerk.get('/api/sessions/current')).status).toBe(401)
})

test('a screen that only watches is idle too: its line is cut when the session ends', async () => {
  const clerk = await hall.as('clerk1')
  const queue = await hall.watch('queue', { as: clerk })
  const cut = new Promise((resolve) => queue.socket.once('disconnect', resolve))
  passes(4 * HOUR)

  expect(await cut).toBe('io server disconnect')
})

test('a session without a field, or with one too many, is malformed and the field is named', async () => {
  expect(await hall.nobody.post('/api/sessions', { user: 'clerk1' })).toMatchObject({
    status: 400,
    body: { code: 'malformed', field: 'password' },
  })
  expect(
    await hall.nobody.post('/api/sessions', { user: 'clerk1', password: 'demo', role: 'admin' }),
  ).toMatchObject({ status: 400, body: { code: 'malformed', field: 'role' } })
})

test('an unknown device token is nobody’s', async () => {
  const stranger = hall.device('demo-kiosk2')

  expect(await stranger.command('issue-ticket', { service: 'payment' })).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in' },
  })
  expect((await hall.kiosk.command('issue-ticket', { service: 'payment' })).status).toBe(200)
})
