import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startHall, temporaryFolder, type Hall, type HallOptions } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { startPushService, type Phone, type PushService } from '../harness/push-service.ts'
import { hasty, officeTime } from '../harness/settings.ts'

/** Notices to phones whose page is closed, sent to a push service on a real port, which reads them as a browser does. */

let service: PushService
let hall: Hall
let clerk: Person
beforeEach(async () => {
  service = await startPushService()
  hall = await open()
  clerk = await hall.as('clerk2')
})
afterEach(async () => {
  await hall.close()
  await service.close()
})

const open = (more: HallOptions = {}) =>
  startHall({
    offices: [hasty()],
    environment: { PUBLIC_URL: 'https://gishe.example', PUSH_SERVICES: service.origin },
    push: { retryMs: [20, 40] },
    ...more,
  })
const issue = async (more: object = {}) =>
  (await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate', ...more })).ticket
const subscribe = (code: string, { subscription }: Phone, language = 'bg') =>
  hall.nobody.post(`/api/offices/pernik/tickets/${code}/subscriptions`, { ...subscription, language })
/** What is kept of phones, as it lies in the file. */
function kept(): readonly { readonly code: string; readonly told: string | null }[] {
  const file = new Database(join(hall.data, 'hall.sqlite'), { readonly: true })
  const rows = file.prepare('select code, told from subscriptions order by id').all()
  file.close()
  return rows as { code: string; told: string | null }[] // those two columns
}

test('a phone is told when its turn comes near, when it is called, and when it is called again', async () => {
  const people = [await issue(), await issue(), await issue(), await issue()]
  const mine = people[3]
  if (mine === undefined) throw new Error('nobody came')
  const phone = service.phone()
  expect((await subscribe(mine.code, phone)).status).toBe(200)
  await clerk.done('open-window', { window: 2 })
  await clerk.done('call-next', { window: 2 })
  await phone.until(1)
  for (let served = 0; served < 3; served += 1) {
    await clerk.done('start-service', { window: 2 })
    await clerk.done('finish-service', { window: 2, callNext: true })
  }
  await phone.until(2)
  await clerk.done('recall', { window: 2 })

  const label = mine.label.replace(' ', '\u00a0')
  expect((await phone.until(3)).map(({ notice }) => [notice.kind, notice.title, notice.body])).toEqual([
    ['almost', `${label}: почти е Ваш ред`, 'Моля, бъдете близо до таблото.'],
    ['called', `${label}: заповядайте на гише 2`, 'Вашият номер е повикан.'],
    ['called', `${label}: заповядайте на гише 2`, 'Вашият номер е повикан отново.'],
  ])
  expect(phone.received[1]?.notice.address).toBe(`/t/pernik/${mine.code}`)
  expect(phone.received[1]?.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    urgency: 'high',
    ttl: '300',
  })
})

test('the push service learns nothing: neither the code nor the number nor the window', async () => {
  const mine = await issue()
  const phone = service.phone()
  await subscribe(mine.code, phone)
  await clerk.done('open-window', { window: 2 })
  await clerk.done('call-next', { window: 2 })
  const [received] = await phone.until(1)

  const seen = `${JSON.stringify(received?.headers)}${received?.raw.toString('latin1')}`
  expect(seen).not.toContain(mine.code)
  expect(received?.raw.includes(Buffer.from('гише'))).toBe(false)
})

test('a phone is written to in the language of its page', async () => {
  const mine = await issue()
  const phone = service.phone()
  await subscribe(mine.code, phone, 'en')
  await clerk.done('open-window', { window: 2 })
  await phone.until(1) // its turn comes near
  await clerk.done('call-next', { window: 2 })

  expect((await phone.until(2)).at(-1)?.notice).toMatchObject({
    title: expect.stringContaining('please come to window 2'),
    lang: 'en',
  })
})

test('with the end of the visit nothing is kept of the phone, and it is told nothing more', async () => {
  const mine = await issue()
  await issue()
  const phone = service.phone()
  await subscribe(mine.code, phone)
  await clerk.done('open-window', { window: 2 })
  await phone.until(1) // its turn comes near
  await clerk.done('call-next', { window: 2 })
  await phone.until(2)
  expect(kept()).toHaveLength(1)
  await clerk.done('start-service', { window: 2 })
  await clerk.done('finish-service', { window: 2, callNext: true })

  await expect.poll(kept).toEqual([])
  expect(phone.received).toHaveLength(2)
})

