import { clockFace, clockWords, longDate } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import type { DayFace, HallView } from '#shared/views.ts'
import { words } from './words.ts'

/** What the centre says of its day when nobody is being called: the big words, and the lines beneath. */
export type DaySays = { readonly title: Bilingual; readonly lines: readonly Bilingual[] }

/** @returns what stands on the board instead of calls; null while there are calls to show. */
export function daySays({ day, unserved }: Pick<HallView, 'day' | 'unserved'>): DaySays | null {
  const why = day.why === null ? [] : [day.why]
  switch (day.phase) {
    case 'open':
    case 'finishing':
      return null
    case 'closed-day':
      return { title: words.notToday, lines: [...why, ...nextOpening(day)] }
    case 'before-opening':
      return { title: opensAt(day), lines: [...hours(day), ...why] }
    case 'closed':
      return unserved > 0
        ? { title: words.apology, lines: [words.closed, ...nextOpening(day)] }
        : { title: words.closed, lines: [...nextOpening(day), words.thanks] }
  }
}

/** @returns the phase in a word or two, for the foot of the board. */
export function phaseWords(day: DayFace): Bilingual {
  switch (day.phase) {
    case 'open':
      return until(day.closesAt, day, { bg: 'Отворено', en: 'Open' })
    case 'finishing':
      return until(day.limitAt, day, { bg: 'Довършване', en: 'Finishing' })
    case 'before-opening':
      return opensAt(day)
    case 'closed':
    case 'closed-day':
      return { bg: 'Затворено', en: 'Closed' }
  }
}

/**
 * @param now the office's time, milliseconds since the epoch
 * @returns what everyone in the hall should know now, each for a while: what the day says, and what the supervisor has
 * put on the boards; that documents should be ready only where there is nothing else.
 */
export function notices(
  { day, notices: posted }: Pick<HallView, 'day' | 'notices'>,
  now: number,
): readonly Bilingual[] {
  const own = posted
    .filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
    .map(({ text }) => text)
  const ofDay = notice(day)
  if (ofDay === null || (own.length > 0 && ofDay === words.documentsReady)) return own
  return [ofDay, ...own]
}

/** @returns the one thing that the day itself has to say; null when the board itself says it. */
export function notice(day: DayFace): Bilingual | null {
  switch (day.phase) {
    case 'open':
      return day.why === null ? words.documentsReady : changedHours(day, day.why)
    case 'finishing':
      return servedUntil(day)
    case 'before-opening':
    case 'closed':
    case 'closed-day':
      return null
  }
}

/** @returns whether the foot says in a sentence, and not in a word or two, what everyone in the hall must know now. */
export function saysAtLength({ phase }: Pick<DayFace, 'phase'>): boolean {
  return phase === 'finishing'
}

function servedUntil(day: DayFace): Bilingual {
  if (day.limitAt === null) return words.noMoreTickets
  const limit = clockFace(day.limitAt, day.zone)
  return {
    bg: `Посетителите, които вече са в центъра, ще бъдат обслужени, но не по-късно от ${limit} часа`,
    en: `Visitors already inside will be served, not later than ${limit}`,
  }
}

function changedHours(day: DayFace, why: Bilingual): Bilingual {
  if (day.opensAt === null || day.closesAt === null) return why
  const { bg, en } = hoursWords(day.opensAt, day.closesAt, day.zone)
  return { bg: `${bg} · ${why.bg}`, en: `${en} · ${why.en}` }
}

function opensAt(day: DayFace): Bilingual {
  if (day.opensAt === null) return words.closed
  const { bg, en } = clockWords(clockFace(day.opensAt, day.zone))
  return { bg: `Центърът отваря в ${bg}`, en: `The centre opens at ${en}` }
}

function hours(day: DayFace): readonly Bilingual[] {
  if (day.opensAt === null || day.closesAt === null) return []
  return [hoursWords(day.opensAt, day.closesAt, day.zone)]
}

function hoursWords(opensAt: string, closesAt: string, zone: string): Bilingual {
  const { bg, en } = clockWords(`${clockFace(opensAt, zone)}–${clockFace(closesAt, zone)}`)
  return { bg: `Работно време днес: ${bg}`, en: `Hours today: ${en}` }
}

function nextOpening(day: DayFace): readonly Bilingual[] {
  if (day.next === null) return []
  const { bg, en } = clockWords(clockFace(day.next.opensAt, day.zone))
  return [
    {
      bg: `Следващ работен ден: ${longDate(day.next.date, 'bg')}, от ${bg}`,
      en: `Next working day: ${longDate(day.next.date, 'en')}, from ${en}`,
    },
  ]
}

function until(at: string | null, day: DayFace, state: Bilingual): Bilingual {
  if (at === null) return state
  const { bg, en } = clockWords(clockFace(at, day.zone))
  return { bg: `${state.bg} до ${bg}`, en: `${state.en} until ${en}` }
}
