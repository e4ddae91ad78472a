import { afterEach, expect, test } from 'vitest'
import { after, MINUTE } from '#shared/instant.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { hasty, wide } from '../harness/settings.ts'

/** People who press at the same moment, over real HTTP. */

const CLERKS = 10
const TICKETS = 1_000

let hall: Hall
afterEach(() => hall.close())

type Logged = {
  readonly version: number
  readonly type: string
  readonly body: { readonly label: string; readonly window: number; readonly priority?: boolean }
}
async function log(): Promise<readonly Logged[]> {
  const { body } = await (await hall.as('auditor')).get('/api/offices/pernik/events?day=2026-11-25')
  expect((body as { verified: object }).verified).toEqual({ ok: true, broken: null })
  return (body as { events: readonly Logged[] }).events
}

/** Works off the jobs, so many at a time. */
async function together<T>(jobs: number, workers: number, work: (job: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < jobs) {
        const job = next
        next += 1
        results[job] = await work(job)
      }
    }),
  )
  return results
}

test('ten clerks drain a thousand tickets: each is handed out once, none is skipped, by the order of the rules', async () => {
  hall = await startHall({ offices: [wide(CLERKS)] })
  const clerks = await tenClerks()
  const services = wide(CLERKS).services.map(({ id }) => id)
  await together(TICKETS, 20, (job) =>
    hall.kiosk.done('issue-ticket', { service: services[job % services.length], priority: job % 9 === 0 }),
  )
  hall.clock.moveTo(after(hall.clock.now(), 5 * MINUTE))

  const handedOut = (await Promise.all(clerks.map((clerk, index) => drain(clerk, index + 1)))).flat()

  const events = await log()
  const issued = events.filter(({ type }) => type === 'ticket-issued')
  const calls = events.filter(({ type }) => type === 'ticket-called').map(({ body }) => body.label)
  expect(handedOut).toHaveLength(TICKETS)
  expect(new Set(handedOut).size).toBe(TICKETS)
  expect([...handedOut].sort()).toEqual(issued.map(({ body }) => body.label).sort())
  expect([...calls].sort()).toEqual([...handedOut].sort())
  expect((await hall.nobody.view('hall')).view.waiting).toBe(0)

  // Everyone who came together is called in order of issue; priority ahead of nobody more than five times.
  const place = new Map(calls.map((label, index) => [label, index]))
  const placeOf = ({ body }: Logged) => place.get(body.label) ?? -1
  const ordinary = issued.filter(({ body }) => !body.priority)
  const priority = issued.filter(({ body }) => body.priority)
  expect(ordinary.map(placeOf)).toEqual(ordinary.map(placeOf).sort((a, b) => a - b))
  expect(priority.map(placeOf)).toEqual(priority.map(placeOf).sort((a, b) => a - b))
  for (const ticket of ordinary) {
    const ahead = priority.filter((each) => each.version > ticket.version && placeOf(each) < placeOf(ticket))
    expect(ahead.length).toBeLessThanOrEqual(5)
  }
  expect(
    priority.some((each) =>
      ordinary.some((other) => other.version < each.version && placeOf(other) > placeOf(each)),
    ),
  ).toBe(true)
}, 180_000)

async function tenClerks(): Promise<readonly Person[]> {
  const admin = await hall.as('admin')
  for (const user of ['clerk9', 'clerk10']) {
    await admin.post('/api/staff', { user, name: user, role: 'clerk', password: 'demo-demo-demo' })
  }
  return Promise.all(
    Array.from({ length: CLERKS }, async (_, index) => {
      const clerk = await hall.as(`clerk${index + 1}`, index < 8 ? 'demo' : 'demo-demo-demo')
      await clerk.done('open-window', { window: index + 1 })
      return clerk
    }),
  )
}

/** A clerk's day at full speed: the one key, until nobody is left. */
async function drain(clerk: Person, window: number): Promise<string[]> {
  const labels: string[] = []
  let { ticket } = (await clerk.done('call-next', { window })) as { ticket: { label: string } | null }
  while (ticket !== null) {
    labels.push(ticket.label)
    await clerk.done('start-service', { window })
    ticket = (await clerk.done('finish-service', { window, callNext: true })).ticket
  }
  return labels
}

test('fifty who touch a kiosk at once get fifty numbers in a row, letter by letter', async () => {
  hall = await startHall()
  const services = ['payment', 'heirs-certificate', 'sketch', 'complaint']
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, visitor) =>
      hall.kiosk.done('issue-ticket', { service: services[visitor % services.length] }),
    ),
  )
  const byLetter = Object.groupBy(
    answers.map(({ ticket }) => ticket.label),
    ([letter = '']) => letter,
  )

  for (const labels of Object.values(byLetter)) {
    const numbers = (labels ?? []).map((label) => Number(label.slice(2))).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  }
  expect(new Set(answers.map(({ ticket }) => ticket.code)).size).toBe(50)
  expect(new Set(answers.map(({ version }) => version)).size).toBe(50)
})

