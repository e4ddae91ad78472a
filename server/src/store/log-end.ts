import { and, count, countDistinct, desc, eq, gte, inArray, max } from 'drizzle-orm'
import type { Database } from './database.ts'

/** Something beside the log that proves that it once went on: what it is, as a sentence goes on. */
export type Beyond = { readonly end: number; readonly why: string }

/**
 * The end of a log can be cut off without breaking a link. So all that was written in one transaction with an event, or
 * after it, is asked how far the log went: answers, calls, questions and announcements by their version, tickets, their
 * paper and appointments by their number and time.
 * @param day looks at the log's end only if that lies on this day or before it; null: in any case.
 * @returns null: nothing knows of more than the log has.
 */
export async function beyondTheEnd(
  { db, tables }: Pick<Database, 'db' | 'tables'>,
  office: string,
  day: string | null,
): Promise<Beyond | null> {
  const { events, commands, calls, routedQuestions, announcements, tickets, printJobs, appointments } = tables
  const before = await endOf()
  if (day !== null && before.day > day) return null
  // Only rows of the last day and later: what is missing before it has broken a link. Asked before the end is looked at
  // again, because a hall that works goes on between the questions.
  const since = before.day
  const versions = [
    {
      who: 'a command was answered with version',
      version: await largest(
        db
          .select({ newest: max(commands.version) })
          .from(commands)
          .where(eq(commands.office, office)),
      ),
    },
    {
      who: 'a ticket was called with version',
      version: await largest(
        db
          .select({ newest: max(calls.version) })
          .from(calls)
          .where(and(eq(calls.office, office), gte(calls.ticket, since))),
      ),
    },
    {
      who: 'a question went to a unit with version',
      version: await largest(
        db
          .select({ newest: max(routedQuestions.version) })
          .from(routedQuestions)
          .where(eq(routedQuestions.office, office)),
      ),
    },
    {
      who: 'a board has told the call with version',
      version: await largest(
        db
          .select({ newest: max(announcements.call) })
          .from(announcements)
          .where(and(eq(announcements.office, office), gte(announcements.day, since))),
      ),
    },
  ]
  const [issued] = await db
    .select({ count: count() })
    .from(tickets)
    .where(and(eq(tickets.office, office), gte(tickets.id, since), gte(tickets.day, since)))
  const [printed] = await db
    .select({ count: countDistinct(printJobs.ticket) })
    .from(printJobs)
    .where(and(eq(printJobs.office, office), gte(printJobs.day, since), gte(printJobs.ticket, since)))
  const made = await largest(
    db
      .select({ newest: max(appointments.madeAt) })
      .from(appointments)
      .where(eq(appointments.office, office)),
  )
  const end = await endOf()
  const [logged] = await db
    .select({ count: count() })
    .from(events)
    .where(
      and(
        eq(events.office, office),
        gte(events.day, since),
        inArray(events.type, ['ticket-issued', 'late-ticket-recorded']),
      ),
    )

  const ended = `the log ends with ${end.version}`
  const [furthest] = versions.toSorted((a, b) => b.version - a.version)
  if (furthest !== undefined && furthest.version > end.version)
    return { end: end.version, why: `${furthest.who} ${furthest.version}, and ${ended}` }
  const known = Math.max(issued?.count ?? 0, printed?.count ?? 0)
  if (known > (logged?.count ?? 0))
    return {
      end: end.version,
      why: `there are ${known} tickets since ${since || 'the beginning'}, ${logged?.count ?? 0} of them in the log, and ${ended}`,
    }
  if (made > end.at)
    return {
      end: end.version,
      why: `an appointment was made at ${new Date(made).toISOString()}, and ${ended}, of ${new Date(end.at).toISOString()}`,
    }
  return null

  async function endOf() {
    const [last] = await db
      .select({ version: events.version, day: events.day, at: events.at })
      .from(events)
      .where(eq(events.office, office))
      .orderBy(desc(events.version))
      .limit(1)
    return last ?? { version: 0, day: '', at: 0 }
  }
}

/** The one number that a question brings; 0: there are no rows. */
async function largest(
  question: PromiseLike<readonly { readonly newest: number | null }[]>,
): Promise<number> {
  const [row] = await question
  return row?.newest ?? 0
}
