import { describe, expect, test } from 'vitest'
import type { CalendarException } from '#shared/commands.ts'
import { LocalDate, LocalTime } from '#shared/ids.ts'
import { HOUR, iso, MINUTE } from '#shared/instant.ts'
import { farOffice } from '../../../tests/support/small-office.ts'
import {
  addService,
  atWindow,
  BY_ORDER,
  by,
  bySupervisor,
  callNext,
  callTicket,
  called,
  clockTime,
  close,
  counts,
  day,
  events,
  finish,
  given,
  hold,
  issue,
  issued,
  leave,
  line,
  missed,
  missedAt,
  nobodyLost,
  noShow,
  nothing,
  onHold,
  open,
  opened,
  pause,
  order,
  phase,
  recall,
  refused,
  serving,
  start,
  ticket,
  transfer,
  undo,
  windowIs,
} from '../../../tests/support/story.ts'
import type { ExceptionRow } from './calendar.ts'

const FRIDAY = { date: '2026-11-27' }
const SATURDAY = { date: '2026-11-28' }
const HOLIDAY_WEDNESDAY = { date: '2026-05-06' }

describe('In the morning', () => {
  test('no tickets are given a millisecond before half past eight, and the kiosk says when', () => {
    given(day('08:29:59.999'))
      .when(issue('Г'))
      .then(phase('before-opening'), refused('before-opening', { opens: '08:30' }))
  })

  test('the first ticket is given at half past eight sharp', () => {
    given(day('08:30')).when(issue('Г')).then(phase('open'), line('Г 001'))
  })

  test('the opening is an event of its own, with the instant at which it was due', () => {
    const before = given(day('08:29:59.999'))
    before.at('08:30').then(events({ type: 'hall-opened', due: clockTime(before.day, '08:30') }))
  })

  test('clerks sit down before the doors open, and call nobody', () => {
    given(day('08:10'))
      .when(open(3))
      .then(windowIs(3, 'open clerk3'))
      .when(callNext(3))
      .then(refused('before-opening', { opens: '08:30' }))
  })

  test('nobody is entered as present at closing', () => {
    given(day('08:10'))
      .when(by('clerk3', issue('Г', { presentAtClosing: true })))
      .then(refused('before-opening', { opens: '08:30' }))
  })
})

describe('At five o’clock', () => {
  test('a ticket is given to the last millisecond', () => {
    given(day('16:59:59.999')).when(issue('Г')).then(phase('open'), line('Г 001'))
  })

  test('the kiosk gives no more tickets, and says until when people are served', () => {
    given(day('17:00'))
      .when(issue('Г'))
      .then(phase('finishing'), refused('no-more-tickets', { limit: '19:00' }))
  })

  test('the kiosk cannot enter a person as present at closing', () => {
    given(day('17:00'))
      .when(issue('Г', { presentAtClosing: true }))
      .then(refused('no-more-tickets', { limit: '19:00' }))
  })

  test('a member of staff enters a person who was in the hall without a ticket, and it is recorded', () => {
    given(day('17:00'))
      .when(by('clerk3', issue('Г', { presentAtClosing: true })))
      .then(
        events({ type: 'ticket-issued', label: 'Г 001', presentAtClosing: true }),
        ticket('Г 001', { presentAtClosing: true }),
      )
  })

  test('a member of staff enters nobody else', () => {
    given(day('17:00'))
      .when(by('clerk3', issue('Г')))
      .then(refused('present-at-closing-only', { closes: '17:00' }))
  })

  test('a person is entered as present at closing to the last millisecond before the limit', () => {
    const entering = by('clerk3', issue('Г', { presentAtClosing: true }))
    given(day('18:59:59.999')).when(entering).then(line('Г 001'))
    given(day('19:00'))
      .when(entering)
      .then(refused('hall-closed', { next: '2026-11-26' }))
  })

  test('nobody is entered as present at closing while tickets are still given', () => {
    given(day('16:59:59.999'))
      .when(by('clerk3', issue('Г', { presentAtClosing: true })))
      .then(refused('not-closing-yet', { closes: '17:00' }))
  })

  test('whoever waits goes on being called', () => {
    given(day('16:59'), issued('Г'), opened(3)).at('17:00').when(callNext(3)).then(called('Г 001', 3))
  })

  test('a window may still be opened', () => {
    given(day('18:59:59.999')).when(open(3)).then(windowIs(3, 'open clerk3'))
  })
})

