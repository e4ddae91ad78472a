import { describe, expect, test } from 'vitest'
import { LocalDate } from '#shared/ids.ts'
import type { receptionBodies } from '#shared/reception.ts'
import type { ReceptionRejectionAbout } from '#shared/rejections.ts'
import { rejection } from '#shared/words/rejections.ts'
import {
  as,
  citizen,
  desk,
  door,
  kiosk,
  pd,
  receptionOffice,
  secretary,
  signedUp,
  somebody,
} from '../../../../../tests/support/reception-office.ts'
import {
  BY_ORDER,
  bySupervisor,
  day,
  given,
  open,
  opened,
  order,
  type Expected,
  type Step,
  type Story,
} from '../../../../../tests/support/story.ts'
import { appointmentOf, slotOf, takenOn } from '../../reception/book.ts'
import { NO_RECORDS } from '../../reception/records.ts'

/** The Wednesday of the stories, and the next ones. */
const TODAY = '2026-11-25'
const NEXT = '2026-12-02'
const AFTER = '2026-12-09'

const hall = (time: string, date = '2026-11-24') =>
  given(day(time, { office: receptionOffice, date }), opened(7))
/** The day before the reception day, at window 7. */
const before = hall('10:00')
const oneSignedUp = before.when(signedUp('mayor', TODAY, '08:30'))
const full = oneSignedUp.when(signedUp('mayor', TODAY, '09:30'))
const listed = full.when(desk('join-waiting-list', { official: 'mayor', date: TODAY, person: somebody }))
const codeOf = (story: Story, count = 1) => appointmentOf(story.day.reception, pd(count))?.code ?? ''
const lost = { bg: 'заседание', en: 'a session' }
const noReception = (date: string, official = 'mayor') =>
  secretary('add-reception-exception', {
    official,
    date,
    change: { kind: 'none' },
    order: '№ 7',
    reason: lost,
  })
/** The next morning: who is signed up has come, window 7 is open again. */
const morning = oneSignedUp
  .when(signedUp('mayor', TODAY, '10:30'))
  .at(`${TODAY} 08:25`)
  .when(open(7))
const arrived = morning.when(kiosk('report-arrival', { number: '1' }))
const called = arrived.at(`${TODAY} 08:31`).when(door('mayor', 'call-appointment', { official: 'mayor' }))
const answered = called.when(
  door('mayor', 'record-outcome', { number: pd(1), outcome: { kind: 'answered' } }),
)

/** Each refusal of reception days, and a story that ends in it: the compiler asks for every code. */
const refusals: { readonly [C in keyof ReceptionRejectionAbout]: Story } = {
  'unknown-official': before.when(signedUp('king', NEXT, '08:30')),
  'unknown-unit': before.when(desk('route-question', { unit: 'navy' })),
  'unknown-appointment': before.when(desk('cancel-appointment', { number: pd(9) })),
  'wrong-appointment-code': oneSignedUp.when(
    citizen('cancel-own-appointment', { number: pd(1), code: 'nobodys-code-000' }),
  ),
  'sign-up-at-window': before.when(as('clerk', 'clerk3', 'cancel-appointment', { number: pd(1) })),
  'not-your-list': arrived.when(door('deputy', 'call-appointment', { official: 'mayor' })),
  'no-reception-that-day': before.when(signedUp('mayor', '2026-12-03', '08:30')),
  'not-a-slot': before.when(signedUp('mayor', TODAY, '08:45')),
  'slot-taken': oneSignedUp.when(signedUp('mayor', TODAY, '08:30')),
  'day-full': full.when(signedUp('mayor', TODAY, '10:30')),
  'day-not-full': oneSignedUp.when(
    desk('join-waiting-list', { official: 'mayor', date: TODAY, person: somebody }),
  ),
  'sign-up-over': before.at('17:00').when(signedUp('mayor', TODAY, '08:30')),
  'beyond-horizon': before.when(signedUp('mayor', '2027-11-24', '08:30')),
  'holds-personal-number': before.when(
    signedUp('mayor', TODAY, '08:30', { ...somebody, description: 'ЕГН 7501020018' }),
  ),
  'not-a-telephone': before.when(signedUp('mayor', TODAY, '08:30', { ...somebody, telephone: '684283' })),
  'already-answered': before.when(remembering(signedUp('mayor', TODAY, '08:30'))),
  'appointment-is': called.when(desk('cancel-appointment', { number: pd(1) })),
  'slot-has-begun': morning
    .at(`${TODAY} 08:30`)
    .when(citizen('cancel-own-appointment', { number: pd(1), code: codeOf(morning) })),
  'arrives-another-day': before
    .when(signedUp('mayor', NEXT, '08:30'))
    .when(kiosk('report-arrival', { number: 'ПД-0001' })),
  'nobody-to-call': morning.when(door('mayor', 'call-appointment', { official: 'mayor' })),
  'does-not-receive-today': before.when(door('mayor', 'set-lateness', { official: 'mayor', minutes: 5 })),
  'no-time-left': morning.when(walkIn()),
  'outcome-before-the-time': morning.when(
    door('mayor', 'record-outcome', { number: pd(1), outcome: { kind: 'did-not-come' } }),
  ),
  'due-in-the-past': called.when(
    door('mayor', 'record-outcome', {
      number: pd(1),
      outcome: { kind: 'answer-to-follow', due: '2026-11-24' },
    }),
  ),
  'no-answer-owed': answered.when(secretary('mark-answered', { number: pd(1) })),
  'no-slot-kept': before
    .when(signedUp('mayor', NEXT, '08:30'))
    .when(bySupervisor(order({ from: NEXT, to: '2028-05-26', change: { kind: 'no-reception' } })))
    .when(desk('accept-slot', { number: pd(1) })),
  'person-erased': oneSignedUp.when(desk('correct-person', { number: pd(1), person: somebody })),
  'substitute-is-the-same': before.when(
    secretary('add-reception-exception', {
      official: 'mayor',
      date: NEXT,
      change: { kind: 'substitute', official: 'mayor' },
      order: '№ 7',
      reason: lost,
    }),
  ),
}

