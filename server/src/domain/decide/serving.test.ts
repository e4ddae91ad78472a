import { describe, expect, test } from 'vitest'
import { after, MINUTE } from '#shared/instant.ts'
import { address, birth, farOffice, signUp, tax } from '../../../../tests/support/small-office.ts'
import { windowOf } from '../day.ts'
import {
  addService,
  answered,
  apart,
  atWindow,
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
  issued,
  leave,
  line,
  missed,
  missedAt,
  nobodyLost,
  noShow,
  onHold,
  open,
  opened,
  pause,
  recall,
  refused,
  resume,
  resumeHeld,
  serving,
  start,
  takeBack,
  ticket,
  ticketOf,
  times,
  transfer,
  undo,
} from '../../../../tests/support/story.ts'

const oneServed = given(day('10:00'), issued('Г'), opened(3), opened(4), opened(5), opened(7))
  .at('10:05')
  .when(callNext(3))
  .at('10:06')
  .when(start(3))

describe('A service', () => {
  test('begins with the one who was called, and the time runs from there', () => {
    expect(windowOf(oneServed.day, 3)?.current).toMatchObject({
      state: 'serving',
      calledAt: clockTime(oneServed.day, '10:05'),
      startedAt: clockTime(oneServed.day, '10:06'),
    })
  })

  test('begins once, and only where somebody was called', () => {
    oneServed.when(start(3)).then(refused('already-serving', { label: 'Г 001' }))
    oneServed.when(start(4)).then(refused('nobody-at-window', { window: 4 }))
  })

  test('is finished with its outcome, or simply as served', () => {
    oneServed.when(finish(3)).then(
      events({
        type: 'service-finished',
        label: 'Г 001',
        window: 3,
        service: 'birth',
        outcome: 'served',
        end: 'visit',
      }),
      answered({ ticket: null, reason: null, nobody: null }),
      atWindow(3, null),
      counts({ finished: 1 }),
      nobodyLost,
    )
    oneServed
      .when(finish(3, { outcome: 'fee-paid' }))
      .then(events({ type: 'service-finished', outcome: 'fee-paid' }))
  })

  test('is not finished before it has begun, nor where nobody is', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:05')
      .when(callNext(3), finish(3))
      .then(refused('not-serving', { label: 'Г 001' }))
    oneServed.when(finish(4)).then(refused('nobody-at-window', { window: 4 }))
  })

  test('is finished once', () => {
    oneServed.when(finish(3), finish(3)).then(refused('nobody-at-window', { window: 3 }))
  })

  test('and the next call are one step of one key', () => {
    given(day('10:00'), issued('Г'), issued('М'), opened(3))
      .at('10:05')
      .when(...serving(3), finish(3, { callNext: true }))
      .then(
        events({ type: 'service-finished', label: 'Г 001' }, { type: 'ticket-called', label: 'М 001' }),
        answered({
          ticket: { label: 'М 001' },
          reason: { bg: expect.stringContaining('Чака най-дълго') },
          nobody: null,
        }),
        atWindow(3, 'М 001 called'),
      )
  })

  test('is finished also when nobody can be called after it, and the answer says why', () => {
    oneServed
      .when(finish(3, { callNext: true }))
      .then(
        events({ type: 'service-finished' }),
        answered({ ticket: null, nobody: { code: 'nobody-waiting' } }),
        counts({ finished: 1 }),
      )
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:05')
      .when(...serving(3), issued('М'), finish(3, { callNext: true }))
      .then(events({ type: 'service-finished' }), answered({ nobody: { code: 'too-soon' } }), line('М 001'))
  })

  test('counts for its window', () => {
    given(day('10:00'), issued('Г'), issued('Г'), opened(3))
      .at('10:05')
      .when(...times(2, ...serving(3), finish(3)))
      .then(({ day }) => expect(windowOf(day, 3)?.served).toBe(2))
  })
})

