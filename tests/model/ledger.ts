import { MINUTE, SECOND } from '#shared/instant.ts'
import type { Day } from '#server/domain/day.ts'
import type { DayEvent, NumberRange, Recorded } from '#server/domain/events.ts'
import type { OfficeSettings } from '#server/domain/settings.ts'

/**
 * What an auditor with a pencil would keep, reading the log line by line: where each ticket is, who sits at which window.
 * It knows nothing of the rules’ code. A line that cannot be true throws.
 */
export type Ledger = {
  settings: OfficeSettings
  phase: Day['phase']
  readonly tickets: Map<string, Entry>
  readonly windows: Map<number, Sheet>
  readonly lastNumbers: Map<string, number>
  /** The numbers that only a kiosk, or only a roll, may give. */
  readonly kept: Map<string, 'kiosk' | 'roll'>
  apologies: number
}

type Entry = {
  readonly label: string
  readonly code: string
  readonly order: number
  /** Until a turn was missed. */
  priority: boolean
  readonly issuedAt: number
  since: number
  service: string
  boundTo: number | null
  /** The windows that asked for them again, the last first. */
  comeBackTo: readonly number[]
  /** What the last finish, if it is undone, gives back. */
  before: {
    readonly service: string
    readonly boundTo: number | null
    readonly comeBackTo: readonly number[]
  } | null
  place: Place
  /** The calls by the rule that went ahead of it. */
  overtakenBy: string[]
}
type Place =
  | 'waiting'
  | 'missed'
  | 'forgotten'
  | 'finished'
  | 'left'
  | 'unserved'
  | { readonly window: number; readonly as: 'called' | 'serving' | 'held'; readonly recalls: number }
type Sheet = { clerk: string | null; isPaused: boolean; services: ReadonlySet<string> }

export function newLedger(settings: OfficeSettings): Ledger {
  return {
    settings,
    phase: 'closed-day',
    tickets: new Map(),
    windows: new Map(),
    lastNumbers: new Map(),
    kept: new Map(),
    apologies: 0,
  }
}

