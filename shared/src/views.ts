import { z } from 'zod'
import { ZoneFace, ZoneId, type BoardsView } from './boards.ts'
import { CalendarException, OutOfOrderReason } from './commands.ts'
import {
  Bilingual,
  Language,
  LocalDate,
  LocalTime,
  OfficeId,
  ServiceId,
  StaffId,
  TicketId,
  WindowNumber,
} from './ids.ts'
import { Iso } from './instant.ts'
import type { ForecastView, TicketWaitView, WaitsView } from './waits.ts'
import type { PaperView, PrintingView } from './printing.ts'
import {
  appointmentParts,
  deskParts,
  doorParts,
  HallReception,
  KioskReception,
  officialParts,
  ordersParts,
  secretaryParts,
} from './reception.ts'

/**
 * What each audience sees, whole. A view is a function of the office's day at one version and of nothing else:
 * instants, never durations; the screens count the seconds themselves.
 */

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

export const Phase = z.enum(['closed-day', 'before-opening', 'open', 'finishing', 'closed'])
export type Phase = z.infer<typeof Phase>

export const DayFace = z.object({
  date: LocalDate,
  zone: z.string(),
  phase: Phase,
  opensAt: Iso.nullable(),
  closesAt: Iso.nullable(),
  limitAt: Iso.nullable().describe('Whoever is in the hall at closing is served until then.'),
  why: Bilingual.nullable().describe('Why the day is off, or the hours are others than usual.'),
  next: z.object({ date: LocalDate, opensAt: Iso }).nullable().describe('The next opening after this day.'),
})
export type DayFace = z.infer<typeof DayFace>

export const OfficeFace = z.object({
  id: OfficeId,
  name: Bilingual,
  municipality: Bilingual,
  contact: z.object({ phone: z.string(), email: z.string(), web: z.string() }),
  training: z.boolean().describe('A training hall: nothing here is real, and every screen says so.'),
  example: z.boolean().describe('The services, fees and windows are the seeded example.'),
})
export type OfficeFace = z.infer<typeof OfficeFace>

const face = {
  at: Iso.describe('The instant of the last event that this view knows.'),
  office: OfficeFace,
  day: DayFace,
}

export const Speed = z.enum(['standard', 'fast', 'express'])
export type Speed = z.infer<typeof Speed>

export const Fee = z.object({
  speed: Speed,
  cents: z.int().min(0).describe('Euro cents.'),
  term: Bilingual,
  legalGround: z.string(),
  validFrom: LocalDate,
})
export type Fee = z.infer<typeof Fee>

export const KioskService = z.object({
  id: ServiceId,
  letter: z.string(),
  group: z.string(),
  name: Bilingual,
  documents: list(Bilingual),
  fees: list(Fee),
  registerNumber: z.string().nullable(),
  waiting: z.int().describe('Tickets that wait for this service.'),
  openWindows: list(WindowNumber).describe('Windows that serve it now; empty: nobody does at the moment.'),
  onlyWindow: WindowNumber.nullable().describe('The one window that the service is bound to, if it is.'),
})
export type KioskService = z.infer<typeof KioskService>

export const KioskView = z.object({
  ...face,
  groups: list(
    z.object({
      id: z.string(),
      letter: z.string(),
      name: Bilingual,
      waiting: z.int(),
      openWindows: list(WindowNumber),
    }),
  ),
  services: list(KioskService),
  waiting: z.int(),
  assistanceAsked: z.boolean(),
  reception: KioskReception.nullable().describe('Null: the office has no reception days.'),
})
export type KioskView = z.infer<typeof KioskView>

export const WindowState = z.enum(['closed', 'open', 'paused', 'calling', 'serving'])
export type WindowState = z.infer<typeof WindowState>

export const CallState = z
  .enum(['called', 'serving', 'on-hold', 'waiting', 'done', 'missed', 'left', 'unserved'])
  .describe(
    'What has become of whoever was called. `on-hold`: comes back to the same window; `waiting`: waits for another ' +
      'call, after a transfer or taken back; `done`: the visit is over.',
  )
