import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { COMMAND_NAMES } from '#shared/commands.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { hasty, officeTime } from '../harness/settings.ts'

let hall: Hall
let clerk: Person
let keys = 0
const key = () => `key-of-a-test-${(keys += 1)}`

beforeAll(async () => {
  hall = await startHall({ offices: [hasty()] })
  clerk = await hall.as('clerk2')
  await clerk.done('open-window', { window: 2 })
})
afterAll(() => hall.close())
beforeEach(async () => {
  const { view } = await clerk.view('window/2')
  if (view.current?.state === 'called') await clerk.done('start-service', { window: 2 })
  if (view.current) await clerk.done('finish-service', { window: 2 })
})

const issue = (idempotencyKey?: string, service = 'heirs-certificate') =>
  hall.kiosk.command('issue-ticket', { service }, idempotencyKey)

test('a ticket is answered whole: its number, its code, who is ahead', async () => {
  const { version: before } = await hall.kiosk.view('kiosk')
  const { status, body } = await issue()

  expect(status).toBe(200)
  expect(body).toEqual({
    version: before + 1,
    ticket: {
      id: expect.stringMatching(/^2026-11-25\/Г-\d{3}$/),
      label: expect.stringMatching(/^Г \d{3}$/),
      code: expect.stringMatching(/^[\w-]{16}$/),
      service: 'heirs-certificate',
      issuedAt: '2026-11-25T08:15:00.000Z',
      ahead: expect.any(Number),
      wait: null,
    },
  })
})

test('a call is answered with the ticket and with the reason in two languages', async () => {
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate', priority: true })
  const { body } = await clerk.command('call-ticket', {
    window: 2,
    label: ticket.label,
    reason: 'supervisor-order',
  })
  await clerk.done('start-service', { window: 2 })

  expect(body).toEqual({
    version: expect.any(Number),
    ticket: {
      id: ticket.id,
      label: ticket.label,
      service: 'heirs-certificate',
      issuedAt: '2026-11-25T08:15:00.000Z',
    },
    reason: { bg: expect.any(String), en: expect.any(String) },
  })
})

test('a refusal by the rules is 409, with a code and a sentence in both languages', async () => {
  const { status, body } = await clerk.command('recall', { window: 2 })

  expect(status).toBe(409)
  expect(body).toEqual({
    code: 'nobody-at-window',
    message: { bg: expect.stringContaining('2'), en: expect.stringContaining('2') },
  })
})

test('finishing with the next call is one step, and stands when nobody can be called', async () => {
  const drained = await drain()
  expect(drained).toMatchObject({ ticket: null, reason: null, nobody: { code: 'nobody-waiting' } })

  async function drain() {
    await issue()
    for (;;) {
      const called = await clerk.command('call-next', { window: 2 })
      if (called.status === 409) throw new Error('nobody to begin with')
      for (;;) {
        await clerk.done('start-service', { window: 2 })
        const answer = await clerk.done('finish-service', { window: 2, callNext: true })
        if (answer.ticket === null) return answer
      }
    }
  }
})

test('whoever has left has left, whoever was served is told so, and both at the very moment too', async () => {
  const leave = (code: string) => hall.nobody.command('leave', { code })
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const answers = await Promise.all([leave(ticket.code), leave(ticket.code)])
  const { version } = await hall.kiosk.view('kiosk')

  expect([...answers, await leave(ticket.code)].map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await hall.kiosk.view('kiosk')).version).toBe(version)

  const { body } = await issue()
  await clerk.done('call-ticket', { window: 2, label: body.ticket.label, reason: 'supervisor-order' })
  await clerk.done('start-service', { window: 2 })
  await clerk.done('finish-service', { window: 2 })
  expect(await leave(body.ticket.code)).toMatchObject({
    status: 409,
    body: {
      code: 'cannot-leave-now',
      message: {
        bg: `Обслужването на номер ${body.ticket.label} приключи. Отказ не е нужен.`,
        de: expect.stringContaining('abgeschlossen'),
      },
    },
  })
})

test('a repetition under the same key gets the first answer, and there is one ticket', async () => {
  const once = key()
  const first = await issue(once)
  const { view: before } = await hall.kiosk.view('kiosk')
  const second = await issue(once)

  expect(first.status).toBe(200)
  expect(second).toMatchObject({ status: 200, body: first.body })
  expect((await hall.kiosk.view('kiosk')).view.waiting).toBe(before.waiting)
})

test('twenty repetitions at the same moment are one ticket', async () => {
  const once = key()
  const { version } = await hall.kiosk.view('kiosk')
  const answers = await Promise.all(Array.from({ length: 20 }, () => issue(once)))

  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
  expect((await hall.kiosk.view('kiosk')).version).toBe(version + 1)
})

