import { z } from 'zod'
import {
  AppointmentCode,
  AppointmentNumber,
  Bilingual,
  Language,
  LocalDate,
  LocalTime,
  OfficialId,
  OrderReason,
  ServiceId,
  StaffId,
  UnitId,
  WindowNumber,
} from './ids.ts'
import { Iso } from './instant.ts'

/**
 * Reception days (rules.md, 6): officials receive citizens who have signed up at one window.
 *
 * An *appointment* is known by its number, „ПД-0147“, to everyone; by its code to the citizen alone. Numbers, times, rooms
 * and states are shown freely. Who the person is (names, telephone, organisation, subject, description, file number)
 * stands apart: in no event, in no pushed view; it is read by `GET …/reception/persons…`, and each look is recorded.
 *
 * Beside the commands and the views (by socket and `GET …/views/{name}`), under `/api/offices/{office}`:
 *
 * - `GET  /reception/persons?official=&date=`: `{ persons: Person[] }` of one official's day. Desk, secretary, that official.
 * - `GET  /reception/persons?numbers=ПД-0147,ПД-0150`: the same of up to 60 appointments: one that is open at the desk, the
 *   call sheet. Of those whose data have been erased, or that are not the asker's to see, nothing comes.
 * - `POST /reception/look-up` (`LookUp`): `{ earlier: Earlier[] }`. Desk, secretary.
 * - `POST /reception/own-data` (`OwnData`): `OwnDataAnswer`. Anyone with number and code.
 * - `GET  /appointments/{code}`: the `appointment/{code}` view. Anyone with the code.
 * - `GET  /reception/figures?year=2026`: `{ months: ReceptionMonth[] }`. Anyone.
 * - `GET  /reception/looks?number=ПД-0147`: `{ looks: Look[] }`. Auditor, administrator.
 * - `GET  /reception/officials/{official}/feed`: `{ since: Iso | null }`, whether a calendar address is given out;
 *   `POST` gives out a new one (`FeedAddress`), `POST …/feed/revoke` takes it back. Secretary, that official.
 *
 * and `GET /api/calendar/{secret}.ics`, the iCalendar feed of one official: slots that are taken, by number, no persons.
 */

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

// Settings: `receptionDays` of an office

/** An official who receives citizens, as the configuration has it. */
export const Official = z.strictObject({
  id: OfficialId,
  post: Bilingual.describe('„Кмет“, „Заместник-кмет“, „Секретар на общината“: what every screen shows.'),
  name: Bilingual.nullable().describe('The holder of the post; null: the post alone is shown.'),
  portfolio: Bilingual.describe('What citizens come to them for, in a few words.'),
  room: z.string().min(1).max(12).describe('As on the door: „204“.'),
  slotMinutes: z.int().min(5).max(120),
  places: z.int().min(1).nullable().describe('The most people in one day; null: as many as there are slots.'),
  parts: z
    .array(z.enum(['morning', 'afternoon']))
    .min(1)
    .describe('Which of the office’s reception blocks.'),
  weeks: z
    .union([z.literal('each'), z.array(z.int().min(1).max(5)).min(1)])
    .describe('Each reception day of the month, or those that are its 1st, 3rd, …'),
  cutOff: z
    .strictObject({ workingDaysBefore: z.int().min(0).max(10), at: LocalTime })
    .describe('Until when one signs up: so many working days before, at this time. 0: on the day itself.'),
  from: LocalDate.nullable().describe('Receives from this date on.'),
  to: LocalDate.nullable().describe('Receives until this date, included.'),
  account: StaffId.nullable().describe(
    'The account (role `official`) that sees this list and calls from it.',
  ),
})
export type Official = z.infer<typeof Official>

/** A unit of the administration, to which a question is routed or passed on. */
export const Unit = z.strictObject({
  id: UnitId,
  name: Bilingual,
  where: Bilingual.describe('Floor, room or window, in a citizen’s words.'),
})
export type Unit = z.infer<typeof Unit>

export const ReceptionSettings = z.strictObject({
  officials: z.array(Official),
  units: z.array(Unit),
  service: ServiceId.nullable().describe(
    'The service of signing up. Its `onlyWindow` is the one window that may.',
  ),
  horizonWeeks: z.int().min(1).max(52).describe('How far ahead one can sign up.'),
  offerHours: z.int().min(1).max(72).describe('So long a freed slot is kept for the one it is offered to.'),
  keepDays: z
    .int()
    .min(1)
    .max(366)
    .describe('Personal data are erased so many days after the reception day.'),
})
export type ReceptionSettings = z.infer<typeof ReceptionSettings>

