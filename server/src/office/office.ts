import type { Role } from '#shared/accounts.ts'
import type { Command } from '#shared/commands.ts'
import type { OfficeId, StaffId, TicketCode, TicketId } from '#shared/ids.ts'
import { instant, type Instant } from '#shared/instant.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { localDate } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { decide } from '../domain/decide/decide.ts'
import type { Asking } from '../domain/decide/story.ts'
import { due, nextAlarm, nextDeadline, openingOf, orderHasChanged } from '../domain/due.ts'
import type { Actor, DayEvent, Recorded } from '../domain/events.ts'
import { withDisplaced } from '../domain/decide/reception/settle.ts'
import { begin } from '../domain/decide/story.ts'
import { evolve } from '../domain/evolve.ts'
import type { Records } from '../domain/reception/records.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import { nextOpening, planOf } from '../domain/calendar.ts'
import { isAway } from '../store/database.ts'
import { StoreLost, type DoneCommand, type Entry, type Store } from '../store/store.ts'
import type { Clock } from './clock.ts'
import { NotAtHand } from './records.ts'

/** A command on its way to the rules. */
export type Asked = {
  readonly command: Command
  readonly by: Actor
  readonly isSupervisor: boolean
  /** The role of the member of staff who asks; null: a device or a citizen. */
  readonly role: Role | null
  /** The sender's idempotency key, with a fingerprint of who asked what; null when none was given. */
  readonly key: { readonly key: string; readonly fingerprint: string } | null
}

export type Answer =
  | { readonly kind: 'done'; readonly version: number; readonly answer: object }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type Office = {
  readonly id: OfficeId
  /** The day as it stands on the disk. */
  readonly day: () => Day
  /** Carries a command out. Resolves when it is on the disk, never before. @throws when the database refuses the write. */
  readonly ask: (asked: Asked) => Promise<Answer>
  /**
   * The version of the newest event of the ticket that `day` knows of, as far as this day has seen one since the office
   * was opened here; else 0.
   */
  readonly lastEventOf: (ticket: TicketId) => number
  /** Called after each commit, with the day that it left. */
  readonly onChange: (listener: (day: Day) => void) => () => void
  /** Resolves when all that has happened until now is on the disk and told. */
  readonly settled: () => Promise<void>
  /** Answers what was accepted, and takes nothing more. */
  readonly close: () => Promise<void>
}

type Parts = {
  readonly settings: OfficeSettings
  readonly log: Store['log']
  readonly clock: Clock
  readonly draw: () => TicketCode
  readonly nameOf: (clerk: StaffId) => string | null
  /** What the rules may look up, afresh for each command. `pending`: what the same commit has decided before it. */
  readonly records: (pending: readonly Entry[]) => Records
  /** What to say of the wait of whoever takes a ticket; without it nothing is said. */
  readonly waitFor?: Asking['waitFor']
  /** Told when a commit failed, with the error; the office goes on from the day before it. */
  readonly onFailure: (error: unknown) => void
  /** Told when the disk can't say whether it kept what was written, or is damaged: only a new start can find out what is there. */
  readonly onLost: (error: unknown) => void
}

/** The order of the line is told anew, where time alone changed it, at most so often. */
const RETELL_MS = 2_000

