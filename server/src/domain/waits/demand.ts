import type { LocalDate, ServiceId } from '#shared/ids.ts'
import { MINUTE, type Instant } from '#shared/instant.ts'
import type { Recorded } from '../events.ts'
import { dayNumber, weekdayOf } from '../holidays.ts'
import type { OfficeSettings } from '../settings.ts'
import { HALF_HOUR, type Demand } from './plan.ts'

/** Who came when, on each day of the log; and from that who will. */
export type DemandBook = {
  readonly learn: (recorded: Recorded) => void
  /** @returns the people of that day as they came; null when the log has no such day. */
  readonly ofDay: (settings: OfficeSettings, date: LocalDate) => Demand | null
  /** @returns the people foreseen for that date. */
  readonly forecast: (settings: OfficeSettings, date: LocalDate) => Forecast
  readonly days: () => readonly LocalDate[]
}

export type Forecast = {
  readonly demand: Demand
  /** How many days of the log it rests on, and how many of them were the same weekday. None: an example. */
  readonly restsOn: { readonly days: number; readonly sameWeekday: number }
  readonly isPeak: boolean
}

type DayBook = {
  readonly date: LocalDate
  readonly counts: Map<string, number>
  issued: number
  priority: number
  halves: number
}

/** What a day of another weekday says of this one, and how fast what is past says less. */
const OTHER_WEEKDAY = 0.15
const HALF_LIFE_DAYS = 42
/** How much busier the days before a tax term are, until the log has shown it. */
const PEAK = 1.4
const SHARE_PRIORITY = 0.12
/** Of the working time of all windows, where nothing is known: an example. */
const EXAMPLE_LOAD = 0.6

export function createDemandBook(): DemandBook {
  const books = new Map<LocalDate, DayBook>()
  let today: DayBook | null = null
  let opensAt: Instant | null = null

  return {
    learn({ event, at }) {
      if (event.type === 'day-opened' || event.type === 'plan-changed' || event.type === 'settings-changed') {
        opensAt = event.plan.opensAt
        const { date, closesAt } = event.plan
        if (opensAt === null || closesAt === null) {
          today = null
          return
        }
        today = books.get(date) ?? { date, counts: new Map(), issued: 0, priority: 0, halves: 0 }
        today.halves = Math.ceil((closesAt - opensAt) / HALF_HOUR)
        return
      }
      if (event.type !== 'ticket-issued' || today === null || opensAt === null) return
      books.set(today.date, today) // a day on which nobody came says nothing: the office may not have used the system
      const issuedAt = event.handedIn?.issuedAt ?? at
      const key = `${Math.floor((issuedAt - opensAt) / HALF_HOUR)}/${event.service}`
      today.counts.set(key, (today.counts.get(key) ?? 0) + 1)
      today.issued += 1
      if (event.priority) today.priority += 1
    },
    ofDay(settings, date) {
      const book = books.get(date)
      if (book === undefined) return null
      return {
        halfHours: Array.from({ length: book.halves }, (_, half) =>
          settings.services.map(({ id }) => book.counts.get(`${half}/${id}`) ?? 0),
        ),
        priorityShare: book.priority / Math.max(1, book.issued),
      }
    },
    forecast: (settings, date) => forecastFrom([...books.values()], settings, date),
    days: () => [...books.keys()],
  }
}

function forecastFrom(books: readonly DayBook[], settings: OfficeSettings, date: LocalDate): Forecast {
  const halves = halvesOf(settings)
  const isPeak = isTaxPeak(date)
  const past = books.filter((book) => book.date < date)
  if (past.length === 0)
    return { demand: example(settings, halves), restsOn: { days: 0, sameWeekday: 0 }, isPeak }
  const weighed = past.map((book) => ({ book, weight: weightOf(book.date, date) }))
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const mean = (half: number, service: ServiceId) =>
    weighed.reduce((sum, { book, weight }) => {
      const season = (isPeak ? PEAK : 1) / (isTaxPeak(book.date) ? PEAK : 1)
      return sum + weight * season * (book.counts.get(`${half}/${service}`) ?? 0)
    }, 0) / total
  const issued = past.reduce((sum, book) => sum + book.issued, 0)
  const priority = past.reduce((sum, book) => sum + book.priority, 0)
  return {
    demand: {
      halfHours: Array.from({ length: halves }, (_, half) =>
        settings.services.map(({ id }) => mean(half, id)),
      ),
      priorityShare: priority / Math.max(1, issued),
    },
    restsOn: {
      days: past.length,
      sameWeekday: past.filter((book) => weekdayOf(book.date) === weekdayOf(date)).length,
    },
    isPeak,
  }
}

function weightOf(past: LocalDate, date: LocalDate): number {
  const age = dayNumber(date) - dayNumber(past)
  const alike = weekdayOf(past) === weekdayOf(date) ? 1 : OTHER_WEEKDAY
  return alike * 0.5 ** (age / HALF_LIFE_DAYS)
}

/** The last days before the terms for local taxes: March, June, October. */
export function isTaxPeak(date: LocalDate): boolean {
  const [, month = '', day = ''] = date.split('-')
  return ['03', '06', '10'].includes(month) && Number(day) >= 15
}

/** @returns the half hours that the office takes people in, by its usual hours. */
export function halvesOf({ hours }: OfficeSettings): number {
  return Math.ceil((minutesOf(hours.closes) - minutesOf(hours.opens)) / 30)
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** While there is no history: every window three fifths busy, with all it does alike. Said to be an example wherever shown. */
function example({ services, windows }: OfficeSettings, halves: number): Demand {
  const people = services.map(({ id, meanMinutes }) => {
    const work = windows.reduce(
      (sum, window) => sum + (window.services.includes(id) ? 1 / window.services.length : 0),
      0,
    )
    return (EXAMPLE_LOAD * work * HALF_HOUR) / (meanMinutes * MINUTE)
  })
  return { halfHours: Array.from({ length: halves }, () => people), priorityShare: SHARE_PRIORITY }
}
