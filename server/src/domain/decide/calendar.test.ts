import { describe, expect, test } from 'vitest'
import { LocalDate, LocalTime } from '#shared/ids.ts'
import { planOf } from '../calendar.ts'
import {
  answered,
  BY_ORDER,
  close,
  day,
  events,
  given,
  issue,
  issued,
  line,
  nothing,
  opened,
  order,
  phase,
  refused,
  revoke,
  windowIs,
} from '../../../../tests/support/story.ts'

const WEDNESDAY = '2026-11-25'

describe('An order', () => {
  test('is kept with its number and its reason, and the answer names it', () => {
    given(day('10:00'))
      .when(order({ from: '2026-12-07', change: { kind: 'closed' } }))
      .then(
        events({
          type: 'exception-added',
          exception: {
            from: '2026-12-07',
            to: '2026-12-07',
            change: { kind: 'closed' },
            order: 'Заповед № 7',
            reason: BY_ORDER,
          },
        }),
        answered({ exception: expect.any(String) }),
        ({ day }) => expect(day.exceptions).toHaveLength(1),
      )
  })

  test('may be for a range of days, or until revoked', () => {
    given(day('10:00'))
      .when(order({ from: '2026-12-07', to: '2026-12-11', change: hours('07:00', '14:00') }))
      .then(({ day }) => expect(day.exceptions).toMatchObject([{ from: '2026-12-07', to: '2026-12-11' }]))
    given(day('10:00'))
      .when(
        order({ from: '2026-12-07', to: '2026-12-11', untilRevoked: true, change: hours('07:00', '14:00') }),
      )
      .then(({ day }) => expect(day.exceptions).toMatchObject([{ from: '2026-12-07', to: null }]))
  })

  test('gives each its own name', () => {
    const story = given(day('10:00')).when(
      order({ from: '2026-12-07', change: { kind: 'closed' } }),
      order({ from: '2026-12-07', change: { kind: 'closed' } }),
    )
    const names = story.day.exceptions.map(({ id }) => id)
    expect(new Set(names).size).toBe(2)
  })

  test('is not for days past, does not end before it begins, nor its hours', () => {
    given(day('10:00'))
      .when(order({ from: '2026-11-24', change: { kind: 'closed' } }))
      .then(refused('exception-in-the-past', { today: WEDNESDAY }))
    given(day('10:00'))
      .when(order({ from: '2026-12-07', to: '2026-12-06', change: { kind: 'closed' } }))
      .then(refused('exception-ends-before-it-begins', {}))
    given(day('10:00'))
      .when(order({ from: '2026-12-07', change: hours('14:00', '07:00') }))
      .then(refused('hours-end-before-they-begin', {}))
    given(day('10:00'))
      .when(order({ from: '2026-12-07', change: hours('14:00', '14:00') }))
      .then(refused('hours-end-before-they-begin', {}))
  })

  test('about tomorrow tells the citizen another next opening', () => {
    given(day('10:00'))
      .when(order({ from: '2026-11-26', change: { kind: 'closed' } }))
      .then(
        events({ type: 'exception-added' }, { type: 'plan-changed', next: { date: '2026-11-27' } }),
        phase('open'),
      )
      .at('18:59')
      .at('19:00')
      .when(issue('Г'))
      .then(refused('hall-closed', { next: '2026-11-27' }))
  })
})

