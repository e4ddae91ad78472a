import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startProcess, type HallProcess } from '../harness/process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let hall: HallProcess
beforeAll(async () => void (hall = await startProcess({ speed: 30 })))
afterAll(() => hall.close())

const issue = () => hall.kiosk.done('issue-ticket', { service: 'payment' })

test('when the server comes back, a screen is live again within three seconds and has the newest view', async () => {
  const { ticket, version: before } = await issue()
  const [board, phone] = [await hall.watch('hall'), await hall.watch(`ticket/${ticket.code}`)]
  await board.until(({ version }) => version === before)
  const lost = new Promise((resolve) => board.socket.once('disconnect', resolve))
  await hall.kill()
  await lost
  await hall.restart()
  const back = performance.now()
  const { version } = await issue()
  const newest = await board.until((pushed) => pushed.version >= version)

  expect(performance.now() - back).toBeLessThan(3_000)
  expect(newest.view.waiting).toBe(2)
  await phone.until(() => phone.pushes.length > 1)
  expect(phone.pushes.at(-1)?.view).toMatchObject({ label: ticket.label, state: 'waiting', ahead: 0 })
})

test('nothing is announced twice after a restart: each call keeps its number', async () => {
  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  await issue()
  await called()
  const calls = async () =>
    (await hall.nobody.view('hall')).view.calls.map(({ id, label, at }) => [id, label, at])
  const before = await calls()
  await hall.terminate()
  await hall.restart()

  expect(await calls()).toEqual(before)

  async function called() {
    // The one who has just taken a ticket is still at the printer.
    while ((await clerk.command('call-next', { window: 4 })).status !== 200) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
})

test('a clerk whose browser is still open finds window, ticket and running time as they were, without signing in', async () => {
  const clerk = await hall.as('clerk6')
  await clerk.done('open-window', { window: 6 })
  await issue()
  while ((await clerk.command('call-next', { window: 6 })).status !== 200) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await clerk.done('start-service', { window: 6 })
  const before = (await clerk.view('window/6')).view
  const screen = await hall.watch('window/6', { as: clerk })
  await screen.until(() => true)
  await hall.kill()
  await hall.restart()
  const { version } = await issue()
  const { view } = await screen.until((pushed) => pushed.version >= version)

  expect(view).toMatchObject({
    clerk: before.clerk,
    state: 'serving',
    since: before.since,
    current: before.current,
  })
  expect((await clerk.command('finish-service', { window: 6 })).status).toBe(200)
})
