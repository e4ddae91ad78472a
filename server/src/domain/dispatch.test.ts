import fc from '../../../tests/support/random.ts'
import { describe, expect, test } from 'vitest'
import { after, instant, MINUTE, SECOND, type Instant } from '#shared/instant.ts'
import { smallOffice } from '../../../tests/support/small-office.ts'
import {
  apart,
  assign,
  atWindow,
  callNext,
  callTicket,
  called,
  clockTime,
  day,
  finish,
  given,
  hold,
  issue,
  issued,
  line,
  lineOf,
  missedAt,
  opened,
  resumeHeld,
  serving,
  start,
  takeBack,
  ticket,
  ticketOf,
  times,
  transfer,
  undo,
  type Story,
} from '../../../tests/support/story.ts'
import type { Day, Ticket } from './day.ts'
import { ahead, callOrder, nextReordering } from './dispatch.ts'
import { nextAlarm, orderHasChanged } from './due.ts'

const PRIORITY = { priority: true }

/** An ordinary ticket at ten, a priority one ten minutes later: equal at a quarter past, by weight three. */
const rivals = given(day('10:00'), opened(3), issued('Г')).at('10:10').when(issue('Г', PRIORITY))

describe('Waited × weight', () => {
  test('calls the priority ticket a millisecond after it has grown past the ordinary one', () => {
    rivals
      .at('10:15:00.001')
      .when(callNext(3))
      .then(called('Г 002', 3, { kind: 'priority', waitedMs: 5 * MINUTE + 1, weight: 3, overtakes: 1 }))
  })

  test('is equal at the crossing itself: then the one issued first is called', () => {
    rivals
      .at('10:15')
      .when(callNext(3))
      .then(called('Г 001', 3, { kind: 'longest-wait', waitedMs: 15 * MINUTE, among: 2 }))
  })

  test('calls the ordinary ticket before the crossing', () => {
    rivals.at('10:14:59.999').when(callNext(3)).then(called('Г 001', 3))
  })

  test('puts two of the same instant in the order of issue', () => {
    given(day('10:00'), opened(3), issued('Г'), issued('М'), issued('address'))
      .at('10:01')
      .then(line('Г 001', 'М 001', 'Г 002'))
    given(day('10:00'), opened(3), issued('М', PRIORITY), issued('Г', PRIORITY))
      .at('10:01')
      .then(line('М 001', 'Г 001'))
  })

  test('puts an ordinary and a priority ticket that are equal in the order of issue', () => {
    given(day('10:00'), issued('Г', PRIORITY), issued('Г')).then(line('Г 001', 'Г 002'))
    given(day('10:00'), issued('Г'), issued('Г', PRIORITY)).then(line('Г 001', 'Г 002'))
  })

  test('puts a priority ticket of the same instant first as soon as time has passed', () => {
    given(day('10:00'), opened(3), issued('Г'), issued('Г', PRIORITY))
      .then(line('Г 001', 'Г 002'))
      .at('10:01')
      .then(line('Г 002', 'Г 001'))
  })

  test('says that a priority ticket overtook nobody, where nobody stood before it', () => {
    given(day('10:00'), opened(3), issued('Г', PRIORITY))
      .at('10:01')
      .when(issue('Г'))
      .at('10:02')
      .when(callNext(3))
      .then(
        called('Г 001', 3, { kind: 'priority', waitedMs: 2 * MINUTE, weight: 3, overtakes: 0 }),
        ticket('Г 002', { overtaken: 0 }),
      )
  })

  test('counts the waiting from the issue, transfers and holds included', () => {
    given(day('10:00'), opened(3), opened(5), issued('Г'))
      .at('10:01')
      .when(issue('М'), ...serving(3), hold(3))
      .at('10:10')
      .when(resumeHeld(3, 'Г 001'), transfer(3, { service: 'tax' }))
      .at('10:11')
      .when(callNext(5))
      .then(called('Г 001', 5, { kind: 'longest-wait', waitedMs: 11 * MINUTE, among: 2 }))
  })
})