// Exceptions of one official's days, by order

const Block = z.strictObject({ from: LocalTime, to: LocalTime })

/** What an order changes of one official's reception day. What concerns all officials is an exception of the calendar. */
export const ReceptionChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }).describe('No reception.'),
  z.strictObject({ kind: z.literal('moved'), to: LocalDate }),
  z.strictObject({ kind: z.literal('hours'), blocks: z.array(Block).min(1).max(4) }),
  z
    .strictObject({ kind: z.literal('substitute'), official: OfficialId })
    .describe('Another official receives instead: the appointments, their times and numbers stay.'),
])
export type ReceptionChange = z.infer<typeof ReceptionChange>

export const ReceptionException = z.object({
  id: z.string(),
  official: OfficialId,
  date: LocalDate,
  change: ReceptionChange,
  order: z.string(),
  reason: Bilingual,
})
export type ReceptionException = z.infer<typeof ReceptionException>

// Who the person is: personal data

const words = (most: number) => z.string().trim().min(1).max(most)

/**
 * What is asked at sign-up. A valid ЕГН anywhere in the text is refused (`holds-personal-number`, with `field`);
 * a telephone is taken as Bulgarians write it („076/684283“, „0888 12 34 56“, „+359…“) and kept in E.164.
 */
export const NewPerson = z.strictObject({
  givenName: words(60),
  familyName: words(60),
  telephone: words(30),
  subject: words(120),
  description: words(1_000),
  fileNumber: words(60).optional().describe('Number of a file already in the administration.'),
  organisation: words(120).optional(),
})
export type NewPerson = z.infer<typeof NewPerson>

/** A person as those who may see it read it; one an appointment. Empty fields are null. */
export const Person = z.object({
  number: AppointmentNumber,
  givenName: z.string(),
  familyName: z.string(),
  telephone: z.string().describe('E.164: „+35976684283“.'),
  subject: z.string(),
  description: z.string(),
  fileNumber: z.string().nullable(),
  organisation: z.string().nullable(),
  despite: z.string().nullable().describe('Why signed up although the same question had been answered.'),
})
export type Person = z.infer<typeof Person>

// Commands

export const ReceptionOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered') }).describe('Received, and answered there and then.'),
  z.strictObject({ kind: z.literal('passed-on'), unit: UnitId, due: LocalDate }),
  z.strictObject({ kind: z.literal('answer-to-follow'), due: LocalDate }),
  z.strictObject({ kind: z.literal('did-not-come') }),
  z.strictObject({ kind: z.literal('left') }).describe('Had come, and went without being received.'),
])
export type ReceptionOutcome = z.infer<typeof ReceptionOutcome>

const appointment = { number: AppointmentNumber }
const own = { number: AppointmentNumber, code: AppointmentCode }
const slot = { official: OfficialId, date: LocalDate, time: LocalTime }
const Order = words(60).describe('The number of the order, e.g. „Заповед № РД-01-123/2026“.')
const despite = {
  despite: words(200)
    .optional()
    .describe(
      'Why sign up, or be received, although the same person’s same question has been answered. Without it: `already-answered`.',
    ),
}

/**
 * The commands of reception days; `commandBodies` has them among all others.
 *
 * „The desk“ is whoever holds the sign-up window now (window 7), and the secretary at any time. Everyone else is told
 * `sign-up-at-window`. „The official“ is the account named in the settings, for that official's list alone
 * (`not-your-list`), and for the one whom they substitute.
 */
