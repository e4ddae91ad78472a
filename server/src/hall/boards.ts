import type { BoardReport, BoardsView, Orders, Presence } from '#shared/boards.ts'
import { callKey } from '#shared/call-key.ts'
import { fromIso, iso, MINUTE, type Instant } from '#shared/instant.ts'
import { USUAL_BOARDS, volumeAt } from '../domain/boards.ts'
import { localTime } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import type { Clock } from '../office/clock.ts'
import type { Office } from '../office/office.ts'
import type { DeviceRow, Store, Told } from '../store/store.ts'
import { isLive, nextHolder } from './election.ts'
import { openNeighbours, type Board, type BoardElsewhere, type Posted } from './neighbours.ts'
import { holdVoices } from './voice.ts'

/**
 * The boards of one office: which are on the line, which of them speaks in each hall, and what each showed and said.
 * Past the office's commands, like its paper: a call is made whether or not a board can say it.
 */
export type Boards = {
  readonly version: () => number
  readonly view: () => Promise<BoardsView>
  readonly onChange: (listener: () => void) => () => void
  /**
   * A board says how it is.
   * @param line what it is heard by; the board is gone with it
   * @param device its id; null: a board without a token
   */
  readonly present: (line: object, device: string | null, presence: Presence) => Promise<Orders>
  /** The line is closed. */
  readonly hangUp: (line: object) => void
  /** Writes down what a board showed and said. Reports of calls that the day does not know are passed over. @returns how many were new. */
  readonly take: (device: string, reports: readonly BoardReport[]) => Promise<number>
  readonly close: () => void
}

/** A board that is heard here. */
type Known = Board & { readonly line: object }

type Parts = {
  readonly office: Office
  readonly announcements: Store['announcements']
  readonly devices: Pick<Store['devices'], 'all'>
  readonly together: Store['together']
  readonly clock: Clock
  readonly onFault?: (error: unknown) => void
  /** Milliseconds of a clock that only goes forward, whatever the office's does. */
  readonly now?: () => number
}

/** Whoever goes on with the voice knows of so many calls that they were said. */
const MOST_SAID = 60
const MOST_TOLD = 12
/** A board's clock is the office's, by the beat: a report from further off than this is of no use as proof. */
const MOST_OFF = 15 * MINUTE
/** As long as a board believes in its lease (`PATIENCE_MS` of the board): what closed its line may not have closed its mouth. */
const LINGER_MS = 2_000
/** How often it is looked whether a board has fallen silent. */
const LOOK_MS = 1_000
/** Boards that nobody hears of, and that nobody has registered, are forgotten. */
const MOST_PAGES = 40