describe('Each kind of order', () => {
  test('closed: the day is off', () => {
    given(day('10:00'))
      .when(order({ from: '2026-11-26', change: { kind: 'closed' } }))
      .at('2026-11-26 10:00')
      .when(issue('Г'))
      .then(phase('closed-day'), refused('closed-day', { why: BY_ORDER, next: '2026-11-27' }))
  })

  test('a working day: the Saturday is worked', () => {
    given(day('10:00', { date: '2026-11-27' }))
      .when(order({ from: '2026-11-28', change: { kind: 'working-day' } }))
      .then(events({ type: 'exception-added' }, { type: 'plan-changed', next: { date: '2026-11-28' } }))
      .at('2026-11-28 08:30')
      .when(issue('Г'))
      .then(line('Г 001'))
  })

  test('hours: the day is worked in them', () => {
    given(day('10:00'))
      .when(order({ from: '2026-11-26', change: hours('07:00', '14:00') }))
      .at('2026-11-26 07:00')
      .when(issue('Г'))
      .then(line('Г 001'))
      .at('2026-11-26 14:00')
      .when(issue('Г'))
      .then(refused('no-more-tickets', { limit: '16:00' }))
  })

  test('no reception: the day is worked, the reception is not held', () => {
    given(day('10:00'))
      .when(order({ from: '2026-12-02', change: { kind: 'no-reception' } }))
      .at('2026-12-02 10:00')
      .then(({ day }) =>
        expect([day.phase, day.plan.reception, day.plan.receptionWhy]).toEqual(['open', [], BY_ORDER]),
      )
  })

  test('reception moved: it is held on the other day', () => {
    given(day('10:00'))
      .when(
        order({ from: '2026-12-02', change: { kind: 'reception-moved', to: LocalDate.parse('2026-12-04') } }),
      )
      .at('2026-12-02 10:00')
      .then(({ day }) => expect(day.plan.reception).toEqual([]))
      .at('2026-12-03 10:00')
      .at('2026-12-04 10:00')
      .then(({ day }) =>
        expect(day.plan.reception.map(({ from, to }) => `${from}–${to}`)).toEqual([
          '08:30–12:00',
          '14:00–17:00',
        ]),
      )
  })

  test('reception moved and then cancelled: it is held on neither', () => {
    given(day('10:00'))
      .when(
        order({ from: '2026-12-02', change: { kind: 'reception-moved', to: LocalDate.parse('2026-12-04') } }),
        order({ from: '2026-12-02', change: { kind: 'no-reception' } }),
      )
      .at('2026-12-03 10:00')
      .at('2026-12-04 10:00')
      .then(({ day }) => expect(day.plan.reception).toEqual([]))
  })

  test('reception moved: of one day, neither of a range nor until revoked, since one other day could not hold them all', () => {
    const change = { kind: 'reception-moved', to: LocalDate.parse('2026-12-18') } as const
    const refusal = refused('one-reception-is-moved', {})
    given(day('10:00'))
      .when(order({ from: '2026-12-02', to: '2026-12-16', change }))
      .then(refusal)
    given(day('10:00'))
      .when(order({ from: '2026-12-02', untilRevoked: true, change }))
      .then(refusal)
    given(day('10:00'))
      .when(order({ from: '2026-12-02', to: '2026-12-02', change }))
      .then(events({ type: 'exception-added' }))
  })

  test('reception moved: not to a day off', () => {
    given(day('10:00'))
      .when(
        order({ from: '2026-12-02', change: { kind: 'reception-moved', to: LocalDate.parse('2026-12-05') } }),
      )
      .then(
        refused('reception-moved-to-day-off', { date: '2026-12-05', why: { bg: 'събота', en: 'Saturday' } }),
      )
  })
})

describe('Today', () => {
  test('may be closed, or its hours changed, before it has begun', () => {
    given(day('08:29:59.999'))
      .when(order({ from: WEDNESDAY, change: { kind: 'closed' } }))
      .then(events({ type: 'exception-added' }, { type: 'plan-changed' }), phase('closed-day'))
    given(day('08:00'))
      .when(order({ from: WEDNESDAY, change: hours('09:00', '14:00') }))
      .at('08:59:59.999')
      .then(phase('before-opening'))
      .at('09:00')
      .then(phase('open'))
  })

  test('once begun keeps its promise: it is neither closed nor opened at another hour', () => {
    const refusal = refused('day-already-begun', { today: WEDNESDAY })
    given(day('08:30'))
      .when(order({ from: WEDNESDAY, change: { kind: 'closed' } }))
      .then(refusal)
    given(day('08:30'))
      .when(order({ from: WEDNESDAY, change: hours('09:00', '17:00') }))
      .then(refusal)
    given(day('18:00'))
      .when(order({ from: WEDNESDAY, change: { kind: 'closed' } }))
      .then(refusal)
    given(day('20:00'))
      .when(order({ from: WEDNESDAY, change: { kind: 'closed' } }))
      .then(refusal)
  })

  test('once begun may end earlier or later, at a time still to come', () => {
    given(day('10:00'))
      .when(order({ from: WEDNESDAY, change: hours('08:30', '14:00') }))
      .then(events({ type: 'exception-added' }, { type: 'plan-changed' }), phase('open'))
      .at('14:00')
      .when(issue('Г'))
      .then(refused('no-more-tickets', { limit: '16:00' }))
    given(day('10:00'))
      .when(order({ from: WEDNESDAY, change: hours('08:30', '18:00') }))
      .at('17:59:59.999')
      .when(issue('Г'))
      .then(line('Г 001'))
    given(day('16:00'), issued('Г'))
      .when(order({ from: WEDNESDAY, change: hours('08:30', '16:01') }))
      .at('18:01')
      .then(phase('closed'))
  })

  test('does not end at this very moment, nor before it', () => {
    const refusal = refused('day-already-begun', { today: WEDNESDAY })
    given(day('14:00'))
      .when(order({ from: WEDNESDAY, change: hours('08:30', '14:00') }))
      .then(refusal)
    given(day('14:00'))
      .when(order({ from: WEDNESDAY, change: hours('08:30', '13:59') }))
      .then(refusal)
    given(day('13:59:59.999'))
      .when(order({ from: WEDNESDAY, change: hours('08:30', '14:00') }))
      .then(phase('open'))
  })

  test('once finishing ends when it was said to', () => {
    given(day('17:00'))
      .when(order({ from: WEDNESDAY, change: hours('08:30', '18:00') }))
      .then(refused('day-already-begun'))
  })

  test('once begun may still lose its reception', () => {
    given(day('10:00'))
      .when(order({ from: WEDNESDAY, change: { kind: 'no-reception' } }))
      .then(events({ type: 'exception-added' }, { type: 'plan-changed' }), ({ day }) =>
        expect(day.plan.receptionWhy).toEqual(BY_ORDER),
      )
  })

  test('closed in the morning, with clerks already at their windows: they may close them', () => {
    given(day('08:10'), opened(3))
      .when(order({ from: WEDNESDAY, change: { kind: 'closed' } }), close(3))
      .then(windowIs(3, 'closed'), phase('closed-day'))
  })
})

