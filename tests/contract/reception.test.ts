import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startHall, type Hall } from '../harness/hall.ts'
import type { Person } from '../harness/people.ts'
import { officeTime } from '../harness/settings.ts'

/** A reception day from the sign-up at window 7 to the answer, by the API that the screens use. Clerk 7 works at window 7. */

const OFFICE = '/api/offices/pernik'
/** A Wednesday: the deputy mayor's day. The hall of these tests begins the Wednesday before. */
const NEXT = '2026-12-02'

let hall: Hall
let clerk7: Person
let clerk1: Person
let secretary: Person
let deputy: Person
beforeAll(async () => {
  hall = await startHall({ at: '2026-11-25T10:15' })
  clerk7 = await hall.as('clerk7')
  clerk1 = await hall.as('clerk1')
  secretary = await hall.as('secretary')
  deputy = await hall.as('deputy')
  await clerk7.done('open-window', { window: 7 })
  await clerk1.done('open-window', { window: 1 })
})
afterAll(() => hall.close())

const person = (change: object = {}) => ({
  givenName: 'Проба',
  familyName: 'Пробна',
  telephone: '0887 55 66 77',
  subject: 'Осветление',
  description: 'Лампите не светят от месец.',
  ...change,
})
const slot = (time: string, date = NEXT) => ({ official: 'deputy-mayor', date, time })
const signUp = (time: string, who = person(), date = NEXT) =>
  clerk7.done('sign-up', { ...slot(time, date), person: who })

describe('At window 7', () => {
  test('a citizen gets a slot, a number that runs on and a code; the retry gets the same', async () => {
    const body = { ...slot('09:15'), person: person() }
    const first = await clerk7.done('sign-up', body, 'key-sign-up-1')
    expect(first.appointment).toMatchObject({
      number: expect.stringMatching(/^ПД-\d{4}$/),
      code: expect.stringMatching(/^[\w-]{16}$/),
      official: 'deputy-mayor',
      post: { bg: 'Заместник-кмет' },
      room: '207',
      date: NEXT,
      time: '09:15',
    })
    expect(await clerk7.done('sign-up', body, 'key-sign-up-1')).toEqual(first)

    const { view } = await clerk7.view('reception/desk')
    const day = view.officials.find(({ id }) => id === 'deputy-mayor')?.days.find(({ date }) => date === NEXT)
    expect(day).toMatchObject({ slots: 26, taken: 1, left: 25 })
    expect(day?.free).not.toContain('09:15')
  })

  test('and only there: a clerk at another window is told where', async () => {
    expect(await clerk1.command('sign-up', { ...slot('10:00'), person: person() })).toMatchObject({
      status: 409,
      body: { code: 'sign-up-at-window', message: { bg: expect.stringContaining('гише 7') } },
    })
  })

  test('two desks at once want one slot: one gets it, the other is told and shown the nearest free one', async () => {
    const ask = (desk: Person, telephone: string) =>
      desk.command('sign-up', { ...slot('11:00'), person: person({ telephone }) })
    const answers = await Promise.all([ask(clerk7, '0888 12 34 56'), ask(secretary, '0888 65 43 21')])

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'slot-taken',
      slot: { official: 'deputy-mayor', date: NEXT, time: '10:45' },
    })
  })

  test.each([
    [person({ description: 'ЕГН 7501020018' }), 'holds-personal-number', 'person.description'],
    [person({ telephone: '684283' }), 'not-a-telephone', 'person.telephone'],
  ])('what is written wrong is refused by its field', async (who, code, field) => {
    expect(await clerk7.command('sign-up', { ...slot('10:00'), person: who })).toMatchObject({
      status: 409,
      body: { code, field },
    })
  })

  test('a day with no reception, a time that is no slot and one too far ahead are refused with the nearest', async () => {
    const refusals = []
    for (const where of [slot('09:00', '2026-12-03'), slot('12:15'), slot('09:00', '2027-11-24')]) {
      refusals.push((await clerk7.command('sign-up', { ...where, person: person() })).body)
    }
    expect(refusals.map(({ code }) => code)).toEqual([
      'no-reception-that-day',
      'not-a-slot',
      'beyond-horizon',
    ])
    expect(refusals[1]?.slot).toEqual(slot('11:45'))
  })

  test('an appointment is moved and cancelled, by the desk or by the citizen with the code', async () => {
    const { appointment } = await signUp('14:00')
    const { number, code } = appointment
    await clerk7.done('move-appointment', { number, ...slot('14:15') })
    await hall.nobody.done('move-own-appointment', { number, code, date: NEXT, time: '14:30' })
    expect((await hall.nobody.get(`${OFFICE}/appointments/${code}`)).body).toMatchObject({
      number,
      state: 'booked',
      time: '14:30',
      mayMove: true,
    })
    expect(
      await hall.nobody.command('cancel-own-appointment', { number, code: 'AAAAAAAAAAAAAAAA' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'wrong-appointment-code' },
    })
    await hall.nobody.done('cancel-own-appointment', { number, code })
    const { view } = await clerk7.view('reception/desk')
    expect(view.officials[1]?.days.find(({ date }) => date === NEXT)?.free).toContain('14:30')
  })

  test('a question for another unit is routed, and counted without a person', async () => {
    await clerk7.done('route-question', { unit: 'local-taxes', official: 'deputy-mayor' })
    const { body } = await hall.nobody.get(`${OFFICE}/reception/figures?year=2026`)
    expect(body).toMatchObject({ months: { 10: { month: '2026-11', routed: 1 } } })
  })
})

