import { describe, expect, test } from 'vitest'
import type { StaffId } from '#shared/ids.ts'
import { printed } from '#shared/labels.ts'
import { HallView, KioskView, QueueView, SupervisorView, TicketView, WindowView } from '#shared/views.ts'
import {
  apart,
  askAssistance,
  atWindow,
  bySupervisor,
  callNext,
  callTicket,
  close,
  day,
  declareRoll,
  enterRoll,
  finish,
  given,
  hold,
  issue,
  issued,
  leave,
  missedAt,
  noShow,
  open,
  opened,
  order,
  pause,
  recall,
  resumeHeld,
  serving,
  start,
  takeBack,
  ticketOf,
  times,
  transfer,
  type Story,
} from '../../../../tests/support/story.ts'
import { farOffice } from '../../../../tests/support/small-office.ts'
import { findTicket, windowOf } from '../day.ts'
import { positions } from '../dispatch.ts'
import { hallView } from './hall.ts'
import { kioskView } from './kiosk.ts'
import { queueView } from './queue.ts'
import { supervisorView } from './supervisor.ts'
import { liveTicketView, pastTicketView } from './ticket.ts'
import { windowView } from './window.ts'

const around = { training: true, nameOf: (clerk: StaffId) => `Име ${clerk}` }

/** A morning in which everything that a screen shows is going on. */
const morning = given(
  day('10:00'),
  opened(3),
  opened(4),
  opened(7),
  ...apart(1, issued('Г'), issued('Г'), issued('М'), issued('М')),
)
  .at('10:05')
  .when(
    ...serving(3),
    hold(3),
    ...missedAt(4),
    ...serving(4),
    finish(4),
    callTicket(3, 'М 002'),
    askAssistance(),
  )
  .when(order({ from: '2026-12-07', change: { kind: 'closed' } }))
  .when(issue('Я', { language: 'en' }))

describe('The kiosk', () => {
  const view = kioskView(morning.day, around)

  test('shows each group and service with who waits and which windows are open', () => {
    expect(view.groups.map(({ letter, waiting, openWindows }) => [letter, waiting, openWindows])).toEqual([
      ['Г', 0, [3, 4, 7]],
      ['М', 0, [3, 4]],
      ['Я', 1, [7]],
    ])
    expect(view.services.find(({ id }) => id === 'sign-up')).toMatchObject({
      waiting: 1,
      openWindows: [7],
      onlyWindow: 7,
    })
    expect([view.waiting, view.assistanceAsked]).toEqual([1, true])
  })

  test('shows no window that is on a break as open', () => {
    const paused = given(day('10:00'), opened(7), bySupervisor(pause(7)))
    expect(kioskView(paused.day, around).services.find(({ id }) => id === 'sign-up')?.openWindows).toEqual([])
  })

  test('on a day off says why, and what is next', () => {
    const saturday = kioskView(given(day('10:00', { date: '2026-11-28' })).day, around)
    expect(saturday.day).toMatchObject({
      phase: 'closed-day',
      why: { bg: 'събота', en: 'Saturday' },
      opensAt: null,
      next: { date: '2026-11-30', opensAt: '2026-11-30T06:30:00.000Z' },
    })
  })

  test('says that this is a training hall', () => {
    expect(view.office.training).toBe(true)
    expect(kioskView(morning.day, { ...around, training: false }).office.training).toBe(false)
  })
})