/** Writes the line down. @throws when it contradicts what is written. */
export function enter(ledger: Ledger, { event, at, by }: Recorded): void {
  if ('ticket' in event && event.type !== 'ticket-issued' && event.type !== 'late-ticket-recorded')
    return ticketLine(ledger, event, at)
  switch (event.type) {
    case 'day-opened':
      for (const { label, place } of ledger.tickets.values()) {
        demand(typeof place === 'string' && place !== 'waiting', `${label} is left over from yesterday`)
      }
      ledger.tickets.clear()
      ledger.lastNumbers.clear()
      ledger.kept.clear()
      ledger.apologies = 0
      ledger.windows.clear()
      for (const { window, services } of event.settings.windows)
        ledger.windows.set(window, { clerk: null, isPaused: false, services: new Set(services) })
      ledger.phase = event.plan.working ? 'before-opening' : 'closed-day'
      return
    case 'plan-changed':
      if (ledger.phase === 'before-opening' || ledger.phase === 'closed-day')
        ledger.phase = event.plan.working ? 'before-opening' : 'closed-day'
      return
    case 'hall-opened':
      demand(ledger.phase === 'before-opening', `opened while ${ledger.phase}`)
      ledger.phase = 'open'
      return
    case 'hall-finishing':
      demand(ledger.phase === 'open', `finishing while ${ledger.phase}`)
      ledger.phase = 'finishing'
      return
    case 'hall-closed':
      demand(ledger.phase === 'finishing', `closed while ${ledger.phase}`)
      demand(count(ledger, 'waiting') === 0, 'closed while people wait')
      demand(
        ![...ledger.tickets.values()].some(({ place }) => typeof place === 'object' && place.as === 'held'),
        'closed while people are on hold',
      )
      if (event.why === 'everyone-served') {
        demand(
          [...ledger.windows.values()].every(({ clerk }) => clerk === null),
          'closed before the last window',
        )
      }
      // Whoever missed their turn can't be taken back any more.
      for (const each of ledger.tickets.values()) if (each.place === 'missed') each.place = 'forgotten'
      ledger.phase = 'closed'
      return
    case 'ticket-issued': {
      const { label, code, letter, number, service, priority, presentAtClosing } = event
      const { handedIn } = event
      const isLate = handedIn !== undefined && ledger.phase !== 'before-opening'
      demand(
        isLate || ledger.phase === (presentAtClosing ? 'finishing' : 'open'),
        `${label} given while ${ledger.phase}`,
      )
      demand(!presentAtClosing || by.kind === 'staff', `${label} entered by ${by.kind}`)
      demand(!ledger.tickets.has(label), `${label} given twice`)
      demand(
        [...ledger.tickets.values()].every((each) => each.code !== code),
        `the code of ${label} given twice`,
      )
      const kept = ledger.kept.get(`${letter} ${number}`)
      demand(kept === handedIn?.from, `${label} is given by another than it was kept for`)
      demand(handedIn === undefined || handedIn.issuedAt <= at, `${label} is given in the future`)
      if (handedIn === undefined) {
        const last = ledger.lastNumbers.get(letter) ?? 0
        demand(number > last, `${label} is out of its series`)
        for (let left = last + 1; left < number; left += 1)
          demand(ledger.kept.has(`${letter} ${left}`), `${letter} ${left} is left out`)
        ledger.lastNumbers.set(letter, number)
      }
      demand(
        label === `${letter} ${number < 100 ? '0' : ''}${number < 10 ? '0' : ''}${number}`,
        `${label} is written wrong`,
      )
      const order = ledger.tickets.size + 1
      ledger.tickets.set(label, {
        label,
        code,
        order,
        priority,
        issuedAt: handedIn?.issuedAt ?? at,
        since: handedIn?.issuedAt ?? at,
        service,
        boundTo: null,
        comeBackTo: [],
        before: null,
        place: 'waiting',
        overtakenBy: [],
      })
      return
    }
    case 'numbers-held':
      for (const block of event.blocks) keep(ledger, block, 'kiosk')
      return
    case 'roll-declared':
      keep(ledger, event, 'roll')
      return
    case 'window-opened':
      demand(
        ledger.phase !== 'closed' && ledger.phase !== 'closed-day',
        `window opened while ${ledger.phase}`,
      )
      demand(sheet(ledger, event.window).clerk === null, `window ${event.window} opened twice`)
      sitDown(ledger, event.window, event.clerk)
      return
    case 'window-handed-over':
      demand(
        sheet(ledger, event.window).clerk === event.from,
        `window ${event.window} was not ${event.from}’s`,
      )
      sitDown(ledger, event.window, event.clerk)
      return
    case 'window-paused':
    case 'window-resumed': {
      const window = sheet(ledger, event.window)
      demand(window.clerk !== null, `window ${event.window} is closed`)
      demand(occupant(ledger, event.window) === null, `somebody is at window ${event.window}`)
      window.isPaused = event.type === 'window-paused'
      return
    }
    case 'window-closed': {
      const window = sheet(ledger, event.window)
      demand(window.clerk !== null, `window ${event.window} is closed`)
      demand(occupant(ledger, event.window) === null, `somebody is at window ${event.window}`)
      demand(
        ![...ledger.tickets.values()].some(({ place }) => isHeldAt(place, event.window)),
        `somebody is on hold at window ${event.window}`,
      )
      window.clerk = null
      window.isPaused = false
      for (const each of ledger.tickets.values())
        if (each.place === 'waiting' && each.boundTo === event.window) each.boundTo = null
      return
    }
    case 'services-assigned':
      for (const id of event.services) demandHere(ledger, id, event.window)
      sheet(ledger, event.window).services = new Set(event.services)
      return
    default:
      return
  }
}