describe('The standard of twenty minutes', () => {
  const old = given(day('10:00'), opened(3), issued('Г')).at('10:10').when(issue('Г', PRIORITY))

  test('at twenty minutes sharp priority may still go ahead', () => {
    old.at('10:20').when(callNext(3)).then(called('Г 002', 3))
  })

  test('a millisecond later nobody goes ahead, and the reason says so', () => {
    old
      .at('10:20:00.001')
      .when(callNext(3))
      .then(called('Г 001', 3, { kind: 'past-standard', waitedMs: 20 * MINUTE + 1, standardMinutes: 20 }))
  })

  test('protects against everyone with priority, however many come', () => {
    old
      .at('10:19')
      .when(...times(4, issued('Г', PRIORITY)))
      .at('10:30')
      .when(callNext(3))
      .then(called('Г 001', 3))
  })

  test('protects the one behind too: the older ordinary ticket is called first', () => {
    given(day('10:00'), opened(3), issued('Г'), issued('М'))
      .at('10:15')
      .when(issue('Г', PRIORITY))
      .at('10:20:00.001')
      .when(callNext(3), start(3), finish(3, { callNext: true }))
      .then(called('М 001', 3))
  })

  test('does not hold back a priority ticket that came before', () => {
    given(day('10:00'), opened(3), issued('Г', PRIORITY))
      .at('10:01')
      .when(issue('Г'))
      .at('10:30')
      .when(callNext(3))
      .then(called('Г 001', 3, { kind: 'priority', waitedMs: 30 * MINUTE, weight: 3, overtakes: 0 }))
  })

  test('protects only from being overtaken at the windows that could call', () => {
    given(day('10:00'), opened(5), opened(7), issued('Г'))
      .at('10:10')
      .when(issue('М', PRIORITY))
      .at('10:25')
      .when(callNext(5))
      .then(called('М 001', 5), ticket('Г 001', { overtaken: 0 }))
  })
})

describe('Five times overtaken', () => {
  /** An ordinary ticket, and six with priority that grow past it one by one. */
  const crowd = given(day('10:00'), opened(3), issued('Г'))
    .at('10:01')
    .when(...times(7, issued('М', PRIORITY)))
    .at('10:05')

  test('is the most: the sixth time the ordinary ticket is called, and the reason says so', () => {
    crowd
      .when(...times(4, ...serving(3), finish(3)), callNext(3))
      .then(called('М 005', 3), ticket('Г 001', { overtaken: 5 }))
      .when(start(3), finish(3, { callNext: true }))
      .then(called('Г 001', 3, { kind: 'overtaken-enough', waitedMs: 5 * MINUTE, times: 5 }))
  })

  test('shows in the line before it happens', () => {
    crowd.then(line('М 001', 'М 002', 'М 003', 'М 004', 'М 005', 'Г 001', 'М 006', 'М 007'))
  })

  test('counts calls at any window that could have called the ordinary ticket, and no others', () => {
    given(day('10:00'), opened(3), opened(4), opened(5), issued('Г'))
      .at('10:01')
      .when(...times(3, issued('М', PRIORITY)))
      .at('10:05')
      .when(callNext(3))
      .then(ticket('Г 001', { overtaken: 1 }))
      .when(callNext(4))
      .then(ticket('Г 001', { overtaken: 2 }))
      .when(callNext(5))
      .then(ticket('Г 001', { overtaken: 2 }))
  })

  test('does not count those who came later than the one called', () => {
    given(day('10:00'), opened(3), issued('М', PRIORITY))
      .at('10:01')
      .when(issue('Г'))
      .at('10:05')
      .when(callNext(3))
      .then(ticket('Г 001', { overtaken: 0 }))
  })

  test('counts nothing for an ordinary ticket called before another', () => {
    given(day('10:00'), opened(3), issued('Г'), issued('М'))
      .at('10:05')
      .when(callTicket(3, 'М 001'))
      .then(ticket('Г 001', { overtaken: 0 }))
  })

  test('counts nothing for someone with priority who missed a turn: they wait like everyone', () => {
    given(day('10:00'), opened(3), issued('М', PRIORITY))
      .at('10:10')
      .when(...missedAt(3), ...apart(1, issued('Г')))
      .at('10:11')
      .when(takeBack('М 001'), callTicket(3, 'М 001'))
      .then(ticket('Г 001', { overtaken: 0 }))
  })

  test('counts a withdrawn call for nothing', () => {
    crowd
      .when(...times(4, ...serving(3), finish(3)), ...serving(3), finish(3))
      .then(ticket('Г 001', { overtaken: 5 }))
    given(day('10:00'), opened(3), opened(5), issued('М'))
      .at('10:01')
      .when(...serving(5), issue('Г'))
      .at('10:02')
      .when(transfer(5, { toWindow: 3 }), ...serving(3), issue('М', PRIORITY))
      .at('10:05')
      .when(finish(3, { callNext: true }))
      .then(called('М 002', 3), ticket('Г 001', { overtaken: 1 }))
      .when(undo(3))
      .then(ticket('Г 001', { overtaken: 0 }))
  })

  test('keeps the first call of a ticket when its second, in the same instant, is withdrawn', () => {
    given(day('10:00'), opened(3), opened(4), issued('М'), issued('Г'))
      .at('10:02')
      .when(callTicket(4, 'М 001'), start(4), callTicket(3, 'Г 001'), start(3), transfer(3, { toWindow: 4 }))
      .when(finish(4, { callNext: true }))
      .then(called('Г 001', 4))
      .when(undo(4))
      .then(({ day }) => {
        expect(ticketOf(day, 'Г 001').firstCalledAt).toBe(clockTime(day, '10:02'))
        expect(day.counts.called).toBe(2)
      })
  })
})