describe('Who the person is', () => {
  test('is read by the desk, the secretary and the receiving official; each look is recorded', async () => {
    const { appointment } = await signUp(
      '15:00',
      person({ telephone: '0899 11 22 33', organisation: 'Сдружение' }),
    )
    const { number, code } = appointment
    const path = `${OFFICE}/reception/persons?numbers=${encodeURIComponent(number)}`
    for (const who of [clerk7, secretary, deputy]) {
      const read = await who.get(path)
      expect(read.headers.get('cache-control')).toBe('no-store')
      expect(read.body).toMatchObject({
        persons: [{ number, familyName: 'Пробна', telephone: '+359899112233', organisation: 'Сдружение' }],
      })
    }
    const mayor = await hall.as('mayor')
    expect((await mayor.get(path)).body).toEqual({ persons: [] })
    expect((await clerk1.get(path)).status).toBe(409)
    for (const who of ['supervisor', 'admin', 'auditor']) {
      expect((await (await hall.as(who)).get(path)).status).toBe(who === 'supervisor' ? 409 : 403)
    }
    const auditor = await hall.as('auditor')
    const looks = await auditor.get(`${OFFICE}/reception/looks?number=${encodeURIComponent(number)}`)
    expect(looks.body).toMatchObject({
      looks: [
        { by: 'clerk7', as: 'desk', why: 'person' },
        { by: 'secretary', as: 'secretary' },
        { by: 'deputy', as: 'official' },
      ],
    })
    const own = await hall.nobody.post(`${OFFICE}/reception/own-data`, { number, code })
    expect(own.body).toMatchObject({
      person: { number, givenName: 'Проба' },
      eraseOn: '2027-03-02',
      looks: [{ by: 'desk' }, { by: 'secretary' }, { by: 'official' }, { by: 'citizen' }],
    })
  })

  test('is erased when the person wants it, and the appointment with it', async () => {
    const { appointment } = await signUp('15:15')
    const { number, code } = appointment
    await hall.nobody.done('erase-own-data', { number, code })
    expect(await hall.nobody.post(`${OFFICE}/reception/own-data`, { number, code })).toMatchObject({
      status: 409,
      body: { code: 'person-erased' },
    })
    expect(
      (await clerk7.get(`${OFFICE}/reception/persons?numbers=${encodeURIComponent(number)}`)).body,
    ).toEqual({ persons: [] })
  })

  test('is never in the answer of a view, whoever looks', async () => {
    for (const view of [
      'reception/desk',
      'reception/secretary',
      'reception/official/deputy-mayor',
    ] as const) {
      const text = JSON.stringify((await secretary.view(view)).view)
      expect(text).not.toMatch(/Пробна|887556677|Осветление/)
    }
  })
})

