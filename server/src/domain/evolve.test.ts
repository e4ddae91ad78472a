import { describe, expect, test } from 'vitest'
import { ServiceId, StaffId, TicketId } from '#shared/ids.ts'
import { after } from '#shared/instant.ts'
import { smallOffice } from '../../../tests/support/small-office.ts'
import {
  callNext,
  day,
  given,
  hold,
  issued,
  missedAt,
  open,
  opened,
  serving,
  start,
  ticketOf,
} from '../../../tests/support/story.ts'
import { BOARD_CALLS, windowOf, type Day } from './day.ts'
import type { Actor, DayEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { nextOpening, planOf } from './calendar.ts'
import type { OfficeSettings } from './settings.ts'

const CLERK: Actor = { kind: 'staff', id: StaffId.parse('clerk3') }
const busy = given(day('10:00'), issued('Г'), issued('Г'), opened(3))
  .at('10:05')
  .when(...serving(3))
const about = { ticket: TicketId.parse('2026-11-25/Г-001'), label: 'Г 001', window: 3 }

describe('An event that contradicts the day', () => {
  test.each<[string, DayEvent]>([
    ['a call of a ticket that was never given', { ...call('2026-11-25/Г-009') }],
    [
      'a finish where nobody is served',
      {
        type: 'service-finished',
        ...about,
        window: 4,
        service: ServiceId.parse('birth'),
        outcome: 'served',
        end: 'visit',
        returnsFor: null,
      },
    ],
    ['a return of somebody who is not on hold', { type: 'held-resumed', ...about }],
    ['a release of somebody who is not on hold', { type: 'held-released', ...about }],
    [
      'a transfer where nobody is',
      {
        type: 'ticket-transferred',
        ...about,
        window: 4,
        service: ServiceId.parse('tax'),
        toWindow: null,
        comeBack: false,
      },
    ],
    ['a no-show of somebody who is being served', { type: 'no-show-marked', ...about }],
    [
      'a taking back of somebody who was not missed',
      { type: 'ticket-taken-back', ticket: about.ticket, label: 'Г 001', since: busy.now },
    ],
    [
      'an undo where there is nothing to undo',
      { type: 'undone', ...about, service: ServiceId.parse('birth'), what: 'finish', calledBack: null },
    ],
    ['a break at a closed window', { type: 'window-paused', window: 4, reason: 'break' }],
  ])('means that the log is broken: %s', (_, event) => {
    expect(() => happen(busy.day, event)).toThrow()
  })

  test('means that the log is broken: anything before a day was opened', () => {
    expect(() =>
      evolve(null, { version: 1, at: busy.now, by: CLERK, event: { type: 'hall-opened', due: busy.now } }),
    ).toThrow('before any day was opened')
  })
})

describe('A replay', () => {
  test('gives the day again, to the last field', () => {
    const story = busy.when(hold(3), ...missedAt(3), issued('М', { priority: true }))
    const log = JSON.parse(JSON.stringify(story.recorded)) as typeof story.recorded // what the database keeps
    expect(log.reduce<Day | null>(evolve, null)).toStrictEqual(story.day)
  })
})

describe('A log from before returns were told', () => {
  const { day: both } = busy.when(open(4))
  const servedAt4: readonly DayEvent[] = [
    sent(3, { toWindow: 4, comeBack: true }),
    call(about.ticket),
    { type: 'service-started', ...about, window: 4 },
  ]

  test('is read as it was meant: who was sent to the window that awaited them was still to come back there', () => {
    const story: readonly DayEvent[] = [
      ...servedAt4,
      sent(4, { toWindow: 3, comeBack: false }),
      call(about.ticket, 3),
      { type: 'service-started', ...about },
      finished(3),
    ]
    expect(ticketOf(story.reduce(happen, both), 'Г 001')).toMatchObject({ boundTo: 3, comeBackTo: [] })
  })

  test('is read as it was meant: who came back to a window on a break waited for it', () => {
    const story: readonly DayEvent[] = [
      ...servedAt4,
      { type: 'window-paused', window: 3, reason: 'break' },
      finished(4),
    ]
    expect(ticketOf(story.reduce(happen, both), 'Г 001')).toMatchObject({ boundTo: 3 })
  })

  function sent(window: number, where: { readonly toWindow: number; readonly comeBack: boolean }): DayEvent {
    return { type: 'ticket-transferred', ...about, window, service: ServiceId.parse('birth'), ...where }
  }

  function finished(window: number): DayEvent {
    const birth = ServiceId.parse('birth')
    return {
      type: 'service-finished',
      ...about,
      window,
      service: birth,
      outcome: 'served',
      end: 'comes-back',
      returnsFor: birth,
    }
  }
})

describe('The board', () => {
  test('keeps the newest two dozen calls, and every call that is still on', () => {
    const many = given(day('10:00'), opened(3), ...Array.from({ length: 30 }, () => issued('Г')))
      .at('10:01')
      .when(...Array.from({ length: 30 }, () => [callNext(3), start(3), hold(3)]).flat())
    expect(many.day.calls).toHaveLength(BOARD_CALLS)
    expect(many.day.calls[0]?.label).toBe('Г 030')
  })
})

describe('A changed configuration', () => {
  test('leaves a window in use as it is, with its new services', () => {
    const settings: OfficeSettings = {
      ...smallOffice,
      windows: smallOffice.windows.map((each) => ({
        ...each,
        services: each.window === 3 ? [ServiceId.parse('tax')] : each.services,
      })),
    }
    const changed = reconfigured(busy.day, settings)
    expect(windowOf(changed, 3)).toEqual({ ...windowOf(busy.day, 3), services: new Set(['tax']) })
    expect(ticketOf(changed, 'Г 001')).toEqual(ticketOf(busy.day, 'Г 001'))
  })

  test('keeps a window that it no longer has until its clerk has closed it', () => {
    const settings: OfficeSettings = {
      ...smallOffice,
      windows: smallOffice.windows.filter(({ window }) => window !== 3 && window !== 5),
    }
    const changed = reconfigured(busy.day, settings)
    expect(changed.windows.map(({ number }) => number)).toEqual([4, 7, 3])
    expect(windowOf(changed, 3)?.current?.ticket.label).toBe('Г 001')
  })

  test('before the morning changes the phase where the day has become another', () => {
    const early = given(day('08:00')).day
    const decreed = { date: early.date, act: 'Решение № 1', reason: { bg: 'почивен ден', en: 'day off' } }
    expect(reconfigured(early, { ...smallOffice, decreedDaysOff: [decreed] }).phase).toBe('closed-day')
    expect(reconfigured(busy.day, { ...smallOffice, decreedDaysOff: [decreed] }).phase).toBe('open')
  })
})

function reconfigured(before: Day, settings: OfficeSettings): Day {
  const plan = planOf(settings, before.exceptions, before.date)
  const next = nextOpening(settings, before.exceptions, before.date)
  return happen(before, { type: 'settings-changed', settings, plan, next })
}

function happen(before: Day, event: DayEvent): Day {
  return evolve(before, { version: before.version + 1, at: after(before.at, 1), by: CLERK, event })
}

function call(id: string, window = 4): DayEvent {
  return {
    type: 'ticket-called',
    ticket: TicketId.parse(id),
    label: 'Г 009',
    window,
    service: ServiceId.parse('birth'),
    clerk: StaffId.parse('clerk4'),
    reason: { kind: 'longest-wait', waitedMs: 0, among: 1 },
  }
}