describe('An order revoked', () => {
  test('has never been, as far as days to come go', () => {
    const story = given(day('10:00')).when(order({ from: '2026-11-26', change: { kind: 'closed' } }))
    const [row] = story.day.exceptions
    story
      .when(revoke(row?.id ?? ''))
      .then(
        events(
          { type: 'exception-removed', id: row?.id, order: 'Заповед № 8' },
          { type: 'plan-changed', next: { date: '2026-11-26' } },
        ),
        ({ day }) => expect(day.exceptions).toEqual([]),
      )
      .at('2026-11-26 08:30')
      .then(phase('open'))
  })

  test('is one that there is', () => {
    given(day('10:00'))
      .when(revoke('2026-11-25-99'))
      .then(refused('unknown-exception', { id: '2026-11-25-99' }))
  })

  test('changes no hours of a day that has begun', () => {
    const early = given(day('08:00'))
      .when(order({ from: WEDNESDAY, change: hours('08:00', '14:00') }))
      .at('08:00')
      .then(phase('open'))
    early
      .when(revoke(early.day.exceptions[0]?.id ?? ''))
      .then(refused('day-already-begun', { today: WEDNESDAY }))
  })

  test('gives the day back its usual end, where that is still to come', () => {
    const short = given(day('10:00')).when(order({ from: WEDNESDAY, change: hours('08:30', '14:00') }))
    const revoking = revoke(short.day.exceptions[0]?.id ?? '')
    short.at('13:00').when(revoking).at('15:00').when(issue('Г')).then(line('Г 001'))
    short.at('14:00').when(revoking).then(refused('day-already-begun'))
  })
})

describe('Orders of days past', () => {
  test('are kept no longer than they are needed', () => {
    given(day('10:00'))
      .when(
        order({ from: '2026-11-26', change: hours('07:00', '14:00') }),
        order({ from: '2026-11-27', change: hours('07:00', '14:00') }),
      )
      .at('2026-11-27 10:00')
      .then(({ day }) => expect(day.exceptions.map(({ from }) => from)).toEqual(['2026-11-27']))
  })

  test('leave each day the plan that the whole history of orders gives', () => {
    const story = given(day('10:00')).when(
      order({ from: '2026-12-02', change: { kind: 'reception-moved', to: LocalDate.parse('2026-12-03') } }),
      order({ from: '2026-12-03', to: '2026-12-04', change: hours('07:00', '14:00') }),
      order({ from: '2026-12-05', change: { kind: 'working-day' } }),
      order({ from: '2026-12-04', untilRevoked: true, change: { kind: 'no-reception' } }),
    )
    const { settings, exceptions } = story.day
    let later = story
    for (const date of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-09']) {
      later = later.at(`${date} 12:00`)
      expect(later.day.plan).toEqual(planOf(settings, exceptions, LocalDate.parse(date)))
    }
  })
})

test('An order that changes nothing visible is recorded all the same', () => {
  given(day('10:00'))
    .when(order({ from: '2026-12-07', change: hours('08:30', '17:00') }))
    .then(events({ type: 'exception-added' }))
    .at('10:01')
    .then(nothing())
})

function hours(opens: string, closes: string) {
  return { kind: 'hours', opens: LocalTime.parse(opens), closes: LocalTime.parse(closes) } as const
}