let clerks: readonly [Person, Person]
const atOneHall = async () => {
  hall = await startHall({ offices: [hasty()] })
  clerks = await Promise.all([hall.as('clerk2'), hall.as('clerk3')])
}
const codes = (
  replies: readonly { readonly status: number; readonly body: { readonly code?: string | undefined } }[],
) => replies.map(({ status, body }) => body.code ?? `${status}`).sort()

test('two clerks who sit down at one window: one sits, the other is told who does', async () => {
  await atOneHall()
  const replies = await Promise.all(clerks.map((clerk) => clerk.command('open-window', { window: 2 })))

  expect(codes(replies)).toEqual(['200', 'window-taken'])
})

test('one clerk at two windows sits at one', async () => {
  await atOneHall()
  const replies = await Promise.all([2, 3, 4].map((window) => clerks[0].command('open-window', { window })))

  expect(codes(replies)).toEqual(['200', 'clerk-has-window', 'clerk-has-window'])
})

test('two clerks who press at the same moment get two different people', async () => {
  await atOneHall()
  await Promise.all(clerks.map((clerk, index) => clerk.done('open-window', { window: index + 2 })))
  for (let visitor = 0; visitor < 2; visitor += 1)
    await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
  const answers = await Promise.all(
    clerks.map((clerk, index) => clerk.done('call-next', { window: index + 2 })),
  )

  expect(answers.map(({ ticket }) => ticket.label).sort()).toEqual(['Г 001', 'Г 002'])
})

test('when one person is left, one of two clerks gets them and the other is told that nobody waits', async () => {
  await atOneHall()
  await Promise.all(clerks.map((clerk, index) => clerk.done('open-window', { window: index + 2 })))
  await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
  const replies = await Promise.all(
    clerks.map((clerk, index) => clerk.command('call-next', { window: index + 2 })),
  )

  expect(codes(replies)).toEqual(['200', 'nobody-waiting'])
})

test.each([
  ['with the same key is answered twice alike', true],
  ['with another key is refused', false],
])('a double click %s: one person is called', async (_what, isSame) => {
  await atOneHall()
  const [clerk] = clerks
  await clerk.done('open-window', { window: 2 })
  for (let visitor = 0; visitor < 3; visitor += 1)
    await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
  const press = (key: string) => clerk.command('call-next', { window: 2 }, key)
  const replies = await Promise.all([press('first-click'), press(isSame ? 'first-click' : 'second-click')])

  expect(codes(replies)).toEqual(isSame ? ['200', '200'] : ['200', 'window-busy'])
  expect((await hall.nobody.view('hall')).view.waiting).toBe(2)
  if (isSame) expect(replies[0]?.body).toEqual(replies[1]?.body)
})

test('a double click on the one key of the day finishes one and calls one', async () => {
  await atOneHall()
  const [clerk] = clerks
  await clerk.done('open-window', { window: 2 })
  for (let visitor = 0; visitor < 3; visitor += 1)
    await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
  await clerk.done('call-next', { window: 2 })
  await clerk.done('start-service', { window: 2 })
  const press = () => clerk.command('finish-service', { window: 2, callNext: true })
  const replies = await Promise.all([press(), press()])

  expect(codes(replies)).toEqual(['200', 'not-serving'])
  expect((await clerk.view('window/2')).view).toMatchObject({ current: { label: 'Г 002' }, waiting: 1 })
})

test('a citizen who leaves while being called is either gone or called, never both', async () => {
  await atOneHall()
  const [clerk] = clerks
  await clerk.done('open-window', { window: 2 })
  for (let round = 0; round < 10; round += 1) {
    const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
    const [left, called] = await Promise.all([
      hall.nobody.command('leave', { code: ticket.code }),
      clerk.command('call-next', { window: 2 }),
    ])

    expect(left.status + called.status).toBe(200 + 409)
    if (called.status === 409) continue
    await clerk.done('start-service', { window: 2 })
    await clerk.done('finish-service', { window: 2 })
  }
})

test('a handover and the clerk’s own key at the same moment leave one clerk at the window', async () => {
  await atOneHall()
  const supervisor = await hall.as('supervisor')
  await clerks[0].done('open-window', { window: 2 })
  await hall.kiosk.done('issue-ticket', { service: 'heirs-certificate' })
  const [handedOver, called] = await Promise.all([
    supervisor.command('open-window', { window: 2, clerk: 'clerk3' }),
    clerks[0].command('call-next', { window: 2 }),
  ])

  expect(handedOver.status).toBe(200)
  expect([200, 409]).toContain(called.status)
  expect((await supervisor.view('window/2')).view.clerk?.id).toBe('clerk3')
  expect((await clerks[0].command('recall', { window: 2 })).body.code).toBe('not-your-window')
})
