import type { BoardCall, HallView } from '#shared/views.ts'
import { ANNOUNCE_MS, isFresh } from './freshness.ts'

/** What is announced: a call to a window, or to an official's door, of which the label is the appointment's number. */
export type Announceable = Pick<BoardCall, 'id' | 'label' | 'times' | 'at'>

/** @returns everyone who is called, wherever to. */
export function everyCall({
  calls,
  reception,
}: Pick<HallView, 'calls' | 'reception'>): readonly Announceable[] {
  return [...calls, ...reception.calls.map(({ id, number, times, at }) => ({ id, label: number, times, at }))]
}

/** The calls that have been announced, by call and time of calling; only those that could still be mistaken for new. */
export type Announced = ReadonlyMap<string, Announceable>

/**
 * @param now the office's time, milliseconds since the epoch
 * @returns the oldest call that is fresh and has not been announced, or null.
 */
export function nextAnnouncement(
  announced: Announced,
  calls: readonly Announceable[],
  now: number,
): Announceable | null {
  return (
    calls
      .filter((call) => isFresh(call.at, now, ANNOUNCE_MS) && !announced.has(key(call)))
      .toSorted((a, b) => a.id - b.id)[0] ?? null
  )
}

/** @returns what has been announced, with this call, without those that are too old to be announced again anyway. */
export function remember(announced: Announced, call: Announceable, now: number): Announced {
  const kept = [...announced].filter(([, each]) => isFresh(each.at, now, 4 * ANNOUNCE_MS))
  return new Map([...kept, [key(call), call]])
}

function key({ id, label, times }: Announceable): string {
  return `${id} ${label} ${times}`
}

/**
 * Announces calls one at a time, each once. It keeps no queue: whenever it is free it looks at the hall as it is then,
 * so what has grown old in the meantime is not announced late, and nothing sounds while the line is down.
 * @param now the office's time, milliseconds since the epoch
 * @param announce sounds one call, and is over when the next may begin
 */
export function createAnnouncer({
  now,
  announce,
}: {
  readonly now: () => number
  readonly announce: (call: Announceable) => Promise<void>
}) {
  let announced: Announced = new Map()
  let calls: readonly Announceable[] = []
  let isBusy = false

  async function goOn() {
    if (isBusy) return
    isBusy = true
    try {
      for (;;) {
        const call = nextAnnouncement(announced, calls, now())
        if (call === null) return
        announced = remember(announced, call, now())
        await announce(call)
      }
    } finally {
      isBusy = false
    }
  }

  return {
    /** @param heard the calls of a live hall; none while the line is down. */
    hear(heard: readonly Announceable[]): Promise<void> {
      calls = heard
      return goOn()
    },
  }
}
