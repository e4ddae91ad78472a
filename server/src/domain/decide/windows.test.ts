import { describe, expect, test } from 'vitest'
import { windowOf } from '../day.ts'
import {
  assign,
  atWindow,
  by,
  bySupervisor,
  callNext,
  called,
  clockTime,
  close,
  day,
  events,
  finish,
  given,
  hold,
  issue,
  issued,
  line,
  noShow,
  nothing,
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
  ticket,
  transfer,
  undo,
  windowIs,
} from '../../../../tests/support/story.ts'

describe('A clerk at a window', () => {
  test('opens it, and works at it alone', () => {
    given(day('09:00'))
      .when(open(3))
      .then(events({ type: 'window-opened', window: 3, clerk: 'clerk3' }), windowIs(3, 'open clerk3'))
      .when(by('clerk5', open(3)))
      .then(refused('window-taken', { window: 3, clerk: 'Служител clerk3' }))
  })

  test('has one window and no second', () => {
    given(day('09:00'), opened(3))
      .when(by('clerk3', open(4)))
      .then(refused('clerk-has-window', { window: 3, clerk: 'Служител clerk3' }))
  })

  test('has no second window during a break either', () => {
    given(day('09:00'), opened(3), pause(3))
      .when(by('clerk3', open(4)))
      .then(refused('clerk-has-window', { window: 3, clerk: 'Служител clerk3' }))
  })

  test('moves to another by closing the first', () => {
    given(day('09:00'), opened(3), close(3))
      .when(by('clerk3', open(4)))
      .then(windowIs(4, 'open clerk3'), windowIs(3, 'closed'))
  })

  test('whose browser crashed opens it again, and finds the ticket and the running time as they were', () => {
    const before = given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3))
      .at('09:05')
    before.when(open(3)).then(nothing(), ({ day }) => expect(day).toBe(before.day))
  })

  test('whose browser crashed during a break is still on the break', () => {
    given(day('09:00'), opened(3), pause(3)).when(open(3)).then(nothing(), windowIs(3, 'paused clerk3'))
  })

  test('works there alone: no other clerk calls, starts, finishes, rests or leaves for them', () => {
    const refusal = refused('not-your-window', { window: 3 })
    const calling = given(day('09:00'), issued('Г'), opened(3), opened(4)).at('09:01')
    for (const step of [callNext(3), pause(3), close(3)]) calling.when(by('clerk4', step)).then(refusal)
    const serving3 = calling.when(...serving(3))
    for (const step of [finish(3), hold(3), transfer(3, { service: 'tax' }), undo(3)])
      serving3.when(by('clerk4', step)).then(refusal)
  })

  test('cannot be a clerk that there is not', () => {
    given(day('09:00'))
      .when(by('stranger', open(3)))
      .then(refused('unknown-clerk', { clerk: 'stranger' }))
  })

  test('cannot sit at a window that there is not', () => {
    given(day('09:00'))
      .when(by('clerk3', open(9)))
      .then(refused('unknown-window', { window: 9 }))
  })

  test('cannot put another clerk at a window: that is the supervisor’s', () => {
    given(day('09:00'))
      .when(by('clerk3', open(4, 'clerk5')))
      .then(refused('not-allowed'))
    given(day('09:00'), opened(4))
      .when(by('clerk3', open(4, 'clerk5')))
      .then(refused('not-allowed'))
  })

  test('may name themselves', () => {
    given(day('09:00')).when(open(3, 'clerk3')).then(windowIs(3, 'open clerk3'))
  })

  test('is a member of staff: the kiosk opens no window', () => {
    given(day('09:00'))
      .when({ ...open(3), by: { kind: 'device', id: 'kiosk-1' } })
      .then(refused('not-allowed'))
  })

  test('must open the window before anything is done at it', () => {
    const refusal = refused('window-not-open', { window: 3 })
    const steps = [
      callNext(3),
      recall(3),
      start(3),
      finish(3),
      noShow(3),
      hold(3),
      undo(3),
      close(3),
      pause(3),
      resume(3),
      resumeHeld(3, 'Г 001'),
    ]
    for (const step of steps) given(day('09:00')).when(step).then(refusal)
  })
})