export const receptionBodies = {
  /** The desk. Answers `SignedUpAnswer`. `slot-taken`, `day-full`, `sign-up-over`, `not-a-slot` carry `slot`: the nearest free one. */
  'sign-up': z.strictObject({
    ...slot,
    person: NewPerson,
    language: Language.optional(),
    ...despite,
  }),
  /** The desk. For a day that is full (otherwise `day-not-full`, with the free slot). Answers `SignedUpAnswer` with `time: null`. */
  'join-waiting-list': z.strictObject({
    official: OfficialId,
    date: LocalDate,
    person: NewPerson,
    language: Language.optional(),
    ...despite,
  }),
  /** The desk. Corrects what was written down of a person: the whole is given anew. */
  'correct-person': z.strictObject({ ...appointment, person: NewPerson }),
  /** The desk. Another slot, with the same or another official; the number and the code stay. Also out of the waiting list, and after a postponement. */
  'move-appointment': z.strictObject({ ...appointment, ...slot }),
  /** The desk. Frees the slot, which is then offered to the waiting list; also takes off the waiting list. */
  'cancel-appointment': z.strictObject(appointment),
  /** Anyone with the code: the citizen. As long as the slot lies ahead; from the instant at which it begins: `slot-has-begun`. */
  'move-own-appointment': z.strictObject({ ...own, date: LocalDate, time: LocalTime }),
  /** As above. */
  'cancel-own-appointment': z.strictObject(own),
  /** Anyone with the code: erases who the person is, at once and for good; an appointment whose slot lies ahead is cancelled with it, one whose slot has begun stands. */
  'erase-own-data': z.strictObject(own),
  /** The desk. The question falls to a unit: the person is sent there instead; counted, nothing personal is kept. */
  'route-question': z.strictObject({ unit: UnitId, official: OfficialId.optional() }),

  /** The desk. What came of a telephone call, on the call sheet. `declined`: the offer or the new slot is not wanted. */
  'record-contact': z.strictObject({
    ...appointment,
    result: z.enum(['no-answer', 'reached', 'declined']),
  }),
  /** The desk. The person takes the slot that is kept for them: a freed one (`offered`) or a new one (`displaced`). */
  'accept-slot': z.strictObject(appointment),

  /** Kiosk, desk, secretary. The citizen has come: by the number as a person types it („пд 147“, "147"), or by the slip's code; one of the two. Answers `ArrivedAnswer`. */
  'report-arrival': z.strictObject({
    number: z.string().trim().min(1).max(16).optional(),
    code: AppointmentCode.optional(),
  }),
  /** Secretary, official. Without a number: the first by slot who has come (else `nobody-to-call`). Of the one who is called: calls again. Answers `AppointmentCalledAnswer`. */
  'call-appointment': z.strictObject({ official: OfficialId, number: AppointmentNumber.optional() }),
  /** Secretary, official. So many minutes behind; 0: on time again. Expected times move, and everyone who waits is told. */
  'set-lateness': z.strictObject({ official: OfficialId, minutes: z.int().min(0).max(240) }),
  /** Secretary, official. Once more: corrects it. */
  'record-outcome': z.strictObject({ ...appointment, outcome: ReceptionOutcome }),
  /** Secretary. The answer owed by a date has been given. */
  'mark-answered': z.strictObject(appointment),
  /** Secretary, official. Somebody without a sign-up, at the end of a block where time remains (`no-time-left`). A question that has been answered: as at the sign-up. Answers `SignedUpAnswer`. */
  'take-walk-in': z.strictObject({
    official: OfficialId,
    person: NewPerson,
    language: Language.optional(),
    ...despite,
  }),

  /** Secretary, supervisor. Whoever has a slot that is no more becomes `displaced`: on the call sheet, with a new slot kept for them. Answers the exception's id. */
  'add-reception-exception': z.strictObject({
    official: OfficialId,
    date: LocalDate,
    change: ReceptionChange,
    order: Order,
    reason: OrderReason,
  }),
  'remove-reception-exception': z.strictObject({ id: z.string().max(40), order: Order }),
} as const

// Answers (beside `version`)

const Placed = z.object({
  number: AppointmentNumber,
  official: OfficialId,
  post: Bilingual,
  room: z.string(),
  date: LocalDate,
  time: LocalTime.nullable().describe('null: on the waiting list for that day.'),
})

/** `sign-up`, `join-waiting-list`, `take-walk-in`. The code goes on the slip (and its QR) and nowhere else; a repetition with the same key answers the same. */
export const SignedUp = Placed.extend({ code: AppointmentCode })
export type SignedUp = z.infer<typeof SignedUp>

/** `report-arrival`. */
export const Arrived = Placed.extend({
  expectedAt: Iso.describe('The slot, moved by what the official runs late.'),
  ahead: z.int().describe('Appointments before it at that official that are still to be received.'),
})
export type Arrived = z.infer<typeof Arrived>

// Views. The parts beside the face (`at`, `office`, `day`) that every view has.

/** Where an appointment stands. `ended`: nothing more is expected of the citizen. */
export const AppointmentState = z.enum([
  'listed',
  'offered',
  'booked',
  'displaced',
  'arrived',
  'called',
  'ended',
])
export type AppointmentState = z.infer<typeof AppointmentState>

