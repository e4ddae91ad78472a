import type { CommandOf } from '#shared/commands.ts'
import type { ReceptionException } from '#shared/reception.ts'
import { refuse, type Refusal } from '#shared/rejections.ts'
import { ok, refused } from '#shared/result.ts'
import { planOf } from '../../calendar.ts'
import type { Day } from '../../day.ts'
import { officialOf } from '../../reception/calendar.ts'
import { holdsPersonalNumber } from '../../reception/personal-number.ts'
import { begin, happens, type Asking, type Decided } from '../story.ts'
import { knownOfficial } from './guards.ts'
import { withDisplaced } from './settle.ts'

/** An order changes one official's day: whoever loses a slot by it is displaced, and a new one is kept for them. */
export function addReceptionException(
  day: Day,
  command: CommandOf<'add-reception-exception'>,
  asking: Asking,
): Decided {
  const official = knownOfficial(day, command.official)
  if (!official.ok) return official
  const exception: ReceptionException = {
    id: `${day.date}-${day.version + 1}`,
    official: command.official,
    date: command.date,
    change: command.change,
    order: command.order,
    reason: command.reason,
  }
  const refusal = whyNot(day, exception)
  if (refusal) return refused(refusal)
  const ordered = happens(begin(day), { type: 'reception-exception-added', exception }, asking)
  const story = withDisplaced(ordered, asking, exception.reason)
  return ok({ ...story, answer: { exception: exception.id } })
}

function whyNot(day: Day, { official, date, change, order, reason }: ReceptionException): Refusal | null {
  if (date < day.date) return refuse('exception-in-the-past', { today: day.date })
  const texts = { order, 'reason.bg': reason.bg, 'reason.en': reason.en }
  const holding = Object.entries(texts).find(([, text]) => holdsPersonalNumber(text))?.[0]
  if (holding !== undefined) return refuse('holds-personal-number', { field: holding })
  switch (change.kind) {
    case 'none':
      return null
    case 'moved': {
      if (change.to < day.date) return refuse('exception-in-the-past', { today: day.date })
      const target = planOf(day.settings, day.exceptions, change.to)
      const why = target.why ?? { bg: 'неработен ден', en: 'a day off' }
      return target.working ? null : refuse('reception-moved-to-day-off', { date: change.to, why })
    }
    case 'hours':
      return change.blocks.some(({ from, to }) => from >= to)
        ? refuse('hours-end-before-they-begin', {})
        : null
    case 'substitute': {
      const substitute = officialOf(day, change.official)
      if (substitute === null) return refuse('unknown-official', { official: change.official })
      return substitute.id === official ? refuse('substitute-is-the-same', { post: substitute.post }) : null
    }
  }
}

/** Those who have not been given another slot meanwhile have theirs again. */
export function removeReceptionException(
  day: Day,
  { id, order }: CommandOf<'remove-reception-exception'>,
  asking: Asking,
): Decided {
  if (!day.reception.exceptions.some((each) => each.id === id))
    return refused(refuse('unknown-exception', { id }))
  const revoked = happens(begin(day), { type: 'reception-exception-removed', id, order }, asking)
  return ok({ ...withDisplaced(revoked, asking, null), answer: {} })
}