export async function openBoards({
  office,
  announcements,
  devices,
  together,
  clock,
  onFault = () => {},
  now = () => performance.now(),
}: Parts): Promise<Boards> {
  const boards = new Map<string, Known>()
  /** Those of this program's boards that speak, by hall. */
  const holders = new Map<string | null, string>()
  const said = new Map<string | null, readonly string[]>()
  /** Boards that spoke when their line was closed: until their lease is over they may still be saying a call. */
  const lingering = new Map<string | null, { readonly page: string; readonly until: number }>()
  /** The boards of other programs, as they were looked at last. */
  let away: readonly BoardElsewhere[] = []
  /** Devices that were on the line, and when they were heard of last; those of today also from before a restart. */
  const gone = new Map<string, { readonly at: Instant; readonly zone: string | null }>(
    (await announcements.ofDay(office.id, office.day().date)).map(({ board, heardAt }) => [
      board,
      { at: heardAt, zone: null },
    ]),
  )
  const listeners = new Set<() => void>()
  let version = 1
  let spoken = await spokenOn(office.day())
  const unsubscribe = announcements.onNews((of) => {
    if (of === null || of === office.id) void lookUp().catch(onFault)
  })
  const voice = holdVoices({ together, office: office.id, now, onFault })
  const neighbours = await openNeighbours({
    together,
    office: office.id,
    now,
    mine,
    onChange(heard) {
      lookAround(heard)
      changed()
    },
    onFault,
  })

  const looker = setInterval(look, LOOK_MS)
  looker.unref()

  /** What the other programs are told of this one's boards. */
  function mine(): Posted {
    const at = now()
    return {
      boards: [...boards.values()].map(({ line: _line, since, heardAt: _heardAt, ...board }) => ({
        ...board,
        forMs: at - since,
        speaks: holders.get(board.hall) === board.page,
      })),
      said: [...said],
    }
  }
  /** A board that has not been heard of for a while is gone, also when its line has not been closed. */
  function look() {
    for (const board of boards.values()) if (!isLive(board, now())) forget(board)
    lookAround(neighbours.boards())
    if (spoken.day !== office.day().date) void lookUp().catch(onFault)
  }

  /** Boards come and go at other programs too, also with the program, which then says nothing any more. */
  function lookAround(around: readonly BoardElsewhere[]) {
    const left = away.filter(({ page }) => !around.some((each) => each.page === page))
    if (left.length === 0 && around.length === away.length) return
    away = around
    for (const { page, device, zone } of left)
      if (device !== null && !boards.has(page)) gone.set(device, { at: clock.now(), zone })
    changed()
  }

  /** Reads what was said today. */
  async function lookUp() {
    spoken = await spokenOn(office.day())
    changed()
  }

  function forget(board: Known) {
    boards.delete(board.page)
    if (holders.get(board.hall) === board.page) {
      holders.delete(board.hall)
      lingering.set(board.hall, { page: board.page, until: board.heardAt + LINGER_MS })
    }
    neighbours.post()
    if (board.device !== null) gone.set(board.device, { at: clock.now(), zone: board.zone })
    changed()
  }

  function heard(line: object, device: string | null, { page, zone, sound }: Presence): Known {
    const known = boards.get(page)
    const canSound = sound === 'on'
    const isSame =
      known?.line === line && known.canSound === canSound && known.zone === zone && known.device === device
    const board: Known = {
      page,
      line,
      device,
      zone,
      hall: hallOf(office.day(), zone),
      isRegistered: device !== null,
      canSound,
      since: known?.since ?? now(),
      heardAt: now(),
      changedAt: isSame ? known.changedAt : clock.now(),
    }
    if (known === undefined && boards.size >= MOST_PAGES) {
      const stranger = [...boards.values()].find((each) => !each.isRegistered)
      if (stranger !== undefined) boards.delete(stranger.page)
    }
    boards.set(page, board)
    if (!isSame) {
      changed()
      neighbours.post()
    }
    return board
  }

  function remember(hall: string | null, keys: readonly string[]) {
    const known = said.get(hall) ?? []
    const fresh = keys.filter((key) => !known.includes(key))
    if (fresh.length === 0) return
    said.set(hall, [...known, ...fresh].slice(-MOST_SAID))
    neighbours.post()
  }

  function changed() {
    version += 1
    for (const listener of listeners) listener()
  }

  async function spokenOn(day: Day) {
    const told = await announcements.ofDay(office.id, day.date)
    const rows = told.filter(({ telling }) => telling !== 'shown')
    const calls = new Set(rows.flatMap(({ call, telling }) => (telling === 'spoken' ? [call] : [])))
    return { day: day.date, calls, newest: rows.slice(-MOST_TOLD).toReversed() }
  }

  /** What was said in the hall, as its boards tell it and as it is written down. */
  function saidIn(hall: string | null): readonly string[] {
    const { calls, reception } = office.day()
    const written = [...calls, ...reception.calls.map((call) => ({ ...call, label: call.number }))].filter(
      ({ id }) => spoken.calls.has(id),
    )
    return [...new Set([...(said.get(hall) ?? []), ...neighbours.said(hall), ...written.map(callKey)])]
  }

  function volumeNow(): number {
    const { phase, settings } = office.day()
    if (phase !== 'open' && phase !== 'finishing') return 0
    return volumeAt((settings.boards ?? USUAL_BOARDS).volumes, localTime(clock.now(), settings.zone))
  }

  return {
    version: () => version,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async present(line, device, presence) {
      const board = heard(line, device, presence)
      const { page, hall } = board
      const others = neighbours.boards().filter((each) => each.hall === hall && each.page !== page)
      const last = lingering.get(hall)
      const ending = last !== undefined && now() < last.until ? last.page : null
      const before = holders.get(hall) ?? ending ?? others.find(({ speaks }) => speaks)?.page ?? null
      if (before === page) remember(hall, presence.said)
      const candidates = [...boards.values(), ...others].filter((each) => each.hall === hall)
      const asks = { page, isSaying: presence.saying !== null }
      const holder = nextHolder(candidates, before, asks, now())
      // One that is to be replaced says its call to the end, and begins no other.
      const isBest = nextHolder(candidates, before, { page: before ?? '', isSaying: false }, now()) === page
      const isOurs = holder !== null && boards.has(holder)
      if ((ending !== null && ending !== holder) || (isOurs && !(await voice.hold(hall))))
        return { speaks: false, volume: volumeNow(), said: saidIn(hall) }
      if (isOurs) holders.set(hall, holder)
      else holders.delete(hall)
      if (!isOurs) voice.letGo(hall)
      if (holder !== before) {
        changed()
        neighbours.post()
      }
      return { speaks: holder === page && isBest, volume: volumeNow(), said: saidIn(hall) }
    },
    hangUp(line) {
      for (const board of boards.values()) if (board.line === line) forget(board)
    },
    async take(device, reports) {
      const day = office.day()
      const at = clock.now()
      const isNear = (told: string) => Math.abs(fromIso(told) - at) <= MOST_OFF
      const told = reports
        .filter((report) => isNear(report.at) && knows(day, report))
        .map((report): Told => ({
          day: day.date,
          call: report.call,
          label: report.label,
          board: device,
          telling: report.telling,
          at: fromIso(report.at),
          endedAt: report.endedAt === null ? null : fromIso(report.endedAt),
          languages: report.languages,
          volume: report.volume,
        }))
      if (told.length === 0) return 0
      const added = await announcements.add(office.id, told, at)
      if (told.some(({ telling }) => telling !== 'shown')) await lookUp()
      return added
    },
    async view() {
      const registered = await devices.all()
      lookAround(neighbours.boards())
      const day = office.day()
      // One that has just moved here may still be named by the program that it came from.
      const live = [...boards.values(), ...neighbours.boards().filter(({ page }) => !boards.has(page))]
      const names = new Map(registered.map((row) => [row.id, row.name]))
      const absent = registered.filter(
        (row) => isBoardOf(row, office.id) && !live.some(({ device }) => device === row.id),
      )
      return {
        boards: [
          ...live.map((board) => ({
            id: board.device ?? board.page,
            name: board.device === null ? null : (names.get(board.device) ?? board.device),
            zone: board.zone,
            hall: board.hall,
            state: board.canSound ? ('well' as const) : ('deaf' as const),
            speaks: board.line === null ? board.speaks : holders.get(board.hall) === board.page,
            since: iso(board.changedAt),
          })),
          ...absent.map(({ id, name, createdAt }) => ({
            id,
            name,
            zone: gone.get(id)?.zone ?? null,
            hall: hallOf(day, gone.get(id)?.zone ?? null),
            state: gone.has(id) ? ('gone' as const) : ('never' as const),
            speaks: false,
            since: iso(gone.get(id)?.at ?? createdAt),
          })),
        ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        spoken: spoken.newest.map(({ label, board, telling, at, endedAt }) => ({
          label,
          board: names.get(board) ?? board,
          telling,
          at: iso(at),
          endedAt: endedAt === null ? null : iso(endedAt),
        })),
        volume: volumeNow(),
        volumes: (day.settings.boards ?? USUAL_BOARDS).volumes,
      }
    },
    close() {
      clearInterval(looker)
      unsubscribe()
      neighbours.close()
    },
  }
}

/** The room in which a board is heard; a zone without one, and a board without a zone, is heard in the main hall (null). */
function hallOf(day: Day, zone: string | null): string | null {
  return day.settings.boards?.zones.find(({ id }) => id === zone)?.hall ?? null
}

function knows({ calls, reception }: Day, { call, label }: BoardReport): boolean {
  return (
    calls.some((each) => each.id === call && each.label === label) ||
    reception.calls.some((each) => each.id === call && each.number === label)
  )
}

function isBoardOf({ kind, office, revokedAt }: DeviceRow, id: string): boolean {
  return kind === 'board' && office === id && revokedAt === null
}
