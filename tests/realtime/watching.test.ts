import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROTOCOL, type Beat, type Pushed } from '#shared/protocol.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Line, Person } from '../harness/people.ts'
import { lisbon, officeTime, wide } from '../harness/settings.ts'

let hall: Hall
let clerk: Person
beforeAll(async () => {
  hall = await startHall({ offices: [wide(4), lisbon()] })
  clerk = await hall.as('clerk1')
  await clerk.done('open-window', { window: 1 })
})
afterAll(() => hall.close())

const issue = () => hall.kiosk.done('issue-ticket', { service: 'payment' })

test('who watches a view gets it whole at once, and each newer one after', async () => {
  const board = await hall.watch('hall')
  const first = await board.until(() => true)
  expect(first).toEqual({ office: 'pernik', name: 'hall', ...(await hall.nobody.view('hall')) })

  const { version } = await issue()
  const second = await board.until((pushed) => pushed.version === version)
  expect(second.view.waiting).toBe(first.view.waiting + 1)
})

test('the numbers only grow, however fast the hall changes', async () => {
  const boards = await Promise.all(Array.from({ length: 5 }, () => hall.watch('hall')))
  const answers = await Promise.all(Array.from({ length: 60 }, issue))
  const last = Math.max(...answers.map(({ version }) => version))

  for (const board of boards) {
    await board.until(({ version }) => version === last)
    const numbers = board.pushes.map(({ version }) => version)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  }
})

test('what is pushed is what GET answers, for each view', async () => {
  const supervisor = await hall.as('supervisor')
  for (const name of ['kiosk', 'hall', 'queue', 'window/1', 'supervisor'] as const) {
    const watcher = await hall.watch(name, { as: supervisor })
    const { version } = await issue()
    const pushed = await watcher.until((each) => each.version >= version)
    expect({ version: pushed.version, view: pushed.view }).toEqual(await supervisor.view(name))
    watcher.close()
  }
})

test.each([
  ['queue', 'nobody', 'not-signed-in'],
  ['window/1', 'nobody', 'not-signed-in'],
  ['supervisor', 'nobody', 'not-signed-in'],
  ['supervisor', 'clerk', 'not-allowed'],
  ['queue', 'kiosk', 'not-allowed'],
  ['window/99', 'clerk', 'unknown-window'],
  ['everything', 'clerk', 'unknown-view'],
  ['ticket/AAAAAAAAAAAAAAAA', 'nobody', 'unknown-code'],
] as const)('watching %s as %s is refused in words (%s), and nothing comes', async (view, who, code) => {
  const as = { nobody: hall.nobody, clerk, kiosk: hall.kiosk }[who]
  const watcher = await hall.watch(view as 'hall', { as })

  expect(watcher.refusal).toMatchObject({ code, message: { bg: expect.any(String), en: expect.any(String) } })
  await issue()
  const board = await hall.watch('hall')
  await board.until(() => true)
  expect(watcher.pushes).toEqual([])
})

test('a device of one office sees nothing of another over the line, as it sees nothing over HTTP', async () => {
  const watcher = await hall.watch('kiosk', { as: hall.kiosk, office: 'lisbon' })

  expect(watcher.refusal).toMatchObject({ code: 'not-allowed' })
  expect(watcher.pushes).toEqual([])
})

test('an unknown office is refused; another office’s changes are not told', async () => {
  expect((await hall.watch('hall', { office: 'sofia' })).refusal?.code).toBe('unknown-office')

  const there = await hall.watch('hall', { office: 'lisbon' })
  await there.until(() => true)
  const here = await hall.watch('hall')
  const { version } = await issue()
  await here.until((pushed) => pushed.version === version)
  expect(there.pushes.map(({ office }) => office)).toEqual(['lisbon'])
})

test('who unwatches is told nothing more', async () => {
  const watcher = await hall.watch('hall')
  await watcher.until(() => true)
  watcher.socket.emit('unwatch', { office: 'pernik' as never, view: 'hall' })
  const other = await hall.watch('hall')
  for (let visitor = 0; visitor < 2; visitor += 1) {
    const { version } = await issue()
    await other.until((pushed) => pushed.version >= version)
  }

  expect(watcher.pushes).toHaveLength(1)
})

