import type { Command, CommandName } from '#shared/commands.ts'
import type { OfficialId, StaffId } from '#shared/ids.ts'
import { after, instant, MINUTE, type Instant } from '#shared/instant.ts'
import { instantAt, isWorkingDay, localDate, nextDate } from '../domain/calendar.ts'
import type { ReceptionDay } from '../domain/reception/days.ts'
import { daysOf } from '../domain/reception/calendar.ts'
import { todaysList, startOf } from '../domain/reception/today.ts'
import type { OfficeSettings } from '../domain/settings.ts'
import { handClock } from '../office/clock.ts'
import { drawTicketCode } from '../office/codes.ts'
import { openOffice, type Office } from '../office/office.ts'
import { gathering } from '../office/records.ts'
import type { Store } from '../store/store.ts'

/** How full the coming days of each official are: the nearest first. */
const FILLED = [0.7, 0.4, 0.15]
/** The official whose second day is full, with people who wait for a slot of it. */
const FULL_DAY = 1
const WAITING = 2

const GIVEN = ['Мария', 'Георги', 'Елена', 'Димитър', 'Надежда', 'Петър', 'Радка', 'Стоян', 'Виолета', 'Асен']
const FAMILY = ['Примерова', 'Образцов', 'Учебна', 'Пробнов', 'Тестова', 'Измислен', 'Нагледна', 'Мостров']
const QUESTIONS: readonly (readonly [subject: string, description: string])[] = [
  ['Осветление на улицата', 'Три от лампите не светят от месец.'],
  ['Тротоар пред входа', 'Плочките са разместени, трудно се минава с количка.'],
  ['Автобусна спирка', 'Молба за навес на спирката.'],
  ['Детска площадка', 'Люлките са счупени.'],
  ['Паркиране', 'Молба за място за хора с увреждания пред блока.'],
  ['Изсъхнало дърво', 'Клоните падат върху пешеходците.'],
  ['Водосток', 'След дъжд водата стои пред входа.'],
  ['Маркировка', 'Пешеходната пътека пред училището не се вижда.'],
]

/**
 * Reception days of a training hall as they stand at the instant: people have signed up the working day before, and the
 * morning so far has been received. Names, telephones and questions are made up. Only where nothing has happened yet.
 */
export async function seedReception(store: Store, settings: OfficeSettings, at: Instant): Promise<void> {
  if (store.kind !== 'training') throw new Error('only a training database is seeded')
  const { officials } = settings.receptionDays
  if (officials.length === 0 || (await store.log.lastInstant()) !== null) return
  const clock = handClock(dayBefore(settings, at))
  const office = await openOffice({
    settings,
    log: store.log,
    clock,
    draw: drawTicketCode,
    nameOf: () => null,
    records: (pending) => gathering(store, settings.id, pending),
    onFailure(error) {
      throw error
    },
    onLost(error) {
      throw error
    },
  })
  // All at once, in this order: they share a commit.
  const signedUp: Promise<void>[] = []
  let count = 0
  const person = () => personOf((count += 1))
  for (const [index, official] of officials.entries()) {
    const open = daysOf(office.day(), official.id).filter(({ signUpUntil }) => signUpUntil > clock.now())
    for (const [nth, of] of open.slice(0, FILLED.length).entries()) {
      const isFull = nth === 1 && index === officials.length - FULL_DAY
      for (const time of someSlots(of, isFull ? 1 : (FILLED[nth] ?? 0))) {
        signedUp.push(
          ask(office, 'sign-up', { official: official.id, date: of.date, time, person: person() }),
        )
      }
      for (let waiting = 0; isFull && waiting < WAITING; waiting += 1) {
        const where = { official: official.id, date: of.date }
        signedUp.push(ask(office, 'join-waiting-list', { ...where, person: person() }))
      }
    }
  }
  await Promise.all(signedUp)
  if (localDate(at, settings.zone) !== office.day().date) clock.moveTo(earlier(office, at))
  await office.settled()
  await Promise.all(officials.flatMap(({ id }) => receive(office, id, at)))
  await office.close()
}

/** The morning so far: received, passed on, or not come; whoever is next is there already. */
function receive(office: Office, official: OfficialId, at: Instant): readonly Promise<void>[] {
  const day = office.day()
  const soon = after(at, 20 * MINUTE)
  const [unit] = day.settings.receptionDays.units
  const due = nextDate(day.date, 14)
  return todaysList(day, official).flatMap((each, index): readonly Promise<void>[] => {
    const { number } = each
    const startsAt = startOf(day, each)
    if (startsAt > soon) return []
    if (index % 5 === 3 && startsAt < at)
      return [ask(office, 'record-outcome', { number, outcome: { kind: 'did-not-come' } })]
    const arrived = ask(office, 'report-arrival', { number })
    if (after(startsAt, 15 * MINUTE) > at) return [arrived]
    const isPassedOn = index % 3 === 1 && unit !== undefined
    const outcome = isPassedOn ? { kind: 'passed-on', unit: unit.id, due } : { kind: 'answered' }
    return [
      arrived,
      ask(office, 'call-appointment', { official, number }),
      ask(office, 'record-outcome', { number, outcome }),
    ]
  })
}

/** Just before the training clock starts, so that it never runs backwards. */
function earlier(office: Office, at: Instant): Instant {
  return instant(Math.max(at - 1_000, office.day().at))
}

function dayBefore(settings: OfficeSettings, at: Instant): Instant {
  let date = nextDate(localDate(at, settings.zone), -1)
  while (!isWorkingDay(settings, [], date)) date = nextDate(date, -1)
  return instantAt(date, '09:00', settings.zone)
}

/** @returns so large a share of the day's slots, spread over it. */
function someSlots({ slots, places }: ReceptionDay, share: number) {
  const wanted = Math.min(places, Math.round(slots.length * share))
  return slots
    .filter(
      (_, index) =>
        Math.floor(((index + 1) * wanted) / slots.length) > Math.floor((index * wanted) / slots.length),
    )
    .map(({ time }) => time)
}

function personOf(count: number) {
  const [subject, description] = QUESTIONS[count % QUESTIONS.length] ?? ['Въпрос', 'Описание']
  return {
    givenName: GIVEN[count % GIVEN.length],
    familyName: FAMILY[(count * 3) % FAMILY.length],
    telephone: `0888 00 ${String(Math.floor(count / 100)).padStart(2, '0')} ${String(count % 100).padStart(2, '0')}`,
    subject,
    description,
  }
}

async function ask(office: Office, type: CommandName, body: object): Promise<void> {
  const answer = await office.ask({
    command: { type, ...body } as Command, // the seed's own
    by: { kind: 'staff', id: 'secretary' as StaffId }, // an account of the training hall
    isSupervisor: false,
    role: 'secretary',
    key: null,
  })
  if (answer.kind === 'refused') throw new Error(`${type} was refused: ${answer.refusal.code}`)
}