describe('On hold', () => {
  const held = oneServed.at('10:08').when(hold(3))

  test('a person fills in a form, and the window is free meanwhile', () => {
    given(day('10:00'), issued('Г'), issued('М'), opened(3))
      .at('10:05')
      .when(...serving(3), hold(3))
      .then(
        events({ type: 'ticket-held', label: 'Г 001', window: 3 }),
        onHold(3, 'Г 001'),
        atWindow(3, null),
        nobodyLost,
      )
      .when(callNext(3))
      .then(called('М 001', 3))
  })

  test('a person comes back to the same window, and the time of service runs on without the time on hold', () => {
    held
      .at('10:20')
      .when(resumeHeld(3, 'Г 001'))
      .then(
        events({ type: 'held-resumed', label: 'Г 001', window: 3 }),
        onHold(3),
        atWindow(3, 'Г 001 serving'),
        ({ day, now }) =>
          expect(windowOf(day, 3)?.current).toMatchObject({ startedAt: after(now, -2 * MINUTE) }),
      )
  })

  test('a person may be called straight away: then the time of service begins with the return', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:05')
      .when(callNext(3), hold(3))
      .at('10:10')
      .when(resumeHeld(3, 'г1'))
      .then(({ day, now }) =>
        expect(windowOf(day, 3)?.current).toMatchObject({ state: 'serving', startedAt: now }),
      )
  })

  test('several people can be, and each comes back when ready', () => {
    given(day('10:00'), issued('Г'), issued('М'), opened(3))
      .at('10:05')
      .when(...serving(3), hold(3), ...serving(3), hold(3))
      .then(onHold(3, 'Г 001', 'М 001'))
      .when(resumeHeld(3, 'М 001'))
      .then(onHold(3, 'Г 001'), atWindow(3, 'М 001 serving'), nobodyLost)
  })

  test('a person comes back to a free window, to the one where they were, and only when on hold', () => {
    given(day('10:00'), issued('Г'), issued('М'), opened(3))
      .at('10:05')
      .when(...serving(3), hold(3), callNext(3), resumeHeld(3, 'Г 001'))
      .then(refused('window-busy', { window: 3, label: 'М 001' }))
    held.when(resumeHeld(4, 'Г 001')).then(refused('ticket-not-held', { label: 'Г 001', window: 4 }))
    held.when(resumeHeld(3, 'Г 002')).then(refused('ticket-not-held', { label: 'Г 002', window: 3 }))
  })

  test('nobody is put where nobody is at the window', () => {
    oneServed.when(hold(4)).then(refused('nobody-at-window', { window: 4 }))
  })

  test('a person keeps the seniority, when the supervisor closes the window', () => {
    const story = held.when(bySupervisor(close(3)))
    story.then(ticket('Г 001', { since: clockTime(story.day, '10:00'), sentFrom: 3 }), line('Г 001'))
  })
})

/** Nobody else waits there, six minutes after the issue. */
const ALONE = { kind: 'longest-wait', waitedMs: 6 * MINUTE, among: 1 } as const

