import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProcess, type HallProcess } from '../harness/process.ts'

/** Everything the server prints on a day on which people log in, err, lose devices, and the database fails under it. */

const OFFICE = '/api/offices/pernik'
const NEXT = '2026-12-02'
const PERSON = {
  givenName: 'Звездомир',
  familyName: 'Снежоглед',
  telephone: '0889 77 11 22',
  subject: 'Хвърковатото гнездо',
  description: 'На стълба има щъркелово гнездо.',
}
const PERSONAL = /Звездомир|Снежоглед|0889\s?77|889771122|Хвърковатото|щъркелово/iu

let hall: HallProcess
beforeAll(
  async () => void (hall = await startProcess({ at: '2026-11-25T09:30', logLevel: 'debug' })),
  120_000,
)
afterAll(() => hall.close())

test('no password, session, token, code or person is in any line that is logged, also when all goes wrong', async () => {
  const secrets: string[] = ['a-very-wrong-password', 'a-password-of-nobody', 'a-new-long-password']
  const keep = (secret: string | undefined) => void secrets.push(secret ?? 'missing')

  // Log-ins, right and wrong; accounts; devices.
  await hall.nobody.post('/api/sessions', { user: 'clerk1', password: 'a-very-wrong-password' })
  await hall.nobody.post('/api/sessions', { user: 'nobody', password: 'a-password-of-nobody', more: 1 })
  const admin = await hall.as('admin')
  const clerk7 = await hall.as('clerk7')
  for (const { headers } of [admin, clerk7]) keep(headers['cookie']?.split('=')[1])
  await admin.post('/api/staff', {
    user: 'nina',
    name: 'Нина',
    role: 'clerk',
    password: 'a-new-long-password',
  })
  const renewed = { password: 'demo', newPassword: 'a-password-of-ones-own' }
  await (await hall.as('clerk3')).post('/api/sessions/current/password', renewed)
  keep(renewed.newPassword)
  const device = await admin.post('/api/devices', { name: 'Киоск', office: 'pernik', kind: 'kiosk' })
  const { token } = device.body as { token: string }
  keep(token)
  await hall.device(`${token}x`).get(`${OFFICE}/views/kiosk`)
  await hall.nobody.post('/api/invitations/an-invitation-of-nobody', { user: 'x' })
  keep('an-invitation-of-nobody')

  // Tickets and reception days.
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  keep(ticket.code)
  await hall.watch(`ticket/${ticket.code}`)
  await hall.nobody.get(`${OFFICE}/tickets/${ticket.code}`)
  await clerk7.done('open-window', { window: 7 })
  const slot = (time: string) => ({ official: 'deputy-mayor', date: NEXT, time })
  const signedUp = await clerk7.done('sign-up', { ...slot('09:00'), person: PERSON })
  keep(signedUp.appointment.code)

  // And then the database fails, with a person in its hands.
  const db = new Database(join(hall.data, 'hall.sqlite'), { timeout: 5_000 })
  db.exec('drop table persons; drop table sessions')
  db.close()
  const failed = [
    await clerk7.command('sign-up', { ...slot('09:15'), person: PERSON }),
    await hall.nobody.post('/api/sessions', { user: 'clerk2', password: 'demo' }),
    await hall.nobody.post(`${OFFICE}/reception/own-data`, {
      number: signedUp.appointment.number,
      code: signedUp.appointment.code,
    }),
  ]
  expect(failed.map(({ status }) => status)).toContain(500)
  for (const { body } of failed) expect(JSON.stringify(body)).not.toMatch(/SQLITE|no such table|\.js|at /i)

  await hall.terminate()
  const printed = hall.printed()
  expect(printed).toContain('no such table') // it did log what failed
  expect(printed).toMatch(/"account":"clerk3","msg":"whose account it is has given it another password"/)
  expect(printed).not.toMatch(PERSONAL)
  expect(printed).not.toMatch(/argon2/)
  expect(secrets.filter((secret) => printed.includes(secret))).toEqual([])
}, 60_000)
