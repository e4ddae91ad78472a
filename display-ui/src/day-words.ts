import { clockFace, clockWords, longDate } from '#shared/client/format.ts'
import type { Bilingual } from '#shared/ids.ts'
import { dateWords } from '#shared/words/dates.ts'
import type { DayFace, HallView } from '#shared/views.ts'
import type { Brief } from './sayings.ts'
import { words } from './words.ts'

/** What the centre says of its day when nobody is being called: the big words, and the lines beneath. */
export type DaySays = {
  readonly title: Bilingual
  readonly lines: readonly Bilingual[]
  /** The same in few words, for readers far off. */
  readonly brief: Brief
}

/** Of a week each day is known by its name. */
const WEEK_MS = 7 * 24 * 60 * 60_000

/** @returns what stands on the board instead of calls; null while there are calls to show. */
export function daySays({ day, unserved }: Pick<HallView, 'day' | 'unserved'>): DaySays | null {
  const why = day.why === null ? [] : [day.why]
  switch (day.phase) {
    case 'open':
    case 'finishing':
      return null
    case 'closed-day':
      return {
        title: words.notToday,
        lines: [...why, ...nextOpening(day)],
        brief: { must: [words.notToday, ...opensBriefly(day)], more: why },
      }
    case 'before-opening':
      return {
        title: opensAt(day),
        lines: [...hours(day), ...why],
        brief: { must: [opensAt(day)], more: why },
      }
    case 'closed':
      return unserved > 0
        ? {
            title: words.apology,
            lines: [words.closed, ...nextOpening(day)],
            brief: { must: [words.apologyBriefly, words.closed, ...opensBriefly(day)] },
          }
        : {
            title: words.closed,
            lines: [...nextOpening(day), words.thanks],
            brief: { must: [words.closed, ...opensBriefly(day)] },
          }
  }
}

/** @returns what stands in the lead before anyone has been called. */
export function nobodyCalled({ phase }: Pick<DayFace, 'phase'>): DaySays {
  return phase === 'finishing'
    ? { title: words.noMoreTickets, lines: [], brief: { must: [words.noMoreTicketsBriefly] } }
    : {
        title: words.welcome,
        lines: [words.watchBoard],
        brief: { must: [words.welcome], more: [words.watchBoardBriefly] },
      }
}

/** @returns the same, and after it what else is to be known. */
export function alsoSaying({ title, lines, brief }: DaySays, also: readonly Bilingual[]): DaySays {
  return { title, lines: [...lines, ...also], brief: { ...brief, more: [...(brief.more ?? []), ...also] } }
}

/** What the board says of itself. */
export const lineDown: DaySays = {
  title: words.lineDown,
  lines: [words.lineDownHelp],
  brief: { must: [words.lineDownBriefly], more: [words.lineDownHelpBriefly] },
}
export const connecting: DaySays = {
  title: words.connecting,
  lines: [],
  brief: { must: [words.connectingBriefly] },
}

/** What a board must be able to say instead of calls, in its longest forms. */
export const STANDING: readonly Bilingual[] = [
  words.notToday,
  words.closed,
  words.apologyBriefly,
  centreOpens('08:30'),
  opensOn({ bg: 'четвъртък', en: 'Wednesday' }, '08:30'),
  words.welcome,
  words.noMoreTicketsBriefly,
]

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
  return centreOpens(clockFace(day.opensAt, day.zone))
}

function centreOpens(clock: string): Bilingual {
  const { bg, en } = clockWords(clock)
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

/** „Отваря: понеделник, 08:30 ч.“: by the day's name, or by its date if it is not of this week. */
function opensBriefly({ date, next, zone }: DayFace): readonly Bilingual[] {
  if (next === null) return []
  const isNear = Date.parse(next.date) - Date.parse(date) < WEEK_MS
  const on = isNear ? weekday(next.date) : dateWords(next.date)
  return [opensOn(on, clockFace(next.opensAt, zone))]
}

function opensOn(on: Bilingual, clock: string): Bilingual {
  const at = clockWords(clock)
  return { bg: `Отваря: ${on.bg}, ${at.bg}`, en: `Opens: ${on.en}, ${at.en}` }
}

function weekday(date: string): Bilingual {
  const of = (locale: string) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(date))
  return { bg: of('bg-BG'), en: of('en-GB') }
}

function until(at: string | null, day: DayFace, state: Bilingual): Bilingual {
  if (at === null) return state
  const { bg, en } = clockWords(clockFace(at, day.zone))
  return { bg: `${state.bg} до ${bg}`, en: `${state.en} until ${en}` }
}