test('at midnight what is left of the day is forgotten', async () => {
  const mine = await issue()
  await subscribe(mine.code, service.phone())
  expect(kept()).toHaveLength(1)
  hall.clock.moveTo(officeTime('2026-11-26T00:00:01'))
  await hall.settled()

  await expect.poll(kept).toEqual([])
})

test('a subscription that the browser gave up is forgotten', async () => {
  const mine = await issue()
  await subscribe(mine.code, service.phone())
  service.willAnswer(410)
  await clerk.done('open-window', { window: 2 })

  await expect.poll(kept).toEqual([])
})

test('a service that fails is asked again, a few times, and delays nobody', async () => {
  const mine = await issue()
  const phone = service.phone()
  await subscribe(mine.code, phone)
  service.willAnswer(503, 500)
  await clerk.done('open-window', { window: 2 })

  expect((await phone.until(1))[0]?.notice.kind).toBe('almost')
  expect(service.asked()).toBe(3)
  service.willAnswer(503, 503, 503, 503)
  await clerk.done('call-next', { window: 2 })
  await expect.poll(service.asked).toBe(6)
  await pause(100)
  expect([service.asked(), phone.received.length]).toEqual([6, 1])
})

test('without the internet the hall works on as if nothing were', async () => {
  const mine = await issue()
  await subscribe(mine.code, service.phone())
  await service.close()
  await clerk.done('open-window', { window: 2 })
  const called = await clerk.done('call-next', { window: 2 })
  await pause(300)

  expect(called.ticket.label).toBe(mine.label)
  expect((await hall.nobody.get('/health/ready')).status).toBe(200)
  service = await startPushService()
})

test('a server that starts again tells nobody twice, and is known by the same key', async () => {
  const key = async () => (await hall.nobody.get('/api/offices/pernik/notices/key')).body
  await hall.close()
  const data = temporaryFolder()
  hall = await open({ data })
  clerk = await hall.as('clerk2')
  const before = await key()
  const mine = await issue()
  const phone = service.phone()
  await subscribe(mine.code, phone)
  await clerk.done('open-window', { window: 2 })
  await phone.until(1) // its turn comes near
  await clerk.done('call-next', { window: 2 })
  await phone.until(2)
  await hall.close()
  hall = await open({ data })

  await pause(200)
  expect(await key()).toEqual(before)
  expect(phone.received).toHaveLength(2)
})

test('the same phone asks twice and is kept once; of five phones with one ticket the first goes', async () => {
  const mine = await issue()
  const phones = Array.from({ length: 5 }, () => service.phone())
  for (const phone of phones) await subscribe(mine.code, phone)
  for (const phone of phones.slice(3)) await subscribe(mine.code, phone)

  expect(kept()).toHaveLength(4)
  await clerk.done('open-window', { window: 2 })
  for (const phone of phones.slice(1)) await phone.until(1)
  expect(phones[0]?.received).toHaveLength(0)
})

test('who no longer wants to be told is not told', async () => {
  const mine = await issue()
  const phone = service.phone()
  await subscribe(mine.code, phone)
  const { endpoint } = phone.subscription
  await hall.nobody.post(`/api/offices/pernik/tickets/${mine.code}/subscriptions/end`, { endpoint })

  expect(kept()).toEqual([])
})

test('refused: a stranger’s code, an address that is no push service, keys that are none', async () => {
  const mine = await issue()
  const ask = async (code: string, change: object) => {
    const wish = { ...service.phone().subscription, language: 'bg', ...change }
    const { status, body } = await hall.nobody.post(`/api/offices/pernik/tickets/${code}/subscriptions`, wish)
    return [status, (body as { code: string }).code] // a rejection
  }

  expect(await ask('aB3dEf6hIj9kLm2n', {})).toEqual([404, 'unknown-code'])
  expect(await ask(mine.code, { endpoint: 'http://192.168.1.1/admin' })).toEqual([400, 'malformed'])
  const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) }
  expect(await ask(mine.code, { keys })).toEqual([400, 'malformed'])
  expect(kept()).toEqual([])
})

test('a hall without an address on https sends no notices, and says so', async () => {
  const plain = await startHall()
  try {
    const { ticket } = await plain.kiosk.done('issue-ticket', { service: 'payment' })
    const wish = { ...service.phone().subscription, language: 'bg' }

    expect((await plain.nobody.get('/api/offices/pernik/notices/key')).body).toEqual({ key: null })
    expect(
      await plain.nobody.post(`/api/offices/pernik/tickets/${ticket.code}/subscriptions`, wish),
    ).toMatchObject({ status: 409, body: { code: 'no-notices' } })
  } finally {
    await plain.close()
  }
})
