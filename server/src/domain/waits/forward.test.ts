import fc from '../../../../tests/support/random.ts'
import { describe, expect, test } from 'vitest'
import { after, MINUTE, SECOND } from '#shared/instant.ts'
import type { Model } from './forward.ts'
import { smallOffice } from '../../../../tests/support/small-office.ts'
import {
  apart,
  bySupervisor,
  callNext,
  day,
  given,
  issued,
  opened,
  pause,
  resume,
  serving,
  start,
  transfer,
  type Step,
  type Story,
} from '../../../../tests/support/story.ts'
import { windowOf } from '../day.ts'
import { nextFor } from '../dispatch.ts'
import { sure } from './durations.ts'
import { foretell, quantile, shareBy, type Futures } from './forward.ts'
import { sceneOf } from './scene.ts'
import { createSimulator } from './simulator.ts'

const SIX = 6 * MINUTE

/** Everything lasts exactly as said: one future. */
function clockwork(minutes = 6, noShowShare = 0): Model {
  const each = smallOffice.services.map(() => sure(minutes * MINUTE))
  return {
    service: each,
    occupied: each,
    walk: sure(0),
    noShow: sure(MINUTE),
    noShowShare,
    pause: sure(10 * MINUTE),
    priorityRate: () => [],
  }
}

function futuresOf(
  { day, now }: Story,
  model = clockwork(),
  runs = 1,
): Futures & { readonly of: (label: string) => number | null } {
  const { scene, tickets } = sceneOf(day, now)
  const foretelling = foretell(scene, model, { runs, seed: 1 })
  expect(foretelling.goOn(Infinity)).toBe(true)
  const futures = foretelling.futures()
  const labels = new Map(
    [...day.waiting.ordinary, ...day.waiting.priority].map(({ id, label }) => [label, tickets.indexOf(id)]),
  )
  return {
    ...futures,
    of: (label) => quantile(futures.callsOf(labels.get(label) ?? -1), 0.5),
  }
}

const callsIn = ({ callsOf }: Futures) => Array.from({ length: 60 }, (_, place) => callsOf(place))

const [BIRTH, , TAX, SIGN_UP] = [0, 1, 2, 3] as const

describe('In a hall that runs ahead', () => {
  test('those who wait are called as windows come free, and whoever might come next after them', () => {
    const futures = futuresOf(
      given(day('10:00'), opened(5), ...apart(1, issued('М'), issued('М'), issued('М')))
        .at('10:01')
        .when(...serving(5))
        .at('10:03'),
    )
    const free = 4 * MINUTE // of six, two have passed
    expect(futures.of('М 002')).toBe(free)
    expect(futures.of('М 003')).toBe(free + SIX)
    expect(futures.newcomers.ordinary[TAX]?.[0]).toBe(free + 2 * SIX)
  })

  test('nobody is foretold a call where no window is open for them', () => {
    const futures = futuresOf(given(day('10:00'), opened(5), issued('Я'), issued('М')).at('10:01'))
    expect(futures.of('Я 001')).toBeNull()
    expect(futures.of('М 001')).toBe(0)
    expect(quantile(futures.newcomers.ordinary[SIGN_UP] ?? new Float64Array(), 0.5)).toBeNull()
  })

  test('somebody who might come now with priority is called sooner than one without', () => {
    const story = given(
      day('10:00'),
      opened(5),
      ...apart(60, issued('М'), issued('М'), issued('М'), issued('М')),
    )
    const { newcomers } = futuresOf(story.at('10:05'))
    expect(newcomers.ordinary[TAX]?.[0]).toBe(4 * SIX)
    expect(newcomers.priority[TAX]?.[0]).toBe(SIX)
  })

  test('a free window calls a newcomer once they have left the printer', () => {
    const { newcomers } = futuresOf(given(day('10:00'), opened(3)))
    expect(newcomers.ordinary[BIRTH]?.[0]).toBe(smallOffice.dispatch.minimumDelaySeconds * SECOND)
  })

  test('and after those who have not left it yet either', () => {
    const story = given(day('10:00'), opened(5), issued('М'), issued('М'))
    expect(futuresOf(story).newcomers.ordinary[TAX]?.[0]).toBe(15 * SECOND + 2 * SIX)
  })

  test('a window on a break comes back; a closed one does not', () => {
    const story = given(day('10:00'), opened(5), opened(7), issued('М'))
      .at('10:01')
      .when(bySupervisor(pause(5)))
      .at('10:05')
    expect(futuresOf(story).of('М 001')).toBe(6 * MINUTE) // ten minutes, four of them passed
    expect(futuresOf(story.when(resume(5))).of('М 001')).toBe(0)
  })

  test('the ticket sent to a window waits for that window alone', () => {
    const story = given(day('10:00'), opened(3), opened(5), issued('М'), issued('М'))
      .at('10:01')
      .when(...serving(3), ...serving(5), transfer(3, { toWindow: 5 }))
    expect(futuresOf(story).of('М 001')).toBe(SIX)
  })

  test('the chance of a call by an instant is the share of futures in which it comes by then', () => {
    expect(shareBy(Float64Array.from([1, 2, 3, Number.NaN]), 2)).toBe(0.5)
    expect(shareBy(new Float64Array(), 2)).toBe(0)
  })

  test('the same seed foretells the same', () => {
    const story = given(
      day('10:00'),
      opened(3),
      opened(4),
      ...apart(20, issued('М'), issued('Г'), issued('М')),
    ).at('10:05')
    const model: Model = { ...clockwork(), priorityRate: () => [1 / MINUTE, 0, 1 / MINUTE, 0] }
    expect(callsIn(futuresOf(story, model, 50))).toEqual(callsIn(futuresOf(story, model, 50)))
  })
})

