import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command, CommandBody, CommandName } from '#shared/commands.ts'
import type { LocalDate, OfficeId, ServiceId, StaffId, TicketCode, TicketId } from '#shared/ids.ts'
import { after, instant, MINUTE, SECOND, type Instant } from '#shared/instant.ts'
import { hasty, officeTime, pernik } from '../../../tests/harness/settings.ts'
import type { Day } from '../domain/day.ts'
import type { Actor } from '../domain/events.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import { readLink } from '../store/chain.ts'
import { openSqlite } from '../store/sqlite.ts'
import { StoreLost, type Entry, type Store } from '../store/store.ts'
import { handClock, type Clock } from './clock.ts'
import { drawTicketCode } from './codes.ts'
import { NO_RECORDS } from '../domain/reception/records.ts'
import { openOffice, type Answer, type Office } from './office.ts'

/** One office on a real database file, with a clock that is moved by hand and a log that can be watched, or made to fail. */

const migrations = join(import.meta.dirname, '../../../migrations/sqlite')
const payment = 'payment' as ServiceId // the form is ServiceId's
const today = '2026-11-25' as LocalDate // the form is LocalDate's
const kiosk: Actor = { kind: 'device', id: 'kiosk-1' }
const clerk = (number: number): Actor => ({ kind: 'staff', id: `clerk${number}` as StaffId }) // the form is StaffId's

