import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Rejection } from '#shared/rejections.ts'
import { startHall, type Hall } from '../harness/hall.ts'

/** Who comes onto the line, while the look-up of who that is takes its time or fails. */

let hall: Hall
beforeEach(async () => void (hall = await startHall({ limits: { linesOfAnAddress: 1, greetingMs: 60_000 } })))
afterEach(async () => {
  vi.restoreAllMocks()
  await hall.close()
})

const withCookie = () => hall.line({ ...hall.nobody, headers: { cookie: 'edno-gishe-session=of-nobody' } })
const lines = async () =>
  /^edno_gishe_sockets (\d+)$/m.exec(await (await fetch(`${hall.base}/metrics`)).text())?.[1]

test('a stranger whose look-up fails is hung up on, comes again, and nobody else notices', async () => {
  const lookUp = vi
    .spyOn(hall.store.sessions, 'holder')
    .mockRejectedValueOnce(new Error('the database stands still'))
  const phone = withCookie()
  await new Promise<void>((resolve) => phone.once('connect', resolve))

  expect(lookUp).toHaveBeenCalledTimes(2)
  expect((await hall.nobody.get('/health/live')).status).toBe(200)
})

test('a stranger who hangs up during the look-up leaves the line to the next', async () => {
  const lookedUp = Promise.withResolvers<null>()
  const lookUp = vi.spyOn(hall.store.sessions, 'holder').mockReturnValue(lookedUp.promise)
  const phone = withCookie()
  await expect.poll(() => lookUp.mock.calls.length).toBe(1)
  await expect.poll(lines).toBe('1')
  phone.disconnect()
  await expect.poll(lines).toBe('0')
  lookedUp.resolve(null)

  expect((await hall.watch('hall')).refusal).toBeNull()
})

test.each([
  ['a kiosk', 'demo-kiosk', null],
  ['an unknown device', 'of-nobody', 'not-signed-in'],
])('%s is known on the line by the header that it sends over HTTP', async (_who, token, code) => {
  const socket = io(hall.base, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${token}` },
  })
  const refusal = await new Promise<Rejection | null>((resolve) =>
    socket.emit('watch', { office: 'pernik', view: 'paper' }, resolve),
  )
  socket.disconnect()

  expect(refusal?.code ?? null).toBe(code)
})