describe('Who was sent to a window', () => {
  test('waits there by the same rule as the others', () => {
    given(day('10:00'), opened(3), opened(4), issued('Г'))
      .at('10:05')
      .when(...serving(3), issue('Г'), transfer(3, { toWindow: 4 }))
      .at('10:06')
      .when(callNext(4))
      .then(
        called('Г 001', 4, {
          kind: 'sent-here',
          waitedMs: 6 * MINUTE,
          from: 3,
          turn: { kind: 'longest-wait', waitedMs: 6 * MINUTE, among: 2 },
        }),
      )
  })

  test('and has priority goes ahead by it, and the call says so', () => {
    // Window 3 alone does addresses.
    given(day('10:00'), opened(3), opened(4), issued('address'))
      .at('10:06')
      .when(issue('Г', PRIORITY))
      .at('10:07')
      .when(...serving(4), transfer(4, { toWindow: 3 }))
      .at('10:10')
      .when(callNext(3))
      .then(
        called('Г 002', 3, {
          kind: 'sent-here',
          waitedMs: 4 * MINUTE,
          from: 4,
          turn: { kind: 'priority', waitedMs: 4 * MINUTE, weight: 3, overtakes: 1 },
        }),
        ticket('Г 001', { overtaken: 1 }),
      )
  })

  test('does not go before someone who has waited longer', () => {
    given(day('10:00'), opened(3), opened(4), ...apart(1, issued('М'), issued('Г')))
      .at('10:05')
      .when(callTicket(3, 'Г 001'), start(3), transfer(3, { toWindow: 4 }), callNext(4))
      .then(called('М 001', 4))
  })

  test('is counted before those behind at that window, and at no other', () => {
    const story = given(day('10:00'), opened(3), opened(4), issued('Г'))
      .at('10:05')
      .when(...serving(3), issue('address'), transfer(3, { toWindow: 4 }))
    expect(aheadOf(story, 'Г 001')).toBe(0)
    // Window 3 alone does addresses; whoever is bound to window 4 is not called there.
    expect(aheadOf(story, 'Г 002')).toBe(0)
    story.when(issue('М')).then(({ day, now }) => expect(ahead(day, ticketOf(day, 'М 001'), now)).toBe(2))
  })
})

