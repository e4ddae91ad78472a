import type { Role } from '#shared/accounts.ts'
import type { ServiceId, StaffId, TicketCode } from '#shared/ids.ts'
import type { Instant } from '#shared/instant.ts'
import type { Refusal } from '#shared/rejections.ts'
import type { Result } from '#shared/result.ts'
import type { Day } from '../day.ts'
import type { Actor, DayEvent, Quoted } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { PersonChange } from '../reception/person.ts'
import type { Records } from '../reception/records.ts'

/** Who asks, when, and what a decision may draw on. Everything that is not in the day is handed in. */
export type Asking = {
  readonly now: Instant
  readonly by: Actor
  readonly isSupervisor: boolean
  /** The role of the member of staff who asks; null: a device or a citizen. */
  readonly role: Role | null
  /** A fresh unguessable code for a ticket. */
  readonly draw: () => TicketCode
  /** The name of a member of staff who may work at a window; null: there is none such. */
  readonly nameOf: (clerk: StaffId) => string | null
  /** What is known of days past. */
  readonly records: Records
  /** How long somebody who takes a ticket now will wait, from the newest estimate at hand; null: nobody can say. */
  readonly waitFor: (day: Day, service: ServiceId, priority: boolean) => Quoted | null
}

/** Events that follow one from another: each is decided on the day that the one before left; `day` is the day after the last. */
export type Story = { readonly day: Day; readonly events: readonly DayEvent[] }

/** What a command did: the events, in order, the day to which they lead, what its answer says beside the version, and whom it wrote down. */
export type Decision = Story & { readonly answer: object; readonly persons?: readonly PersonChange[] }
export type Decided = Result<Decision, Refusal>

export function begin(day: Day): Story {
  return { day, events: [] }
}

export function happens(story: Story, event: DayEvent, { now, by }: Pick<Asking, 'now' | 'by'>): Story {
  const recorded = { version: story.day.version + 1, at: now, by, event }
  return { day: evolve(story.day, recorded), events: [...story.events, event] }
}
