import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { built } from '../harness/built.ts'
import { temporaryFolder } from '../harness/hall.ts'
import { freePort, startProcess, startRefused, type HallProcess } from '../harness/process.ts'
import { officeTime, ROOT } from '../harness/settings.ts'

/** The server as an operator meets it: a process, a folder, what it prints, how it ends. */

// Whole processes are started here, several a test: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

await built()
const folders: string[] = []
const folder = () => {
  const made = temporaryFolder()
  folders.push(made)
  return made
}
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

async function start(options: Parameters<typeof startProcess>[0]): Promise<HallProcess> {
  const hall = await startProcess(options)
  onTestFinished(hall.close)
  return hall
}

const invitation = (hall: HallProcess) => /\/window\/invitation#([\w-]+)/.exec(hall.printed())?.[1]
const someone = (user: string) => ({ user, name: 'Администратор', password: 'a long password' })

test('a real hall begins with nobody in it, and prints a link by which one administrator is made', async () => {
  const hall = await start({ entry: 'main' })
  const listing = async () => (await hall.nobody.get('/api/offices')).body
  const accept = (user: string) => hall.nobody.post(`/api/invitations/${invitation(hall)}`, someone(user))

  expect(await listing()).toMatchObject({ training: false, needsAdministrator: true })
  for (const user of ['admin', 'clerk1']) {
    expect((await hall.nobody.post('/api/sessions', { user, password: 'demo' })).status).toBe(401)
  }
  expect((await hall.kiosk.command('issue-ticket', { service: 'payment' })).status).toBe(401)

  // Two who hold the link press at the same moment.
  const replies = await Promise.all([accept('first'), accept('second'), accept('third')])
  const made = replies.filter(({ status }) => status === 200)
  expect(replies.map(({ status }) => `${status}`).sort()).toEqual(['200', '410', '410'])
  expect(made[0]?.body).toMatchObject({ role: 'admin', name: 'Администратор' })
  expect(made[0]?.headers.getSetCookie()[0]).toContain('HttpOnly')

  expect(await accept('fourth')).toMatchObject({ status: 410, body: { code: 'invitation-spent' } })
  expect(await listing()).toMatchObject({ needsAdministrator: false })

  expect(await hall.terminate()).toBe(0)
  await hall.restart()
  expect(hall.printed()).not.toContain('invitation')
})

test('a link nobody printed makes no administrator, and a malformed account does not spend the real one', async () => {
  const hall = await start({
    entry: 'main',
    environment: { PUBLIC_URL: 'https://gishe.example', HALL_URL: 'https://gishe.inner.example' },
  })
  // Phones’ address is no way in for staff.
  await vi.waitFor(() => expect(hall.printed()).toContain('https://gishe.inner.example/window/invitation#'))
  const code = invitation(hall)

  expect((await hall.nobody.post('/api/invitations/AAAAAAAAAAAAAAAA', someone('first'))).status).toBe(410)
  expect(
    await hall.nobody.post(`/api/invitations/${code}`, { ...someone('first'), password: 'short' }),
  ).toMatchObject({
    status: 400,
    body: { field: 'password', message: { bg: 'Полето „парола“ трябва да има поне 10 знака.' } },
  })
  expect((await hall.nobody.post(`/api/invitations/${code}`, someone('first'))).status).toBe(200)
})

test('a real hall goes by the real time, and keeps Pernik’s hours, services and windows', async () => {
  const hall = await start({ entry: 'main' })
  const board = await hall.watch('hall')
  const beat = await new Promise<{ now: string; speed: number }>((resolve) =>
    board.socket.on('beat', resolve),
  )
  const { view } = await hall.nobody.view('kiosk')

  expect(Math.abs(Date.parse(beat.now) - Date.now())).toBeLessThan(2_000)
  expect(beat.speed).toBe(1)
  expect(view.office).toMatchObject({ id: 'pernik', training: false })
  expect([view.groups.length, view.services.length]).toEqual([9, 23])
  expect((await hall.nobody.view('hall')).view.windows.map(({ window }) => window)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8,
  ])
})

