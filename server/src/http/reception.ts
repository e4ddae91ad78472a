import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Role } from '#shared/accounts.ts'
import { AppointmentNumber, LocalDate, OfficialId } from '#shared/ids.ts'
import { after, iso, Iso, MINUTE } from '#shared/instant.ts'
import {
  Earlier,
  FeedAddress,
  Look,
  LookUp,
  OwnData,
  OwnDataAnswer,
  Person,
  ReceptionMonth,
  type Official,
} from '#shared/reception.ts'
import { refuse, Rejection } from '#shared/rejections.ts'
import { AppointmentView } from '#shared/views.ts'
import { nextDate } from '../domain/calendar.ts'
import type { Day } from '../domain/day.ts'
import { mayKeepBook, mayReceive } from '../domain/decide/reception/guards.ts'
import { slotOf } from '../domain/reception/book.ts'
import { daysOf, officialOf } from '../domain/reception/calendar.ts'
import type { PersonRecord } from '../domain/reception/person.ts'
import { fileKey, nameKey, subjectKey } from '../domain/reception/question.ts'
import { telephoneOf } from '../domain/reception/telephone.ts'
import { startOf } from '../domain/reception/today.ts'
import { mayReadLog, type Asker } from '../domain/rights.ts'
import type { Clock } from '../office/clock.ts'
import { drawSecret, hashOfSecret } from '../office/codes.ts'
import type { Office } from '../office/office.ts'
import type { Viewer } from '../office/view.ts'
import type { EarlierRow, Looking } from '../store/reception-store.ts'
import type { Store } from '../store/store.ts'
import { Refused, sendRefusal } from './answers.ts'
import { officeNamed, requires, type Offices } from './guards.ts'
import { icalendar, type CalendarEntry } from './icalendar.ts'

type Parts = {
  readonly offices: Offices
  readonly store: Pick<Store, 'reception'>
  readonly viewer: (office: Office) => Viewer
  readonly clock: Clock
}

const Params = z.object({ office: z.string() })
const MOST_AT_ONCE = 60
const MOST_EARLIER = 20

/**
 * What can be read of reception days beside the views. Whoever reads who a person is, is recorded: the store gives
 * nothing out without it. What is said of a person goes up in bodies only, never in addresses.
 */
