import { firstOf, isSenior, mayNotBePassed, type OrderingRules, type Standing } from '../ordering.ts'

/**
 * A hall that runs ahead of time: windows, lines, and the one rule of who goes first. It is what the estimates, the plans
 * for staff and the proofs run on. Plain objects and arrays, nothing made on the way: a run of a hall with two hundred
 * waiting takes a tenth of a millisecond or two. All times are milliseconds from one origin.
 */

/** A person in the simulated hall. Whoever makes it may make it once and let it wait in many runs. */
export type Visitor = {
  since: number
  order: number
  overtaken: number
  /** Nobody is called before: still at the printer. */
  readyAt: number
  /** Which line: those of one service, or those sent to one window. */
  line: number
  priority: boolean
  /** The caller's own number for it. */
  id: number
}

export type Hall = {
  /** For each window, the lines that it may call. */
  readonly windows: readonly (readonly number[])[]
  readonly lines: number
  readonly rules: OrderingRules
}

/** What a run tells as it goes, and asks. */
export type Course = {
  /** Somebody is called. @returns for how long the window has its hands full. */
  readonly called: (visitor: Visitor, window: number, at: number) => number
  /**
   * A window is about to choose between these two; told before they are called. Both undefined: it finds nobody.
   * @returns nothing; the choice is the rule's.
   */
  readonly choosing?: (
    window: number,
    at: number,
    ordinary: Visitor | undefined,
    priority: Visitor | undefined,
  ) => void
  /** Somebody has come, and does not wait yet. */
  readonly arrived?: (visitor: Visitor, at: number) => void
  /** A window has its hands free; open, it chooses next. */
  readonly freed?: (window: number, at: number, isOpen: boolean) => void
  /** @returns the next arrival in order of time, or undefined when nobody comes any more. */
  readonly arriving: () => Visitor | undefined
  /** Windows that open, or close once they are free, in order of time. */
  readonly changes?: readonly { readonly at: number; readonly window: number; readonly open: boolean }[]
}

export type Simulator = {
  /** Forgets everyone; all windows are closed. */
  readonly clear: () => void
  /** Somebody already waits. Those of a line are handed in by seniority. */
  readonly put: (visitor: Visitor) => void
  /** A window is open, and busy until then; at once free with an instant that is past. */
  readonly open: (window: number, busyUntil: number) => void
  /** Runs from `from` until nothing happens any more, `until` comes, or the course is halted. @returns the last instant. */
  readonly run: (course: Course, from: number, until?: number) => number
  /** The same piece by piece: begins a run; nothing has happened when this returns. */
  readonly begin: (course: Course, from: number, until?: number) => void
  /** Lets so much happen of the run that was begun. @returns how much of it was not needed; 0: the run may go on. */
  readonly goOn: (happenings: number) => number
  /** Ends the run that is under way. */
  readonly halt: () => void
  /** How many wait. */
  readonly waiting: () => number
  /** Whether an ordinary ticket that this window may call, senior to the visitor, keeps priority back. */
  readonly isHeldBackAt: (window: number, visitor: Standing, at: number) => boolean
}

const NEVER = Number.POSITIVE_INFINITY

/** A run that is under way. */
type Run = {
  readonly course: Course
  readonly until: number
  /** How many of the windows' changes have been made. */
  changed: number
  /** Who arrives next. */
  coming: Visitor | undefined
}
const NOTHING: Course = { called: () => 0, arriving: () => undefined }