test('a training hall stands at the time it was told, says that it is one, and knows the seeded people', async () => {
  const hall = await start({ at: '2026-11-25T16:59:30' })
  const { view } = await hall.kiosk.view('kiosk')

  expect(view).toMatchObject({ office: { training: true }, day: { date: '2026-11-25', phase: 'open' } })
  expect(hall.printed()).toContain('25.11.2026 16:59:3')
  for (const user of ['clerk1', 'clerk8', 'supervisor', 'admin', 'auditor']) await hall.as(user)
})

test('a training folder is refused by a real server, and a real one by a training server', async () => {
  const [training, real] = [folder(), folder()]
  const [demo, main] = [
    await startProcess({ data: training }),
    await startProcess({ entry: 'main', data: real }),
  ]
  await Promise.all([demo.terminate(), main.terminate()])

  const opened = await startRefused({ entry: 'main', data: training })
  expect(opened).toMatchObject({ code: 1, printed: expect.stringContaining('training database') })
  const trained = await startRefused({ entry: 'demo', data: real })
  expect(trained).toMatchObject({ code: 1, printed: expect.stringContaining('real database') })
  // And both are still what they were.
  await demo.restart()
  await main.restart()
  expect((await demo.nobody.view('hall')).view.office.training).toBe(true)
  expect((await main.nobody.view('hall')).view.office.training).toBe(false)
  await Promise.all([demo.close(), main.close()])
})

test('a second server on the same folder is refused, and the first one goes on', async () => {
  const data = folder()
  const hall = await startProcess({ data })
  const { code, printed } = await startRefused({ data })

  expect(code).toBe(1)
  expect(printed).toContain(data)
  expect((await hall.kiosk.command('issue-ticket', { service: 'payment' })).status).toBe(200)
  // A server that was killed leaves no lock behind.
  await hall.kill()
  await hall.restart()
  expect((await hall.kiosk.done('issue-ticket', { service: 'payment' })).ticket.label).toBe('П 002')
  await hall.close()
})

test('asked to stop, it answers what it has accepted and is gone within seconds', async () => {
  const hall = await start({})
  const board = await hall.watch('hall')
  await board.until(() => true)
  const asked = Array.from({ length: 50 }, () =>
    hall.kiosk.command('issue-ticket', { service: 'payment' }).then(
      ({ status, body }) => (status === 200 ? body.ticket.label : null),
      () => null, // it came after the door was shut
    ),
  )
  const began = performance.now()
  await asked[0]
  const code = await hall.terminate()
  const answered = (await Promise.all(asked)).filter((label) => label !== null)

  expect(code).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  await hall.restart()
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  expect(Number(ticket.label.slice(2))).toBeGreaterThan(answered.length)
})

test('stopped as its service is, through npm, it is gone when npm is, in good order', async () => {
  const port = await freePort()
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, PORT: `${port}`, HOST: '127.0.0.1', DATA: folder(), LOG_LEVEL: 'error' },
  })
  const isThere = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      () => true,
      () => false,
    )
  await expect.poll(isThere, { timeout: 60_000 }).toBe(true)
  npm.kill('SIGTERM')
  const [code] = (await once(npm, 'exit')) as [number | null] // as Node tells it

  // Whatever is left then, systemd and containers kill.
  expect([code, await isThere()]).toEqual([0, false])
})

test('a training hall that is started again goes on where it stood, never before', async () => {
  const hall = await start({ at: '2026-11-25T10:15', speed: 1 })
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  await hall.terminate()
  await hall.restart()

  expect((await hall.nobody.get(`/api/offices/pernik/tickets/${ticket.code}`)).body).toMatchObject({
    state: 'waiting',
  })
  const { at } = (await hall.nobody.view('hall')).view
  expect(Date.parse(at)).toBeGreaterThanOrEqual(officeTime('2026-11-25T10:15'))
  expect((await hall.kiosk.done('issue-ticket', { service: 'payment' })).ticket.label).toBe('П 002')
})