describe('The hall closes early', () => {
  const bothOpen = given(day('16:59'), opened(3), opened(4)).at('17:05')

  test('when the last window has closed and nobody waits', () => {
    bothOpen
      .when(close(4))
      .then(events({ type: 'window-closed', window: 4 }), phase('finishing'))
      .when(close(3))
      .then(
        events({ type: 'window-closed', window: 3 }, { type: 'hall-closed', why: 'everyone-served' }),
        phase('closed'),
      )
  })

  test('not before five: a hall without clerks is still open', () => {
    given(day('16:59'), opened(3))
      .when(close(3))
      .then(events({ type: 'window-closed' }), phase('open'))
  })

  test('not while somebody waits, though the supervisor has closed every window', () => {
    given(day('16:59'), issued('Г'), opened(3))
      .at('17:05')
      .when(bySupervisor(close(3)))
      .then(events({ type: 'window-closed' }), phase('finishing'), line('Г 001'))
  })

  test('when the last one who waited leaves and no window is open', () => {
    given(day('16:59'), issued('Г'), issued('М'), opened(3))
      .at('17:05')
      .when(bySupervisor(close(3)), leave('Г 001'))
      .then(events({ type: 'ticket-left' }), phase('finishing'))
      .when(leave('М 001'))
      .then(events({ type: 'ticket-left' }, { type: 'hall-closed', why: 'everyone-served' }), phase('closed'))
  })

  test('not when the last one who waited leaves and a window is open', () => {
    given(day('16:59'), issued('Г'), opened(3)).at('17:05').when(leave('Г 001')).then(phase('finishing'))
  })

  test('not when the supervisor closes a window that people on hold were to come back to', () => {
    given(day('16:50'), issued('Г'), opened(3))
      .at('17:05')
      .when(...serving(3), hold(3), bySupervisor(close(3)))
      .then(
        events({ type: 'held-released', label: 'Г 001' }, { type: 'window-closed' }),
        line('Г 001'),
        phase('finishing'),
      )
  })

  test('though somebody missed their turn: they are not waited for', () => {
    given(day('16:50'), issued('Г'), opened(3))
      .at('17:05')
      .when(...missedAt(3), close(3))
      .then(phase('closed'), missed(), counts({ noShow: 1 }))
  })

  test('and stays closed for the day', () => {
    given(day('16:59'), opened(3))
      .at('17:05')
      .when(close(3))
      .when(open(3))
      .then(refused('hall-closed', { next: '2026-11-26' }))
      .at('19:00')
      .then(nothing(), phase('closed'))
  })
})

