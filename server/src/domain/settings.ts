import { z } from 'zod'
import { Bilingual, LocalDate, LocalTime, OfficeId, ServiceId, WindowNumber } from '#shared/ids.ts'
import { LETTERS } from '#shared/labels.ts'
import { ReceptionSettings } from '#shared/reception.ts'
import { Fee } from '#shared/views.ts'
import { Boards } from './boards.ts'
import { isZone } from './calendar.ts'
import { Printing } from './printing.ts'

/**
 * What an office is: its hours, calendar, rules, services and windows, as `server/config/*.json` writes them down.
 * The day's first event records a copy, so that the log explains itself.
 */

export const Service = z.strictObject({
  id: ServiceId,
  group: z.string(),
  name: Bilingual,
  documents: z.array(Bilingual).describe('What to bring, in words a citizen uses.'),
  fees: z.array(Fee).describe('One a speed; empty: free of charge.'),
  registerNumber: z
    .string()
    .nullable()
    .describe('Number in the national register of administrative services.'),
  meanMinutes: z.number().positive().describe('The usual length of service.'),
  onlyWindow: WindowNumber.nullable().describe(
    'The one window that may do it; the server refuses all others.',
  ),
})
export type Service = z.infer<typeof Service>

export const Group = z.strictObject({
  id: z.string(),
  letter: z.enum(LETTERS),
  name: Bilingual,
})
export type Group = z.infer<typeof Group>

export const WindowSettings = z.strictObject({
  window: WindowNumber,
  name: Bilingual.nullable().describe('For a window with a name of its own, e.g. „Жалби“.'),
  direction: z.enum(['left', 'ahead', 'right']).nullable().describe('Where it lies, seen from the board.'),
  services: z.array(ServiceId),
})
export type WindowSettings = z.infer<typeof WindowSettings>

export const DispatchSettings = z.strictObject({
  standardMinutes: z
    .number()
    .min(1)
    .max(20)
    .describe('The most anyone should wait; the national standard is 20.'),
  priorityWeight: z.number().min(1).describe('A minute of a priority visitor counts as so many.'),
  maxOvertaken: z.int().min(0).describe('How often priority may go ahead of the same ordinary ticket.'),
  minimumDelaySeconds: z.int().min(0).describe('Nobody is called sooner after taking a ticket.'),
})
export type DispatchSettings = z.infer<typeof DispatchSettings>

/** Numbers that kiosks hold in advance, for when the server is away. */
export const AwaySettings = z.strictObject({
  from: z
    .int()
    .min(2)
    .max(9_000)
    .describe(
      'The first number of each letter that is given without the server: far above the ordinary ones.',
    ),
  atOnce: z.int().min(1).max(100).describe('How many numbers of each letter a kiosk holds.'),
})
export type AwaySettings = z.infer<typeof AwaySettings>

/** An office where nobody signs up for reception days. */
export const NO_RECEPTION_DAYS: ReceptionSettings = {
  officials: [],
  units: [],
  service: null,
  horizonWeeks: 26,
  offerHours: 24,
  keepDays: 90,
}

