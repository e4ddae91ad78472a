import type { CommandBody } from '#shared/commands.ts'
import type { LocalDate, OfficeId } from '#shared/ids.ts'
import type { Iso } from '#shared/instant.ts'
import { label, type Letter } from '#shared/labels.ts'
import type { IssueBody } from '../journey.ts'

/** A ticket that somebody wants while there is no server. */
export type Wish = {
  /** One for one intention of one person: asked for twice, the same ticket. */
  readonly key: string
  readonly date: LocalDate
  readonly letter: Letter
  readonly service: IssueBody['service']
  readonly issuedAt: Iso
  readonly priority: boolean
  readonly language: NonNullable<IssueBody['language']>
  /** What was asked of the server under the key before, if anything was: nobody knows what became of it. */
  readonly asked: IssueBody | null
}

/** A ticket that this kiosk has given by itself, and not handed in yet. */
export type Given = Wish & {
  readonly order: number
  readonly office: OfficeId
  readonly number: number
  readonly isRefused: boolean
}

export function labelOf({ letter, number }: Pick<Given, 'letter' | 'number'>): string {
  return label(letter, number)
}

/** @returns what the office is asked when the ticket is handed in. */
export function handInBody(given: Given): CommandBody<'hand-in-ticket'> {
  const { date, letter, number, service, issuedAt, priority, language } = given
  return { date, letter, number, service, issuedAt, priority, language }
}