test('time alone is news: the board hears that the hours have ended', async () => {
  const other = await startHall({ at: '2026-11-25T16:59' })
  const board = await other.watch('hall')
  other.clock.moveTo(officeTime('2026-11-25T17:00'))
  await other.settled()
  const finishing = await board.until(({ view }) => view.day.phase === 'finishing')
  other.clock.moveTo(officeTime('2026-11-25T19:00'))
  await other.settled()
  const closed = await board.until(({ view }) => view.day.phase === 'closed')
  other.clock.moveTo(officeTime('2026-11-26T00:00'))
  await other.settled()
  const next = await board.until(({ view }) => view.day.date === '2026-11-26')

  expect(finishing.view.at).toBe('2026-11-25T15:00:00.000Z')
  expect(closed.view.at).toBe('2026-11-25T17:00:00.000Z')
  expect(next.view).toMatchObject({ at: '2026-11-25T22:00:00.000Z', day: { phase: 'before-opening' } })
  await other.close()
})

test('the beat carries the office’s time once a second, and which protocol is spoken', async () => {
  const board = await hall.watch('hall')
  const beats: Beat[] = []
  board.socket.on('beat', (beat) => void beats.push(beat))
  while (beats.length < 2) await new Promise((resolve) => board.socket.once('beat', resolve))

  expect(beats).toEqual([
    { now: '2026-11-25T08:15:00.000Z', speed: 1, protocol: PROTOCOL },
    { now: '2026-11-25T08:15:00.000Z', speed: 1, protocol: PROTOCOL },
  ])
})

test('a line watches forty views; the forty-first is refused and the others go on', async () => {
  const { ticket } = await issue()
  const tickets = [ticket.code]
  while (tickets.length < 38) tickets.push((await issue()).ticket.code)
  const line = hall.line()
  const received: Pushed[] = []
  line.on('view', (pushed) => void received.push(pushed))
  const ask = (view: string) => answerOf(line, 'watch', { office: 'pernik', view })

  for (const view of ['hall', 'kiosk', ...tickets.map((code) => `ticket/${code}`)])
    expect(await ask(view)).toBeNull()
  const beyond = (await issue()).ticket.code
  expect(await ask(`ticket/${beyond}`)).toMatchObject({ code: 'malformed' })
  expect(new Set(received.map(({ name }) => name)).size).toBe(40)
  line.emit('unwatch', { office: 'pernik' as never, view: 'kiosk' })
  expect(await ask(`ticket/${beyond}`)).toBeNull()
})

test.each([
  ['null', [null]],
  ['a number', [7]],
  ['an empty object', [{}]],
  ['a view that is none', [{ office: 'pernik', view: 7 }]],
  ['an office that is none', [{ office: { id: 'pernik' }, view: 'hall' }]],
  ['a view without end', [{ office: 'pernik', view: 'x'.repeat(61) }]],
  ['a trap', [JSON.parse('{"__proto__":{"office":"pernik"},"view":"__proto__","office":"__proto__"}')]],
] as const)('%s is no wish to watch: refused, and the server lives', async (_what, wish) => {
  const line = hall.line()

  expect(await answerOf(line, 'watch', ...wish)).toMatchObject({
    code: expect.stringMatching(/malformed|unknown-office/),
  })
  line.emit('unwatch', ...(wish as unknown as [never]))
  line.emit('shout' as 'unwatch', ...(wish as unknown as [never]))
  line.emit('watch', ...([] as unknown as [never, never])) // not even a wish
  line.emit('watch', ...(wish as unknown as [never, never])) // and nobody to answer
  expect(await answerOf(line, 'watch', { office: 'pernik', view: 'hall' })).toBeNull()
})

test('a message beyond all measure ends that line, and no other', async () => {
  const board = await hall.watch('hall')
  const loud = hall.line()
  await new Promise<void>((resolve) => loud.once('connect', resolve))
  const ended = new Promise((resolve) => loud.once('disconnect', resolve))
  loud.io.reconnection(false)
  loud.emit('watch', { office: 'x'.repeat(100_000) as never, view: 'hall' }, () => {})
  await ended

  const { version } = await issue()
  expect((await board.until((pushed) => pushed.version >= version)).version).toBe(version)
})

test('the views that everyone may watch hold no member of staff and no code, pushed as well as asked for', async () => {
  const { ticket } = await issue()
  await clerk.command('call-ticket', { window: 1, label: ticket.label, reason: 'short-question' })
  for (const name of ['kiosk', 'hall'] as const) {
    const watcher = await hall.watch(name)
    const text = JSON.stringify((await watcher.until(() => true)).view)
    for (const secret of ['clerk', 'Служител', ticket.code]) expect(text).not.toContain(secret)
  }
})

/** What the server answers to a message, whatever the message is. */
function answerOf(line: Line, event: 'watch', ...message: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve) => line.emit(event, ...([...message, resolve] as unknown as [never, never]))) // some are none
}