describe('A transfer', () => {
  test('to another service keeps the number, the history and the seniority', () => {
    given(day('10:00'), issued('Г'), opened(3), opened(5))
      .at('10:05')
      .when(issued('М'), ...serving(3), transfer(3, { service: 'tax' }))
      .then(
        events({
          type: 'ticket-transferred',
          label: 'Г 001',
          window: 3,
          service: 'tax',
          toWindow: null,
          comeBack: false,
        }),
        ticket('Г 001', { service: tax, steps: [birth, tax], sentFrom: 3, boundTo: null }),
        line('Г 001', 'М 001'),
        nobodyLost,
      )
      .when(callNext(5))
      .then(called('Г 001', 5, { kind: 'longest-wait', waitedMs: 5 * MINUTE, among: 2 }))
  })

  test('says how the service ended that was done before it; of one that has not begun there is nothing to say', () => {
    oneServed
      .when(transfer(3, { service: 'tax', outcome: 'application-taken' }))
      .then(events({ type: 'ticket-transferred', service: 'tax', outcome: 'application-taken' }))
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:05')
      .when(callNext(3), transfer(3, { service: 'tax', outcome: 'application-taken' }))
      .then(refused('not-serving', { label: 'Г 001' }))
  })

  test('to a window means that window and no other, and the reason says who sent them', () => {
    oneServed
      .when(transfer(3, { toWindow: 4 }))
      .then(
        events({ type: 'ticket-transferred', service: 'birth', toWindow: 4 }),
        ticket('Г 001', { boundTo: 4, steps: [birth] }),
      )
      .when(callNext(7))
      .then(refused('nobody-waiting', { window: 7 }))
      .when(callNext(4))
      .then(called('Г 001', 4, { kind: 'sent-here', waitedMs: 6 * MINUTE, from: 3, turn: ALONE }))
  })

  test('to a window for another service is one step', () => {
    oneServed
      .when(transfer(3, { service: 'tax', toWindow: 5 }))
      .then(ticket('Г 001', { service: tax, boundTo: 5 }))
      .when(callNext(5))
      .then(called('Г 001', 5))
  })

  test('may be made before the service has begun', () => {
    given(day('10:00'), issued('Г'), opened(3), opened(5))
      .at('10:05')
      .when(callNext(3), transfer(3, { service: 'tax' }))
      .then(ticket('Г 001', { service: tax }), atWindow(3, null))
  })

  test('may ask the person to come back: after the other service the ticket waits for this window again', () => {
    oneServed
      .when(transfer(3, { service: 'tax', toWindow: 5, comeBack: true }))
      .then(ticket('Г 001', { comeBackTo: [{ window: 3, service: birth }] }))
      .when(...serving(5), finish(5, { outcome: 'fee-paid' }))
      .then(
        events({ type: 'service-finished', outcome: 'fee-paid', end: 'comes-back' }),
        ticket('Г 001', {
          service: birth,
          steps: [birth, tax, birth],
          boundTo: 3,
          sentFrom: 5,
          comeBackTo: [],
        }),
        counts({ finished: 0 }),
        nobodyLost,
      )
      .when(callNext(3))
      .then(called('Г 001', 3, { kind: 'sent-here', waitedMs: 6 * MINUTE, from: 5, turn: ALONE }))
      .when(start(3), finish(3))
      .then(events({ type: 'service-finished', end: 'visit' }), counts({ finished: 1 }), nobodyLost)
  })

  test('to come back to a window that has closed meanwhile waits for any that serves it', () => {
    oneServed
      .when(transfer(3, { service: 'tax', toWindow: 5, comeBack: true }), close(3), ...serving(5), finish(5))
      .then(ticket('Г 001', { service: birth, boundTo: null }))
      .when(callNext(7))
      .then(called('Г 001', 7))
  })

  test('may be made again by the next window with the same wish: the person comes back to each, to the last first', () => {
    oneServed
      .when(transfer(3, { toWindow: 4, comeBack: true }), ...serving(4))
      .when(transfer(4, { service: 'tax', toWindow: 5, comeBack: true }), ...serving(5), finish(5))
      .then(ticket('Г 001', { service: birth, boundTo: 4, comeBackTo: [{ window: 3, service: birth }] }))
      .when(...serving(4), finish(4))
      .then(
        events({ type: 'service-finished', end: 'comes-back', returnsFor: 'birth', returnsTo: 3 }),
        ticket('Г 001', { boundTo: 3, comeBackTo: [] }),
      )
      .when(...serving(3), finish(3))
      .then(events({ type: 'service-finished', end: 'visit' }), counts({ finished: 1 }), nobodyLost)
  })

  test('by hand to the window that asked for them again is the return: they do not come back a second time', () => {
    oneServed
      .when(transfer(3, { toWindow: 4, comeBack: true }), ...serving(4))
      .when(transfer(4, { service: 'address', toWindow: 3 }))
      .then(ticket('Г 001', { boundTo: 3, comeBackTo: [] }))
      .when(...serving(3), finish(3))
      .then(events({ type: 'service-finished', end: 'visit' }), line(), counts({ finished: 1 }), nobodyLost)
  })

  test('by hand to one of the windows that asked for them again leaves what the others asked', () => {
    oneServed
      .when(transfer(3, { toWindow: 4, comeBack: true }), ...serving(4))
      .when(transfer(4, { toWindow: 3, comeBack: true }))
      .then(ticket('Г 001', { boundTo: 3, comeBackTo: [{ window: 4, service: birth }] }))
  })

  test('to come back to a window that is on a break meanwhile waits for any that serves it', () => {
    oneServed
      .when(transfer(3, { service: 'tax', toWindow: 5, comeBack: true }), pause(3), ...serving(5), finish(5))
      .then(
        events({ type: 'service-finished', end: 'comes-back', returnsTo: null }),
        ticket('Г 001', { service: birth, boundTo: null, comeBackTo: [] }),
      )
      .when(callNext(7))
      .then(called('Г 001', 7))
  })

  test('to come back to window 7 waits for window 7 alone, closed or not', () => {
    given(day('10:00'), issued('Я'), opened(3), opened(7))
      .at('10:05')
      .when(
        ...serving(7),
        transfer(7, { service: 'tax', comeBack: true }),
        close(7),
        ...serving(3),
        finish(3),
      )
      .then(ticket('Я 001', { service: signUp }))
      .when(callNext(3))
      .then(refused('nobody-waiting'))
      .when(open(7), callNext(7))
      .then(called('Я 001', 7))
  })

  test('goes somewhere: another service or another window is named', () => {
    const refusal = refused('transfer-nowhere', { window: 3 })
    oneServed.when(transfer(3, {})).then(refusal)
    oneServed.when(transfer(3, { service: 'birth' })).then(refusal)
    oneServed.when(transfer(3, { toWindow: 3 })).then(refusal)
    oneServed
      .when(transfer(3, { service: 'address', toWindow: 3 }))
      .then(ticket('Г 001', { service: address, boundTo: 3 }))
  })

  test('goes to a window that serves it, that is open, and that there is', () => {
    oneServed.when(transfer(3, { toWindow: 5 })).then(
      refused('window-does-not-serve', {
        window: 5,
        service: { bg: 'Удостоверение за раждане', en: 'Birth certificate' },
      }),
    )
    oneServed
      .when(close(4), transfer(3, { toWindow: 4 }))
      .then(refused('target-window-closed', { window: 4 }))
    oneServed.when(transfer(3, { toWindow: 9 })).then(refused('unknown-window', { window: 9 }))
    oneServed
      .when(transfer(3, { service: 'passport' }))
      .then(refused('unknown-service', { service: 'passport' }))
  })

  test('goes to no window on a break, and the refusal names those that are open for the service', () => {
    const service = { bg: 'Удостоверение за раждане', en: 'Birth certificate' }
    oneServed
      .when(pause(4), transfer(3, { toWindow: 4 }))
      .then(refused('target-window-paused', { window: 4, service, others: [7] }))
    oneServed
      .when(pause(4), close(7), transfer(3, { toWindow: 4 }))
      .then(refused('target-window-paused', { window: 4, service, others: [] }))
  })

  test('of window 7’s service goes to no other window', () => {
    given(day('10:00'), issued('Я'), opened(3), opened(7))
      .at('10:05')
      .when(...serving(7), transfer(7, { toWindow: 3 }))
      .then(
        refused('service-bound', {
          service: { bg: 'Записване за приемен ден', en: 'Sign up for reception day' },
          window: 7,
        }),
      )
    oneServed.when(transfer(3, { service: 'sign-up', toWindow: 4 })).then(refused('service-bound'))
  })

  test('to window 7’s service is called at window 7 only', () => {
    oneServed
      .when(transfer(3, { service: 'sign-up' }), callNext(3))
      .then(refused('nobody-waiting'))
      .when(callNext(7))
      .then(called('Г 001', 7))
  })

  test('needs somebody at the window, in the hours of the hall', () => {
    oneServed.when(transfer(4, { service: 'tax' })).then(refused('nobody-at-window', { window: 4 }))
    given(day('08:10'), opened(3))
      .when(transfer(3, { service: 'tax' }))
      .then(refused('before-opening'))
  })
})

