import { hash, verify } from '@node-rs/argon2'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Credentials, NewAdministrator, OwnPassword, SessionFace } from '#shared/accounts.ts'
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
import { blockOf, type LogInThrottle } from './log-in-throttle.ts'
import { idleEnd, SESSION_HOURS } from './session-life.ts'
import { createTurns } from './turns.ts'

type Parts = {
  readonly offices: Offices
  readonly store: Pick<Store, 'staff' | 'sessions' | 'invitations'>
  readonly directory: Directory
  /** The world's clock: sessions end by it. */
  readonly wall: Clock
  readonly throttle: LogInThrottle
  /** Whether staff come by https, so that no browser need send their session another way. */
  readonly isSecure: boolean
}

/** Log-in and log-out, and the one-time link by which a new hall gets its administrator. */
export function sessionRoutes(
  app: FastifyInstance,
  { offices, store, directory, wall, throttle, isSecure }: Parts,
): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  // A hash takes a processor some dozen milliseconds: a shift that signs in together waits a moment, a flood is sent away.
  const turns = createTurns({ atOnce: 2, waiting: 30 })

  typed.post(
    '/sessions',
    {
      schema: {
        tags: ['sessions'],
        summary: 'Log in',
        body: Credentials,
        response: { 200: SessionFace, 429: Rejection },
      },
    },
    async (request, reply) => {
      const { ip, body } = request
      const face = await turns.take(blockOf(ip), async () => {
        const row = await rightful(ip, body.user.toLowerCase(), body.password)
        await begin(reply, row)
        return faceOf(row)
      })
      if (face === null) throw new Refused(refuse('too-many-requests', { seconds: 5 }))
      return face
    },
  )

  typed.get(
    '/sessions/current',
    {
      schema: {
        tags: ['sessions'],
        summary: 'Who is signed in',
        response: { 200: SessionFace },
      },
      preHandler: requires((asker) => asker.kind === 'staff'),
    },
    async ({ identity }) => {
      const row = identity.kind === 'staff' ? await store.staff.find(identity.user) : null
      if (row === null) throw new Refused(refuse('not-signed-in', {}))
      return faceOf(row)
    },
  )

  typed.post(
    '/sessions/current/password',
    {
      schema: {
        tags: ['sessions'],
        summary: 'Another password for one’s own account; its other sessions end',
        body: OwnPassword,
        response: { 204: z.null(), 409: Rejection, 429: Rejection },
      },
      preHandler: requires((asker) => asker.kind === 'staff'),
    },
    async ({ ip, identity, body, log }, reply) => {
      if (identity.kind !== 'staff') throw new Refused(refuse('not-signed-in', {}))
      const { user, session } = identity
      const isDone = await turns.take(blockOf(ip), async () => {
        await renew({ ip, user, session, ...body })
        return true
      })
      if (isDone === null) throw new Refused(refuse('too-many-requests', { seconds: 5 }))
      log.info({ account: user }, 'whose account it is has given it another password')
      return reply.status(204).send(null)
    },
  )

  typed.delete(
    '/sessions/current',
    { schema: { tags: ['sessions'], summary: 'Log out', response: { 204: z.null() } } },
    async (request, reply) => {
      const { cookie } = secretsOf(request)
      if (cookie !== null) await store.sessions.end(hashOfSecret(cookie))
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
        response: { 200: SessionFace, 409: Rejection, 410: Rejection },
      },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const codeHash = hashOfSecret(request.params.code)
      if (!(await store.invitations.isOpen(codeHash, wall.now())))
        throw new Refused(refuse('invitation-spent', {}))
      const { user, name, password } = request.body
      const passwordHash = await hash(password)
      // Of two who come at once, one spends the link.
      if ((await store.staff.find(user)) !== null) throw new Refused(refuse('name-taken', { name: user }))
      if (!(await store.invitations.spend(codeHash, wall.now())))
        throw new Refused(refuse('invitation-spent', {}))
      const row: StaffRow = { user, name, role: 'admin', passwordHash, active: true, createdAt: wall.now() }
      await store.staff.add(row)
      await directory.refresh()
      await begin(reply, row)
      return faceOf(row)
    },
  )

  /** @throws Refused when it is nobody's password, or was tried too often. */
  async function rightful(ip: string, user: string, password: string): Promise<StaffRow> {
    const attempt = throttle.attempt(ip, user)
    if (attempt.kind === 'refused')
      throw new Refused(refuse('too-many-requests', { seconds: attempt.seconds }))
    const known = await store.staff.find(user)
    // An unknown name costs as much time as a wrong password.
    const isRight = await verify(known?.passwordHash ?? (await nobodysHash()), password)
    // Looked up again: it may have been changed or stopped meanwhile.
    const row = await store.staff.find(user)
    if (!isRight || row === null || !row.active || row.passwordHash !== known?.passwordHash)
      throw new Refused(refuse('wrong-credentials', {}))
    attempt.wasRight()
    throttle.recognise(ip)
    return row
  }

  /** @throws Refused when the password until now is another one, or was tried too often. */
  async function renew({ ip, user, session, password, newPassword }: Renewal): Promise<void> {
    const attempt = throttle.attempt(ip, user)
    if (attempt.kind === 'refused')
      throw new Refused(refuse('too-many-requests', { seconds: attempt.seconds }))
    const { passwordHash: from } = (await store.staff.find(user)) ?? { passwordHash: await nobodysHash() }
    if (!(await verify(from, password))) {
      // Whoever had no answer asks once more: it has happened already.
      if (!(await verify(from, newPassword))) throw new Refused(refuse('wrong-password', {}))
      return attempt.wasRight()
    }
    attempt.wasRight()
    if (password === newPassword) throw new Refused(refuse('same-password', {}))
    const to = await hash(newPassword)
    // An administrator may have given another one meanwhile.
    if (!(await store.staff.renewPassword({ user, from, to, keeps: session })))
      throw new Refused(refuse('wrong-password', {}))
  }

  async function begin(reply: FastifyReply, { user, role }: Pick<StaffRow, 'user' | 'role'>) {
    const token = drawSecret()
    const now = wall.now()
    await store.sessions.forgetExpired(now)
    await store.sessions.add({
      tokenHash: hashOfSecret(token),
      user,
      createdAt: now,
      expiresAt: after(now, SESSION_HOURS * HOUR),
      idleAt: idleEnd(role, now),
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

type Renewal = {
  readonly ip: string
  readonly user: StaffId
  readonly session: string
  readonly password: string
  readonly newPassword: string
}

let nobodys: Promise<string> | null = null
function nobodysHash(): Promise<string> {
  nobodys ??= hash(drawSecret())
  return nobodys
}
