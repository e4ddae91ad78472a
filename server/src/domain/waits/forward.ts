import { firstOf, mayNotBePassed } from '../ordering.ts'
import { draw, drawRest, type Durations } from './durations.ts'
import { randomFrom, type Random } from './random.ts'
import { createSimulator, type Hall, type Visitor } from './simulator.ts'

/** The hall at an instant, in figures. All times are milliseconds from that instant: what is past is negative. */
export type Scene = {
  readonly hall: Hall
  /** How many services there are; further lines are of those sent to one window. */
  readonly services: number
  readonly windows: readonly SceneWindow[]
  readonly waiting: readonly SceneTicket[]
  readonly minimumDelay: number
}

export type SceneWindow =
  | { readonly state: 'closed' }
  | { readonly state: 'free' }
  /** Away on a break since then. */
  | { readonly state: 'paused'; readonly elapsed: number }
  /** Somebody was called, and has not come to the window yet. */
  | { readonly state: 'calling'; readonly service: number; readonly elapsed: number }
  | { readonly state: 'serving'; readonly service: number; readonly elapsed: number }

export type SceneTicket = {
  readonly since: number
  readonly issuedAt: number
  readonly order: number
  readonly overtaken: number
  readonly line: number
  readonly service: number
  readonly priority: boolean
}

/** What is known of how the hall works. */
export type Model = {
  /** From start to end, by service. */
  readonly service: readonly Durations[]
  /** From the call until a window is free again, no-shows and the way to the window included, by service. */
  readonly occupied: readonly Durations[]
  /** From the call to the start, of those who come. */
  readonly walk: Durations
  /** From the call to the mark, of those who do not. */
  readonly noShow: Durations
  readonly noShowShare: number
  /** How long a break lasts. */
  readonly pause: Durations
  /** @returns arrivals with priority per millisecond, for each service, so long after the instant. */
  readonly priorityRate: (after: number) => readonly number[]
}

/** When each waiting ticket, and each one that might be taken now, is called: in every future. */
export type Futures = {
  readonly runs: number
  /** Of a waiting ticket, by its place in the scene, its call in each run, milliseconds from the instant, rising; NaN: never. */
  readonly callsOf: (place: number) => Float64Array
  /** The same for a ticket taken now, by service. */
  readonly newcomers: {
    readonly ordinary: readonly Float64Array[]
    readonly priority: readonly Float64Array[]
  }
}

export type Foretelling = {
  /** Lets so much more happen in them. @returns whether all futures have been run. */
  readonly goOn: (happenings: number) => boolean
  readonly futures: () => Futures
}

/** Nobody looks further ahead. */
const HORIZON = 12 * 3_600_000
/** How often the rate of arrivals is looked up anew, as the simulated time goes on. */
const RATE_STEP = 30 * 60_000

/**
 * Lets the hall run ahead, again and again, each time with other luck. One set of runs serves all tickets.
 * In slices, so that whoever has other things to do can do them in between.
 */
