import { MINUTE } from '#shared/instant.ts'
import type { AppointmentCode, OfficialId } from '#shared/ids.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused, type Result } from '#shared/result.ts'
import type { DayViews } from '#shared/views.ts'
import type { Day } from '../domain/day.ts'
import { officialOf } from '../domain/reception/calendar.ts'
import type { Around } from '../domain/views/face.ts'
import { appointmentView } from '../domain/views/reception/appointment.ts'
import { deskView } from '../domain/views/reception/desk.ts'
import { doorView } from '../domain/views/reception/door.ts'
import { officialView } from '../domain/views/reception/official.ts'
import { receptionOrdersView } from '../domain/views/reception/orders.ts'
import { secretaryView } from '../domain/views/reception/secretary.ts'

type View = DayViews[keyof DayViews]

/** @returns whether the name is of a view of reception days. */
export function isReceptionView(name: string): boolean {
  return name.startsWith('reception/') || name.startsWith('door/') || name.startsWith('appointment/')
}

/**
 * The views of reception days, by name. What happens in the hall does not touch them: as long as the book, the calendar and
 * the phase are the same, and a few minutes at most, a view is the very same object, and need not be pushed again.
 */
export function receptionViewOf(day: Day, name: string, around: Around): Result<View, Refusal> {
  const kept = keptFor(day, around)
  const known = kept.get(name)
  if (known) return known
  const worked = workedOut(day, name, around)
  if (worked.ok) kept.set(name, worked)
  return worked
}

function workedOut(day: Day, name: string, around: Around): Result<View, Refusal> {
  if (name === 'reception/desk') return ok(deskView(day, around))
  if (name === 'reception/orders') return ok(receptionOrdersView(day, around))
  if (name === 'reception/secretary') return ok(secretaryView(day, around))
  const [, kind = '', of = ''] = /^(reception\/official|door|appointment)\/(.+)$/.exec(name) ?? []
  if (kind === 'appointment') {
    const code = of as AppointmentCode // looked up, whatever it is
    const appointment = day.reception.appointments.find((each) => each.code === code)
    return appointment
      ? ok(appointmentView(day, appointment, around))
      : refused(refuse('wrong-appointment-code', {}))
  }
  const official = officialOf(day, of as OfficialId) // looked up, whatever it is
  if (kind === '' || official === null) return refused(refuse('unknown-view', { view: name }))
  return ok(kind === 'door' ? doorView(day, official, around) : officialView(day, official, around))
}

type Kept = Map<string, { readonly ok: true; readonly value: View }>
type Inputs = readonly unknown[]
const keptViews = new WeakMap<Day['reception'], { readonly inputs: Inputs; readonly views: Kept }>()
const FRESH_MS = 5 * MINUTE

function keptFor(day: Day, { training }: Around): Kept {
  const { settings, exceptions, plan, next, phase, date, at, reception } = day
  const inputs = [settings, exceptions, plan, next, phase, date, Math.floor(at / FRESH_MS), training]
  const known = keptViews.get(reception)
  if (known && known.inputs.every((each, index) => each === inputs[index])) return known.views
  const views: Kept = new Map()
  keptViews.set(reception, { inputs, views })
  return views
}