describe('One more service on the same ticket', () => {
  test('is done here and now, with its own time', () => {
    oneServed
      .at('10:10')
      .when(addService(3, 'tax'))
      .then(
        events({ type: 'service-added', label: 'Г 001', window: 3, service: 'tax' }),
        atWindow(3, 'Г 001 serving'),
        ticket('Г 001', { service: tax, steps: [birth, tax] }),
        ({ day, now }) => expect(windowOf(day, 3)?.current).toMatchObject({ startedAt: now }),
      )
      .when(finish(3))
      .then(
        events({ type: 'service-finished', service: 'tax', end: 'visit' }),
        counts({ issued: 1, finished: 1 }),
      )
  })

  test('ends the one before it with its own outcome, or simply as served', () => {
    oneServed
      .when(addService(3, 'tax', { outcome: 'application-taken' }))
      .then(events({ type: 'service-added', service: 'tax', outcome: 'application-taken' }))
      .when(finish(3))
      .then(events({ type: 'service-finished', service: 'tax', outcome: 'served' }))
    oneServed.when(addService(3, 'tax')).then(events({ type: 'service-added', outcome: 'served' }))
  })

  test('may be the same service once more', () => {
    oneServed.when(addService(3, 'birth')).then(ticket('Г 001', { steps: [birth, birth] }))
  })

  test('is one that this window serves', () => {
    given(day('10:00'), issued('М'), opened(5))
      .at('10:05')
      .when(...serving(5), addService(5, 'birth'))
      .then(
        refused('window-does-not-serve', {
          window: 5,
          service: { bg: 'Удостоверение за раждане', en: 'Birth certificate' },
        }),
      )
    oneServed.when(addService(3, 'passport')).then(refused('unknown-service', { service: 'passport' }))
  })

  test('is not window 7’s anywhere else', () => {
    oneServed.when(addService(3, 'sign-up')).then(
      refused('service-bound', {
        service: { bg: 'Записване за приемен ден', en: 'Sign up for reception day' },
        window: 7,
      }),
    )
  })

  test('needs a service in progress', () => {
    oneServed.when(addService(4, 'tax')).then(refused('nobody-at-window'))
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:05')
      .when(callNext(3), addService(3, 'tax'))
      .then(refused('not-serving', { label: 'Г 001' }))
  })
})

