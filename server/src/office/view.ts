import type { LocalDate, TicketCode } from '#shared/ids.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import type { DayViews } from '#shared/views.ts'
import { windowOf, type Day, type Place } from '../domain/day.ts'
import { positions } from '../domain/dispatch.ts'
import { hallView } from '../domain/views/hall.ts'
import type { Around } from '../domain/views/face.ts'
import { kioskView } from '../domain/views/kiosk.ts'
import { queueView } from '../domain/views/queue.ts'
import { supervisorView } from '../domain/views/supervisor.ts'
import { liveTicketView, pastTicketView, type PastTicket } from '../domain/views/ticket.ts'
import { windowView } from '../domain/views/window.ts'
import type { Store } from '../store/store.ts'
import type { Directory } from './directory.ts'
import type { Office } from './office.ts'
import { isReceptionView, receptionViewOf } from './reception-view.ts'

/** A view of the day. */
export type View = DayViews[keyof DayViews]
/** So many visits that are over are remembered: more than phones stay open after theirs. */
const MOST_PASTS = 1_000

/** Visits of one day that are over, by code, as they were read. */
type Pasts = {
  /** @returns the visit, unless it was not read, or has gone on since. */
  readonly of: (code: string) => PastTicket | null
  /** @param asOf the version of the day that was known before it was read. */
  readonly keep: (code: string, past: PastTicket, asOf: number) => void
}
const NO_PASTS: Pasts = { of: () => null, keep() {} }

export type Viewer = {
  /** @returns the view as far as the day itself says it; null: of a ticket whose visit is over, if of any. */
  readonly atHand: (name: string) => Result<View, Refusal> | null
  /** The view also of a ticket whose visit is over: that is read. */
  readonly whole: (name: string) => Promise<Result<View, Refusal>>
}

/**
 * The views of one day, by name, as GET answers them and the socket pushes them.
 * What several views share (where each ticket lies, how many stand before it) is worked out once.
 * @param pasts visits of the day that are over, as far as they have been read.
 */
export function viewerOf(
  day: Day,
  directory: Directory,
  tickets: Store['tickets'],
  training: boolean,
  pasts: Pasts = NO_PASTS,
): Viewer {
  const around: Around = { training, nameOf: directory.anyone }
  const aheadOf = positions(day, day.at)
  let places: Map<string, Place> | null = null

  return {
    atHand,
    whole: async (name) => atHand(name) ?? (await pastTicket(name)),
  }

  function atHand(name: string): Result<View, Refusal> | null {
    switch (name) {
      case 'kiosk':
        return ok(kioskView(day, around))
      case 'hall':
        return ok(hallView(day, around))
      case 'queue':
        return ok(queueView(day, around))
      case 'supervisor':
        return ok(supervisorView(day, around, directory.clerks()))
    }
    if (isReceptionView(name)) return receptionViewOf(day, name, around)
    const [kind, rest] = split(name)
    if (kind === 'window' && /^\d{1,2}$/.test(rest)) return windowNamed(Number(rest))
    if (kind === 'ticket') return ticketNamed(rest as TicketCode) // looked up, whatever it is
    return refused(refuse('unknown-view', { view: name }))
  }

  function windowNamed(number: number): Result<View, Refusal> {
    const window = windowOf(day, number)
    return window
      ? ok(windowView(day, window, around))
      : refused(refuse('unknown-window', { window: number }))
  }

  function ticketNamed(code: TicketCode): Result<View, Refusal> | null {
    places ??= placesByCode(day)
    const place = places.get(code)
    if (place) return ok(liveTicketView(day, place, around, aheadOf))
    const past = pasts.of(code)
    return past ? ok(pastTicketView(day, past, around)) : null
  }

  async function pastTicket(name: string): Promise<Result<View, Refusal>> {
    const [, code] = split(name)
    const past = await tickets.past(day.office, day.date, code as TicketCode) // looked up, whatever it is
    if (past) pasts.keep(code, past, day.version)
    return past ? ok(pastTicketView(day, past, around)) : refused(refuse('unknown-code', {}))
  }
}

/** The views of the newest day, worked out once for all who ask. */
export function cachedViewer(
  store: Pick<Store, 'tickets' | 'kind'>,
  directory: Directory,
): (office: Office) => Viewer {
  const viewers = new WeakMap<object, Viewer>()
  const pasts = new WeakMap<Office, { readonly date: LocalDate; readonly pasts: Pasts }>()
  return (office) => {
    const day = office.day()
    const known = viewers.get(day)
    if (known) return known
    const fresh = viewerOf(
      day,
      directory,
      store.tickets,
      store.kind === 'training',
      pastsOn(office, day.date),
    )
    viewers.set(day, fresh)
    return fresh
  }

  function pastsOn(office: Office, date: LocalDate): Pasts {
    const known = pasts.get(office)
    if (known?.date === date) return known.pasts
    const fresh = pastsOf(office)
    pasts.set(office, { date, pasts: fresh })
    return fresh
  }
}

function pastsOf({ lastEventOf }: Office): Pasts {
  const read = new Map<string, { readonly past: PastTicket; readonly asOf: number }>()
  return {
    of(code) {
      const known = read.get(code)
      return known && lastEventOf(known.past.id) <= known.asOf ? known.past : null
    },
    keep(code, past, asOf) {
      if (read.size >= MOST_PASTS) read.clear()
      read.set(code, { past, asOf })
    },
  }
}

function split(name: string): readonly [string, string] {
  const slash = name.indexOf('/')
  return slash < 0 ? [name, ''] : [name.slice(0, slash), name.slice(slash + 1)]
}

function placesByCode(day: Day): Map<string, Place> {
  const places = new Map<string, Place>()
  const put = (place: Place) => places.set(place.ticket.code, place)
  for (const { ticket, window } of day.missed) put({ kind: 'missed', ticket, window })
  for (const ticket of day.waiting.ordinary) put({ kind: 'waiting', ticket })
  for (const ticket of day.waiting.priority) put({ kind: 'waiting', ticket })
  for (const window of day.windows) {
    for (const { ticket } of window.held) put({ kind: 'held', ticket, window })
    if (window.current) put({ kind: 'current', ticket: window.current.ticket, window })
  }
  return places
}
