import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBoards } from '#server/hall/boards.ts'
import { OfficeSettings } from '#server/domain/settings.ts'
import type { Orders, Presence } from '#shared/boards.ts'
import type { Iso } from '#shared/instant.ts'
import { startHall, temporaryFolder, type Hall } from '../harness/hall.ts'
import { hasty, officeTime } from '../harness/settings.ts'
import type { Line } from '../harness/people.ts'

let hall: Hall
let recordings: string
beforeEach(async () => {
  recordings = temporaryFolder()
  hall = await startHall({
    offices: [
      OfficeSettings.parse({
        ...hasty(),
        boards: {
          recordings,
          volumes: [{ from: '08:30', to: '10:30', percent: 40 }],
          zones: [
            { id: 'cash', name: { bg: 'Каса', en: 'Cash desk' }, windows: [4], services: ['payment'] },
            { id: 'upstairs', name: { bg: 'Горе', en: 'Upstairs' }, hall: 'upper', windows: [1, 2] },
          ],
        },
      }),
    ],
  })
})
afterEach(async () => {
  await hall.close()
  rmSync(recordings, { recursive: true })
})

const presence = (page: string, more: Partial<Presence> = {}): Presence => ({
  page: `page-of-${page}`,
  zone: null,
  sound: 'on',
  saying: null,
  said: [],
  ...more,
})

function tells(line: Line, what: unknown): Promise<Orders | null> {
  // The server checks what comes.
  return new Promise((resolve) =>
    line.emit('board', { office: 'pernik', ...(what as Presence) } as never, resolve),
  )
}

async function calledOne() {
  const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
  const clerk = await hall.as('clerk4')
  await clerk.done('open-window', { window: 4 })
  const { version } = await clerk.done('call-next', { window: 4 })
  return { label: ticket.label, version, clerk }
}

const report = (call: number, label: string, more: object = {}) => ({
  call,
  label,
  telling: 'spoken',
  at: new Date(hall.clock.now()).toISOString(),
  endedAt: new Date(hall.clock.now() + 4_000).toISOString(),
  languages: ['bg'],
  volume: 40,
  ...more,
})
const nobodyCalled = {
  phase: 'open',
  calls: [],
  reception: { calls: [] },
  settings: { zone: 'Europe/Sofia' },
}
const path = '/api/offices/pernik/announcements'
const kept = async () =>
  (await (await hall.as('auditor')).get(`${path}?day=2026-11-25`)).body as { announcements: object[] }

