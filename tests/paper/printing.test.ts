import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plugInPrinter } from '#server/training/printer.ts'
import { startHall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import {
  isOver,
  issue,
  seen,
  startPrintedHall,
  withPrinter,
  HASTY,
  type PrintedHall,
} from './printed-hall.ts'
import { codeOn } from './sheet.ts'

let hall: PrintedHall
beforeEach(async () => void (hall = await startPrintedHall()))
afterEach(() => hall.close())

const codes = () => hall.printer.sheets.map(({ bitmap }) => codeOn(bitmap))
const addressOf = (code: string) => `${hall.base}/t/pernik/${code}`

describe('A ticket from the kiosk', () => {
  test('comes out once, whole, with a code that leads a phone to it', async () => {
    const { ticket } = await issue(hall)
    const view = await seen(hall, isOver)

    expect(view.jobs).toMatchObject([
      { kind: 'ticket', label: ticket.label, state: 'printed', failure: null },
    ])
    expect(codes()).toEqual([addressOf(ticket.code)])
  })

  test('of a burst comes out each once, in order', async () => {
    const issued = await Promise.all(Array.from({ length: 6 }, () => issue(hall)))
    await seen(hall, (view) => view.jobs.length === 6 && isOver(view), 15_000)

    expect(codes()).toEqual(issued.map(({ ticket }) => addressOf(ticket.code)))
  })

  test('is answered at once, also while the printer stands still', async () => {
    hall.printer.hang()
    const answered = []
    for (let visitor = 0; visitor < 10; visitor += 1) answered.push((await issue(hall)).ticket.label)

    expect(new Set(answered).size).toBe(10)
    expect(hall.printer.sheets).toEqual([])
  })

  test('taken twice under one key is one ticket and one piece of paper', async () => {
    const body = { service: 'heirs-certificate' }
    await Promise.all([1, 2, 3].map(() => hall.kiosk.done('issue-ticket', body, 'one-touch-of-the-button')))
    await seen(hall, isOver)
    await pause(300)

    expect(hall.printer.sheets).toHaveLength(1)
  })

  test('is followed by the kiosk, ticket by ticket, and shows nothing of staff', async () => {
    const watcher = await hall.watch('paper', { as: hall.kiosk })
    const { ticket } = await issue(hall)
    const { view } = await watcher.until(({ view: { jobs } }) => jobs[0]?.state === 'printed')

    expect(view).toEqual({ jobs: [{ ticket: ticket.id, state: 'printed', failure: null, by: 'printer' }] })
  })
})

describe('The slip of an appointment', () => {
  const person = {
    givenName: 'Звездомир',
    familyName: 'Снежоглед',
    telephone: '0889 77 11 22',
    subject: 'Осветление',
    description: 'Лампите не светят от месец.',
  }
  const slip = { official: 'deputy-mayor', date: '2026-12-02', time: '09:15', person }
  const order = (who: Person, body: object, key: string) =>
    who.post('/api/offices/pernik/printing/slips', body, { 'idempotency-key': key })

  test('comes out where it was made, once for each press, with its code and nobody’s name', async () => {
    const desk = await hall.as('clerk7')
    await desk.done('open-window', { window: 7 })
    const { number, code } = (await desk.done('sign-up', slip)).appointment
    const answers = await Promise.all([1, 2].map(() => order(desk, { number, code }, 'one-press-of-p')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const view = await seen(hall, isOver)

    expect(view.jobs).toMatchObject([{ kind: 'appointment', label: number, state: 'printed' }])
    expect(codes()).toEqual([`${hall.base}/t#pernik/appointment/${code}`])
    expect(view.failed).toEqual([])
    expect(JSON.stringify(view)).not.toMatch(/Звездомир|Снежоглед|0889/)
  })

  test('is for whoever has just been given the code, and not for an appointment that is over', async () => {
    const desk = await hall.as('clerk7')
    await desk.done('open-window', { window: 7 })
    const { number, code } = (await desk.done('sign-up', slip)).appointment

    expect(await order(desk, { number, code: 'aB3dEf6hIj9kLm2n' }, 'a-guess-of-p')).toMatchObject({
      status: 404,
      body: { code: 'unknown-code' },
    })
    await desk.done('cancel-appointment', { number })
    expect(await order(desk, { number, code }, 'a-late-press-of-p')).toMatchObject({
      status: 409,
      body: { code: 'appointment-is' },
    })
    expect(hall.printer.sheets).toEqual([])
  })
})

describe('When the paper fails, the number stands, and', () => {
  test('a printer without paper is said to be so before anyone is told to wait for paper', async () => {
    hall.printer.set({ paper: 'out' })
    const { ticket } = await issue(hall)
    const view = await seen(hall, isOver)

    expect(view.jobs).toMatchObject([{ state: 'failed', failure: 'paper-out' }])
    expect(view.failed).toEqual([ticket.label])
    const supervisor = await hall.as('supervisor')
    expect((await supervisor.view('queue')).view.order.map(({ label }) => label)).toEqual([ticket.label])
  })

  test('paper that ends in the middle leaves no half of a ticket before the next one', async () => {
    hall.printer.load(700)
    await issue(hall)
    expect((await seen(hall, isOver)).jobs).toMatchObject([{ state: 'failed', failure: 'paper-out' }])
    await pause(200)
    hall.printer.load(100_000)
    const { ticket } = await issue(hall)
    await seen(hall, (view) => view.jobs.some(({ state }) => state === 'printed'))

    expect(codes()).toEqual([addressOf(ticket.code)])
  })

  test.each([
    ['an open cover', { cover: 'open' }, 'cover-open'],
    ['a fault of the printer', { error: true }, 'printer-error'],
    ['a printer that answers nothing', { silent: true }, 'no-answer'],
  ] as const)('%s is named', async (_what, trouble, failure) => {
    hall.printer.set(trouble)
    await issue(hall)

    expect((await seen(hall, isOver)).jobs).toMatchObject([{ state: 'failed', failure }])
    expect(hall.printer.sheets).toHaveLength(0)
  })

  test('a printer that stands still is given up', async () => {
    await seen(hall, ({ printers }) => printers[0]?.status.kind === 'ready')
    hall.printer.hang()
    await issue(hall)

    expect((await seen(hall, isOver)).jobs).toMatchObject([{ state: 'failed', failure: 'no-answer' }])
  })

  test('a plug pulled in the middle is noticed, and the next ticket comes out of the printer that is back', async () => {
    await seen(hall, ({ printers }) => printers[0]?.status.kind === 'ready')
    hall.printer.vanishAfter(40_000)
    await issue(hall)
    expect((await seen(hall, isOver)).jobs).toMatchObject([{ state: 'failed', failure: 'connection-lost' }])
    await seen(hall, ({ printers }) => printers[0]?.status.kind === 'trouble')
    await hall.printer.appear()
    await seen(hall, ({ printers }) => printers[0]?.status.kind === 'ready')
    const { ticket } = await issue(hall)
    await seen(hall, ({ jobs }) => jobs[0]?.state === 'printed')

    expect(codes()).toEqual([addressOf(ticket.code)])
  })

  test('a printer that is not there is named, and the supervisor sees it before the next visitor comes', async () => {
    await hall.printer.close()
    const { printers } = await seen(hall, (view) => view.printers[0]?.status.kind === 'trouble')
    await issue(hall)

    expect(printers[0]?.status).toEqual({ kind: 'trouble', trouble: 'unreachable' })
    expect((await seen(hall, isOver)).jobs).toMatchObject([{ state: 'failed', failure: 'unreachable' }])
  })
})

describe('When the disk refuses to note how the paper fares, the ticket comes out once, and', () => {
  test.each([
    ['it is being sent', 'sent', 0],
    ['it is printed', 'printed', 1],
  ])('that %s is noted as soon as there is room again', async (_what, state, sheets) => {
    const disk = refuseToNote(state)
    const { ticket } = await issue(hall)
    await expect.poll(disk.refusals, { timeout: 10_000 }).toBeGreaterThan(0)
    expect(hall.printer.sheets).toHaveLength(sheets)
    disk.makeRoom()
    const view = await seen(hall, isOver)

    expect(view.jobs).toMatchObject([{ label: ticket.label, state: 'printed', failure: null }])
    expect(codes()).toEqual([addressOf(ticket.code)])
  })

  test('that it failed is told as soon as there is room again', async () => {
    hall.printer.set({ paper: 'out' })
    const disk = refuseToNote('failed')
    const { ticket } = await issue(hall)
    await expect.poll(disk.refusals, { timeout: 10_000 }).toBeGreaterThan(0)
    disk.makeRoom()

    expect((await seen(hall, isOver)).failed).toEqual([ticket.label])
  })

  /** A print job does not get into the state; how often it was tried is counted. */
  function refuseToNote(state: string) {
    const file = new Database(join(hall.data, 'hall.sqlite'))
    file.exec(`
      create table refusals (state text);
      create trigger no_room before update on print_jobs when new.state = '${state}' begin
        insert into refusals values (new.state);
        select raise(fail, 'the disk is full');
      end`)
    return {
      refusals: () => file.prepare('select count(*) from refusals').pluck().get(),
      makeRoom() {
        file.exec('drop trigger no_room')
        file.close()
      },
    }
  }
})

describe('The supervisor', () => {
  test('sees that the paper is near its end before it is out', async () => {
    hall.printer.set({ paper: 'low' })
    const { printers } = await seen(
      hall,
      ({ printers: [first] }) => first?.status.kind === 'ready' && first.status.paperLow,
    )

    expect(printers).toMatchObject([
      { id: 'entrance', connection: 'network', paper: 80, kiosks: ['kiosk-1'] },
    ])
  })

  test('prints a copy, which says that it is one: once for one press', async () => {
    hall.printer.set({ paper: 'out' })
    const { ticket } = await issue(hall)
    await seen(hall, isOver)
    hall.printer.set({ paper: 'plenty' })
    const clerk = await hall.as('clerk1')
    const order = () =>
      clerk.post(
        '/api/offices/pernik/printing/copies',
        { label: 'г1' },
        {
          'idempotency-key': 'one-press-of-the-button',
        },
      )
    const answers = await Promise.all([order(), order(), order()])
    const view = await seen(hall, ({ jobs }) => jobs.length === 2 && jobs[0]?.state === 'printed')
    await pause(300)

    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(view.jobs[0]).toMatchObject({ kind: 'copy', label: ticket.label })
    expect(view.failed).toEqual([])
    expect(codes()).toEqual([addressOf(ticket.code)])
  })

  test('is told why there is no copy of a number that nobody has', async () => {
    const clerk = await hall.as('clerk1')

    expect(await clerk.post('/api/offices/pernik/printing/copies', { label: 'Ц 007' })).toMatchObject({
      status: 409,
      body: { code: 'unknown-ticket' },
    })
    expect(
      await clerk.post('/api/offices/pernik/printing/copies', { label: 'Г 001', printer: 'nowhere' }),
    ).toMatchObject({ status: 409 })
  })

  test('prints a test page', async () => {
    const supervisor = await hall.as('supervisor')
    const { status } = await supervisor.post('/api/offices/pernik/printing/test-pages', {
      printer: 'entrance',
    })
    await seen(hall, isOver)

    expect(status).toBe(200)
    expect(codes()).toEqual([`${hall.base}/`])
  })

  test('is no longer alarmed for a ticket whose visit is over', async () => {
    hall.printer.set({ paper: 'out' })
    const { ticket } = await issue(hall)
    const page = await hall.watch('printing', { as: await hall.as('supervisor') })
    await page.until(({ view }) => view.failed.length === 1)
    const { version } = page.pushes.at(-1) ?? { version: 0 }
    await hall.nobody.done('leave', { code: ticket.code })
    const after = await page.until(({ view, version: newer }) => newer > version && view.failed.length === 0)

    expect(after.view.jobs).toHaveLength(1)
  })
})

test('A ticket that staff enter comes out of the printer for staff', async () => {
  const clerk = await hall.as('clerk1')
  const { ticket } = await clerk.done('issue-ticket', { service: 'payment', language: 'en' })
  await seen(hall, isOver)

  expect(codes()).toEqual([addressOf(ticket.code)])
})

describe('A simpler printer', () => {
  test('that answers no one is believed when it has taken everything', async () => {
    const printer = await plugInPrinter()
    printer.set({ silent: true })
    const simple = await startHall({
      offices: [withPrinter(printer.port, { answers: false })],
      paper: { patience: HASTY, pollMs: 100 },
    })
    await issue(simple)
    const view = await seen(simple, isOver)
    await simple.close()
    await printer.close()

    expect(view.printers[0]?.status).toEqual({ kind: 'unknown' })
    expect(view.jobs).toMatchObject([{ state: 'printed' }])
    expect(printer.sheets).toHaveLength(1)
  })

  test('that does not say „done“ is asked how it is instead', async () => {
    const printer = await plugInPrinter()
    printer.set({ unconfirming: true })
    const simple = await startHall({
      offices: [withPrinter(printer.port, { confirms: false })],
      paper: { patience: HASTY, pollMs: 100 },
    })
    await issue(simple)
    const view = await seen(simple, isOver)
    await simple.close()
    await printer.close()

    expect(view.jobs).toMatchObject([{ state: 'printed' }])
  })

  test('with letters of its own prints them in its code page', async () => {
    const printer = await plugInPrinter()
    const simple = await startHall({
      offices: [withPrinter(printer.port, { mode: { kind: 'text', codePage: 'windows-1251', number: 46 } })],
      paper: { patience: HASTY, pollMs: 100 },
    })
    await issue(simple)
    await seen(simple, isOver)
    await simple.close()
    await printer.close()

    const [sheet] = printer.sheets
    expect(sheet?.codePage).toBe(46)
    for (const words of ['Г 001', 'Удостоверение за\nнаследници', 'Чакащи пред Вас', 'www.pernik.bg'])
      expect(sheet?.text).toContain(words)
  })
})

test('Narrow paper is filled to its own width', async () => {
  const narrow = await startPrintedHall({ width: 384 })
  const { ticket } = await issue(narrow)
  await seen(narrow, isOver)
  const [sheet] = narrow.printer.sheets
  await narrow.close()

  expect(sheet && codeOn(sheet.bitmap)).toBe(`${narrow.base}/t/pernik/${ticket.code}`)
})
