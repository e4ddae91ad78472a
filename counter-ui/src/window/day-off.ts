import { longDate, timeOfDay } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { DayFace } from '#shared/views.ts'
import { filledBoth, words } from '../words.ts'
import { isWithoutWork } from './main-action.ts'

/** What a window says in the place of its work. */
export type DayOff = {
  readonly title: Bilingual
  readonly text: Bilingual
  /** The next working day and its hour; null: none is known. */
  readonly next: { readonly date: Bilingual; readonly from: Bilingual } | null
}

/** @returns what to say on a day off and after the end of a day; null: there is work. */
export function dayOffOf({ phase, why, next, zone }: Omit<DayFace, 'date'>): DayOff | null {
  if (!isWithoutWork(phase)) return null
  const isOver = phase === 'closed'
  const dayOff = why === null ? words.dayOff : filledBoth(words.notNow, { what: words.dayOff, why })
  return {
    title: isOver ? words.dayOver : dayOff,
    text: isOver ? words.dayOverText : words.dayOffText,
    next:
      next === null
        ? null
        : {
            date: { bg: longDate(next.date, 'bg'), en: longDate(next.date, 'en') },
            from: filledBoth(words.opensFrom, {
              opens: { bg: timeOfDay(next.opensAt, zone, 'bg'), en: timeOfDay(next.opensAt, zone, 'en') },
            }),
          },
  }
}