describe('The board', () => {
  test('tells the calls, the newest first, and the state of each window', () => {
    const { calls, windows } = hallView(morning.day, around)
    expect(calls.map(({ label, window, state }) => [label, window, state])).toEqual([
      ['М 002', 3, 'called'],
      ['М 001', 4, 'done'],
      ['Г 002', 4, 'missed'],
      ['Г 001', 3, 'on-hold'],
    ])
    expect(windows.map(({ window, state, label }) => [window, state, label])).toEqual([
      [3, 'calling', 'М 002'],
      [4, 'open', null],
      [5, 'closed', null],
      [7, 'open', null],
    ])
  })

  test('tells the third call as the last, and how often', () => {
    const story = given(day('10:00'), opened(3), issued('Г'))
      .at('10:05')
      .when(callNext(3), recall(3), recall(3), recall(3))
    expect(hallView(story.day, around).calls).toMatchObject([{ label: 'Г 001', times: 4, last: true }])
  })

  test('says of nobody that they are done who has yet to be served', () => {
    const boardOf = (story: ReturnType<typeof given>) =>
      hallView(story.day, around).calls.map(({ label, state }) => [label, state])
    const served = given(day('10:00'), opened(3), opened(4), issued('Г'), issued('М'))
      .at('10:05')
      .when(callNext(3), start(3))
    const held = served.when(hold(3))
    expect(boardOf(held)).toEqual([['Г 001', 'on-hold']])
    expect(boardOf(held.when(resumeHeld(3, 'Г 001')))).toEqual([['Г 001', 'serving']])
    expect(boardOf(held.at('19:00'))).toEqual([['Г 001', 'unserved']])

    const sentOn = served.when(transfer(3, { toWindow: 4, comeBack: true }))
    expect(boardOf(sentOn)).toEqual([['Г 001', 'waiting']])
    const doneThere = sentOn.when(callNext(4), start(4), finish(4))
    expect(boardOf(doneThere)).toEqual([['Г 001', 'waiting']])
    expect(boardOf(doneThere.when(callNext(3), start(3), finish(3)))).toEqual([['Г 001', 'done']])
  })

  test('says who missed the turn, who waits again, and who gave it up', () => {
    const missedTurn = given(day('10:00', { office: farOffice }), issued('Д'), opened(1))
      .at('10:05')
      .when(callNext(1), noShow(1))
    const states = (story: ReturnType<typeof given>) =>
      hallView(story.day, around).calls.map(({ state }) => state)
    expect(states(missedTurn)).toEqual(['missed'])
    const back = missedTurn.when(takeBack('Д 001', 1))
    expect(states(back)).toEqual(['waiting'])
    expect(states(back.when(leave('Д 001')))).toEqual(['left'])
  })

  test('apologises to those whom the limit left unserved', () => {
    const story = given(day('16:59'), issued('Г'), issued('М')).at('19:00')
    expect(hallView(story.day, around)).toMatchObject({ unserved: 2, waiting: 0, day: { phase: 'closed' } })
  })

  test('knows nobody’s name, and no ticket’s code', () => {
    const shown = JSON.stringify([hallView(morning.day, around), kioskView(morning.day, around)])
    expect(shown).not.toMatch(/Име|clerk|code0/)
  })
})

describe('A window', () => {
  test('that a supervisor closed says when, until it is open again; of any other that is closed it is not said', () => {
    const closed = given(day('09:00'), opened(3))
      .at('10:00')
      .when(bySupervisor(close(3)))
    const closedAt = (story: Story) => windowOfStory(story, 3).closedBySupervisor
    expect(closedAt(closed)).toBe('2026-11-25T08:00:00.000Z')
    expect(closedAt(closed.when(open(3)))).toBeNull()
    expect(closedAt(given(day('09:00'), opened(3), close(3)))).toBeNull()
    expect(closedAt(given(day('16:50'), opened(3)).at('19:00'))).toBeNull()
    expect(closedAt(closed.at('2026-11-26 08:00'))).toBeNull()
  })

  test('shows the clerk the ticket, its wait and the reason for the call', () => {
    const view = windowOfStory(given(day('10:00'), opened(3), issued('Г')).at('10:05').when(callNext(3)), 3)
    expect(view).toMatchObject({
      state: 'calling',
      clerk: { id: 'clerk3', name: 'Име clerk3' },
      current: {
        state: 'called',
        label: 'Г 001',
        issuedAt: '2026-11-25T08:00:00.000Z',
        recalls: 0,
        recallsLeft: 3,
        mayBeNoShow: false,
        reason: { bg: 'Чака най-дълго от чакащите за това гише (5 мин.; чакащи: 1).' },
      },
      serviceMinutes: 6,
    })
  })

  test('shows how often the person may still be called, and when a no-show may be marked', () => {
    const story = given(day('10:00'), opened(3), issued('Г')).at('10:05').when(callNext(3), recall(3))
    expect(windowOfStory(story, 3).current).toMatchObject({ recalls: 1, recallsLeft: 2, mayBeNoShow: true })
    const late = given(day('16:59'), opened(3), issued('Г')).at('18:59').when(callNext(3)).at('19:00')
    expect(windowOfStory(late, 3).current).toMatchObject({ recalls: 0, recallsLeft: 0, mayBeNoShow: true })
  })

  test('shows whom it would call next, and each reason: the first is the one it does call', () => {
    const story = given(
      day('10:00'),
      opened(3),
      ...apart(1, issued('Г'), issued('М', { priority: true }), issued('М')),
    )
    const waiting = story.at('10:05').when(issue('Я'))
    expect(windowOfStory(waiting, 3).next.map(({ label, reason }) => [label, reason.en])).toEqual([
      ['М 001', 'Priority: a minute of waiting counts as 3.'],
      ['Г 001', `Has waited longest of those left after ${printed('М 001')}.`],
      ['М 002', `Has waited longest of those left after ${printed('Г 001')}.`],
    ])
    waiting.when(callNext(3)).then(atWindow(3, 'М 001 called'))
  })

  test('shows at most twenty of those it may call, and how many there are', () => {
    const view = windowOfStory(given(day('10:00'), opened(3), ...times(25, issued('Г'))), 3)
    expect([view.next.length, view.waiting]).toEqual([20, 25])
  })

  test('shows those on hold, those missed, and what may be undone until when', () => {
    const view = windowOfStory(morning, 4)
    expect(view).toMatchObject({
      missed: [{ label: 'Г 002', window: 4 }],
      undo: { label: 'М 001', what: 'finish', until: '2026-11-25T08:05:30.000Z' },
    })
    expect(windowOfStory(morning, 3).held).toMatchObject([{ label: 'Г 001', servedMs: 0 }])
  })

  test('says when the clerk may rest, and when they are the last for somebody', () => {
    expect([windowOfStory(morning, 4).mayRest, windowOfStory(morning, 7).mayRest]).toEqual([true, false])
  })

  test('says that somebody who was sent there waits', () => {
    const sent = given(day('10:00'), issued('Г'), opened(3), opened(4))
      .at('10:01')
      .when(...serving(3), transfer(3, { toWindow: 4 }))
    expect([3, 4].map((number) => windowOfStory(sent, number).isAwaited)).toEqual([false, true])
    expect(windowOfStory(sent, 4).mayRest).toBe(true)
  })

  test('shows a break with its reason', () => {
    const view = windowOfStory(given(day('10:00'), opened(3), pause(3, 'archive')), 3)
    expect(view).toMatchObject({ state: 'paused', pauseReason: 'archive', since: '2026-11-25T08:00:00.000Z' })
  })
})