describe('At the limit of seven o’clock', () => {
  const waiting = given(day('16:50'), opened(3), opened(4), issued('М'), issued('Г', { priority: true })).at(
    '18:00',
  )

  test('somebody is called to the last millisecond, and nobody after', () => {
    waiting.at('18:59:59.999').when(callNext(3)).then(called('М 001', 3))
    given(day('16:50'), issued('Г'), issued('М'), opened(3), opened(4))
      .at('18:59')
      .when(...serving(3))
      .at('19:00')
      .when(callNext(3))
      .then(refused('hall-closed', { next: '2026-11-26' }))
  })

  test('whoever still waits is unserved, with the reason and an apology, and idle windows close', () => {
    const due = clockTime(waiting.day, '19:00')
    waiting.at('19:00').then(
      events(
        {
          type: 'ticket-unserved',
          label: 'М 001',
          reason: 'closing-limit',
          apology: 'lost-time',
          waitedMs: 2 * HOUR + 10 * MINUTE,
        },
        { type: 'ticket-unserved', label: 'Г 001', reason: 'closing-limit', apology: 'lost-time' },
        { type: 'window-closed', window: 3 },
        { type: 'window-closed', window: 4 },
        { type: 'hall-closed', why: 'limit', due },
      ),
      line(),
      counts({ unserved: 2, apologies: 2 }),
      phase('closed'),
    )
  })

  test('whoever is on hold is unserved as well', () => {
    given(day('16:50'), opened(3), issued('Г'))
      .at('18:00')
      .when(...serving(3), hold(3))
      .at('19:00')
      .then(
        events(
          { type: 'ticket-unserved', label: 'Г 001', reason: 'closing-limit' },
          { type: 'window-closed', window: 3 },
          { type: 'hall-closed' },
        ),
        onHold(3),
        counts({ unserved: 1 }),
      )
  })

  const inProgress = given(day('16:50'), opened(3), issued('Г'))
    .at('18:50')
    .when(...serving(3))
    .at('19:00')

  test('a service in progress goes on, and its clerk finishes it', () => {
    inProgress
      .then(
        events({ type: 'hall-closed' }),
        atWindow(3, 'Г 001 serving'),
        windowIs(3, 'open clerk3'),
        counts({ unserved: 0 }),
      )
      .at('19:20')
      .when(finish(3, { outcome: 'application-taken' }))
      .then(
        events({ type: 'service-finished', outcome: 'application-taken', end: 'visit' }),
        counts({ finished: 1 }),
      )
      .when(close(3))
      .then(events({ type: 'window-closed' }), windowIs(3, 'closed'))
  })

  test('a service finished after it calls nobody', () => {
    inProgress
      .when(finish(3, { callNext: true }))
      .then(events({ type: 'service-finished' }), atWindow(3, null))
  })

  test('a service in progress is finished there: it is neither put on hold nor sent elsewhere, and no other begins', () => {
    const finishIt = refused('only-finish-here', { label: 'Г 001', state: 'serving', limit: '19:00' })
    inProgress.when(hold(3)).then(finishIt)
    inProgress.when(transfer(3, { service: 'tax' })).then(finishIt)
    inProgress.when(addService(3, 'tax')).then(finishIt)
    inProgress.when(finish(3), hold(3)).then(refused('hall-closed', { next: '2026-11-26' }))
  })

  test('a window whose last service is done closes: there is no break after the day, for nobody', () => {
    const done = inProgress.when(finish(3))
    for (const rest of [pause(3), bySupervisor(pause(3))])
      done.when(rest).then(refused('hall-closed', { next: '2026-11-26' }))
    done.when(close(3)).then(windowIs(3, 'closed'))
  })

  test('a visit that was to come back elsewhere ends with the service in progress', () => {
    given(day('16:50'), opened(3), opened(5), issued('Г'))
      .at('18:50')
      .when(...serving(3), transfer(3, { service: 'tax', toWindow: 5, comeBack: true }), ...serving(5))
      .at('19:10')
      .when(finish(5))
      .then(events({ type: 'service-finished', end: 'visit' }), line(), counts({ finished: 1 }))
  })

  test('somebody called just before may be served, or marked as not having come without another call', () => {
    const calledBefore = given(day('16:50'), opened(3), issued('Г'))
      .at('18:59:59')
      .when(callNext(3))
      .at('19:00')
    calledBefore.when(start(3)).then(atWindow(3, 'Г 001 serving'))
    calledBefore
      .when(recall(3))
      .then(refused('only-finish-here', { label: 'Г 001', state: 'called', limit: '19:00' }))
    calledBefore.when(noShow(3)).then(counts({ noShow: 1 }), atWindow(3, null))
  })

  test('an undo of a finish brings back nobody into a closed hall’s line', () => {
    given(day('16:50'), opened(3), issued('Г'), issued('Г'))
      .at('18:59:50')
      .when(...serving(3), finish(3, { callNext: true }))
      .at('19:00:10')
      .when(undo(3))
      .then(line(), nobodyLost)
  })
})

describe('At midnight', () => {
  test('the day ends, and the next one begins with numbers from 001 and no windows open', () => {
    given(day('10:00'), issued('Г'), opened(3), issued('Г'))
      .at('23:59:59.999')
      .then(phase('closed'))
      .at('2026-11-26 00:00')
      .then(
        events({ type: 'day-opened', date: '2026-11-26' }),
        phase('before-opening'),
        counts({ issued: 0 }),
        windowIs(3, 'closed'),
      )
      .at('2026-11-26 08:30')
      .when(issue('Г'))
      .then(line('Г 001'))
  })

  test('a service that nobody finished ends with the day, and its window closes', () => {
    given(day('16:50'), opened(3), issued('Г'))
      .at('18:50')
      .when(...serving(3))
      .at('19:30')
      .at('2026-11-26 00:00')
      .then(
        events(
          { type: 'service-finished', label: 'Г 001', outcome: 'served', end: 'visit' },
          { type: 'window-closed', window: 3 },
          { type: 'day-opened' },
        ),
      )
  })

  test('somebody who was called and never served is unserved, with an apology', () => {
    given(day('16:50'), opened(3), issued('Г'))
      .at('18:59:59')
      .when(callNext(3))
      .at('23:59')
      .at('2026-11-26 00:00')
      .then(
        events(
          {
            type: 'ticket-unserved',
            label: 'Г 001',
            reason: 'day-ended',
            apology: 'lost-time',
            waitedMs: 7 * HOUR + 10 * MINUTE,
          },
          { type: 'window-closed', window: 3 },
          { type: 'day-opened' },
        ),
      )
  })

  test('what a ticket of yesterday could do is over', () => {
    given(day('10:00'), issued('Г'))
      .at('2026-11-26 09:00')
      .when(callTicket(3, 'Г 001'))
      .then(refused('window-not-open'))
      .when(open(3), callTicket(3, 'Г 001'))
      .then(refused('unknown-ticket', { label: 'Г 001' }))
  })
})