type Queued = {
  readonly asked: Asked
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** Who waits for a commit: to be answered, or, when nobody knows what became of it, to ask again of the next start. */
type Waiting = { readonly answer: () => void; readonly giveUp: () => void }
const NOBODY: Waiting = { answer() {}, giveUp() {} }

/** What is written and not yet on the disk: what happened, the day that it leaves, and who waits for it. */
type Written = Waiting & {
  readonly after: Day
  readonly events: readonly Recorded[]
  readonly durable: Promise<void>
}

/** Events of other programs read in one go. */
const PAGE = 1_000

/**
 * The shell around the rules of one office: a serial queue, one commit for what has gathered, and only then the telling.
 *
 * Commands that arrive together share a commit: each is decided on the day that the one before left. If the commit fails
 * nothing of it has happened: the day is the one before. While the disk takes one commit the next is decided; nobody is
 * answered, and nobody told, before theirs is on the disk. Where other programs write to the same database, the office's
 * version decides: whoever is behind reads what the others did, and decides again.
 */
export async function openOffice(parts: Parts): Promise<Office> {
  const { settings, log, clock, draw, nameOf, records, waitFor = () => null, onFailure, onLost } = parts
  const { id } = settings
  const retell = RETELL_MS * clock.speed
  /** Others may have written: nothing is decided before that has been read. */
  let isBehind = false
  let isOpen = false
  // Before the log is read, so that nothing is missed between the reading and the listening.
  const stopListening = log.onNews((office, version) => {
    if (office !== null && office !== id) return
    if (isOpen && (isClosing || (version !== null && version <= head.version))) return
    isBehind = true
    if (isOpen) work()
  })
  const begun = await recover(settings, log, clock)
  /** The day that everybody sees: what it says is on the disk. */
  let { day } = begun
  /** The day that is decided on: what it says is written, and on its way to the disk. */
  let head = day
  /** In the order of their writing. */
  let written: Written[] = []
  let durable = begun.kept
  /** For each ticket of the day the version of its newest event. */
  let lastEvents = new Map<TicketId, number>()
  const listeners = new Set<(day: Day) => void>()
  let queue: Queued[] = []
  /** When the alarm rang, and nobody has looked since. */
  let rung: Instant | null = null
  /** One thing after the other, until there is nothing left to do. */
  let working: Promise<void> | null = null
  let isClosing = false
  let alarm: { readonly at: Instant; readonly cancel: () => void } | null = null
  durable.catch(lose)
  setAlarm(nextAlarm(head, officeNow(), retell))
  isOpen = true
  if (isBehind) work()

  function ask(asked: Asked): Promise<Answer> {
    if (isClosing) return Promise.resolve(NOT_READY)
    return new Promise((resolve, reject) => {
      queue.push({ asked, resolve, reject })
      work()
    })
  }

  function work() {
    working ??= workOff()
  }

  async function workOff(): Promise<void> {
    await new Promise(setImmediate) // what arrives together shares a commit
    while (isBehind || rung !== null || queue.length > 0) {
      if (isBehind && !(await caughtUp())) break
      if (rung !== null) await ring()
      else await drain()
    }
    working = null
  }

  /** @returns whether it is known what others did; if not, whoever asks may ask again. */
  async function caughtUp(): Promise<boolean> {
    try {
      await catchUp()
      return true
    } catch (error) {
      isBehind = true
      onFailure(error)
      const batch = queue
      queue = []
      for (const { resolve } of batch) resolve(NOT_READY)
      rung = null
      setAlarm(instant(officeNow() + 1_000 * clock.speed))
      return false
    }
  }

  /** Reads what others have written since, and tells it. @returns whether there was anything. */
  async function catchUp(): Promise<boolean> {
    await durable.catch(() => null) // what is ours is told first
    isBehind = false // whoever writes while this is read says so again
    let after = head
    const events: Recorded[] = []
    for (;;) {
      const page = await log.after(id, after.version, PAGE)
      events.push(...page)
      after = page.reduce<Day>(evolve, after)
      if (page.length < PAGE) break
    }
    if (after === head) return false
    head = after
    setAlarm(soonest(nextDeadline(head), endOfQuiet()))
    see(head, events)
    return true
  }

  async function drain(): Promise<void> {
    const batch = queue
    queue = []
    if (batch.length === 0) return
    try {
      for (let isFirst = true; ; isFirst = false) {
        const { answers, entries, after } = await decideAll(batch)
        const isWritten = await write(entries, after, {
          answer() {
            batch.forEach(({ resolve, reject }, index) => {
              const answer = answers[index]
              if (answer === undefined || answer instanceof Broken) return reject(answer)
              return resolve(answer)
            })
          },
          giveUp() {
            for (const { resolve } of batch) resolve(NOT_READY)
          },
        })
        if (isWritten) return
        if (!(await catchUp()) && !isFirst)
          throw new Error('a key is there already, and nobody else has written')
      }
    } catch (error) {
      if (error instanceof StoreLost || isAway(error)) {
        for (const { resolve } of batch) resolve(NOT_READY)
        if (error instanceof StoreLost) return lose(error)
        isBehind = true // whether it was written is found out before anything else is decided
        return onFailure(error)
      }
      onFailure(error)
      for (const { reject } of batch) reject(error)
    }
  }

  /** Decides each on the day that the one before left. Nothing has happened when this returns. */
  async function decideAll(batch: readonly Queued[]) {
    const done = await log.doneUnder(
      id,
      batch.flatMap(({ asked }) => (asked.key ? [asked.key.key] : [])),
    )
    const now = officeNow()
    const entries: Entry[] = []
    const inBatch = new Map<string, { fingerprint: string; answer: Answer }>()
    let after = head
    const answers: (Answer | Broken)[] = []
    for (const { asked } of batch) answers.push(await answerTo(asked))
    return { answers, entries, after }

    async function answerTo(asked: Asked): Promise<Answer | Broken> {
      const repeated = asked.key && (inBatch.get(asked.key.key) ?? recordedAnswer(done.get(asked.key.key)))
      if (asked.key && repeated) {
        if (repeated.fingerprint === asked.key.fingerprint) return repeated.answer
        return { kind: 'refused', refusal: refuse('key-reused', {}) }
      }
      if (now >= nextDeadline(after)) after = tick(after, now, entries)
      const decided = await decideOne(after, asked, now, entries)
      if (decided instanceof Broken) return decided
      if (!decided.ok) return { kind: 'refused', refusal: decided.refusal }
      const date = after.date
      const { version } = after
      const recorded = decided.value.events.map((event, index) =>
        record(version + 1 + index, now, asked.by, event),
      )
      after = decided.value.day
      const answer: Answer = { kind: 'done', version: after.version, answer: decided.value.answer }
      if (asked.key) inBatch.set(asked.key.key, { fingerprint: asked.key.fingerprint, answer })
      entries.push({
        day: date,
        events: recorded,
        ...(decided.value.persons && { persons: decided.value.persons }),
        command: asked.key && {
          ...asked.key,
          version: after.version,
          answer: JSON.stringify(decided.value.answer),
          at: now,
        },
      })
      return answer
    }
  }

  /** A bug in one command is that sender's failure, not that of everyone who shares the commit. */
  async function decideOne(
    after: Day,
    { command, by, isSupervisor, role }: Asked,
    now: Instant,
    pending: readonly Entry[],
  ) {
    const asking = { now, by, isSupervisor, role, draw, nameOf, records: records(pending), waitFor }
    for (;;) {
      try {
        return decide(after, command, asking)
      } catch (error) {
        if (error instanceof NotAtHand) {
          await error.read()
          continue
        }
        onFailure(error)
        return new Broken(`the command ${command.type} could not be decided`, { cause: error })
      }
    }
  }

  function recordedAnswer(known: DoneCommand | undefined): { fingerprint: string; answer: Answer } | null {
    if (known === undefined) return null
    const answer = {
      kind: 'done',
      version: known.version,
      answer: JSON.parse(known.answer) as object,
    } as const // written below
    return { fingerprint: known.fingerprint, answer }
  }

  /**
   * Writes, and lets everyone know once it is on the disk.
   * @returns whether it is written; not when others have been first. @throws when it can't be written: then nothing has happened.
   */
  async function write(entries: readonly Entry[], after: Day, waiting: Waiting): Promise<boolean> {
    if (entries.length > 0) {
      const appended = await log.append(id, entries)
      if (appended.kind === 'behind') return false
      durable = appended.kept
      head = after
      setAlarm(soonest(nextDeadline(head), endOfQuiet()))
    }
    // Who is refused, or asks again, waits for what the answer rests on as well.
    const mine = durable
    const isCovered = written.at(-1)?.durable === mine
    written.push({ ...waiting, after: head, events: entries.flatMap(({ events }) => events), durable: mine })
    if (!isCovered) mine.then(() => onDisk(mine), lose)
    return true
  }

  /** All that one sync covered is seen at once. */
  function onDisk(durable: Promise<void>) {
    const later = written.findIndex((each) => each.durable !== durable)
    const done = written.splice(0, later === -1 ? written.length : later)
    const news = done.at(-1)?.after ?? day
    if (news !== day)
      see(
        news,
        done.flatMap(({ events }) => events),
      )
    for (const { answer } of done) answer()
  }

  function see(news: Day, events: readonly Recorded[]) {
    if (news.date !== day.date) lastEvents = new Map()
    for (const { event, version } of events) {
      if ('ticket' in event) lastEvents.set(event.ticket, version)
    }
    day = news
    for (const listener of listeners) listener(day)
  }

  async function settled(): Promise<void> {
    while (working !== null) await working
    await durable.catch(() => null) // whoever waited has been told
  }

  /** It was written, and the disk can't say whether it kept it. Nothing more is decided on such ground. */
  function lose(error: unknown) {
    isClosing = true
    alarm?.cancel()
    const lost = written
    written = []
    for (const { giveUp } of lost) giveUp()
    onLost(error)
  }

  /** The alarm rang: what is due happens, and the order of the line is told anew if it was quiet and time alone has changed it. */
  async function ring(): Promise<void> {
    const now = instant(Math.max(rung ?? 0, head.at))
    rung = null
    if (isClosing) return
    try {
      const entries: Entry[] = []
      let after = tick(head, now, entries)
      const isQuiet = after === head && now >= endOfQuiet()
      if (isQuiet && orderHasChanged(head, now)) {
        const recorded = [record(head.version + 1, now, { kind: 'clock' }, { type: 'order-changed' })]
        after = recorded.reduce<Day>(evolve, head)
        entries.push({ day: head.date, events: recorded, command: null })
      }
      if (entries.length === 0)
        return setAlarm(isQuiet ? nextAlarm(head, now, retell) : soonest(nextDeadline(head), endOfQuiet()))
      if (!(await write(entries, after, NOBODY))) {
        await catchUp()
        setAlarm(soonest(nextDeadline(head), endOfQuiet()))
      }
    } catch (error) {
      if (error instanceof StoreLost) return lose(error)
      if (isAway(error)) isBehind = true
      onFailure(error)
      setAlarm(instant(now + 1_000 * clock.speed))
    }
  }

  /** In a rush each commit tells the order anyway: only after this long without one is it worth looking for a change. */
  function endOfQuiet(): Instant {
    return instant(head.at + retell)
  }

  /** Lets the alarm ring at this instant, or sooner if it is set so: whoever is woken early looks, and sets it again. */
  function setAlarm(at: Instant) {
    if (alarm !== null && alarm.at <= at) return
    alarm?.cancel()
    alarm = null
    if (at <= clock.now()) return wake()
    alarm = { at, cancel: clock.at(at, wake) }
  }

  function wake() {
    alarm = null
    rung ??= officeNow()
    work()
  }

  /** Instants in one office never run backwards, whatever the machine's clock does. */
  function officeNow(): Instant {
    return instant(Math.max(clock.now(), head.at))
  }

  return {
    id,
    day: () => day,
    ask,
    lastEventOf: (ticket) => lastEvents.get(ticket) ?? 0,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled,
    async close() {
      isClosing = true
      alarm?.cancel()
      stopListening()
      await settled()
    },
  }
}

const NOT_READY: Answer = { kind: 'refused', refusal: refuse('not-ready', {}) }

/** The rules threw: a bug, not a refusal. */
class Broken extends Error {}

/** The office's day as the log tells it, brought up to now: opened, if none was; reconfigured, if the settings are others. */
async function recover(
  settings: OfficeSettings,
  log: Store['log'],
  clock: Clock,
): Promise<{ readonly day: Day; readonly kept: Promise<void> }> {
  for (;;) {
    const { day, entries } = broughtUp(await lastDay(log, settings.id), settings, clock)
    if (entries.length === 0) return { day, kept: Promise.resolve() }
    const appended = await log.append(settings.id, entries)
    if (appended.kind === 'written') return { day, kept: appended.kept }
    // Another program has opened the office at the same moment: what it wrote is read.
  }
}

/** The last service day as the log tells it; null: the office has no history. */
async function lastDay({ dayStart, after }: Store['log'], office: OfficeId): Promise<Day | null> {
  const start = await dayStart(office)
  if (start === null) return null
  let day: Day | null = null
  for (let version = start - 1; ;) {
    const page = await after(office, version, PAGE)
    for (const recorded of page) day = evolve(day, recorded)
    if (page.length < PAGE) return day
    version = page.at(-1)?.version ?? version
  }
}

function broughtUp(
  known: Day | null,
  settings: OfficeSettings,
  clock: Clock,
): { readonly day: Day; readonly entries: readonly Entry[] } {
  let day = known
  const now = instant(Math.max(clock.now(), day?.at ?? 0))
  const entries: Entry[] = []
  if (day === null) {
    const date = localDate(now, settings.zone)
    const recorded = [record(1, now, { kind: 'clock' }, openingOf(settings, [], date))]
    day = recorded.reduce<Day | null>(evolve, null)
    if (day === null) throw new Error('a day was opened and is not there')
    entries.push({ day: date, events: recorded, command: null })
  } else if (JSON.stringify(day.settings) !== JSON.stringify(settings)) {
    const { date, exceptions } = day
    const plan = isBegun(day) ? day.plan : planOf(settings, exceptions, date)
    const next = nextOpening(settings, exceptions, date)
    const recorded = [
      record(day.version + 1, now, { kind: 'clock' }, { type: 'settings-changed', settings, plan, next }),
    ]
    day = recorded.reduce<Day>(evolve, day)
    entries.push({ day: date, events: recorded, command: null })
    day = displaced(day, now, entries)
  }
  return { day: tick(day, now, entries), entries }
}

/** Other settings may leave someone without the slot they had: they are told, as after an order. */
function displaced(day: Day, now: Instant, entries: Entry[]): Day {
  const { events } = withDisplaced(begin(day), { now, by: { kind: 'clock' } }, null)
  const recorded = events.map((event, index) =>
    record(day.version + 1 + index, now, { kind: 'clock' }, event),
  )
  if (recorded.length > 0) entries.push({ day: day.date, events: recorded, command: null })
  return recorded.reduce<Day>(evolve, day)
}

function isBegun(day: Day): boolean {
  return day.phase !== 'before-opening' && day.phase !== 'closed-day'
}

/** Lets happen what has fallen due, and writes it among the entries, each event under the service day it belongs to. */
function tick(day: Day, now: Instant, entries: Entry[]): Day {
  let after = day
  for (const event of due(day, now)) {
    const recorded = record(after.version + 1, now, { kind: 'clock' }, event)
    const date = event.type === 'day-opened' ? event.date : after.date
    after = evolve(after, recorded)
    entries.push({ day: date, events: [recorded], command: null })
  }
  return after
}

function soonest(a: Instant, b: Instant): Instant {
  return a < b ? a : b
}

function record(version: number, at: Instant, by: Actor, event: DayEvent): Recorded {
  return { version, at, by, event }
}
