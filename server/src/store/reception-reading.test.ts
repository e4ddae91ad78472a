import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appointmentNumber } from '#shared/appointment-numbers.ts'
import { AppointmentCode, LocalDate, LocalTime, OfficeId, OfficialId, StaffId, UnitId } from '#shared/ids.ts'
import { instant } from '#shared/instant.ts'
import type { DayEvent } from '../domain/events.ts'
import { personOf, type PersonRecord } from '../domain/reception/person.ts'
import { STORES, type StorePlace } from '../../../tests/harness/stores.ts'
import type { Looking } from './reception-store.ts'
import type { Appended, Store } from './store.ts'

const office = OfficeId.parse('pernik')
const mayor = OfficialId.parse('mayor')
const day = LocalDate.parse('2026-11-25')
const next = LocalDate.parse('2026-12-02')
const looking: Looking = { at: instant(5_000), by: 'secretary', as: 'secretary', why: 'person' }

describe.each(STORES)('Reception days in %s', (_name, kind) => {
  const database = kind()
  let place: StorePlace
  let store: Store
  let version: number
  beforeAll(database.begin)
  afterAll(database.end)
  beforeEach(async () => {
    place = await database.place()
    store = await place.open()
    version = 0
  })
  afterEach(async () => {
    await store.close()
    await place.gone()
  })

  async function happens(event: DayEvent, persons: readonly PersonRecord[] = []): Promise<Appended['kind']> {
    version += 1
    const by = { kind: 'staff', id: StaffId.parse('secretary') } as const
    const appended = await store.log.append(office, [
      {
        day,
        events: [{ version, at: instant(version * 1_000), by, event }],
        persons: persons.map((person) => ({ kind: 'recorded', person })),
        command: null,
      },
    ])
    return appended.kind
  }

  function made(count: number, time: string | null, date = next): DayEvent {
    return {
      type: 'appointment-made',
      number: appointmentNumber(count),
      code: AppointmentCode.parse(`code${String(count).padStart(12, '0')}`),
      official: mayor,
      date,
      time: time === null ? null : LocalTime.parse(time),
      language: 'bg',
      walkIn: false,
    }
  }

  function person(count: number, change: object = {}): PersonRecord {
    const written = {
      givenName: 'Проба',
      familyName: 'Пробна',
      telephone: '0887 55 66 77',
      subject: 'Осветление',
      description: 'Лампите не светят.',
      ...change,
    }
    const result = personOf(appointmentNumber(count), written, null)
    if (!result.ok) throw new Error(result.refusal.code)
    return result.value
  }

  const ended = (
    count: number,
    outcome: Extract<DayEvent, { type: 'outcome-recorded' }>['outcome'],
  ): DayEvent => ({
    type: 'outcome-recorded',
    number: appointmentNumber(count),
    outcome,
  })

  describe('People', () => {
    test('are written down with the event that speaks of them, or not at all', async () => {
      await happens(made(1, '09:00'), [person(1)])
      expect(await happens(made(2, '09:00'), [person(2)])).toBe('behind')

      expect(await store.reception.hasPerson(office, appointmentNumber(1))).toBe(true)
      expect(await store.reception.hasPerson(office, appointmentNumber(2))).toBe(false)
      expect(await store.reception.find(office, appointmentNumber(2))).toBeNull()
    })

    test('are read by nobody without a record of it', async () => {
      await happens(made(1, '09:00'), [person(1)])
      const numbers = [appointmentNumber(1), appointmentNumber(7)]

      expect(await store.reception.read(office, numbers, looking)).toEqual([person(1)])
      expect(await store.reception.looks(office, appointmentNumber(1))).toEqual([
        { ...looking, number: 'ПД-0001' },
      ])
      expect(await store.reception.looks(office, appointmentNumber(7))).toEqual([])
    })

    test('of a day long past go with the first event of a day; of later days they stay, and so do the rows', async () => {
      await happens(made(1, '09:00', day), [person(1)])
      await happens(made(2, '09:00', next), [person(2)])
      const opened = { number: 2, exceptions: [], appointments: [], erasedThrough: day }
      await happens({ type: 'day-opened', date: day, reception: opened } as unknown as DayEvent) // as much of it as rows are made from

      expect(await store.reception.hasPerson(office, appointmentNumber(1))).toBe(false)
      expect(await store.reception.hasPerson(office, appointmentNumber(2))).toBe(true)
      expect(await store.reception.find(office, appointmentNumber(1))).toMatchObject({ date: day })
    })

    test('go when they want it', async () => {
      await happens(made(1, '09:00'), [person(1)])
      await happens({ type: 'person-erased', number: appointmentNumber(1) })
      expect(await store.reception.read(office, [appointmentNumber(1)], looking)).toEqual([])
    })
  })

  describe('The same question', () => {
    test('is known by telephone, name and subject, or by its file, once it has been answered', async () => {
      const file = person(1, { fileNumber: '94-Г-12/2026' })
      await happens(made(1, '09:00'), [file])
      const same = person(2, { givenName: 'ПРОБА', subject: '„осветление“', telephone: '+359 887 556 677' })
      expect(await store.reception.answered(office, same)).toBeNull()
      await happens(ended(1, { kind: 'answered' }))

      expect(await store.reception.answered(office, same)).toEqual({ number: 'ПД-0001', date: next })
      const byFile = person(3, { subject: 'Друго', fileNumber: '94 Г 12 2026' })
      expect(await store.reception.answered(office, byFile)).toMatchObject({ number: 'ПД-0001' })
      for (const other of [{ subject: 'Друго' }, { familyName: 'Друга' }, { telephone: '0887 55 66 78' }]) {
        expect(await store.reception.answered(office, person(4, other))).toBeNull()
      }
    })
  })

  test('Figures are counted by month of the reception day, without anyone in them', async () => {
    const unit = UnitId.parse('cleaning')
    await happens(made(1, '08:30'), [person(1)])
    await happens(made(2, '09:00'), [person(2)])
    await happens(made(3, '09:30'), [person(3)])
    await happens(made(4, '10:00'), [person(4)])
    await happens(made(5, null), [person(5)])
    const to = { official: mayor, date: next, time: LocalTime.parse('11:00') }
    await happens({
      type: 'appointment-moved',
      number: appointmentNumber(4),
      from: { ...to, time: LocalTime.parse('10:00') },
      to,
    })
    await happens(ended(1, { kind: 'answered' }))
    await happens(ended(2, { kind: 'passed-on', unit, due: LocalDate.parse('2026-12-09') }))
    await happens({ type: 'answer-given', number: appointmentNumber(2), inTime: true })
    await happens(ended(3, { kind: 'answer-to-follow', due: LocalDate.parse('2026-12-10') }))
    await happens(ended(4, { kind: 'did-not-come' }))
    await happens({ type: 'reception-day-ended', held: [mayor], passed: [appointmentNumber(5)] })
    await happens({ type: 'question-routed', unit, official: mayor })

    const months = await store.reception.figures(office, 2026, LocalDate.parse('2026-12-11'))
    expect(months).toHaveLength(12)
    expect(months[11]).toEqual({
      month: '2026-12',
      held: 0,
      signedUp: 4,
      walkIns: 0,
      received: 3,
      answered: 1,
      passedOn: 1,
      answerToFollow: 1,
      didNotCome: 1,
      left: 0,
      moved: 1,
      cancelled: 0,
      owed: 2,
      answeredInTime: 1,
      answeredLate: 0,
      overdue: 1,
      routed: 0,
    })
    expect(months[10]).toMatchObject({ month: '2026-11', held: 1, routed: 1, signedUp: 0 })
  })

  test('Who gave up the list with an offer on the table never had that time, and counts as nobody signed up', async () => {
    await happens(made(1, null), [person(1)])
    await happens({
      type: 'slot-offered',
      number: appointmentNumber(1),
      date: next,
      time: LocalTime.parse('08:30'),
      until: instant(9_000),
    })
    await happens({ type: 'appointment-cancelled', number: appointmentNumber(1), end: 'cancelled' })
    const [december] = (await store.reception.figures(office, 2026, LocalDate.parse('2026-12-11'))).slice(11)
    expect(december).toMatchObject({ signedUp: 0, cancelled: 1 })
  })

  test('A calendar address is worth something until the next is given out, or it is taken back', async () => {
    const { feeds } = store.reception
    await feeds.give(office, mayor, 'one', instant(1_000))
    expect(await feeds.bySecret('one')).toEqual({ office, official: mayor })
    await feeds.give(office, mayor, 'two', instant(2_000))
    expect([await feeds.bySecret('one'), await feeds.since(office, mayor)]).toEqual([null, 2_000])
    await feeds.revoke(office, mayor)
    expect([await feeds.bySecret('two'), await feeds.since(office, mayor)]).toEqual([null, null])
  })
})
