import { describe, expect, test } from 'vitest'
import { MINUTE } from '#shared/instant.ts'
import { farOffice } from '../../../../tests/support/small-office.ts'
import { windowOf } from '../day.ts'
import {
  addService,
  atWindow,
  by,
  callNext,
  callTicket,
  called,
  counts,
  day,
  answered,
  events,
  finish,
  given,
  handIn,
  hold,
  holdNumbers,
  issued,
  leave,
  line,
  missed,
  missedAt,
  nobodyLost,
  noShow,
  opened,
  pause,
  recall,
  refused,
  resumeHeld,
  serving,
  start,
  takeBack,
  transfer,
} from '../../../../tests/support/story.ts'

describe('Call next', () => {
  const story = given(day('10:00'), issued('Г'), issued('М'), opened(3), opened(4), opened(5)).at('10:05')

  test('calls the one who has waited longest of those the window serves, and says why', () => {
    story.when(callNext(3)).then(
      called('Г 001', 3, { kind: 'longest-wait', waitedMs: 5 * MINUTE, among: 2 }),
      answered({
        ticket: {
          id: '2026-11-25/Г-001',
          label: 'Г 001',
          service: 'birth',
          issuedAt: '2026-11-25T08:00:00.000Z',
        },
        reason: {
          bg: 'Чака най-дълго от чакащите за това гише (5 мин.; чакащи: 2).',
          en: 'Has waited longest of those this window serves (5 min; waiting: 2).',
        },
      }),
      counts({ called: 1, calledWithinStandard: 1 }),
    )
  })

  test('passes over those whom another window serves', () => {
    story.when(callNext(5)).then(called('М 001', 5, { kind: 'longest-wait', waitedMs: 5 * MINUTE, among: 1 }))
  })

  test('gives two clerks who press at the same moment two different people', () => {
    story
      .when(callNext(3), callNext(4))
      .then(atWindow(3, 'Г 001 called'), atWindow(4, 'М 001 called'), line())
  })

  test('pressed twice calls once: the second finds the window busy', () => {
    story
      .when(callNext(3), callNext(3))
      .then(refused('window-busy', { window: 3, label: 'Г 001' }), line('М 001'))
  })

  test('says when nobody waits for the window', () => {
    given(day('10:00'), issued('Г'), opened(5))
      .at('10:05')
      .when(callNext(5))
      .then(refused('nobody-waiting', { window: 5 }))
  })

  test('is pressed by a clerk at a window that there is', () => {
    story.when(callNext(9)).then(refused('unknown-window', { window: 9 }))
  })

  test('is nothing for the kiosk to press', () => {
    story
      .when({ ...callNext(3), by: { kind: 'device', id: 'kiosk-1' } })
      .then(refused('not-your-window', { window: 3 }))
  })

  test('never calls at another window the service that is done at window 7 only', () => {
    given(day('10:00'), issued('Я'), opened(3), opened(7))
      .at('10:05')
      .when(callNext(3))
      .then(refused('nobody-waiting', { window: 3 }))
      .when(callNext(7))
      .then(called('Я 001', 7))
  })
})