describe('The supervisor', () => {
  test('sees the whole hall', () => {
    const view = supervisorView(morning.day, around, [{ id: 'clerk3' as StaffId, name: 'Име clerk3' }]) // a name of staff
    expect(
      view.windows.map(({ window, state, label, held, servedToday }) => [
        window,
        state,
        label,
        held,
        servedToday,
      ]),
    ).toEqual([
      [3, 'calling', 'М 002', ['Г 001'], 0],
      [4, 'open', null, [], 1],
      [5, 'closed', null, [], 0],
      [7, 'open', null, [], 0],
    ])
    expect(view.clerks).toEqual([{ id: 'clerk3', name: 'Име clerk3', window: 3 }])
    expect(view.today).toMatchObject({ issued: 5, waiting: 1, finished: 1, noShow: 1, called: 4 })
    expect(view.outOfOrder).toMatchObject([{ label: 'М 002', because: 'short-question', ahead: 0 }])
    expect(view.exceptions).toMatchObject([{ from: '2026-12-07', order: 'Заповед № 7' }])
    expect(view.assistanceAsked).toBe('2026-11-25T08:05:00.000Z')
  })

  test('sees the share within the standard over everyone of whom it is known, and not over those called alone', () => {
    const noon = given(day('10:00'), opened(3), opened(5), ...apart(60, ...times(4, issued('Г'))))
      .at('10:05')
      .when(callNext(3), leave('Г 002'))
    const share = ({ day }: Story) => {
      const { called, calledWithinStandard, standardSettled } = supervisorView(day, around, []).today
      return { called, calledWithinStandard, standardSettled }
    }
    expect(share(noon)).toEqual({ called: 1, calledWithinStandard: 1, standardSettled: 2 })
    const waitsLonger = noon.at('10:23:30').when(start(3)) // Г 003 since 10:03, Г 004 since 10:04
    expect(share(waitsLonger)).toEqual({ called: 1, calledWithinStandard: 1, standardSettled: 3 })
    const sentOn = waitsLonger.at('10:40').when(transfer(3, { service: 'tax' }))
    expect(share(sentOn)).toEqual({ called: 1, calledWithinStandard: 1, standardSettled: 4 })
    expect(share(sentOn.at('19:00'))).toEqual({ called: 1, calledWithinStandard: 1, standardSettled: 4 })
  })

  test('sees the line in the one order', () => {
    const { order } = queueView(
      given(day('10:00'), ...apart(1, issued('Г'), issued('М', { priority: true })), issue('Я'))
        .at('10:05')
        .when(issue('Г')).day,
      around,
    )
    expect(order.map(({ label }) => label)).toEqual(['М 001', 'Г 001', 'Я 001', 'Г 002'])
  })
})