describe('The supervisor', () => {
  test('puts a clerk at a closed window', () => {
    given(day('09:00'))
      .when(bySupervisor(open(3, 'clerk5')))
      .then(windowIs(3, 'open clerk5'))
  })

  test('hands an occupied window over, and who was being served there still is', () => {
    given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3))
      .when(bySupervisor(open(3, 'clerk5')))
      .then(
        events({ type: 'window-handed-over', window: 3, clerk: 'clerk5', from: 'clerk3' }),
        windowIs(3, 'open clerk5'),
        atWindow(3, 'Г 001 serving'),
      )
      .when(by('clerk5', finish(3)))
      .then(atWindow(3, null))
  })

  test('hands over no other clerk’s finish to take back', () => {
    given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3), finish(3), bySupervisor(open(3, 'clerk5')))
      .then(({ day }) => expect(windowOf(day, 3)?.last).toBeNull())
      .when(by('clerk5', undo(3)))
      .then(refused('nothing-to-undo', { window: 3 }))
  })

  test('gives nobody a second window', () => {
    given(day('09:00'), opened(3), opened(5))
      .when(bySupervisor(open(3, 'clerk5')))
      .then(refused('clerk-has-window', { window: 5, clerk: 'Служител clerk5' }))
  })

  test('takes an occupied window only by naming whom to put there', () => {
    given(day('09:00'), opened(3))
      .when(bySupervisor(open(3)))
      .then(refused('window-taken', { window: 3, clerk: 'Служител clerk3' }))
  })

  test('puts nobody there who may not work at a window', () => {
    given(day('09:00'))
      .when(bySupervisor(open(3, 'auditor')))
      .then(refused('unknown-clerk', { clerk: 'auditor' }))
  })

  test('pauses, resumes and closes any clerk’s window', () => {
    given(day('09:00'), opened(3))
      .when(bySupervisor(pause(3)))
      .then(windowIs(3, 'paused clerk3'))
      .when(bySupervisor(resume(3)))
      .then(windowIs(3, 'open clerk3'))
      .when(bySupervisor(close(3)))
      .then(windowIs(3, 'closed'))
  })

  test('closes no window where somebody is being served', () => {
    given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3), bySupervisor(close(3)))
      .then(refused('window-busy', { window: 3, label: 'Г 001' }))
  })

  test('who closes a window sends those on hold there back to the line, with their seniority', () => {
    given(day('09:00'), issued('Г'), issued('Г'), opened(3), opened(4))
      .at('09:01')
      .when(...serving(3), hold(3))
      .when(bySupervisor(close(3)))
      .then(
        events({ type: 'held-released', label: 'Г 001', window: 3 }, { type: 'window-closed', window: 3 }),
        line('Г 001', 'Г 002'),
      )
  })
})

