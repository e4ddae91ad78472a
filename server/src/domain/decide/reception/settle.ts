import { after, HOUR, instant, type Instant } from '#shared/instant.ts'
import type { Bilingual, LocalTime } from '#shared/ids.ts'
import type { Day } from '../../day.ts'
import { takenOn, type Appointment } from '../../reception/book.ts'
import { anyDayOn, daysOf, freeSlots, officialOf, openSlots } from '../../reception/calendar.ts'
import type { ReceptionDay } from '../../reception/days.ts'
import { happens, type Asking, type Story } from '../story.ts'

type When = Pick<Asking, 'now' | 'by'>

/**
 * What follows from a change of the book: a slot that has become free is offered to whoever waits for that day, in order.
 * It is kept for them for some hours, at most until the cut-off, and then goes to the next.
 */
export function withOffers(story: Story, when: When): Story {
  let next = story
  for (const waiting of inTurn(story.day)) {
    const { passed } = waiting.state
    const of = dayFor(next.day, waiting)
    const slot = of && openSlots(next.day, of, when.now).find(({ time }) => !passed.includes(time))
    if (!of || !slot) continue
    const { number, date } = waiting
    const until = offeredUntil(next.day, of, when.now)
    next = happens(next, { type: 'slot-offered', number, date, time: slot.time, until }, when)
  }
  return next
}

type Listed = Appointment & { readonly state: { readonly kind: 'listed' } }

/** In the order in which they came; whoever has let a slot pass stands behind those who have not been asked. */
export function inTurn({ reception }: Day): readonly Listed[] {
  return reception.appointments
    .filter((each): each is Listed => each.state.kind === 'listed')
    .sort((a, b) => a.state.passed.length - b.state.passed.length)
}

function offeredUntil({ settings }: Day, { signUpUntil }: ReceptionDay, now: Instant): Instant {
  return instant(Math.min(after(now, settings.receptionDays.offerHours * HOUR), signUpUntil))
}

/**
 * What follows from an order, or from other settings: whoever has a slot that is no more is displaced, and a new one is kept
 * for them before anyone else can have it; whoever's slot is there again has it again. In the order of the slots.
 */
export function withDisplaced(story: Story, when: When, reason: Bilingual | null): Story {
  const inOrder = [...story.day.reception.appointments]
    .filter(({ date, state }) => date >= story.day.date || state.kind === 'displaced')
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return withOffers(
    inOrder.reduce((next, each) => settle(next, each, when, reason), story),
    when,
  )
}

function order({ date, time, number }: Appointment): string {
  return `${date} ${time ?? '99:99'} ${number}`
}

function settle(story: Story, appointment: Appointment, when: When, reason: Bilingual | null): Story {
  const { day } = story
  const { number, date, time, state } = appointment
  const of = dayFor(day, appointment)
  const displaced = (why: Bilingual | null) =>
    happens(
      story,
      {
        type: 'appointment-displaced',
        number,
        date,
        time,
        reason: why,
        kept: slotToKeep(day, appointment, when.now),
      },
      when,
    )
  switch (state.kind) {
    case 'booked':
    case 'arrived':
      return appointment.walkIn || hasSlot(of, time) ? story : displaced(reason)
    case 'listed':
      return of === null ? displaced(reason) : story
    case 'offered':
      if (of === null) return displaced(reason)
      if (hasSlot(of, state.time)) return story
      return happens(story, { type: 'offer-ended', number, date, time: state.time, why: 'slot-gone' }, when)
    case 'displaced': {
      const isFree =
        date >= day.date &&
        of !== null &&
        (time === null || (hasSlot(of, time) && isOpenTo(day, of, appointment, time)))
      if (isFree) return happens(story, { type: 'appointment-restored', number, time }, when)
      const { kept } = state
      const official = officialOf(day, appointment.official)
      const keptDay = kept && official && anyDayOn(day, official, kept.date)
      return kept === null || hasSlot(keptDay ?? null, kept.time) ? story : displaced(state.reason)
    }
    case 'called':
    case 'ended':
      return story
  }
}

function dayFor(day: Day, { official, date }: Appointment): ReceptionDay | null {
  const whose = officialOf(day, official)
  if (whose === null) return null
  return daysOf(day, official).find((each) => each.date === date) ?? anyDayOn(day, whose, date)
}

function hasSlot(of: ReceptionDay | null, time: LocalTime | null): boolean {
  return of !== null && of.slots.some((slot) => slot.time === time)
}

function isOpenTo(day: Day, of: ReceptionDay, { number }: Appointment, time: LocalTime): boolean {
  const holder = takenOn(day.reception, of.official, of.date).get(time)
  return holder === undefined || holder === number
}

/** The nearest day from theirs on with a free slot; there the same time of day, else the first. */
function slotToKeep(day: Day, appointment: Appointment, now: Instant) {
  for (const of of daysOf(day, appointment.official)) {
    if (of.date < appointment.date) continue
    const free = freeSlots(day, of).filter(({ startsAt }) => startsAt > now)
    const [first] = free
    if (first === undefined) continue
    const { time } = free.find((slot) => slot.time === appointment.time) ?? first
    return { date: of.date, time }
  }
  return null
}
