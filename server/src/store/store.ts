import type { DeviceKind, Role } from '#shared/accounts.ts'
import type { Telling } from '#shared/boards.ts'
import type { Language, LocalDate, OfficeId, StaffId, TicketCode, TicketId } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { PrinterId, PrintFailure, PrintKind, PrintState } from '#shared/printing.ts'
import type { Recorded } from '../domain/events.ts'
import type { PersonChange } from '../domain/reception/person.ts'
import type { PastTicket } from '../domain/views/ticket.ts'
import type { Link, Verdict } from './chain.ts'
import type { TicketState } from './projection.ts'
import type { Line } from './pulse.ts'
import type { ReceptionStore } from './reception-store.ts'
import type { Together } from './together.ts'

/** What was done under an idempotency key, and for which request. */
export type DoneCommand = { readonly fingerprint: string; readonly version: number; readonly answer: string }

/** One step to be made durable: what happened, and, for a command, its key and answer. */
export type Entry = {
  readonly day: LocalDate
  readonly events: readonly Recorded[]
  /** Who is written down with these events: personal data, in tables of their own. */
  readonly persons?: readonly PersonChange[]
  readonly command: ({ readonly key: string; readonly at: Instant } & DoneCommand) | null
}

export type StaffRow = {
  readonly user: StaffId
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
  readonly active: boolean
  readonly createdAt: Instant
}

export type DeviceRow = {
  readonly id: string
  readonly office: OfficeId
  readonly kind: DeviceKind
  readonly name: string
  readonly tokenHash: string
  readonly createdAt: Instant
  readonly revokedAt: Instant | null
}

/** One piece of paper. A ticket's own has the ticket's id; copies and test pages have ids of their askers' making. */
export type PrintJob = {
  readonly office: OfficeId
  readonly id: string
  readonly day: LocalDate
  readonly kind: PrintKind
  readonly ticket: TicketId | null
  readonly label: string | null
  readonly printer: PrinterId
  readonly askedBy: string
  readonly state: PrintState
  readonly failure: PrintFailure | null
  readonly queuedAt: Instant
  readonly sentAt: Instant | null
  readonly endedAt: Instant | null
}

/** A step of a print job. Only the one who finds it in the state before takes it. */
export type PrintStep =
  | { readonly from: 'queued'; readonly to: 'sent' }
  | { readonly from: 'sent'; readonly to: 'printed' }
  | { readonly from: 'queued' | 'sent'; readonly to: 'failed'; readonly failure: PrintFailure }

/** The database can't be trusted any more: nothing may be decided on it. */
export class StoreLost extends Error {}

/**
 * What became of an append. `written`: the next may be decided on it; nobody is told before it is `kept`, which rejects when the
 * disk can't say that it is. `behind`: nothing of it stands, since a key that was to be new is there: another program was first.
 */
export type Appended =
  | { readonly kind: 'written'; readonly kept: Promise<void> }
  | { readonly kind: 'behind' }

/** A phone that wants to be told when its ticket is called, and how it is written to. */
export type Subscription = {
  readonly office: OfficeId
  readonly day: LocalDate
  readonly code: TicketCode
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
  readonly language: Language
  /** What it was told last; null: nothing yet. */
  readonly told: string | null
}

/** What a board says it did with a call. */
export type Told = {
  readonly day: LocalDate
  /** The version of the event that announced the call. */
  readonly call: number
  readonly label: string
  /** The device. */
  readonly board: string
  readonly telling: Telling
  readonly at: Instant
  readonly endedAt: Instant | null
  readonly languages: readonly string[]
  readonly volume: number | null
}

/** The same as it is kept: numbered, with the instant at which the office wrote it down, chained to the one before. */
export type ToldRow = Told & {
  readonly number: number
  readonly heardAt: Instant
  readonly previous: string
  readonly hash: string
}

/**
 * Where the office's history is kept. One implementation a database; everything above knows only this.
 */