export type CallState = z.infer<typeof CallState>

export const BoardCall = z.object({
  id: z.int().describe('The version of the event that announced it: each is announced once.'),
  label: z.string(),
  language: Language.describe('The ticket’s: the call is said in it too.'),
  window: WindowNumber,
  zones: list(ZoneId).describe('The parts of the hall that show it.'),
  at: Iso,
  times: z.int().describe('1: the call; 2 and more: called again.'),
  last: z.boolean().describe('The last call before a no-show.'),
  state: CallState,
})
export type BoardCall = z.infer<typeof BoardCall>

export const HallView = z.object({
  ...face,
  calls: list(BoardCall).describe('Newest first, one per ticket and window.'),
  windows: list(
    z.object({
      window: WindowNumber,
      name: Bilingual.nullable(),
      direction: z.enum(['left', 'ahead', 'right']).nullable(),
      state: WindowState,
      label: z.string().nullable(),
    }),
  ),
  waiting: z.int(),
  notices: list(z.object({ id: z.string(), text: Bilingual, from: Iso, until: Iso })).describe(
    'What the supervisor has put on the boards; it stands there from the one instant until before the other.',
  ),
  zones: list(ZoneFace).describe('What a board with `?zone=` shows of it.'),
  unserved: z.int().describe('People whom the limit of the day left unserved: the screens apologise.'),
  reception: HallReception,
})
export type HallView = z.infer<typeof HallView>

export const WaitingTicket = z.object({
  id: TicketId,
  label: z.string(),
  service: ServiceId,
  issuedAt: Iso,
  priority: z.boolean(),
  language: Language,
  callableFrom: Iso.describe('Nobody is called within the first seconds after taking a ticket.'),
  boundTo: WindowNumber.nullable().describe('Sent to this window; no other calls it.'),
  overtaken: z.int(),
})
export type WaitingTicket = z.infer<typeof WaitingTicket>

export const QueueService = z.object({
  id: ServiceId,
  letter: z.string(),
  group: z.string(),
  name: Bilingual,
  waiting: z.int(),
  longestSince: Iso.nullable().describe('Issue of the ticket that has waited longest for it.'),
  openWindows: list(WindowNumber),
  windows: list(WindowNumber).describe('Every window it is assigned to today.'),
  onlyWindow: WindowNumber.nullable(),
})
export type QueueService = z.infer<typeof QueueService>

export const QueueView = z.object({
  ...face,
  standardMinutes: z.number(),
  order: list(WaitingTicket).describe(
    'All who wait, in the order in which windows that could serve everyone would call them.',
  ),
  services: list(QueueService),
})
export type QueueView = z.infer<typeof QueueView>

const AtWindow = z.object({
  id: TicketId,
  label: z.string(),
  service: ServiceId,
  issuedAt: Iso,
  priority: z.boolean(),
  language: Language,
  steps: list(ServiceId).describe('Services of this visit, in order; the last one is now.'),
  comeBackTo: WindowNumber.nullable(),
  presentAtClosing: z.boolean(),
})

export const CurrentTicket = z.discriminatedUnion('state', [
  AtWindow.extend({
    state: z.literal('called'),
    calledAt: Iso,
    recalls: z.int(),
    recallsLeft: z.int(),
    mayBeNoShow: z.boolean(),
    reason: Bilingual,
  }),
  AtWindow.extend({ state: z.literal('serving'), calledAt: Iso, startedAt: Iso, reason: Bilingual }),
])
export type CurrentTicket = z.infer<typeof CurrentTicket>