/** How an appointment ended: an outcome of the day, or before the day. */
export const AppointmentEnd = z.enum([
  'answered',
  'passed-on',
  'answer-to-follow',
  'did-not-come',
  'left',
  'cancelled',
  'declined',
  'day-passed',
])
export type AppointmentEnd = z.infer<typeof AppointmentEnd>

export const Slot = z.object({ official: OfficialId, date: LocalDate, time: LocalTime })
export type Slot = z.infer<typeof Slot>

/** An official as screens show them. */
export const OfficialFace = z.object({
  id: OfficialId,
  post: Bilingual,
  name: Bilingual.nullable(),
  portfolio: Bilingual,
  room: z.string(),
})
export type OfficialFace = z.infer<typeof OfficialFace>

const dayFacts = {
  date: LocalDate,
  blocks: list(z.object({ from: LocalTime, to: LocalTime, startsAt: Iso, endsAt: Iso })),
  left: z.int().describe('Places that one can still sign up for.'),
  signUpUntil: Iso.describe(
    'The cut-off. From then on nobody is signed up for that day, though places are left.',
  ),
  substitute: OfficialId.nullable().describe('Another official receives instead, in their own room.'),
  why: Bilingual.nullable().describe('Why the day is another than usual, by order: in a citizen’s words.'),
}

/** One reception day of one official, without who has which slot. */
export const ReceptionDayFace = z.object(dayFacts)
export type ReceptionDayFace = z.infer<typeof ReceptionDayFace>

/** `kiosk` view, `reception`: who receives, when, how many places are left, what to have ready. Null: the office has no reception days. */
export const KioskReception = z.object({
  service: ServiceId.nullable().describe('The service to take a ticket for.'),
  window: WindowNumber.nullable().describe('Where one signs up: the only window for it.'),
  prepare: list(Bilingual).describe('What to have ready.'),
  officials: list(
    OfficialFace.extend({
      days: list(ReceptionDayFace).describe('The next four days on which they receive, the nearest first.'),
    }),
  ),
  notices: list(
    z.object({
      official: OfficialId.nullable().describe('Null: all officials.'),
      date: LocalDate,
      change: z.enum(['none', 'moved', 'hours', 'substitute']),
      to: LocalDate.nullable(),
      reason: Bilingual,
    }),
  ).describe('What orders change of the days to come.'),
})
export type KioskReception = z.infer<typeof KioskReception>

/** A call to an official's door: „ПД-0147 · 09:15 · стая 204“. Numbers only. */
export const ReceptionCall = z.object({
  id: z.int().describe('The version of the event that announced it: each is announced once.'),
  number: AppointmentNumber,
  official: OfficialId,
  post: Bilingual,
  time: LocalTime,
  room: z.string(),
  at: Iso,
  times: z.int().describe('1: the call; 2 and more: called again.'),
  state: z.enum(['called', 'done']),
})
export type ReceptionCall = z.infer<typeof ReceptionCall>

/** `hall` view, `reception`: the last calls, newest first (one an appointment, at most 12), and who runs late. */
export const HallReception = z.object({
  calls: list(ReceptionCall),
  late: list(z.object({ official: OfficialId, post: Bilingual, room: z.string(), minutes: z.int() })),
})
export type HallReception = z.infer<typeof HallReception>

/** `door/{official}`: the sign by the door, for anyone who passes. Numbers and times only. */
export const doorParts = {
  official: OfficialFace,
  receivesToday: z.boolean(),
  blocks: ReceptionDayFace.shape.blocks,
  why: Bilingual.nullable(),
  substitute: OfficialFace.nullable().describe('Receives today instead.'),
  room: z.string().describe('The room in which they are received today.'),
  late: z.int().describe('Minutes behind.'),
  called: ReceptionCall.nullable().describe('Who is called now.'),
  next: list(
    z.object({ number: AppointmentNumber, time: LocalTime, expectedAt: Iso, hasArrived: z.boolean() }),
  ).describe('Who is still to be received, by slot.'),
}

