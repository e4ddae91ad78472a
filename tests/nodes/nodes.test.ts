import { expect, test } from 'vitest'
import { after, MINUTE, SECOND } from '#shared/instant.ts'
import type { Hall, HallOptions } from '../harness/hall.ts'
import { useNodes } from '../harness/nodes.ts'
import type { Person } from '../harness/people.ts'
import { wide } from '../harness/settings.ts'

/** Several programs on one PostgreSQL, each with people of its own: one hall. */

const WINDOWS = 6

const { database, start: startNodes } = useNodes()

/** So many nodes of an office in which each window serves everything. */
const start = (count: number, options: (index: number) => HallOptions = () => ({})) =>
  startNodes(count, (index) => ({ offices: [wide(WINDOWS)], ...options(index) }))

const service = () => wide(WINDOWS).services[0]?.id ?? ''
const labelsIn = async (node: Hall, type: string) => {
  const { body } = await (await node.as('auditor')).get('/api/offices/pernik/events?day=2026-11-25')
  const { events, verified } = body as {
    readonly events: readonly { readonly type: string; readonly body: { readonly label: string } }[]
    readonly verified: object
  }
  expect(verified).toEqual({ ok: true, broken: null })
  return events.filter((each) => each.type === type).map((each) => each.body.label)
}

test('nodes that start at the same moment on an empty database open one day between them', async () => {
  const { nodes } = await start(3)
  const versions = await Promise.all(nodes.map(async (node) => (await node.nobody.view('hall')).version))

  expect(new Set(versions).size).toBe(1)
  expect(await nodes[0]?.store.log.verify('pernik' as never, null)).toMatchObject({ ok: true }) // as the hall names it
})

test('clerks and kiosks at three nodes work off one line: no number twice, nobody called twice, nobody left out', async () => {
  const { nodes } = await start(3)
  const at = (index: number) => nodes[index % nodes.length] as Hall // there are three
  const clerks = await Promise.all(
    Array.from({ length: WINDOWS }, async (_, index) => {
      const clerk = await at(index).as(`clerk${index + 1}`)
      await clerk.done('open-window', { window: index + 1 })
      return clerk
    }),
  )
  const tickets = await Promise.all(
    Array.from({ length: 120 }, (_, index) => at(index).kiosk.done('issue-ticket', { service: service() })),
  )
  expect(new Set(tickets.map(({ ticket }) => ticket.label)).size).toBe(120)
  for (const node of nodes) node.clock.moveTo(after(node.clock.now(), MINUTE))

  const called = (await Promise.all(clerks.map((clerk, index) => drain(clerk, index + 1)))).flat()

  expect(called.toSorted()).toEqual(tickets.map(({ ticket }) => ticket.label).toSorted())
  expect(await labelsIn(at(1), 'ticket-called')).toHaveLength(120)
}, 120_000)

async function drain(clerk: Person, window: number): Promise<string[]> {
  const labels: string[] = []
  for (;;) {
    const { status, body } = await clerk.command('call-next', { window })
    if (status === 409 && body.code === 'nobody-waiting') return labels
    expect(status).toBe(200)
    labels.push(body.ticket.label)
    await clerk.done('start-service', { window })
    await clerk.done('finish-service', { window })
  }
}

test('what happens at one node is seen at the others, whole and under the same number', async () => {
  const { nodes } = await start(2)
  const [here, there] = nodes as [Hall, Hall]
  const board = await there.watch('hall')
  const clerk = await here.as('clerk1')
  await clerk.done('open-window', { window: 1 })
  const { ticket } = await here.kiosk.done('issue-ticket', { service: service() })
  const phone = await there.watch(`ticket/${ticket.code}`)
  here.clock.moveTo(after(here.clock.now(), MINUTE))
  const { version } = await clerk.done('call-next', { window: 1 })

  const pushed = await board.until((each) => each.version >= version)
  expect(pushed.view).toEqual((await here.nobody.view('hall')).view)
  expect(pushed.view.calls[0]).toMatchObject({ label: ticket.label, window: 1 })
  await phone.until(({ view }) => view.state === 'called')
})