describe('A server that was off', () => {
  const busy = given(day('16:00'), opened(3), opened(4), issued('Г'), issued('М'), issued('Я'))
    .at('16:30')
    .when(...serving(3))

  test('past five finds the hall finishing, and says when that was due', () => {
    const due = clockTime(busy.day, '17:00')
    busy
      .asleepUntil('17:20')
      .then(events({ type: 'hall-finishing', due }), phase('finishing'), line('М 001', 'Я 001'))
  })

  test('past seven closes the day as it should have been closed', () => {
    busy
      .asleepUntil('21:00')
      .then(
        events(
          { type: 'hall-finishing', due: clockTime(busy.day, '17:00') },
          { type: 'ticket-unserved', label: 'М 001', reason: 'closing-limit', waitedMs: 3 * HOUR },
          { type: 'ticket-unserved', label: 'Я 001', reason: 'closing-limit', waitedMs: 3 * HOUR },
          { type: 'window-closed', window: 4 },
          { type: 'hall-closed', due: clockTime(busy.day, '19:00'), why: 'limit' },
        ),
        atWindow(3, 'Г 001 serving'),
      )
  })

  test('past midnight also ends the day, and opens the next', () => {
    busy
      .asleepUntil('2026-11-26 08:30')
      .then(
        events(
          { type: 'hall-finishing' },
          { type: 'ticket-unserved' },
          { type: 'ticket-unserved' },
          { type: 'window-closed', window: 4 },
          { type: 'hall-closed' },
          { type: 'service-finished', label: 'Г 001' },
          { type: 'window-closed', window: 3 },
          { type: 'day-opened', date: '2026-11-26' },
          { type: 'hall-opened', due: clockTime(busy.day, '2026-11-26 08:30') },
        ),
        phase('open'),
      )
  })

  test('over a whole weekend opens the day it wakes up on, and none between', () => {
    const opening = [{ type: 'hall-finishing' }, { type: 'hall-closed', why: 'limit' }] as const
    given(day('16:00', FRIDAY))
      .asleepUntil('2026-11-30 09:00')
      .then(
        events(...opening, { type: 'day-opened', date: '2026-11-30' }, { type: 'hall-opened' }),
        phase('open'),
      )
    given(day('16:00', FRIDAY))
      .asleepUntil('2026-11-29 12:00')
      .then(events(...opening, { type: 'day-opened', date: '2026-11-29' }), phase('closed-day'))
  })
})

describe('On a day off', () => {
  test('a Saturday gives no tickets, says why, and names the next working day', () => {
    given(day('10:00', SATURDAY))
      .when(issue('Г'))
      .then(
        phase('closed-day'),
        refused('closed-day', { why: { bg: 'събота', en: 'Saturday' }, next: '2026-11-30' }),
      )
  })

  test('a Wednesday that is a holiday is a day off like any other', () => {
    given(day('10:00', HOLIDAY_WEDNESDAY)).when(issue('Г')).then(phase('closed-day'), refused('closed-day'))
  })

  test('no window opens, nobody is called, nobody is entered, nobody is taken back', () => {
    const saturday = given(day('10:00', SATURDAY))
    saturday.when(open(3)).then(refused('closed-day'))
    saturday.when(callNext(3)).then(refused('closed-day'))
    saturday.when(by('clerk3', issue('Г', { presentAtClosing: true }))).then(refused('closed-day'))
  })

  test('nothing falls due until midnight', () => {
    given(day('00:00', SATURDAY))
      .at('23:59:59.999')
      .then(nothing())
      .at('2026-11-29 00:00')
      .then(events({ type: 'day-opened', date: '2026-11-29' }))
  })
})

