import { and, eq, sql } from 'drizzle-orm'
import { unreachable } from '#shared/result.ts'
import type { PersonChange } from '../domain/reception/person.ts'
import { once, type Database, type Ready, type Step } from './database.ts'
import type { RowChange } from './projection.ts'
import { receptionSteps } from './reception-rows.ts'

/** Row changes of events as steps of the transaction that appends the events. Each query that is run often is made ready once. */
export function rowSteps(database: Database): (office: string, change: RowChange) => readonly Step[] {
  const { db, tables, ready } = database
  const { tickets, calls, printJobs } = tables
  const p = sql.placeholder
  const newTicket = {
    office: p('office'),
    id: p('id'),
    day: p('day'),
    letter: p('letter'),
    number: p('number'),
    label: p('label'),
    code: p('code'),
    service: p('service'),
    priority: p('priority'),
    language: p('language'),
    presentAtClosing: p('presentAtClosing'),
    issuedAt: p('issuedAt'),
  }
  const insertTicket = ready(db.insert(tickets).values({ ...newTicket, state: 'waiting' }))
  const insertLateTicket = ready(
    db
      .insert(tickets)
      .values({ ...newTicket, state: 'unserved', endedAt: p('endedAt'), apology: p('apology') })
      .onConflictDoNothing(),
  )
  const setTicket = ready(
    db
      .update(tickets)
      .set({
        state: sql`${p('state')}`,
        service: sql`coalesce(${p('service')}, ${tickets.service})`,
        firstCalledAt: sql`coalesce(${tickets.firstCalledAt}, ${p('firstCalledAt')})`,
        startedAt: sql`coalesce(${tickets.startedAt}, ${p('startedAt')})`,
        endedAt: sql`${p('endedAt')}`,
        outcome: sql`${p('outcome')}`,
        apology: sql`coalesce(${p('apology')}, ${tickets.apology})`,
      })
      .where(and(eq(tickets.office, p('office')), eq(tickets.id, p('id')))),
  )
  const insertCall = ready(
    db.insert(calls).values({
      office: p('office'),
      version: p('version'),
      day: p('day'),
      ticket: p('ticket'),
      service: p('service'),
      window: p('window'),
      clerk: p('clerk'),
      reason: p('reason'),
      calledAt: p('calledAt'),
    }),
  )
  const lastCall = and(
    eq(calls.office, p('office')),
    eq(calls.ticket, p('ticket')),
    sql`${calls.version} = (select max(version) from calls where office = ${p('office')} and ticket = ${p('ticket')})`,
  )
  const startCall = ready(
    db
      .update(calls)
      .set({ startedAt: sql`coalesce(${calls.startedAt}, ${p('startedAt')})` })
      .where(lastCall),
  )
  const endCall = ready(
    db
      .update(calls)
      .set({
        endedAt: sql`coalesce(${calls.endedAt}, ${p('endedAt')})`,
        end: sql`coalesce(${calls.end}, ${p('end')})`,
      })
      .where(lastCall),
  )
  const reopenCall = ready(db.update(calls).set({ endedAt: null, end: null }).where(lastCall))
  const forgetFirstCall = ready(
    db
      .update(tickets)
      .set({ firstCalledAt: null })
      .where(
        and(
          eq(tickets.office, p('office')),
          eq(tickets.id, p('ticket')),
          sql`(select count(*) from calls where office = ${p('office')} and ticket = ${p('ticket')} and "end" is distinct from 'withdrawn') = 0`,
        ),
      ),
  )
  const queuePrint = ready(
    db.insert(printJobs).values({
      office: p('office'),
      id: p('id'),
      day: p('day'),
      kind: 'ticket',
      ticket: p('ticket'),
      label: p('label'),
      printer: p('printer'),
      askedBy: p('askedBy'),
      state: 'queued',
      queuedAt: p('queuedAt'),
    }),
  )
  const reception = receptionSteps(database)

  return (office, change) => {
    const step = (query: Ready, values: object): readonly Step[] => [{ query, values: { office, ...values } }]
    switch (change.kind) {
      case 'ticket-issued':
        return step(insertTicket, change.row)
      case 'late-ticket':
        return step(insertLateTicket, change.row)
      case 'print-queued':
        return step(queuePrint, change.row)
      case 'ticket-is':
        return step(setTicket, { ...UNCHANGED, ...change })
      case 'call-made':
        return step(insertCall, change.row)
      case 'call-started':
        return step(startCall, change)
      case 'call-ended':
        return step(endCall, change)
      case 'call-reopened':
        return step(reopenCall, change)
      case 'call-withdrawn':
        return [
          ...step(endCall, { ...change, end: 'withdrawn' }),
          ...step(forgetFirstCall, { ticket: change.ticket }),
        ]
      default:
        return reception(office, change)
    }
  }
}

const UNCHANGED = {
  service: null,
  firstCalledAt: null,
  startedAt: null,
  endedAt: null,
  outcome: null,
  apology: null,
}

/** People as steps of the transaction that appends the events that speak of them. */
export function personSteps(database: Database): (office: string, change: PersonChange) => Step {
  const { db, tables } = database
  const { persons } = tables
  return (office, change) => {
    switch (change.kind) {
      case 'recorded':
        return once(database, db.insert(persons).values({ office, ...change.person }))
      case 'corrected':
        return once(
          database,
          db
            .update(persons)
            .set(change.person)
            .where(and(eq(persons.office, office), eq(persons.number, change.person.number))),
        )
      default:
        return unreachable(change)
    }
  }
}