export type Store = {
  readonly kind: 'training' | 'real'
  /** Whether it is reached. */
  readonly line: Line
  /** The other programs that use it. */
  readonly together: Together

  readonly log: {
    /**
     * Appends the entries of one office in one transaction. Nothing of it stands if it throws.
     * @throws StoreAway when the database broke off, so that nobody knows what became of it.
     */
    append: (office: OfficeId, entries: readonly Entry[]) => Promise<Appended>
    /** @returns what was done under those of the keys that are known. */
    doneUnder: (office: OfficeId, keys: readonly string[]) => Promise<ReadonlyMap<string, DoneCommand>>
    /** @returns the version of the `day-opened` with which the last service day begins; null: the office has no history. */
    dayStart: (office: OfficeId) => Promise<number | null>
    /** @returns the events that belong to a service day, oldest first. */
    ofDay: (office: OfficeId, day: LocalDate) => Promise<readonly Link[]>
    /** @returns at most so many events after the version, oldest first. */
    after: (office: OfficeId, version: number, limit: number) => Promise<readonly Recorded[]>
    /** @returns the version with which the time before the day ended; 0 when there was none. */
    before: (office: OfficeId, day: LocalDate) => Promise<number>
    /** @returns the version of the newest event; 0 when there is none. */
    lastVersion: (office: OfficeId) => Promise<number>
    /** Checks the chain of one day, or, without a day, of the office's whole history. */
    verify: (office: OfficeId, day: LocalDate | null) => Promise<Verdict>
    offices: () => Promise<readonly OfficeId[]>
    lastInstant: () => Promise<Instant | null>
    /** Forgets the answers to commands older than the instant: nobody repeats them any more. */
    forgetCommandsBefore: (at: Instant) => Promise<number>
    /** Told when another program on this database has appended to an office; null: to any, perhaps. */
    onNews: (listener: (office: OfficeId | null, version: number | null) => void) => () => void
  }

  readonly tickets: {
    /** @returns a ticket whose visit is over, by its code. */
    past: (office: OfficeId, day: LocalDate, code: TicketCode) => Promise<PastTicket | null>
    /** @returns what the ticket's row says of it; null: no such ticket is known. */
    stateOf: (office: OfficeId, ticket: TicketId) => Promise<TicketState | null>
  }

  /** Paper. A ticket's own job is queued by `log.append`, in the ticket's transaction. */
  readonly prints: {
    /** @returns false when a job of this id is there already: a repetition. */
    add: (
      job: Pick<
        PrintJob,
        'office' | 'id' | 'day' | 'kind' | 'ticket' | 'label' | 'printer' | 'askedBy' | 'queuedAt'
      >,
    ) => Promise<boolean>
    find: (office: OfficeId, id: string) => Promise<PrintJob | null>
    /** @returns the jobs in a state, oldest first. */
    inState: (office: OfficeId, state: PrintState) => Promise<readonly PrintJob[]>
    /** @returns the jobs of a day, newest first. */
    ofDay: (office: OfficeId, day: LocalDate, limit: number) => Promise<readonly PrintJob[]>
    /** Told when another program has queued a job, or taken a step; null: in any office, perhaps. */
    onNews: (listener: (office: OfficeId | null) => void) => () => void
    /** @returns whether the job was in the state that the step begins with. */
    step: (office: OfficeId, id: string, step: PrintStep, at: Instant) => Promise<boolean>
  }
  /** Phones that want to be told. */
  readonly subscriptions: {
    readonly isEmpty: (office: OfficeId) => Promise<boolean>
    /** @returns all of an office, oldest first. */
    readonly all: (office: OfficeId) => Promise<readonly Subscription[]>
    /** Takes the place of the same phone's for the same ticket; of too many for one ticket the oldest goes. */
    readonly add: (row: Subscription, most: number) => Promise<void>
    /** @returns whether it was told last what the row says: of two who would tell it, one does. */
    readonly told: (
      office: OfficeId,
      row: Pick<Subscription, 'code' | 'endpoint' | 'told'>,
      key: string,
    ) => Promise<boolean>
    /** @param endpoint null: every phone of the ticket. */
    readonly remove: (office: OfficeId, code: TicketCode, endpoint: string | null) => Promise<void>
    readonly forgetOtherDays: (office: OfficeId, day: LocalDate) => Promise<void>
  }
  /** What push services know this hall by: what was kept, or, the first time, what `draw` makes. */
  readonly pushIdentity: (draw: () => string) => Promise<string>
  /** What the boards showed and said. Rows are added and never changed. */
  readonly announcements: {
    /** Adds them in one transaction. One that is there already (same call, board and telling) is passed over. */
    add: (office: OfficeId, told: readonly Told[], heardAt: Instant) => Promise<number>
    /** @returns those of a day, oldest first. */
    ofDay: (office: OfficeId, day: LocalDate) => Promise<readonly ToldRow[]>
    verify: (office: OfficeId) => Promise<Verdict>
    /** Told when another program has added some; null: in any office, perhaps. */
    onNews: (listener: (office: OfficeId | null) => void) => () => void
  }
  /** Personal data of reception days, who looked at them, and what remains without them. */
  readonly reception: ReceptionStore

  /** Told when another program has changed accounts, sessions or devices. */
  readonly onAccounts: (listener: () => void) => () => void

  readonly staff: {
    all: () => Promise<readonly StaffRow[]>
    find: (user: string) => Promise<StaffRow | null>
    /** @returns false when the name is taken. */
    add: (row: StaffRow) => Promise<boolean>
    /**
     * @returns false when there is nobody of that name; `last-administrator` when nothing was changed, because the hall would be
     * left without one.
     */
    change: (
      user: StaffId,
      change: Partial<Pick<StaffRow, 'name' | 'role' | 'passwordHash' | 'active'>>,
    ) => Promise<boolean | 'last-administrator'>
    /**
     * Another password in the place of the one until now, and with it the end of every session of the account but one.
     * @returns false when the one until now is no longer what it was; nothing was changed then.
     */
    renewPassword: (renewal: {
      readonly user: StaffId
      readonly from: string
      readonly to: string
      /** The session that goes on, by the hash of its token. */
      readonly keeps: string
    }) => Promise<boolean>
  }

  readonly sessions: {
    add: (row: {
      readonly tokenHash: string
      readonly user: StaffId
      readonly createdAt: Instant
      /** The end of the session, whatever is done in it. */
      readonly expiresAt: Instant
      /** Its end if nothing more is asked in it. */
      readonly idleAt: Instant
    }) => Promise<void>
    /** @returns the active member of staff whose session it is, if neither end has come at `now`. */
    holder: (tokenHash: string, now: Instant) => Promise<StaffRow | null>
    /** Puts the idle end off. Written down only when it is five minutes later than before: not with each request. */
    prolong: (tokenHash: string, idleAt: Instant) => Promise<void>
    end: (tokenHash: string) => Promise<void>
    endAllOf: (user: StaffId) => Promise<void>
    forgetExpired: (now: Instant) => Promise<void>
  }

  readonly devices: {
    all: () => Promise<readonly DeviceRow[]>
    /** @returns the device, unless revoked. */
    byToken: (tokenHash: string) => Promise<DeviceRow | null>
    /** @returns false when there is a device with this id. */
    add: (row: DeviceRow) => Promise<boolean>
    revoke: (id: string, at: Instant) => Promise<DeviceRow | null>
  }

  readonly invitations: {
    /** A new link, in the place of any before it: of two that are offered at once, one is open. */
    offer: (row: {
      readonly codeHash: string
      readonly createdAt: Instant
      readonly expiresAt: Instant
    }) => Promise<void>
    isOpen: (codeHash: string, now: Instant) => Promise<boolean>
    /** @returns whether it was open until now: of two who spend it at once, one does. */
    spend: (codeHash: string, now: Instant) => Promise<boolean>
  }

  close: () => Promise<void>
}
