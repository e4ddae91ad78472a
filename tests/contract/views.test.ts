import { afterAll, beforeAll, expect, test } from 'vitest'
import { HallView, KioskView, QueueView, SupervisorView, TicketView, WindowView } from '#shared/views.ts'
import type { CalendarDay } from '#shared/views.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { hasty, officeTime } from '../harness/settings.ts'

/** One morning: clerk 2 serves the first of three, someone waits on hold, someone has not come. */
let hall: Hall
let clerk: Person
let supervisor: Person
let auditor: Person
const codes: string[] = []

beforeAll(async () => {
  hall = await startHall({ offices: [hasty()] })
  ;[clerk, supervisor, auditor] = await Promise.all(
    ['clerk2', 'supervisor', 'auditor'].map((user) => hall.as(user)) as [
      Promise<Person>,
      Promise<Person>,
      Promise<Person>,
    ],
  )
  for (let visitor = 0; visitor < 5; visitor += 1) {
    const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
    codes.push(ticket.code)
  }
  await clerk.done('open-window', { window: 2 })
  await clerk.done('call-next', { window: 2 })
  await clerk.done('recall', { window: 2 })
  await clerk.done('mark-no-show', { window: 2, callNext: true })
  await clerk.done('hold', { window: 2 })
  await clerk.done('call-next', { window: 2 })
  await clerk.done('start-service', { window: 2 })
})
afterAll(() => hall.close())

test.each([
  ['kiosk', KioskView],
  ['hall', HallView],
  ['queue', QueueView],
  ['window/2', WindowView],
  ['supervisor', SupervisorView],
] as const)(
  'the view %s comes with its version, and is what its schema says, to the last field',
  async (name, schema) => {
    const { version, view } = await supervisor.view(name)

    expect(version).toBe((await hall.kiosk.view('kiosk')).version)
    expect(schema.strict().parse(view)).toEqual(view)
  },
)

test('all views tell the same hall', async () => {
  const { view: kiosk } = await hall.kiosk.view('kiosk')
  const { view: board } = await hall.nobody.view('hall')
  const { view: queue } = await clerk.view('queue')
  const { view: window } = await clerk.view('window/2')
  const { view: whole } = await supervisor.view('supervisor')

  expect([kiosk.waiting, board.waiting, queue.order.length, window.waiting, whole.today.waiting]).toEqual([
    2, 2, 2, 2, 2,
  ])
  expect(board.windows.find((each) => each.window === 2)).toMatchObject({ state: 'serving', label: 'Г 003' })
  expect(window.current).toMatchObject({ state: 'serving', label: 'Г 003' })
  expect(window.held.map(({ label }) => label)).toEqual(['Г 002'])
  expect(window.missed.map(({ label }) => label)).toEqual(['Г 001'])
  expect(window.next.map(({ label }) => label)).toEqual(queue.order.map(({ label }) => label))
  expect(whole.today).toMatchObject({ issued: 5, noShow: 1, called: 3, finished: 0 })
})

test('what everyone may see holds no member of staff, no code and no one’s service', async () => {
  for (const name of ['kiosk', 'hall'] as const) {
    const text = JSON.stringify((await hall.nobody.view(name)).view)
    for (const secret of [...codes, 'clerk', 'Служител']) expect(text).not.toContain(secret)
  }
  expect(JSON.stringify((await hall.nobody.view('hall')).view)).not.toContain('heirs-certificate')
})

test('no view at all tells the code of a ticket', async () => {
  for (const name of ['queue', 'window/2', 'supervisor'] as const) {
    const text = JSON.stringify((await supervisor.view(name)).view)
    for (const code of codes) expect(text).not.toContain(code)
  }
})

test('a phone learns its own place and nothing of anyone else', async () => {
  const states = await Promise.all(
    codes.map(
      async (code) => (await hall.nobody.get(`/api/offices/pernik/tickets/${code}`)).body as TicketView,
    ),
  )

  expect(states.map(({ label, state, ahead }) => [label, state, ahead])).toEqual([
    ['Г 001', 'no-show', null],
    ['Г 002', 'on-hold', null],
    ['Г 003', 'serving', null],
    ['Г 004', 'waiting', 0],
    ['Г 005', 'waiting', 1],
  ])
  for (const [index, state] of states.entries()) {
    expect(TicketView.strict().parse(state)).toEqual(state)
    expect(state).toMatchObject({ language: 'bg', issuedAt: '2026-11-25T08:15:00.000Z' })
    const others = states.filter((_, other) => other !== index).map(({ label }) => label)
    for (const label of others) expect(JSON.stringify(state)).not.toContain(label)
    expect(JSON.stringify(state)).not.toContain('clerk')
  }
})

