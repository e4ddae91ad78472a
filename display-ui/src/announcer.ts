import type { BoardCall } from '#shared/views.ts'
import { ANNOUNCE_MS, isFresh } from './freshness.ts'

/** The calls that have been announced, by call and time of calling; only those that could still be mistaken for new. */
export type Announced = ReadonlyMap<string, BoardCall>

/**
 * @param now the office's time, milliseconds since the epoch
 * @returns the oldest call that is fresh and has not been announced, or null.
 */
export function nextAnnouncement(
  announced: Announced,
  calls: readonly BoardCall[],
  now: number,
): BoardCall | null {
  return (
    calls
      .filter((call) => isFresh(call.at, now, ANNOUNCE_MS) && !announced.has(key(call)))
      .toSorted((a, b) => a.id - b.id)[0] ?? null
  )
}

/** @returns what has been announced, with this call, without those that are too old to be announced again anyway. */
export function remember(announced: Announced, call: BoardCall, now: number): Announced {
  const kept = [...announced].filter(([, each]) => isFresh(each.at, now, 4 * ANNOUNCE_MS))
  return new Map([...kept, [key(call), call]])
}

function key({ id, label, times }: BoardCall): string {
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
  readonly announce: (call: BoardCall) => Promise<void>
}) {
  let announced: Announced = new Map()
  let calls: readonly BoardCall[] = []
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
    hear(heard: readonly BoardCall[]): Promise<void> {
      calls = heard
      return goOn()
    },
  }
}
