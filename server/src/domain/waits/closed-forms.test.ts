import { describe, expect, test } from 'vitest'
import { exponential, randomFrom } from './random.ts'
import { createSimulator, type Hall, type Visitor } from './simulator.ts'

/**
 * The simulator against what can be proved on paper. Each case has its seed and enough people that the interval of the
 * estimate (95 %, from batches) is narrower than the tolerance: a test that passes by luck would not.
 */

const NEVER = Number.POSITIVE_INFINITY

/** Probability that somebody waits at `servers` servers, `load` of them busy: A. Erlang, 1917. */
function erlangC(servers: number, load: number): number {
  let blocked = 1
  for (let each = 1; each <= servers; each += 1) blocked = (load * blocked) / (each + load * blocked)
  return blocked / (1 - (load / servers) * (1 - blocked))
}

/** Mean waits of non-preemptive priority classes, the first most urgent, in service times: A. Cobham, 1954. */
function cobham(servers: number, loads: readonly number[]): readonly number[] {
  const all = loads.reduce((sum, load) => sum + load, 0)
  const residual = erlangC(servers, all) / servers
  let before = 0
  return loads.map((load) => {
    const after = before + load / servers
    const wait = residual / ((1 - before) * (1 - after))
    before = after
    return wait
  })
}

/** Mean waits of two classes that accumulate priority at different rates, the slower first: L. Kleinrock, 1964. */
function kleinrock([slow, fast]: readonly [number, number], [b1, b2]: readonly [number, number]) {
  const all = slow + fast
  const slowWait = all / (1 - all) / (1 - fast * (1 - b1 / b2))
  return { slow: slowWait, fast: ((all * all) / (1 - all) - slow * slowWait) / fast } // what is left by the conservation law
}

describe('Many equal windows, one line (Erlang C)', () => {
  test.each([
    [3, 2, 0.444444, 1_500_000, 1],
    [5, 4, 0.554113, 3_000_000, 2],
    [10, 8, 0.40918, 5_000_000, 3],
    [20, 18, 0.550769, 14_000_000, 4],
  ])(
    '%i windows, %i of them busy on average: %f of the people wait',
    (servers, load, expected, count, seed) => {
      expect(erlangC(servers, load)).toBeCloseTo(expected, 6)
      const after = 0.25 / (servers - load) // service times
      const run = passes({ servers, load: [load], count, seed, after })
      const drain = Math.exp(-(servers - load) * after)
      near(run.all.waited, expected, 0.01)
      near(run.all.waitedLonger, expected * drain, 0.01)
      near(run.all.wait, expected / (servers - load), 0.02)
      expect(run.littlesLaw).toBeCloseTo(1, 9)
    },
  )
})

describe('Priority', () => {
  test('that always goes first waits as Cobham says, and the others pay for it', () => {
    const [urgent = 0, ordinary = 0] = cobham(5, [0.8, 3.2])
    expect([urgent, ordinary]).toEqual([expect.closeTo(0.13193, 5), expect.closeTo(0.65966, 5)])
    const run = passes({ servers: 5, load: [3.2, 0.8], weight: 1e9, count: 3_000_000, seed: 5 })
    near(run.priority.wait, urgent, 0.02)
    near(run.ordinary.wait, ordinary, 0.02)
    expect(run.littlesLaw).toBeCloseTo(1, 9)
  })

  test('that accumulates twice as fast waits as Kleinrock says', () => {
    const expected = kleinrock([0.6, 0.2], [1, 2])
    expect(expected.slow).toBeCloseTo(4.4444, 4)
    expect(expected.fast).toBeCloseTo(2.6667, 4)
    const run = passes({ servers: 1, load: [0.6, 0.2], weight: 2, count: 4_000_000, seed: 6 })
    near(run.ordinary.wait, expected.slow, 0.02)
    near(run.priority.wait, expected.fast, 0.02)
    expect(run.littlesLaw).toBeCloseTo(1, 9)
  })

  test.each([1, 2, 3, 1e9])(
    'of weight %f moves waiting about and makes none (conservation law)',
    (weight) => {
      const loads = [0.55, 0.2] as const
      const run = passes({ servers: 1, load: loads, weight, count: 2_000_000, seed: 7 })
      const total = loads[0] + loads[1]
      const held = loads[0] * run.ordinary.wait.mean + loads[1] * run.priority.wait.mean
      const halfWidth = loads[0] * run.ordinary.wait.halfWidth + loads[1] * run.priority.wait.halfWidth
      near({ mean: held, halfWidth }, (total * total) / (1 - total), 0.02)
    },
  )
})

