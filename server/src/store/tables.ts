import { sql } from 'drizzle-orm'
import type { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** What tables are made with. Each kind of database has its own words for it (`sqlite-schema.ts`, `postgres-schema.ts`). */
export type Kit = {
  readonly table: typeof sqliteTable
  readonly text: typeof text
  /** A whole number: a count, an instant in milliseconds. */
  readonly whole: typeof integer
  readonly flag: (name?: string) => ReturnType<typeof integer<string, 'boolean'>>
  /** A number that the database gives, each larger than those before. */
  readonly ordinal: () => ReturnType<ReturnType<typeof integer>['primaryKey']>
  readonly primaryKey: typeof primaryKey
  readonly index: typeof index
  readonly uniqueIndex: typeof uniqueIndex
}

export type Tables = ReturnType<typeof tablesOf>

/** All tables, written once for every kind of database. */
export function tablesOf({ table, text, whole, flag, ordinal, primaryKey, index, uniqueIndex }: Kit) {
  /**
   * What is written once: what kind of database this is (a training one is so for ever), and the secret key by which push
   * services know this hall.
   */
  const meta = table('meta', {
    key: text().primaryKey(),
    value: text().notNull(),
  })

  /**
   * The log: append-only, each event with the hash of the one before. The audit trail, the recovery, the feed.
   * The database itself refuses to change or delete an event: by triggers, which drizzle cannot say either (they stand in the
   * migrations) and which an insert does not meet.
   */
  const events = table(
    'events',
    {
      office: text().notNull(),
      version: whole().notNull(),
      day: text().notNull(),
      at: whole().notNull(),
      actorKind: text('actor_kind').notNull(),
      actorId: text('actor_id'),
      type: text().notNull(),
      body: text().notNull(),
      previous: text().notNull(),
      hash: text().notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.office, table.version] }),
      index('events_by_day').on(table.office, table.day, table.version),
    ],
  )

  /**
   * Commands that were carried out, by the key their sender gave: a repetition gets the first answer.
   * This table, `tickets` and `calls` are kept in their key's order (WITHOUT ROWID, which drizzle cannot say: it stands in
   * the migration), so that a row is one place to write and not two. Each index is one more: only those that are read.
   */
  const commands = table(
    'commands',
    {
      office: text().notNull(),
      key: text().notNull(),
      fingerprint: text().notNull(),
      version: whole().notNull(),
      answer: text().notNull(),
      at: whole().notNull(),
    },
    (table) => [primaryKey({ columns: [table.office, table.key] })],
  )

  /** One row a ticket: for the phone after the visit, for reports, and, since the id is day, letter and number, as the guard that no number is given twice. */
  const tickets = table(
    'tickets',
    {
      office: text().notNull(),
      id: text().notNull(),
      day: text().notNull(),
      letter: text().notNull(),
      number: whole().notNull(),
      label: text().notNull(),
      code: text().notNull(),
      service: text().notNull(),
      state: text().notNull(),
      priority: flag().notNull(),
      language: text().notNull(),
      presentAtClosing: flag('present_at_closing').notNull(),
      issuedAt: whole('issued_at').notNull(),
      firstCalledAt: whole('first_called_at'),
      startedAt: whole('started_at'),
      endedAt: whole('ended_at'),
      outcome: text(),
      apology: text(),
    },
    (table) => [
      primaryKey({ columns: [table.office, table.id] }),
      uniqueIndex('tickets_by_code').on(table.code),
    ],
  )

  /** One row a call, with the reason for it: waiting and service times. Those of a day lie together: a ticket's id begins with its day. */
  const calls = table(
    'calls',
    {
      office: text().notNull(),
      version: whole().notNull(),
      day: text().notNull(),
      ticket: text().notNull(),
      service: text().notNull(),
      window: whole().notNull(),
      clerk: text().notNull(),
      reason: text().notNull(),
      calledAt: whole('called_at').notNull(),
      startedAt: whole('started_at'),
      endedAt: whole('ended_at'),
      end: text(),
    },
    (table) => [primaryKey({ columns: [table.office, table.ticket, table.version] })],
  )

  /** What is to be printed, and how it went: queued → sent → printed or failed. */
  const printJobs = table(
    'print_jobs',
    {
      office: text().notNull(),
      id: text().notNull(),
      day: text().notNull(),
      kind: text().notNull(),
      ticket: text(),
      label: text(),
      printer: text().notNull(),
      askedBy: text('asked_by').notNull(),
      state: text().notNull(),
      failure: text(),
      queuedAt: whole('queued_at').notNull(),
      sentAt: whole('sent_at'),
      endedAt: whole('ended_at'),
    },
    (table) => [
      primaryKey({ columns: [table.office, table.id] }),
      index('print_jobs_by_state').on(table.office, table.state),
      index('print_jobs_by_day').on(table.office, table.day, table.queuedAt),
    ],
  )

  /**
   * What the boards showed and said of each call, each row with the hash of the one before: that a person was called aloud
   * is proved beside the log, without making every view of the day anew for it.
   */
  const announcements = table(
    'announcements',
    {
      office: text().notNull(),
      number: whole().notNull(),
      day: text().notNull(),
      call: whole().notNull(),
      label: text().notNull(),
      board: text().notNull(),
      telling: text().notNull(),
      at: whole().notNull(),
      endedAt: whole('ended_at'),
      languages: text().notNull(),
      volume: whole(),
      heardAt: whole('heard_at').notNull(),
      previous: text().notNull(),
      hash: text().notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.office, table.number] }),
      uniqueIndex('announcements_once').on(table.office, table.call, table.board, table.telling),
      index('announcements_by_day').on(table.office, table.day, table.number),
    ],
  )

  /** One row an appointment of a reception day, without the person: for figures, and as the guard that no slot is given twice. */
  const appointments = table(
    'appointments',
    {
      office: text().notNull(),
      number: text().notNull(),
      code: text().notNull(),
      official: text().notNull(),
      date: text().notNull(),
      time: text(),
      state: text().notNull(),
      end: text(),
      walkIn: flag('walk_in').notNull(),
      moves: whole().notNull(),
      madeAt: whole('made_at').notNull(),
      arrivedAt: whole('arrived_at'),
      calledAt: whole('called_at'),
      endedAt: whole('ended_at'),
      unit: text(),
      due: text(),
      answeredAt: whole('answered_at'),
      inTime: flag('in_time'),
    },
    (table) => [
      primaryKey({ columns: [table.office, table.number] }),
      uniqueIndex('appointments_by_code').on(table.code),
      index('appointments_by_date').on(table.office, table.date),
      uniqueIndex('appointments_by_slot')
        .on(table.office, table.official, table.date, table.time)
        .where(sql`state in ('offered', 'booked', 'arrived', 'called')`),
    ],
  )

  /** Personal data: who has signed up, and with what. Rows go when their time has come, or when the person wants it. */
  const persons = table(
    'persons',
    {
      office: text().notNull(),
      number: text().notNull(),
      givenName: text('given_name').notNull(),
      familyName: text('family_name').notNull(),
      telephone: text().notNull(),
      subject: text().notNull(),
      description: text().notNull(),
      fileNumber: text('file_number'),
      organisation: text(),
      despite: text(),
      nameKey: text('name_key').notNull(),
      subjectKey: text('subject_key').notNull(),
      fileKey: text('file_key'),
    },
    (table) => [
      primaryKey({ columns: [table.office, table.number] }),
      index('persons_by_telephone').on(table.office, table.telephone),
      index('persons_by_name').on(table.office, table.nameKey),
    ],
  )

  /** Who looked at whose personal data, when, and in what: kept when the data are gone. */
  const looks = table(
    'looks',
    {
      id: ordinal(),
      office: text().notNull(),
      number: text().notNull(),
      at: whole().notNull(),
      by: text().notNull(),
      as: text().notNull(),
      why: text().notNull(),
    },
    (table) => [index('looks_by_number').on(table.office, table.number)],
  )

  /** Which official received on which date: for the figures. */
  const receptionDays = table(
    'reception_days',
    { office: text().notNull(), date: text().notNull(), official: text().notNull() },
    (table) => [primaryKey({ columns: [table.office, table.date, table.official] })],
  )

  /** Questions that went to a unit instead of a sign-up. */
  const routedQuestions = table(
    'routed_questions',
    {
      office: text().notNull(),
      version: whole().notNull(),
      date: text().notNull(),
      unit: text().notNull(),
      official: text(),
    },
    (table) => [primaryKey({ columns: [table.office, table.version] })],
  )

  /** Addresses of officials' calendars: the secret in each is kept as a hash. */
  const feeds = table(
    'feeds',
    {
      secretHash: text('secret_hash').primaryKey(),
      office: text().notNull(),
      official: text().notNull(),
      createdAt: whole('created_at').notNull(),
    },
    (table) => [uniqueIndex('feeds_by_official').on(table.office, table.official)],
  )

  /** Phones that want to be told when their ticket is called. Rows go with the end of the visit, or of the day. */
  const subscriptions = table(
    'subscriptions',
    {
      id: ordinal(),
      office: text().notNull(),
      day: text().notNull(),
      code: text().notNull(),
      endpoint: text().notNull(),
      p256dh: text().notNull(),
      auth: text().notNull(),
      language: text().notNull(),
      told: text(),
    },
    (table) => [uniqueIndex('subscriptions_by_ticket').on(table.office, table.code, table.endpoint)],
  )

  const staff = table('staff', {
    user: text().primaryKey(),
    name: text().notNull(),
    role: text().notNull(),
    passwordHash: text('password_hash').notNull(),
    active: flag().notNull(),
    createdAt: whole('created_at').notNull(),
  })

  const sessions = table(
    'sessions',
    {
      tokenHash: text('token_hash').primaryKey(),
      user: text().notNull(),
      createdAt: whole('created_at').notNull(),
      expiresAt: whole('expires_at').notNull(),
      idleAt: whole('idle_at').notNull().default(0),
    },
    (table) => [index('sessions_by_user').on(table.user)],
  )

  const devices = table(
    'devices',
    {
      id: text().primaryKey(),
      office: text().notNull(),
      kind: text().notNull(),
      name: text().notNull(),
      tokenHash: text('token_hash').notNull(),
      createdAt: whole('created_at').notNull(),
      revokedAt: whole('revoked_at'),
    },
    (table) => [uniqueIndex('devices_by_token').on(table.tokenHash)],
  )

  /** One-time links, kept as hashes: the first administrator of a new hall. */
  const invitations = table('invitations', {
    codeHash: text('code_hash').primaryKey(),
    createdAt: whole('created_at').notNull(),
    expiresAt: whole('expires_at').notNull(),
    spentAt: whole('spent_at'),
  })

  return {
    meta,
    events,
    commands,
    tickets,
    calls,
    printJobs,
    announcements,
    appointments,
    persons,
    looks,
    receptionDays,
    routedQuestions,
    feeds,
    subscriptions,
    staff,
    sessions,
    devices,
    invitations,
  }
}