test('the same key for another body is refused, and nothing happens', async () => {
  const once = key()
  await issue(once)
  const { version } = await hall.kiosk.view('kiosk')

  expect(await issue(once, 'payment')).toMatchObject({ status: 409, body: { code: 'key-reused' } })
  expect((await hall.kiosk.view('kiosk')).version).toBe(version)
})

test('the same key for another command is refused', async () => {
  const once = key()
  await issue()
  await clerk.done('call-next', { window: 2 }, once)

  expect(await clerk.command('start-service', { window: 2 }, once)).toMatchObject({
    body: { code: 'key-reused' },
  })
})

test('the same key from another sender is another key', async () => {
  const once = key()
  const atKiosk = await issue(once)
  const byClerk = await clerk.command('issue-ticket', { service: 'heirs-certificate' }, once)

  expect(byClerk.status).toBe(200)
  expect(byClerk.body.ticket.label).not.toBe(atKiosk.body.ticket.label)
})

test('a refused command is decided anew under its key', async () => {
  const once = key()
  while ((await clerk.command('call-next', { window: 2 })).status === 200) {
    await clerk.done('start-service', { window: 2 })
    await clerk.done('finish-service', { window: 2 })
  }
  const refused = await clerk.command('call-next', { window: 2 }, once)
  const { body } = await issue()
  const called = await clerk.command('call-next', { window: 2 }, once)

  expect(refused).toMatchObject({ status: 409, body: { code: 'nobody-waiting' } })
  expect(called).toMatchObject({ status: 200, body: { ticket: { label: body.ticket.label } } })
})

test('the order of the fields makes no other request', async () => {
  const once = key()
  const first = await hall.kiosk.command('issue-ticket', { service: 'payment', language: 'en' }, once)
  const second = await hall.kiosk.command('issue-ticket', { language: 'en', service: 'payment' }, once)

  expect(second).toMatchObject({ status: 200, body: first.body })
})

test.each([
  ['a missing field', 'issue-ticket', {}, 'service'],
  ['a field of the wrong kind', 'issue-ticket', { service: 'payment', priority: 'yes' }, 'priority'],
  ['a language nobody speaks here', 'issue-ticket', { service: 'payment', language: 'fr' }, 'language'],
  ['a code that can be none', 'leave', { code: 'short' }, 'code'],
] as const)('%s is malformed, and the field is named', async (_what, name, body, field) => {
  expect(await hall.kiosk.command(name, body)).toMatchObject({
    status: 400,
    body: { code: 'malformed', field },
  })
})

test.each([
  ['call-next', { window: 0 }, 'window'],
  ['call-next', { window: '2' }, 'window'],
  ['finish-service', { window: 2, outcome: 'great' }, 'outcome'],
  ['pause-window', { window: 2, reason: '   ' }, 'reason'],
  ['call-ticket', { window: 2, label: 'Г 001', reason: 'friend' }, 'reason'],
] as const)('%s with %j names %s', async (name, body, field) => {
  expect(await clerk.command(name, body)).toMatchObject({ status: 400, body: { code: 'malformed', field } })
})

test.each([
  [{}, 'window', 'Полето „гише“ липсва.', 'The field “window” is missing.'],
  [{ window: 'two' }, 'window', 'Полето „гише“ трябва да е число.', 'The field “window” must be a number.'],
  [{ window: 0 }, 'window', 'Полето „гише“ трябва да е поне 1.', 'The field “window” must be at least 1.'],
  [
    { window: 2, windwo: 2 },
    'windwo',
    'Полето „windwo“ не е познато тук.',
    'The field “windwo” is not known here.',
  ],
  [
    { window: 2, outcome: 'great' },
    'outcome',
    'Полето „outcome“ трябва да е едно от: served, information, application-taken, document-issued, fee-paid, referred, not-possible.',
    'The field “outcome” must be one of: served, information, application-taken, document-issued, fee-paid, referred, not-possible.',
  ],
  [
    { window: 2, callNext: 'yes' },
    'callNext',
    'Полето „callNext“ трябва да е true или false.',
    'The field “callNext” must be true or false.',
  ],
  [
    'nothing that is JSON',
    'body',
    'Съдържанието на заявката не е JSON.',
    'The content of the request is not JSON.',
  ],
])('of %j each language says in its own words what is wrong with %s', async (body, field, bg, en) => {
  expect(await clerk.post('/api/offices/pernik/commands/finish-service', body)).toMatchObject({
    status: 400,
    body: { code: 'malformed', field, message: { bg, en } },
  })
})