describe('A break', () => {
  test('has a reason, and nobody is called until it ends', () => {
    given(day('09:00'), issued('Г'), opened(3), opened(4))
      .at('09:01')
      .when(pause(3, 'справка в архива'))
      .then(
        events({ type: 'window-paused', window: 3, reason: 'справка в архива' }),
        windowIs(3, 'paused clerk3'),
      )
      .when(callNext(3))
      .then(refused('window-paused', { window: 3 }))
      .when(resume(3), callNext(3))
      .then(called('Г 001', 3))
  })

  test('begins once and ends once', () => {
    given(day('09:00'), opened(3))
      .when(resume(3))
      .then(refused('window-not-paused', { window: 3 }))
    given(day('09:00'), opened(3), pause(3))
      .when(pause(3))
      .then(refused('window-paused', { window: 3 }))
  })

  test('does not begin while somebody is at the window', () => {
    const refusal = refused('window-busy', { window: 3, label: 'Г 001' })
    const story = given(day('09:00'), issued('Г'), opened(3), opened(4)).at('09:01').when(callNext(3))
    story.when(pause(3)).then(refusal)
    story.when(close(3)).then(refusal)
    story.when(start(3), pause(3)).then(refusal)
  })

  test('may begin while somebody fills in a form: they come back after it', () => {
    given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3), hold(3), pause(3))
      .then(windowIs(3, 'paused clerk3'), onHold(3, 'Г 001'))
      .when(resumeHeld(3, 'Г 001'))
      .then(refused('window-paused', { window: 3 }))
      .when(resume(3), resumeHeld(3, 'Г 001'))
      .then(atWindow(3, 'Г 001 serving'))
  })

  test('is counted from its beginning, and the work after it anew', () => {
    const story = given(day('09:00'), opened(3)).at('09:10').when(pause(3)).at('09:20').when(resume(3))
    expect(windowOf(story.day, 3)?.status).toMatchObject({ since: clockTime(story.day, '09:20') })
  })
})

describe('The working time is uninterrupted', () => {
  const story = given(day('09:00'), issued('М'), opened(5)).at('09:01')
  const refusal = refused('last-window-for-service', {
    window: 5,
    service: { bg: 'Данъчна оценка', en: 'Tax valuation' },
    waiting: 1,
  })

  test('the last clerk open for a service with people waiting neither rests nor leaves', () => {
    story.when(pause(5)).then(refusal)
    story.when(close(5)).then(refusal)
  })

  test('the supervisor may let them', () => {
    story.when(bySupervisor(pause(5))).then(windowIs(5, 'paused clerk5'))
    story.when(bySupervisor(close(5))).then(windowIs(5, 'closed'))
  })

  test('whoever is not the last may go', () => {
    story.when(open(3), pause(5)).then(windowIs(5, 'paused clerk5'))
    story.when(open(4), close(5)).then(windowIs(5, 'closed'))
  })

  test('a colleague on a break does not count as open', () => {
    given(day('09:00'), opened(3), opened(5), pause(3), issued('М')).at('09:01').when(pause(5)).then(refusal)
  })

  test('a colleague open for other services does not count', () => {
    given(day('09:00'), issued('М'), opened(5), opened(7)).at('09:01').when(pause(5)).then(refusal)
  })

  test('where nobody waits for it the last may go', () => {
    given(day('09:00'), issued('Я'), opened(5)).when(close(5)).then(windowIs(5, 'closed'))
  })

  test('somebody bound to another window is no reason to stay', () => {
    given(day('09:00'), issued('М'), opened(3), opened(5))
      .at('09:01')
      .when(...serving(3), transfer(3, { toWindow: 5 }), bySupervisor(pause(5)), close(3))
      .then(windowIs(3, 'closed'))
  })

  describe('for whoever was sent to a window, which alone may call them', () => {
    const sent = given(day('09:00'), issued('М'), opened(3), opened(5))
      .at('09:01')
      .when(...serving(3), transfer(3, { toWindow: 5 }))

    test('its clerk takes no break, however many others do the service', () => {
      sent
        .when(pause(5))
        .then(refused('sent-here-and-waiting', { window: 5, label: 'М 001', waiting: 1 }))
        .when(callNext(5))
        .then(called('М 001', 5))
      sent.when(callNext(5), start(5), finish(5), pause(5)).then(windowIs(5, 'paused clerk5'))
    })

    test('its clerk may leave: then others call them', () => {
      sent.when(close(5), callNext(3)).then(called('М 001', 3))
    })

    test('the supervisor may let the clerk rest, and whoever was sent waits for the end of the break', () => {
      sent
        .when(bySupervisor(pause(5)), callNext(3))
        .then(refused('nobody-waiting', { window: 3 }))
        .when(resume(5), callNext(5))
        .then(called('М 001', 5))
    })

    test('a window to which nobody was sent may rest', () => {
      sent.when(pause(3)).then(windowIs(3, 'paused clerk3'))
    })
  })

  test('whoever rests already may leave', () => {
    story.when(bySupervisor(pause(5)), close(5)).then(windowIs(5, 'closed'))
  })

  test('it holds after five too, until everyone is served', () => {
    given(day('16:59'), issued('М'), opened(5)).at('17:30').when(close(5)).then(refusal)
  })
})

