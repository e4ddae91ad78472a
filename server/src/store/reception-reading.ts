import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { AppointmentCode, AppointmentNumber, LocalDate, OfficeId, OfficialId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { ReceptionMonth } from '#shared/reception.ts'
import type { PersonRecord } from '../domain/reception/person.ts'
import { once, writeThrough, type Database } from './database.ts'
import type { EarlierRow, Looking, LookRow, ReceptionStore } from './reception-store.ts'

/** Personal data and rows of reception days. Rows are read back as the types they were written from. */
export function receptionOf(database: Database): ReceptionStore {
  const { db, tables } = database
  const { appointments, feeds, looks, persons } = tables

  /** Written down before anyone sees what was read: there is no looking without it. */
  async function record(office: OfficeId, numbers: readonly string[], looking: Looking) {
    if (numbers.length === 0) return
    const rows = numbers.map((number) => ({ office, number, ...looking }))
    await writeThrough(database, [once(database, db.insert(looks).values(rows))])
  }

  const ofOfficial = (office: OfficeId, official: OfficialId) =>
    and(eq(feeds.office, office), eq(feeds.official, official))

  return {
    async read(office, numbers, looking) {
      if (numbers.length === 0) return []
      const rows = await db
        .select()
        .from(persons)
        .where(and(eq(persons.office, office), inArray(persons.number, [...numbers])))
        .orderBy(asc(persons.number))
      await record(
        office,
        rows.map(({ number }) => number),
        looking,
      )
      return rows.map((row) => {
        const { office: _, ...person } = row
        return person as PersonRecord // written from one
      })
    },
    async earlier(office, { telephone, nameKey }, looking, most) {
      const is = or(
        telephone === null ? undefined : eq(persons.telephone, telephone),
        nameKey === null ? undefined : eq(persons.nameKey, nameKey),
      )
      if (is === undefined) return []
      const { number, official, date, time, state, end, unit, due, answeredAt } = appointments
      const { subject, subjectKey, fileKey } = persons
      const rows = await db
        .select({
          number,
          official,
          date,
          time,
          state,
          end,
          unit,
          due,
          answeredAt,
          subject,
          subjectKey,
          fileKey,
        })
        .from(persons)
        .innerJoin(
          appointments,
          and(eq(appointments.office, persons.office), eq(appointments.number, persons.number)),
        )
        .where(and(eq(persons.office, office), is))
        .orderBy(desc(appointments.madeAt), desc(appointments.number))
        .limit(most)
      await record(
        office,
        rows.map((row) => row.number),
        looking,
      )
      return rows as EarlierRow[] // written from an appointment
    },
    looks: async (office, number) =>
      (await db
        .select({ at: looks.at, by: looks.by, as: looks.as, why: looks.why, number: looks.number })
        .from(looks)
        .where(and(eq(looks.office, office), eq(looks.number, number)))
        .orderBy(asc(looks.id))) as LookRow[], // written from one
    async hasPerson(office, number) {
      const rows = await db
        .select({ number: persons.number })
        .from(persons)
        .where(and(eq(persons.office, office), eq(persons.number, number)))
      return rows.length > 0
    },
    async answered(office, { telephone, nameKey, subjectKey, fileKey }) {
      const isSame = or(
        eq(persons.subjectKey, subjectKey),
        fileKey === null ? undefined : eq(persons.fileKey, fileKey),
      )
      const [row] = await db
        .select({ number: appointments.number, date: appointments.date })
        .from(persons)
        .innerJoin(
          appointments,
          and(eq(appointments.office, persons.office), eq(appointments.number, persons.number)),
        )
        .where(
          and(
            eq(persons.office, office),
            eq(persons.telephone, telephone),
            eq(persons.nameKey, nameKey),
            isSame,
            sql`(${appointments.end} = 'answered' or ${appointments.answeredAt} is not null)`,
          ),
        )
        .orderBy(desc(appointments.date), desc(appointments.number))
        .limit(1)
      return (row ?? null) as { number: AppointmentNumber; date: LocalDate } | null // written from one
    },
    async find(office, number) {
      const [row] = await db
        .select({ code: appointments.code, date: appointments.date, official: appointments.official })
        .from(appointments)
        .where(and(eq(appointments.office, office), eq(appointments.number, number)))
      return (row ?? null) as { code: AppointmentCode; date: LocalDate; official: OfficialId } | null // written from one
    },
    async numbersOf(office, official, date) {
      const rows = await db
        .select({ number: appointments.number })
        .from(appointments)
        .where(
          and(
            eq(appointments.office, office),
            eq(appointments.official, official),
            eq(appointments.date, date),
            sql`${appointments.state} <> 'listed' and coalesce(${appointments.end}, '') not in ('cancelled', 'declined', 'day-passed')`,
          ),
        )
        .orderBy(asc(appointments.time))
      return rows.map((row) => row.number as AppointmentNumber) // written from one
    },
    figures: (office, year, today) => figuresOf(database, office, year, today),
    feeds: {
      give: (office, official, secretHash, at) =>
        writeThrough(database, [
          once(database, db.delete(feeds).where(ofOfficial(office, official))),
          once(database, db.insert(feeds).values({ secretHash, office, official, createdAt: at })),
        ]),
      async revoke(office, official) {
        await db.delete(feeds).where(ofOfficial(office, official))
      },
      async since(office, official) {
        const [row] = await db
          .select({ createdAt: feeds.createdAt })
          .from(feeds)
          .where(ofOfficial(office, official))
        return (row?.createdAt ?? null) as Instant | null // a column of instants
      },
      async bySecret(secretHash) {
        const [row] = await db
          .select({ office: feeds.office, official: feeds.official })
          .from(feeds)
          .where(eq(feeds.secretHash, secretHash))
        return (row ?? null) as { office: OfficeId; official: OfficialId } | null // written from them
      },
    },
  }
}

async function figuresOf(
  { db, tables }: Pick<Database, 'db' | 'tables'>,
  office: OfficeId,
  year: number,
  today: LocalDate,
): Promise<readonly ReceptionMonth[]> {
  const { appointments, receptionDays, routedQuestions } = tables
  const inYear = `${year}-`
  const month = sql<string>`substr(${appointments.date}, 1, 7)`
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
  const { time, state, end, due, answeredAt, inTime } = appointments
  const byMonth = await db
    .select({
      month,
      signedUp: count(
        sql`${time} is not null and ${state} <> 'offered' and ${end} is distinct from 'day-passed'`,
      ),
      walkIns: count(sql`${appointments.walkIn}`),
      received: count(sql`${end} in ('answered', 'passed-on', 'answer-to-follow')`),
      answered: count(sql`${end} = 'answered'`),
      passedOn: count(sql`${end} = 'passed-on'`),
      answerToFollow: count(sql`${end} = 'answer-to-follow'`),
      didNotCome: count(sql`${end} = 'did-not-come'`),
      left: count(sql`${end} = 'left'`),
      moved: sql<number>`cast(coalesce(sum(${appointments.moves}), 0) as bigint)`,
      cancelled: count(sql`${end} in ('cancelled', 'declined')`),
      owed: count(sql`${due} is not null`),
      answeredInTime: count(sql`${due} is not null and ${inTime}`),
      answeredLate: count(sql`${due} is not null and not ${inTime}`),
      overdue: count(sql`${due} < ${today} and ${answeredAt} is null`),
    })
    .from(appointments)
    .where(and(eq(appointments.office, office), sql`substr(${appointments.date}, 1, 5) = ${inYear}`))
    .groupBy(month)
  const held = await countByMonth(receptionDays)
  const routed = await countByMonth(routedQuestions)
  return Array.from({ length: 12 }, (_, index) => {
    const name = `${year}-${String(index + 1).padStart(2, '0')}`
    const known = byMonth.find((row) => row.month === name)
    return { ...NOTHING, ...known, month: name, held: held.get(name) ?? 0, routed: routed.get(name) ?? 0 }
  })

  async function countByMonth(
    table: typeof receptionDays | typeof routedQuestions,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await db
      .select({ month: sql<string>`substr(${table.date}, 1, 7)`, count: sql<number>`count(*)` })
      .from(table)
      .where(and(eq(table.office, office), sql`substr(${table.date}, 1, 5) = ${inYear}`))
      .groupBy(sql`substr(${table.date}, 1, 7)`)
    return new Map(rows.map((row) => [row.month, row.count]))
  }
}

/** A month in which nothing was. */
const NOTHING: Omit<ReceptionMonth, 'month'> = {
  held: 0,
  signedUp: 0,
  walkIns: 0,
  received: 0,
  answered: 0,
  passedOn: 0,
  answerToFollow: 0,
  didNotCome: 0,
  left: 0,
  moved: 0,
  cancelled: 0,
  owed: 0,
  answeredInTime: 0,
  answeredLate: 0,
  overdue: 0,
  routed: 0,
}
