import { ok } from '#shared/result.ts'
import type { Day } from '../day.ts'
import { begin, happens, type Asking, type Decided } from './story.ts'

/** Someone at the kiosk needs help. Asking twice is asking once. */
export function askAssistance(day: Day, asking: Asking): Decided {
  if (day.assistanceAskedAt !== null) return ok({ ...begin(day), answer: {} })
  return ok({ ...happens(begin(day), { type: 'assistance-asked' }, asking), answer: {} })
}

export function answerAssistance(day: Day, asking: Asking): Decided {
  if (day.assistanceAskedAt === null) return ok({ ...begin(day), answer: {} })
  return ok({ ...happens(begin(day), { type: 'assistance-answered' }, asking), answer: {} })
}