export const WindowView = z.object({
  ...face,
  window: WindowNumber,
  name: Bilingual.nullable(),
  state: WindowState,
  clerk: z.object({ id: StaffId, name: z.string() }).nullable(),
  since: Iso.nullable().describe('Since when it is open, or paused.'),
  pauseReason: z.string().nullable(),
  closedBySupervisor: Iso.nullable().describe(
    'When a supervisor closed it for its clerk; null: it is not closed, or the clerk did it, or the day.',
  ),
  services: list(ServiceId),
  current: CurrentTicket.nullable(),
  next: list(WaitingTicket.extend({ reason: Bilingual })).describe(
    'Whom this window would call, in order; at most 20.',
  ),
  waiting: z.int().describe('Everyone this window may call.'),
  held: list(
    z.object({ id: TicketId, label: z.string(), service: ServiceId, heldAt: Iso, servedMs: z.number() }),
  ),
  missed: list(
    z.object({ id: TicketId, label: z.string(), service: ServiceId, missedAt: Iso, window: WindowNumber }),
  ),
  undo: z
    .object({ label: z.string(), what: z.enum(['finish', 'no-show']), until: Iso })
    .nullable()
    .describe('The last finish or no-show here; may be taken back until then.'),
  queue: list(QueueService).describe('Every service of the office: what waits, and where it can be sent.'),
  windows: list(
    z.object({
      window: WindowNumber,
      name: Bilingual.nullable(),
      state: WindowState,
      clerk: z.string().nullable(),
    }),
  ),
  standardMinutes: z.number(),
  serviceMinutes: z.number().nullable().describe('The usual length of the current service, minutes.'),
  mayRest: z.boolean().describe('False: the last window open for a service with people waiting.'),
  isAwaited: z
    .boolean()
    .describe(
      'Somebody who waits was sent to this window, which alone may call them: it may close, not pause.',
    ),
  assistanceAsked: Iso.nullable(),
})
export type WindowView = z.infer<typeof WindowView>

export const SupervisorView = z.object({
  ...face,
  standardMinutes: z.number(),
  windows: list(
    z.object({
      window: WindowNumber,
      name: Bilingual.nullable(),
      state: WindowState,
      clerk: z.object({ id: StaffId, name: z.string() }).nullable(),
      since: Iso.nullable(),
      pauseReason: z.string().nullable(),
      services: list(ServiceId),
      label: z.string().nullable(),
      currentSince: Iso.nullable().describe('When the current ticket was called, or its service began.'),
      held: list(z.string()),
      servedToday: z.int(),
    }),
  ),
  groups: list(z.object({ id: z.string(), letter: z.string(), name: Bilingual })),
  services: list(QueueService),
  order: list(WaitingTicket),
  clerks: list(z.object({ id: StaffId, name: z.string(), window: WindowNumber.nullable() })),
  today: z.object({
    issued: z.int(),
    waiting: z.int(),
    finished: z.int(),
    noShow: z.int(),
    left: z.int(),
    unserved: z.int(),
    apologies: z.int(),
    called: z.int().describe('First calls: each person once.'),
    calledWithinStandard: z.int().describe('Of those, the ones that came within the standard.'),
    standardSettled: z
      .int()
      .describe(
        'Of how many it is known whether they were called within the standard: those called; those who left or were left unserved before any call; those who wait for a first call longer than the standard.',
      ),
  }),
  outOfOrder: list(
    z.object({
      label: z.string(),
      window: WindowNumber,
      clerk: StaffId,
      at: Iso,
      because: OutOfOrderReason,
      ahead: z.int(),
    }),
  ).describe('Calls out of order today, newest first.'),
  rolls: list(
    z.object({
      letter: z.string(),
      from: z.int(),
      to: z.int(),
      entered: z.int().describe('How many of its numbers have become tickets.'),
      next: z.int().nullable().describe('The first after the highest that has; null: it is used up.'),
    }),
  ).describe('Rolls of paper numbers that were declared today.'),
  exceptions: list(
    z.object({
      id: z.string(),
      from: LocalDate,
      to: LocalDate.nullable().describe('null: until revoked.'),
      change: CalendarException,
      order: z.string(),
      reason: Bilingual,
    }),
  ),
  assistanceAsked: Iso.nullable(),
})
export type SupervisorView = z.infer<typeof SupervisorView>

