import type { OfficeId, TicketId } from '#shared/ids.ts'
import type { Records, VisitEnd } from '../domain/reception/records.ts'
import { rowChanges, type TicketState } from '../store/projection.ts'
import type { Entry, Store } from '../store/store.ts'

/** The rules want a fact that has not been read: `read` gets it, and the command is decided again. */
export class NotAtHand extends Error {
  readonly read: () => Promise<void>
  constructor(read: () => Promise<void>) {
    super('a fact has to be read first')
    this.read = read
  }
}

/**
 * The rules are a pure function and wait for nothing; a database does. So what they look up is read between two
 * decisions of the same command, and known from the second on. Few commands look anything up.
 *
 * @param pending what was decided before in the same commit: no database knows of it yet.
 */
export function gathering(
  { reception, tickets }: Pick<Store, 'reception' | 'tickets'>,
  office: OfficeId,
  pending: readonly Entry[],
): Records {
  const known = new Map<string, unknown>()

  function at<T>(key: string, read: () => Promise<T>): T {
    if (known.has(key)) return known.get(key) as T // kept below, under a key of its own kind
    throw new NotAtHand(async () => {
      known.set(key, await read())
    })
  }

  return {
    answered: (question) =>
      at(`answered ${JSON.stringify(question)}`, () => reception.answered(office, question)),
    codeOf: (number) =>
      at(`code ${number}`, async () => (await reception.find(office, number))?.code ?? null),
    hasPerson: (number) => at(`person ${number}`, () => reception.hasPerson(office, number)),
    pastVisit(ticket) {
      const state =
        pendingState(office, pending, ticket) ?? at(`ticket ${ticket}`, () => tickets.stateOf(office, ticket))
      if (state === null) return null
      return state === 'finished' || state === 'left' ? 'over' : 'unserved'
    },
    endOf(day, code) {
      const past = at(`code of ${day} ${code}`, () => tickets.past(office, day, code))
      if (past === null) return null
      const end = ENDS[pendingState(office, pending, past.id) ?? past.state]
      return end === undefined ? null : { label: past.label, end }
    },
  }
}

const ENDS: { readonly [S in TicketState]?: VisitEnd } = {
  finished: 'served',
  'no-show': 'missed',
  unserved: 'unserved',
  left: 'left',
}

/** The state that the ticket's row will have; null: nothing of the ticket is pending. */
function pendingState(office: OfficeId, pending: readonly Entry[], ticket: TicketId): TicketState | null {
  const changes = pending.flatMap(({ day, events }) =>
    events.flatMap((recorded) => rowChanges(office, day, recorded)),
  )
  const last = changes.findLast(
    (change) =>
      (change.kind === 'ticket-is' && change.id === ticket) ||
      (change.kind === 'late-ticket' && change.row.id === ticket),
  )
  if (last === undefined) return null
  return last.kind === 'ticket-is' ? last.state : 'unserved'
}
