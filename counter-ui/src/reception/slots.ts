import { clockWords, longDate, say } from '#shared/client/format.ts'
import type { LocalDate, LocalTime, OfficialId } from '#shared/ids.ts'
import type { Slot } from '#shared/reception.ts'
import type { DeskView } from '#shared/views.ts'
import type { Language } from '../language.ts'

export type DeskOfficial = DeskView['officials'][number]
export type DeskDay = DeskOfficial['days'][number]

/** Whether one can still sign up for a day: there is a free slot, there is none, or the time for it is over. */
export type DayState = 'free' | 'full' | 'over'

/** @param now the office's time, milliseconds since the epoch */
export function dayState(
  { free, signUpUntil }: Pick<DeskDay, 'free' | 'signUpUntil'>,
  now: number,
): DayState {
  if (Date.parse(signUpUntil) <= now) return 'over'
  return free.length === 0 ? 'full' : 'free'
}

/** @returns the earliest slot that one can still sign up for with an official; null: none in the whole horizon. */
export function earliest({ id, days }: Pick<DeskOfficial, 'id' | 'days'>, now: number): Slot | null {
  const day = days.find((each) => dayState(each, now) === 'free')
  const time = day?.free[0]
  return day === undefined || time === undefined ? null : { official: id, date: day.date, time }
}

/** What the clerk has chosen so far; what is left open is proposed. */
export type SlotDraft = {
  readonly official: OfficialId | null
  readonly date: LocalDate | null
  readonly time: LocalTime | null
}

export const nothingChosen: SlotDraft = { official: null, date: null, time: null }

export type Proposed = {
  readonly official: DeskOfficial | null
  readonly day: DeskDay | null
  /** The slot chosen, or else the first free one. Null: the day is full, or over. */
  readonly time: LocalTime | null
  /** The slot that was chosen has been given to somebody else in the meantime: nothing is put in its place silently. */
  readonly isGone: boolean
}

/** @returns what the draft comes to, with the earliest for whatever has not been chosen. */
export function proposed(draft: SlotDraft, officials: readonly DeskOfficial[], now: number): Proposed {
  const official = officials.find(({ id }) => id === draft.official) ?? officials[0] ?? null
  if (official === null) return { official, day: null, time: null, isGone: false }
  const first = official.days.find((each) => dayState(each, now) === 'free') ?? official.days[0] ?? null
  const day = official.days.find(({ date }) => date === draft.date) ?? first
  if (day === null || dayState(day, now) === 'over')
    return { official, day, time: null, isGone: draft.time !== null }
  if (draft.time !== null) {
    const isGone = !day.free.includes(draft.time)
    return { official, day, time: isGone ? null : draft.time, isGone }
  }
  return { official, day, time: day.free[0] ?? null, isGone: false }
}

/** @returns „сряда, 02.12.2026 г., 09:15 ч.“ or “Wednesday, 2 December 2026, 09:15”. */
export function slotWords(
  { date, time }: { readonly date: string; readonly time: string | null },
  language: Language,
): string {
  const day = longDate(date, language)
  return time === null ? day : `${day}, ${say(clockWords(time), language)}`
}
