import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { OfficeListing } from '#shared/accounts.ts'
import { LocalDate } from '#shared/ids.ts'
import { iso, Iso } from '#shared/instant.ts'
import { refuse } from '#shared/rejections.ts'
import {
  CalendarDay,
  DeskView,
  DoorView,
  HallView,
  KioskView,
  OfficialView,
  QueueView,
  ReceptionOrdersView,
  SecretaryView,
  SupervisorView,
  TicketView,
  WindowView,
} from '#shared/views.ts'
import { datesBetween, planOf, type DayPlan } from '../domain/calendar.ts'
import { mayReadLog, maySee, mayAdminister } from '../domain/rights.ts'
import { OfficeSettings } from '../domain/settings.ts'
import type { Office } from '../office/office.ts'
import type { Viewer } from '../office/view.ts'
import type { Store } from '../store/store.ts'
import { Refused, sendRefusal } from './answers.ts'
import { officeNamed, requires, type Offices } from './guards.ts'

type Parts = {
  readonly offices: Offices
  readonly store: Store
  readonly viewer: (office: Office) => Viewer
  readonly publicUrl: string | null
}

const Params = z.object({ office: z.string() })
const LONGEST_RANGE_DAYS = 400

const LoggedEvent = z.object({
  version: z.int(),
  at: Iso,
  actor: z.object({ kind: z.string(), id: z.string().nullable() }),
  type: z.string(),
  body: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

/** What can be asked about an office: its views, its calendar, its log. */
export function officeRoutes(app: FastifyInstance, { offices, store, viewer, publicUrl }: Parts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/offices',
    {
      schema: { tags: ['offices'], summary: 'The offices of this server', response: { 200: OfficeListing } },
    },
    async () => ({
      offices: [...offices.values()].map((office) => {
        const { id, name, municipality, zone } = office.day().settings
        return { id, name, municipality, zone }
      }),
      training: store.kind === 'training',
      needsAdministrator: !(await store.staff.all()).some((row) => row.role === 'admin' && row.active),
      publicUrl,
    }),
  )

  const view = (path: string, summary: string, schema: z.ZodType) =>
    app.get<{ Params: { office: string; number?: string; official?: string } }>(
      `/offices/:office/views/${path}`,
      {
        schema: {
          tags: ['views'],
          summary,
          params: paramsOf(path),
          response: { 200: z.object({ version: z.int(), view: schema }) },
        },
        preHandler: requires((asker) => maySee(asker, path)),
      },
      async (request, reply) => {
        const office = officeNamed(offices, request, request.params.office)
        const { number = '', official = '' } = request.params
        const name = path.replace(':number', number).replace(':official', official)
        const { version } = office.day()
        const shown = await viewer(office).whole(name)
        if (!shown.ok) return sendRefusal(reply, shown.refusal, 404)
        return { version, view: shown.value }
      },
    )
  view('kiosk', 'What the kiosk shows', KioskView)
  view('hall', 'What the hall sees: numbers only', HallView)
  view('queue', 'Everyone who waits, in order', QueueView)
  view('window/:number', 'A clerk’s window', WindowView)
  view('supervisor', 'The whole hall at a glance', SupervisorView)
  view('reception/desk', 'The sign-up desk of reception days', DeskView)
  view('reception/orders', 'The orders about reception days that are in force', ReceptionOrdersView)
  view('reception/secretary', 'What the secretary keeps of reception days', SecretaryView)
  view('reception/official/:official', 'One official’s list, by number', OfficialView)
  view('door/:official', 'The sign by an official’s door: numbers only', DoorView)

  typed.get(
    '/offices/:office/tickets/:code',
    {
      schema: {
        tags: ['views'],
        summary: 'What a phone may know of one ticket',
        params: z.object({ office: z.string(), code: z.string() }),
        response: { 200: TicketView },
      },
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const office = officeNamed(offices, request, request.params.office)
      const shown = await viewer(office).whole(`ticket/${request.params.code}`)
      if (!shown.ok) return sendRefusal(reply, shown.refusal, 404)
      return shown.value as TicketView // that name's view
    },
  )

  typed.get(
    '/offices/:office/days',
    {
      schema: {
        tags: ['offices'],
        summary: 'The calendar: working or not, why, hours, reception blocks',
        params: Params,
        querystring: z.object({ from: LocalDate, to: LocalDate }),
        response: { 200: z.object({ days: z.array(CalendarDay) }) },
      },
    },
    async (request) => {
      const { from, to } = request.query
      const day = officeNamed(offices, request, request.params.office).day()
      if (to < from)
        throw new Refused(
          refuse('malformed', { field: 'to', problem: { bg: 'е преди „from“', en: 'is before “from”' } }),
        )
      const dates = datesBetween(from, to)
      if (dates.length > LONGEST_RANGE_DAYS) {
        throw new Refused(
          refuse('malformed', {
            field: 'to',
            problem: {
              bg: `е твърде далеч: най-много ${LONGEST_RANGE_DAYS} дни наведнъж`,
              en: `is too far: at most ${LONGEST_RANGE_DAYS} days at once`,
            },
          }),
        )
      }
      return { days: dates.map((date) => calendarDay(planOf(day.settings, day.exceptions, date))) }
    },
  )

  typed.get(
    '/offices/:office/events',
    {
      schema: {
        tags: ['offices'],
        summary: 'The log of one service day, and whether its chain holds',
        params: Params,
        querystring: z.object({ day: LocalDate }),
        response: {
          200: z.object({
            day: LocalDate,
            events: z.array(LoggedEvent),
            verified: z
              .object({ ok: z.boolean(), broken: z.int().nullable() })
              .nullable()
              .describe(
                'Whether the chain holds; null: the day has no events, and there is nothing to prove.',
              ),
          }),
        },
      },
      preHandler: requires(mayReadLog),
    },
    async (request) => {
      const { id } = officeNamed(offices, request, request.params.office)
      const { day } = request.query
      const verdict = await store.log.verify(id, day)
      const links = await store.log.ofDay(id, day)
      return {
        day,
        events: links.map((link) => ({
          version: link.version,
          at: iso(link.at as Parameters<typeof iso>[0]), // a column of instants
          actor: { kind: link.actorKind, id: link.actorId },
          type: link.type,
          body: withoutCodes(JSON.parse(link.body) as Record<string, unknown>), // written as an object
          hash: link.hash,
        })),
        verified:
          links.length === 0 ? null : { ok: verdict.ok, broken: verdict.ok ? null : verdict.brokenAt },
      }
    },
  )

  typed.get(
    '/offices/:office/settings',
    {
      schema: {
        tags: ['offices'],
        summary: 'The settings by which the office works today',
        params: Params,
        response: { 200: OfficeSettings },
      },
      preHandler: requires(mayAdminister),
    },
    async (request) => officeNamed(offices, request, request.params.office).day().settings,
  )
}

function paramsOf(path: string) {
  if (path.includes(':number')) return Params.extend({ number: z.string() })
  return path.includes(':official') ? Params.extend({ official: z.string() }) : Params
}

/**
 * The code of a ticket or an appointment lets its holder dispose of it: it is not for those who read the log. Also not
 * where the first event of a day tells all the appointments that it takes over.
 */
function withoutCodes(body: Record<string, unknown>): Record<string, unknown> {
  const { code: _, ...rest } = body
  const carried = rest['reception']
  if (typeof carried !== 'object' || carried === null || !('appointments' in carried)) return rest
  const appointments = carried.appointments as readonly Record<string, unknown>[] // written by `day-opened`
  return { ...rest, reception: { ...carried, appointments: appointments.map(withoutCodes) } }
}

function calendarDay(plan: DayPlan): CalendarDay {
  const { date, working, why, hours, opensAt, closesAt, limitAt, reception, receptionWhy } = plan
  return {
    date,
    working,
    why,
    hours,
    opensAt: opensAt === null ? null : iso(opensAt),
    closesAt: closesAt === null ? null : iso(closesAt),
    limitAt: limitAt === null ? null : iso(limitAt),
    reception: reception.map(({ from, to, startsAt, endsAt }) => ({
      from,
      to,
      startsAt: iso(startsAt),
      endsAt: iso(endsAt),
    })),
    receptionWhy,
  }
}
