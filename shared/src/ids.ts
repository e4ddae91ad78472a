import { z } from 'zod'
import { LANGUAGES, type FurtherLanguage } from './languages.ts'

/** An office: one front office with its own hours, zone, services and windows. */
export const OfficeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/)
  .brand<'OfficeId'>()
export type OfficeId = z.infer<typeof OfficeId>

/** A service as the configuration names it, e.g. `birth-certificate`. */
export const ServiceId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,63}$/)
  .brand<'ServiceId'>()
export type ServiceId = z.infer<typeof ServiceId>

/** A ticket inside its office: the service day and the label, e.g. `2026-11-25/Г-014`. */
export const TicketId = z.string().max(40).brand<'TicketId'>()
export type TicketId = z.infer<typeof TicketId>

/** What a citizen's phone knows a ticket by: unguessable, 96 bits. */
export const TicketCode = z
  .string()
  .regex(/^[0-9A-Za-z_-]{16}$/)
  .brand<'TicketCode'>()
export type TicketCode = z.infer<typeof TicketCode>

/** The log-in name of a member of staff. */
export const StaffId = z
  .string()
  .regex(/^[a-z][a-z0-9._-]{1,31}$/)
  .brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>

/** An official who receives citizens, as the configuration names them, e.g. `mayor`. */
export const OfficialId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/)
  .brand<'OfficialId'>()
export type OfficialId = z.infer<typeof OfficialId>

/** A unit of the administration, as the configuration names it, e.g. `spatial-planning`. */
export const UnitId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,63}$/)
  .brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>

/** The number of an appointment, „ПД-0147“: runs on in the office for ever, and is its name everywhere. */
export const AppointmentNumber = z
  .string()
  .regex(/^ПД-\d{4,9}$/)
  .brand<'AppointmentNumber'>()
export type AppointmentNumber = z.infer<typeof AppointmentNumber>

/** What the slip of an appointment is known by: unguessable, 96 bits. */
export const AppointmentCode = z
  .string()
  .regex(/^[0-9A-Za-z_-]{16}$/)
  .brand<'AppointmentCode'>()
export type AppointmentCode = z.infer<typeof AppointmentCode>

/** A calendar date in the office's zone, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date().brand<'LocalDate'>()
export type LocalDate = z.infer<typeof LocalDate>

/** A time of day in the office's zone, `HH:MM`. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'LocalTime'>()
export type LocalTime = z.infer<typeof LocalTime>

/** The number of a window, as painted above it. */
export const WindowNumber = z.int().min(1).max(99)
export type WindowNumber = z.infer<typeof WindowNumber>

/** What a visitor speaks: on the kiosk, on paper, on the phone. */
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

const further = <T extends z.ZodType>(text: T) =>
  ({ de: text.optional() }) satisfies { [L in FurtherLanguage]: z.ZodType }

/** The same words in both languages of the office; in a further one where somebody has written them. */
export const Bilingual = z.object({ bg: z.string(), en: z.string(), ...further(z.string()) })
export type Bilingual = z.infer<typeof Bilingual>

const written = z.string().trim().min(1).max(300)

/** Why an order was given, as citizens read it: in neither language of the office may it be left empty. */
export const OrderReason = z.strictObject({ bg: written, en: written, ...further(written) })