/** A walk-in in the first minutes of the day, at the mayor's door. */
function walkIn(body: object = {}): Step {
  return door('mayor', 'take-walk-in', { official: 'mayor', person: somebody, ...body })
}

/** The same step, where that question has been answered before. */
function remembering(step: Step): Step {
  return {
    ...step,
    records: { ...NO_RECORDS, answered: () => ({ number: pd(1), date: LocalDate.parse(TODAY) }) },
  }
}

describe('Who asks for a day on which nobody is received is told why', () => {
  const why = (step: Step) => {
    const { refusal } = before.when(step).told
    return refusal?.code === 'no-reception-that-day' ? refusal.about.why : refusal
  }

  test('by the calendar: a holiday, a weekend', () => {
    expect(why(signedUp('mayor', '2027-03-03', '08:30'))).toMatchObject({
      en: 'Liberation Day – the national day',
    })
    expect(why(signedUp('mayor', '2026-12-05', '08:30'))).toEqual({ bg: 'събота', en: 'Saturday' })
  })

  test('by an order about everyone: cancelled, or moved to another day', () => {
    const [none, moved] = [
      { kind: 'no-reception' },
      { kind: 'reception-moved', to: LocalDate.parse('2026-12-04') },
    ] as const
    const asked = (change: typeof none | typeof moved) =>
      before.when(order({ from: NEXT, change }), signedUp('mayor', NEXT, '08:30')).told.refusal?.about
    expect(asked(none)).toMatchObject({ why: BY_ORDER })
    expect(asked(moved)).toMatchObject({
      why: { bg: 'Приемният ден се премества на 04.12.2026 г. – по заповед на кмета' },
    })
  })

  test('by an order about the one whom they wish to see, and not about another', () => {
    const asked = (date: string, official: string) =>
      before.when(noReception(date, official), signedUp('mayor', date, '08:30')).told.refusal?.about
    expect(asked(NEXT, 'mayor')).toMatchObject({ why: lost })
    expect(asked('2026-12-03', 'deputy')).toMatchObject({ why: null })
  })

  test('and nothing where it is simply no reception day', () => {
    expect(why(signedUp('mayor', '2026-12-03', '08:30'))).toBeNull()
  })

  test('in a sentence that ends before the next begins', () => {
    const { refusal } = before.when(signedUp('mayor', '2026-12-05', '08:30')).told
    expect(refusal && rejection(refusal).message).toEqual({
      bg: 'Кмет не приема на 05.12.2026 г. (събота). Най-ранният свободен час е 09.12.2026 г. в 08:30 ч.',
      en: 'Mayor does not receive on 5 December 2026 (Saturday). The earliest free slot is 9 December 2026 at 08:30.',
    })
  })
})

