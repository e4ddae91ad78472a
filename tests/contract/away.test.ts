import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TicketCode } from '#shared/ids.ts'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { startPostgres } from '../harness/postgres.ts'
import { hasty, officeTime } from '../harness/settings.ts'

/** What was given and noted while the server was away, handed in when it is back: on either database, in whichever order. */

const YESTERDAY = '2026-11-25'
const TODAY = '2026-11-26'
const kinds = ['SQLite', 'PostgreSQL'] as const

describe.each(kinds)('The morning after, in a hall on %s,', (kind) => {
  let hall: Hall
  let clerk: Person
  let end = async () => {}
  beforeAll(async () => {
    const postgres = kind === 'PostgreSQL' ? await startPostgres() : null
    hall = await startHall({
      offices: [hasty()],
      at: `${TODAY}T08:40`,
      ...(postgres && { database: await postgres.database() }),
    })
    end = async () => {
      await hall.close()
      await postgres?.stop()
    }
    clerk = await hall.as('clerk3')
  })
  afterAll(() => end())

  const ticket = (number: number) => ({
    date: YESTERDAY,
    letter: 'П',
    number,
    service: 'payment',
    issuedAt: '2026-11-25T08:00:00.000Z',
  })
  const note = (label: string, more: object = {}) => ({
    date: YESTERDAY,
    window: 3,
    label,
    startedAt: '2026-11-25T08:10:00.000Z',
    finishedAt: '2026-11-25T08:20:00.000Z',
    ...more,
  })
  const outcome = ({ status, body: { code } }: Awaited<ReturnType<Person['command']>>) =>
    status === 200 ? 'done' : code
  const handIn = async (number: number) => outcome(await hall.kiosk.command('hand-in-ticket', ticket(number)))
  const noted = async (label: string, more: object = {}, key?: string) =>
    outcome(await clerk.command('note-paper-service', note(label, more), key))

  /** How the visit ended, as its row says. */
  async function endOf(label: string): Promise<string | undefined> {
    const recorded = (await hall.store.log.after(hasty().id, 0, 1_000)).map(({ event }) => event)
    const codes = recorded.flatMap((event) =>
      event.type === 'late-ticket-recorded' && event.label === label ? [event.code] : [],
    )
    const [row] = await Promise.all(codes.map((code) => past(code)))
    return row?.state
  }
  const past = (code: TicketCode) => hall.store.tickets.past(hasty().id, YESTERDAY as never, code) // the form is LocalDate's
  const written = async (type: string, label: string) =>
    (await hall.store.log.after(hasty().id, 0, 1_000)).filter(
      ({ event }) => event.type === type && 'label' in event && event.label === label,
    ).length

  test('whom a window noted as served is served, though the kiosk hands the number in later', async () => {
    expect(await noted('П 801', {}, 'the-note-of-801')).toBe('unknown-ticket')
    expect(await handIn(801)).toBe('done')
    expect(await endOf('П 801')).toBe('unserved')
    expect(await noted('П 801', {}, 'the-note-of-801')).toBe('done')

    expect(await endOf('П 801')).toBe('finished')
  })

  test('a number that is handed in again after its holder was served changes nothing', async () => {
    expect(await handIn(802)).toBe('done')
    expect(await noted('П 802')).toBe('done')

    expect(await handIn(802)).toBe('number-handed-in')
    expect(await endOf('П 802')).toBe('finished')
  })

  test('of two who hand the same in at once, one does: the number, and then the note', async () => {
    expect((await Promise.all([handIn(803), handIn(803)])).sort()).toEqual(['done', 'number-handed-in'])
    expect((await Promise.all([noted('П 803'), noted('П 803')])).sort()).toEqual(['done', 'unknown-ticket'])

    expect(await written('late-ticket-recorded', 'П 803')).toBe(1)
    expect(await written('served-on-paper', 'П 803')).toBe(1)
  })

  test('a note that comes together with its number is entered, or offered again and then entered', async () => {
    const [entered, first] = await Promise.all([handIn(804), noted('П 804')])
    expect(entered).toBe('done')
    if (first !== 'done') expect([first, await noted('П 804')]).toEqual(['unknown-ticket', 'done'])

    expect(await endOf('П 804')).toBe('finished')
  })

  test.each([
    ['with a number that nobody can read', note('xx'), 'unreadable-label'],
    ['with a number that was never given', note('П 999'), 'unknown-ticket'],
    [
      'of a day long before the log',
      note('П 801', {
        date: '1999-11-25',
        startedAt: '1999-11-25T08:10:00.000Z',
        finishedAt: '1999-11-25T08:20:00.000Z',
      }),
      'unknown-ticket',
    ],
    [
      'that began on another day',
      note('П 801', { startedAt: '2026-11-24T08:10:00.000Z' }),
      'served-on-another-day',
    ],
  ])('a note %s is refused, and the log is as it was', async (_what, body, code) => {
    const version = await hall.store.log.lastVersion(hasty().id)

    expect(outcome(await clerk.command('note-paper-service', body))).toBe(code)
    expect(await hall.store.log.lastVersion(hasty().id)).toBe(version)
  })
})