describe('By order', () => {
  test('a Saturday is a working day with the usual hours', () => {
    const working = day('08:29:59.999', {
      ...SATURDAY,
      exceptions: [row('2026-11-28', { kind: 'working-day' })],
    })
    given(working)
      .when(issue('Г'))
      .then(refused('before-opening'))
      .at('08:30')
      .when(issue('Г'))
      .then(line('Г 001'))
  })

  test('the centre works 7–14 in a heat wave, and those inside are served until 16', () => {
    const hot = given(
      day('07:00', { date: '2026-07-15', exceptions: [row('2026-07-15', hours('07:00', '14:00'))] }),
      issued('Г'),
      opened(3),
    )
    hot.at('13:59:59.999').when(issue('Г')).then(line('Г 001', 'Г 002'))
    hot
      .at('14:00')
      .when(issue('Г'))
      .then(refused('no-more-tickets', { limit: '16:00' }))
    hot.at('15:59:59.999').when(callNext(3)).then(called('Г 001', 3))
    hot.at('16:00').then(phase('closed'), counts({ unserved: 1 }))
  })

  test('a working day is closed, and the citizen reads the order’s reason', () => {
    given(day('10:00', { exceptions: [row('2026-11-25', { kind: 'closed' })] }))
      .when(issue('Г'))
      .then(refused('closed-day', { why: BY_ORDER, next: '2026-11-26' }))
  })

  test('a day is opened on the Saturday itself: the doors are open at once, where it is past half past eight', () => {
    given(day('10:00', SATURDAY))
      .when(order({ from: '2026-11-28', change: { kind: 'working-day' } }))
      .then(phase('before-opening'))
      .at('10:00')
      .then(events({ type: 'hall-opened' }), phase('open'))
  })
})

describe('On the days when the clocks change', () => {
  // Both are Sundays, so that the office works by order.
  test.each([
    ['summer', '2026-03-29'],
    ['winter', '2026-10-25'],
  ])('to %s time the hours are those on the wall', (_, date) => {
    const sunday = { date, exceptions: [row(date, { kind: 'working-day' })] }
    given(day('08:29:59.999', sunday)).when(issue('Г')).then(refused('before-opening'))
    given(day('08:30', sunday)).when(issue('Г')).then(line('Г 001'))
    given(day('16:59:59.999', sunday)).when(issue('Г')).then(line('Г 001'))
    given(day('17:00', sunday))
      .when(issue('Г'))
      .then(refused('no-more-tickets', { limit: '19:00' }))
    given(day('18:59:59.999', sunday)).then(phase('finishing')).at('19:00').then(phase('closed'))
  })

  test('the day before and the day after keep their hours', () => {
    for (const date of ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26']) {
      given(day('08:29:59.999', { date }))
        .then(phase('before-opening'))
        .at('08:30')
        .then(phase('open'))
        .at('17:00')
        .then(phase('finishing'))
    }
  })

  test('midnight after the long Sunday is midnight on the wall', () => {
    given(day('12:00', { date: '2026-10-25' }))
      .at('23:59:59.999')
      .then(nothing())
      .at('2026-10-26 00:00')
      .then(events({ type: 'day-opened', date: '2026-10-26' }))
  })
})

describe('Another office', () => {
  test('in another zone keeps its own hours, limit and calendar', () => {
    const far = { office: farOffice }
    given(day('09:14:59.999', far))
      .when(issue('Д'))
      .then(refused('before-opening', { opens: '09:15' }))
    given(day('09:15', far)).when(issue('Д')).then(line('Д 001'))
    given(day('16:00', far))
      .when(issue('Д'))
      .then(refused('no-more-tickets', { limit: '16:30' }))
    given(day('10:00', { ...far, date: '2026-11-26' }))
      .when(issue('Д'))
      .then(
        refused('closed-day', { why: { bg: 'ден на града', en: 'the day of the town' }, next: '2026-11-27' }),
      )
  })

  test('calls at once where its delay is nothing, and by its own numbers', () => {
    given(day('10:00', { office: farOffice }), issued('Д'), opened(1))
      .when(callNext(1), noShow(1))
      .then(counts({ noShow: 1 }))
  })

  test('begins its day at its own midnight', () => {
    const far = given(day('10:00', { office: farOffice }))
      .at('23:59:59.999')
      .then(phase('closed'))
    const midnight = far.at('2026-11-26 00:00').then(events({ type: 'day-opened', date: '2026-11-26' }))
    expect(iso(midnight.now)).toBe('2026-11-26T05:00:00.000Z')
  })
})

function row(date: string, change: CalendarException): ExceptionRow {
  const on = LocalDate.parse(date)
  return { id: `${date}-1`, from: on, to: on, change, order: 'Заповед № 7', reason: BY_ORDER }
}

function hours(opens: string, closes: string): CalendarException {
  return { kind: 'hours', opens: LocalTime.parse(opens), closes: LocalTime.parse(closes) }
}