export function createSimulator({ windows, lines, rules }: Hall): Simulator {
  const ordinary = Array.from({ length: lines }, () => new Line())
  const priority = Array.from({ length: lines }, () => new Line())
  const count = windows.length
  const freeAt: number[] = Array.from({ length: count }, () => NEVER)
  const isOpen: boolean[] = Array.from({ length: count }, () => false)
  const isIdle: boolean[] = Array.from({ length: count }, () => false)
  const linesOf = windows.map((each) => each.map((line) => ordinaryAndPriority(line)))
  const windowsOf = Array.from({ length: lines }, (_, line) =>
    windows.flatMap((may, window) => (may.includes(line) ? [window] : [])),
  )
  const fresh = new Line() // those still at the printer, in the order in which they leave it
  let waiting = 0
  let isHalted = true
  let under: Run = { course: NOTHING, until: 0, changed: 0, coming: undefined }
  let now = 0
  let deciding = 0

  function ordinaryAndPriority(line: number) {
    const [o, p] = [ordinary[line], priority[line]]
    if (o === undefined || p === undefined) throw new RangeError(`no line ${line}`)
    return { ordinary: o, priority: p }
  }

  function laneOf(visitor: Visitor): Line {
    const lane = (visitor.priority ? priority : ordinary)[visitor.line]
    if (lane === undefined) throw new RangeError(`no line ${visitor.line}`)
    return lane
  }

  function isHeldBack(rival: Standing): boolean {
    const mine = linesOf[deciding] ?? []
    for (let index = 0; index < mine.length; index += 1) {
      const lane = mine[index]?.ordinary
      if (lane === undefined) continue
      for (let place = lane.head; place < lane.tail; place += 1) {
        const each = lane.items[place]
        if (each === undefined || !isSenior(each, rival)) break
        if (each.readyAt <= now && mayNotBePassed(each, now, rules)) return true
      }
    }
    return false
  }

  function passOver(rival: Visitor, window: number) {
    const mine = linesOf[window] ?? []
    for (let index = 0; index < mine.length; index += 1) {
      const lane = mine[index]?.ordinary
      if (lane === undefined) continue
      for (let place = lane.head; place < lane.tail; place += 1) {
        const each = lane.items[place]
        if (each === undefined || !isSenior(each, rival)) break
        if (each.readyAt <= now) each.overtaken += 1
      }
    }
  }

  /** The window, just free, takes whom the rule gives it; nobody: it stays idle. @returns whether it took somebody. */
  function decide(window: number, course: Course): boolean {
    const mine = linesOf[window] ?? []
    let first: Visitor | undefined
    let rival: Visitor | undefined
    for (let index = 0; index < mine.length; index += 1) {
      const lanes = mine[index]
      if (lanes === undefined) continue
      const o = lanes.ordinary.firstReady(now)
      if (o !== undefined && (first === undefined || isSenior(o, first))) first = o
      const p = lanes.priority.firstReady(now)
      if (p !== undefined && (rival === undefined || isSenior(p, rival))) rival = p
    }
    deciding = window
    if (course.choosing !== undefined) course.choosing(window, now, first, rival)
    const next = firstOf(first, rival, isHeldBack, now, rules)
    if (next === undefined) {
      isIdle[window] = true
      freeAt[window] = NEVER
      return false
    }
    laneOf(next).take(next)
    waiting -= 1
    if (next === rival) passOver(next, window)
    isIdle[window] = false
    freeAt[window] = now + course.called(next, window, now)
    return true
  }

  /** Somebody can be called from now on: the first idle window that may takes them. */
  function offer(visitor: Visitor, course: Course) {
    const may = windowsOf[visitor.line] ?? []
    for (let index = 0; index < may.length; index += 1) {
      const window = may[index] ?? 0
      if (isIdle[window] === true && decide(window, course)) return
    }
  }

  function put(visitor: Visitor) {
    laneOf(visitor).push(visitor)
    waiting += 1
  }

  function arrive(visitor: Visitor, course: Course) {
    if (course.arrived !== undefined) course.arrived(visitor, now)
    put(visitor)
    if (visitor.readyAt <= now) offer(visitor, course)
    else fresh.push(visitor)
  }

  function change(window: number, open: boolean, course: Course) {
    isOpen[window] = open
    if (freeAt[window] !== NEVER) return
    isIdle[window] = false
    if (course.freed !== undefined) course.freed(window, now, open)
    if (open) decide(window, course)
  }

  function begin(of: Course, from: number, until = NEVER) {
    isHalted = false
    now = from
    fresh.keepFrom(from)
    under = { course: of, until, changed: 0, coming: of.arriving() }
  }

  function goOn(happenings: number): number {
    const { course, until } = under
    for (let left = happenings; left > 0; left -= 1) {
      if (isHalted) return left
      let at = NEVER
      let window = -1
      for (let index = 0; index < count; index += 1) {
        const free = freeAt[index] ?? NEVER
        if (free < at) {
          at = free
          window = index
        }
      }
      const { coming } = under
      const leaving = fresh.first()
      const change_ = course.changes?.[under.changed]
      const soonest = Math.min(at, coming?.since ?? NEVER, leaving?.readyAt ?? NEVER, change_?.at ?? NEVER)
      if (soonest === NEVER || soonest > until) {
        isHalted = true
        return left
      }
      now = Math.max(now, soonest)
      if (change_ !== undefined && change_.at === soonest) {
        under.changed += 1
        change(change_.window, change_.open, course)
      } else if (at === soonest) {
        freeAt[window] = NEVER
        if (course.freed !== undefined) course.freed(window, now, isOpen[window] === true)
        if (isOpen[window] === true) decide(window, course)
      } else if (coming !== undefined && coming.since === soonest) {
        arrive(coming, course)
        under.coming = course.arriving()
      } else if (leaving !== undefined) {
        fresh.take(leaving)
        if (laneOf(leaving).has(leaving)) offer(leaving, course)
      }
    }
    return 0
  }

  return {
    clear() {
      for (const lane of ordinary) lane.clear()
      for (const lane of priority) lane.clear()
      fresh.clear()
      freeAt.fill(NEVER)
      isOpen.fill(false)
      isIdle.fill(false)
      waiting = 0
    },
    put(visitor) {
      put(visitor)
      fresh.push(visitor)
    },
    open(window, busyUntil) {
      isOpen[window] = true
      freeAt[window] = busyUntil
    },
    run(course, from, until) {
      begin(course, from, until)
      goOn(NEVER)
      return now
    },
    begin,
    goOn,
    halt() {
      isHalted = true
    },
    waiting: () => waiting,
    isHeldBackAt(window, visitor, at) {
      deciding = window
      now = at
      return isHeldBack(visitor)
    },
  }
}