let folder: string
let store: Store
let clock: Clock & { readonly moveTo: (to: Instant) => void }
let office: Office
/** Each append the log was asked for, and what it is to say. */
let appends: (readonly Entry[])[]
let failWith: Error | null
/** The disk, where it takes its time: what an append says of it. Null: the true one. */
let disk: PromiseWithResolvers<void> | null
let failures: unknown[]
/** Tells the office that another program has written. */
let tellNews: (version: number) => void
/** What happens each time after the log was read for what others wrote. */
let onRead: () => void
let draw: () => TicketCode

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'edno-gishe-office-'))
  store = await openSqlite({ folder, kind: 'training', migrations })
  clock = handClock(officeTime('2026-11-25T10:15'))
  draw = drawTicketCode
  failWith = null
  disk = null
  office = await open(hasty())
})
afterEach(async () => {
  await office.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(settings: OfficeSettings): Promise<Office> {
  appends = []
  failures = []
  onRead = () => {}
  tellNews = () => {}
  const log: Store['log'] = {
    ...store.log,
    onNews(listener) {
      tellNews = (version) => listener(hasty().id, version)
      return () => {}
    },
    async after(id, version, limit) {
      const page = await store.log.after(id, version, limit)
      onRead()
      return page
    },
    async append(id, entries) {
      appends.push(entries)
      if (failWith !== null) throw failWith
      const appended = await store.log.append(id, entries)
      return disk === null ? appended : { kind: 'written', kept: disk.promise }
    },
  }
  const opened = await openOffice({
    settings,
    log,
    clock,
    draw: () => draw(),
    nameOf: (id) => id,
    records: () => NO_RECORDS,
    onFailure: (error) => void failures.push(error),
    onLost: (error) => void failures.push(error),
  })
  appends = []
  return opened
}

async function reopen(settings = hasty()): Promise<void> {
  await office.close()
  office = await open(settings)
}

function ask<N extends CommandName>(name: N, by: Actor, body: CommandBody<N>, key?: string): Promise<Answer> {
  const command = { type: name, ...body } as unknown as Command // the pair of name and body is N's
  return office.ask({
    command,
    by,
    isSupervisor: false,
    role: null,
    key: key === undefined ? null : { key, fingerprint: `${name} ${JSON.stringify(body)}` },
  })
}
/** Moves the clock, and waits until what it made happen is on the disk. */
async function moveTo(to: Instant): Promise<void> {
  clock.moveTo(to)
  await office.settled()
}
const issue = (key?: string) => ask('issue-ticket', kiosk, { service: payment }, key)
const types = async () => (await store.log.ofDay('pernik' as OfficeId, today)).map(({ type }) => type)
const facts = (answers: readonly Answer[]) =>
  answers.map((answer) =>
    answer.kind === 'done'
      ? (answer.answer as { ticket?: { label: string } }).ticket?.label
      : answer.refusal.code,
  )

// One commit for what has gathered

test('commands that come together share one commit, each decided on what the one before left', async () => {
  const { version: before } = office.day()
  const answers = await Promise.all([
    issue(),
    issue(),
    issue(),
    ask('open-window', clerk(4), { window: 4 }),
    issue(),
  ])

  expect(appends).toHaveLength(1)
  expect(facts(answers)).toEqual(['П 001', 'П 002', 'П 003', undefined, 'П 004'])
  expect(answers.map((answer) => answer.kind === 'done' && answer.version - before)).toEqual([1, 2, 3, 4, 5])
})

test('nobody is answered, and nobody hears, before the commit; after it everyone', async () => {
  const order: string[] = []
  office.onChange(({ version }) => void order.push(`told ${version}, kept ${lastKept()}`))
  const { version } = office.day()
  const asked = [issue(), issue()].map((answer) =>
    answer.then(() => order.push(`answered, kept ${lastKept()}`)),
  )
  expect(lastKept()).toBe(version)
  await Promise.all(asked)

  const kept = version + 2
  expect(order).toEqual([`told ${kept}, kept ${kept}`, `answered, kept ${kept}`, `answered, kept ${kept}`])
})
/** The version that stands in the file, looked at past the store, at once. */
function lastKept(): number {
  const file = new Database(join(folder, 'hall.sqlite'), { readonly: true })
  try {
    const row = file.prepare<[], { version: number }>('select max(version) as version from events').get()
    return row?.version ?? 0
  } finally {
    file.close()
  }
}

test('a refusal shares no commit and stops nobody', async () => {
  const answers = await Promise.all([
    ask('recall', clerk(4), { window: 4 }),
    issue(),
    ask('call-next', clerk(4), { window: 4 }),
  ])

  expect(facts(answers)).toEqual(['window-not-open', 'П 001', 'window-not-open'])
  expect(appends.flat()).toHaveLength(1)
})

test('a refusal alone writes nothing and is told to nobody', async () => {
  let told = 0
  office.onChange(() => void (told += 1))
  await ask('recall', clerk(4), { window: 4 })

  expect([appends.length, told]).toEqual([0, 0])
})

test('two clerks in one commit call two different people', async () => {
  await Promise.all([
    issue(),
    issue(),
    ask('open-window', clerk(4), { window: 4 }),
    ask('open-window', clerk(6), { window: 6 }),
  ])
  appends = []
  const answers = await Promise.all([
    ask('call-next', clerk(4), { window: 4 }),
    ask('call-next', clerk(6), { window: 6 }),
  ])

  expect(facts(answers)).toEqual(['П 001', 'П 002'])
  expect(appends).toHaveLength(1)
})

// While the disk takes its time

test('while the disk takes one commit the next is decided on it, and nobody hears of either', async () => {
  const before = office.day()
  const answered: unknown[] = []
  disk = Promise.withResolvers()
  const asked = [issue().then((answer) => answered.push(answer))]
  await turn()
  const slow = disk
  disk = Promise.withResolvers()
  asked.push(issue().then((answer) => answered.push(answer)))
  await turn()

  expect([(await types()).slice(-2), office.day() === before, answered]).toEqual([
    ['ticket-issued', 'ticket-issued'],
    true,
    [],
  ])
  slow.resolve()
  await turn()
  expect(facts(answered as Answer[])).toEqual(['П 001'])
  expect(office.day().counts.issued).toBe(1)
  disk.resolve()
  await Promise.all(asked)
  expect(facts(answered as Answer[])).toEqual(['П 001', 'П 002'])
  expect(office.day().counts.issued).toBe(2)
})

test('a repetition, and a refusal, wait for the disk that has what they rest on', async () => {
  disk = Promise.withResolvers()
  const answered: string[] = []
  const first = issue('key').then(() => answered.push('first'))
  await turn()
  const repeated = issue('key').then(() => answered.push('repeated'))
  const refused = ask('recall', clerk(4), { window: 4 }).then(() => answered.push('refused'))
  await turn()

  expect([appends.length, answered]).toEqual([1, []])
  disk.resolve()
  await Promise.all([first, repeated, refused])
  expect(answered).toEqual(['first', 'repeated', 'refused'])
})

test('a disk that can’t say what it kept: whoever waits asks the next start again, and nothing more is taken', async () => {
  const before = office.day()
  let told = 0
  office.onChange(() => void (told += 1))
  disk = Promise.withResolvers()
  const asked = [issue()]
  await turn()
  asked.push(issue())
  await turn()
  const failure = new Error('input/output error')
  disk.reject(failure)

  expect(facts(await Promise.all(asked))).toEqual(['not-ready', 'not-ready'])
  expect([told, failures, office.day() === before]).toEqual([0, [failure], true])
  expect(facts([await issue()])).toEqual(['not-ready'])
})

test('a database that is found damaged: whoever asked asks the next start again, and nothing more is taken', async () => {
  failWith = new StoreLost('the database is damaged')
  expect(facts(await Promise.all([issue(), issue()]))).toEqual(['not-ready', 'not-ready'])
  expect(failures).toEqual([failWith])
  failWith = null
  expect(facts([await issue()])).toEqual(['not-ready'])
})

/** Lets what was asked be decided, as far as it goes. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

// Keys

test('a repetition in the same commit, and one after it, get the first answer', async () => {
  const [first, second] = await Promise.all([issue('key'), issue('key')])
  const third = await issue('key')

  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect((await types()).filter((type) => type === 'ticket-issued')).toHaveLength(1)
})

test('a repetition gets the first answer also after a restart', async () => {
  const first = await issue('key')
  await reopen()

  expect(await issue('key')).toEqual(first)
})

test('the same key for something else is refused, also in the same commit', async () => {
  const answers = await Promise.all([
    issue('key'),
    ask('issue-ticket', kiosk, { service: payment, priority: true }, 'key'),
  ])

  expect(facts(answers)).toEqual(['П 001', 'key-reused'])
})

test('a command that changes nothing is remembered under its key as well', async () => {
  await ask('open-window', clerk(4), { window: 4 })
  const first = await ask('open-window', clerk(4), { window: 4 }, 'again')
  await ask('close-window', clerk(4), { window: 4 })

  expect(await ask('open-window', clerk(4), { window: 4 }, 'again')).toEqual(first)
  expect(office.day().windows.find(({ number }) => number === 4)?.status.kind).toBe('closed')
})

// When the database refuses

test('a commit that fails rejects all who shared it and changes nothing; the next command works', async () => {
  await issue()
  const before = office.day()
  let told = 0
  office.onChange(() => void (told += 1))
  failWith = new Error('the disk is full')
  const outcomes = await Promise.allSettled([issue('a'), issue('b'), ask('recall', clerk(1), { window: 1 })])

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(office.day()).toBe(before)
  expect([told, failures]).toEqual([0, [failWith]])

  failWith = null
  expect(facts([await issue('a')])).toEqual(['П 002'])
  expect((await store.log.verify('pernik' as OfficeId, null)).ok).toBe(true)
})

test('an alarm that cannot be written rings again a second later', async () => {
  failWith = new Error('the disk is full')
  clock.moveTo(officeTime('2026-11-25T17:00'))
  expect(office.day().phase).toBe('open')
  failWith = null
  await moveTo(after(clock.now(), 2 * SECOND))

  expect(office.day().phase).toBe('finishing')
})

test('a command that breaks the rules’ own code fails alone', async () => {
  let drawn = 0
  draw = () => {
    drawn += 1
    if (drawn === 2) throw new Error('no chance left')
    return drawTicketCode()
  }
  const outcomes = await Promise.allSettled([issue(), issue(), issue()])

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(facts([await issue()])).toEqual(['П 003'])
  expect(failures).toMatchObject([{ message: 'no chance left' }])
})

test('a code that was drawn before fails its commit, and the hall goes on', async () => {
  await issue()
  const [ticket] = office.day().waiting.ordinary
  draw = () => ticket?.code ?? drawTicketCode()
  await expect(issue()).rejects.toThrow()
  draw = drawTicketCode

  expect(facts([await issue()])).toEqual(['П 002'])
})

// The clock

test('the hall opens, finishes, closes and changes the date by the clock alone', async () => {
  const told: string[] = []
  office.onChange(({ phase, date }) => void told.push(`${date} ${phase}`))
  await issue()
  for (const time of ['25T17:00', '25T19:00', '26T00:00', '26T08:30'])
    await moveTo(officeTime(`2026-11-${time}`))

  expect(told).toEqual([
    '2026-11-25 open',
    '2026-11-25 finishing',
    '2026-11-25 closed',
    '2026-11-26 before-opening',
    '2026-11-26 open',
  ])
  expect((await types()).slice(-4)).toEqual([
    'hall-finishing',
    'ticket-unserved',
    'hall-closed',
    'reception-day-ended',
  ])
})

test('at the limit whoever waits is closed as unserved, with the reason and an apology', async () => {
  await Promise.all([issue(), issue()])
  await moveTo(officeTime('2026-11-25T19:00'))

  const events = (await store.log.ofDay('pernik' as OfficeId, today)).map(readLink)
  expect(events.filter(({ event }) => event.type === 'ticket-unserved')).toMatchObject(
    ['П 001', 'П 002'].map((label) => ({
      by: { kind: 'clock' },
      at: officeTime('2026-11-25T19:00'),
      event: { label, reason: 'closing-limit', apology: 'lost-time', waitedMs: 525 * MINUTE },
    })),
  )
  expect(office.day().counts).toMatchObject({ unserved: 2, apologies: 2 })
})

test('each phase begins at its millisecond, not before', async () => {
  const phaseAt = async (time: Instant) => {
    await moveTo(time)
    return office.day().phase
  }
  const [closes, limit] = [officeTime('2026-11-25T17:00'), officeTime('2026-11-25T19:00')]

  const phases = []
  for (const time of [after(closes, -1), closes, after(limit, -1), limit]) phases.push(await phaseAt(time))
  expect(phases).toEqual(['open', 'finishing', 'finishing', 'closed'])
})

test('a command that comes before a late alarm meets the day as it is by now', async () => {
  const late = { ...clock, at: () => () => {} } // rings never
  clock = late
  await reopen()
  late.moveTo(officeTime('2026-11-25T17:00'))

  expect(facts([await issue()])).toEqual(['no-more-tickets'])
  expect(office.day().phase).toBe('finishing')
})

test('the order of the line is told anew when time alone has changed it', async () => {
  await issue()
  await moveTo(after(clock.now(), 4 * MINUTE))
  await ask('issue-ticket', kiosk, { service: payment, priority: true })
  const told: Day[] = []
  office.onChange((day) => void told.push(day))
  // Waited × 3 overtakes waited × 1 after two minutes more.
  await moveTo(after(clock.now(), 3 * MINUTE))

  expect(told).toHaveLength(1)
  expect((await types()).at(-1)).toBe('order-changed')
})

test('after three days asleep the hall is in today, and says what happened in the days between', async () => {
  await issue()
  await office.close()
  clock.moveTo(officeTime('2026-11-28T10:00')) // a Saturday
  office = await open(hasty())

  expect(office.day()).toMatchObject({ date: '2026-11-28', phase: 'closed-day' })
  expect(await types()).toEqual(expect.arrayContaining(['ticket-unserved', 'hall-closed']))
  expect((await store.log.verify('pernik' as OfficeId, null)).ok).toBe(true)
})

test('instants never run backwards, though the clock is set back', async () => {
  await issue()
  await moveTo(officeTime('2026-11-25T09:00'))
  await issue()
  await moveTo(officeTime('2026-11-25T10:20'))
  await issue()
  const instants = (await store.log.ofDay('pernik' as OfficeId, today)).map(({ at }) => at)

  expect(instants).toEqual([...instants].sort((a, b) => a - b))
  expect(instants.slice(-3)).toEqual(
    ['10:15', '10:15', '10:20'].map((time) => officeTime(`2026-11-25T${time}`)),
  )
  expect(
    facts([
      await ask('open-window', clerk(4), { window: 4 }),
      await ask('call-next', clerk(4), { window: 4 }),
    ]),
  ).toEqual([undefined, 'П 001'])
})

test('a clock that was set back during a restart does not open a day that is over', async () => {
  await issue()
  await office.close()
  clock = handClock(officeTime('2026-11-24T12:00'))
  office = await open(hasty())

  expect(office.day()).toMatchObject({ date: '2026-11-25', phase: 'open' })
  expect(facts([await issue()])).toEqual(['П 002'])
})

// Starting and ending

test('a new office opens its day with everything by which it will be decided', async () => {
  const [first, second] = (await store.log.ofDay('pernik' as OfficeId, today)).map(readLink)

  expect(first).toMatchObject({
    version: 1,
    by: { kind: 'clock' },
    event: {
      type: 'day-opened',
      date: '2026-11-25',
      settings: hasty(),
      plan: { working: true },
      next: { date: '2026-11-26' },
    },
  })
  expect(second?.event).toEqual({ type: 'hall-opened', due: officeTime('2026-11-25T08:30') })
})

test('after a restart the day is the same to the last field', async () => {
  await Promise.all([issue(), issue(), issue(), ask('open-window', clerk(4), { window: 4 })])
  await ask('call-next', clerk(4), { window: 4 })
  await ask('start-service', clerk(4), { window: 4 })
  await ask('finish-service', clerk(4), { window: 4, callNext: true })
  await ask('hold', clerk(4), { window: 4 })
  await ask('ask-assistance', kiosk, {})
  const before = office.day()
  await reopen()

  expect(office.day()).toEqual(before)
  expect(appends).toEqual([])
})

test('after a restart the day is the same, also when someone asked for help the evening before', async () => {
  await ask('ask-assistance', kiosk, {})
  await moveTo(officeTime('2026-11-26T09:00'))
  const before = office.day()
  await reopen()

  expect(office.day()).toEqual(before)
})

test('settings that changed between two starts are recorded, and hold from then on', async () => {
  await issue()
  const stricter = { ...hasty(), dispatch: { ...hasty().dispatch, standardMinutes: 10 } }
  await reopen(stricter)

  expect((await store.log.ofDay('pernik' as OfficeId, today)).map(readLink).at(-1)).toMatchObject({
    by: { kind: 'clock' },
    event: { type: 'settings-changed', settings: { dispatch: { standardMinutes: 10 } } },
  })
  expect(office.day().settings).toEqual(stricter)
  expect(office.day().waiting.ordinary).toHaveLength(1)
  await reopen(stricter)
  expect((await types()).filter((type) => type === 'settings-changed')).toHaveLength(1)
})

test('hours that changed between two starts do not break the promise of a day that has begun', async () => {
  const shorter = {
    ...hasty(),
    hours: { ...pernik().hours, closes: '12:00' as OfficeSettings['hours']['closes'] },
  }
  await reopen(shorter)

  expect(office.day().plan.closesAt).toBe(officeTime('2026-11-25T17:00'))
  await moveTo(officeTime('2026-11-26T09:00'))
  expect(office.day().plan.closesAt).toBe(officeTime('2026-11-26T12:00'))
})

test('closing answers what was accepted, and then takes nothing more', async () => {
  const accepted = [issue(), issue(), issue()]
  await office.close()

  expect((await types()).filter((type) => type === 'ticket-issued')).toHaveLength(3)
  expect(facts(await Promise.all(accepted))).toEqual(['П 001', 'П 002', 'П 003'])
  expect(facts([await issue()])).toEqual(['not-ready'])
})

test('a closed office does not hear the clock', async () => {
  await office.close()
  clock.moveTo(officeTime('2026-11-25T19:00'))

  expect(await types()).not.toContain('hall-finishing')
})

test('who has stopped listening hears nothing more', async () => {
  let told = 0
  const stop = office.onChange(() => void (told += 1))
  await issue()
  stop()
  await issue()

  expect(told).toBe(1)
})

test('a label is the same in the answer, in the log and in the row', async () => {
  await issue()
  const [ticket] = office.day().waiting.ordinary

  expect(ticket?.id).toBe('2026-11-25/П-001' as TicketId)
  expect(
    await store.tickets.past('pernik' as OfficeId, today, ticket?.code ?? ('' as TicketCode)),
  ).toMatchObject({
    label: 'П 001',
  })
  expect(instant(ticket?.issuedAt ?? 0)).toBe(clock.now())
})

// Other programs on the same database

/** Another program gives a ticket: it is in the log, and this office has not heard of it. */
async function issueElsewhere(number: number): Promise<number> {
  const version = ((await store.log.lastVersion(hasty().id)) ?? 0) + 1
  const event = {
    type: 'ticket-issued',
    ticket: `${today}/П-${number}` as TicketId, // the form is TicketId's
    label: `П ${String(number).padStart(3, '0')}`,
    code: drawTicketCode(),
    letter: 'П',
    number,
    service: payment,
    priority: false,
    language: 'bg',
    presentAtClosing: false,
  } as const
  const events = [{ version, at: clock.now(), by: kiosk, event }]
  await store.log.append(hasty().id, [{ day: today, events, command: null }])
  return version
}

test('what another program writes while the log is being read is read too', async () => {
  const first = await issueElsewhere(1)
  const second: Promise<number>[] = []
  onRead = () => {
    // Once: it comes just after this reading, and is told before the reading is done with.
    if (second.length > 0) return
    second.push(issueElsewhere(2))
    tellNews(first + 1)
  }
  tellNews(first)
  await office.settled()
  await Promise.all(second)
  await office.settled()

  expect(office.day().version).toBe(first + 1)
})

test('what another program writes while an office is being opened is read too', async () => {
  await office.close()
  const next = (await store.log.lastVersion(hasty().id)) + 1
  const other: Promise<number>[] = []
  const opening = open(hasty())
  onRead = () => {
    if (other.length > 0) return
    other.push(issueElsewhere(1))
    tellNews(next)
  }
  office = await opening
  await Promise.all(other)
  await office.settled()

  expect(office.day().counts.issued).toBe(1)
})