describe('How many stand before', () => {
  test('is counted among those that an open window could call before', () => {
    const story = given(
      day('10:00'),
      opened(5),
      opened(7),
      ...apart(1, issued('Г'), issued('М'), issued('Я'), issued('М'), issued('Г')),
    )
    expect([aheadOf(story, 'М 002'), aheadOf(story, 'Г 002'), aheadOf(story, 'Я 001')]).toEqual([1, 2, 1])
  })

  test('is counted, while no window is open, as if all that could were', () => {
    const story = given(day('10:00'), ...apart(1, issued('Г'), issued('М'), issued('Я'), issued('М')))
    expect(aheadOf(story, 'М 002')).toBe(2)
  })

  test('is the place in the order, priority and all', () => {
    expect([aheadOf(rivals.at('10:15'), 'Г 002'), aheadOf(rivals.at('10:15:00.001'), 'Г 002')]).toEqual([
      1, 0,
    ])
  })
})

describe('The alarm of the line', () => {
  test('rings at the millisecond in which priority grows past an ordinary ticket', () => {
    const story = rivals.at('10:12')
    // At the tie itself the order may change too, if the one with priority was issued first.
    expect([alarm(story), alarm(rivals.at('10:15'))]).toEqual([at('10:15'), at('10:15:00.001')])
    expect(changes(story, '10:15')).toBe(false)
    expect(changes(story, '10:15:00.001')).toBe(true)
  })

  test('rings a millisecond after the standard has passed', () => {
    const story = rivals.at('10:16')
    expect(alarm(story)).toBe(clockTime(story.day, '10:20:00.001'))
    const since = story.at('10:16').when(issue('Я'))
    expect(changes(since, '10:20')).toBe(false)
    expect(changes(since, '10:20:00.001')).toBe(true)
  })

  test('rings when somebody is no longer at the printer', () => {
    const story = given(day('10:00'), issued('Г')).at('10:01').when(issue('Г', PRIORITY))
    expect(alarm(story)).toBe(clockTime(story.day, '10:01:15'))
    const fresh = given(day('10:00'), ...apart(1, issued('Г'), issued('Г', PRIORITY))).at('10:00:05')
    expect(alarm(fresh)).toBe(at('10:00:16'))
    expect(lineOf(fresh.day, at('10:00:15.999'))).toEqual(['Г 002', 'Г 001'])
    expect(lineOf(fresh.day, at('10:00:16'))).toEqual(['Г 001', 'Г 002'])
    expect(lineOf(fresh.day, at('10:00:17'))).toEqual(['Г 002', 'Г 001'])
  })

  test('does not ring where time changes nothing', () => {
    expect(
      nextReordering(given(day('10:00'), issued('Г'), issued('М')).at('11:00').day, at('11:00')),
    ).toBeNull()
    expect(nextReordering(given(day('10:00')).day, at('11:00'))).toBeNull()
  })

  test('rings for the end of the hours, where that comes first', () => {
    const story = given(day('16:00'), issued('Г')).at('16:59').when(issue('Г', PRIORITY))
    expect(nextAlarm(story.day, at('16:59:30'), 0)).toBe(at('17:00'))
    expect(nextAlarm(given(day('10:00')).day, at('10:00'), 0)).toBe(at('17:00'))
  })

  test('does not ring again and again in a rush', () => {
    const { day } = rivals
    expect(nextAlarm(day, at('10:10'), 2 * SECOND)).toBe(at('10:10:15'))
    expect(nextAlarm(day, at('10:10'), 20 * SECOND)).toBe(at('10:10:20'))
  })

  test('rings for two who wait for one window, whoever may not be passed at another', () => {
    const passed = ['Г 002', 'Г 003', 'Г 004', 'Г 005', 'Г 006']
    const story = given(day('10:00'), assign(3, 'address', 'birth'), opened(3), opened(5), issued('М'))
      .at('10:00:30')
      .when(issue('address'))
      .at('10:01')
      .when(...passed.map(() => issue('address', PRIORITY)))
      .at('10:02')
      .when(...passed.flatMap((label) => [callTicket(3, label), start(3), finish(3)]))
      .then(ticket('Г 001', { overtaken: 5 }))
      .at('10:03')
      .when(issue('М', PRIORITY))
    expect([aheadOf(story.at('10:04:30'), 'М 002'), aheadOf(story.at('10:04:30.001'), 'М 002')]).toEqual([
      1, 0,
    ])
    expect([changes(story, '10:04:30'), changes(story, '10:04:30.001')]).toEqual([false, true])
  })

  test('misses no change of the order, whoever waits, whatever priority weighs', () => {
    const weights = fc.constantFrom(3, 2, 1.5, 2.5, 1)
    fc.assert(
      fc.property(
        fc.array(arrival, { minLength: 2, maxLength: 9 }),
        later,
        weights,
        (arrivals, wait, weight) => {
          const waiting = weighing(dayWith(arrivals), weight)
          const now = after(waiting.at, wait)
          const rings = nextReordering(waiting, now)
          const before = lineOf(waiting, now)
          for (const moment of momentsAfter(waiting, now)) {
            if (rings !== null && moment >= rings) break
            expect(lineOf(waiting, moment), `at +${moment - now} ms`).toEqual(before)
          }
        },
      ),
      {
        numRuns: 1_000,
        // Somebody is passed within the very millisecond in which another is about to be.
        examples: [
          [
            [ordinaryAfter(0), ordinaryAfter(1), { ...ordinaryAfter(1), priority: true }, ordinaryAfter(0)],
            1,
            2.5,
          ],
        ],
      },
    )
  })

  test('finds a change exactly where the order is another', () => {
    fc.assert(
      fc.property(
        fc.array(arrival, { maxLength: 9 }),
        fc.integer({ min: 0, max: 30 * MINUTE }),
        (arrivals, later) => {
          const waiting = dayWith(arrivals)
          const now = after(waiting.at, later)
          expect(orderHasChanged(waiting, now)).toBe(
            lineOf(waiting, now).join() !== lineOf(waiting, waiting.at).join(),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('Somebody taken back stands behind exactly the next few, where nobody has priority', () => {
  fc.assert(
    fc.property(fc.array(arrival, { minLength: 1, maxLength: 9 }), (arrivals) => {
      // Seconds apart, each with a standing of their own: of two with one seniority neither stands behind the other.
      const ordinary = arrivals.map((each) => ({ ...each, priority: false, isTakenBack: false }))
      expect(placeTakenBack(ordinary)).toBe(Math.min(smallOffice.takeBackBehind, arrivals.length - 1))
    }),
    { numRuns: 200 },
  )
})

test('Somebody taken back stands behind at least the next few, whoever has priority', () => {
  fc.assert(
    fc.property(fc.array(arrival, { minLength: 1, maxLength: 9 }), (arrivals) => {
      expect(placeTakenBack(arrivals)).toBeGreaterThanOrEqual(
        Math.min(smallOffice.takeBackBehind, arrivals.length - 1),
      )
    }),
    { numRuns: 500 },
  )
})

test('However long somebody taken back waits, nobody of those they stand behind is passed', () => {
  fc.assert(
    fc.property(fc.array(arrival, { minLength: 1, maxLength: 9 }), later, (arrivals, ms) => {
      const { day: taken, now } = takenBackAmong(arrivals, 15 * SECOND)
      const before = lineOf(taken, now)
      const [place, then] = [before.indexOf('Г 001'), lineOf(taken, after(now, ms))]
      const few = before.slice(0, Math.min(smallOffice.takeBackBehind, place))
      expect(few.filter((label) => then.indexOf(label) > then.indexOf('Г 001'))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

/** @returns where the first of them stands, called an hour after the last came, missed and taken back. */
function placeTakenBack(arrivals: readonly Arrival[]): number {
  const { day: taken, now } = takenBackAmong(arrivals, 60 * MINUTE)
  return lineOf(taken, now).indexOf('Г 001')
}

/** @param ms from when the last of them came until the first is called. */
function takenBackAmong(arrivals: readonly Arrival[], ms: number): Story {
  const waiting = dayWith(arrivals.map((each) => ({ ...each, gap: each.gap + 1 })))
  const scene = given(day('10:00'))
  const morning = given({ ...scene, day: waiting, now: waiting.at }, opened(3))
  return given({ ...morning, now: after(morning.now, ms) }).when(
    callTicket(3, 'Г 001'),
    ...missedAt(3).slice(1),
    takeBack('Г 001'),
  )
}

test('Whoever is called before somebody taken back has not waited longest, and the call says among whom they have', () => {
  given(day('10:00'), opened(3), issued('Г'))
    .at('10:01')
    .when(...missedAt(3))
    .at('10:20')
    .when(issue('Г'))
    .at('10:21')
    .when(takeBack('Г 001'), callNext(3))
    .then(called('Г 002', 3, { kind: 'longest-wait', waitedMs: MINUTE, among: 2, takenBack: 1 }))
    .when(start(3), finish(3, { callNext: true }))
    .then(called('Г 001', 3, { kind: 'longest-wait', waitedMs: 21 * MINUTE, among: 1 }))
})

test('A window’s own order asks only for tickets that it may call', () => {
  const story = given(day('10:00'), opened(5), ...apart(1, issued('Г'), issued('М'), issued('Я'))).at('10:05')
  const order = Array.from(
    callOrder(story.day, ({ service }) => service === 'tax', story.now),
    ({ label }) => label,
  )
  expect(order).toEqual(['М 001'])
  story.when(callNext(5)).then(atWindow(5, 'М 001 called'))
})

function aheadOf({ day, now }: Story, label: string): number {
  return ahead(day, ticketOf(day, label), now)
}

function alarm({ day, now }: Story): Instant | null {
  return nextReordering(day, now)
}

function changes({ day }: Story, time: string): boolean {
  return orderHasChanged(day, clockTime(day, time))
}

function at(time: string): Instant {
  return clockTime(given(day('08:30')).day, time)
}

type Arrival = { readonly gap: number; readonly priority: boolean; readonly isTakenBack: boolean }

const later = fc.integer({ min: 0, max: 30 * MINUTE })

// Gaps that make ties, equal instants, and crossings at whole and at odd milliseconds.
const arrival: fc.Arbitrary<Arrival> = fc.record({
  gap: fc.oneof(fc.constantFrom(0, 1, 15 * SECOND, 5 * MINUTE), fc.integer({ min: 0, max: 5 * MINUTE })),
  priority: fc.boolean(),
  isTakenBack: fc.boolean(),
})

function ordinaryAfter(gap: number): Arrival {
  return { gap, priority: false, isTakenBack: false }
}

/**
 * A morning on which these people took a ticket; those taken back with another seniority than their issue,
 * which nobody is who is still at the printer.
 */
function dayWith(arrivals: readonly Arrival[]): Day {
  const story = given(
    day('10:00'),
    ...arrivals.map(({ gap, priority }) => ({ ...issue('Г', { priority }), afterMs: gap })),
  )
  const back = new Set(arrivals.flatMap(({ isTakenBack }, index) => (isTakenBack ? [index + 1] : [])))
  const moved = (lane: readonly Ticket[]) =>
    lane
      .map((each) =>
        back.has(each.order) && each.since + 15 * SECOND <= story.now
          ? { ...each, since: instant(Math.min(story.now, each.since + 27 * SECOND)) }
          : each,
      )
      .sort((a, b) => a.since - b.since || a.order - b.order)
  const { waiting } = story.day
  const { ordinary, priority } = waiting
  return { ...story.day, waiting: { ...waiting, ordinary: moved(ordinary), priority: moved(priority) } }
}

function weighing(day: Day, priorityWeight: number): Day {
  return { ...day, settings: { ...day.settings, dispatch: { ...day.settings.dispatch, priorityWeight } } }
}

/** Every instant at which the order could change by the rule, and its neighbours: worked out pair by pair. */
function momentsAfter(day: Day, now: Instant): readonly Instant[] {
  const { standardMinutes, priorityWeight, minimumDelaySeconds } = day.settings.dispatch
  const all = [...day.waiting.ordinary, ...day.waiting.priority]
  const moments = new Set<number>()
  for (const a of all) {
    const own = [a.issuedAt + minimumDelaySeconds * SECOND, a.since + standardMinutes * MINUTE]
    const crossings = (priorityWeight > 1 ? all : []).map((b) =>
      Math.floor((priorityWeight * b.since - a.since) / (priorityWeight - 1)),
    )
    for (const moment of [...own, ...crossings]) for (const near of [-1, 0, 1, 2]) moments.add(moment + near)
  }
  return [...moments]
    .filter((moment) => moment > now)
    .sort((a, b) => a - b)
    .map(instant)
}