describe('The first seconds after a ticket is taken', () => {
  const fresh = given(day('10:00'), issued('Г'), opened(3))

  test('nobody is called, a millisecond before the fifteen seconds are over too', () => {
    fresh
      .at('10:00:01')
      .when(callNext(3))
      .then(refused('too-soon', { label: 'Г 001', seconds: 14 }))
    fresh
      .at('10:00:14.999')
      .when(callNext(3))
      .then(refused('too-soon', { label: 'Г 001', seconds: 1 }))
  })

  test('are over after fifteen', () => {
    fresh.at('10:00:15').when(callNext(3)).then(called('Г 001', 3))
  })

  test('hold for a call out of order as well', () => {
    fresh
      .at('10:00:14.999')
      .when(callTicket(3, 'Г 001'))
      .then(refused('too-soon', { label: 'Г 001', seconds: 1 }))
    fresh.at('10:00:15').when(callTicket(3, 'Г 001')).then(called('Г 001', 3))
  })

  test('hold for a priority ticket: whoever may be called is called instead', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:00:10')
      .when(issuedPriority())
      .at('10:00:24.999')
      .when(callNext(3))
      .then(called('Г 001', 3))
  })

  test('the one named is the one who can be called soonest', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:00:05')
      .when(issuedPriority())
      .at('10:00:10')
      .when(callNext(3))
      .then(refused('too-soon', { label: 'Г 001', seconds: 5 }))
  })

  test('do not begin anew with a transfer: they are for the way from the printer', () => {
    given(day('10:00'), issued('Г'), opened(3), opened(5))
      .at('10:00:20')
      .when(...serving(3), transfer(3, { service: 'tax' }), callNext(5))
      .then(called('Г 001', 5))
  })

  test('are none in an office that has none', () => {
    given(day('10:00', { office: farOffice }), issued('Д'), opened(1))
      .when(callNext(1))
      .then(called('Д 001', 1))
  })
})

describe('Call out of order', () => {
  const story = given(
    day('10:00'),
    issued('Г'),
    issued('М'),
    issued('М', { priority: true }),
    issued('address'),
    opened(3),
  ).at('10:10')

  test('calls the given ticket, and records the reason and how many stood before it', () => {
    story.when(callTicket(3, 'Г 002', 'document-deadline')).then(
      called('Г 002', 3, {
        kind: 'out-of-order',
        waitedMs: 10 * MINUTE,
        because: 'document-deadline',
        ahead: 3,
      }),
      answered({
        reason: { en: 'Out of order: a document is due today (people before: 3; waited 10 min).' },
      }),
      ({ day }) =>
        expect(day.outOfOrder).toMatchObject([
          { label: 'Г 002', window: 3, clerk: 'clerk3', because: 'document-deadline', ahead: 3 },
        ]),
    )
  })

  test('keeps the newest first for the fairness report', () => {
    story
      .when(callTicket(3, 'Г 002'), start(3), finish(3), callTicket(3, 'М 001'))
      .then(({ day }) => expect(day.outOfOrder.map(({ label }) => label)).toEqual(['М 001', 'Г 002']))
  })

  test.each(['Г002', 'г 2', ' Г-002 ', 'г – 02', 'Г\u202F002', 'Г 0002'])(
    'understands the label typed as „%s“',
    (typed) => {
      story.when(callTicket(3, typed)).then(called('Г 002', 3))
    },
  )

  test.each(['M 1', 'm001', 'М 1'])('understands „%s“, typed with the Latin twin of a letter', (typed) => {
    story.when(callTicket(3, typed)).then(called('М 001', 3))
  })

  test('finds no ticket that was not given today', () => {
    story.when(callTicket(3, 'Г 099')).then(refused('unknown-ticket', { label: 'Г 099' }))
    story.when(callTicket(3, '???')).then(refused('unknown-ticket', { label: '???' }))
  })

  test('calls nobody who does not wait', () => {
    given(day('10:00'), issued('Г'), opened(3), opened(4))
      .at('10:10')
      .when(callNext(4), callTicket(3, 'Г 001'))
      .then(refused('ticket-not-waiting', { label: 'Г 001', window: 4 }))
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:10')
      .when(...serving(3), hold(3), callTicket(3, 'Г 001'))
      .then(refused('ticket-not-waiting', { label: 'Г 001', window: 3 }))
  })

  test('calls nobody who missed their turn: they are taken back first', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:10')
      .when(...missedAt(3), callTicket(3, 'Г 001'))
      .then(refused('ticket-missed', { label: 'Г 001' }))
      .when(takeBack('Г 001'), callTicket(3, 'Г 001'))
      .then(called('Г 001', 3))
  })

  test('says of a number whose visit is over that it is, and not that it never was', () => {
    const ended = refused('ticket-ended', { label: 'Г 001' })
    given(day('10:00'), issued('Г'), opened(3), leave('Г 001'))
      .at('10:10')
      .when(callTicket(3, 'Г 001'))
      .then(ended)
    given(day('10:00'), holdNumbers('М'), handIn('М 801', { at: '10:00' }), opened(3))
      .at('10:10')
      .when(...serving(3), finish(3), callTicket(3, 'М 801'))
      .then(refused('ticket-ended', { label: 'М 801' }))
      .when(callTicket(3, 'М 802'))
      .then(refused('unknown-ticket', { label: 'М 802' }))
  })

  test('does not call to a window what it does not serve', () => {
    given(day('10:00'), issued('Г'), opened(5))
      .at('10:10')
      .when(callTicket(5, 'Г 001'))
      .then(
        refused('window-does-not-serve', {
          window: 5,
          service: { bg: 'Удостоверение за раждане', en: 'Birth certificate' },
        }),
      )
  })

  test('does not call to another window what is done at window 7 only', () => {
    given(day('10:00'), issued('Я'), opened(3))
      .at('10:10')
      .when(callTicket(3, 'Я 001'))
      .then(
        refused('service-bound', {
          service: { bg: 'Записване за приемен ден', en: 'Sign up for reception day' },
          window: 7,
        }),
      )
  })

  test('does not call away who was sent to another window', () => {
    given(day('10:00'), issued('Г'), opened(3), opened(4))
      .at('10:10')
      .when(...serving(3), transfer(3, { toWindow: 4 }), callTicket(3, 'Г 001'))
      .then(refused('ticket-bound', { label: 'Г 001', window: 4 }))
  })

  test('needs a free window of one’s own, in the hours of the hall', () => {
    story.when(callNext(3), callTicket(3, 'Г 002')).then(refused('window-busy'))
    story.when(by('clerk4', callTicket(3, 'Г 002'))).then(refused('not-your-window'))
    given(day('10:00'), issued('Г'), opened(3), opened(4), pause(3))
      .at('10:10')
      .when(callTicket(3, 'Г 001'))
      .then(refused('window-paused'))
    given(day('08:00'), opened(3)).when(callTicket(3, 'Г 001')).then(refused('before-opening'))
  })
})