describe('who speaks', () => {
  test('one board of a hall; when its line is closed another does, once the first has surely fallen silent', async () => {
    const [first, second] = [hall.line(hall.device('demo-board')), hall.line(hall.device('demo-board'))]
    expect(await tells(first, presence('first'))).toEqual({ speaks: true, volume: 40, said: [] })
    expect(await tells(second, presence('second'))).toMatchObject({ speaks: false })
    first.disconnect()
    const closed = performance.now()
    await expect
      .poll(async () => (await tells(second, presence('second')))?.speaks, { timeout: 5_000 })
      .toBe(true)
    expect(performance.now() - closed).toBeGreaterThan(1_500)
  })

  test('a board whose line broke for a moment goes on speaking, though another has been there for longer', async () => {
    const [first, second] = [hall.line(hall.device('demo-board')), hall.line(hall.device('demo-board'))]
    await tells(first, presence('first'))
    await tells(second, presence('second'))
    first.disconnect()
    const again = hall.line(hall.device('demo-board'))
    expect(await tells(second, presence('second'))).toMatchObject({ speaks: false })
    expect(await tells(again, presence('first'))).toMatchObject({ speaks: true })
    expect(await tells(second, presence('second'))).toMatchObject({ speaks: false })
  })

  test('a board whose cable is pulled loses the voice within five seconds, its line still open', async () => {
    let time = 0
    const boards = await openBoards({
      office: { id: 'pernik', day: () => ({ date: '2026-11-25', ...nobodyCalled }) } as never, // all that it asks of one
      announcements: hall.store.announcements,
      devices: hall.store.devices,
      together: hall.store.together,
      clock: hall.clock,
      now: () => time,
    })
    const [one, other] = [{}, {}]
    expect((await boards.present(one, 'board-1', presence('one'))).speaks).toBe(true)
    const took = []
    for (; time < 6_000; time += 500)
      if ((await boards.present(other, 'board-2', presence('other'))).speaks) took.push(time)
    expect(took[0]).toBe(3_000)
    boards.close()
  })

  test('each hall has its own voice, and a deaf board gives it away', async () => {
    const [down, up, well] = [1, 2, 3].map(() => hall.line(hall.device('demo-board')))
    if (!down || !up || !well) throw new Error('a line is missing')
    expect(await tells(down, presence('down', { sound: 'blocked' }))).toMatchObject({ speaks: true })
    expect(await tells(up, presence('up', { zone: 'upstairs' }))).toMatchObject({ speaks: true })
    expect(await tells(well, presence('well'))).toMatchObject({ speaks: false })
    expect(await tells(down, presence('down', { sound: 'blocked' }))).toMatchObject({ speaks: false })
    expect(await tells(well, presence('well'))).toMatchObject({ speaks: true })
  })

  test('nobody outside the hall’s hours; while those inside are served, still', async () => {
    const line = hall.line(hall.device('demo-board'))
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
    await (await hall.as('clerk4')).done('open-window', { window: 4 })
    const volumeAt = async (time: string) => {
      hall.clock.moveTo(officeTime(`2026-11-25T${time}`))
      await hall.settled()
      return (await tells(line, presence('board')))?.volume
    }
    expect([await volumeAt('10:29'), await volumeAt('10:30')]).toEqual([40, 100])
    expect([await volumeAt('16:59'), await volumeAt('17:00'), await volumeAt('19:00')]).toEqual([100, 100, 0])
  })

  test('a page without a token speaks only while no board with one is on the line; nonsense is nobody', async () => {
    const [phone, own] = [hall.line(), hall.line(hall.device('demo-board'))]
    expect(await tells(phone, presence('phone'))).toMatchObject({ speaks: true })
    expect(await tells(own, presence('own'))).toMatchObject({ speaks: false }) // the phone hears of it first
    expect(await tells(phone, presence('phone'))).toMatchObject({ speaks: false })
    expect(await tells(own, presence('own'))).toMatchObject({ speaks: true })
    expect(await tells(own, { page: 1 })).toBeNull()
    expect(await tells(hall.line(hall.device('revoked')), presence('stranger'))).toBeNull()
  })

  test('what was said before is known to whoever goes on, also after a restart of the board', async () => {
    const { label, version } = await calledOne()
    const board = hall.device('demo-board')
    await board.post(path, { reports: [report(version, label)] })
    expect(await tells(hall.line(board), presence('anew'))).toMatchObject({ said: [`${version} ${label} 1`] })
  })
})

