import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'

let hall: Hall
let admin: Person
beforeAll(async () => {
  hall = await startHall()
  admin = await hall.as('admin')
})
afterAll(() => hall.close())

const password = 'a long password'
const hire = (user: string, role = 'clerk') =>
  admin.post('/api/staff', { user, name: 'Нов служител', role, password })

test('the accounts are listed, never with a password', async () => {
  const { body } = await admin.get('/api/staff')

  expect((body as { staff: object[] }).staff).toContainEqual({
    user: 'clerk1',
    name: 'Служител 1',
    role: 'clerk',
    active: true,
    createdAt: expect.stringMatching(/Z$/),
  })
  expect(JSON.stringify(body)).not.toMatch(/hash|argon2|password/i)
})

test('a new clerk can sign in, sit down at a window, and is seen by the supervisor', async () => {
  expect((await hire('elena')).status).toBe(200)
  const elena = await hall.as('elena', password)
  const supervisor = await hall.as('supervisor')
  await elena.done('open-window', { window: 4 })

  expect((await supervisor.view('supervisor')).view.clerks).toContainEqual({
    id: 'elena',
    name: 'Нов служител',
    window: 4,
  })
})

test('a name is given once', async () => {
  await hire('petar')

  expect(await hire('petar')).toMatchObject({ status: 409, body: { code: 'name-taken' } })
})

test.each([
  ['a short password', { user: 'ivan', name: 'Иван', role: 'clerk', password: 'short' }, 'password'],
  ['an unknown role', { user: 'ivan', name: 'Иван', role: 'mayor', password }, 'role'],
  ['a name that is none', { user: 'Иван', name: 'Иван', role: 'clerk', password }, 'user'],
])('an account with %s is malformed', async (_what, body, field) => {
  expect(await admin.post('/api/staff', body)).toMatchObject({
    status: 400,
    body: { code: 'malformed', field },
  })
})

test('who is deactivated is signed out at once, and cannot sign in again', async () => {
  await hire('stoyan')
  const stoyan = await hall.as('stoyan', password)
  expect((await admin.post('/api/staff/stoyan', { active: false })).body).toMatchObject({ active: false })

  expect((await stoyan.get('/api/sessions/current')).status).toBe(401)
  expect((await hall.nobody.post('/api/sessions', { user: 'stoyan', password })).status).toBe(401)
  expect((await admin.post('/api/staff/stoyan', { active: true })).status).toBe(200)
  expect((await stoyan.get('/api/sessions/current')).status).toBe(401)
  expect((await hall.nobody.post('/api/sessions', { user: 'stoyan', password })).status).toBe(200)
})

test('who is deactivated hears nothing more on a line that is already open', async () => {
  await hire('mariya')
  const mariya = await hall.as('mariya', password)

  expect(await heardAfter(mariya, () => admin.post('/api/staff/mariya', { active: false }))).toBe(0)
})

test('who has signed out hears nothing more on a line that is already open', async () => {
  const clerk = await hall.as('clerk8')

  expect(await heardAfter(clerk, () => clerk.request('DELETE', '/api/sessions/current'))).toBe(0)
})

/** How many views of the line of waiting come down to someone for whom it has ended: the line is cut within seconds. */
async function heardAfter(person: Person, end: () => Promise<unknown>): Promise<number> {
  const queue = await hall.watch('queue', { as: person })
  const board = await hall.watch('hall')
  await queue.until(() => true)
  const cut = new Promise<string>((resolve) => {
    queue.socket.once('disconnect', resolve)
    setTimeout(() => resolve('still there'), 2_500)
  })
  await end()
  expect(await cut).toBe('io server disconnect')
  const heard = queue.pushes.length
  queue.socket.connect() // and asks for its view again
  for (let visitor = 0; visitor < 3; visitor += 1) {
    const { version } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
    await board.until((pushed) => pushed.version >= version)
  }
  return queue.pushes.length - heard
}

test('a new password ends the sessions begun with the old one', async () => {
  await hire('georgi')
  const georgi = await hall.as('georgi', password)
  await admin.post('/api/staff/georgi', { password: 'another long one' })

  expect((await georgi.get('/api/sessions/current')).status).toBe(401)
  expect((await hall.nobody.post('/api/sessions', { user: 'georgi', password })).status).toBe(401)
  expect(
    (await hall.nobody.post('/api/sessions', { user: 'georgi', password: 'another long one' })).status,
  ).toBe(200)
})

