import fc from '../support/random.ts'
import type { CommandName } from '#shared/commands.ts'

/**
 * Random days of an office, as people make them: phrases of a few steps at one window, which mostly make sense where
 * they fall and sometimes do not.
 */

export type Step = {
  readonly what: CommandName | 'time-passes'
  readonly window: number
  /** Which service, ticket or length of time: read as far as there are any. */
  readonly pick: number
  readonly flag: boolean
}

type What = Step['what']

const PHRASES: readonly (readonly [weight: number, phrase: readonly What[]])[] = [
  [10, ['issue-ticket']],
  [8, ['issue-ticket', 'issue-ticket', 'issue-ticket']],
  [6, ['time-passes']],
  [6, ['call-next', 'start-service', 'finish-service']],
  [4, ['call-next', 'start-service']],
  [4, ['start-service', 'finish-service', 'undo']],
  [3, ['call-next', 'recall', 'mark-no-show']],
  [3, ['call-next', 'recall', 'mark-no-show', 'undo']],
  [2, ['recall', 'mark-no-show', 'take-back']],
  [3, ['call-next', 'hold', 'call-next']],
  [3, ['call-next', 'start-service', 'hold', 'time-passes', 'resume-held', 'finish-service']],
  [2, ['call-next', 'hold', 'resume-held', 'finish-service']],
  [2, ['resume-held']],
  [4, ['call-next', 'start-service', 'transfer']],
  [2, ['call-next', 'transfer']],
  [3, ['call-next', 'start-service', 'add-service', 'finish-service']],
  [2, ['call-ticket']],
  [1, ['leave']],
  [1, ['undo']],
  [1, ['start-service']],
  [1, ['finish-service']],
  [1, ['pause-window']],
  [2, ['resume-window']],
  [1, ['close-window', 'open-window']],
]

/** The office has four windows in these days. */
export const WINDOWS = 4

const phrase: fc.Arbitrary<readonly Step[]> = fc
  .record({
    whats: fc.oneof(...PHRASES.map(([weight, whats]) => ({ arbitrary: fc.constant(whats), weight }))),
    window: fc.integer({ min: 1, max: WINDOWS }),
    pick: fc.nat({ max: 1_000 }),
    flag: fc.boolean(),
  })
  .map(({ whats, window, pick, flag }) =>
    whats.map((what, index) => ({ what, window, pick: pick + index, flag })),
  )

/** A random day of about so many steps. */
export function anyDay(phrases: number): fc.Arbitrary<readonly Step[]> {
  return fc.array(phrase, { minLength: 1, maxLength: phrases, size: 'max' }).map((each) => each.flat())
}

type TicketSeen = { readonly label: string; readonly code: string }

/** What has been seen of the day, for steps that name a ticket. */
export type Seen = {
  readonly services: readonly string[]
  readonly tickets: TicketSeen[]
  /** The last label called to each window. */
  readonly called: Map<number, string>
}

export function seenNothing(services: readonly { readonly id: string }[]): Seen {
  return { services: services.map(({ id }) => id), tickets: [], called: new Map() }
}

/** Remembers what a command that was carried out has answered. */
export function remember(seen: Seen, { name, by }: Asked, answer: object): void {
  const ticket = 'ticket' in answer ? (answer.ticket as TicketSeen | null) : null // the answers' own shape
  if (ticket === null) return
  if (name === 'issue-ticket') seen.tickets.push(ticket)
  else if (by !== 'kiosk') seen.called.set(by, ticket.label)
}

export type Asked = { readonly name: CommandName; readonly by: 'kiosk' | number; readonly body: object }

/** @returns the command of the step; clerk N gives it for window N, the kiosk issues. Null: time passes. */
export function commandOf({ what, window, pick, flag }: Step, seen: Seen): Asked | null {
  if (what === 'time-passes') return null
  const service = seen.services[pick % seen.services.length]
  const some = seen.tickets[pick % Math.max(1, seen.tickets.length)] ?? UNKNOWN
  const label = seen.called.get(window) ?? some.label
  const elsewhere = { toWindow: (window % WINDOWS) + 1, comeBack: pick % 2 === 0 }
  const bodies: Partial<Readonly<Record<CommandName, object>>> = {
    'issue-ticket': { service, priority: pick % 4 === 0 },
    leave: { code: some.code },
    'take-back': { label },
    'resume-held': { window, label },
    'call-ticket': { window, label: some.label, reason: 'short-question' },
    'pause-window': { window, reason: 'break' },
    'finish-service': { window, callNext: flag },
    'mark-no-show': { window, callNext: flag },
    'add-service': { window, service },
    transfer: { window, service, ...(flag ? elsewhere : {}) },
  }
  const isCitizens = what === 'issue-ticket' || what === 'leave'
  return { name: what, by: isCitizens ? 'kiosk' : window, body: bodies[what] ?? { window } }
}

const UNKNOWN: TicketSeen = { label: 'И 001', code: 'AAAAAAAAAAAAAAAA' }

/** @returns how long the step lets pass, in milliseconds: seconds mostly, at times many minutes. */
export function passing({ pick, flag }: Step): number {
  return (flag ? pick % 40 : pick) * 1_000
}