describe('Undo', () => {
  test('brings back one’s own last finish, with the running time as it was', () => {
    const finished = oneServed.at('10:08').when(finish(3))
    finished
      .at('10:08:20')
      .when(undo(3))
      .then(
        events({ type: 'undone', label: 'Г 001', window: 3, what: 'finish', calledBack: null }),
        counts({ finished: 0 }),
        nobodyLost,
        ({ day }) => expect(windowOf(day, 3)).toEqual(windowOf(oneServed.day, 3)),
      )
  })

  test('brings back one’s own last no-show, as somebody called and called again', () => {
    given(day('10:00'), issued('Г'), opened(3))
      .at('10:05')
      .when(...missedAt(3))
      .when(undo(3))
      .then(
        events({ type: 'undone', what: 'no-show' }),
        atWindow(3, 'Г 001 called'),
        missed(),
        counts({ noShow: 0 }),
        nobodyLost,
        ({ day }) => expect(windowOf(day, 3)?.current).toMatchObject({ recalls: 1 }),
      )
  })

  test('is possible to thirty seconds sharp, and not a millisecond longer', () => {
    const finished = oneServed.at('10:08').when(finish(3))
    finished.at('10:08:30').when(undo(3)).then(atWindow(3, 'Г 001 serving'))
    finished
      .at('10:08:30.001')
      .when(undo(3))
      .then(refused('undo-too-late', { seconds: 30 }))
  })

  test('is possible as long as the office has settled', () => {
    const finished = given(day('10:00', { office: farOffice }), issued('Д'), opened(1)).when(
      ...serving(1),
      finish(1),
    )
    finished.at('10:00:05').when(undo(1)).then(atWindow(1, 'Д 001 serving'))
    finished
      .at('10:00:05.001')
      .when(undo(1))
      .then(refused('undo-too-late', { seconds: 5 }))
  })

  test('sends the one called by the same key back to their place, as if not called', () => {
    given(day('10:00'), opened(3), opened(5), issued('Г'))
      .at('10:01')
      .when(...serving(3), ...apart(1, issued('М'), issued('Г', { priority: true })))
      .at('10:03')
      .when(finish(3, { callNext: true }))
      .then(called('Г 002', 3))
      .when(undo(3))
      .then(
        events({ type: 'undone', calledBack: '2026-11-25/Г-002' }),
        atWindow(3, 'Г 001 serving'),
        line('Г 002', 'М 001'),
        ticket('Г 002', { firstCalledAt: null }),
        ticket('М 001', { overtaken: 0 }),
        counts({ called: 1, calledWithinStandard: 1, finished: 0 }),
        nobodyLost,
        ({ day }) => expect(day.calls.map(({ label }) => label)).toEqual(['Г 001']),
      )
  })

  test('sends nobody back whose service has begun', () => {
    given(day('10:00'), issued('Г'), issued('М'), opened(3))
      .at('10:01')
      .when(...serving(3), finish(3, { callNext: true }), start(3), undo(3))
      .then(refused('window-busy', { window: 3, label: 'М 001' }))
  })

  test('takes back what one did oneself, once', () => {
    const nothingToUndo = refused('nothing-to-undo', { window: 3 })
    oneServed.when(undo(3)).then(nothingToUndo)
    oneServed.when(finish(3), undo(3), undo(3)).then(nothingToUndo)
    oneServed.when(finish(3), bySupervisor(undo(3))).then(refused('not-your-window', { window: 3 }))
    oneServed.when(finish(3), by('clerk4', undo(3))).then(refused('not-your-window', { window: 3 }))
  })

  test('takes back nothing but the last: what was done before a hold or a transfer is done', () => {
    given(day('10:00'), issued('Г'), issued('М'), opened(3))
      .at('10:01')
      .when(...serving(3), finish(3), ...serving(3), hold(3), undo(3))
      .then(refused('nothing-to-undo'))
    given(day('10:00'), issued('Г'), issued('М'), opened(3))
      .at('10:01')
      .when(...serving(3), finish(3), ...serving(3), transfer(3, { service: 'birth' }), undo(3))
      .then(refused('nothing-to-undo'))
  })

  test('waits for the end of a break', () => {
    oneServed.when(finish(3), pause(3), undo(3)).then(refused('window-paused', { window: 3 }))
    oneServed.when(finish(3), pause(3), resume(3), undo(3)).then(atWindow(3, 'Г 001 serving'))
  })
})