export function foretell(
  scene: Scene,
  model: Model,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Foretelling {
  const { hall, services, waiting } = scene
  const random = randomFrom(seed)
  const simulator = createSimulator(hall)
  const visitors = waiting.map((ticket, id): Visitor => ({
    since: ticket.since,
    order: ticket.order,
    overtaken: ticket.overtaken,
    readyAt: ticket.issuedAt + scene.minimumDelay,
    line: ticket.line,
    priority: ticket.priority,
    id,
  }))
  const serviceOf = waiting.map((ticket) => ticket.service)
  const bySeniority = visitors.toSorted((a, b) => a.since - b.since || a.order - b.order)
  const last = waiting.reduce((most, { order }) => Math.max(most, order), 0)
  // All in one piece: thousands of small ones would be the collector's work.
  const calls = new Float64Array(waiting.length * runs).fill(Number.NaN)
  const newcomers = {
    ordinary: Array.from({ length: services }, () => new Float64Array(runs).fill(Number.NaN)),
    priority: Array.from({ length: services }, () => new Float64Array(runs).fill(Number.NaN)),
  }
  const attended = hall.windows.map((lines, window) =>
    scene.windows[window]?.state === 'closed' ? [] : lines.filter((line) => line < services),
  )
  const isAttended = Array.from({ length: hall.lines }, (_, line) =>
    hall.windows.some((lines, window) => scene.windows[window]?.state !== 'closed' && lines.includes(line)),
  )
  const canBeCalled = visitors.filter(({ line }) => isAttended[line] === true).length
  const canBeAsked = isAttended.filter((is, line) => is && line < services).length
  const probes = {
    ordinary: newcomersOf(services, last + 1, false),
    priority: newcomersOf(services, last + 1, true),
  }
  const arrivals = priorityArrivals(services, model, scene.minimumDelay, random)
  let run = 0
  let isUnderWay = false
  let open = 0 // tickets not yet called in this run, and newcomers not yet asked for

  const course = {
    called(visitor: Visitor, window: number, at: number): number {
      if (visitor.id >= 0) {
        calls[visitor.id * runs + run] = at
        open -= 1
        if (open === 0) simulator.halt()
        return occupied(serviceOf[visitor.id] ?? 0)
      }
      passNewcomers(window)
      return occupied(visitor.line)
    },
    choosing(window: number, at: number, ordinary: Visitor | undefined, priority: Visitor | undefined) {
      if (at < scene.minimumDelay) return // whoever takes a ticket now is still at the printer
      const isNobodyAhead = ordinary === undefined
      const isNobodyPreferred = priority === undefined || priority.id < 0
      if (!isNobodyAhead && !isNobodyPreferred) return
      const asked = attended[window] ?? []
      let isPreferredsTurn: boolean | null = null // one answer for all services of the window: they are alike
      for (let index = 0; index < asked.length; index += 1) {
        const service = asked[index] ?? 0
        if (isNobodyAhead && isUntold(newcomers.ordinary, service) && isOrdinarysTurn(service, at, priority))
          call(newcomers.ordinary, service, at)
        if (!isNobodyPreferred || !isUntold(newcomers.priority, service)) continue
        isPreferredsTurn ??= isPreferredNext(service, window, at, ordinary)
        if (isPreferredsTurn) call(newcomers.priority, service, at)
      }
      if (open === 0) simulator.halt()
    },
    arriving: arrivals.next,
    // Windows that are idle look once more when whoever takes a ticket now has left the printer.
    changes:
      scene.minimumDelay === 0
        ? []
        : scene.windows.flatMap(({ state }, window) =>
            state === 'closed' ? [] : [{ at: scene.minimumDelay, window, open: true }],
          ),
  }

  /** Somebody with priority who came later went ahead of those who might take a ticket now. */
  function passNewcomers(window: number) {
    for (const service of attended[window] ?? []) {
      const probe = probes.ordinary[service]
      if (probe !== undefined) probe.overtaken += 1
    }
  }

  function occupied(service: number): number {
    const durations = model.occupied[service]
    return durations === undefined ? 0 : draw(durations, random)
  }

  function isUntold(of: readonly Float64Array[], service: number): boolean {
    return Number.isNaN(of[service]?.[run])
  }

  function call(of: readonly Float64Array[], service: number, at: number) {
    const mine = of[service]
    if (mine !== undefined) mine[run] = at
    open -= 1
  }

  function isOrdinarysTurn(service: number, at: number, priority: Visitor | undefined): boolean {
    const probe = probes.ordinary[service]
    if (probe === undefined) return false
    const isKept = () => mayNotBePassed(probe, at, hall.rules)
    return firstOf(probe, priority, isKept, at, hall.rules) === probe
  }

  function isPreferredNext(
    service: number,
    window: number,
    at: number,
    ordinary: Visitor | undefined,
  ): boolean {
    const probe = probes.priority[service]
    if (probe === undefined) return false
    const isKept = () => simulator.isHeldBackAt(window, probe, at)
    return firstOf(ordinary, probe, isKept, at, hall.rules) === probe
  }

  function prepare() {
    simulator.clear()
    for (const probe of probes.ordinary) probe.overtaken = 0
    arrivals.begin()
    open = canBeCalled + 2 * canBeAsked
    for (let index = 0; index < bySeniority.length; index += 1) {
      const visitor = bySeniority[index]
      if (visitor === undefined) continue
      visitor.overtaken = waiting[visitor.id]?.overtaken ?? 0
      simulator.put(visitor)
    }
    scene.windows.forEach((window, index) => {
      if (window.state !== 'closed') simulator.open(index, busyFor(window))
    })
    simulator.begin(course, 0, HORIZON)
    if (open === 0) simulator.halt()
  }

  function busyFor(window: SceneWindow): number {
    switch (window.state) {
      case 'closed':
      case 'free':
        return 0
      case 'paused':
        return drawRest(model.pause, window.elapsed, random)
      case 'serving':
        return rest(model.service[window.service], window.elapsed)
      case 'calling':
        return random.next() < model.noShowShare
          ? drawRest(model.noShow, window.elapsed, random)
          : drawRest(model.walk, window.elapsed, random) + rest(model.service[window.service], 0)
    }
  }

  function rest(durations: Durations | undefined, elapsed: number): number {
    if (durations === undefined) return 0
    return elapsed <= 0 ? draw(durations, random) : drawRest(durations, elapsed, random)
  }

  return {
    goOn(happenings) {
      for (let left = happenings; run < runs && left > 0;) {
        if (!isUnderWay) prepare()
        isUnderWay = true
        left = simulator.goOn(left)
        if (left === 0) return false
        isUnderWay = false
        run += 1
        left -= 1 // to prepare it was work too
      }
      return run >= runs
    },
    futures() {
      const sorted = (all: readonly Float64Array[]) => all.map((each) => each.toSorted())
      return {
        runs,
        callsOf: (place) => calls.subarray(place * runs, (place + 1) * runs).sort(),
        newcomers: { ordinary: sorted(newcomers.ordinary), priority: sorted(newcomers.priority) },
      }
    },
  }
}

/** Those who might take a ticket now, one for each service. They wait in no line, and nobody waits for them. */
function newcomersOf(services: number, order: number, priority: boolean): readonly Visitor[] {
  return Array.from({ length: services }, (_, line) => ({
    since: 0,
    order,
    overtaken: 0,
    readyAt: 0,
    line,
    priority,
    id: -1,
  }))
}

/** People with priority who come later: a Poisson stream, its rate looked up as time goes on. */
function priorityArrivals(services: number, model: Model, minimumDelay: number, random: Random) {
  const pool: Visitor[] = []
  let used = 0
  let at = 0
  let step = -1
  let rates: readonly number[] = []
  let rate = 0

  function lookUp() {
    const current = Math.floor(at / RATE_STEP)
    if (current === step) return
    step = current
    rates = model.priorityRate(current * RATE_STEP)
    rate = 0
    for (let service = 0; service < services; service += 1) rate += rates[service] ?? 0
  }

  return {
    begin() {
      used = 0
      at = 0
      step = -1
    },
    next(): Visitor | undefined {
      for (;;) {
        lookUp()
        const end = (step + 1) * RATE_STEP
        const gap = rate > 0 ? -Math.log(1 - random.next()) / rate : Number.POSITIVE_INFINITY
        if (at + gap < end) {
          at += gap
          break
        }
        at = end // the exponential has no memory: draw anew with the next half hour's rate
        if (at >= HORIZON) return undefined
      }
      let pick = random.next() * rate
      let line = 0
      while (line < services - 1 && pick >= (rates[line] ?? 0)) {
        pick -= rates[line] ?? 0
        line += 1
      }
      let visitor = pool[used]
      if (visitor === undefined) {
        visitor = { since: 0, order: 0, overtaken: 0, readyAt: 0, line: 0, priority: true, id: -1 }
        pool.push(visitor)
      }
      visitor.since = at
      visitor.order = 1_000_000 + used
      visitor.readyAt = at + minimumDelay
      visitor.line = line
      used += 1
      return visitor
    },
  }
}

/** @returns the value below which the share of the futures lies; null where it lies beyond what was looked at. @param rising NaN last. */
export function quantile(rising: Float64Array, share: number): number | null {
  if (rising.length === 0) return null
  const at = share * rising.length - 0.5
  const low = Math.max(0, Math.min(rising.length - 1, Math.floor(at)))
  const high = Math.min(rising.length - 1, low + 1)
  const [a, b] = [rising[low] ?? Number.NaN, rising[high] ?? Number.NaN]
  const value = at <= low ? a : a + (b - a) * (at - low)
  return Number.isNaN(value) ? null : value
}

/** @returns in what share of the futures it happens by then. */
export function shareBy(rising: Float64Array, at: number): number {
  let count = 0
  for (const value of rising) if (value <= at) count += 1
  return rising.length === 0 ? 0 : count / rising.length
}