function ticketLine(ledger: Ledger, event: Extract<DayEvent, { ticket: string }>, at: number): void {
  const entry = ledger.tickets.get(event.label)
  if (entry === undefined) throw new Error(`${event.label} was never given`)
  const { place } = entry
  const isAt = (window: number, ...as: readonly string[]) =>
    typeof place === 'object' && place.window === window && as.includes(place.as)
  const is = (holds: boolean) =>
    demand(holds, `${event.type} of ${event.label}, which is ${JSON.stringify(place)}`)
  switch (event.type) {
    case 'ticket-called': {
      is(place === 'waiting')
      const { dispatch } = ledger.settings
      demand(
        ledger.phase === 'open' || ledger.phase === 'finishing',
        `${event.label} called while ${ledger.phase}`,
      )
      demand(occupant(ledger, event.window) === null, `two people at window ${event.window}`)
      demand(
        sheet(ledger, event.window).clerk === event.clerk,
        `${event.clerk} is not at window ${event.window}`,
      )
      demand(!sheet(ledger, event.window).isPaused, `window ${event.window} is on a break`)
      demand(
        at - entry.issuedAt >= dispatch.minimumDelaySeconds * SECOND,
        `${event.label} is still at the printer`,
      )
      demand(
        entry.boundTo === null || entry.boundTo === event.window,
        `${event.label} was sent to window ${entry.boundTo}`,
      )
      demand(entry.service === event.service, `${event.label} waits for ${entry.service}`)
      demandHere(ledger, event.service, event.window)
      entry.place = { window: event.window, as: 'called', recalls: 0 }
      const isByRule = event.reason.kind !== 'out-of-order'
      if (entry.priority && isByRule) {
        for (const other of passedOver(ledger, entry, event.window, at)) {
          other.overtakenBy.push(entry.label)
          demand(
            other.overtakenBy.length <= dispatch.maxOvertaken,
            `${other.label} overtaken ${other.overtakenBy.length} times`,
          )
          demand(
            at - other.since <= dispatch.standardMinutes * MINUTE,
            `${other.label} overtaken past the standard`,
          )
        }
      }
      return
    }
    case 'ticket-recalled':
      is(isAt(event.window, 'called'))
      if (typeof place !== 'object') return
      demand(place.recalls < ledger.settings.recalls.limit, `${event.label} called again too often`)
      entry.place = { ...place, recalls: place.recalls + 1 }
      return
    case 'service-started':
      is(isAt(event.window, 'called'))
      entry.place = { window: event.window, as: 'serving', recalls: 0 }
      return
    case 'service-added':
      is(isAt(event.window, 'serving'))
      demandHere(ledger, event.service, event.window)
      entry.service = event.service
      return
    case 'service-finished': {
      is(isAt(event.window, 'serving'))
      demand(event.service === entry.service, `${event.label} was there for ${entry.service}`)
      entry.before = { service: entry.service, boundTo: entry.boundTo, comeBackTo: entry.comeBackTo }
      entry.place = event.end === 'visit' ? 'finished' : 'waiting'
      const [back, ...others] = entry.comeBackTo
      if (event.end === 'visit') {
        demand(back === undefined || ledger.phase === 'closed', `${event.label} is awaited at window ${back}`)
        return
      }
      if (back === undefined || event.returnsFor === null)
        throw new Error(`${event.label} was sent by nobody`)
      entry.service = event.returnsFor
      const { clerk, isPaused } = sheet(ledger, back)
      entry.boundTo = clerk === null || isPaused ? null : back
      entry.comeBackTo = others
      return
    }
    case 'ticket-held':
      is(isAt(event.window, 'called', 'serving'))
      entry.place = { window: event.window, as: 'held', recalls: 0 }
      return
    case 'held-resumed':
      is(isAt(event.window, 'held'))
      demand(occupant(ledger, event.window) === null, `two people at window ${event.window}`)
      entry.place = { window: event.window, as: 'serving', recalls: 0 }
      return
    case 'held-released':
      is(isAt(event.window, 'held'))
      entry.place = 'waiting'
      return
    case 'ticket-transferred': {
      is(isAt(event.window, 'called', 'serving'))
      if (event.toWindow !== null) {
        const { clerk, isPaused } = sheet(ledger, event.toWindow)
        demandHere(ledger, event.service, event.toWindow)
        demand(
          clerk !== null && !isPaused,
          `${event.label} is to wait for nobody at window ${event.toWindow}`,
        )
      }
      entry.place = 'waiting'
      entry.service = event.service
      entry.boundTo = event.toWindow
      const awaited = entry.comeBackTo.filter((window) => window !== event.toWindow)
      entry.comeBackTo = event.comeBack ? [event.window, ...awaited] : awaited
      return
    }
    case 'no-show-marked':
      is(isAt(event.window, 'called'))
      entry.place = 'missed'
      return
    case 'ticket-taken-back':
      is(place === 'missed')
      entry.place = 'waiting'
      entry.priority = false
      entry.boundTo = null
      demand(
        event.since >= entry.since && event.since <= at,
        `${event.label} gains by having missed the turn`,
      )
      entry.since = event.since
      return
    case 'ticket-left':
      is(place === 'waiting')
      entry.place = 'left'
      return
    case 'ticket-unserved':
      is(place === 'waiting' || (typeof place === 'object' && place.as !== 'serving'))
      entry.place = 'unserved'
      ledger.apologies += 1
      return
    case 'served-on-paper':
      is(place !== 'finished' && place !== 'left' && place !== 'forgotten')
      demand(typeof place !== 'object' || place.window === event.window, `${event.label} is at two windows`)
      entry.place = 'finished'
      return
    case 'undone': {
      const back = ledger.tickets.get(event.calledBack?.slice('2026-11-25/'.length).replace('-', ' ') ?? '')
      if (back) {
        demand(
          typeof back.place === 'object' && back.place.window === event.window && back.place.as === 'called',
          `${back.label} was not called to window ${event.window}`,
        )
        back.place = 'waiting'
        for (const other of ledger.tickets.values())
          other.overtakenBy = other.overtakenBy.filter((label) => label !== back.label)
      }
      is(event.what === 'no-show' ? place === 'missed' : place === 'finished' || place === 'waiting')
      demand(occupant(ledger, event.window) === null, `two people at window ${event.window}`)
      entry.place = { window: event.window, as: event.what === 'finish' ? 'serving' : 'called', recalls: 0 }
      if (event.what === 'finish') Object.assign(entry, entry.before)
      return
    }
    default:
      return
  }
}

