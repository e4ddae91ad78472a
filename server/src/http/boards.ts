import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Announcement, BoardReports, BoardsView } from '#shared/boards.ts'
import { LocalDate, type OfficeId } from '#shared/ids.ts'
import { iso } from '#shared/instant.ts'
import { refuse } from '#shared/rejections.ts'
import { isBoard, mayReadLog, maySee } from '../domain/rights.ts'
import type { Boards } from '../hall/boards.ts'
import type { Clips } from '../hall/clips.ts'
import type { Store } from '../store/store.ts'
import { Refused, sendRefusal } from './answers.ts'
import { officeNamed, requires, type Offices } from './guards.ts'

export type Walls = ReadonlyMap<OfficeId, { readonly boards: Boards; readonly clips: Clips }>

type Parts = {
  readonly offices: Offices
  readonly walls: Walls
  readonly announcements: Store['announcements']
}

const Params = z.object({ office: z.string() })

/** The boards: how they are, what they report, and what the auditor reads of it. */
export function boardRoutes(app: FastifyInstance, { offices, walls, announcements }: Parts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['boards']

  typed.get(
    '/offices/:office/views/boards',
    {
      schema: {
        tags,
        summary: 'The boards of the hall: which are on the line, which speaks, what was said last',
        params: Params,
        response: { 200: z.object({ version: z.int(), view: BoardsView }) },
      },
      preHandler: requires((asker) => maySee(asker, 'boards')),
    },
    async (request) => {
      const { boards } = wallOf(request, request.params.office)
      return { version: boards.version(), view: await boards.view() }
    },
  )

  typed.post(
    '/offices/:office/announcements',
    {
      schema: {
        tags,
        summary: 'A board says what it showed and said, and when; what it says twice is written down once',
        params: Params,
        body: BoardReports,
        response: { 200: z.object({ added: z.int() }) },
      },
      preHandler: requires(isBoard),
    },
    async (request) => {
      const { actor } = request.identity
      const { boards } = wallOf(request, request.params.office)
      return { added: await boards.take('id' in actor ? actor.id : '', request.body.reports) }
    },
  )

  typed.get(
    '/offices/:office/announcements',
    {
      schema: {
        tags,
        summary: 'What the boards showed and said on a day, each line chained to the one before',
        params: Params,
        querystring: z.object({ day: LocalDate }),
        response: { 200: z.object({ announcements: z.array(Announcement) }) },
      },
      preHandler: requires(mayReadLog),
    },
    async (request) => {
      const office = officeNamed(offices, request, request.params.office)
      const rows = await announcements.ofDay(office.id, request.query.day)
      return {
        announcements: rows.map((row) => ({
          number: row.number,
          call: row.call,
          label: row.label,
          board: row.board,
          telling: row.telling,
          at: iso(row.at),
          endedAt: row.endedAt === null ? null : iso(row.endedAt),
          languages: [...row.languages],
          volume: row.volume,
          heardAt: iso(row.heardAt),
          hash: row.hash,
        })),
      }
    },
  )

  /** @throws Refused */
  function wallOf(request: FastifyRequest, office: string) {
    const wall = walls.get(officeNamed(offices, request, office).id)
    if (wall === undefined) throw new Refused(refuse('unknown-office', { office }))
    return wall
  }
}

/** The clips of the voice, for whichever page speaks: nothing in them is anybody's. */
export function voiceFiles(app: FastifyInstance, walls: Walls): void {
  app.get<{ Params: { office: string } }>(
    '/voice/:office/index.json',
    { schema: { hide: true } },
    (request, reply) => {
      const clips = walls.get(request.params.office as OfficeId)?.clips // looked up, whatever it is
      if (clips === undefined) return sendRefusal(reply, refuse('not-found', {}))
      return reply.header('cache-control', 'no-cache').send(clips.voice())
    },
  )
  app.get<{ Params: { office: string; language: string; '*': string } }>(
    '/voice/:office/:language/*',
    { schema: { hide: true } },
    (request, reply) => {
      const { office, language, '*': name } = request.params
      const clip = walls.get(office as OfficeId)?.clips.clip(language, name) ?? null // looked up, whatever it is
      if (clip === null) return sendRefusal(reply, refuse('not-found', {}))
      // A recording may take the clip's place any day: the browser keeps it, and asks whether it is still the one.
      void reply.header('cache-control', 'no-cache').header('etag', clip.etag)
      if (request.headers['if-none-match'] === clip.etag) return reply.status(304).send()
      return reply.type(clip.type).send(clip.bytes)
    },
  )
}
