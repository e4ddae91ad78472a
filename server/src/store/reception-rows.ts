import { and, eq, sql } from 'drizzle-orm'
import { unreachable } from '#shared/result.ts'
import { once, type Database, type Step } from './database.ts'
import type { ReceptionRowChange } from './reception-projection.ts'
import type { Tables } from './tables.ts'

/** Row changes of events of the reception book as steps of the transaction that appends the events. */
export function receptionSteps(
  database: Database,
): (office: string, change: ReceptionRowChange) => readonly Step[] {
  const { db, tables } = database
  const { appointments, persons, receptionDays, routedQuestions } = tables

  return (office, change) => {
    switch (change.kind) {
      case 'appointment-made': {
        const { kind: _, ...row } = change
        return [once(database, db.insert(appointments).values({ office, moves: 0, ...row }))]
      }
      case 'appointment-is':
        return [
          once(
            database,
            db
              .update(appointments)
              .set(columnsOf(change, appointments))
              .where(and(eq(appointments.office, office), eq(appointments.number, change.number))),
          ),
        ]
      case 'person-gone':
        return [erased(and(eq(persons.office, office), eq(persons.number, change.number)))]
      case 'persons-expired':
        return [
          erased(
            and(
              eq(persons.office, office),
              sql`${persons.number} in (select number from appointments where office = ${office} and date <= ${change.through})`,
            ),
          ),
        ]
      case 'question-routed': {
        const { version, date, unit, official } = change
        return [once(database, db.insert(routedQuestions).values({ office, version, date, unit, official }))]
      }
      case 'reception-held': {
        const { date, official } = change
        return [
          once(database, db.insert(receptionDays).values({ office, date, official }).onConflictDoNothing()),
        ]
      }
      default:
        return unreachable(change)
    }
  }

  function erased(whom: ReturnType<typeof and>): Step {
    return { ...once(database, db.delete(persons).where(whom)), erases: true }
  }
}

function columnsOf(
  {
    state,
    slot,
    isMove,
    arrivedAt,
    calledAt,
    ended,
    answered,
  }: Extract<ReceptionRowChange, { kind: 'appointment-is' }>,
  appointments: Tables['appointments'],
) {
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