describe('A full day', () => {
  test('opens its waiting list; a freed slot is kept for the first on it, then for the next', async () => {
    const DAY = '2026-12-16'
    const { view } = await clerk7.view('reception/desk')
    const times = view.officials
      .find(({ id }) => id === 'municipal-secretary')
      ?.days.find(({ date }) => date === DAY)?.free
    expect(times).toHaveLength(9) // 14:00 to 17:00, 20 minutes each
    const where = { official: 'municipal-secretary', date: DAY }
    const early = await clerk7.command('join-waiting-list', { ...where, person: person() })
    expect(early.body).toMatchObject({ code: 'day-not-full', slot: { ...where, time: '14:00' } })
    const booked = []
    for (const [index, time] of (times ?? []).entries()) {
      const who = person({ telephone: `0888 00 00 ${10 + index}` })
      booked.push((await clerk7.done('sign-up', { ...where, time, person: who })).appointment)
    }
    const full = await clerk7.command('sign-up', { ...where, time: '14:00', person: person() })
    expect(full.body).toMatchObject({ code: 'slot-taken', slot: { date: '2026-12-23', time: '14:00' } })

    const first = (
      await clerk7.done('join-waiting-list', { ...where, person: person({ telephone: '0888 00 00 31' }) })
    ).appointment
    const second = (
      await clerk7.done('join-waiting-list', { ...where, person: person({ telephone: '0888 00 00 32' }) })
    ).appointment
    expect(first).toMatchObject({ time: null })

    await clerk7.done('cancel-appointment', { number: booked[3]?.number })
    const sheet = async () => (await clerk7.view('reception/desk')).view.callSheet
    expect(await sheet()).toMatchObject([
      { number: first.number, why: 'freed-slot', kept: { ...where, time: '15:00' }, tries: 0 },
    ])
    await clerk7.done('record-contact', { number: first.number, result: 'no-answer' })
    expect(await sheet()).toMatchObject([{ tries: 1 }])
    await clerk7.done('record-contact', { number: first.number, result: 'declined' })
    expect(await sheet()).toMatchObject([{ number: second.number, kept: { time: '15:00' } }])
    await clerk7.done('accept-slot', { number: second.number })
    expect(await sheet()).toEqual([])
    expect((await hall.nobody.get(`${OFFICE}/appointments/${second.code}`)).body).toMatchObject({
      state: 'booked',
      time: '15:00',
    })
  })
})

describe('The orders', () => {
  test('are seen and revoked by the supervisor too, and say nothing of who has signed up', async () => {
    const DAY = '2026-12-23'
    const { number } = (await signUp('09:00', person({ telephone: '0888 00 00 61' }), DAY)).appointment
    const supervisor = await hall.as('supervisor')
    await secretary.done('add-reception-exception', {
      official: 'deputy-mayor',
      date: DAY,
      change: { kind: 'none' },
      order: 'РД-01-9/2026',
      reason: { bg: 'командировка', en: 'travel' },
    })
    const { view } = await supervisor.view('reception/orders')
    const given = view.exceptions.find(({ order }) => order === 'РД-01-9/2026')
    expect(given).toMatchObject({ official: 'deputy-mayor', date: DAY, change: { kind: 'none' } })
    expect(JSON.stringify(view)).not.toContain(number)
    await supervisor.done('remove-reception-exception', { id: given?.id, order: 'РД-01-10/2026' })
    expect((await supervisor.view('reception/orders')).view.exceptions).toEqual(
      (await secretary.view('reception/secretary')).view.exceptions,
    )
    const days = (await secretary.view('reception/official/deputy-mayor')).view.coming
    expect(days.find(({ date }) => date === DAY)?.appointments).toMatchObject([{ number, state: 'booked' }])
  })
})

describe('A postponed day', () => {
  test('lists everyone in calling order with a new slot kept for them', async () => {
    const DAY = '2026-12-09'
    const two = (await signUp('09:30', person({ telephone: '0888 00 00 42' }), DAY)).appointment
    const one = (await signUp('09:00', person({ telephone: '0888 00 00 41' }), DAY)).appointment
    const three = (await signUp('14:00', person({ telephone: '0888 00 00 43' }), DAY)).appointment
    await secretary.done('add-reception-exception', {
      official: 'deputy-mayor',
      date: DAY,
      change: { kind: 'moved', to: '2026-12-10' },
      order: 'РД-01-7/2026',
      reason: { bg: 'сесия на съвета', en: 'a session of the council' },
    })
    const { view } = await secretary.view('reception/secretary')
    const mine = view.callSheet.filter(({ why }) => why === 'postponed')
    expect(mine.map(({ number, kept }) => [number, kept?.date, kept?.time])).toEqual([
      [one.number, '2026-12-10', '09:00'],
      [two.number, '2026-12-10', '09:30'],
      [three.number, '2026-12-10', '14:00'],
    ])
    // What is kept for them is nobody else's meanwhile.
    expect(
      (await clerk7.command('sign-up', { ...slot('09:00', '2026-12-10'), person: person() })).body,
    ).toMatchObject({ code: 'slot-taken' })

    await secretary.done('record-contact', { number: one.number, result: 'reached' })
    await secretary.done('accept-slot', { number: one.number })
    await secretary.done('move-appointment', { number: two.number, ...slot('10:00', '2026-12-10') })
    await secretary.done('record-contact', { number: three.number, result: 'declined' })
    const after = (await secretary.view('reception/secretary')).view
    expect(after.callSheet.filter(({ why }) => why === 'postponed')).toEqual([])
    const days = (await secretary.view('reception/official/deputy-mayor')).view.coming
    expect(days.find(({ date }) => date === '2026-12-10')?.appointments.map(({ time }) => time)).toEqual([
      '09:00',
      '10:00',
    ])
  })
})