export const OfficeSettings = z
  .strictObject({
    id: OfficeId,
    name: Bilingual,
    municipality: Bilingual,
    contact: z.strictObject({ phone: z.string(), email: z.string(), web: z.string() }),
    zone: z.string().refine(isZone, 'not an IANA time zone').describe('IANA time zone.'),
    example: z.boolean().describe('The services, fees and windows are an example, and are labelled so.'),
    hours: z.strictObject({
      opens: LocalTime,
      closes: LocalTime,
      limitMinutes: z
        .int()
        .min(0)
        .max(120)
        .describe('How long after closing those inside are served, at most.'),
    }),
    reception: z.strictObject({
      weekday: z.int().min(1).max(7).describe('ISO: 1 is Monday, 3 is Wednesday.'),
      blocks: z.array(z.strictObject({ from: LocalTime, to: LocalTime })),
    }),
    receptionDays: ReceptionSettings.default(NO_RECEPTION_DAYS),
    decreedDaysOff: z
      .array(z.strictObject({ date: LocalDate, act: z.string(), reason: Bilingual }))
      .describe('One-off days off decreed by the Council of Ministers.'),
    dispatch: DispatchSettings,
    recalls: z.strictObject({
      limit: z.int().min(1).describe('How often a called person may be called again.'),
      beforeNoShow: z.int().min(0).describe('How often they must have been called again before a no-show.'),
    }),
    takeBackBehind: z.int().min(0).describe('A missed person taken back stands behind so many others.'),
    undoSeconds: z.int().min(0),
    away: AwaySettings.default({ from: 801, atOnce: 30 }),
    groups: z.array(Group),
    services: z.array(Service),
    windows: z.array(WindowSettings),
    feedback: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Where a phone leads after the service for an opinion; left out: nowhere.'),
    boards: Boards.optional().describe('Zones, voice and pictures of the hall’s boards; left out: one hall.'),
    printing: Printing.optional().describe('The hall’s printers; left out: tickets are on screens only.'),
  })
  .superRefine((office, context) => {
    const problem = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const groups = new Set(office.groups.map((group) => group.id))
    const services = new Map(office.services.map((service) => [service.id, service]))
    const windows = new Set(office.windows.map((window) => window.window))
    if (office.hours.opens >= office.hours.closes) problem(['hours', 'closes'], 'closes before it opens')
    if (new Set(office.groups.map((group) => group.letter)).size < office.groups.length)
      problem(['groups'], 'two groups share a letter')
    if (services.size < office.services.length) problem(['services'], 'two services share an id')
    if (windows.size < office.windows.length) problem(['windows'], 'two windows share a number')
    office.services.forEach((service, index) => {
      if (!groups.has(service.group)) problem(['services', index, 'group'], `no group "${service.group}"`)
      if (service.onlyWindow !== null && !windows.has(service.onlyWindow)) {
        problem(['services', index, 'onlyWindow'], `no window ${service.onlyWindow}`)
      }
      if (!office.windows.some((window) => window.services.includes(service.id))) {
        problem(['services', index, 'id'], 'no window serves it')
      }
    })
    office.boards?.zones.forEach((zone, index) => {
      for (const window of zone.windows) {
        if (!windows.has(window)) problem(['boards', 'zones', index, 'windows'], `no window ${window}`)
      }
      for (const id of zone.services ?? []) {
        if (!services.has(id)) problem(['boards', 'zones', index, 'services'], `no service "${id}"`)
      }
    })
    const { officials, units, service } = office.receptionDays
    const officialIds = new Set(officials.map((official) => official.id))
    if (officialIds.size < officials.length)
      problem(['receptionDays', 'officials'], 'two officials share an id')
    if (new Set(units.map((unit) => unit.id)).size < units.length)
      problem(['receptionDays', 'units'], 'two units share an id')
    const bound = service === null ? null : services.get(service)
    if (officials.length > 0 && (!bound || bound.onlyWindow === null))
      problem(['receptionDays', 'service'], 'names no service that is bound to one window')
    const accounts = officials.flatMap(({ account }) => (account === null ? [] : [account]))
    if (new Set(accounts).size < accounts.length)
      problem(['receptionDays', 'officials'], 'two officials share an account')
    office.windows.forEach((window, index) => {
      for (const id of window.services) {
        const service = services.get(id)
        if (service === undefined) problem(['windows', index, 'services'], `no service "${id}"`)
        if (service && service.onlyWindow !== null && service.onlyWindow !== window.window) {
          problem(['windows', index, 'services'], `"${id}" is done at window ${service.onlyWindow} only`)
        }
      }
    })
  })
export type OfficeSettings = z.infer<typeof OfficeSettings>