test.each(['AAAAAAAAAAAAAAAA', 'short', '..%2f..', 'Г 004'])(
  'the code %s is nobody’s ticket',
  async (code) => {
    expect(await hall.nobody.get(`/api/offices/pernik/tickets/${encodeURIComponent(code)}`)).toMatchObject({
      status: 404,
      body: { code: 'unknown-code' },
    })
  },
)

test('a window or a view that is not there is refused in words', async () => {
  expect(await clerk.get('/api/offices/pernik/views/window/99')).toMatchObject({
    status: 404,
    body: { code: 'unknown-window' },
  })
  expect(await clerk.get('/api/offices/pernik/views/window/three')).toMatchObject({
    status: 404,
    body: { code: 'unknown-view' },
  })
  expect(await clerk.get('/api/offices/pernik/views/secrets')).toMatchObject({ status: 404 })
})

// The calendar

const days = async (from: string, to: string) => {
  const { status, body } = await hall.nobody.get(`/api/offices/pernik/days?from=${from}&to=${to}`)
  expect(status).toBe(200)
  return (body as { days: CalendarDay[] }).days
}

test('an ordinary Wednesday: hours, limit, two blocks of reception', async () => {
  expect(await days('2026-11-25', '2026-11-25')).toEqual([
    {
      date: '2026-11-25',
      working: true,
      why: null,
      hours: { opens: '08:30', closes: '17:00', limit: '19:00' },
      opensAt: '2026-11-25T06:30:00.000Z',
      closesAt: '2026-11-25T15:00:00.000Z',
      limitAt: '2026-11-25T17:00:00.000Z',
      reception: [
        {
          from: '08:30',
          to: '12:00',
          startsAt: '2026-11-25T06:30:00.000Z',
          endsAt: '2026-11-25T10:00:00.000Z',
        },
        {
          from: '14:00',
          to: '17:00',
          startsAt: '2026-11-25T12:00:00.000Z',
          endsAt: '2026-11-25T15:00:00.000Z',
        },
      ],
      receptionWhy: null,
    },
  ])
})

test('a weekend and a holiday are days off, with the reason in both languages', async () => {
  const christmas = await days('2026-12-23', '2026-12-28')

  expect(christmas.map(({ date, working, why }) => [date.slice(8), working, why !== null])).toEqual([
    ['23', true, false],
    ['24', false, true],
    ['25', false, true],
    ['26', false, true],
    ['27', false, true],
    ['28', false, true],
  ])
  expect(christmas[1]).toMatchObject({
    hours: null,
    opensAt: null,
    reception: [],
    why: { bg: expect.any(String), en: expect.any(String) },
  })
})

test('an order changes the calendar at once, with its reason, until it is revoked', async () => {
  const supervised = await supervisor.command('add-exception', {
    from: '2027-01-11',
    to: '2027-01-12',
    change: { kind: 'hours', opens: '07:00', closes: '14:00' },
    order: 'Заповед № РД-01-7/2027',
    reason: { bg: 'жега', en: 'heat' },
  })
  const { exception } = supervised.body as unknown as { exception: string }

  expect(supervised.status).toBe(200)
  expect(
    (await days('2027-01-11', '2027-01-13')).map(({ hours, why }) => [hours?.opens, hours?.closes, why?.en]),
  ).toEqual([
    ['07:00', '14:00', 'heat'],
    ['07:00', '14:00', 'heat'],
    ['08:30', '17:00', undefined],
  ])
  await supervisor.done('remove-exception', { id: exception, order: 'РД-01-8/2027' })
  expect((await days('2027-01-11', '2027-01-11'))[0]?.hours?.opens).toBe('08:30')
})