function keep(ledger: Ledger, { letter, from, to }: NumberRange, by: 'kiosk' | 'roll') {
  for (let number = from; number <= to; number += 1) {
    const name = `${letter} ${number}`
    demand(!ledger.kept.has(name), `${name} is kept twice`)
    demand(number > (ledger.lastNumbers.get(letter) ?? 0), `${name} has been given, and is kept`)
    ledger.kept.set(name, by)
  }
}

/** The service that is done at one window only is never done at another. */
function demandHere({ settings }: Ledger, service: string, window: number) {
  const only = settings.services.find(({ id }) => id === service)?.onlyWindow ?? window
  demand(only === window, `${service} at window ${window}`)
}

function passedOver(ledger: Ledger, called: Entry, number: number, at: number): readonly Entry[] {
  const { services } = sheet(ledger, number)
  return [...ledger.tickets.values()].filter(
    (each) =>
      each.place === 'waiting' &&
      !each.priority &&
      (each.boundTo === null ? services.has(each.service) : each.boundTo === number) &&
      at - each.issuedAt >= ledger.settings.dispatch.minimumDelaySeconds * SECOND &&
      (each.since < called.since || (each.since === called.since && each.order < called.order)),
  )
}

function sitDown(ledger: Ledger, number: number, clerk: string) {
  for (const [other, { clerk: who }] of ledger.windows)
    demand(who !== clerk || other === number, `${clerk} sits at two windows`)
  sheet(ledger, number).clerk = clerk
}

function sheet(ledger: Ledger, number: number): Sheet {
  const found = ledger.windows.get(number)
  if (found === undefined) throw new Error(`there is no window ${number}`)
  return found
}

/** Who is at the window, called or being served. */
function occupant(ledger: Ledger, number: number): Entry | null {
  const there = [...ledger.tickets.values()].filter(
    ({ place }) => typeof place === 'object' && place.as !== 'held' && place.window === number,
  )
  demand(there.length <= 1, `two people at window ${number}`)
  return there[0] ?? null
}

function isHeldAt(place: Place, number: number): boolean {
  return typeof place === 'object' && place.as === 'held' && place.window === number
}

function count(ledger: Ledger, kind: Place): number {
  return [...ledger.tickets.values()].filter(({ place }) => place === kind).length
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the log cannot be true: ${what}`)
}

/** The ledger as one could read it off the hall: each live ticket and its place, each open window and its clerk. */
export function reading(ledger: Ledger) {
  const tickets = [...ledger.tickets.values()]
  return {
    phase: ledger.phase,
    tickets: tickets
      .flatMap(({ label, place }) => {
        if (typeof place === 'object') return [`${label} ${place.as} ${place.window}`]
        if (place === 'waiting') return [`${label} waiting`]
        return place === 'missed' ? [`${label} missed`] : []
      })
      .sort(),
    clerks: [...ledger.windows].map(([number, { clerk }]) => `${number} ${clerk}`),
    counts: {
      issued: tickets.length,
      finished: count(ledger, 'finished'),
      noShow: count(ledger, 'missed') + count(ledger, 'forgotten'),
      left: count(ledger, 'left'),
      unserved: count(ledger, 'unserved'),
      apologies: ledger.apologies,
    },
  }
}

/** The same, read off the day. */
export function readingOf(day: Day): ReturnType<typeof reading> {
  const { issued, finished, noShow, left, unserved, apologies } = day.counts
  return {
    phase: day.phase,
    tickets: [
      ...[...day.waiting.ordinary, ...day.waiting.priority].map(({ label }) => `${label} waiting`),
      ...day.windows.flatMap(({ number, current, held }) => [
        ...(current ? [`${current.ticket.label} ${current.state} ${number}`] : []),
        ...held.map(({ ticket }) => `${ticket.label} held ${number}`),
      ]),
      ...day.missed.map(({ ticket }) => `${ticket.label} missed`),
    ].sort(),
    clerks: day.windows.map(
      ({ number, status }) => `${number} ${status.kind === 'closed' ? null : status.clerk}`,
    ),
    counts: { issued, finished, noShow, left, unserved, apologies },
  }
}