describe('Undo of what has moved on', () => {
  const overtaken = refused('undo-overtaken', { label: 'Г 001' })
  const gone = given(day('10:00'), opened(3), opened(5), issued('Г'))
    .at('10:05')
    .when(...serving(3), transfer(3, { service: 'tax', toWindow: 5, comeBack: true }), ...serving(5))
    .at('10:06')
    .when(finish(5))

  test('a person on the way back is brought back, and not in line any more', () => {
    gone
      .when(undo(5))
      .then(
        events({ type: 'undone' }),
        line(),
        atWindow(5, 'Г 001 serving'),
        counts({ finished: 0 }),
        nobodyLost,
      )
  })

  test('a person on the way back who has left is gone', () => {
    gone.when(leave('Г 001'), undo(5)).then(overtaken, nobodyLost)
  })

  test('a person whom the next window has called, or served, or sent on, has moved on', () => {
    gone.when(callNext(3), undo(5)).then(overtaken)
    gone.when(...serving(3), finish(3), undo(5)).then(overtaken, nobodyLost)
    gone.when(...serving(3), hold(3), undo(5)).then(overtaken)
    gone.when(...serving(3), transfer(3, { service: 'address' }), undo(5)).then(overtaken)
    gone.when(...missedAt(3), undo(5)).then(overtaken)
    gone.when(...missedAt(3), takeBack('Г 001'), undo(5)).then(overtaken)
  })

  test('a person whom the limit of the day left unserved has moved on', () => {
    given(day('16:50'), opened(3), opened(5), issued('Г'), issued('М'))
      .at('18:59:50')
      .when(
        ...serving(3),
        transfer(3, { service: 'tax', toWindow: 5, comeBack: true }),
        ...serving(5),
        finish(5, { callNext: true }),
        start(5),
      )
      .at('19:00:05')
      .when(finish(5), undo(5))
      .then(atWindow(5, 'М 001 serving'), nobodyLost)
  })

  test('a person who missed the turn and was taken back has moved on', () => {
    const missedOnce = given(day('10:00'), opened(3), opened(4), issued('Г'))
      .at('10:05')
      .when(...missedAt(3))
    missedOnce.when(takeBack('Г 001'), undo(3)).then(overtaken)
    missedOnce.when(takeBack('Г 001'), ...missedAt(4), undo(3)).then(overtaken, nobodyLost)
    missedOnce.when(takeBack('Г 001'), ...missedAt(4), undo(4)).then(atWindow(4, 'Г 001 called'), nobodyLost)
  })

  test('a finish after the limit ends the visit, and taking it back counts nobody twice', () => {
    given(day('16:50'), opened(3), opened(5), issued('Г'))
      .at('18:50')
      .when(...serving(3), transfer(3, { service: 'tax', toWindow: 5, comeBack: true }), ...serving(5))
      .at('19:05')
      .when(finish(5), undo(5))
      .then(atWindow(5, 'Г 001 serving'), counts({ finished: 0 }), nobodyLost)
  })

  test('a call out of order is not hidden by taking it back', () => {
    given(day('10:00'), opened(3), issued('Г'), issued('М'))
      .at('10:05')
      .when(...serving(3), finish(3), callTicket(3, 'М 001', 'supervisor-order'), undo(3))
      .then(({ day }) => expect(day.outOfOrder.map(({ label }) => label)).toEqual(['М 001']))
  })
})

describe('The clerk’s keys pressed too early or at the wrong window', () => {
  test('change nothing', () => {
    const before = given(day('10:00'), issued('Г'), opened(3)).at('10:01')
    for (const step of [
      start(3),
      recall(3),
      noShow(3),
      finish(3),
      hold(3),
      undo(3),
      finish(4),
      callNext(4),
    ]) {
      const after = before.when(step)
      expect(after.told.refusal).not.toBeNull()
      expect(after.day).toBe(before.day)
    }
  })
})

test('The ticket at a window, on hold or missed keeps its label and its code through it all', () => {
  const story = given(day('10:00'), issued('Г'), opened(3), opened(5))
  const { code } = ticketOf(story.day, 'Г 001')
  story
    .at('10:01')
    .when(
      ...serving(3),
      hold(3),
      resumeHeld(3, 'Г 001'),
      transfer(3, { service: 'tax' }),
      ...missedAt(5),
      takeBack('Г 001'),
      callNext(5),
    )
    .then(ticket('Г 001', { code, steps: [birth, tax] }))
})