describe('The simulator and the live hall', () => {
  test('call the same person, whoever waits and whichever window is free', () => {
    const arrival = fc.record({
      what: fc.constantFrom('Г', 'address', 'М', 'Я'),
      priority: fc.boolean(),
      gap: fc.integer({ min: 0, max: 300 }),
    })
    fc.assert(
      fc.property(
        fc.array(arrival, { maxLength: 25 }),
        fc.integer({ min: 0, max: 1_800 }),
        fc.array(fc.constantFrom(3, 4, 5, 7), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 240 }),
        (people, later, calls, between) => {
          const steps: readonly Step[] = people.map(({ what, priority, gap }) => ({
            ...issued(what, { priority }),
            afterMs: gap * SECOND,
          }))
          const before = given(day('10:00'), opened(3), opened(4), opened(5), opened(7), ...steps)
          let live = before.at(clockOf(before, later * SECOND))
          for (const number of calls) {
            const window = windowOf(live.day, number)
            if (window === null) throw new Error('no such window')
            const next = nextFor(live.day, window, live.now)
            expect(simulated(live, number)).toBe(next.kind === 'call' ? next.ticket.label : null)
            if (next.kind === 'call' && window.current === null)
              live = live.when(callNext(number), start(number), ...end(number))
            live = live.at(clockOf(live, between * SECOND))
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

function end(window: number): readonly Step[] {
  return [{ ask: () => ({ type: 'finish-service', window }), by: start(window).by, isSupervisor: false }]
}

function clockOf(story: Story, later: number): string {
  const at = new Date(after(story.now, later) + 2 * 3_600_000).toISOString() // Sofia in winter
  return at.slice(11, 23)
}

/** Whom the simulator calls at this window, free now, were it the only one. */
function simulated({ day, now }: Story, number: number): string | null {
  const { scene } = sceneOf(day, now)
  const simulator = createSimulator(scene.hall)
  const all = [...day.waiting.ordinary, ...day.waiting.priority]
  const visitors = scene.waiting.map((ticket, id) => ({
    ...ticket,
    readyAt: ticket.issuedAt + scene.minimumDelay,
    id,
  }))
  for (const visitor of visitors.toSorted((a, b) => a.since - b.since || a.order - b.order))
    simulator.put(visitor)
  simulator.open(
    day.windows.findIndex((window) => window.number === number),
    0,
  )
  let called: string | null = null
  simulator.run(
    {
      arriving: () => undefined,
      called: ({ id }) => {
        called ??= all[id]?.label ?? null
        simulator.halt()
        return 0
      },
    },
    0,
    0,
  )
  return called
}
