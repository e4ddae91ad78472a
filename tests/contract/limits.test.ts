import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'

/** What one client may ask of the server, on a real port, with limits that are reached sooner than in a real hall. */

let hall: Hall
beforeAll(
  async () =>
    void (hall = await startHall({
      limits: {
        headersMs: 400,
        requestMs: 600,
        greetingMs: 400,
        lines: 20,
        linesOfAnAddress: 6,
        messagesOfALine: 100,
      },
      trustProxy: true,
    })),
)
afterAll(() => hall.close())

test.each([
  ['says nothing', ''],
  ['never ends its headers', 'POST /api/sessions HTTP/1.1\r\nhost: x\r\nx-slow: '],
  [
    'never ends its body',
    'POST /api/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 60\r\n\r\n{',
  ],
])('a client who %s is cut off, and the others are answered meanwhile', async (_what, words) => {
  const slow = await connected()
  slow.write(words)
  const ended = once(slow.resume(), 'close')

  expect((await hall.nobody.get('/health/live')).status).toBe(200)
  await ended
})

test('a line that never says that it is one is closed', async () => {
  const mute = await connected()
  mute.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )

  // The server says goodbye (a close frame), and waits a little for the answer.
  await new Promise<void>((resolve) => mute.on('data', (chunk) => void (chunk.includes(0x88) && resolve())))
  mute.destroy()
})

test.each([
  ['a body beyond the limit', JSON.stringify({ user: 'x'.repeat(70_000) }), 'application/json', 413],
  ['a form', 'user=clerk1', 'application/x-www-form-urlencoded', 415],
  ['a file', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x', 415],
])('%s is refused in words, before it is read', async (_what, body, type, status) => {
  expect(await hall.nobody.post('/api/sessions', body, { 'content-type': type })).toMatchObject({
    status,
    body: { code: 'malformed', message: { bg: expect.any(String) } },
  })
})

test('strangers behind one address share so many lines; elsewhere there are others, and staff always get theirs', async () => {
  const from = (address: string) => hall.line({ ...hall.nobody, headers: { 'x-forwarded-for': address } })
  const opened = Array.from({ length: 10 }, () => from('203.0.113.5'))
  const opens = (line: (typeof opened)[number]) =>
    new Promise<boolean>((resolve) => {
      line.io.reconnection(false)
      line.once('connect', () => resolve(true))
      line.io.once('close', () => resolve(false))
    })

  expect((await Promise.all(opened.map(opens))).filter(Boolean)).toHaveLength(6)
  expect(await opens(from('203.0.113.6'))).toBe(true)
  const clerk = await hall.as('clerk1')
  const staff = { ...clerk, headers: { ...clerk.headers, 'x-forwarded-for': '203.0.113.5' } }
  expect(await opens(hall.line(staff))).toBe(true)
  hall.hangUp()
})

test('whoever goes makes room for another', async () => {
  for (let visitor = 0; visitor < 20; visitor += 1) {
    const phone = await hall.watch('hall')
    phone.close()
  }
  expect((await hall.watch('hall')).refusal).toBeNull()
})

test('a client who asks for a thousand views is cut off, and the others are told of the hall', async () => {
  const board = await hall.watch('hall')
  const greedy = hall.line()
  greedy.io.reconnection(false)
  await new Promise<void>((resolve) => greedy.once('connect', resolve))
  const cut = new Promise<string>((resolve) => greedy.once('disconnect', resolve))
  for (let wish = 0; wish < 1_000; wish += 1)
    greedy.emit('watch', { office: 'pernik' as never, view: `window/${wish}` }, () => {})

  expect(await cut).toBe('io server disconnect')
  const { version } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  expect((await board.until((pushed) => pushed.version >= version)).version).toBe(version)
})

async function connected(): Promise<Socket> {
  const socket = connect(Number(new URL(hall.base).port), '127.0.0.1')
  socket.on('error', () => {}) // cut off: as it should be
  await once(socket, 'connect')
  return socket
}

test('a character that is none is refused in words, in what is sent and in what is asked for', async () => {
  const hall = await startHall()
  const { status, body } = await hall.kiosk.command('issue-ticket', { service: 'pay\u0000ment' })
  const asked = await hall.nobody.get('/api/offices/pernik/tickets/%00')
  await hall.close()

  expect([status, body.code, asked.status]).toEqual([400, 'malformed', 400])
})