describe('A window that closes', () => {
  test('lets go of the people who were sent to it: others may call them now', () => {
    given(day('09:00'), issued('Г'), opened(3), opened(4), opened(7))
      .at('09:01')
      .when(...serving(3), transfer(3, { toWindow: 4 }))
      .then(ticket('Г 001', { boundTo: 4 }))
      .when(close(4))
      .then(events({ type: 'window-closed', window: 4 }), ticket('Г 001', { boundTo: null }))
      .when(callNext(7))
      .then(called('Г 001', 7))
  })

  test('does not leave people on hold behind: the clerk settles them first', () => {
    given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3), hold(3), close(3))
      .then(refused('window-has-held', { window: 3, label: 'Г 001' }))
  })

  test('by a slip of the finger, with the finish before it, is opened again and the finish taken back', () => {
    const closed = given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3), finish(3), close(3))
    closed
      .when(undo(3))
      .then(refused('window-not-open', { window: 3 }))
      .when(open(3), undo(3))
      .then(atWindow(3, 'Г 001 serving'))
    closed
      .at('09:01:31')
      .when(open(3), undo(3))
      .then(refused('undo-too-late', { seconds: 30 }))
  })

  test('leaves whoever else opens it next nothing to take back, nor its clerk after them', () => {
    const closed = given(day('09:00'), issued('Г'), opened(3))
      .at('09:01')
      .when(...serving(3), finish(3), close(3))
    const nothingToUndo = refused('nothing-to-undo', { window: 3 })
    closed.when(by('clerk4', open(3)), by('clerk4', undo(3))).then(nothingToUndo)
    closed.when(by('clerk4', open(3)), by('clerk4', close(3)), open(3), undo(3)).then(nothingToUndo)
  })

  test('is not closed twice', () => {
    given(day('09:00'), opened(3), close(3))
      .when(close(3))
      .then(refused('window-not-open', { window: 3 }))
  })
})

describe('Services of a window', () => {
  test('are changed for today, and hold again tomorrow as configured', () => {
    given(day('09:00'), issued('Г'), opened(5))
      .at('09:01')
      .when(assign(5, 'birth', 'tax', 'birth'))
      .then(events({ type: 'services-assigned', window: 5, services: ['birth', 'tax'] }))
      .when(callNext(5))
      .then(called('Г 001', 5))
      .at('2026-11-26 09:00')
      .when(issue('Г'), open(5))
      .at('2026-11-26 09:01')
      .when(callNext(5))
      .then(refused('nobody-waiting', { window: 5 }))
  })

  test('never include window 7’s elsewhere', () => {
    given(day('09:00'))
      .when(assign(3, 'birth', 'sign-up'))
      .then(
        refused('service-bound', {
          service: { bg: 'Записване за приемен ден', en: 'Sign up for reception day' },
          window: 7,
        }),
      )
  })

  test('never leave window 7 without the one that is done there only', () => {
    given(day('09:00')).when(assign(7, 'birth')).then(refused('service-bound'))
    given(day('09:00'))
      .when(assign(7, 'sign-up', 'tax'))
      .then(events({ type: 'services-assigned' }))
  })

  test('are services of this office, and the window is one of its windows', () => {
    given(day('09:00'))
      .when(assign(3, 'passport'))
      .then(refused('unknown-service', { service: 'passport' }))
    given(day('09:00'))
      .when(assign(9, 'birth'))
      .then(refused('unknown-window', { window: 9 }))
  })
})