describe('The guarantees for ordinary tickets', () => {
  test('hold in the simulator: nobody is overtaken more often than the rule allows', () => {
    let most = 0
    passes({
      servers: 2,
      load: [1.2, 0.7],
      weight: 3,
      maxOvertaken: 5,
      count: 100_000,
      seed: 8,
      onCall: ({ overtaken }) => (most = Math.max(most, overtaken)),
    })
    expect(most).toBe(5)
  })

  test('hold in the simulator: nobody past the standard is passed by anyone younger with priority', () => {
    const standard = 2
    const waiting = new Set<Visitor>()
    let broken = 0
    passes({
      servers: 2,
      load: [1.2, 0.7],
      weight: 3,
      standard,
      count: 20_000,
      seed: 9,
      onArrival: (visitor) => waiting.add(visitor),
      onCall(visitor, at) {
        waiting.delete(visitor)
        for (const other of waiting)
          if (!other.priority && other.since < visitor.since && at - other.since > standard) broken += 1
      },
    })
    expect(broken).toBe(0)
  })
})

type Figure = { readonly mean: number; readonly halfWidth: number }

function near({ mean, halfWidth }: Figure, expected: number, tolerance: number) {
  expect(halfWidth / expected, 'the interval is wider than the tolerance').toBeLessThan(tolerance)
  expect(Math.abs(mean / expected - 1), `${mean} for ${expected}`).toBeLessThan(tolerance)
}

/** Exponential services of mean 1, Poisson arrivals. Loads: ordinary, and with priority. */
function passes(setting: {
  readonly servers: number
  readonly load: readonly [number] | readonly [number, number]
  readonly weight?: number
  readonly maxOvertaken?: number
  readonly standard?: number
  readonly count: number
  readonly seed: number
  readonly after?: number
  readonly onArrival?: (visitor: Visitor) => void
  readonly onCall?: (visitor: Visitor, at: number) => void
}) {
  const {
    servers,
    load,
    weight = 1,
    maxOvertaken = NEVER,
    standard = NEVER,
    count,
    seed,
    after = 0,
  } = setting
  const hall: Hall = {
    windows: Array.from({ length: servers }, () => [0]),
    lines: 1,
    rules: { priorityWeight: weight, maxOvertaken, standardMs: standard },
  }
  const simulator = createSimulator(hall)
  const [chance, luck] = [randomFrom(seed, 1), randomFrom(seed, 2)]
  const [ordinaryLoad, priorityLoad = 0] = load
  const rate = ordinaryLoad + priorityLoad
  const ordinary = batches(count)
  const priority = batches(count)
  const all = batches(count)
  let issued = 0
  let clock = 0
  let area = 0
  let present = 0
  let since = 0
  let waits = 0
  const moved = (at: number, by: number) => {
    area += present * (at - since)
    since = at
    present += by
  }
  for (let window = 0; window < servers; window += 1) simulator.open(window, 0)
  simulator.run(
    {
      arriving() {
        if (issued === count) return undefined
        issued += 1
        clock += exponential(chance, 1 / rate)
        return {
          since: clock,
          order: issued,
          overtaken: 0,
          readyAt: clock,
          line: 0,
          priority: chance.next() * rate >= ordinaryLoad,
          id: issued,
        }
      },
      arrived(visitor, at) {
        moved(at, 1)
        setting.onArrival?.(visitor)
      },
      called(visitor, _, at) {
        moved(at, -1)
        const wait = at - visitor.since
        waits += wait
        all.add(visitor.id, wait, after)
        const own = visitor.priority ? priority : ordinary
        own.add(visitor.id, wait, after)
        setting.onCall?.(visitor, at)
        return exponential(luck, 1)
      },
    },
    0,
  )
  return {
    ordinary: ordinary.figures(),
    priority: priority.figures(),
    all: all.figures(),
    /** J. Little, 1961: how many wait on average is the rate of arrivals × the mean wait; on every run, to the last digit. */
    littlesLaw: area / waits,
  }
}

/** Means with their 95 % intervals from forty batches, the first of them, while the hall fills, left out. */
function batches(count: number) {
  const BATCHES = 41
  const size = Math.ceil((count + 1) / BATCHES)
  const sums = Array.from({ length: BATCHES }, () => ({ n: 0, wait: 0, waited: 0, longer: 0 }))
  const figure = (of: 'wait' | 'waited' | 'longer'): Figure => {
    const means = sums.slice(1).map((each) => each[of] / each.n)
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length
    const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1)
    return { mean, halfWidth: 2.02 * Math.sqrt(variance / means.length) } // Student's t, 39 degrees of freedom
  }
  return {
    add(id: number, wait: number, after: number) {
      const mine = sums[Math.floor(id / size)]
      if (mine === undefined) return
      mine.n += 1
      mine.wait += wait
      if (wait > 0) mine.waited += 1
      if (wait > after) mine.longer += 1
    },
    figures: () => ({ wait: figure('wait'), waited: figure('waited'), waitedLonger: figure('longer') }),
  }
}
