import { z } from 'zod'
import { Bilingual, OfficeId, OfficialId, StaffId } from './ids.ts'
import { Iso } from './instant.ts'

/**
 * Who works here and what they may do. The secretary keeps the reception list, an official receives by it
 * (which one, the office's settings say); the auditor reads the log.
 */
export const Role = z.enum(['clerk', 'supervisor', 'admin', 'secretary', 'official', 'auditor'])
export type Role = z.infer<typeof Role>

const NewPassword = z.string().min(10, 'at least 10 characters').max(200)

/** `POST /api/sessions` */
export const Credentials = z.strictObject({
  user: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
})

/** `POST /api/sessions/current/password`: who is signed in takes another password in the place of the one until now. */
export const OwnPassword = z.strictObject({
  password: z.string().min(1).max(200).describe('the one until now'),
  newPassword: NewPassword,
})

/** `POST /api/sessions` and `GET /api/sessions/current` */
export const SessionFace = z.object({
  user: StaffId,
  name: z.string(),
  role: Role,
  offices: z.array(OfficeId),
  receivesAs: z
    .array(z.object({ office: OfficeId, official: OfficialId }))
    .optional()
    .describe('Role `official`: whose lists these are (`reception/official/{official}`).'),
})
export type SessionFace = z.infer<typeof SessionFace>

/** `GET /api/offices`: what a screen must know before it knows anything. */
export const OfficeListing = z.object({
  offices: z.array(z.object({ id: OfficeId, name: Bilingual, municipality: Bilingual, zone: z.string() })),
  training: z.boolean(),
  needsAdministrator: z.boolean(),
  publicUrl: z
    .string()
    .nullable()
    .describe('Where citizens’ phones reach this server; null: where the kiosk does.'),
})
export type OfficeListing = z.infer<typeof OfficeListing>

/** `POST /api/invitations/{code}`: the one-time link of a new hall creates its administrator. */
export const NewAdministrator = z.strictObject({
  user: StaffId,
  name: z.string().trim().min(1).max(80),
  password: NewPassword,
})

/** `POST /api/staff` */
export const NewStaff = z.strictObject({
  user: StaffId,
  name: z.string().trim().min(1).max(80),
  role: Role,
  password: NewPassword,
})

/** `POST /api/staff/{user}`: what is left out stays. A new password or `active: false` ends that person's sessions. */
export const StaffChange = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(),
  role: Role.optional(),
  password: NewPassword.optional(),
  active: z.boolean().optional(),
})

export const StaffFace = z.object({
  user: StaffId,
  name: z.string(),
  role: Role,
  active: z.boolean(),
  createdAt: Iso,
})
export type StaffFace = z.infer<typeof StaffFace>

/** A kiosk gives tickets; a board says the calls aloud, and what it showed and said is written down under its name. */
export const DeviceKind = z.enum(['kiosk', 'board'])
export type DeviceKind = z.infer<typeof DeviceKind>

/** `POST /api/devices`: a device's token is shown once, in the answer, and kept only as a hash. */
export const NewDevice = z.strictObject({
  name: z.string().trim().min(1).max(60),
  office: OfficeId,
  kind: DeviceKind,
})
export const DeviceFace = z.object({
  id: z.string(),
  name: z.string(),
  office: OfficeId,
  kind: DeviceKind,
  createdAt: Iso,
  revokedAt: Iso.nullable(),
})
export type DeviceFace = z.infer<typeof DeviceFace>
export const NewDeviceAnswer = z.object({ device: DeviceFace, token: z.string() })