test('summer time moves the instants, not the hours', async () => {
  const [winter, summer] = await Promise.all([
    days('2026-03-27', '2026-03-27'),
    days('2026-03-30', '2026-03-30'),
  ])

  expect([winter[0]?.hours?.opens, winter[0]?.opensAt]).toEqual(['08:30', '2026-03-27T06:30:00.000Z'])
  expect([summer[0]?.hours?.opens, summer[0]?.opensAt]).toEqual(['08:30', '2026-03-30T05:30:00.000Z'])
})

test.each([
  ['from=2026-11-25', 'to'],
  ['from=25.11.2026&to=2026-11-26', 'from'],
  ['from=2026-02-30&to=2026-11-26', 'from'],
  ['from=2026-11-26&to=2026-11-25', 'to'],
  ['from=2026-01-01&to=2030-01-01', 'to'],
])('the calendar from %s is malformed and names "%s"', async (query, field) => {
  expect(await hall.nobody.get(`/api/offices/pernik/days?${query}`)).toMatchObject({
    status: 400,
    body: { code: 'malformed', field },
  })
})

test('asking for all of history does not hold up the hall', async () => {
  const began = performance.now()
  await hall.nobody.get('/api/offices/pernik/days?from=0001-01-01&to=9999-12-31')

  expect(performance.now() - began).toBeLessThan(500)
})

// The log

test('the auditor reads the whole day: who did what, when, chained and proved; and no code of a ticket', async () => {
  const { status, body } = await auditor.get('/api/offices/pernik/events?day=2026-11-25')
  const { events, verified } = body as {
    events: {
      version: number
      at: string
      actor: { kind: string; id: string | null }
      type: string
      hash: string
    }[]
    verified: object
  }

  expect(status).toBe(200)
  expect(verified).toEqual({ ok: true, broken: null })
  expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
  expect(events.find(({ type }) => type === 'ticket-issued')?.actor).toEqual({
    kind: 'device',
    id: 'kiosk-1',
  })
  expect(events.filter(({ type }) => type === 'ticket-called')).toHaveLength(3)
  expect(events.find(({ type }) => type === 'no-show-marked')).toMatchObject({
    actor: { kind: 'staff', id: 'clerk2' },
    at: '2026-11-25T08:15:00.000Z',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    body: { label: 'Г 001', window: 2 },
  })
  for (const code of codes) expect(JSON.stringify(body)).not.toContain(code)
})

test('each call is in the log with its reason and its clerk', async () => {
  const { body } = await auditor.get('/api/offices/pernik/events?day=2026-11-25')
  const calls = (body as { events: { type: string; body: object }[] }).events.filter(
    ({ type }) => type === 'ticket-called',
  )

  for (const call of calls) {
    expect(call.body).toMatchObject({ clerk: 'clerk2', window: 2, reason: { kind: 'longest-wait' } })
  }
})

test('a day without a log is empty, and nothing of it is proved', async () => {
  expect(await auditor.get('/api/offices/pernik/events?day=2020-01-01')).toMatchObject({
    status: 200,
    body: { events: [], verified: null },
  })
  expect(await auditor.get('/api/offices/pernik/events')).toMatchObject({
    status: 400,
    body: { field: 'day' },
  })
})

test('yesterday’s ticket is no ticket today', async () => {
  const other = await startHall({ offices: [hasty()] })
  const { ticket } = await other.kiosk.done('issue-ticket', { service: 'payment' })
  other.clock.moveTo(officeTime('2026-11-26T09:00'))
  await other.settled()

  expect((await other.nobody.get(`/api/offices/pernik/tickets/${ticket.code}`)).status).toBe(404)
  expect((await other.kiosk.done('issue-ticket', { service: 'payment' })).ticket.label).toBe('П 001')
  await other.close()
})

test('a phone whose holder was not served is told so, with an apology', async () => {
  const other = await startHall({ offices: [hasty()], at: '2026-11-25T16:59' })
  const { ticket } = await other.kiosk.done('issue-ticket', { service: 'payment' })
  other.clock.moveTo(officeTime('2026-11-25T19:00'))
  await other.settled()

  expect((await other.nobody.get(`/api/offices/pernik/tickets/${ticket.code}`)).body).toMatchObject({
    state: 'unserved',
    apology: true,
    ahead: null,
    day: { phase: 'closed', next: { date: '2026-11-26' } },
  })
  await other.close()
})