describe('Calling again', () => {
  const story = given(day('10:00'), issued('Г'), opened(3)).at('10:01').when(callNext(3))

  test('is done at most three times, and the third is told as the last call', () => {
    story
      .when(recall(3))
      .then(events({ type: 'ticket-recalled', label: 'Г 001', window: 3, times: 2, last: false }))
      .when(recall(3))
      .then(events({ type: 'ticket-recalled', times: 3, last: false }))
      .when(recall(3))
      .then(events({ type: 'ticket-recalled', times: 4, last: true }))
      .when(recall(3))
      .then(refused('recall-limit', { label: 'Г 001', limit: 3 }))
  })

  test('needs somebody who was called and has not come', () => {
    given(day('10:00'), opened(3))
      .when(recall(3))
      .then(refused('nobody-at-window', { window: 3 }))
    story.when(start(3), recall(3)).then(refused('already-serving', { label: 'Г 001' }))
  })

  test('begins anew with the next call', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:01')
      .when(
        callNext(3),
        recall(3),
        recall(3),
        recall(3),
        hold(3),
        resumeHeld(3, 'Г 001'),
        transfer(3, { service: 'tax' }),
        callNext(3),
      )
      .then(({ day }) => expect(windowOf(day, 3)?.current).toMatchObject({ state: 'called', recalls: 0 }))
  })
})

