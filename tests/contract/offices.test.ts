import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'
import type { People, Person } from '../harness/people.ts'
import { hasty, lisbon, officeTime } from '../harness/settings.ts'

/** Pernik and a second office beside it: two hours west, other hours, other services, a kiosk of its own. */

let hall: Hall
let there: People
let kioskThere: Person
beforeAll(async () => {
  hall = await startHall({ offices: [hasty(), lisbon()], at: '2026-11-25T10:15' })
  there = hall.of('lisbon')
  const admin = await hall.as('admin')
  const { body } = await admin.post('/api/devices', { name: 'Lisbon', office: 'lisbon', kind: 'kiosk' })
  kioskThere = there.device((body as { token: string }).token)
})
afterAll(() => hall.close())

test('both are listed, each with its zone', async () => {
  const { body } = await hall.nobody.get('/api/offices')

  expect(
    (body as { offices: { id: string; zone: string }[] }).offices.map(({ id, zone }) => [id, zone]),
  ).toEqual([
    ['pernik', 'Europe/Sofia'],
    ['lisbon', 'Europe/Lisbon'],
  ])
})

test('each opens and closes by its own hours, in its own zone', async () => {
  const phases = async () => [
    (await hall.nobody.view('hall')).view.day.phase,
    (await there.nobody.view('hall')).view.day.phase,
  ]

  expect(await phases()).toEqual(['open', 'before-opening'])
  expect(await kioskThere.command('issue-ticket', { service: 'passport' })).toMatchObject({
    status: 409,
    body: { code: 'before-opening', message: { en: expect.stringContaining('09:30') } },
  })
  hall.clock.moveTo(officeTime('2026-11-25T09:30', 'Europe/Lisbon'))
  await hall.settled()
  expect(await phases()).toEqual(['open', 'open'])
})

test('each gives its own numbers, of its own letters', async () => {
  const here = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const elsewhere = await kioskThere.done('issue-ticket', { service: 'passport' })
  const second = await kioskThere.done('issue-ticket', { service: 'notary' })

  expect([here.ticket.label, elsewhere.ticket.label, second.ticket.label]).toEqual([
    'П 001',
    'П 001',
    'Н 001',
  ])
  expect(here.ticket.code).not.toBe(elsewhere.ticket.code)
})

test('a service, a window or a ticket of one is unknown at the other', async () => {
  const { ticket } = await kioskThere.done('issue-ticket', { service: 'passport' })
  const clerk = await there.as('clerk5')

  expect(await hall.kiosk.command('issue-ticket', { service: 'passport' })).toMatchObject({
    body: { code: 'unknown-service' },
  })
  expect(await clerk.command('open-window', { window: 5 })).toMatchObject({
    body: { code: 'unknown-window' },
  })
  expect((await hall.nobody.get(`/api/offices/lisbon/tickets/${ticket.code}`)).status).toBe(200)
  expect((await hall.nobody.get(`/api/offices/pernik/tickets/${ticket.code}`)).status).toBe(404)
  expect(await hall.nobody.command('leave', { code: ticket.code })).toMatchObject({
    body: { code: 'unknown-code' },
  })
})

test('a device of one office is refused at the other', async () => {
  expect(await hall.device(token(kioskThere)).command('issue-ticket', { service: 'payment' })).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
  expect(await there.kiosk.command('issue-ticket', { service: 'passport' })).toMatchObject({ status: 403 })
  expect((await there.kiosk.get('/api/offices/lisbon/views/kiosk')).status).toBe(403)
})

test('each goes by its own rules', async () => {
  const clerk = await there.as('clerk6')
  await clerk.done('open-window', { window: 2 })
  await clerk.done('call-next', { window: 2 })

  // In Lisbon a no-show needs no second call.
  expect((await clerk.command('mark-no-show', { window: 2 })).status).toBe(200)
  expect((await clerk.view('queue')).view.standardMinutes).toBe(10)
})

test('each has a log of its own, whole and proved', async () => {
  const auditor = await hall.as('auditor')
  for (const office of ['pernik', 'lisbon']) {
    const { body } = await auditor.get(`/api/offices/${office}/events?day=2026-11-25`)
    const { events, verified } = body as {
      events: { version: number; type: string; body: { settings?: { id: string } } }[]
      verified: object
    }
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
    expect(events[0]).toMatchObject({ type: 'day-opened', body: { settings: { id: office } } })
    expect(verified).toEqual({ ok: true, broken: null })
  }
})

test('each has a calendar of its own', async () => {
  const supervisor = await there.as('supervisor')
  await supervisor.done('add-exception', {
    from: '2026-12-03',
    change: { kind: 'closed' },
    order: '1/2026',
    reason: { bg: 'ремонт', en: 'repair' },
  })
  const working = async (office: string) => {
    const { body } = await hall.nobody.get(`/api/offices/${office}/days?from=2026-12-03&to=2026-12-03`)
    return (body as { days: { working: boolean }[] }).days.map((day) => day.working)
  }

  expect([await working('pernik'), await working('lisbon')]).toEqual([[true], [false]])
})

test('a change in one is news at that one only', async () => {
  const before = await versions()
  await hall.kiosk.done('issue-ticket', { service: 'payment' })

  expect(await versions()).toEqual({ pernik: before.pernik + 1, lisbon: before.lisbon })

  async function versions() {
    const { body } = await hall.nobody.get('/health/ready')
    return (body as { offices: { pernik: number; lisbon: number } }).offices
  }
})

test('midnight comes to each in its own zone', async () => {
  const dates = async () => [
    (await hall.nobody.view('hall')).view.day.date,
    (await there.nobody.view('hall')).view.day.date,
  ]
  hall.clock.moveTo(officeTime('2026-11-26T00:30'))
  await hall.settled()
  expect(await dates()).toEqual(['2026-11-26', '2026-11-25'])
  hall.clock.moveTo(officeTime('2026-11-26T00:00', 'Europe/Lisbon'))
  await hall.settled()
  expect(await dates()).toEqual(['2026-11-26', '2026-11-26'])
})

test('a server that starts between the two midnights opens another day in each', async () => {
  const late = await startHall({ offices: [hasty(), lisbon()], at: '2026-11-26T00:30' })

  expect((await late.nobody.view('hall')).view.day.date).toBe('2026-11-26')
  expect((await late.of('lisbon').nobody.view('hall')).view.day.date).toBe('2026-11-25')
  await late.close()
})

function token(person: Person): string {
  return person.headers['authorization']?.slice('Bearer '.length) ?? ''
}
