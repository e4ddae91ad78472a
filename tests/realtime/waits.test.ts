import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromIso, MINUTE } from '#shared/instant.ts'
import type { Quoted } from '#server/domain/events.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { officeTime } from '../harness/settings.ts'

let hall: Hall
let clerk: Person
beforeAll(async () => {
  hall = await startHall({ at: '2026-11-25T10:15' })
  clerk = await hall.as('clerk2')
  await clerk.done('open-window', { window: 2 })
})
afterAll(() => hall.close())

const civil = { service: 'birth-certificate-duplicate' }

async function stateOf(service: string) {
  const { view } = await hall.nobody.view('waits')
  return view.services.find((each) => each.service === service)
}

test('whoever waits for a service without an open window is told that, and given no figure', async () => {
  const watcher = await hall.watch('waits')
  const { view } = await watcher.until(({ view: each }) =>
    each.services.some(({ ordinary }) => ordinary.state === 'estimated'),
  )
  expect(view.services.find(({ service }) => service === 'payment')?.ordinary).toEqual({ state: 'no-window' })
  expect(await stateOf('payment')).toMatchObject({ beforeLimit: null })
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  expect(ticket.wait).toBeNull()
  watcher.close()
})

test('each ticket lengthens the wait of the next; what was said stands in the log with it', async () => {
  const watcher = await hall.watch('waits')
  const issued = []
  for (let each = 0; each < 8; each += 1) issued.push((await hall.kiosk.done('issue-ticket', civil)).ticket)
  const { view } = await watcher.until(({ view: now }) =>
    now.services.some(
      ({ service, ordinary }) =>
        service === civil.service && ordinary.state === 'estimated' && ordinary.from >= 35,
    ),
  )
  expect(view.services.find(({ service }) => service === civil.service)).toMatchObject({ beforeLimit: 1 })
  const lengths = issued.map(({ wait }) => wait?.to ?? 0)
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
  expect(lengths.at(-1)).toBeGreaterThan(lengths[0] ?? 0)
  const events = await hall.store.log.ofDay('pernik' as never, '2026-11-25' as never) // as the hall names them
  const quoted = events
    .filter(({ type }) => type === 'ticket-issued')
    .map(({ body }) => (JSON.parse(body) as { quoted: Quoted | null }).quoted) // written by an event
  expect(quoted.slice(-8).every((each) => each !== null && each.p90Ms >= each.p50Ms)).toBe(true)
  watcher.close()
})

test('a phone is told its own wait, never sooner than its ticket said, and nothing about anyone else', async () => {
  const { ticket } = await hall.kiosk.done('issue-ticket', civil)
  const phone = await hall.watch(`wait/${ticket.code}`)
  const { view } = await phone.until(({ view: { wait } }) => wait.state === 'estimated')
  if (view.wait.state !== 'estimated' || ticket.wait === null) throw new Error('no figure')
  expect(fromIso(view.wait.fromAt)).toBeGreaterThanOrEqual(
    fromIso(ticket.issuedAt) + ticket.wait.from * MINUTE,
  )
  expect(fromIso(view.wait.toAt)).toBeGreaterThanOrEqual(fromIso(ticket.issuedAt) + ticket.wait.to * MINUTE)
  expect(JSON.stringify(view)).not.toContain('Г')
  phone.close()
})

test('a phone whose ticket does not wait is told so', async () => {
  const { view } = await hall.nobody.view('wait/AAAAAAAAAAAAAAAA')
  expect(view.wait).toEqual({ state: 'not-waiting' })
})

test('staff see who is going to wait longer than the standard before it happens; nobody else does', async () => {
  const forecast = await hall.watch('forecast', { as: clerk })
  const { view } = await forecast.until(({ view: { tickets } }) =>
    tickets.some(({ late }) => late === 'likely'),
  )
  const last = view.tickets.at(-1)
  expect(last).toMatchObject({ late: 'likely' })
  expect(view.tickets.find(({ late }) => late === 'no')).toBeDefined()
  expect((await hall.watch('forecast')).refusal?.code).toBe('not-signed-in')
  forecast.close()
})

test('near the limit of the day the chance of being called before it falls', async () => {
  const watcher = await hall.watch('waits')
  hall.clock.moveTo(officeTime('2026-11-25T16:59'))
  await hall.settled()
  await hall.kiosk.done('issue-ticket', { service: 'marital-status-certificate' })
  for (let each = 0; each < 14; each += 1) await hall.kiosk.done('issue-ticket', civil)
  await watcher.until(({ view }) =>
    view.services.some(
      ({ service, beforeLimit }) => service === civil.service && beforeLimit !== null && beforeLimit < 0.5,
    ),
  )
  watcher.close()
})

test('a hall that tells no waits says so, on its screens, to the phone and on no paper', async () => {
  const silent = await startHall({ at: '2026-11-25T10:15', waits: 'not-told' })
  const at2 = await silent.as('clerk2')
  await at2.done('open-window', { window: 2 })
  const { ticket } = await silent.kiosk.done('issue-ticket', civil)
  const { view } = await silent.nobody.view('waits')
  expect(new Set(view.services.map(({ ordinary }) => ordinary.state))).toEqual(new Set(['not-told']))
  expect(ticket.wait).toBeNull()
  const { view: own } = await silent.nobody.view(`wait/${ticket.code}`)
  expect(own.wait).toEqual({ state: 'not-told' })
  await silent.close()
})