describe('A phone', () => {
  const story = given(day('10:00'), opened(3), opened(5), ...apart(1, issued('М'), issued('Г'))).at('10:05')

  test('shows how many stand before, and the windows that are open for it', () => {
    expect(phone(story, 'Г 001')).toMatchObject({
      state: 'waiting',
      ahead: 1,
      openWindows: [3],
      window: null,
      calledAt: null,
    })
  })

  test('shows the window as soon as it is called, and no place in the line', () => {
    expect(phone(story.when(callNext(3)), 'М 001')).toMatchObject({
      state: 'called',
      window: 3,
      ahead: null,
      calledAt: '2026-11-25T08:05:00.000Z',
    })
    expect(phone(story.when(...serving(3)), 'М 001')).toMatchObject({ state: 'serving', window: 3 })
    expect(phone(story.when(...serving(3), hold(3)), 'М 001')).toMatchObject({ state: 'on-hold', window: 3 })
    expect(phone(story.when(...missedAt(3)), 'М 001')).toMatchObject({ state: 'no-show', window: 3 })
  })

  test('knows which call is the last one, as the board does', () => {
    const called = story.when(callNext(3))
    const calls = [called, called.when(recall(3)), called.when(recall(3), recall(3), recall(3))]
    expect(calls.map((each) => phone(each, 'М 001').last)).toEqual([false, false, true])
    expect(calls.map(({ day }) => hallView(day, around).calls[0]?.last)).toEqual([false, false, true])
    const once = given(day('10:00', { office: farOffice }), issued('Д'), opened(1)).when(
      callNext(1),
      recall(1),
    )
    expect(phone(once, 'Д 001').last).toBe(true) // there nobody is called again more than once
  })

  test('shows the window that the person was sent to', () => {
    expect(phone(story.when(...serving(3), transfer(3, { toWindow: 5 })), 'М 001')).toMatchObject({
      state: 'waiting',
      window: 5,
      ahead: 0,
    })
  })

  test('apologises to whoever was not served, and to nobody else', () => {
    const ticket = ticketOf(story.day, 'Г 001')
    for (const state of ['finished', 'no-show', 'left', 'unserved'] as const) {
      expect(pastTicketView(story.day, { ...ticket, state }, around)).toMatchObject({
        state,
        apology: state === 'unserved',
        ahead: null,
      })
    }
  })

  test('knows nothing about anyone else', () => {
    expect(JSON.stringify(phone(story, 'Г 001'))).not.toMatch(/М 001|Име|code0/)
  })
})

describe('The supervisor’s rolls', () => {
  const rolls = ({ day }: Story) => supervisorView(day, around, []).rolls
  const declared = given(day('10:00'), declareRoll('Г', 501, 503))

  test('say how far each has been handed out', () => {
    expect(rolls(declared)).toEqual([{ letter: 'Г', from: 501, to: 503, entered: 0, next: 501 }])
    expect(rolls(declared.when(enterRoll('Г', 501, 502)))).toMatchObject([{ entered: 2, next: 503 }])
    expect(rolls(declared.when(enterRoll('Г', 501, 503)))).toMatchObject([{ entered: 3, next: null }])
  })
})

describe('Every view', () => {
  const stories: readonly [string, Story][] = [
    ['in the morning', given(day('08:00'))],
    ['at work', morning],
    ['while finishing', given(day('16:59'), issued('Г'), opened(3)).at('17:30')],
    ['with a roll of paper', given(day('10:00'), declareRoll('Г', 501, 560), enterRoll('Г', 501, 503))],
    ['at night', given(day('16:59'), issued('Г'), opened(3)).at('20:00')],
    ['on a day off', given(day('10:00', { date: '2026-11-28' }))],
    [
      'after people left and windows closed',
      morning.when(leave('Я 001'), recall(3), noShow(3), close(4), callNext(7)),
    ],
  ]

  test.each(stories)('is exactly what the contract says, %s', (_, { day }) => {
    expect(KioskView.parse(kioskView(day, around))).toEqual(kioskView(day, around))
    expect(HallView.parse(hallView(day, around))).toEqual(hallView(day, around))
    expect(QueueView.parse(queueView(day, around))).toEqual(queueView(day, around))
    expect(SupervisorView.parse(supervisorView(day, around, []))).toEqual(supervisorView(day, around, []))
    for (const window of day.windows)
      expect(WindowView.parse(windowView(day, window, around))).toEqual(windowView(day, window, around))
  })
})

function windowOfStory({ day }: Story, number: number): WindowView {
  const window = windowOf(day, number)
  if (window === null) throw new Error(`no window ${number}`)
  return windowView(day, window, around)
}

function phone({ day, now }: Story, label: string): TicketView {
  const place = findTicket(day, (ticket) => ticket.label === label)
  if (place === null) throw new Error(`no live ticket ${label}`)
  const view = liveTicketView(day, place, around, positions(day, now))
  expect(TicketView.parse(view)).toEqual(view)
  return view
}