/** What a phone may know of one ticket: everything about its own place, nothing about anyone else. */
export const TicketView = z.object({
  ...face,
  label: z.string(),
  service: Bilingual,
  language: Language,
  issuedAt: Iso,
  state: z.enum(['waiting', 'called', 'serving', 'on-hold', 'finished', 'no-show', 'left', 'unserved']),
  window: WindowNumber.nullable(),
  ahead: z.int().nullable().describe('People who would be called before, while it waits.'),
  openWindows: list(WindowNumber),
  calledAt: Iso.nullable(),
  recalls: z.int().describe('How often it has been called again.'),
  last: z.boolean().describe('The call that stands is the last one before a no-show.'),
  apology: z.boolean(),
  feedback: z.string().nullable().describe('Where an opinion can be left, once the visit is over.'),
})
export type TicketView = z.infer<typeof TicketView>

/** The sign by an official's door. */
export const DoorView = z.object({ ...face, ...doorParts })
export type DoorView = z.infer<typeof DoorView>

/** What a phone may know of one appointment. */
export const AppointmentView = z.object({ ...face, ...appointmentParts })
export type AppointmentView = z.infer<typeof AppointmentView>

/** The sign-up desk beside window 7. */
export const DeskView = z.object({ ...face, ...deskParts })
export type DeskView = z.infer<typeof DeskView>

/** One official's list. */
export const OfficialView = z.object({ ...face, ...officialParts })
export type OfficialView = z.infer<typeof OfficialView>

/** The orders about reception days, without anyone who has signed up. */
export const ReceptionOrdersView = z.object({ ...face, ...ordersParts })
export type ReceptionOrdersView = z.infer<typeof ReceptionOrdersView>

/** What the secretary keeps. */
export const SecretaryView = z.object({ ...face, ...secretaryParts })
export type SecretaryView = z.infer<typeof SecretaryView>

/** Each kind of view of the day and what it looks like. `window/{n}`, `ticket/{code}`, `door/{official}` and so on are named with what they are of. */
export type DayViews = {
  kiosk: KioskView
  hall: HallView
  queue: QueueView
  supervisor: SupervisorView
  [window: `window/${number}`]: WindowView
  [ticket: `ticket/${string}`]: TicketView
  'reception/desk': DeskView
  'reception/orders': ReceptionOrdersView
  'reception/secretary': SecretaryView
  [official: `reception/official/${string}`]: OfficialView
  [door: `door/${string}`]: DoorView
  [appointment: `appointment/${string}`]: AppointmentView
}
/** Those that are no function of the day: what hangs in the hall, numbered by its own count. */
export type AsideViews = { paper: PaperView; printing: PrintingView; boards: BoardsView }
/** What is foreseen, numbered by its tellings. `wait/{code}` is named with its ticket's code. */
export type WaitViews = { waits: WaitsView; forecast: ForecastView; [wait: `wait/${string}`]: TicketWaitView }
export type Views = DayViews & AsideViews & WaitViews
export type ViewName = keyof Views

/** One date of the calendar, for `GET /api/offices/{office}/days`. */
export const CalendarDay = z.object({
  date: LocalDate,
  working: z.boolean(),
  why: Bilingual.nullable(),
  hours: z.object({ opens: LocalTime, closes: LocalTime, limit: LocalTime }).nullable(),
  opensAt: Iso.nullable(),
  closesAt: Iso.nullable(),
  limitAt: Iso.nullable(),
  reception: list(z.object({ from: LocalTime, to: LocalTime, startsAt: Iso, endsAt: Iso })),
  receptionWhy: Bilingual.nullable().describe('Why a reception day is not held, or was moved here.'),
})
export type CalendarDay = z.infer<typeof CalendarDay>
