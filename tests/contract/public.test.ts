import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'

/** What a phone may reach: whoever has nothing but an address, and a ticket's code. */

let hall: Hall
beforeAll(async () => void (hall = await startHall()))
afterAll(() => hall.close())

/** Each needs a code, or shows what hangs in the hall for all to see: numbers, names of services, hours. */
const READ_BY_ANYONE = [
  '/api/calendar/{file}', // an official's calendar: the address itself is the secret
  '/api/offices',
  '/api/offices/{office}/appointments/{code}',
  '/api/offices/{office}/days',
  '/api/offices/{office}/notices/key',
  '/api/offices/{office}/reception/figures',
  '/api/offices/{office}/tickets/{code}',
  '/api/offices/{office}/tickets/{code}/paper.png',
  '/api/offices/{office}/views/door/{official}',
  '/api/offices/{office}/views/hall',
  '/api/offices/{office}/views/kiosk',
  '/api/offices/{office}/views/wait/{code}',
  '/api/offices/{office}/views/waits',
  '/health/live',
  '/health/ready',
  '/metrics', // from the machine itself, as here
]
const WATCHED_BY_ANYONE = ['kiosk', 'hall', 'waits', 'door/mayor', 'ticket', 'wait']

test('by asking, nobody in particular reads what hangs in the hall, and one ticket by its code', async () => {
  const { paths } = (await hall.nobody.get('/api/openapi.json')).body as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const named: Readonly<Record<string, string>> = {
    office: 'pernik',
    code: ticket.code,
    number: '3',
    official: 'mayor',
    file: 'aB3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z.ics',
  }
  const query =
    'from=2026-11-25&to=2026-11-26&day=2026-11-25&official=mayor&date=2026-12-02&year=2026&number=%D0%9F%D0%94-0001'
  const open = []
  for (const [path] of Object.entries(paths).filter(([, methods]) => 'get' in methods)) {
    const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => named[name] ?? '')
    const { status } = await hall.nobody.get(`${address}?${query}`)
    if (status !== 401) open.push(path)
  }

  expect(open.sort()).toEqual(READ_BY_ANYONE)
})

test('on the line the same, and nothing else', async () => {
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const views = [
    'kiosk',
    'hall',
    'waits',
    'queue',
    'supervisor',
    'window/3',
    'forecast',
    'paper',
    'printing',
    'door/mayor',
    'reception/desk',
    'reception/orders',
    'reception/secretary',
    'reception/official/mayor',
    `ticket/${ticket.code}`,
    `wait/${ticket.code}`,
  ] as const
  const open = []
  for (const view of views) {
    const watcher = await hall.watch(view as 'hall')
    if (watcher.refusal === null) open.push(view.replace(`/${ticket.code}`, ''))
    watcher.close()
  }

  expect(open).toEqual(WATCHED_BY_ANYONE)
})

test('a phone learns of its own ticket, and no number and no code of anybody else', async () => {
  const others = await Promise.all(
    [1, 2, 3].map(async () => (await hall.kiosk.done('issue-ticket', { service: 'payment' })).ticket),
  )
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const answers = [
    await hall.nobody.get(`/api/offices/pernik/tickets/${ticket.code}`),
    await hall.nobody.get(`/api/offices/pernik/views/wait/${ticket.code}`),
  ]
  const text = JSON.stringify(answers.map(({ body }) => body))

  for (const other of others) {
    expect(text).not.toContain(other.label)
    expect(text).not.toContain(other.code)
  }
  expect(text).not.toContain(ticket.code) // nor is the own one said where it could be copied from
})

test('whoever asks too often is asked to wait', async () => {
  const path = '/api/offices/pernik/tickets/aB3dEf6hIj9kLm2n'
  const answers = await Promise.all(Array.from({ length: 320 }, () => hall.nobody.get(path)))
  const statuses = new Set(answers.map(({ status }) => status))

  expect(statuses).toEqual(new Set([404, 429]))
  const refused = answers.find(({ status }) => status === 429)
  expect(refused?.body).toMatchObject({ code: 'too-many-requests' })
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  const leave = async () => (await hall.nobody.command('leave', { code: 'aB3dEf6hIj9kLm2n' })).status
  const left = await Promise.all(Array.from({ length: 130 }, leave))
  expect(left.filter((status) => status === 429)).toHaveLength(10)
})
