import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { startHall } from '../harness/hall.ts'

test('a browser that opened a line in advance and asked nothing does not hold up the closing', async () => {
  const hall = await startHall()
  const silent = await connected(hall.base)
  const closed = new Promise((resolve) => silent.once('close', resolve))
  await hall.close()
  await closed
})

test('a screen that does not say goodbye does not hold up the closing', async () => {
  const hall = await startHall()
  const socket = await connected(hall.base)
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: hall\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  await new Promise((resolve) => socket.once('data', resolve))
  await hall.close()
})

test('what was asked before the closing is answered', async () => {
  const hall = await startHall()
  const socket = await connected(hall.base)
  const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))))
  // A password takes its time: the answer is still under way when the server closes.
  const body = JSON.stringify({ user: 'clerk1', password: 'demo' })
  socket.write(
    `POST /api/sessions HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  await fetch(`${hall.base}/health/live`) // what was written before this has been read
  await hall.close()
  expect(await answer).toMatch(/^HTTP\/1\.1 200/)
})

function connected(base: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}