/** Visitors in order of seniority: taken at the head, or near it. */
class Line {
  items: Visitor[] = []
  head = 0
  tail = 0

  push(visitor: Visitor) {
    this.items[this.tail] = visitor
    this.tail += 1
  }

  first(): Visitor | undefined {
    return this.head < this.tail ? this.items[this.head] : undefined
  }

  firstReady(now: number): Visitor | undefined {
    for (let place = this.head; place < this.tail; place += 1) {
      const each = this.items[place]
      if (each !== undefined && each.readyAt <= now) return each
    }
    return undefined
  }

  has(visitor: Visitor): boolean {
    for (let place = this.head; place < this.tail; place += 1) if (this.items[place] === visitor) return true
    return false
  }

  take(visitor: Visitor) {
    let place = this.head
    while (this.items[place] !== visitor) {
      place += 1
      if (place >= this.tail) throw new Error('a visitor who is not in this line was called')
    }
    for (; place > this.head; place -= 1) {
      const before = this.items[place - 1]
      if (before !== undefined) this.items[place] = before
    }
    this.head += 1
    if (this.head === this.tail) this.head = this.tail = 0
    else if (this.head > 4_096) this.compact()
  }

  /** Drops whoever has left the printer by then, and puts the others in the order in which they leave it. */
  keepFrom(now: number) {
    const kept: Visitor[] = []
    for (let place = this.head; place < this.tail; place += 1) {
      const each = this.items[place]
      if (each !== undefined && each.readyAt > now) kept.push(each)
    }
    kept.sort((a, b) => a.readyAt - b.readyAt)
    this.items = kept
    this.head = 0
    this.tail = kept.length
  }

  clear() {
    this.head = this.tail = 0
  }

  private compact() {
    this.items = this.items.slice(this.head, this.tail)
    this.tail -= this.head
    this.head = 0
  }
}
