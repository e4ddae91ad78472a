import type { Role } from '#shared/accounts.ts'
import type { Command } from '#shared/commands.ts'
import type { OfficeId, StaffId, TicketCode } from '#shared/ids.ts'
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
import { StoreLost, type Entry, type Store } from '../store/store.ts'
import type { Clock } from './clock.ts'

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
  readonly records: Records
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

/** What is written and not yet on the disk: the day that it leaves, and who waits for it. */
type Written = Waiting & { readonly after: Day; readonly durable: Promise<void> }

/**
 * The shell around the rules of one office: a serial queue, one commit for what has gathered, and only then the telling.
 *
 * Commands that arrive together share a commit: each is decided on the day that the one before left. If the commit fails
 * nothing of it has happened: the day is the one before. While the disk takes one commit the next is decided; nobody is
 * answered, and nobody told, before theirs is on the disk.
 */
export function openOffice(parts: Parts): Office {
  const { settings, log, clock, draw, nameOf, records, waitFor = () => null, onFailure, onLost } = parts
  const { id } = settings
  const retell = RETELL_MS * clock.speed
  const begun = recover(settings, log, clock)
  /** The day that everybody sees: what it says is on the disk. */
  let { day } = begun
  /** The day that is decided on: what it says is written, and on its way to the disk. */
  let head = day
  /** In the order of their writing. */
  let written: Written[] = []
  let durable = begun.durable
  const listeners = new Set<(day: Day) => void>()
  let queue: Queued[] = []
  let isScheduled = false
  let isClosing = false
  let alarm: { readonly at: Instant; readonly cancel: () => void } | null = null
  durable.catch(lose)
  setAlarm(nextAlarm(head, officeNow(), retell))

  function ask(asked: Asked): Promise<Answer> {
    if (isClosing) return Promise.resolve(NOT_READY)
    return new Promise((resolve, reject) => {
      queue.push({ asked, resolve, reject })
      if (isScheduled) return
      isScheduled = true
      setImmediate(drain)
    })
  }

  function drain() {
    isScheduled = false
    const batch = queue
    queue = []
    if (batch.length === 0) return undefined
    try {
      const { answers, entries, after } = decideAll(batch)
      write(entries, after, {
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
    } catch (error) {
      if (error instanceof StoreLost) {
        for (const { resolve } of batch) resolve(NOT_READY)
        return lose(error)
      }
      onFailure(error)
      for (const { reject } of batch) reject(error)
    }
    return undefined
  }

  /** Decides each on the day that the one before left. Nothing has happened when this returns. */
  function decideAll(batch: readonly Queued[]) {
    const now = officeNow()
    const entries: Entry[] = []
    const inBatch = new Map<string, { fingerprint: string; answer: Answer }>()
    let after = head
    const answers = batch.map(({ asked }): Answer | Broken => {
      const repeated = asked.key && (inBatch.get(asked.key.key) ?? recordedAnswer(asked.key.key))
      if (asked.key && repeated) {
        if (repeated.fingerprint === asked.key.fingerprint) return repeated.answer
        return { kind: 'refused', refusal: refuse('key-reused', {}) }
      }
      if (now >= nextDeadline(after)) after = tick(after, now, entries)
      const decided = decideOne(after, asked, now)
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
    })
    return { answers, entries, after }
  }

  /** A bug in one command is that sender's failure, not that of everyone who shares the commit. */
  function decideOne(after: Day, { command, by, isSupervisor, role }: Asked, now: Instant) {
    try {
      return decide(after, command, { now, by, isSupervisor, role, draw, nameOf, records, waitFor })
    } catch (error) {
      onFailure(error)
      return new Broken(`the command ${command.type} could not be decided`, { cause: error })
    }
  }

  function recordedAnswer(key: string): { fingerprint: string; answer: Answer } | null {
    const known = log.doneUnder(id, key)
    if (known === null) return null
    const answer = {
      kind: 'done',
      version: known.version,
      answer: JSON.parse(known.answer) as object,
    } as const // written below
    return { fingerprint: known.fingerprint, answer }
  }

  /** Writes, and lets everyone know once it is on the disk. @throws when it can't be written: then nothing has happened. */
  function write(entries: readonly Entry[], after: Day, waiting: Waiting) {
    if (entries.length > 0) {
      durable = log.append(id, entries)
      head = after
      setAlarm(soonest(nextDeadline(head), endOfQuiet()))
    }
    // Who is refused, or asks again, waits for what the answer rests on as well.
    const mine = durable
    const isCovered = written.at(-1)?.durable === mine
    written.push({ ...waiting, after: head, durable: mine })
    if (!isCovered) mine.then(() => onDisk(mine), lose)
  }

  /** All that one sync covered is seen at once. */
  function onDisk(durable: Promise<void>) {
    const later = written.findIndex((each) => each.durable !== durable)
    const done = written.splice(0, later === -1 ? written.length : later)
    const news = done.at(-1)?.after ?? day
    if (news !== day) {
      day = news
      for (const listener of listeners) listener(day)
    }
    for (const { answer } of done) answer()
  }

  async function settled(): Promise<void> {
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
  function ring() {
    alarm = null
    if (isClosing) return
    const now = officeNow()
    try {
      const entries: Entry[] = []
      let after = tick(head, now, entries)
      const isQuiet = after === head && now >= endOfQuiet()
      if (isQuiet && orderHasChanged(head, now)) {
        const recorded = [record(head.version + 1, now, { kind: 'clock' }, { type: 'order-changed' })]
        after = recorded.reduce<Day>(evolve, head)
        entries.push({ day: head.date, events: recorded, command: null })
      }
      if (entries.length > 0) write(entries, after, NOBODY)
      else setAlarm(isQuiet ? nextAlarm(head, now, retell) : soonest(nextDeadline(head), endOfQuiet()))
    } catch (error) {
      if (error instanceof StoreLost) return lose(error)
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
    alarm = { at, cancel: clock.at(at, ring) }
  }

  /** Instants in one office never run backwards, whatever the machine's clock does. */
  function officeNow(): Instant {
    return instant(Math.max(clock.now(), head.at))
  }

  return {
    id,
    day: () => day,
    ask,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled,
    async close() {
      isClosing = true
      alarm?.cancel()
      drain()
      await settled()
    },
  }
}

const NOT_READY: Answer = { kind: 'refused', refusal: refuse('not-ready', {}) }

/** The rules threw: a bug, not a refusal. */
class Broken extends Error {}

/** The office's day as the log tells it, brought up to now: opened, if none was; reconfigured, if the settings are others. */
function recover(
  settings: OfficeSettings,
  log: Store['log'],
  clock: Clock,
): { readonly day: Day; readonly durable: Promise<void> } {
  let day: Day | null = null
  for (const recorded of log.lastDay(settings.id)) day = evolve(day, recorded)
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
  day = tick(day, now, entries)
  return { day, durable: entries.length > 0 ? log.append(settings.id, entries) : Promise.resolve() }
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
