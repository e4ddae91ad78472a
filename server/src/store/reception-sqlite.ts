import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { AppointmentCode, AppointmentNumber, LocalDate, OfficeId, OfficialId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { ReceptionMonth } from '#shared/reception.ts'
import { unreachable } from '#shared/result.ts'
import type { PersonChange, PersonRecord } from '../domain/reception/person.ts'
import type { Db } from './db.ts'
import type { ReceptionRowChange } from './reception-projection.ts'
import type { EarlierRow, Looking, LookRow, ReceptionStore } from './reception-store.ts'
import { appointments, feeds, looks, persons, receptionDays, routedQuestions } from './schema.ts'

/** Personal data and rows of reception days in the embedded database. Rows are read back as the types they were written from. */
export function receptionOf(db: Db): ReceptionStore {
  function record(office: OfficeId, numbers: readonly string[], looking: Looking) {
    if (numbers.length === 0) return
    db.insert(looks)
      .values(numbers.map((number) => ({ office, number, ...looking })))
      .run()
  }

  return {
    read: (office, numbers, looking) =>
      db.transaction((): readonly PersonRecord[] => {
        if (numbers.length === 0) return []
        const rows = db
          .select()
          .from(persons)
          .where(and(eq(persons.office, office), inArray(persons.number, [...numbers])))
          .orderBy(asc(persons.number))
          .all()
        record(
          office,
          rows.map(({ number }) => number),
          looking,
        )
        return rows.map((row) => {
          const { office: _, ...person } = row
          return person as PersonRecord // written from one
        })
      }),
    earlier: (office, { telephone, nameKey }, looking, most) =>
      db.transaction((): readonly EarlierRow[] => {
        const is = or(
          telephone === null ? undefined : eq(persons.telephone, telephone),
          nameKey === null ? undefined : eq(persons.nameKey, nameKey),
        )
        if (is === undefined) return []
        const { number, official, date, time, state, end, unit, due, answeredAt } = appointments
        const { subject, subjectKey, fileKey } = persons
        const rows = db
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
          .all()
        record(
          office,
          rows.map((row) => row.number),
          looking,
        )
        return rows as EarlierRow[] // written from an appointment
      }),
    looks: (office, number) =>
      db
        .select({ at: looks.at, by: looks.by, as: looks.as, why: looks.why, number: looks.number })
        .from(looks)
        .where(and(eq(looks.office, office), eq(looks.number, number)))
        .orderBy(asc(looks.id))
        .all() as LookRow[], // written from one
    hasPerson: (office, number) =>
      db
        .select({ number: persons.number })
        .from(persons)
        .where(and(eq(persons.office, office), eq(persons.number, number)))
        .get() !== undefined,
    answered(office, { telephone, nameKey, subjectKey, fileKey }) {
      const isSame = or(
        eq(persons.subjectKey, subjectKey),
        fileKey === null ? undefined : eq(persons.fileKey, fileKey),
      )
      const row = db
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
        .get()
      return (row ?? null) as { number: AppointmentNumber; date: LocalDate } | null // written from one
    },
    find: (office, number) =>
      (db
        .select({ code: appointments.code, date: appointments.date, official: appointments.official })
        .from(appointments)
        .where(and(eq(appointments.office, office), eq(appointments.number, number)))
        .get() ?? null) as { code: AppointmentCode; date: LocalDate; official: OfficialId } | null, // written from one
    numbersOf: (office, official, date) =>
      db
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
        .all()
        .map((row) => row.number as AppointmentNumber), // written from one
    figures: (office, year, today) => figuresOf(db, office, year, today),
    feeds: {
      give: (office, official, secretHash, at) =>
        db.transaction(() => {
          db.delete(feeds)
            .where(and(eq(feeds.office, office), eq(feeds.official, official)))
            .run()
          db.insert(feeds).values({ secretHash, office, official, createdAt: at }).run()
        }),
      revoke(office, official) {
        db.delete(feeds)
          .where(and(eq(feeds.office, office), eq(feeds.official, official)))
          .run()
      },
      since: (office, official) =>
        (db
          .select({ createdAt: feeds.createdAt })
          .from(feeds)
          .where(and(eq(feeds.office, office), eq(feeds.official, official)))
          .get()?.createdAt ?? null) as Instant | null, // a column of instants
      bySecret: (secretHash) =>
        (db
          .select({ office: feeds.office, official: feeds.official })
          .from(feeds)
          .where(eq(feeds.secretHash, secretHash))
          .get() ?? null) as { office: OfficeId; official: OfficialId } | null, // written from them
    },
  }
}

/** Writes people down. Runs inside the transaction that appends the events that speak of them. */
export function personWriter(db: Db): (office: OfficeId, change: PersonChange) => void {
  return (office, change) => {
    switch (change.kind) {
      case 'recorded':
        db.insert(persons)
          .values({ office, ...change.person })
          .run()
        return
      case 'corrected':
        db.update(persons)
          .set(change.person)
          .where(and(eq(persons.office, office), eq(persons.number, change.person.number)))
          .run()
        return
      default:
        return unreachable(change)
    }
  }
}

/**
 * Makes the row changes of events of the reception book. Runs inside the transaction that appends the events.
 * @param onErased told when personal data were deleted.
 */
export function receptionChanger(
  db: Db,
  onErased: () => void,
): (office: string, change: ReceptionRowChange) => void {
  return (office, change) => {
    switch (change.kind) {
      case 'appointment-made': {
        const { kind: _, ...row } = change
        db.insert(appointments)
          .values({ office, moves: 0, ...row })
          .run()
        return
      }
      case 'appointment-is':
        db.update(appointments)
          .set(columnsOf(change))
          .where(and(eq(appointments.office, office), eq(appointments.number, change.number)))
          .run()
        return
      case 'person-gone':
        db.delete(persons)
          .where(and(eq(persons.office, office), eq(persons.number, change.number)))
          .run()
        onErased()
        return
      case 'persons-expired': {
        const { changes } = db
          .delete(persons)
          .where(
            and(
              eq(persons.office, office),
              sql`${persons.number} in (select number from appointments where office = ${office} and date <= ${change.through})`,
            ),
          )
          .run()
        if (changes > 0) onErased()
        return
      }
      case 'question-routed': {
        const { version, date, unit, official } = change
        db.insert(routedQuestions).values({ office, version, date, unit, official }).run()
        return
      }
      case 'reception-held':
        db.insert(receptionDays)
          .values({ office, date: change.date, official: change.official })
          .onConflictDoNothing()
          .run()
        return
      default:
        return unreachable(change)
    }
  }
}

function columnsOf({
  state,
  slot,
  isMove,
  arrivedAt,
  calledAt,
  ended,
  answered,
}: Extract<ReceptionRowChange, { kind: 'appointment-is' }>) {
  return {
    state,
    ...slot,
    ...(isMove === true && { moves: sql`${appointments.moves} + 1` }),
    ...(arrivedAt !== undefined && { arrivedAt }),
    ...(calledAt !== undefined && { calledAt }),
    // A time that was only offered was never theirs.
    ...(ended && {
      time: sql`case when ${appointments.state} = 'offered' then null else ${appointments.time} end`,
    }),
    ...(ended && { end: ended.end, endedAt: ended.at, unit: ended.unit, due: ended.due }),
    ...(answered && { answeredAt: answered.at, inTime: answered.inTime }),
  }
}

function figuresOf(db: Db, office: OfficeId, year: number, today: LocalDate): readonly ReceptionMonth[] {
  const inYear = `${year}-`
  const month = sql<string>`substr(${appointments.date}, 1, 7)`
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
  const { time, state, end, due, answeredAt, inTime } = appointments
  const byMonth = db
    .select({
      month,
      signedUp: count(sql`${time} is not null and ${state} <> 'offered' and ${end} is not 'day-passed'`),
      walkIns: count(sql`${appointments.walkIn}`),
      received: count(sql`${end} in ('answered', 'passed-on', 'answer-to-follow')`),
      answered: count(sql`${end} = 'answered'`),
      passedOn: count(sql`${end} = 'passed-on'`),
      answerToFollow: count(sql`${end} = 'answer-to-follow'`),
      didNotCome: count(sql`${end} = 'did-not-come'`),
      left: count(sql`${end} = 'left'`),
      moved: sql<number>`coalesce(sum(${appointments.moves}), 0)`,
      cancelled: count(sql`${end} in ('cancelled', 'declined')`),
      owed: count(sql`${due} is not null`),
      answeredInTime: count(sql`${due} is not null and ${inTime}`),
      answeredLate: count(sql`${due} is not null and ${inTime} = 0`),
      overdue: count(sql`${due} < ${today} and ${answeredAt} is null`),
    })
    .from(appointments)
    .where(and(eq(appointments.office, office), sql`substr(${appointments.date}, 1, 5) = ${inYear}`))
    .groupBy(month)
    .all()
  const held = countByMonth(receptionDays)
  const routed = countByMonth(routedQuestions)
  return Array.from({ length: 12 }, (_, index) => {
    const name = `${year}-${String(index + 1).padStart(2, '0')}`
    const known = byMonth.find((row) => row.month === name)
    return { ...NOTHING, ...known, month: name, held: held.get(name) ?? 0, routed: routed.get(name) ?? 0 }
  })

  function countByMonth(table: typeof receptionDays | typeof routedQuestions): ReadonlyMap<string, number> {
    const rows = db
      .select({ month: sql<string>`substr(${table.date}, 1, 7)`, count: sql<number>`count(*)` })
      .from(table)
      .where(and(eq(table.office, office), sql`substr(${table.date}, 1, 5) = ${inYear}`))
      .groupBy(sql`substr(${table.date}, 1, 7)`)
      .all()
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