test('the administrator ends the sessions of one who lost a device; the account and its password stay', async () => {
  await hire('nina')
  const nina = await hall.as('nina', password)
  const other = await hall.as('nina', password)
  expect(await admin.post('/api/staff/nina/sign-out', {})).toMatchObject({
    status: 200,
    body: { user: 'nina', active: true },
  })

  for (const screen of [nina, other]) expect((await screen.get('/api/sessions/current')).status).toBe(401)
  expect((await hall.nobody.post('/api/sessions', { user: 'nina', password })).status).toBe(200)
  expect((await admin.post('/api/staff/nobody-here/sign-out', {})).status).toBe(404)
})

test('a new role ends the sessions and holds from the next one on', async () => {
  await hire('ana', 'auditor')
  const ana = await hall.as('ana', password)
  await admin.post('/api/staff/ana', { role: 'supervisor' })

  expect((await ana.get('/api/offices/pernik/events?day=2026-11-25')).status).toBe(401)
  expect((await (await hall.as('ana', password)).view('supervisor')).version).toBeGreaterThan(0)
})

test('a new name is shown everywhere; the sessions go on', async () => {
  await hire('vera')
  const vera = await hall.as('vera', password)
  await admin.post('/api/staff/vera', { name: 'Вера Петрова' })

  expect((await vera.get('/api/sessions/current')).body).toMatchObject({ name: 'Вера Петрова' })
})

test('the last administrator stays one', async () => {
  for (const change of [{ active: false }, { role: 'clerk' }]) {
    expect(await admin.post('/api/staff/admin', change)).toMatchObject({
      status: 409,
      body: { code: 'last-administrator' },
    })
  }
  expect((await admin.get('/api/staff')).status).toBe(200)
})

test('two administrators who dismiss each other at the same moment do not leave the hall without one', async () => {
  const other = await startHall()
  const first = await other.as('admin')
  await first.post('/api/staff', { user: 'boris', name: 'Борис', role: 'admin', password })
  const second = await other.as('boris', password)
  const dismissal = { active: false, password: 'a new long password' }
  await Promise.all([first.post('/api/staff/boris', dismissal), second.post('/api/staff/admin', dismissal)])

  const active = (await other.store.staff.all()).filter((row) => row.role === 'admin' && row.active)
  expect(active.length).toBeGreaterThanOrEqual(1)
  await other.close()
})

test('an account that is not there cannot be changed', async () => {
  expect(await admin.post('/api/staff/nobody', { active: false })).toMatchObject({ status: 404 })
  expect(await admin.post('/api/staff/clerk1', { active: 'no' })).toMatchObject({
    status: 400,
    body: { field: 'active' },
  })
})

test('a change of nothing changes nothing', async () => {
  expect(await admin.post('/api/staff/clerk1', {})).toMatchObject({
    status: 200,
    body: { user: 'clerk1', name: 'Служител 1', role: 'clerk', active: true },
  })
})

test('a device’s token is shown once, works until it is revoked, and then never again', async () => {
  const { status, body } = await admin.post('/api/devices', {
    name: 'Киоск 2',
    office: 'pernik',
    kind: 'kiosk',
  })
  const { device, token } = body as { device: { id: string }; token: string }
  const kiosk = hall.device(token)

  expect(status).toBe(200)
  expect((await kiosk.command('issue-ticket', { service: 'payment' })).status).toBe(200)
  const listed = await admin.get('/api/devices')
  expect(JSON.stringify(listed.body)).not.toContain(token)
  expect((listed.body as { devices: object[] }).devices).toContainEqual({
    id: device.id,
    name: 'Киоск 2',
    office: 'pernik',
    kind: 'kiosk',
    createdAt: expect.any(String),
    revokedAt: null,
  })
  expect((await admin.request('POST', `/api/devices/${device.id}/revoke`)).body).toMatchObject({
    revokedAt: expect.any(String),
  })
  expect((await kiosk.command('issue-ticket', { service: 'payment' })).status).toBe(401)
})

test('a device of no office, or of no kind, is refused', async () => {
  expect((await admin.post('/api/devices', { name: 'К', office: 'sofia', kind: 'kiosk' })).status).toBe(404)
  expect(await admin.post('/api/devices', { name: 'К', office: 'pernik', kind: 'printer' })).toMatchObject({
    status: 400,
    body: { field: 'kind' },
  })
  expect((await admin.request('POST', '/api/devices/kiosk-99/revoke')).status).toBe(404)
})

test('what the database keeps of secrets does not let anyone in', async () => {
  const { body } = await admin.post('/api/devices', { name: 'Киоск 3', office: 'pernik', kind: 'kiosk' })
  const { token } = body as { token: string }
  const rows = JSON.stringify([await hall.store.devices.all(), await hall.store.staff.all()])

  expect(rows).not.toContain(token)
  expect(rows).not.toContain('demo-kiosk')
  for (const row of await hall.store.staff.all()) expect(row.passwordHash).toMatch(/^\$argon2id\$/)
})