export function receptionRoutes(app: FastifyInstance, { offices, store, viewer, clock }: Parts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  const { reception } = store

  typed.get(
    '/offices/:office/reception/persons',
    {
      schema: {
        tags: ['reception'],
        summary: 'Who has signed up: one official’s day, or single appointments',
        description:
          'For the desk, the secretary, and the official of that list. Each person is recorded as looked at.',
        params: Params,
        querystring: z.object({
          official: OfficialId.optional(),
          date: LocalDate.optional(),
          numbers: z.string().max(1_000).optional().describe('Separated by commas; at most 60.'),
        }),
        response: { 200: z.object({ persons: z.array(Person) }), 409: Rejection },
      },
      preHandler: requires(mayLook),
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const office = officeNamed(offices, request, request.params.office)
      const { official, date, numbers } = request.query
      if (numbers !== undefined) return { persons: await byNumbers(request, office, numbers) }
      if (official === undefined || date === undefined)
        throw new Refused(refuse('malformed', { field: 'numbers', problem: NUMBERS_OR_DAY }))
      return { persons: await ofDay(request, office, official, date) }
    },
  )

  function lookingOf({ identity }: FastifyRequest, as: Looker, why: Looking['why']): Looking {
    return { at: clock.now(), by: identity.kind === 'staff' ? identity.user : as, as, why }
  }

  async function ofDay(
    request: FastifyRequest,
    office: Office,
    official: OfficialId,
    date: LocalDate,
  ): Promise<Person[]> {
    const day = office.day()
    const as = lookerOf(request, day)
    const whose = knownOfficial(day, official)
    if (as === 'official' && !mayReceive(day, whose, date, askerOf(request)))
      throw new Refused(refuse('not-your-list', { post: whose.post }))
    const numbers = await reception.numbersOf(office.id, official, date)
    return (await reception.read(office.id, numbers, lookingOf(request, as, 'list'))).map(personFace)
  }

  async function byNumbers(request: FastifyRequest, office: Office, text: string): Promise<Person[]> {
    const day = office.day()
    const as = lookerOf(request, day)
    const numbers = z.array(AppointmentNumber).max(MOST_AT_ONCE).safeParse(text.split(','))
    if (!numbers.success) throw new Refused(refuse('malformed', { field: 'numbers', problem: NO_NUMBERS }))
    const own: AppointmentNumber[] = []
    for (const number of numbers.data)
      if (as !== 'official' || (await isOnOwnList(request, office, number))) own.push(number)
    const why = numbers.data.length === 1 ? 'person' : 'call-sheet'
    return (await reception.read(office.id, own, lookingOf(request, as, why))).map(personFace)
  }

  async function isOnOwnList(
    request: FastifyRequest,
    office: Office,
    number: AppointmentNumber,
  ): Promise<boolean> {
    const row = await reception.find(office.id, number)
    const day = office.day()
    const official = row && officialOf(day, row.official)
    return row !== null && official !== null && mayReceive(day, official, row.date, askerOf(request))
  }

  typed.post(
    '/offices/:office/reception/look-up',
    {
      schema: {
        tags: ['reception'],
        summary: 'Earlier appointments of the same person, and whether the question was answered',
        description: 'For the desk and the secretary. Recorded as a look at each.',
        params: Params,
        body: LookUp,
        response: { 200: z.object({ earlier: z.array(Earlier) }), 409: Rejection },
      },
      preHandler: requires(mayLookUp),
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const office = officeNamed(offices, request, request.params.office)
      const as = lookerOf(request, office.day())
      const { telephone, givenName, familyName, subject, fileNumber } = request.body
      const e164 = telephone === undefined ? null : telephoneOf(telephone)
      if (telephone !== undefined && e164 === null)
        throw new Refused(refuse('not-a-telephone', { field: 'telephone' }))
      const name = givenName === undefined || familyName === undefined ? null : nameKey(givenName, familyName)
      const who = { telephone: e164, nameKey: name }
      const rows = await reception.earlier(office.id, who, lookingOf(request, as, 'look-up'), MOST_EARLIER)
      return { earlier: rows.map((row) => earlierFace(row, { subject, fileNumber })) }
    },
  )

  typed.post(
    '/offices/:office/reception/own-data',
    {
      schema: {
        tags: ['reception'],
        summary: 'What is kept of a person, and who has seen it: shown to that person',
        description: 'For whoever has the number and the code.',
        params: Params,
        body: OwnData,
        response: { 200: OwnDataAnswer, 409: Rejection },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const office = officeNamed(offices, request, request.params.office)
      const { number, code } = request.body
      const row = await reception.find(office.id, number)
      if (row === null || row.code !== code) throw new Refused(refuse('wrong-appointment-code', {}))
      const looking = { at: clock.now(), by: 'citizen', as: 'citizen', why: 'own-data' } as const
      const [person] = await reception.read(office.id, [number], looking)
      if (person === undefined) throw new Refused(refuse('person-erased', { number }))
      return {
        person: personFace(person),
        looks: (await reception.looks(office.id, number)).map(({ at, as, why }) => ({
          at: iso(at),
          by: as,
          why,
        })),
        eraseOn: nextDate(row.date, office.day().settings.receptionDays.keepDays),
      }
    },
  )

  typed.get(
    '/offices/:office/reception/looks',
    {
      schema: {
        tags: ['reception'],
        summary: 'Who saw the personal data of an appointment',
        params: Params,
        querystring: z.object({ number: AppointmentNumber }),
        response: { 200: z.object({ looks: z.array(Look) }) },
      },
      preHandler: requires(
        (asker) => mayReadLog(asker) && asker.kind === 'staff' && asker.role !== 'supervisor',
      ),
    },
    async (request) => {
      const { id } = officeNamed(offices, request, request.params.office)
      return {
        looks: (await reception.looks(id, request.query.number)).map((look) => ({
          ...look,
          at: iso(look.at),
        })),
      }
    },
  )

  typed.get(
    '/offices/:office/reception/figures',
    {
      schema: {
        tags: ['reception'],
        summary: 'Reception days in figures, by month: for the published results',
        params: Params,
        querystring: z.object({ year: z.coerce.number().int().min(2000).max(2199) }),
        response: { 200: z.object({ months: z.array(ReceptionMonth) }) },
      },
    },
    async (request) => {
      const office = officeNamed(offices, request, request.params.office)
      return { months: [...(await reception.figures(office.id, request.query.year, office.day().date))] }
    },
  )

  typed.get(
    '/offices/:office/appointments/:code',
    {
      schema: {
        tags: ['views'],
        summary: 'What a phone may know of one appointment',
        params: z.object({ office: z.string(), code: z.string() }),
        response: { 200: AppointmentView, 409: Rejection },
      },
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const office = officeNamed(offices, request, request.params.office)
      const shown = await viewer(office).whole(`appointment/${request.params.code}`)
      if (!shown.ok) return sendRefusal(reply, shown.refusal)
      return shown.value as AppointmentView // that name's view
    },
  )

  // The calendar of an official, at an address that nobody can guess and that can be taken back

  const Feed = z.object({ office: z.string(), official: OfficialId })

  typed.get(
    '/offices/:office/reception/officials/:official/feed',
    {
      schema: {
        tags: ['reception'],
        summary: 'Whether a calendar address is given out, and since when',
        params: Feed,
        response: { 200: z.object({ since: Iso.nullable() }), 409: Rejection },
      },
      preHandler: requires(mayHaveFeed),
    },
    async (request) => {
      const { office, official } = feedOf(request, request.params)
      const since = await reception.feeds.since(office.id, official.id)
      return { since: since === null ? null : iso(since) }
    },
  )

  typed.post(
    '/offices/:office/reception/officials/:official/feed',
    {
      schema: {
        tags: ['reception'],
        summary: 'A new calendar address, shown once; the one before stops working',
        description: 'For the secretary and that official.',
        params: Feed,
        response: { 200: FeedAddress, 409: Rejection },
      },
      preHandler: requires(mayHaveFeed),
    },
    async (request) => {
      const { office, official } = feedOf(request, request.params)
      const secret = drawSecret()
      await reception.feeds.give(office.id, official.id, hashOfSecret(secret), clock.now())
      return { path: `/api/calendar/${secret}.ics` }
    },
  )

  typed.post(
    '/offices/:office/reception/officials/:official/feed/revoke',
    {
      schema: {
        tags: ['reception'],
        summary: 'The calendar address stops working',
        description: 'For the secretary and that official.',
        params: Feed,
        response: { 200: z.object({ since: Iso.nullable() }), 409: Rejection },
      },
      preHandler: requires(mayHaveFeed),
    },
    async (request) => {
      const { office, official } = feedOf(request, request.params)
      await reception.feeds.revoke(office.id, official.id)
      return { since: null }
    },
  )

  function feedOf(request: FastifyRequest, params: z.infer<typeof Feed>) {
    const office = officeNamed(offices, request, params.office)
    const { role, by } = askerOf(request)
    const official = knownOfficial(office.day(), params.official)
    const isOwn = by.kind === 'staff' && official.account === by.id
    if (role !== 'secretary' && !isOwn) throw new Refused(refuse('not-your-list', { post: official.post }))
    return { office, official }
  }

  typed.get(
    '/calendar/:file',
    {
      schema: {
        tags: ['reception'],
        summary: 'An official’s calendar (iCalendar): slots that are taken, by number',
        params: z.object({ file: z.string().max(100) }),
        response: { 200: z.string() },
      },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { file } = request.params
      const feed = file.endsWith('.ics')
        ? await reception.feeds.bySecret(hashOfSecret(file.slice(0, -'.ics'.length)))
        : null
      const day = feed && offices.get(feed.office)?.day()
      const official = day && feed && officialOf(day, feed.official)
      if (!day || !official) throw new Refused(refuse('not-found', {}))
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(calendarOf(day, official))
    },
  )
}

type Looker = 'desk' | 'secretary' | 'official'

/** As whom somebody who may look reads who people are. @throws Refused when it is not at their window. */
function lookerOf(request: FastifyRequest, day: Day): Looker {
  const asker = askerOf(request)
  if (asker.role === 'secretary' || asker.role === 'official') return asker.role
  if (mayKeepBook(day, asker)) return 'desk'
  const { service } = day.settings.receptionDays
  const window = day.settings.services.find(({ id }) => id === service)?.onlyWindow ?? null
  throw new Refused(refuse('sign-up-at-window', { window }))
}

const isOneOf = (roles: readonly Role[]) => (asker: Asker) =>
  asker.kind === 'staff' && roles.includes(asker.role)
const mayLook = isOneOf(['clerk', 'supervisor', 'secretary', 'official'])
const mayLookUp = isOneOf(['clerk', 'supervisor', 'secretary'])
const mayHaveFeed = isOneOf(['secretary', 'official'])

function askerOf({ identity }: FastifyRequest) {
  return { role: identity.asker.kind === 'staff' ? identity.asker.role : null, by: identity.actor }
}

function knownOfficial(day: Day, id: OfficialId): Official {
  const official = officialOf(day, id)
  if (official === null) throw new Refused(refuse('unknown-official', { official: id }))
  return official
}

function personFace(person: PersonRecord): Person {
  const { number, givenName, familyName, telephone, subject, description } = person
  const { fileNumber, organisation, despite } = person
  return {
    number,
    givenName,
    familyName,
    telephone,
    subject,
    description,
    fileNumber,
    organisation,
    despite,
  }
}

function earlierFace(
  row: EarlierRow,
  asked: { readonly subject: string | undefined; readonly fileNumber: string | undefined },
): Earlier {
  const { number, official, date, time, state, end, unit, due, answeredAt } = row
  return {
    number,
    official,
    date,
    time,
    subject: row.subject,
    state,
    end,
    unit,
    due,
    answeredAt: answeredAt === null ? null : iso(answeredAt),
    isSame:
      (asked.subject !== undefined && row.subjectKey === subjectKey(asked.subject)) ||
      (row.fileKey !== null && row.fileKey === fileKey(asked.fileNumber)),
    isAnswered: end === 'answered' || answeredAt !== null,
  }
}

/** The days on which the official receives, and the slots that are taken: by number, for a calendar lies on many machines. */
function calendarOf(day: Day, official: Official): string {
  const { officials } = day.settings.receptionDays
  const days = officials.flatMap((whose) =>
    daysOf(day, whose.id)
      .filter(({ substitute }) => (substitute ?? whose.id) === official.id)
      .map((of) => ({ whose, of })),
  )
  const blocks = days.flatMap(({ whose, of }) =>
    of.blocks.map((block): CalendarEntry => ({
      uid: `${whose.id}-${of.date}-${block.from}@${day.office}`,
      from: block.startsAt,
      to: block.endsAt,
      summary: `Приемен ден: ${whose.post.bg}`,
      location: `стая ${official.room}`,
      isBusy: false,
    })),
  )
  const taken = new Set(days.map(({ whose, of }) => `${whose.id} ${of.date}`))
  const appointments = day.reception.appointments.flatMap((each): readonly CalendarEntry[] => {
    const slot = slotOf(each)
    if (slot === null || each.time === null || each.state.kind === 'displaced') return []
    if (!taken.has(`${each.official} ${each.date}`)) return []
    const from = startOf(day, each)
    const minutes = officialOf(day, each.official)?.slotMinutes ?? official.slotMinutes
    return [
      {
        uid: `${each.number}@${day.office}`,
        from,
        to: after(from, minutes * MINUTE),
        summary: each.number,
        location: `стая ${official.room}`,
        isBusy: true,
      },
    ]
  })
  return icalendar(`Приемни дни – ${official.post.bg}`, [...blocks, ...appointments], day.at)
}

const NUMBERS_OR_DAY = {
  bg: 'липсва, а липсват и „official“ и „date“',
  en: 'is missing, and so are “official” and “date”',
}
const NO_NUMBERS = {
  bg: 'трябва да е списък от номера, разделени със запетаи',
  en: 'must be numbers, separated by commas',
}