/** `appointment/{code}`, and `GET …/appointments/{code}`: what the citizen's phone may know of their own appointment. Nothing personal. */
export const appointmentParts = {
  number: AppointmentNumber,
  official: OfficialFace,
  language: Language,
  state: AppointmentState,
  end: AppointmentEnd.nullable(),
  date: LocalDate.describe('Of the slot; of a listed one: the day it is listed for.'),
  time: LocalTime.nullable(),
  startsAt: Iso.nullable(),
  expectedAt: Iso.nullable().describe('Today: the slot, moved by what the official runs late.'),
  room: z.string(),
  kept: Slot.nullable().describe('Offered or displaced: the slot that is kept for this person.'),
  keptUntil: Iso.nullable().describe('Until when a freed slot is kept; null: no such limit.'),
  ahead: z
    .int()
    .nullable()
    .describe('Today: those before who are still to be received. Listed: the place on the list, less one.'),
  due: LocalDate.nullable().describe('By when an answer is owed.'),
  unit: Bilingual.nullable().describe('To which unit it was passed on.'),
  mayMove: z
    .boolean()
    .describe(
      'Booked, displaced, offered or listed, and no slot has begun: can be moved or cancelled with the code.',
    ),
  mayMoveUntil: Iso.nullable().describe(
    'Booked: when the slot begins, and `mayMove` ends. null: no such end.',
  ),
  free: list(z.object({ date: LocalDate, times: list(LocalTime), signUpUntil: Iso })).describe(
    'With the same official, where it could be moved: the next six days with free slots. Empty unless `mayMove`.',
  ),
}

/** An appointment on a list, by its number. Who it is: `GET …/reception/persons`. */
export const ListedAppointment = z.object({
  number: AppointmentNumber,
  official: OfficialId,
  date: LocalDate,
  time: LocalTime.nullable(),
  startsAt: Iso.nullable(),
  expectedAt: Iso.nullable(),
  state: AppointmentState,
  end: AppointmentEnd.nullable(),
  walkIn: z.boolean(),
  arrivedAt: Iso.nullable(),
  calledAt: Iso.nullable(),
  calls: z.int(),
  due: LocalDate.nullable(),
  unit: UnitId.nullable(),
  answeredAt: Iso.nullable(),
  language: Language,
})
export type ListedAppointment = z.infer<typeof ListedAppointment>

/** One telephone call to make, in calling order. The telephone is read with the person. */
export const CallSheetEntry = z.object({
  number: AppointmentNumber,
  official: OfficialId,
  why: z.enum(['freed-slot', 'postponed']),
  was: Slot.nullable().describe('Postponed: the slot that is no more.'),
  reason: Bilingual.nullable().describe('Postponed: the order’s reason.'),
  kept: Slot.nullable().describe('The slot that is kept for them. Null: none is free; see the days.'),
  until: Iso.nullable().describe('A freed slot is kept until then, and then offered to the next.'),
  tries: z.int().describe('Calls that nobody answered.'),
  reachedAt: Iso.nullable().describe('Reached, and has not yet decided.'),
})
export type CallSheetEntry = z.infer<typeof CallSheetEntry>

const DeskDay = z.object({
  ...dayFacts,
  slots: z.int(),
  taken: z.int().describe('Booked or kept for someone.'),
  listed: z.int().describe('On the waiting list for that day.'),
  free: list(LocalTime).describe(
    'Slots that can be given, in order. Empty although `left` is 0: the day is full.',
  ),
})

/**
 * `reception/desk`: the sign-up desk. For clerks and the secretary; pushed anew only when something of it has changed.
 * Days run over the whole horizon, those whose cut-off has passed included (compare `signUpUntil` with the office's time).
 */
export const deskParts = {
  window: WindowNumber.nullable().describe('The sign-up window; whoever holds it may use the desk.'),
  officials: list(OfficialFace.extend({ days: list(DeskDay) })),
  units: list(z.object({ id: UnitId, name: Bilingual, where: Bilingual })),
  callSheet: list(CallSheetEntry).describe('Whom to telephone, in calling order.'),
  today: list(ListedAppointment).describe(
    'Today’s appointments of all officials, by slot: for those who report here.',
  ),
  listed: list(ListedAppointment).describe('Everyone on a waiting list, in order.'),
}

/** `reception/official/{official}`: one official's list, for the official and the secretary. */
export const officialParts = {
  official: OfficialFace,
  room: z.string().describe('Where they are received today.'),
  substitute: OfficialFace.nullable(),
  blocks: ReceptionDayFace.shape.blocks,
  why: Bilingual.nullable(),
  late: z.int(),
  today: list(ListedAppointment).describe('In slot order: everyone of today, also those that have ended.'),
  walkIn: z
    .object({ time: LocalTime, from: Iso, until: Iso })
    .nullable()
    .describe('Somebody without a sign-up could be received at that time; they can be taken from … until ….'),
  coming: list(z.object({ date: LocalDate, appointments: list(ListedAppointment) })).describe(
    'The days to come on which somebody is signed up.',
  ),
  units: deskParts.units.describe('To which a question can be passed on.'),
}

