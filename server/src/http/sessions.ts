import { hash, verify } from '@node-rs/argon2'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Credentials, NewAdministrator, SessionFace } from '#shared/accounts.ts'
import type { StaffId } from '#shared/ids.ts'
import { after, HOUR } from '#shared/instant.ts'
import { refuse, Rejection } from '#shared/rejections.ts'
import { drawSecret, hashOfSecret } from '../office/codes.ts'
import type { Clock } from '../office/clock.ts'
import type { Directory } from '../office/directory.ts'
import type { StaffRow, Store } from '../store/store.ts'
import { Refused } from './answers.ts'
import { SESSION_COOKIE, secretsOf } from './asker.ts'
import { requires, type Offices } from './guards.ts'

type Parts = {
  readonly offices: Offices
  readonly store: Pick<Store, 'staff' | 'sessions' | 'invitations'>
  readonly directory: Directory
  /** The world's clock: sessions end by it. */
  readonly wall: Clock
  readonly isSecure: boolean
}

/** A clerk is not logged out in the middle of the day: a session outlasts the longest one. */
const SESSION_HOURS = 14

/** Log-in and log-out, and the one-time link by which a new hall gets its administrator. */
export function sessionRoutes(
  app: FastifyInstance,
  { offices, store, directory, wall, isSecure }: Parts,
): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.post(
    '/sessions',
    {
      schema: {
        tags: ['sessions'],
        summary: 'Log in',
        body: Credentials,
        response: { 200: SessionFace, 400: Rejection, 401: Rejection, 429: Rejection },
      },
      config: {
        rateLimit: {
          max: 20,
          timeWindow: '1 minute',
          hook: 'preHandler',
          // By account and address together: one who guesses does not lock out the hall behind the same address.
          keyGenerator: (request) => `${request.ip} ${nameTyped(request.body)}`,
        },
      },
    },
    async (request, reply) => {
      const row = store.staff.find(request.body.user.toLowerCase())
      // An unknown name costs as much time as a wrong password.
      const isRight = await verify(row?.passwordHash ?? (await nobodysHash()), request.body.password)
      if (row === null || !row.active || !isRight) throw new Refused(refuse('wrong-credentials', {}))
      begin(reply, row)
      return faceOf(row)
    },
  )

  typed.get(
    '/sessions/current',
    {
      schema: {
        tags: ['sessions'],
        summary: 'Who is signed in',
        response: { 200: SessionFace, 401: Rejection },
      },
      preHandler: requires((asker) => asker.kind === 'staff'),
    },
    async ({ identity }) => {
      const row = identity.kind === 'staff' ? store.staff.find(identity.user) : null
      if (row === null) throw new Refused(refuse('not-signed-in', {}))
      return faceOf(row)
    },
  )

  typed.delete(
    '/sessions/current',
    { schema: { tags: ['sessions'], summary: 'Log out', response: { 204: z.null() } } },
    async (request, reply) => {
      const { cookie } = secretsOf(request)
      if (cookie !== null) store.sessions.end(hashOfSecret(cookie))
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).status(204).send(null)
    },
  )

  typed.post(
    '/invitations/:code',
    {
      schema: {
        tags: ['sessions'],
        summary: 'The one-time link of a new hall: create its administrator',
        params: z.object({ code: z.string().max(100) }),
        body: NewAdministrator,
        response: { 200: SessionFace, 400: Rejection, 409: Rejection, 410: Rejection },
      },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const codeHash = hashOfSecret(request.params.code)
      if (!store.invitations.isOpen(codeHash, wall.now())) throw new Refused(refuse('invitation-spent', {}))
      const { user, name, password } = request.body
      const passwordHash = await hash(password)
      // From here on nothing waits: of two who come at once, one spends the link.
      if (store.staff.find(user) !== null) throw new Refused(refuse('name-taken', { name: user }))
      if (!store.invitations.spend(codeHash, wall.now())) throw new Refused(refuse('invitation-spent', {}))
      const row: StaffRow = { user, name, role: 'admin', passwordHash, active: true, createdAt: wall.now() }
      store.staff.add(row)
      directory.refresh()
      begin(reply, row)
      return faceOf(row)
    },
  )

  function begin(reply: FastifyReply, { user }: { readonly user: StaffId }) {
    const token = drawSecret()
    const now = wall.now()
    store.sessions.forgetExpired(now)
    store.sessions.add({
      tokenHash: hashOfSecret(token),
      user,
      createdAt: now,
      expiresAt: after(now, SESSION_HOURS * HOUR),
    })
    reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: isSecure,
      maxAge: SESSION_HOURS * 3600,
    })
  }

  function faceOf({ user, name, role }: StaffRow): SessionFace {
    const face = { user, name, role, offices: [...offices.keys()] }
    return role === 'official' ? { ...face, receivesAs: receivesAs(user) } : face
  }

  function receivesAs(user: StaffId) {
    return [...offices.values()].flatMap((office) =>
      office
        .day()
        .settings.receptionDays.officials.filter(({ account }) => account === user)
        .map(({ id }) => ({ office: office.id, official: id })),
    )
  }
}

/** The account that a log-in means, however it is written. */
function nameTyped(body: unknown): string {
  const user = typeof body === 'object' && body !== null && 'user' in body ? body.user : null
  return typeof user === 'string' ? user.trim().toLowerCase() : ''
}

let nobodys: Promise<string> | null = null
function nobodysHash(): Promise<string> {
  nobodys ??= hash(drawSecret())
  return nobodys
}