test('An official who signs in is told which list is theirs', async () => {
  expect((await deputy.get('/api/sessions/current')).body).toMatchObject({
    role: 'official',
    receivesAs: [{ office: 'pernik', official: 'deputy-mayor' }],
  })
})

describe('The calendar of an official', () => {
  test('is at a secret address that can be taken back, and names nobody', async () => {
    const { path } = (await deputy.post(`${OFFICE}/reception/officials/deputy-mayor/feed`, {})).body as {
      path: string
    }
    const feed = await hall.nobody.get(path)
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    expect(feed.body).toContain('SUMMARY:ПД-')
    expect(feed.body).not.toMatch(/Пробна|887556677/)
    expect((await deputy.post(`${OFFICE}/reception/officials/mayor/feed`, {})).status).toBe(409)

    await secretary.post(`${OFFICE}/reception/officials/deputy-mayor/feed/revoke`, {})
    expect((await hall.nobody.get(path)).status).toBe(404)
  })
})

describe('The day itself', () => {
  test('from the kiosk to the door and to the unit, with the answer owed until it is given', async () => {
    const { appointment } = await signUp('09:00', person({ telephone: '0877 10 20 30' }))
    const { number, code } = appointment
    expect((await hall.kiosk.command('report-arrival', { code })).body).toMatchObject({
      code: 'arrives-another-day',
    })

    hall.clock.moveTo(officeTime(`${NEXT}T08:45`))

    await hall.settled()
    await clerk7.done('open-window', { window: 7 })
    const digits = String(Number(number.slice(3)))
    const arrived = await hall.kiosk.done('report-arrival', { number: `пд ${digits}` })
    expect(arrived.appointment).toMatchObject({ number, room: '207', time: '09:00', ahead: 0 })
    expect(await hall.kiosk.done('report-arrival', { code })).toMatchObject({ appointment: { number } })

    await deputy.done('set-lateness', { official: 'deputy-mayor', minutes: 20 })
    expect((await hall.nobody.get(`${OFFICE}/appointments/${code}`)).body).toMatchObject({
      state: 'arrived',
      expectedAt: '2026-12-02T07:20:00.000Z',
    })
    const board = await hall.watch('hall')
    expect(await deputy.done('call-appointment', { official: 'deputy-mayor' })).toMatchObject({
      call: { number, time: '09:00', room: '207', times: 1 },
    })
    const pushed = await board.until(({ view }) => view.reception.calls.length > 0)
    expect(pushed.view.reception).toMatchObject({
      calls: [{ number, time: '09:00', room: '207', state: 'called' }],
      late: [{ official: 'deputy-mayor', minutes: 20 }],
    })
    expect((await hall.nobody.view('door/deputy-mayor')).view).toMatchObject({
      receivesToday: true,
      called: { number },
      late: 20,
    })
    await deputy.done('record-outcome', {
      number,
      outcome: { kind: 'passed-on', unit: 'cleaning', due: '2026-12-16' },
    })
    expect((await secretary.view('reception/secretary')).view.deadlines).toMatchObject([
      { number, unit: 'cleaning', due: '2026-12-16' },
    ])
    expect((await hall.nobody.view('door/deputy-mayor')).view.called).toBeNull()

    hall.clock.moveTo(officeTime('2026-12-10T09:00'))

    await hall.settled()
    expect((await secretary.view('reception/secretary')).view.deadlines).toMatchObject([{ number }])
    await secretary.done('mark-answered', { number })
    expect((await secretary.view('reception/secretary')).view.deadlines).toEqual([])
    const { months } = (await hall.nobody.get(`${OFFICE}/reception/figures?year=2026`)).body as {
      months: object[]
    }
    expect(months[11]).toMatchObject({
      month: '2026-12',
      received: 1,
      passedOn: 1,
      owed: 1,
      answeredInTime: 1,
    })
  })

  test('the first event of a day tells what goes over, to whoever reads the log without the codes', async () => {
    const auditor = await hall.as('auditor')
    const { events } = (await auditor.get(`${OFFICE}/events?day=2026-12-10`)).body as {
      events: readonly { readonly type: string; readonly body: { readonly reception?: object } }[]
    }
    const opened = events.find(({ type }) => type === 'day-opened')
    expect(opened?.body.reception).toMatchObject({
      number: expect.any(Number),
      appointments: expect.any(Array),
    })
    expect(JSON.stringify(opened?.body.reception)).toContain('"date":"2026-12-16"')
    expect(JSON.stringify(opened?.body.reception)).not.toContain('"code"')
  })

  test('the same question, once answered, is shown; signing up, or coming without, needs a reason all the same', async () => {
    await clerk7.done('open-window', { window: 7 })
    const who = person({ telephone: '+359 877 10 20 30', subject: '„осветление“!' })
    const where = slot('09:00', '2026-12-16')
    expect((await clerk7.command('sign-up', { ...where, person: who })).body).toMatchObject({
      code: 'already-answered',
    })
    const found = await clerk7.post(`${OFFICE}/reception/look-up`, {
      telephone: '0877102030',
      subject: 'Осветление',
    })
    expect(found.body).toMatchObject({ earlier: [{ end: 'passed-on', isSame: true, isAnswered: true }] })
    await clerk7.done('sign-up', { ...where, person: who, despite: 'Нова жалба след отговора' })

    hall.clock.moveTo(officeTime('2026-12-16T08:30'))
    await hall.settled()
    const walkIn = { official: 'deputy-mayor', person: who }
    expect(await deputy.command('take-walk-in', walkIn)).toMatchObject({
      status: 409,
      body: { code: 'already-answered', message: { bg: expect.stringContaining('ПД-') } },
    })
    const { appointment } = await deputy.done('take-walk-in', { ...walkIn, despite: 'Ново решение на съда' })
    const path = `${OFFICE}/reception/persons?numbers=${encodeURIComponent(appointment.number)}`
    expect((await deputy.get(path)).body).toMatchObject({ persons: [{ despite: 'Ново решение на съда' }] })
  })

  test('an appointment is the citizen’s to change until its time; from then on its outcome is recorded, and counted', async () => {
    const DAY = '2026-12-23'
    const who = person({ telephone: '0888 00 00 71' })
    const { number, code } = (await secretary.done('sign-up', { ...slot('10:00', DAY), person: who }))
      .appointment
    hall.clock.moveTo(officeTime(`${DAY}T09:59`))
    await hall.settled()
    const seen = () => hall.nobody.get(`${OFFICE}/appointments/${code}`)
    expect((await seen()).body).toMatchObject({ mayMove: true, mayMoveUntil: '2026-12-23T08:00:00.000Z' })

    hall.clock.moveTo(officeTime(`${DAY}T10:00`))
    await hall.settled()
    for (const answer of [
      await hall.nobody.command('cancel-own-appointment', { number, code }),
      await hall.nobody.command('move-own-appointment', { number, code, date: '2027-01-06', time: '10:00' }),
    ])
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'slot-has-begun', message: { bg: expect.stringContaining('гишето за записване') } },
      })
    await hall.nobody.done('erase-own-data', { number, code })
    expect((await seen()).body).toMatchObject({ state: 'booked', mayMove: false, free: [] })
    await deputy.done('record-outcome', { number, outcome: { kind: 'did-not-come' } })
    const { body } = await hall.nobody.get(`${OFFICE}/reception/figures?year=2026`)
    expect(body).toMatchObject({ months: { 11: { month: '2026-12', didNotCome: 1 } } })
  })

  test('ninety days after the day the person is erased, and the figures remain', async () => {
    hall.clock.moveTo(officeTime('2027-03-03T09:00'))
    await hall.settled()
    const own = await clerk1.post('/api/sessions', { user: 'secretary', password: 'demo' })
    expect(own.status).toBe(200)
    const { body } = await hall.nobody.get(`${OFFICE}/reception/figures?year=2026`)
    expect(body).toMatchObject({ months: { 11: { received: 1 } } })
    const december2 = await secretary.get(`${OFFICE}/reception/persons?official=deputy-mayor&date=${NEXT}`)
    expect(december2.body).toEqual({ persons: [] })
  })
})
