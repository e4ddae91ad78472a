import { hash } from '@node-rs/argon2'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { DeviceFace, NewDevice, NewDeviceAnswer, NewStaff, StaffChange, StaffFace } from '#shared/accounts.ts'
import { iso } from '#shared/instant.ts'
import { refuse, Rejection } from '#shared/rejections.ts'
import { mayAdminister } from '../domain/rights.ts'
import { drawSecret, hashOfSecret } from '../office/codes.ts'
import type { Clock } from '../office/clock.ts'
import type { Directory } from '../office/directory.ts'
import type { DeviceRow, StaffRow, Store } from '../store/store.ts'
import { Refused } from './answers.ts'
import { requires, type Offices } from './guards.ts'

type Parts = {
  readonly offices: Offices
  readonly store: Pick<Store, 'staff' | 'sessions' | 'devices'>
  readonly directory: Directory
  readonly wall: Clock
}

/** The administrator's room: accounts of staff, devices of the hall. */
export function administrationRoutes(app: FastifyInstance, { offices, store, directory, wall }: Parts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  // Whatever is added to this room is for administrators.
  app.addHook('onRoute', (route) => void (route.preHandler = requires(mayAdminister)))

  typed.get(
    '/staff',
    {
      schema: {
        tags: ['administration'],
        summary: 'Staff accounts',
        response: { 200: z.object({ staff: z.array(StaffFace) }) },
      },
    },
    async () => ({ staff: (await store.staff.all()).map(staffFace) }),
  )

  typed.post(
    '/staff',
    {
      schema: {
        tags: ['administration'],
        summary: 'Create an account',
        body: NewStaff,
        response: { 200: StaffFace, 409: Rejection },
      },
    },
    async ({ body }) => {
      const { user, name, role, password } = body
      const row: StaffRow = {
        user,
        name,
        role,
        passwordHash: await hash(password),
        active: true,
        createdAt: wall.now(),
      }
      if (!(await store.staff.add(row))) throw new Refused(refuse('name-taken', { name: user }))
      await directory.refresh()
      return staffFace(row)
    },
  )

  typed.post(
    '/staff/:user',
    {
      schema: {
        tags: ['administration'],
        summary: 'Change an account; a new password, role or deactivation ends its sessions',
        params: z.object({ user: z.string() }),
        body: StaffChange,
        response: { 200: StaffFace, 409: Rejection },
      },
    },
    async ({ params, body }) => {
      const { password, name, role, active } = body
      const passwordHash = password === undefined ? undefined : await hash(password)
      const row = await store.staff.find(params.user)
      if (row === null) throw new Refused(refuse('not-found', {}))
      const changed = await store.staff.change(row.user, {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(active === undefined ? {} : { active }),
        ...(passwordHash === undefined ? {} : { passwordHash }),
      })
      if (changed === 'last-administrator') throw new Refused(refuse('last-administrator', {}))
      if (passwordHash !== undefined || active === false || (role !== undefined && role !== row.role))
        await store.sessions.endAllOf(row.user)
      await directory.refresh()
      return staffFace((await store.staff.find(row.user)) ?? row)
    },
  )

  typed.post(
    '/staff/:user/sign-out',
    {
      schema: {
        tags: ['administration'],
        summary: 'End every session of an account, which stays as it is: a lost device, a screen left open',
        params: z.object({ user: z.string() }),
        response: { 200: StaffFace },
      },
    },
    async ({ params }) => {
      const row = await store.staff.find(params.user)
      if (row === null) throw new Refused(refuse('not-found', {}))
      await store.sessions.endAllOf(row.user)
      return staffFace(row)
    },
  )

  typed.get(
    '/devices',
    {
      schema: {
        tags: ['administration'],
        summary: 'Devices',
        response: { 200: z.object({ devices: z.array(DeviceFace) }) },
      },
    },
    async () => ({ devices: (await store.devices.all()).map(deviceFace) }),
  )

  typed.post(
    '/devices',
    {
      schema: {
        tags: ['administration'],
        summary: 'Register a device; its token is shown here, once',
        body: NewDevice,
        response: { 200: NewDeviceAnswer, 404: Rejection },
      },
    },
    async ({ body }) => {
      if (!offices.has(body.office)) throw new Refused(refuse('unknown-office', { office: body.office }))
      const token = drawSecret()
      const device = { ...body, tokenHash: hashOfSecret(token), createdAt: wall.now(), revokedAt: null }
      for (let number = (await store.devices.all()).length + 1; ; number += 1) {
        const row: DeviceRow = { id: `${body.kind}-${number}`, ...device }
        // Another administrator may have taken this number just now.
        if (await store.devices.add(row)) return { device: deviceFace(row), token }
      }
    },
  )

  typed.post(
    '/devices/:id/revoke',
    {
      schema: {
        tags: ['administration'],
        summary: 'Revoke a device: its token is worth nothing from now on',
        params: z.object({ id: z.string() }),
        response: { 200: DeviceFace },
      },
    },
    async ({ params }) => {
      const row = await store.devices.revoke(params.id, wall.now())
      if (row === null) throw new Refused(refuse('not-found', {}))
      return deviceFace(row)
    },
  )
}

function staffFace({ user, name, role, active, createdAt }: StaffRow): StaffFace {
  return { user, name, role, active, createdAt: iso(createdAt) }
}

function deviceFace({ id, name, office, kind, createdAt, revokedAt }: DeviceRow): DeviceFace {
  return {
    id,
    name,
    office,
    kind,
    createdAt: iso(createdAt),
    revokedAt: revokedAt === null ? null : iso(revokedAt),
  }
}
