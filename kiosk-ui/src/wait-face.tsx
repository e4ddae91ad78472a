import { clockFace, limitOf, longDate, say } from '#shared/client/format.ts'
import type { Bilingual, Language } from '#shared/ids.ts'
import { LANGUAGES } from '#shared/languages.ts'
import type { DayFace } from '#shared/views.ts'
import { waitTold } from '#shared/wait-range.ts'
import type { WaitsView, WaitState } from '#shared/waits.ts'
import { words } from './words.ts'

export type ServiceWait = WaitsView['services'][number]

type Props = {
  /** Null: nothing is known, or no window is open for it. */
  readonly wait: ServiceWait | null
  readonly priority: boolean
  readonly day: DayFace
  /** The office's time, milliseconds since the epoch. */
  readonly now: number
  readonly language: Language
}

/** Beside the choice of the order; or, where whoever reaches low needs that room, among what is read. */
type Stands = { readonly stands: 'beside-choice' | 'under-heading' }

/** Under this chance the screen says plainly that the turn will probably not come; under the other it names the chance. */
const UNLIKELY = 0.5
const UNSURE = 0.9

/** What to expect, before the ticket is taken: who is ahead, and how long. */
export function WaitFace({ wait, priority, day, now, language, stands }: Props & Stands) {
  const told = toldOf(wait, priority, day, now)
  if (wait === null || told === null) return null
  return (
    <section className={`wait-told wait-told--${stands}`} aria-live="polite">
      <dl className="facts">
        <div>
          <dt>{say(words.aheadLabel, language)}</dt>
          <dd className="fact-figure">{wait.ahead}</dd>
        </div>
        {told.figure === null ? null : (
          <div>
            <dt>{say(words.waitLabel, language)}</dt>
            <dd className="fact-figure">{say(told.figure, language)}</dd>
          </div>
        )}
      </dl>
      {told.figure === null ? null : <p className="wait-note">{say(words.estimate, language)}</p>}
    </section>
  )
}

/** Near the end of the day: whether the turn will come at all. */
export function WaitChance({ wait, priority, day, now, language }: Props) {
  const told = toldOf(wait, priority, day, now)
  if (wait === null || told === null) return null
  if (hasChance(wait, day)) return <Chance beforeLimit={wait.beforeLimit} day={day} language={language} />
  return told.warning === null ? null : <p className="wait-chance">{say(told.warning, language)}</p>
}

/** @returns whether it is said who is ahead: beside that, how many wait for this service alone would only puzzle. */
export function tellsAhead({ wait, priority, day, now }: Omit<Props, 'language'>): boolean {
  return toldOf(wait, priority, day, now) !== null
}

function toldOf(wait: ServiceWait | null, priority: boolean, day: DayFace, now: number) {
  return waitBy(priority ? wait?.priority : wait?.ordinary, day, now)
}

/** @returns what is said of the wait to whoever takes a ticket now; null: nothing is known, or no window is open. */
export function waitBy(
  wait: WaitState | undefined,
  day: DayFace,
  now: number,
): ReturnType<typeof waitTold> | null {
  return wait?.state === 'estimated' ? waitTold(wait, now, limitOf(day)) : null
}

/** @returns whether the figures say how likely the turn is to come, and that it is not sure to. */
function hasChance({ beforeLimit }: ServiceWait, { limitAt }: DayFace): boolean {
  return beforeLimit !== null && beforeLimit < UNSURE && limitAt !== null
}

function Chance({
  beforeLimit,
  day,
  language,
}: Pick<Props, 'day' | 'language'> & { readonly beforeLimit: number | null }) {
  if (beforeLimit === null || day.limitAt === null) return null
  const limit = clockFace(day.limitAt, day.zone)
  if (beforeLimit >= UNLIKELY)
    return <p className="wait-chance">{say(words.chance(limit, Math.round(beforeLimit * 100)), language)}</p>
  return (
    <p className="nobody wait-unlikely">
      <strong>{say(words.unlikely(limit), language)}</strong>{' '}
      {day.next === null
        ? null
        : say(words.comeNext(both(day.next.date), clockFace(day.next.opensAt, day.zone)), language)}
    </p>
  )
}

function both(date: string): Bilingual {
  const each = LANGUAGES.map((language) => [language, longDate(date, language)])
  return { bg: longDate(date, 'bg'), en: longDate(date, 'en'), ...Object.fromEntries(each) }
}
