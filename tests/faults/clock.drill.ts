import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { readLogFile } from '#server/store/log-reader.ts'
import type { OfficeId } from '#shared/ids.ts'
import { HOUR, MINUTE } from '#shared/instant.ts'
import { temporaryFolder } from '../harness/hall.ts'
import { startProcess } from '../harness/process.ts'
import { hasty, officeTime, pernik, ROOT } from '../harness/settings.ts'
import { found } from './report.ts'

/** What clocks do: they are set, and twice a year the law sets them. */

const office = 'pernik' as OfficeId // the form is OfficeId's

/** The log of a hall, with what every log must hold. */
async function logIn(folder: string) {
  const log = readLogFile(join(folder, 'hall.sqlite'))
  if (log === null) throw new Error('there is no log')
  const events = []
  for await (const each of log.events(office)) events.push(each)
  expect(await log.verify(office, null)).toMatchObject({ ok: true })
  await log.close()
  const instants = events.map(({ at }) => at)
  expect(instants).toEqual(instants.toSorted((a, b) => a - b))
  return events
}

function dataFolder(): string {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real hall whose machine's clock can be set, with an administrator and a kiosk. */
async function startOnClock(at: number) {
  const data = dataFolder()
  const file = join(data, 'clock')
  writeFileSync(file, String(at))
  const hall = await startProcess({
    entry: 'main',
    data,
    offices: [{ ...pernik(), dispatch: { ...pernik().dispatch, minimumDelaySeconds: 1 } }],
    environment: {
      CLOCK: file,
      NODE_OPTIONS: `--import=${join(ROOT, 'tests/faults/stepping-clock.ts')}`,
    },
  })
  onTestFinished(() => hall.close())
  const [, code] = /invitation#([\w-]+)/.exec(hall.printed()) ?? []
  const account = { user: 'chief', name: 'Администратор', password: 'a long password' }
  const made = await hall.nobody.post(`/api/invitations/${code}`, account)
  const headers = { cookie: made.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  const post = async (path: string, body: object) =>
    (await hall.nobody.post(path, body, headers)).body as object
  const { token } = (await post('/api/devices', { name: 'Киоск', office, kind: 'kiosk' })) as {
    token: string
  } // as it answers
  await post('/api/staff', { user: 'clerk4', name: 'Служител', role: 'clerk', password: 'a long password' })
  return {
    hall,
    data,
    kiosk: hall.device(token),
    clerk: await hall.as('clerk4', 'a long password'),
    setClock(to: number) {
      writeFileSync(file, String(to))
      hall.signal('SIGWINCH')
    },
  }
}

test('the machine’s clock is set an hour ahead and an hour back: tickets are given and called all the time, and no instant runs backwards', async () => {
  const start = officeTime('2026-11-25T10:15')
  const { hall, data, kiosk, clerk, setClock } = await startOnClock(start)
  await clerk.done('open-window', { window: 4 })
  const issued: string[] = []
  const called: string[] = []
  let slowestMs = 0
  async function serveOne() {
    const began = performance.now()
    issued.push((await kiosk.done('issue-ticket', { service: 'payment' })).ticket.label)
    for (;;) {
      const { status, body } = await clerk.command('call-next', { window: 4 })
      if (status === 200) {
        called.push(body.ticket.label)
        break
      }
      if (performance.now() - began > 10_000) throw new Error(`nobody can be called: ${JSON.stringify(body)}`)
      await pause(50)
    }
    slowestMs = Math.max(slowestMs, performance.now() - began)
    await clerk.done('start-service', { window: 4 })
    await clerk.done('finish-service', { window: 4 })
  }
  await serveOne()
  setClock(start + HOUR)
  await serveOne()
  await serveOne()
  setClock(start + MINUTE)
  await serveOne()
  await serveOne()
  await hall.terminate()
  await hall.restart()
  await serveOne()
  expect((await hall.nobody.view('hall')).view.day.phase).toBe('open')
  await hall.terminate()

  const events = await logIn(data)
  const given = events.flatMap(({ event }) => (event.type === 'ticket-issued' ? [event.label] : []))
  expect(given).toEqual(issued)
  expect(called).toEqual(issued)
  const ahead = events.filter(({ at }) => at >= start + HOUR)
  expect(ahead.length).toBeGreaterThan(0)
  expect(ahead.at(-1)?.at).toBeLessThan(start + HOUR + 10 * MINUTE)
  found({
    fault: 'clock set an hour ahead, and back',
    answered: issued.length + called.length,
    lost: 0,
    twice: given.length - new Set(given).size,
    backAfterMs: Math.round(slowestMs),
    told: 'the slowest visitor, from ticket to call',
  })
})

const CHANGES = [
  {
    to: 'summer time',
    eve: '2026-03-28T19:00',
    date: '2026-03-29',
    hours: 23,
    opens: '2026-03-29T05:30:00.000Z',
    closes: '2026-03-29T14:00:00.000Z',
  },
  {
    to: 'winter time',
    eve: '2026-10-24T19:00',
    date: '2026-10-25',
    hours: 25,
    opens: '2026-10-25T06:30:00.000Z',
    closes: '2026-10-25T15:00:00.000Z',
  },
] as const

test.each(CHANGES)(
  'the clocks go over to $to while the hall runs: a working Sunday opens at half past eight by the new time',
  async ({ to, eve, date, hours, opens, closes }) => {
    const data = dataFolder()
    const hall = await startProcess({ data, at: eve, speed: 3_600, offices: [hasty()] })
    onTestFinished(() => hall.close())
    const supervisor = await hall.as('supervisor')
    await supervisor.done('add-exception', {
      from: date,
      change: { kind: 'working-day' },
      order: 'РД-1',
      reason: { bg: 'Работна неделя', en: 'A working Sunday' },
    })
    const board = await hall.watch('hall')
    const { view } = await board.until(({ view: { day } }) => day.phase === 'open', 40_000)
    expect(view.day).toMatchObject({ date })
    const issued: string[] = []
    for (;;) {
      const { status, body } = await hall.kiosk.command('issue-ticket', { service: 'payment' })
      if (status !== 200) break
      issued.push(body.ticket.label)
      await pause(100)
    }
    await board.until(({ view: { day } }) => day.date > date, 40_000)
    await hall.terminate()

    const events = await logIn(data)
    const opened = events.flatMap(({ at, event }) => (event.type === 'day-opened' ? [[event.date, at]] : []))
    const midnight = (day: string) => officeTime(`${day}T00:00`)
    const [, next = ''] = opened.map(([day]) => String(day)).filter((day) => day >= date)
    expect(midnight(next) - midnight(date)).toBe(hours * HOUR)
    for (const [day, at] of opened.slice(1)) expect(Number(at)).toBeGreaterThanOrEqual(midnight(String(day)))
    const due = (type: string) =>
      events.flatMap(({ event }) =>
        event.type === type && 'due' in event ? [new Date(event.due).toISOString()] : [],
      )
    expect(due('hall-opened')).toEqual([opens])
    expect(due('hall-finishing')).toEqual([closes])
    expect(issued[0]).toBe('П 001')
    const given = events.flatMap(({ event }) => (event.type === 'ticket-issued' ? [event.label] : []))
    expect(given).toEqual(issued)
    found({
      fault: `over to ${to} with the server running`,
      answered: issued.length,
      lost: 0,
      twice: given.length - new Set(given).size,
      backAfterMs: null,
      told: `opened at ${opens.slice(11, 16)} UTC`,
    })
  },
)