describe('Every refusal of reception days', () => {
  test.each(Object.entries(refusals))(
    '%s: changes nothing, and says why in both languages',
    (code, { told }) => {
      expect(told.refusal?.code).toBe(code)
      expect(told.day).toBe(told.before)
      const { message } = rejection(told.refusal ?? { code: 'not-found', about: {} })
      expect(message.bg).toMatch(/^[\p{Lu}\d„].*[.!]$/su)
      expect(message.en).toMatch(/^[\p{Lu}\d“].*[.!]$/su)
      expect(`${message.bg} ${message.en}`).not.toMatch(/undefined|null|NaN|\[object|\.\.| {2}/)
    },
  )
})

/** Each command, and a story in which it is done. */
const done: { readonly [N in keyof typeof receptionBodies]: Story } = {
  'sign-up': oneSignedUp,
  'join-waiting-list': listed,
  'correct-person': oneSignedUp.when({
    ...desk('correct-person', { number: pd(1), person: somebody }),
    records: { ...NO_RECORDS, hasPerson: () => true },
  }),
  'move-appointment': oneSignedUp.when(
    desk('move-appointment', { number: pd(1), official: 'deputy', date: TODAY, time: '09:00' }),
  ),
  'cancel-appointment': oneSignedUp.when(desk('cancel-appointment', { number: pd(1) })),
  'move-own-appointment': oneSignedUp.when(
    citizen('move-own-appointment', { number: pd(1), code: codeOf(oneSignedUp), date: NEXT, time: '08:30' }),
  ),
  'cancel-own-appointment': oneSignedUp.when(
    citizen('cancel-own-appointment', { number: pd(1), code: codeOf(oneSignedUp) }),
  ),
  'erase-own-data': oneSignedUp.when({
    ...citizen('erase-own-data', { number: pd(1), code: codeOf(oneSignedUp) }),
    records: {
      ...NO_RECORDS,
      codeOf: () => appointmentOf(oneSignedUp.day.reception, pd(1))?.code ?? null,
      hasPerson: () => true,
    },
  }),
  'route-question': before.when(desk('route-question', { unit: 'cleaning', official: 'mayor' })),
  'record-contact': listed
    .when(desk('cancel-appointment', { number: pd(1) }))
    .when(desk('record-contact', { number: pd(3), result: 'no-answer' })),
  'accept-slot': listed
    .when(desk('cancel-appointment', { number: pd(1) }))
    .when(desk('accept-slot', { number: pd(3) })),
  'report-arrival': arrived,
  'call-appointment': called,
  'set-lateness': arrived.when(door('mayor', 'set-lateness', { official: 'mayor', minutes: 10 })),
  'record-outcome': answered,
  'mark-answered': called
    .when(
      door('mayor', 'record-outcome', {
        number: pd(1),
        outcome: { kind: 'passed-on', unit: 'cleaning', due: NEXT },
      }),
    )
    .when(secretary('mark-answered', { number: pd(1) })),
  'take-walk-in': hall('08:30', TODAY).when(walkIn()),
  'add-reception-exception': before.when(noReception(NEXT)),
  'remove-reception-exception': before
    .when(noReception(NEXT))
    .when(
      secretary('remove-reception-exception', { id: `2026-11-24-${before.day.version + 1}`, order: '№ 8' }),
    ),
}

test.each(Object.entries(done))('%s is done, and leaves an event in the log', (_, { told }) => {
  expect(told.refusal).toBeNull()
  expect(told.events.length).toBeGreaterThan(0)
  expect(told.day.version).toBe(told.before.version + told.events.length)
})

test('No event names a person', () => {
  for (const story of Object.values(done)) {
    expect(JSON.stringify(story.recorded)).not.toMatch(/Проб|887556677|0887|Осветление|Лампите/)
  }
})

/** How the appointment stands. */
function is(count: number, state: object): Expected {
  return ({ day: now }) => expect(appointmentOf(now.reception, pd(count))).toMatchObject(state)
}

describe('A freed slot', () => {
  const offered = listed.when(desk('cancel-appointment', { number: pd(1) }))

  test('is kept for the first who waits for that day, and for nobody else meanwhile', () => {
    offered
      .then(is(3, { state: { kind: 'offered', time: '08:30' } }))
      .when(signedUp('mayor', TODAY, '08:30'))
      .then(({ refusal }) => expect(refusal?.code).toBe('slot-taken'))
  })

  test('is kept until the cut-off at most, then it is free; who waited stays on the list until the day has passed', () => {
    offered
      .at('16:59:59.999')
      .then(is(3, { state: { kind: 'offered' } }))
      .at('17:00')
      .then(is(3, { state: { kind: 'listed', passed: ['08:30'] } }))
      .at(`${TODAY} 23:00`)
      .then(is(3, { state: { kind: 'listed' } }))
      .at('2026-11-26 00:00')
      .then(({ day: next }) => expect(appointmentOf(next.reception, pd(3))).toBeNull())
  })

  test('that is not wanted goes to the next; one who waits is never asked about the same slot twice', () => {
    const two = listed.when(desk('join-waiting-list', { official: 'mayor', date: TODAY, person: somebody }))
    const declined = two
      .when(desk('cancel-appointment', { number: pd(2) }))
      .then(is(3, { state: { kind: 'offered', time: '09:30' } }))
      .when(desk('record-contact', { number: pd(3), result: 'declined' }))
    declined
      .then(is(3, { state: { kind: 'listed' } }), is(4, { state: { kind: 'offered', time: '09:30' } }))
      .when(desk('record-contact', { number: pd(4), result: 'declined' }))
      .then(is(3, { state: { kind: 'offered', time: '10:30' } }), is(4, { state: { kind: 'listed' } }))
  })

  test('is offered for the set hours where the day is far', () => {
    const far = hall('10:00', '2026-11-23')
      .when(signedUp('mayor', NEXT, '08:30'))
      .when(signedUp('mayor', NEXT, '09:30'))
      .when(desk('join-waiting-list', { official: 'mayor', date: NEXT, person: somebody }))
      .when(desk('join-waiting-list', { official: 'mayor', date: NEXT, person: somebody }))
      .when(desk('cancel-appointment', { number: pd(1) }))
    far
      .at('2026-11-24 09:59:59')
      .then(is(3, { state: { kind: 'offered' } }))
      .at('2026-11-24 10:00')
      .then(is(4, { state: { kind: 'offered', time: '08:30' } }), is(3, { state: { kind: 'listed' } }))
  })
})

describe('A postponed day', () => {
  const postponed = full.when(noReception(TODAY))

  test('keeps for each a slot of the next day at the same time, in the order of their slots', () => {
    postponed.then(
      is(1, { state: { kind: 'displaced', reason: lost, kept: { date: NEXT, time: '08:30' } } }),
      is(2, { state: { kind: 'displaced', kept: { date: NEXT, time: '09:30' } } }),
    )
  })

  test('that is held after all gives back the slots of those who were not yet given another', () => {
    const revoked = postponed
      .when(desk('accept-slot', { number: pd(2) }))
      .when(
        secretary('remove-reception-exception', { id: `2026-11-24-${full.day.version + 1}`, order: '№ 8' }),
      )
    revoked.then(
      is(1, { date: TODAY, time: '08:30', state: { kind: 'booked' } }),
      is(2, { date: NEXT, time: '09:30', state: { kind: 'booked' } }),
    )
  })

  test('by an order about the calendar does the same, and keeps slots only on days that are held', () => {
    full
      .when(bySupervisor(order({ from: TODAY, to: NEXT, change: { kind: 'no-reception' } })))
      .then(is(1, { state: { kind: 'displaced', kept: { date: AFTER, time: '08:30' } } }))
  })

  test('whose new slot goes too keeps another', () => {
    postponed
      .when(noReception(NEXT))
      .then(is(1, { state: { kind: 'displaced', kept: { date: AFTER, time: '08:30' } } }))
  })

  test('that is moved takes everyone along, the waiting list too', () => {
    listed
      .when(
        secretary('add-reception-exception', {
          official: 'mayor',
          date: TODAY,
          change: { kind: 'moved', to: '2026-11-26' },
          order: '№ 7',
          reason: lost,
        }),
      )
      .then(
        is(1, { state: { kind: 'displaced', kept: { date: '2026-11-26', time: '08:30' } } }),
        is(2, { state: { kind: 'displaced', kept: { date: '2026-11-26', time: '09:30' } } }),
        is(3, { state: { kind: 'displaced', kept: { date: NEXT, time: '08:30' } } }),
      )
  })
})

describe('At the door', () => {
  test('the first by slot who has come is called, not the first who came', () => {
    const both = morning
      .when(kiosk('report-arrival', { number: 'ПД-0002' }))
      .when(kiosk('report-arrival', { number: 'ПД-0001' }))
      .when(door('mayor', 'call-appointment', { official: 'mayor' }))
    expect(both.told.answer).toMatchObject({ call: { number: 'ПД-0001', room: '204', times: 1 } })
    const again = both.when(door('mayor', 'call-appointment', { official: 'mayor', number: pd(1) }))
    expect(again.told.answer).toMatchObject({ call: { number: 'ПД-0001', times: 2 } })
  })

  test('whoever substitutes that day receives, in their own room', () => {
    const instead = arrived.when(
      secretary('add-reception-exception', {
        official: 'mayor',
        date: TODAY,
        change: { kind: 'substitute', official: 'deputy' },
        order: '№ 7',
        reason: lost,
      }),
      door('deputy', 'call-appointment', { official: 'mayor' }),
    )
    expect(instead.told.answer).toMatchObject({
      call: { number: 'ПД-0001', room: '207', post: { en: 'Deputy mayor' } },
    })
  })

  test('an outcome is corrected until the answer has been given', () => {
    const corrected = answered.when(
      door('mayor', 'record-outcome', { number: pd(1), outcome: { kind: 'answer-to-follow', due: NEXT } }),
    )
    corrected
      .then(is(1, { state: { end: 'answer-to-follow', due: NEXT } }))
      .when(secretary('mark-answered', { number: pd(1) }))
      .when(door('mayor', 'record-outcome', { number: pd(1), outcome: { kind: 'answered' } }))
      .then(({ refusal }) => expect(refusal?.code).toBe('appointment-is'))
  })

  test('whoever comes without a sign-up for a question that was answered is pointed to the answer, as at the desk', () => {
    const atTheDoor = hall('08:30', TODAY)
    const { told } = atTheDoor.when(remembering(walkIn()))
    expect(told.refusal).toEqual({ code: 'already-answered', about: { number: pd(1), date: TODAY } })
    expect(told.day).toBe(told.before)

    const received = atTheDoor.when(remembering(walkIn({ despite: 'Има нови обстоятелства.' })))
    expect(received.told.answer).toMatchObject({ appointment: { number: 'ПД-0001', time: '10:30' } })
    atTheDoor
      .when(remembering(walkIn({ despite: 'ЕГН 7501020018' })))
      .then(({ refusal }) =>
        expect(refusal).toEqual({ code: 'holds-personal-number', about: { field: 'despite' } }),
      )
  })

  test('someone without a sign-up is taken while time remains after all who are signed up', () => {
    // Slots of an hour until 12:00, the last at 10:30: the one who is signed up for it leaves no time.
    morning
      .at('10:29')
      .when(walkIn())
      .then(({ refusal }) => expect(refusal?.code).toBe('no-time-left'))
    const missed = hall('10:00', '2026-11-24')
      .when(signedUp('mayor', TODAY, '08:30'))
      .at(`${TODAY} 10:30`)
      .when(secretary('record-outcome', { number: pd(1), outcome: { kind: 'did-not-come' } }))
    expect(missed.when(walkIn()).told.answer).toMatchObject({
      appointment: { number: 'ПД-0002', time: '10:30' },
    })
    missed
      .at('11:00:00.001')
      .when(walkIn())
      .then(({ refusal }) => expect(refusal?.code).toBe('no-time-left'))
  })
})

describe('What the citizen does alone with the code', () => {
  const own = { number: pd(1), code: codeOf(morning) }
  const cancel = citizen('cancel-own-appointment', own)
  const move = citizen('move-own-appointment', { ...own, date: NEXT, time: '08:30' })
  const erase: Step = {
    ...citizen('erase-own-data', own),
    records: {
      ...NO_RECORDS,
      codeOf: () => appointmentOf(morning.day.reception, pd(1))?.code ?? null,
      hasPerson: () => true,
    },
  }
  const missed = secretary('record-outcome', { number: pd(1), outcome: { kind: 'did-not-come' } })
  const isRefused: Expected = ({ refusal }) => {
    expect(refusal).toEqual({
      code: 'slot-has-begun',
      about: { number: pd(1), date: TODAY, time: '08:30' },
    })
    expect(rejection(refusal ?? { code: 'not-found', about: {} }).message.bg).toBe(
      'Часът на ПД-0001 (25.11.2026 г., 08:30 ч.) вече е настъпил и не може да се премести или откаже. За нов час се обърнете към гишето за записване.',
    )
  }

  test('is allowed until the instant before the slot', () => {
    const last = morning.at(`${TODAY} 08:29:59.999`)
    last.when(cancel).then(is(1, { state: { kind: 'ended', end: 'cancelled' } }))
    last.when(move).then(is(1, { date: NEXT, time: '08:30', state: { kind: 'booked' } }))
    last.when(missed).then(({ refusal }) => expect(refusal?.code).toBe('outcome-before-the-time'))
  })

  test.each(['25 08:30', '25 08:30:00.001', '25 09:31', '26 09:00'])(
    'is refused from the slot on, and the outcome is the office’s to record: on November %s',
    (time) => {
      const begun = morning.at(`2026-11-${time}`)
      begun.when(cancel).then(isRefused)
      begun.when(move).then(isRefused)
      begun.when(missed).then(is(1, { state: { kind: 'ended', end: 'did-not-come' } }))
    },
  )

  test('is refused to one who has come and waits for a late official, too', () => {
    const waits = arrived
      .when(door('mayor', 'set-lateness', { official: 'mayor', minutes: 30 }))
      .at(`${TODAY} 08:45`)
    waits.when(cancel).then(isRefused)
    waits.when(move).then(isRefused)
  })

  test('stays possible for whoever waits for a slot or lost theirs by an order, however late', () => {
    const waits = { number: pd(3), code: codeOf(listed, 3) }
    listed
      .at(`${TODAY} 11:00`)
      .when(citizen('cancel-own-appointment', waits))
      .then(is(3, { state: { kind: 'ended', end: 'cancelled' } }))
    oneSignedUp
      .when(noReception(TODAY))
      .at('2026-11-26 09:00')
      .when(move)
      .then(is(1, { date: NEXT, state: { kind: 'booked' } }))
  })

  test('an erasure before the slot cancels it; from the slot on it erases, and a no-show stays one', () => {
    const last = morning.at(`${TODAY} 08:29:59.999`).when(erase)
    last.then(is(1, { state: { kind: 'ended', end: 'cancelled' } }))
    for (const time of [`${TODAY} 08:30`, `${TODAY} 08:30:00.001`, '2026-11-26 09:00']) {
      const erased = morning.at(time).when(erase)
      expect(erased.told.events).toEqual([{ type: 'person-erased', number: pd(1) }])
      erased
        .then(is(1, { state: { kind: 'booked' } }))
        .when(missed)
        .then(is(1, { state: { kind: 'ended', end: 'did-not-come' } }))
    }
  })
})

describe('From day to day', () => {
  test('the book goes over: appointments to come, answers owed, numbers that run on', () => {
    const next = called
      .when(
        door('mayor', 'record-outcome', {
          number: pd(1),
          outcome: { kind: 'passed-on', unit: 'cleaning', due: NEXT },
        }),
      )
      .at('2026-11-26 09:00')
    next.then(is(1, { state: { kind: 'ended', due: NEXT } }), is(2, { state: { kind: 'booked' } }))
    expect(next.day.reception.number).toBe(2)
    next
      .when(secretary('record-outcome', { number: pd(2), outcome: { kind: 'did-not-come' } }))
      .then(is(2, { state: { kind: 'ended', end: 'did-not-come' } }))
  })

  test('what is over is left behind, and what nobody recorded after ninety days', () => {
    const over = answered.at('2026-11-26 09:00')
    expect(appointmentOf(over.day.reception, pd(1))).toBeNull()
    expect(appointmentOf(over.at('2027-02-22 09:00').day.reception, pd(2))).not.toBeNull()
    expect(appointmentOf(over.at('2027-02-23 09:00').day.reception, pd(2))).toBeNull()
  })
})

test('Nobody’s slot is ever another’s, nor kept for two', () => {
  for (const story of Object.values({ ...refusals, ...done })) {
    const held = story.day.reception.appointments.flatMap((each) => {
      const slot = slotOf(each)
      return slot === null ? [] : [`${each.official} ${slot.date} ${slot.time}`]
    })
    expect(new Set(held).size).toBe(held.length)
    for (const each of story.day.reception.appointments) {
      const slot = slotOf(each)
      if (slot)
        expect(takenOn(story.day.reception, each.official, slot.date).get(slot.time)).toBe(each.number)
    }
  }
})
