import type { CommandOf } from '#shared/commands.ts'
import { refuse } from '#shared/rejections.ts'
import { ok, refused } from '#shared/result.ts'
import { instantAt } from '../calendar.ts'
import type { Day, Notice } from '../day.ts'
import { begin, happens, type Asking, type Decided } from './story.ts'

/** More than these at once nobody in the hall reads. */
const MOST_NOTICES = 5

/** A few words of the supervisor on the boards, from now or later, until a time. */
export function postNotice(day: Day, command: CommandOf<'post-notice'>, asking: Asking): Decided {
  const { zone } = day.settings
  const { text, from, until } = command
  const notice: Notice = {
    id: `${day.date}-${day.version + 1}`,
    text,
    from: from === undefined ? asking.now : instantAt(from.date, from.time, zone),
    until: instantAt(until.date, until.time, zone),
  }
  if (notice.until <= asking.now) return refused(refuse('notice-is-over', {}))
  if (notice.until <= notice.from) return refused(refuse('notice-ends-before-it-begins', {}))
  const standing = day.notices.filter((each) => each.until > asking.now)
  if (standing.length >= MOST_NOTICES) return refused(refuse('too-many-notices', { most: MOST_NOTICES }))
  return ok({ ...happens(begin(day), { type: 'notice-posted', notice }, asking), answer: {} })
}

export function withdrawNotice(day: Day, { id }: CommandOf<'withdraw-notice'>, asking: Asking): Decided {
  if (!day.notices.some((notice) => notice.id === id)) return refused(refuse('unknown-notice', {}))
  return ok({ ...happens(begin(day), { type: 'notice-withdrawn', id }, asking), answer: {} })
}