describe('what boards report', () => {
  test('is written down once, chained, under the board’s name, with the office’s own instant', async () => {
    const { label, version } = await calledOne()
    const board = hall.device('demo-board')
    const shown = report(version, label, { telling: 'shown', endedAt: null, languages: [], volume: null })
    const both = { reports: [shown, report(version, label)] }
    expect(await board.post(path, both)).toMatchObject({ status: 200, body: { added: 2 } })
    expect(await board.post(path, both)).toMatchObject({ status: 200, body: { added: 0 } })
    expect((await kept()).announcements).toMatchObject([
      { number: 1, label, telling: 'shown', board: 'board-1' },
      { number: 2, label, telling: 'spoken', board: 'board-1', languages: ['bg'], volume: 40 },
    ])
    expect(await hall.store.announcements.verify('pernik' as never)).toMatchObject({ ok: true, events: 2 })
  })

  test('of a call that was never made, or at another time than now, proves nothing and is passed over', async () => {
    const { label, version } = await calledOne()
    const board = hall.device('demo-board')
    const reports = [
      report(version + 5, label),
      report(version, 'Я 999'),
      report(version, label, { at: '2026-11-25T05:00:00.000Z' as Iso }),
    ]
    expect(await board.post(path, { reports })).toMatchObject({ body: { added: 0 } })
  })

  test('the supervisor sees which board speaks, which is deaf, which is gone, and what was said last', async () => {
    const { label, version } = await calledOne()
    const supervisor = await hall.as('supervisor')
    const watched = await hall.watch('boards', { as: supervisor })
    expect((await supervisor.view('boards')).view.boards).toMatchObject([
      { id: 'board-1', state: 'never', speaks: false },
    ])
    const line = hall.line(hall.device('demo-board'))
    await tells(line, presence('own', { sound: 'blocked' }))
    await watched.until(({ view }) => view.boards[0]?.state === 'deaf')
    await tells(line, presence('own'))
    await watched.until(({ view }) => view.boards[0]?.state === 'well' && view.boards[0].speaks)
    await hall.device('demo-board').post(path, { reports: [report(version, label)] })
    await watched.until(({ view }) => view.spoken[0]?.label === label && view.spoken[0].telling === 'spoken')
    line.disconnect()
    await watched.until(({ view }) => view.boards[0]?.state === 'gone')
  })
})

describe('zones', () => {
  test('a call says in which parts of the hall it is shown, and each part how many wait there', async () => {
    await calledOne()
    await hall.kiosk.done('issue-ticket', { service: 'payment' })
    const { calls, zones } = (await hall.nobody.view('hall')).view
    expect(calls).toMatchObject([{ window: 4, zones: ['cash'], language: 'bg' }])
    expect(zones).toMatchObject([
      { id: 'cash', hall: null, windows: [4], waiting: 1 },
      { id: 'upstairs', hall: 'upper', windows: [1, 2] },
    ])
    expect(JSON.stringify(calls)).not.toContain('payment') // the hall does not learn what somebody came for
  })
})

describe('the clips', () => {
  test('come with the program; a recording of somebody’s own goes first, from the moment it is there', async () => {
    const clip = `${hall.base}/voice/pernik/bg/${encodeURIComponent('letter')}/${encodeURIComponent('Г')}`
    const shipped = await fetch(clip)
    const etag = shipped.headers.get('etag') ?? ''
    expect(shipped.headers.get('content-type')).toBe('audio/ogg')
    expect(
      Buffer.from(await shipped.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('OggS')
    expect((await fetch(clip, { headers: { 'if-none-match': etag } })).status).toBe(304)

    mkdirSync(join(recordings, 'bg'))
    writeFileSync(join(recordings, 'bg/letter-Г.mp3'), 'somebody’s own voice')
    const own = await fetch(clip, { headers: { 'if-none-match': etag } })
    expect([own.headers.get('content-type'), await own.text()]).toEqual([
      'audio/mpeg',
      'somebody’s own voice',
    ])
  })

  test('that are not there are not there, and no path leads out of them', async () => {
    for (const name of [
      'bg/number/5000',
      'xx/please',
      'bg/..%2F..%2Fwords.ts',
      '../bg/please',
      'bg/constructor',
    ])
      expect((await fetch(`${hall.base}/voice/pernik/${name}`)).status).toBe(404)
    expect((await fetch(`${hall.base}/voice/nowhere/index.json`)).status).toBe(404)
  })

  test('a line of what was said hangs on the one before', async () => {
    const { label, version } = await calledOne()
    const board = hall.device('demo-board')
    await board.post(path, { reports: [report(version, label)] })
    await board.post(path, { reports: [report(version, label, { telling: 'shown' })] })
    const rows = await hall.store.announcements.ofDay('pernik' as never, '2026-11-25' as never)
    expect(rows[1]?.previous).toBe(rows[0]?.hash)
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2)
  })
})