test.each([
  ['pause-window', { window: 2, reason: ' ' }, 'Полето „причина“ не може да е празно.'],
  ['resume-held', { window: 2, label: 'x' }, 'Полето „номер“ трябва да има поне 2 знака.'],
  ['resume-held', { window: 2, label: 'x'.repeat(50) }, 'Полето „номер“ трябва да има най-много 12 знака.'],
  [
    'add-exception',
    { from: '2026-12-02', change: { kind: 'closed' }, order: '№ 7', reason: { bg: ' ', en: 'a session' } },
    'Полето „причина на български“ не може да е празно.',
  ],
  [
    'add-exception',
    { from: '2026-12-02', change: { kind: 'closed' }, order: '№ 7', reason: { bg: 'сесия', en: '' } },
    'Полето „причина на английски“ не може да е празно.',
  ],
  [
    'add-reception-exception',
    {
      official: 'mayor',
      date: '2026-12-02',
      change: { kind: 'none' },
      order: '№ 7',
      reason: { bg: '', en: '' },
    },
    'Полето „причина на български“ не може да е празно.',
  ],
] as const)('%s with %j is told in words', async (name, body, bg) => {
  expect(await (await supervised()).command(name, body)).toMatchObject({
    status: 400,
    body: { message: { bg } },
  })
})

test.each(COMMAND_NAMES)('%s refuses a field it does not know', async (name) => {
  const supervisor = await supervised()
  const { status, body } = await supervisor.command(name, { window: 2, surprise: true })

  expect(status === 400 || status === 403).toBe(true)
  if (status === 400) expect(body.code).toBe('malformed')
})

let known: Person | null = null
async function supervised(): Promise<Person> {
  known ??= await hall.as('supervisor')
  return known
}

test.each([
  ['not JSON', '{"service":'],
  ['no object', '"payment"'],
  ['nothing', ''],
])('a body that is %s is malformed', async (_what, body) => {
  const reply = await hall.kiosk.post('/api/offices/pernik/commands/issue-ticket', body)

  expect(reply).toMatchObject({
    status: 400,
    body: { code: 'malformed', message: { bg: expect.any(String) } },
  })
})

test('a body beyond all measure is refused in words', async () => {
  const reply = await hall.kiosk.command('issue-ticket', { service: 'x'.repeat(100_000) })

  expect(reply).toMatchObject({ status: 413, body: { code: 'malformed' } })
})

test('an idempotency key may be as short as its sender likes', async () => {
  const first = await issue('k')

  expect(first.status).toBe(200)
  expect((await issue('k')).body).toEqual(first.body)
  expect((await issue('k2')).body.ticket.label).not.toBe(first.body.ticket.label)
})

test('an idempotency key of no length, or beyond all measure, is malformed', async () => {
  for (const each of ['', 'k'.repeat(101)])
    expect(await issue(each)).toMatchObject({
      status: 400,
      body: { code: 'malformed', field: 'idempotency-key' },
    })
})

test('of a short idempotency key nothing is kept, of a long one only the time in front', async () => {
  await issue('short')
  const kept = new Database(join(hall.data, 'hall.sqlite'), { readonly: true })
  const keys = kept.prepare<[], { key: string }>('select key from commands').all()
  kept.close()

  expect(keys.some(({ key }) => key.includes('short'))).toBe(false)
})

test('an unknown command, office or address is 404 in words', async () => {
  expect(await clerk.post('/api/offices/pernik/commands/close-hall', {})).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  })
  expect(await clerk.post('/api/offices/sofia/commands/call-next', { window: 2 })).toMatchObject({
    status: 404,
    body: { code: 'unknown-office' },
  })
  expect(await clerk.get('/api/nothing')).toMatchObject({ status: 404, body: { code: 'not-found' } })
})

test.each(['GET', 'DELETE'] as const)('%s never carries a command out', async (method) => {
  const { version } = await hall.kiosk.view('kiosk')

  expect((await clerk.request(method, '/api/offices/pernik/commands/call-next?window=2')).status).toBe(404)
  expect((await hall.kiosk.view('kiosk')).version).toBe(version)
})

test('before opening, after closing and on a day off the kiosk gives nothing, and says why', async () => {
  const morning = await startHall({ at: '2026-11-25T08:29:59' })
  const asks = () => morning.kiosk.command('issue-ticket', { service: 'payment' })

  expect(await asks()).toMatchObject({ status: 409, body: { code: 'before-opening' } })
  morning.clock.moveTo(officeTime('2026-11-25T08:30'))
  await morning.settled()
  expect((await asks()).status).toBe(200)
  morning.clock.moveTo(officeTime('2026-11-25T17:00'))
  await morning.settled()
  expect(await asks()).toMatchObject({ status: 409, body: { code: 'no-more-tickets' } })
  morning.clock.moveTo(officeTime('2026-11-25T19:00'))
  await morning.settled()
  expect(await asks()).toMatchObject({ status: 409, body: { code: 'hall-closed' } })
  morning.clock.moveTo(officeTime('2026-11-28T10:00'))
  await morning.settled()
  expect(await asks()).toMatchObject({ status: 409, body: { code: 'closed-day' } })
  await morning.close()
})