/** `reception/orders`: the orders in force, for those who give and revoke them. No appointments: the desk counts those. */
export const ordersParts = {
  exceptions: list(ReceptionException),
}

/** `reception/secretary`: everything that the secretary keeps. */
export const secretaryParts = {
  officials: list(
    OfficialFace.extend({
      receivesToday: z.boolean(),
      late: z.int(),
      signedUp: z.int().describe('Today.'),
      arrived: z.int().describe('Today, and still to be received.'),
      done: z.int().describe('Today, with an outcome.'),
      days: list(ReceptionDayFace.extend({ taken: z.int(), listed: z.int() })),
    }),
  ),
  units: deskParts.units,
  today: deskParts.today,
  callSheet: deskParts.callSheet,
  unrecorded: list(ListedAppointment).describe('Of past days, without an outcome.'),
  deadlines: list(ListedAppointment).describe(
    'Answers owed, the nearest date first: until marked as answered.',
  ),
  exceptions: list(ReceptionException),
}

// Reading

/** `POST …/reception/look-up`, the desk: has this person been here before? By telephone or by both names; at most 20, newest first. Recorded as a look. */
export const LookUp = z.strictObject({
  telephone: words(30).optional(),
  givenName: words(60).optional(),
  familyName: words(60).optional(),
  subject: words(120)
    .optional()
    .describe('With it, or with the file number, `isSame` says where the question is the same.'),
  fileNumber: words(60).optional(),
})
export const Earlier = z.object({
  number: AppointmentNumber,
  official: OfficialId,
  date: LocalDate,
  time: LocalTime.nullable().describe('The slot, so that the desk can name what it is about to move.'),
  subject: z.string(),
  state: AppointmentState,
  end: AppointmentEnd.nullable(),
  unit: UnitId.nullable(),
  due: LocalDate.nullable(),
  answeredAt: Iso.nullable(),
  isSame: z.boolean().describe('The same question, by its subject or file number.'),
  isAnswered: z.boolean(),
})
export type Earlier = z.infer<typeof Earlier>

/** `POST …/reception/own-data`: number and code. Recorded as a look by the citizen. */
export const OwnData = z.strictObject(own)
export const OwnDataAnswer = z.object({
  person: Person,
  looks: z.array(
    z.object({
      at: Iso,
      by: z.enum(['desk', 'secretary', 'official', 'citizen']),
      why: z.string(),
    }),
  ),
  eraseOn: LocalDate.describe('On this date the data are erased by themselves.'),
})

/** `GET …/reception/looks?number=`: who saw what. For the auditor and the administrator. */
export const Look = z.object({
  at: Iso,
  by: z.string().describe('The account, or `citizen`.'),
  as: z.enum(['desk', 'secretary', 'official', 'citizen']),
  why: z.enum(['list', 'person', 'look-up', 'call-sheet', 'own-data']),
  number: AppointmentNumber,
})
export type Look = z.infer<typeof Look>

/** `GET …/reception/figures?year=`: by month of the reception day, for the published results. Without persons; open to anyone. */
export const ReceptionMonth = z.object({
  month: z.string().describe('`2026-11`'),
  held: z.int().describe('Reception days held, one an official and date.'),
  signedUp: z.int().describe('Appointments for days of this month, walk-ins included.'),
  walkIns: z.int(),
  received: z.int().describe('Answered, passed on, or answer to follow.'),
  answered: z.int(),
  passedOn: z.int(),
  answerToFollow: z.int(),
  didNotCome: z.int(),
  left: z.int(),
  moved: z.int().describe('How often an appointment was moved, by whomever.'),
  cancelled: z.int(),
  owed: z.int().describe('Answers owed by a date.'),
  answeredInTime: z.int(),
  answeredLate: z.int(),
  overdue: z.int().describe('Owed, not answered, and the date has passed.'),
  routed: z.int().describe('Questions routed to a unit instead of a sign-up.'),
})
export type ReceptionMonth = z.infer<typeof ReceptionMonth>

/** `POST …/reception/officials/{official}/feed`: a new calendar address; the one before stops working. Shown once. */
export const FeedAddress = z.object({ path: z.string().describe('`/api/calendar/<secret>.ics`') })
