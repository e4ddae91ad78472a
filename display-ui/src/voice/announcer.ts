import type { BoardReport, Telling } from '#shared/boards.ts'
import type { HallView } from '#shared/views.ts'
import type { Lease } from './lease.ts'
import { isStillTrue, nextTurn, type Turn } from './turn.ts'

/** What became of a call whose turn it was. `withdrawn`: it was true no more when the chime had sounded. */
export type Ended = {
  readonly how: Exclude<Telling, 'shown'> | 'withdrawn'
  readonly languages: readonly string[]
  readonly volume: number
}

/** What can be heard in the hall. */
export type Speaker = {
  /** Sounds once, and is over when the words may begin. */
  readonly chime: (volume: number) => Promise<void>
  /** Says the call; over when it is said, or broken off. */
  readonly say: (turn: Turn, volume: number) => Promise<Omit<Ended, 'volume'>>
  /** Breaks off what is being said, at once. */
  readonly stop: () => void
}

type Parts = {
  readonly hall: () => string | null
  readonly lease: Pick<Lease, 'mayBegin' | 'mayGoOn' | 'orders'>
  readonly speaker: Speaker
  /** The office's time, milliseconds since the epoch. */
  readonly now: () => number
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number
  readonly pause: (ms: number) => Promise<void>
  /** Told of each call that was said, or should have been. */
  readonly report: (
    report: Omit<BoardReport, 'at' | 'endedAt'> & { readonly at: number; readonly endedAt: number },
  ) => void
}

/** Between one call and the next, milliseconds. */
const PAUSE_MS = 900
/** So many are remembered: many times what a day's board holds. */
const MOST_SAID = 200

/**
 * The hall's announcer: chime → call → pause, one at a time, in the order of the calls. It keeps no queue: whenever it is
 * free it looks at the hall as it is then, and once more between the chime and the words.
 */
export function createAnnouncer({ hall, lease, speaker, now, ticks, pause, report }: Parts) {
  let view: HallView | null = null
  let saying: { readonly turn: Turn; readonly since: number } | null = null
  let isBusy = false
  let said: readonly string[] = [] // what was really said here, oldest first
  let done = new Set<string>() // whatever had its turn here, heard or not

  async function goOn() {
    if (isBusy) return
    isBusy = true
    try {
      for (let turn = next(); turn !== null; turn = next()) {
        await take(turn)
        await pause(PAUSE_MS)
      }
    } finally {
      isBusy = false
    }
  }

  function next(): Turn | null {
    if (view === null || !lease.mayBegin()) return null
    const known = new Set([...done, ...(lease.orders()?.said ?? [])])
    return nextTurn(view, hall(), known, now())
  }

  async function take(turn: Turn) {
    const at = now()
    const volume = lease.orders()?.volume ?? 0
    saying = { turn, since: ticks() }
    try {
      const { how, languages } = await spoken(turn, volume)
      if (how === 'withdrawn') return
      if (how === 'spoken') said = [...said, turn.key].slice(-MOST_SAID)
      // What was broken off is said again, here or by whoever has the voice then.
      if (how !== 'cut-off') done = new Set([...done, turn.key].slice(-MOST_SAID))
      const { call, label } = turn
      report({ call, label, telling: how, at, endedAt: now(), languages: [...languages], volume })
    } finally {
      saying = null
    }
  }

  async function spoken(turn: Turn, volume: number): Promise<Omit<Ended, 'volume'>> {
    const since = ticks()
    await speaker.chime(volume)
    if (view === null || !isStillTrue(turn, view, hall(), now())) return { how: 'withdrawn', languages: [] }
    if (!lease.mayGoOn(since)) return { how: 'withdrawn', languages: [] }
    return speaker.say(turn, volume)
  }

  return {
    /** @param heard the hall as it stands; null while the line is down. */
    hear(heard: HallView | null): Promise<void> {
      view = heard
      return goOn()
    },
    /** Looks whether it has got the voice, or has lost it. */
    look(): Promise<void> {
      if (saying !== null && !lease.mayGoOn(saying.since)) speaker.stop()
      return goOn()
    },
    saying: (): string | null => saying?.turn.key ?? null,
    said: (): readonly string[] => said.slice(-40),
  }
}