describe('A no-show', () => {
  const story = given(day('10:00'), issued('Г'), issued('М'), opened(3)).at('10:01').when(callNext(3))

  test('is marked after the person has been called again', () => {
    story
      .when(noShow(3))
      .then(refused('recall-first', { label: 'Г 001', recalls: 1 }))
      .when(recall(3), noShow(3))
      .then(
        events({ type: 'no-show-marked', label: 'Г 001', window: 3 }),
        missed('Г 001'),
        atWindow(3, null),
        counts({ noShow: 1 }),
        nobodyLost,
      )
  })

  test('and the next call are one step of one key', () => {
    story
      .when(recall(3), noShow(3, { callNext: true }))
      .then(
        events({ type: 'no-show-marked', label: 'Г 001' }, { type: 'ticket-called', label: 'М 001' }),
        answered({ ticket: { label: 'М 001' }, nobody: null }),
        missed('Г 001'),
      )
  })

  test('stands also when nobody can be called after it, and the answer says why', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:01')
      .when(callNext(3), recall(3), noShow(3, { callNext: true }))
      .then(
        events({ type: 'no-show-marked' }),
        answered({ ticket: null, reason: null, nobody: { code: 'nobody-waiting' } }),
        missed('Г 001'),
      )
  })

  test('is not marked of somebody who is being served, nor where nobody is', () => {
    story.when(start(3), noShow(3)).then(refused('already-serving', { label: 'Г 001' }))
    given(day('10:00'), opened(3))
      .when(noShow(3))
      .then(refused('nobody-at-window', { window: 3 }))
  })

  test('needs no second call where the office asks for none', () => {
    given(day('10:00', { office: farOffice }), issued('Д'), opened(1))
      .when(callNext(1), noShow(1))
      .then(missed('Д 001'))
  })
})

describe('The board', () => {
  test('tells each call once, the newest first, and how it ended', () => {
    given(day('10:00'), issued('Г'), issued('М'), issued('М'), opened(3), opened(4), opened(5))
      .at('10:01')
      .when(callNext(3), callNext(4), recall(4), start(3), finish(3), callNext(5), recall(5), noShow(5))
      .then(({ day }) =>
        expect(day.calls.map(({ label, window, times, state }) => [label, window, times, state])).toEqual([
          ['М 002', 5, 2, 'missed'],
          ['М 001', 4, 2, 'called'],
          ['Г 001', 3, 1, 'done'],
        ]),
      )
  })

  test('gives each announcement the number of its event', () => {
    const story = given(day('10:00'), issued('Г'), opened(3)).at('10:01').when(callNext(3), recall(3))
    expect(story.day.calls.map(({ id }) => id)).toEqual([story.day.version])
  })
})

describe('The counts of the day', () => {
  test('tell first calls, and those within twenty minutes to the millisecond', () => {
    const story = given(day('10:00'), issued('Г'), opened(3))
    story
      .at('10:20')
      .when(callNext(3))
      .then(counts({ called: 1, calledWithinStandard: 1 }))
    story
      .at('10:20:00.001')
      .when(callNext(3))
      .then(counts({ called: 1, calledWithinStandard: 0 }))
  })

  test('tell who left, or was left unserved, before any call', () => {
    given(day('16:00'), opened(3), issued('Г'), issued('Г'), issued('М'))
      .at('16:01')
      .when(...missedAt(3), takeBack('Г 001'), leave('Г 001'), leave('Г 002'))
      .then(counts({ left: 2, called: 1, neverCalled: 1 }))
      .at('19:00')
      .then(counts({ unserved: 1, called: 1, neverCalled: 2 }), nobodyLost)
  })

  test('tell a person once, however many windows the visit has', () => {
    given(day('10:00'), issued('Г'), opened(3), opened(5))
      .at('10:01')
      .when(...serving(3), transfer(3, { service: 'tax' }), ...serving(5), addService(5, 'tax'), finish(5))
      .then(counts({ issued: 1, called: 1, finished: 1 }), nobodyLost)
  })
})

function issuedPriority() {
  return issued('Г', { priority: true })
}
