import { clockFace } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { DayFace } from '#shared/views.ts'
import { words } from './words.ts'

/** What a member of staff may enter at this time of the day. */
export type EntryTime = {
  readonly about: Bilingual
  readonly later: Bilingual | null
  /** Null: nothing can be entered now. */
  readonly action: Bilingual | null
  readonly presentAtClosing: boolean
}

export function entryTimeOf(day: DayFace, zone: string): EntryTime {
  const clock = (at: string | null) => (at === null ? '–' : clockFace(at, zone))
  const none = { later: null, action: null, presentAtClosing: false }
  switch (day.phase) {
    case 'before-opening':
      return {
        ...none,
        about: words.opensAt(clock(day.opensAt)),
        later: words.closesAt(clock(day.closesAt)),
      }
    case 'open':
      return {
        about: words.open,
        later: words.closesAt(clock(day.closesAt)),
        action: words.issue,
        presentAtClosing: false,
      }
    case 'finishing':
      return {
        about: words.finishing(clock(day.closesAt), clock(day.limitAt)),
        later: null,
        action: words.enterPresent(clock(day.closesAt)),
        presentAtClosing: true,
      }
    case 'closed':
    case 'closed-day':
      return {
        ...none,
        about: words.over(day.next && { date: day.next.date, time: clockFace(day.next.opensAt, zone) }),
      }
  }
}