describe('A phone', () => {
  const of = (hall: Hall, code: string) => hall.nobody.get(`/api/offices/pernik/tickets/${code}`)

  test('that was told that its holder was not served is told when a window notes that they were', async () => {
    const hall = await startHall({ offices: [hasty()], at: `${YESTERDAY}T16:40` })
    const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
    hall.clock.moveTo(officeTime(`${YESTERDAY}T19:00`))
    await hall.settled()
    const phone = await hall.watch(`ticket/${ticket.code}`)
    await phone.until(({ view }) => view.state === 'unserved')
    expect((await of(hall, ticket.code)).body).toMatchObject({ state: 'unserved', apology: true })
    const clerk = await hall.as('clerk3')
    await clerk.done('note-paper-service', {
      date: YESTERDAY,
      window: 3,
      label: ticket.label,
      startedAt: new Date(officeTime(`${YESTERDAY}T16:50`)).toISOString(),
      finishedAt: new Date(officeTime(`${YESTERDAY}T16:55`)).toISOString(),
    })

    expect((await of(hall, ticket.code)).body).toMatchObject({ state: 'finished', apology: false })
    await phone.until(({ view }) => view.state === 'finished')
    await hall.close()
  })

  test('whose visit ended anew is told of the new end, also if it looked at neither step between', async () => {
    const hall = await startHall({ offices: [hasty()] })
    const { ticket } = await hall.kiosk.done('issue-ticket', { service: 'payment' })
    const clerk = await hall.as('clerk4')
    await clerk.done('open-window', { window: 4 })
    await clerk.done('call-next', { window: 4 })
    await clerk.done('start-service', { window: 4 })
    await clerk.done('finish-service', { window: 4 })
    expect((await of(hall, ticket.code)).body).toMatchObject({ state: 'finished' })
    await clerk.done('undo', { window: 4 })
    await clerk.done('transfer', { window: 4, service: 'heirs-certificate' })
    await hall.nobody.done('leave', { code: ticket.code })

    expect((await of(hall, ticket.code)).body).toMatchObject({ state: 'left' })
    await hall.close()
  })

  test('finds no ticket of the day before, whether or not it had looked at it then', async () => {
    const hall = await startHall({ offices: [hasty()], at: `${YESTERDAY}T16:40` })
    const give = async () => (await hall.kiosk.done('issue-ticket', { service: 'payment' })).ticket.code
    const [seen, unseen] = [await give(), await give()]
    hall.clock.moveTo(officeTime(`${YESTERDAY}T19:00`))
    await hall.settled()
    expect((await of(hall, seen)).status).toBe(200)

    for (const later of [`${TODAY}T00:01`, '2026-12-25T10:00']) {
      hall.clock.moveTo(officeTime(later))
      await hall.settled()
      expect([(await of(hall, seen)).status, (await of(hall, unseen)).status]).toEqual([404, 404])
    }
    await hall.close()
  })
})
