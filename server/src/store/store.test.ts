import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LocalDate, OfficeId, ServiceId, StaffId, TicketCode, TicketId } from '#shared/ids.ts'
import { instant } from '#shared/instant.ts'
import { STORES, type StorePlace } from '../../../tests/harness/stores.ts'
import type { DayEvent } from '../domain/events.ts'
import { entry, issued, pernik, recorded, today } from '../../../tests/support/log-entries.ts'
import { UNGUARDED } from '../../../tests/support/tampering.ts'
import { readLink } from './chain.ts'
import { StoreRefused } from './lock.ts'
import type { Store } from './store.ts'

const tomorrow = '2026-11-26' as LocalDate // the form is LocalDate's

describe.each(STORES)('A hall in %s', (name, kind) => {
  const database = kind()
  let place: StorePlace
  let store: Store
  beforeAll(database.begin)
  afterAll(database.end)
  beforeEach(async () => {
    place = await database.place()
    store = await place.open()
  })
  afterEach(async () => {
    await store.close()
    await place.gone()
  })

  /** What was done under a key. */
  const done = async (key: string, office = pernik) => (await store.log.doneUnder(office, [key])).get(key)
  const counts = () =>
    Promise.all(
      ['events', 'tickets', 'commands'].map((table) => place.meddle(`select count(*) as n from ${table}`)),
    )

  test('what was appended is read back as it was recorded', async () => {
    await store.log.append(pernik, [entry(1, issued(1), 'key-1'), entry(2, issued(2))])

    expect((await store.log.ofDay(pernik, today)).map(readLink)).toEqual([
      recorded(1, issued(1)),
      recorded(2, issued(2)),
    ])
    expect(await done('key-1')).toEqual({
      fingerprint: 'asked key-1',
      version: 1,
      answer: '{"n":1}',
    })
    expect(await done('key-2')).toBeUndefined()
    expect(await done('key-1', 'sofia' as OfficeId)).toBeUndefined()
  })

  test.each([
    ['a version that is taken', () => [entry(2, issued(2), 'b'), entry(1, issued(3), 'c')]],
    [
      'a number that was given',
      () => [entry(2, issued(2), 'b'), entry(3, { ...issued(1), ticket: `${today}/twin` } as DayEvent, 'c')],
    ],
    ['a code that was drawn', () => [entry(2, issued(2), 'b'), entry(3, issued(3, 'code-of-00000001'), 'c')]],
    ['a key that was used', () => [entry(2, issued(2), 'b'), entry(3, issued(3), 'a')]],
  ])('an append with %s leaves nothing of itself, and the log goes on', async (_what, entries) => {
    await store.log.append(pernik, [entry(1, issued(1), 'a')])
    const before = await counts()

    expect(await store.log.append(pernik, entries())).toEqual({ kind: 'behind' })
    expect(await counts()).toEqual(before)
    expect(await done('b')).toBeUndefined()

    await store.log.append(pernik, [entry(2, issued(4), 'd')])
    expect(await store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 2 })
  })

  test('whoever of a day past was served stays served, though the log has the number handed in once more', async () => {
    const ticket = `${today}/Г-801` as TicketId // the form is TicketId's
    const about = { ticket, label: 'Г 801', date: today }
    const late = (code: string) =>
      ({
        ...about,
        type: 'late-ticket-recorded',
        code: code as TicketCode, // the form is TicketCode's
        letter: 'Г',
        number: 801,
        service: 'payment' as ServiceId, // the form is ServiceId's
        priority: false,
        language: 'bg',
        issuedAt: instant(1_000),
        apology: 'lost-time',
      }) as const
    const served = {
      ...about,
      type: 'served-on-paper',
      window: 3,
      service: null,
      startedAt: instant(1_100),
      finishedAt: instant(1_200),
      outcome: 'served',
    } as const
    expect(await store.tickets.stateOf(pernik, ticket)).toBeNull()
    await store.log.append(pernik, [entry(1, late('code-of-the-801st'), null, tomorrow)])
    expect(await store.tickets.stateOf(pernik, ticket)).toBe('unserved')
    await store.log.append(pernik, [entry(2, served, null, tomorrow)])
    await store.log.append(pernik, [entry(3, late('another-for-the-801st'), null, tomorrow)])

    expect(await store.tickets.stateOf(pernik, ticket)).toBe('finished')
    expect(await store.tickets.stateOf('sofia' as OfficeId, ticket)).toBeNull() // the form is OfficeId's
    expect(await place.meddle('select code, apology from tickets')).toMatchObject([
      { code: 'code-of-the-801st', apology: 'lost-time' },
    ])
  })

  test('two offices have two chains in one file', async () => {
    const sofia = 'sofia' as OfficeId // the form is OfficeId's
    await store.log.append(pernik, [entry(1, issued(1))])
    await store.log.append(sofia, [entry(1, issued(1, 'code-in-sofia-01'))])
    await store.log.append(pernik, [entry(2, issued(2))])

    expect([...(await store.log.offices())].sort()).toEqual(['pernik', 'sofia'])
    expect(await store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 2 })
    expect(await store.log.verify(sofia, null)).toMatchObject({ ok: true, events: 1 })
  })

  test('the chain goes on after the file was closed and opened again', async () => {
    await store.log.append(pernik, [entry(1, issued(1), 'a')])
    await store.close()
    store = await place.open()
    await store.log.append(pernik, [entry(2, issued(2))])

    expect(await store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 2 })
    expect((await done('a'))?.version).toBe(1)
    expect(await store.log.lastInstant()).toBe(2_000)
  })

  test('old answers are forgotten, young ones are not', async () => {
    await store.log.append(pernik, [entry(1, issued(1), 'old'), entry(2, issued(2), 'young')])

    expect(await store.log.forgetCommandsBefore(instant(2_000))).toBe(1)
    expect(await done('old')).toBeUndefined()
    expect(await done('young')).toBeDefined()
  })

  // The proof

  /** Changes the log past the store, as somebody does who may change the database itself. */
  const tamper = async (text: string) => {
    await place.meddle(name === 'SQLite' ? UNGUARDED.SQLite : UNGUARDED.PostgreSQL)
    await place.meddle(text)
  }

  /** Ten events of one day and five of the next. */
  async function twoDays() {
    await store.log.append(
      pernik,
      Array.from({ length: 15 }, (_, index) =>
        entry(index + 1, issued(index + 1), null, index < 10 ? today : tomorrow),
      ),
    )
  }
  const brokenAt = async (day: LocalDate | null) => {
    const verdict = await store.log.verify(pernik, day)
    return verdict.ok ? null : verdict.brokenAt
  }

  test('a log that nobody touched is proved, day by day and whole', async () => {
    await twoDays()

    expect(await store.log.verify(pernik, today)).toMatchObject({ ok: true, events: 10 })
    expect(await store.log.verify(pernik, tomorrow)).toMatchObject({ ok: true, events: 5 })
    expect(await store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 15 })
  })

  test.each([
    ['at', 'at + 1'],
    ['actor_id', `'kiosk-2'`],
    ['actor_kind', `'staff'`],
    ['actor_id', 'null'],
    ['type', `'ticket-left'`],
    ['body', `replace(body, 'Г 004', 'Г 044')`],
    ['body', `body || ' '`],
    ['previous', `upper(previous)`],
    ['hash', `'${'0'.repeat(64)}'`],
  ])('an altered %s (%s) is found, and its link is named first', async (column, value) => {
    await twoDays()
    await tamper(`update events set ${column} = ${value} where version = 4`)

    expect(await brokenAt(today)).toBe(4)
    expect(await brokenAt(null)).toBe(4)
    expect(await brokenAt(tomorrow)).toBeNull()
  })

  test('of two altered rows the first is named', async () => {
    await twoDays()
    await tamper(`update events set at = at + 1 where version in (3, 8)`)

    expect(await brokenAt(null)).toBe(3)
  })

  test.each([1, 4, 9])('the deleted row %i is missed at the next one', async (version) => {
    await twoDays()
    await tamper(`delete from events where version = ${version}`)

    expect(await brokenAt(today)).toBe(version + 1)
    expect(await brokenAt(null)).toBe(version + 1)
  })

  test('the last row of a day is missed too, by that day’s own proof', async () => {
    await twoDays()
    await tamper('delete from events where version = 10')

    expect((await store.log.verify(pernik, null)).ok).toBe(false)
    expect((await store.log.verify(pernik, today)).ok).toBe(false)
  })

  test('two rows that changed places are found', async () => {
    await twoDays()
    await tamper(`update events set version = 100 where version = 4;
               update events set version = 4 where version = 5;
               update events set version = 5 where version = 100`)

    expect(await brokenAt(null)).toBe(4)
  })

  test('a row that was moved to another day is found by both days', async () => {
    await twoDays()
    await tamper(`update events set day = '${tomorrow}' where version = 10`)

    expect((await store.log.verify(pernik, null)).ok).toBe(false)
    expect((await store.log.verify(pernik, tomorrow)).ok).toBe(false)
    expect((await store.log.verify(pernik, today)).ok).toBe(false)
  })

  test('a row that was put in at the end, with a right hash of its own, is found by its missing tie', async () => {
    await twoDays()
    await place.meddle(
      `insert into events select office, 16, day, at, actor_kind, actor_id, type, body, previous, hash from events where version = 15`,
    )

    expect(await brokenAt(null)).toBe(16)
  })

  test.each([
    `update events set body = body || ' ' where version = 2`,
    'delete from events where version = 2',
    'delete from events',
  ])('the database itself refuses to change the log: %s', async (text) => {
    await store.log.append(pernik, [entry(1, issued(1)), entry(2, issued(2))])

    await expect(place.meddle(text)).rejects.toThrow('the log is append-only')
    expect(await store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 2 })
  })

  test('an end that was cut off is missed, because a command was answered beyond it', async () => {
    await store.log.append(
      pernik,
      [1, 2, 3, 4].map((n) => entry(n, issued(n), `key-${n}`)),
    )
    await tamper('delete from events where version > 2')

    const missing = {
      ok: false,
      events: 2,
      brokenAt: 3,
      why: expect.stringMatching(/answered with version 4\b/),
    }
    expect(await store.log.verify(pernik, null)).toMatchObject(missing)
    expect(await store.log.verify(pernik, today)).toMatchObject(missing)
  })

  test('when the answers are gone too, the tickets tell that the end is missing', async () => {
    await store.log.append(
      pernik,
      [1, 2, 3].map((n) => entry(n, issued(n))),
    )
    await tamper('delete from events where version > 2')

    expect(await store.log.verify(pernik, null)).toMatchObject({
      brokenAt: 3,
      why: expect.stringContaining('3 tickets since 2026-11-25, 2 of them in the log'),
    })
  })

  test('whatever else has gone on where the log ends proves that its end is missing', async () => {
    await store.log.append(pernik, [entry(1, issued(1)), entry(2, issued(2))])
    const rows = {
      calls: `(office, version, day, ticket, service, "window", clerk, reason, called_at)
        values ('pernik', 9, '${today}', '${today}/Г-1', 's', 1, 'c', '{}', 1)`,
      routed_questions: `(office, version, date, unit) values ('pernik', 9, '${today}', 'legal')`,
      announcements: `(office, number, day, call, label, board, telling, at, languages, heard_at, previous, hash)
        values ('pernik', 1, '${today}', 9, 'Г 001', 'b', 'shown', 1, '', 1, '-', '-')`,
      print_jobs: `(office, id, day, kind, ticket, printer, asked_by, state, queued_at)
        values ('pernik', 'a', '${today}', 'ticket', '${today}/Г-7', 'p', 'k', 'queued', 1),
               ('pernik', 'b', '${today}', 'ticket', '${today}/Г-8', 'p', 'k', 'queued', 1),
               ('pernik', 'c', '${today}', 'ticket', '${today}/Г-9', 'p', 'k', 'queued', 1)`,
      appointments: `(office, number, code, official, date, state, walk_in, moves, made_at)
        values ('pernik', 'ПД-0001', 'code-of-somebody', 'mayor', '${tomorrow}', 'listed', false, 0, 2001)`,
    }
    const why: Record<string, string | null> = {}
    for (const [table, row] of Object.entries(rows)) {
      await place.meddle(`insert into ${table} ${row}`)
      const verdict = await store.log.verify(pernik, null)
      why[table] = verdict.ok ? null : verdict.why
      await place.meddle(`delete from ${table}`)
    }

    expect(why).toEqual({
      calls: expect.stringContaining('a ticket was called with version 9'),
      routed_questions: expect.stringContaining('a question went to a unit with version 9'),
      announcements: expect.stringContaining('a board has told the call with version 9'),
      print_jobs: expect.stringContaining(`3 tickets since ${today}, 2 of them in the log`),
      appointments: expect.stringContaining('an appointment was made at'),
    })
    expect(await brokenAt(null)).toBeNull()
  })

  test('an earlier day is proved though the end of a later one is missing, and a whole log that is gone is missed', async () => {
    await store.log.append(pernik, [entry(1, issued(1), 'a'), entry(2, issued(2), 'b', tomorrow)])
    await store.log.append(pernik, [entry(3, issued(3), 'c', tomorrow)])
    await tamper('delete from events where version = 3')
    expect(await brokenAt(today)).toBeNull()
    expect([await brokenAt(tomorrow), await brokenAt(null)]).toEqual([3, 3])

    await place.meddle('delete from events')
    expect([await brokenAt(today), await brokenAt(null)]).toEqual([1, 1])
  })

  test('a session ends at its hour, and with its holder', async () => {
    const user = 'clerk1' as StaffId // the form is StaffId's
    await store.staff.add({
      user,
      name: 'Служител',
      role: 'clerk',
      passwordHash: '-',
      active: true,
      createdAt: instant(0),
    })
    await store.sessions.add({
      tokenHash: 'a',
      user,
      createdAt: instant(0),
      expiresAt: instant(1_000),
      idleAt: instant(1_000),
    })

    expect((await store.sessions.holder('a', instant(999)))?.user).toBe(user)
    expect(await store.sessions.holder('a', instant(1_000))).toBeNull()
    await store.staff.change(user, { active: false })
    expect(await store.sessions.holder('a', instant(1))).toBeNull()
    expect(await store.sessions.holder('b', instant(1))).toBeNull()
  })

  test('a password is renewed in the place of the one until now alone, and with it every other session ends', async () => {
    const [now, later] = [instant(1_000), instant(2_000)]
    const user = 'elena' as StaffId // the form is StaffId's
    await store.staff.add({
      user,
      name: 'Елена',
      role: 'clerk',
      passwordHash: 'old',
      active: true,
      createdAt: now,
    })
    for (const tokenHash of ['here', 'elsewhere'])
      await store.sessions.add({ tokenHash, user, createdAt: now, expiresAt: later, idleAt: later })
    const renew = (from: string, to: string) => store.staff.renewPassword({ user, from, to, keeps: 'here' })
    const open = async () => {
      const holders = await Promise.all(['here', 'elsewhere'].map((each) => store.sessions.holder(each, now)))
      return holders.map((holder) => holder?.passwordHash ?? null)
    }
    expect(await renew('another', 'new')).toBe(false)
    expect(await open()).toEqual(['old', 'old'])
    expect(await renew('old', 'new')).toBe(true)
    expect(await open()).toEqual(['new', null])
  })

  test('of links for the first administrator only the newest is worth anything, and of two offered at once one', async () => {
    const now = instant(1_000)
    const offer = (codeHash: string) =>
      store.invitations.offer({ codeHash, createdAt: now, expiresAt: instant(2_000) })
    const open = async (...hashes: readonly string[]) => {
      const areOpen = await Promise.all(hashes.map((hash) => store.invitations.isOpen(hash, now)))
      return hashes.filter((_, index) => areOpen[index])
    }
    await offer('old')
    await offer('new')
    expect(await open('old', 'new')).toEqual(['new'])
    expect(await store.invitations.spend('old', now)).toBe(false)

    await Promise.all(['a', 'b', 'c'].map(offer))
    const [only = '', ...more] = await open('old', 'new', 'a', 'b', 'c')
    expect(more).toEqual([])
    expect(await store.invitations.spend(only, instant(2_000))).toBe(false)
    expect(await Promise.all([1, 2].map(() => store.invitations.spend(only, now)))).toEqual(
      expect.arrayContaining([true, false]),
    )
  })

  test('a training database stays one: it is refused as a real one, and untouched by it', async () => {
    await store.log.append(pernik, [entry(1, issued(1))])
    await store.close()

    await expect(place.open('real')).rejects.toThrow(StoreRefused)
    store = await place.open()
    expect(store.kind).toBe('training')
    expect(await store.log.verify(pernik, null)).toMatchObject({ ok: true, events: 1 })
  })
})