test('a retry that meets another node gets the first answer', async () => {
  const { nodes } = await start(2)
  const [here, there] = nodes as [Hall, Hall]
  const first = await here.kiosk.command('issue-ticket', { service: service() }, 'one-touch')
  const again = await there.kiosk.command('issue-ticket', { service: service() }, 'one-touch')
  const [one, two] = await Promise.all(
    nodes.map((node) => node.kiosk.command('issue-ticket', { service: service() }, 'two-at-once')),
  )

  expect(again.body).toEqual(first.body)
  expect(two?.body).toEqual(one?.body)
  expect(await labelsIn(here, 'ticket-issued')).toHaveLength(2)
})

test('who is dismissed at one node is let in at no other, and hears nothing more', async () => {
  const { nodes } = await start(2)
  const [here, there] = nodes as [Hall, Hall]
  const clerk = await here.as('clerk1')
  const same = there.line({ ...there.nobody, headers: clerk.headers })
  await new Promise<void>((resolve) => same.once('beat', () => resolve()))
  const gone = new Promise<void>((resolve) => same.once('disconnect', () => resolve()))
  const admin = await there.as('admin')
  await admin.post('/api/staff/clerk1', { active: false })

  expect((await clerk.command('open-window', { window: 1 })).status).toBe(401)
  await gone
})

test('instants never run backwards, though the nodes’ clocks are ten minutes apart', async () => {
  const { nodes } = await start(2, (index) => ({ at: index === 0 ? '2026-11-25T10:25' : '2026-11-25T10:15' }))
  for (let round = 0; round < 6; round += 1)
    for (const node of nodes) await node.kiosk.done('issue-ticket', { service: service() })
  const log = (await nodes[0]?.store.log.ofDay('pernik' as never, '2026-11-25' as never)) ?? [] // as the hall names them
  const instants = log.map(({ at }) => at)

  expect(instants).toEqual(instants.toSorted((a, b) => a - b))
  expect(await nodes[1]?.store.log.verify('pernik' as never, null)).toMatchObject({ ok: true })
})

test('when all lines to the database are cut, no answered ticket is lost and none is given twice', async () => {
  const { url, nodes } = await start(2)
  const labels: string[] = []
  let isOver = false
  const kiosks = nodes.map(async (node, index) => {
    for (let touch = 0; !isOver; touch += 1) {
      const key = `touch-${index}-${touch}`
      for (;;) {
        const { status, body } = await node.kiosk.command('issue-ticket', { service: service() }, key)
        if (status === 200) labels.push(body.ticket.label)
        if (status === 200) break
        expect([409, 500, 503]).toContain(status) // no answer: the same touch is asked again
      }
    }
  })
  for (let cut = 0; cut < 5; cut += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await database().sql(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
  }
  isOver = true
  await Promise.all(kiosks)

  const given = await labelsIn(nodes[0] as Hall, 'ticket-issued') // there are two
  expect(new Set(labels).size).toBe(labels.length)
  expect(given.toSorted()).toEqual(labels.toSorted())
}, 60_000)

test('a screen whose node is cut from the database is told so, and is shown nothing until all is read', async () => {
  const { nodes } = await start(1)
  const [node] = nodes as [Hall]
  const board = await node.watch('hall')
  await board.until(() => true)
  const cut = new Promise<void>((resolve) => board.socket.once('disconnect', () => resolve()))
  database().signal('SIGSTOP')
  try {
    await cut
    expect((await node.nobody.get('/health/ready')).status).toBe(503)
    expect((await node.kiosk.command('issue-ticket', { service: service() })).status).toBe(503)
    expect((await node.nobody.get('/api/offices/pernik/views/hall')).status).toBe(503)
    expect((await node.nobody.get('/metrics')).body).toContain('edno_gishe_database_up 0')
  } finally {
    database().signal('SIGCONT')
  }
  const again = await node.watch('hall')
  await again.until(() => true, 15 * SECOND)
  expect((await node.kiosk.command('issue-ticket', { service: service() })).status).toBe(200)
}, 60_000)
