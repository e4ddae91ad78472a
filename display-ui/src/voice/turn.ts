import { callKey } from '#shared/call-key.ts'
import type { HallView } from '#shared/views.ts'
import { isFresh } from '../freshness.ts'
import type { Spoken } from './sentence.ts'

/** A call that is to be said: what it is remembered by, and what is said. */
export type Turn = {
  readonly key: string
  /** The version of the event that announced it. */
  readonly call: number
  readonly label: string
  readonly spoken: Spoken
}

/** A call that has waited for its turn longer than this is not said any more, milliseconds of the office. */
export const SAY_WITHIN_MS = 180_000

type Seen = Pick<HallView, 'calls' | 'reception' | 'windows' | 'zones'>

/**
 * Whose turn it is: of those who are called now and whom the hall has not heard yet, the one called first. What is no
 * longer true (the person has come, has been given up, was called by mistake) has no turn, whenever it was called.
 * @param hall the room in which it is heard; null: the main hall
 * @param said the keys of what was said already
 * @param now the office's time, milliseconds since the epoch
 */
export function nextTurn(
  view: Seen,
  hall: string | null,
  said: ReadonlySet<string>,
  now: number,
): Turn | null {
  return turns(view, hall, now).find(({ key }) => !said.has(key)) ?? null
}

/** @returns whether the call still stands as it did. */
export function isStillTrue({ key }: Turn, view: Seen, hall: string | null, now: number): boolean {
  return turns(view, hall, now).some((turn) => turn.key === key)
}

function turns(
  { calls, reception, windows, zones }: Seen,
  hall: string | null,
  now: number,
): readonly Turn[] {
  const doors = zones.filter((zone) => zone.doors).map(({ id }) => id)
  const toWindows = calls
    .filter(
      ({ state, at, zones: of }) =>
        state === 'called' && isFresh(at, now, SAY_WITHIN_MS) && isHeardIn(hall, of, zones),
    )
    .map((call): Turn => {
      const { label, window, last: isLast, language } = call
      const name = windows.find((each) => each.window === window)?.name?.bg ?? null
      return {
        key: callKey(call),
        call: call.id,
        label,
        spoken: { kind: 'window', label, window, name, isLast, language },
      }
    })
  const toDoors = reception.calls
    .filter(
      ({ state, at }) =>
        state === 'called' && isFresh(at, now, SAY_WITHIN_MS) && isHeardIn(hall, doors, zones),
    )
    .map(({ id, number, times, room }): Turn => {
      const key = callKey({ id, label: number, times })
      return { key, call: id, label: number, spoken: { kind: 'door', number, room } }
    })
  return [...toWindows, ...toDoors].toSorted((a, b) => a.call - b.call)
}

/**
 * @param shownIn the zones that show the call
 * @returns whether it is heard in the hall: where one of the hall's zones shows it. What no room of its own shows is
 * heard in the main hall, so that no call is left unsaid by the configuration.
 */
export function isHeardIn(
  hall: string | null,
  shownIn: readonly string[],
  zones: HallView['zones'],
): boolean {
  const halls = zones.filter(({ id }) => shownIn.includes(id)).map((zone) => zone.hall)
  return halls.includes(hall) || (hall === null && halls.length === 0)
}
