import { refuse } from '#shared/rejections.ts'
import { refused } from '#shared/result.ts'
import type { CommandOf } from '#shared/commands.ts'
import type { receptionBodies } from '#shared/reception.ts'
import type { Day } from '../day.ts'
import type { Asking, Decided } from './story.ts'

type ReceptionCommand = CommandOf<keyof typeof receptionBodies>

/** The commands of reception days. */
export function decideReception(_day: Day, _command: ReceptionCommand, _asking: Asking): Decided {
  return refused(refuse('not-ready', {}))
}
